"""The house's own pages and the barriers people report."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor, visitor
from ideas.core.errors import Stale
from ideas.core.i18n import _, day
from ideas.people.queries import system
from ideas.programme import actions, rules
from ideas.programme.forms import BarrierForm, PageForm, differences
from ideas.programme.queries import barrier_reports, get_page
from ideas.programme.views.blueprint import programme

LONGEST_ADDRESS = 500
BARRIER_PAGE = "barriere-melden"


@programme.get("/seite/<string:slug>")
def page(slug: str) -> ResponseReturnValue:
    """Show a page of the house; guests read it too."""
    found = get_page(slug)
    person = visitor()
    may_edit = person is not None and rules.may_edit_page(person, found)
    return render_template("programme/page.html", page=found, may_edit=may_edit)


@programme.route("/seite/<string:slug>/bearbeiten", methods=["GET", "POST"])
def edit_page(slug: str) -> ResponseReturnValue:
    """Change a page of the house."""
    found = get_page(slug)
    rules.may_edit_page.require(actor(), found)
    stored = {"title": found.title, "content": found.content.source}
    form = PageForm(data=stored | {"seen": found.version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_page(
                found,
                title=form.title.data,
                content=form.content.data,
                seen=form.seen_version,
                actor=actor(),
            )
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(found.version)
        else:
            flash(_("The page is saved."), "success")
            return redirect(url_for("programme.page", slug=slug), 303)
    text = render_template(
        "programme/edit_page.html", form=form, page=found, conflict_rows=conflict
    )
    return text, status


@programme.route("/barriere-melden", methods=["GET", "POST"])
def report_barrier() -> ResponseReturnValue:
    """Report something that cannot be read or used; guests may too."""
    form = BarrierForm(page=request.args.get("seite", "")[:LONGEST_ADDRESS])
    if form.validate_on_submit():
        report = actions.report_barrier(
            page=form.page.data or "",
            problem=form.problem.data,
            contact=form.contact.data or "",
            actor=visitor() or system(),
        )
        until = day(report.answer_until)
        flash(_("Thank you. We look into it and answer until %(day)s.", day=until), "success")
        return redirect(url_for("programme.report_barrier"), 303)
    person = visitor()
    text = render_template(
        "programme/report_barrier.html",
        form=form,
        page=get_page(BARRIER_PAGE),
        may_read=person is not None and rules.may_read_barriers(person),
    )
    return text, 422 if form.is_submitted() else 200


@programme.get("/barrieren")
def barriers() -> ResponseReturnValue:
    """List the reported barriers."""
    rules.may_read_barriers.require(actor())
    return render_template("programme/barriers.html", reports=barrier_reports())
