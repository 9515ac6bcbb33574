"""Naming people in comments: the text keeps a handle, the page shows the present name."""

from typing import Any

from sqlalchemy import delete, event, inspect, select
from sqlalchemy.orm import Session, joinedload

from ideas.core.database import session
from ideas.core.rich_text import HANDLE, RichText, handles_in
from ideas.ideation.figures import handle_of
from ideas.ideation.models import Comment, CommentVersion, Idea, Mention
from ideas.ideation.queries.mentions import mentions_in, names_of, people_behind
from ideas.people.models import Person


def write_with_names(text: str, idea: Idea) -> tuple[RichText, dict[str, Person]]:
    """Render a comment; also return whom it mentions, by their handles."""
    people = people_behind(handles_in(text), idea)
    return RichText.write(text, names=names_of(people)), people


def keep_mentions(comment: Comment, people: dict[str, Person]) -> None:
    """Remember whom the comment mentions now."""
    session.execute(delete(Mention).where(Mention.comment_id == comment.id))
    session.add_all(
        Mention(comment_id=comment.id, person_id=person.id, handle=handle)
        for handle, person in people.items()
    )
    session.flush()


def _name_again(own: Session, *_args: Any) -> None:
    """Write the new name of a person into every comment that mentions her, whoever changed it."""
    for row in list(own.dirty):
        if isinstance(row, Person) and _is_renamed(row):
            with own.no_autoflush:
                _write_name(own, row)


def _is_renamed(person: Person) -> bool:
    state = inspect(person)
    return any(state.attrs[name].history.has_changes() for name in ("given_name", "family_name"))


def _write_name(own: Session, person: Person) -> None:
    handle = handle_of(person.name, person.id)
    rows = own.scalars(
        select(Mention).where(Mention.person_id == person.id).options(joinedload(Mention.person))
    ).all()
    for mention in rows:
        comment = own.get_one(Comment, mention.comment_id)
        names = names_of(mentions_in(comment)) | {handle: person.name}
        source = _with_handle(comment.text.source, mention.handle, handle)
        comment.text = RichText.write(source, names=names)
        earlier = select(CommentVersion).where(CommentVersion.comment_id == comment.id)
        for version in own.scalars(earlier):
            version.source = _with_handle(version.source, mention.handle, handle)
        mention.handle = handle


def _with_handle(source: str, old: str, new: str) -> str:
    return HANDLE.sub(lambda found: f"@{new}" if found[1] == old else found[0], source)


event.listen(Session, "before_flush", _name_again)
