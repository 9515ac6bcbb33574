"""Where texts beside the idea stand: talk, reports, words between authors, names of files."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select

from ideas.core.database import session
from ideas.core.i18n import _, day
from ideas.ideation.actions.mentions import write_with_names
from ideas.ideation.actions.text_places import Place, set_text, text_places
from ideas.ideation.models import (
    Coaching,
    Coauthor,
    Comment,
    CommentVersion,
    Idea,
    Report,
    Reveal,
)
from ideas.ideation.queries import files_of
from ideas.ideation.rules import may_settle_report
from ideas.people.models import Person
from ideas.process.events import EVENTS
from ideas.process.queries import history_of


def _write_comment(comment: Comment, text: str) -> None:
    comment.text, _people = write_with_names(text, comment.idea)


def _comments(idea: Idea, _reader: Person) -> Iterator[Place]:
    """Yield each comment and what it said before, also what was deleted for its readers."""
    for comment in session.scalars(select(Comment).where(Comment.idea_id == idea.id)):
        label = _("Comment of %(day)s", day=day(comment.made_at))
        yield Place(label, comment.text.source, partial(_write_comment, comment))
        earlier = select(CommentVersion).where(CommentVersion.comment_id == comment.id)
        for version in session.scalars(earlier.order_by(CommentVersion.n)):
            said = f"{label} ({_('version %(n)s', n=version.n)})"
            yield Place(said, version.source, partial(set_text, version, "source"))
        yield from _told_of(comment)


def _reports(idea: Idea, reader: Person) -> Iterator[Place]:
    for report in session.scalars(select(Report).where(Report.idea_id == idea.id)):
        shown = may_settle_report(reader, report)
        label = _("Report of %(day)s", day=day(report.made_at))
        yield Place(label, report.text, partial(set_text, report, "text"), shown)
        yield from _told_of(report, shown=shown)


def _reveals(idea: Idea, _reader: Person) -> Iterator[Place]:
    """Yield why somebody asked for the sealed name; it is searched, but not shown."""
    for reveal in session.scalars(select(Reveal).where(Reveal.idea_id == idea.id)):
        label = _("Request for the sealed name")
        yield Place(label, reveal.reason, partial(set_text, reveal, "reason"), shown=False)
        yield from _told_of(reveal, shown=False)


def _company(idea: Idea, _reader: Person) -> Iterator[Place]:
    """Yield what authors and coaches wrote to each other; it is searched, but not shown."""
    for row in session.scalars(select(Coauthor).where(Coauthor.idea_id == idea.id)):
        for name in ("message", "reply"):
            yield _between(row, name)
        yield from _told_of(row, shown=False)
    for coaching in session.scalars(select(Coaching).where(Coaching.idea_id == idea.id)):
        for name in ("question", "remark"):
            yield _between(coaching, name)


def _files(idea: Idea, _reader: Person) -> Iterator[Place]:
    for file in files_of(idea):
        yield Place(_("Name of a file"), file.name, partial(set_text, file, "name"))


def _between(row: Coauthor | Coaching, name: str) -> Place:
    label = _("Word between authors")
    return Place(label, getattr(row, name), partial(set_text, row, name), shown=False)


def _told_of(row: Comment | Report | Reveal | Coauthor, *, shown: bool = True) -> Iterator[Place]:
    """Yield the reasons in the journal of something that belongs to the idea."""
    for entry in history_of(row):
        if entry.reason and entry.event in EVENTS:
            label = f"{EVENTS[entry.event].sentence} ({day(entry.effective_at)})"
            for name in ("public", "internal"):
                text = getattr(entry.reason, name)
                yield Place(label, text, partial(set_text, entry.reason, name), shown)


text_places.extend((_comments, _reports, _reveals, _company, _files))
