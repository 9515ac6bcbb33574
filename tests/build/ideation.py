"""Ideas before the steering group has them, built by the actions that people call."""

from sqlalchemy import update

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.ideation.actions import Texts, Upload, attach_files, draft_idea, submit_idea
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import files_of, get_draft, get_idea
from ideas.people.models import Person
from ideas.people.queries import system
from ideas.programme.queries import permanent_channel
from ideas.steering.actions.screening import ask_back, publish_idea
from tests.personas import person_named

TEXTS = Texts(
    title="Ein Brief, den man versteht",
    problem="Die Briefe sind **zu lang**.",
    audience="Für alle, die sie bekommen.",
    proposal="Eine Seite genügt.",
    benefit="Weniger Rückfragen.",
)
NOTE = Upload("Notiz.txt", "Drei Zeilen für Ämter".encode())
QUESTION = "Welche Briefe sind gemeint?"


def draft(*, by: Person, texts: Texts = TEXTS) -> int:
    """Return the id of a draft."""
    with transaction():
        idea = draft_idea(texts, campaign=permanent_channel(), actor=by)
        session.flush()
        return idea.id


def attach(idea_id: int, *uploads: Upload, by: Person) -> list[str]:
    """Attach files to a draft; return the random names they got."""
    with transaction():
        idea = get_draft(idea_id, reader=by)
        assert attach_files(idea, uploads or [NOTE], actor=by) == []
        return [file.token for file in files_of(idea)]


def draft_with_file(*, by: Person) -> tuple[int, str]:
    """Return the id of a draft and the random name of its one file."""
    idea_id = draft(by=by)
    return idea_id, attach(idea_id, by=by)[0]


def hand_in(idea_id: int, *, by: Person) -> str:
    """Hand a draft in and return its number."""
    with transaction():
        idea = get_draft(idea_id, reader=by)
        submit_idea(idea, actor=by)
        return str(idea.number)


def published_idea_with_file(*, by: Person) -> tuple[str, str]:
    """Return the number of a published idea and the random name of its one file."""
    idea_id, token = draft_with_file(by=by)
    number, clara = hand_in(idea_id, by=by), person_named("clara")
    with transaction():
        publish_idea(get_idea(number, reader=clara), actor=clara)
    return number, token


def things_with_files(*, by: Person) -> dict[str, dict[str, object]]:
    """Return what addresses of files are made of."""
    drafted, in_hand, readable = (
        draft_with_file(by=by),
        draft_with_file(by=by),
        published_idea_with_file(by=by),
    )
    return {
        "draft_file": {"idea_id": drafted[0], "token": drafted[1]},
        "submitted_file": {"number": hand_in(in_hand[0], by=by), "token": in_hand[1]},
        "file": {"number": readable[0], "token": readable[1]},
    }


def submitted_idea(*, by: Person, texts: Texts = TEXTS, follow_it: bool = False) -> str:
    """Return the number of an idea that was handed in."""
    with transaction():
        idea = draft_idea(texts, campaign=permanent_channel(), actor=by)
        submit_idea(idea, follow_it=follow_it, actor=by)
        assert idea.number
        return idea.number


def published_idea(*, by: Person, texts: Texts = TEXTS) -> str:
    """Return the number of an idea that everybody may read."""
    number, clara = submitted_idea(by=by, texts=texts), person_named("clara")
    with transaction():
        publish_idea(get_idea(number, reader=clara), actor=clara)
    return number


def queried_idea(*, by: Person) -> str:
    """Return the number of a published idea that waits for its author's answer."""
    number, clara = published_idea(by=by), person_named("clara")
    with transaction():
        ask_back(get_idea(number, reader=clara), QUESTION, actor=clara)
    return number


def in_state(status: Status, *, by: Person, published: bool = True) -> str:
    """Return the number of an idea whose row says this state, however it would get there."""
    number = submitted_idea(by=by)
    with transaction() as own:
        values = {"status": status, "published_at": clock.now() if published else None}
        own.execute(update(Idea).where(Idea.number == number).values(values))
    return number


def as_system() -> Person:
    """Return the person that acts for the house itself."""
    with transaction():
        person = system()
        assert not person.roles  # read now: outside the session it could not be
        return person
