"""Drafts that save themselves, and what is left of a form that came too late."""

from flask import Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from ideas.accounts.guard import actor, visitor
from ideas.core import clock
from ideas.core.errors import NotFound, Stale
from ideas.core.i18n import _
from ideas.core.rescue import Rescued, rescuers
from ideas.core.web import wants_fragment, without_replay
from ideas.ideation import actions, rules
from ideas.ideation.forms import DraftForm, HastyForm, find_id
from ideas.ideation.models import Idea
from ideas.ideation.queries import find_draft, get_draft
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.draft_forms import (
    chosen_campaign,
    chosen_topic,
    draft_form,
)
from ideas.people.models import Person
from ideas.people.queries import find_person
from ideas.programme.models import Campaign, Topic

LATER = "-later"
CAREFUL = {"csrf": False}  # the form came without a session, or with another one's


@ideation.post("/ideen/neu/zwischenspeichern")
@without_replay
def autosave_new() -> ResponseReturnValue:
    """Keep what was typed into a new form; its key makes it one draft, however often it comes."""
    rules.may_draft.require(actor())
    key = request.form.get("request_key", "")
    return _autosave(find_draft(key, reader=actor()) if key else None)


@ideation.post("/ideen/entwurf/<id:idea_id>/zwischenspeichern")
@without_replay
def autosave(idea_id: int) -> ResponseReturnValue:
    """Keep what was typed into a draft."""
    return _autosave(get_draft(idea_id, reader=actor(), lock=True))


@ideation.post("/ideen/fragen")
@without_replay
def questions() -> ResponseReturnValue:
    """Show what the chosen campaign asks, with everything that was typed."""
    rules.may_draft.require(actor())
    idea_id = find_id(request.args.get("entwurf"))
    idea = get_draft(idea_id, reader=actor()) if idea_id else None
    form = draft_form(HastyForm, idea, actor())
    if wants_fragment():
        return render_template("ideation/_questions.html", form=form)
    page = "ideation/edit_draft.html" if idea else "ideation/new_idea.html"
    return render_template(page, form=form, idea=idea, conflict_rows=None)


def save(idea: Idea | None, form: DraftForm, writer: Person, *, seen: int | None = None) -> Idea:
    """Save what was typed by itself: as a new draft, or over the one that was seen."""
    campaign, topic = chosen_campaign(form, idea, writer), chosen_topic(form)
    if idea is None:
        idea, is_new = _begin(form, campaign, topic, writer)
        seen = idea.text_version
    else:
        is_new = False
    if not is_new:
        actions.edit_draft(
            idea,
            form.texts,
            campaign=campaign,
            topic=topic,
            seen=form.seen_version if seen is None else seen,
            by_itself=True,
            actor=writer,
        )
    actions.answer_questions(idea, form.answers, actor=writer)
    return idea


def wants_another_name(idea: Idea, form: DraftForm) -> bool:
    """Say whether the first form asks for what its draft is not: anonymous, or by name.

    It was saved meanwhile, so the change is not made in passing: a page of its own says what
    has been seen already, or what cannot be taken back.
    """
    return form.wants_seal not in (None, idea.is_sealed)


def _begin(
    form: DraftForm, campaign: Campaign, topic: Topic | None, writer: Person
) -> tuple[Idea, bool]:
    """Begin the draft of this form, or return the one it has begun on another way."""
    key = form.request_key.data or None
    try:
        drafted = actions.draft_idea(
            form.texts,
            campaign=campaign,
            topic=topic,
            sealed=bool(form.wants_seal),
            form_key=key,
            actor=writer,
        )
    except Stale as error:
        known: Idea = error.current  # type: ignore[assignment]  # the draft that it names
        return known, False
    return drafted, True


def _autosave(idea: Idea | None) -> ResponseReturnValue:
    form = draft_form(HastyForm, idea, actor())
    if not form.validate():
        return _refused(" ".join(str(e) for errors in form.errors.values() for e in errors), 422)
    # A form that has seen no version is the one the draft came from: it may go on.
    seen = idea.text_version if idea and not form.seen.data else None
    try:
        saved = save(idea, form, actor(), seen=seen)
    except Stale as error:
        return _refused(error.message, 409)
    return jsonify(_told(saved, form))


def _refused(message: str, status: int) -> Response:
    answer = jsonify(message=message)
    answer.status_code = status
    return answer


def _told(idea: Idea, form: DraftForm) -> Rescued:
    now = clock.local(clock.now())
    time = f"{now.hour:02}:{now.minute:02}"
    message = _("Saved at %(time)s", time=time)
    if wants_another_name(idea, form):
        message = (
            _("Saved at %(time)s, anonymously. “Save draft” leads to giving your name.", time=time)
            if idea.is_sealed
            else _(
                "Saved at %(time)s, with your name so far. “Save draft” leads on to anonymous.",
                time=time,
            )
        )
    return {
        "url": url_for("ideation.edit_draft", idea_id=idea.id),
        "autosave": url_for("ideation.autosave", idea_id=idea.id),
        "seen": str(idea.text_version),
        "message": message,
    }


def _rescue(writer_id: int) -> Rescued | None:
    """Keep a draft whose form came too late, among the drafts of the one who wrote it."""
    writer = find_person(writer_id)
    if writer is None or not writer.is_active or not rules.may_draft(writer):
        return None
    idea = _known(writer)
    form = draft_form(HastyForm, idea, writer, meta=CAREFUL)
    if not form.validate():
        return None
    if idea and form.seen.data and idea.text_version != form.seen_version:
        if form.texts == actions.texts_of(idea):
            return _told(idea, form)
        idea = None  # it was changed elsewhere: both texts are kept, each as a draft
        form.request_key.data = f"{form.request_key.data}{LATER}"
    seen = idea.text_version if idea else None
    told = _told(save(idea, form, writer, seen=seen), form)
    present = visitor()
    if present and present.id == writer.id:
        told["token"] = generate_csrf()
    return told


def _known(writer: Person) -> Idea | None:
    """Return the draft that the form belongs to, if there still is one."""
    idea_id = (request.view_args or {}).get("idea_id")
    if idea_id is None:
        return find_draft(request.form.get("request_key", ""), reader=writer)
    try:
        return get_draft(idea_id, reader=writer, lock=True)
    except NotFound:
        return None


for endpoint in ("new_idea", "edit_draft", "autosave_new", "autosave"):
    rescuers[f"ideation.{endpoint}"] = _rescue
