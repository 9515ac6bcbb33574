"""People of the demonstration who bring an idea together, ask to join one, or coach a draft."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from ideas.demo.stage import Stage
from ideas.demo.texts import Text
from ideas.ideation.actions import (
    accept_invitation,
    ask_coach,
    ask_to_join,
    invite_coauthor,
    name_group,
    write_remark,
)
from ideas.ideation.models import Idea
from ideas.people.models import Person

SOON = timedelta(minutes=5)
DAYS_AGO = 2
GROUP = "Team Eingangszone"
QUESTION = "Versteht man den Vorschlag auch außerhalb unseres Teams?"
REMARK = "Ja. Vielleicht noch ein Satz dazu, wer in der ersten Woche damit anfängt."
OFFER = "Bei uns haben wir das einmal ausprobiert; die Unterlagen bringe ich gern mit."


def plan_company(stage: Stage, text: Text, begun: datetime) -> None:
    """Let colleagues take part in this idea if its text is one of the three that tell of it."""
    if text["title"] not in SCENES:
        return
    act, is_later = SCENES[text["title"]]
    moment = stage.calendar.noon(DAYS_AGO) if is_later else begun + SOON
    stage.script.add(moment, partial(_play, stage, text, act))


def _play(stage: Stage, text: Text, act: Callable[[Idea, list[Person]], None]) -> None:
    idea = stage.ideas[text["title"]]
    team = stage.cast.staff_of(text.get("author_team", ""))
    act(idea, [person for person in team if person.id != idea.author_id])


def _ask_a_coach(idea: Idea, colleagues: list[Person]) -> None:
    row = ask_coach(idea, colleagues[0], QUESTION, actor=idea.author)
    write_remark(row, REMARK, actor=colleagues[0])


def _bring_as_group(idea: Idea, colleagues: list[Person]) -> None:
    name_group(idea, GROUP, actor=idea.author)
    for person in colleagues[:2]:
        accept_invitation(invite_coauthor(idea, person, actor=idea.author), actor=person)


def _want_to_join(idea: Idea, colleagues: list[Person]) -> None:
    ask_to_join(idea, OFFER, actor=colleagues[-1])


SCENES: dict[str, tuple[Callable[[Idea, list[Person]], None], bool]] = {
    "Willkommensmappe für Leute, die zum ersten Mal bei uns sind": (_ask_a_coach, False),
    "Zweiter Bildschirm auch für die Beratungsplätze": (_bring_as_group, False),
    "Videogespräch statt Anreise aus den Randgemeinden": (_want_to_join, True),
}
