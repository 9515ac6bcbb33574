"""Two written ideas that want the same: the younger one is merged into the older one."""

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
from ideas.ideation.models import Idea
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
    made: list[Idea] = []  # not among the stage's ideas, which others go on to talk about
    for days, act in (
        (HANDED_IN, lambda: made.append(_handed_in(stage, text, author))),
        (PUBLISHED, lambda: publish_idea(made[0], actor=stage.cast.coordinator)),
        (TALKED, lambda: _talk(made[0], text, voices)),
        (MERGED, lambda: _merge(stage, made[0], text)),
    ):
        stage.script.add(calendar.noon(days), act)


def _handed_in(stage: Stage, text: texts.Text, author: Person) -> Idea:
    fields = ("title", "problem", "audience", "proposal", "benefit")
    idea = draft_idea(
        Texts(**{name: text[name] for name in fields}),
        campaign=stage.campaigns[text["campaign"]],
        topic=stage.topics[text["topic"]],
        actor=author,
    )
    submit_idea(idea, follow_it=True, actor=author)
    return idea


def _talk(idea: Idea, text: texts.Text, voices: list[Person]) -> None:
    for person in voices:
        support(idea, actor=person)
    for words, person in zip(text["comments"], voices, strict=False):
        comment_on(idea, words, actor=person)


def _merge(stage: Stage, idea: Idea, text: texts.Text) -> None:
    merge_ideas(idea, stage.ideas[text["home"]], text["reason"], actor=stage.cast.coordinator)
