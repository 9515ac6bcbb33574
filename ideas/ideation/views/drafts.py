"""Writing: drafts, their preview, and handing in."""

from collections.abc import Mapping
from datetime import date, timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import clock
from ideas.core.errors import Stale
from ideas.core.i18n import _
from ideas.core.rich_text import RichText
from ideas.core.web import wants_fragment, without_replay
from ideas.ideation import actions, rules, workflow
from ideas.ideation.forms import (
    DraftForm,
    EditForm,
    NewDraftForm,
    SubmitForm,
    TextsForm,
    find_id,
    stored_texts,
)
from ideas.ideation.models import Idea
from ideas.ideation.queries import drafts_of, get_draft, get_idea
from ideas.ideation.views.blueprint import ideation
from ideas.process.transitions import obstacles
from ideas.programme.forms import differences
from ideas.programme.models import Campaign, Step, Topic
from ideas.programme.queries import (
    all_topics,
    campaign_names,
    due_date,
    get_campaign,
    open_campaigns,
)

ONWARD = "weiter"
QUESTIONS = ("problem", "audience", "proposal", "benefit")


@ideation.get("/ideen/entwuerfe")
def drafts() -> ResponseReturnValue:
    """List one's own drafts."""
    rules.may_draft.require(actor())
    return render_template(
        "ideation/drafts.html",
        drafts=drafts_of(actor()),
        campaigns=campaign_names(actor()),
        may_draft=rules.may_draft(actor()),
    )


@ideation.route("/ideen/neu", methods=["GET", "POST"])
def new_idea() -> ResponseReturnValue:
    """Begin a draft."""
    rules.may_draft.require(actor())
    form = _draft_form(None, NewDraftForm, {"campaign": request.args.get("kampagne", "")})
    if form.validate_on_submit():
        idea = actions.draft_idea(
            form.texts,
            campaign=_campaign(form),
            topic=_topic(form),
            sealed=isinstance(form, NewDraftForm) and form.wants_seal,
            actor=actor(),
        )
        return _saved(idea)
    status = 422 if form.is_submitted() else 200
    return render_template("ideation/new_idea.html", form=form), status


@ideation.route("/ideen/entwurf/<id:idea_id>", methods=["GET", "POST"])
def edit_draft(idea_id: int) -> ResponseReturnValue:
    """Write on at a draft."""
    idea = get_draft(idea_id, reader=actor(), lock=request.method == "POST")
    if actions.is_waiting(idea):
        return redirect(url_for("ideation.letter_box", idea_id=idea.id), 303)
    form = _draft_form(idea, values=_stored(idea) | {"seen": idea.text_version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_draft(
                idea,
                form.texts,
                campaign=_campaign(form),
                topic=_topic(form),
                seen=form.seen_version,
                actor=actor(),
            )
        except Stale:
            status, conflict = 409, differences(form, stored_texts(idea))
            form.seen.data = str(idea.text_version)
        else:
            return _saved(idea)
    page = render_template("ideation/edit_draft.html", form=form, idea=idea, conflict_rows=conflict)
    return page, status


@ideation.post("/ideen/vorschau")
@without_replay
def preview() -> ResponseReturnValue:
    """Render what was typed: one text for a script, or the whole form's page again."""
    rules.may_draft.require(actor())
    if wants_fragment():
        return str(RichText.write(request.form.get("text", "")).markup)
    form, idea, page = _typed(request.args.get("nummer"), find_id(request.args.get("entwurf")))
    shown = [(form[name].label.text, RichText.write(form[name].data or "")) for name in QUESTIONS]
    return render_template(page, form=form, idea=idea, preview=shown, conflict_rows=None)


@ideation.route("/ideen/entwurf/<id:idea_id>/einreichen", methods=["GET", "POST"])
def submit(idea_id: int) -> ResponseReturnValue:
    """Check the draft and hand it in."""
    idea = get_draft(idea_id, reader=actor(), lock=request.method == "POST")
    if actions.is_waiting(idea):
        return redirect(url_for("ideation.letter_box", idea_id=idea.id), 303)
    form = SubmitForm(seen=idea.text_version)
    stale = False
    if form.validate_on_submit():
        try:
            page = _hand_in(idea, form)
        except Stale:
            stale = True
            form.seen.data = str(idea.text_version)
        else:
            flash(_("Thank you. Your idea has arrived."), "success")
            return redirect(page, 303)
    page = render_template(
        "ideation/submit.html",
        form=form,
        idea=idea,
        stale=stale,
        obstacles=_missing(idea),
        until=due_date(Step.PUBLISH, _arrives_on(idea), idea.campaign_id),
    )
    return page, 409 if stale else 422 if form.is_submitted() else 200


@ideation.post("/ideen/entwurf/<id:idea_id>/loeschen")
def delete_draft(idea_id: int) -> ResponseReturnValue:
    """Throw a draft away."""
    actions.delete_draft(get_draft(idea_id, reader=actor(), lock=True), actor=actor())
    flash(_("The draft is deleted."))
    return redirect(url_for("ideation.drafts"), 303)


def _hand_in(idea: Idea, form: SubmitForm) -> str:
    """Hand the draft in and return the address of its receipt."""
    if idea.is_sealed:
        actions.post_idea(idea, seen=form.seen_version, actor=actor())
        return url_for("ideation.letter_box", idea_id=idea.id)
    actions.submit_idea(idea, seen=form.seen_version, follow_it=form.follow_it.data, actor=actor())
    return url_for("ideation.receipt", number=idea.number)


def _arrives_on(idea: Idea) -> date:
    """Return the day on which the idea coordination gets the idea if it is handed in now."""
    return clock.today() + timedelta(days=1 if idea.is_sealed else 0)


def _missing(idea: Idea) -> list[str]:
    if idea.is_sealed:
        return workflow.before_posting(idea)
    return list(obstacles(workflow.submit, idea))


def _typed(number: str | None, idea_id: int | None) -> tuple[TextsForm, Idea | None, str]:
    """Return the form that was sent for a preview, its idea and its page."""
    if number:
        return EditForm(), get_idea(number, reader=actor()), "ideation/edit_idea.html"
    if idea_id:
        idea = get_draft(idea_id, reader=actor())
        return _draft_form(idea), idea, "ideation/edit_draft.html"
    return _draft_form(None, NewDraftForm), None, "ideation/new_idea.html"


def _draft_form(
    idea: Idea | None, kind: type[DraftForm] = DraftForm, values: Mapping[str, object] | None = None
) -> DraftForm:
    form = kind(**(values or {}))
    campaigns = open_campaigns()
    if idea is not None and idea.campaign not in campaigns:
        campaigns = [*campaigns, idea.campaign]
    form.offer(campaigns, all_topics())
    return form


def _stored(idea: Idea) -> dict[str, object]:
    places = {"campaign": str(idea.campaign_id), "topic": str(idea.topic_id or "")}
    return stored_texts(idea) | places


def _campaign(form: DraftForm) -> Campaign:
    return get_campaign(int(form.campaign.data))


def _topic(form: DraftForm) -> Topic | None:
    return next((row for row in all_topics() if str(row.id) == form.topic.data), None)


def _saved(idea: Idea) -> ResponseReturnValue:
    if request.form.get("schritt") == ONWARD:
        return redirect(url_for("ideation.submit", idea_id=idea.id), 303)
    flash(_("Your draft is saved. Only you see it."), "success")
    return redirect(url_for("ideation.edit_draft", idea_id=idea.id), 303)
