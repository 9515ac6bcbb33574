"""How an idea of the demonstration arrives: by name at once, anonymously through the letter box."""

from datetime import datetime, timedelta

from ideas.core import clock
from ideas.demo.stage import Stage
from ideas.demo.texts import Text
from ideas.ideation.actions import collect_posted, post_idea, submit_idea
from ideas.people.models import Person
from ideas.people.queries import system

AFTER_MIDNIGHT = timedelta(minutes=5)


def plan_arrival(stage: Stage, text: Text, author: Person, at: datetime) -> datetime:
    """Let the draft be handed in then; return when it has its number."""
    title = text["title"]
    if not text.get("anonymous"):
        stage.script.add(at, lambda: submit_idea(stage.ideas[title], actor=author))
        return at
    night = clock.end_of(clock.local(at).date()) + AFTER_MIDNIGHT
    stage.script.add(at, lambda: post_idea(stage.ideas[title], actor=author))
    stage.script.add(night, lambda: collect_posted(actor=system()))
    return night
