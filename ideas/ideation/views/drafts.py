"""Writing: drafts, their preview, and handing in."""

from datetime import date, timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core import clock
from ideas.core.errors import Stale
from ideas.core.i18n import _
from ideas.core.rich_text import RichText, handles_in
from ideas.core.web import wants_fragment, without_replay
from ideas.ideation import actions, rules, workflow
from ideas.ideation.forms import (
    DraftForm,
    SubmitForm,
    TextsForm,
    find_id,
    stored_texts,
)
from ideas.ideation.models import Idea
from ideas.ideation.queries import (
    coaching_of,
    drafts_of,
    files_of,
    find_draft,
    get_draft,
    get_idea,
)
from ideas.ideation.queries.mentions import names_of, people_behind
from ideas.ideation.views.autosave import save, wants_another_name
from ideas.ideation.views.blueprint import ideation
from ideas.ideation.views.draft_forms import (
    chosen_campaign,
    chosen_topic,
    draft_form,
    edit_form,
    stored_draft,
)
from ideas.ideation.views.hints import way_from
from ideas.process.transitions import obstacles
from ideas.programme.forms import differences
from ideas.programme.models import Step
from ideas.programme.queries import campaign_names, due_date
from ideas.programme.rules import may_take_part

TO_FILES = "dateien"
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
    form = draft_form(DraftForm, None, actor(), campaign=request.args.get("kampagne", ""))
    if form.validate_on_submit():
        known = find_draft(form.request_key.data, reader=actor())  # saved by itself meanwhile
        seen = known.text_version if known else None
        return _saved(save(known, form, actor(), seen=seen), form)
    status = 422 if form.is_submitted() else 200
    return render_template("ideation/new_idea.html", form=form), status


@ideation.route("/ideen/entwurf/<id:idea_id>", methods=["GET", "POST"])
def edit_draft(idea_id: int) -> ResponseReturnValue:
    """Write on at a draft."""
    idea = get_draft(idea_id, reader=actor(), lock=request.method == "POST")
    if actions.is_waiting(idea):
        return redirect(url_for("ideation.letter_box", idea_id=idea.id), 303)
    form = draft_form(DraftForm, idea, actor(), **stored_draft(idea), seen=idea.text_version)
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_draft(
                idea,
                form.texts,
                campaign=chosen_campaign(form, idea, actor()),
                topic=chosen_topic(form),
                seen=form.seen_version,
                actor=actor(),
            )
            actions.answer_questions(idea, form.answers, actor=actor())
        except Stale:
            status, conflict = 409, differences(form, stored_texts(idea))
            form.seen.data = str(idea.text_version)
        else:
            return _saved(idea, form)
    page = render_template(
        "ideation/edit_draft.html",
        form=form,
        idea=idea,
        conflict_rows=conflict,
        coaching=coaching_of(idea, reader=actor()),
    )
    return page, status


@ideation.post("/ideen/vorschau")
@without_replay
def preview() -> ResponseReturnValue:
    """Render what was typed: one text for a script, or the whole form's page again."""
    rules.may_draft.require(actor())
    if wants_fragment():
        text = request.form.get("text", "")
        names = names_of(people_behind(handles_in(text))) if request.args.get("namen") else {}
        return str(RichText.write(text, names=names).markup)
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
        files=files_of(idea),
        stale=stale,
        obstacles=_obstacles(idea),
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


def _obstacles(idea: Idea) -> list[str]:
    """Return what stands in the way of handing in, for this person too."""
    if idea.is_sealed:
        found = workflow.before_posting(idea)
    else:
        found = list(obstacles(workflow.submit, idea))
    if not may_take_part(actor(), idea.campaign):
        found.append(_("Only chosen teams and persons take part in this campaign."))
    return found


def _typed(number: str | None, idea_id: int | None) -> tuple[TextsForm, Idea | None, str]:
    """Return the form that was sent for a preview, its idea and its page."""
    if number:
        idea = get_idea(number, reader=actor())
        return edit_form(idea), idea, "ideation/edit_idea.html"
    if idea_id:
        idea = get_draft(idea_id, reader=actor())
        return draft_form(DraftForm, idea, actor()), idea, "ideation/edit_draft.html"
    return draft_form(DraftForm, None, actor()), None, "ideation/new_idea.html"


def _saved(idea: Idea, form: DraftForm) -> ResponseReturnValue:
    if wants_another_name(idea, form):
        page = "ideation.open_draft_seal" if idea.is_sealed else "ideation.seal_draft"
        flash(_("Your draft is saved. Only you see it."), "success")
        return redirect(url_for(page, idea_id=idea.id), 303)
    if request.form.get("schritt") == TO_FILES:
        return redirect(url_for("ideation.draft_files", idea_id=idea.id), 303)
    if way := way_from(idea, request.form.get("schritt", "")):
        return redirect(way, 303)
    flash(_("Your draft is saved. Only you see it."), "success")
    return redirect(url_for("ideation.edit_draft", idea_id=idea.id), 303)
