"""Anonymous ideas, built by the actions that people call."""

from datetime import timedelta

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation import actions
from ideas.ideation.actions import Texts
from ideas.ideation.models import Idea, Reveal
from ideas.ideation.queries import get_draft, get_idea
from ideas.people.models import Person
from ideas.people.queries import system
from ideas.programme.queries import permanent_channel
from ideas.steering.actions.screening import publish_idea
from tests.build.ideation import TEXTS
from tests.personas import person_named

REASON = "Es geht um die Anerkennung bei der Jahresfeier."


def draft(*, by: Person, texts: Texts = TEXTS) -> int:
    """Return the id of an anonymous draft."""
    with transaction():
        idea = actions.draft_idea(texts, campaign=permanent_channel(), sealed=True, actor=by)
        session.flush()
        return idea.id


def posted(*, by: Person, texts: Texts = TEXTS) -> int:
    """Return the id of an idea that lies in the letter box."""
    key = draft(by=by, texts=texts)
    with transaction():
        actions.post_idea(get_draft(key, reader=by), actor=by)
    return key


def collect() -> int:
    """Let the night come; return how many ideas got their number."""
    with clock.at(clock.now() + timedelta(days=1)), transaction():
        return actions.collect_posted(actor=system())


def handed_in(*, by: Person, texts: Texts = TEXTS) -> str:
    """Return the number of an anonymous idea that waits for its first look."""
    key = posted(by=by, texts=texts)
    collect()
    with transaction():
        number = session.get_one(Idea, key).number
    assert number
    return number


def published(*, by: Person, texts: Texts = TEXTS) -> str:
    """Return the number of an anonymous idea that everybody may read."""
    number, clara = handed_in(by=by, texts=texts), person_named("clara")
    runner = person_named("doris") if by.id == clara.id else clara
    with transaction():
        publish_idea(get_idea(number, reader=runner), actor=runner)
    return number


def asked(number: str) -> int:
    """Return the id of a request for the name behind this idea."""
    doris = person_named("doris")
    with transaction():
        return actions.ask_reveal(get_idea(number, reader=doris), REASON, actor=doris).id


def granted(number: str) -> int:
    """Return the id of a request that data protection has agreed to."""
    key, paula = asked(number), person_named("paula")
    with transaction():
        actions.grant_reveal(session.get_one(Reveal, key), actor=paula)
    return key


def things() -> dict[str, dict[str, object]]:
    """One of everything for the table of addresses."""
    anna = person_named("anna")
    sealed = published(by=anna)
    return {
        "sealed_draft": {"idea_id": draft(by=anna)},
        "asked_reveal": {"reveal_id": asked(published(by=anna))},
        "granted_reveal": {"reveal_id": granted(published(by=anna))},
        "sealed": {"number": sealed},
        "posted": {"idea_id": posted(by=anna)},
    }
