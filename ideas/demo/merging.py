"""Two written ideas that want the same: the younger one is merged into the older one."""

from functools import partial
from random import Random

from ideas.demo import texts
from ideas.demo.stage import Stage
from ideas.demo.timeline import Calendar
from ideas.ideation.actions import (
    Texts,
    comment_on,
    draft_idea,
    merge_ideas,
    submit_idea,
    support,
)
from ideas.people.models import Person
from ideas.steering.actions.screening import publish_idea

SEED = 10  # of its own, so that the other ideas live as they would without it
HANDED_IN, PUBLISHED, TALKED, MERGED = 6, 5, 4, 2
VOTES = 7


def plan_merging(stage: Stage) -> None:
    """Let the second idea be handed in, published, talked about and merged."""
    text, rng = texts.read("merged"), Random(SEED)
    calendar, team = Calendar(stage.today, rng), stage.cast.staff_of(text["author_team"])
    author = rng.choice(team)
    crowd = [person for person in stage.cast.staff_of("") if person is not author]
    voices = rng.sample(crowd, min(VOTES, len(crowd)))
    stage.script.add(calendar.noon(HANDED_IN), partial(_hand_in, stage, text, author))
    stage.script.add(calendar.noon(PUBLISHED), partial(_publish, stage, text))
    stage.script.add(calendar.noon(TALKED), partial(_talk, stage, text, voices))
    stage.script.add(calendar.noon(MERGED), partial(_merge, stage, text))


def _hand_in(stage: Stage, text: texts.Text, author: Person) -> None:
    fields = ("title", "problem", "audience", "proposal", "benefit")
    idea = draft_idea(
        Texts(**{name: text[name] for name in fields}),
        campaign=stage.campaigns[text["campaign"]],
        topic=stage.topics[text["topic"]],
        actor=author,
    )
    submit_idea(idea, follow_it=True, actor=author)
    stage.ideas[text["title"]] = idea


def _publish(stage: Stage, text: texts.Text) -> None:
    publish_idea(stage.ideas[text["title"]], actor=stage.cast.coordinator)


def _talk(stage: Stage, text: texts.Text, voices: list[Person]) -> None:
    idea = stage.ideas[text["title"]]
    for person in voices:
        support(idea, actor=person)
    for words, person in zip(text["comments"], voices, strict=False):
        comment_on(idea, words, actor=person)


def _merge(stage: Stage, text: texts.Text) -> None:
    idea, home = stage.ideas[text["title"]], stage.ideas[text["home"]]
    merge_ideas(idea, home, text["reason"], actor=stage.cast.coordinator)
