"""What is said about an idea as the page prints it: threads, marks, and what may be done."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from flask import request, url_for
from markupsafe import Markup

from ideas.core import clock
from ideas.core.i18n import _
from ideas.ideation import rules
from ideas.ideation.actions.comments import OFFICES, editable_until
from ideas.ideation.events import comment_hidden, hiding_objected, hiding_upheld
from ideas.ideation.forms import CommentForm, find_id
from ideas.ideation.models import Idea
from ideas.ideation.queries.talk import FOLD, Said, comments_on, moderation_of
from ideas.ideation.sealing import voice
from ideas.people.models import Person

ALL = "alle"
OFFICES_IN_ORDER = sorted(OFFICES)


class Link(NamedTuple):
    """Something that this reader may do with a comment."""

    label: str
    url: str


class Line(NamedTuple):
    """One comment on the page; `note` stands where readers do not see the text."""

    id: int
    said: Said
    name: str
    markup: Markup | None
    note: str
    origin: str
    asides: list[tuple[str, str]]
    links: list[Link]


class Thread(NamedTuple):
    """A comment with its replies; `asks` says that the form to reply stands below."""

    lines: list[Line]
    asks: bool


class Talk(NamedTuple):
    """Everything that is said, and the form to say something."""

    threads: list[Thread]
    all_url: str
    action: str
    form: CommentForm
    reply_to: str
    may_comment: bool


class Reader(NamedTuple):
    """Who reads, what she may do here, and why comments that she still sees are hidden."""

    person: Person
    home: str
    suffix: str
    may_comment: bool
    is_moderator: bool
    moderation: dict[int, dict[str, str]]
    reply: str
    report: str
    parts: dict[int, str]


def comment_form(person: Person, idea: Idea) -> CommentForm:
    """Return the form to say something, with the offices that the person is seen to hold."""
    form, speaker = CommentForm(), voice(person, idea)
    form.offer(office for office in OFFICES_IN_ORDER if office in speaker.roles)
    return form


def talk_about(
    idea: Idea, person: Person, form: CommentForm, *, parts: Sequence[Idea] = ()
) -> Talk:
    """Return what is said about the idea and those merged into it, as this person reads it."""
    everything = request.values.get(ALL) == "1"
    threads = _threads(comments_on(idea, everything=everything, parts=parts))
    folded = not everything and len(threads) > FOLD
    shown = threads[1:] if folded else threads
    reader = _reader(idea, person, [said for thread in shown for said in thread], parts)
    own = [thread for thread in shown if thread[0].idea_id == idea.id]
    target = _answered(form, own) if reader.may_comment else None
    form.thread.data = str(target.id) if target else ""
    return Talk(
        threads=[
            Thread([_line(said, thread, reader) for said in thread], thread[0] is target)
            for thread in shown
        ],
        all_url=f"{reader.home}?{ALL}=1#comments" if folded else "",
        action=f"{reader.home}/kommentieren" + (f"?{ALL}=1" if everything else ""),
        form=form,
        reply_to=_name(target) if target else "",
        may_comment=reader.may_comment,
    )


def _threads(said: Sequence[Said]) -> list[list[Said]]:
    return [list(thread) for _root, thread in groupby(said, key=lambda one: one.root_id)]


def _answered(form: CommentForm, threads: list[list[Said]]) -> Said | None:
    """Return the beginning of the thread that the address or the form names."""
    wanted = find_id(form.thread.data or request.args.get("antwort"))
    for thread in threads:
        if any(said.id == wanted for said in thread) and _is_shown(thread[0]):
            return thread[0]
    return None


def _reader(idea: Idea, person: Person, said: Sequence[Said], parts: Sequence[Idea]) -> Reader:
    is_moderator = rules.is_moderator(person)
    hidden = [one.id for one in said if one.hidden_at and (is_moderator or _is_own(person, one))]
    return Reader(
        person,
        url_for("ideation.idea", number=idea.number),
        f"&{ALL}=1" if request.values.get(ALL) == "1" else "",
        rules.may_comment(person, idea) and not idea.merged_into_id,
        is_moderator,
        moderation_of(hidden) if hidden else {},
        _("Reply"),
        _("Report"),
        {part.id: part.number or "" for part in parts},
    )


def _line(said: Said, thread: list[Said], reader: Reader) -> Line:
    sees = _is_shown(said) or said.id in reader.moderation
    return Line(
        id=said.id,
        said=said,
        name=_name(said) if sees else "",
        markup=said.markup if sees else None,
        note=_note(said),
        origin=reader.parts.get(said.idea_id, ""),
        asides=_asides(said, reader),
        links=list(_links(said, thread, reader)),
    )


def _note(said: Said) -> str:
    if said.deleted_at:
        return _("This comment was deleted by its writer.")
    return _("This comment was hidden.") if said.hidden_at else ""


def _asides(said: Said, reader: Reader) -> list[tuple[str, str]]:
    """Return what only writer and moderators read of a hidden comment."""
    known = reader.moderation.get(said.id, {})
    asides = [(_("Reason"), known.get(comment_hidden.name, ""))]
    if said.objected_at:
        asides.append((_("Objection"), known.get(hiding_objected.name, "")))
        asides.append((_("Answer"), known.get(hiding_upheld.name, "") if said.upheld_at else ""))
    return [(label, text) for label, text in asides if text]


def _links(said: Said, thread: list[Said], reader: Reader) -> Iterator[Link]:
    origin = reader.parts.get(said.idea_id)
    home = url_for("ideation.idea", number=origin) if origin else reader.home
    page = f"{home}/kommentare/{said.id}"
    own = _is_own(reader.person, said)
    if said.hidden_at:
        yield from _links_of_hidden(said, page, reader, own=own)
    elif said.deleted_at is None:
        if reader.may_comment and _is_shown(thread[0]) and not origin:
            answer = f"{reader.home}?antwort={thread[0].id}{reader.suffix}#antworten"
            yield Link(reader.reply, answer)
        if own:
            if _is_editable(said, thread):
                yield Link(_("Edit"), f"{page}/bearbeiten")
            yield Link(_("Delete"), f"{page}/loeschen")
        else:
            yield Link(reader.report, f"{page}/melden")
            if reader.is_moderator:
                yield Link(_("Hide"), f"{page}/ausblenden")
    if said.edits and (own or reader.is_moderator):
        yield Link(_("Earlier texts"), f"{page}/verlauf")


def _links_of_hidden(said: Said, page: str, reader: Reader, *, own: bool) -> Iterator[Link]:
    if own and not said.objected_at:
        yield Link(_("Object to the hiding"), f"{page}/einwenden")
    if reader.is_moderator and not own:
        yield Link(_("Review the hiding"), f"{page}/ausblendung")


def _is_editable(said: Said, thread: list[Said]) -> bool:
    answered = any(one.id > said.id and one.author_id != said.author_id for one in thread)
    return clock.now() < editable_until(said.made_at) and not answered


def _is_shown(said: Said) -> bool:
    return said.deleted_at is None and said.hidden_at is None


def _is_own(person: Person, said: Any) -> bool:
    return rules.wrote_comment(person, said)


def _name(said: Said) -> str:
    return f"{said.given_name} {said.family_name}".strip()
