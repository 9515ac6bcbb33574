"""The page of people, for the administration."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts import rules
from ideas.accounts.actions import people as managing
from ideas.accounts.actions.import_people import import_people as import_list
from ideas.accounts.forms import ImportForm, InviteForm
from ideas.accounts.guard import actor
from ideas.accounts.views.blueprint import accounts
from ideas.core.errors import Invalid, NotPossible
from ideas.core.forms import MAX_LINE
from ideas.core.i18n import _, _n
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.people.models import Role
from ideas.people.queries import get_person, people_matching

PAGE = 50


@accounts.get("/personen")
def people() -> ResponseReturnValue:
    """Show who has an account and which roles."""
    rules.may_manage_people.require(actor())
    words = (request.args.get("suche") or "")[:MAX_LINE]
    found = people_matching(words, page=page_number(), size=PAGE)
    return render_template(
        "accounts/people.html",
        people=found[:PAGE],
        words=words,
        page=paging(more=len(found) > PAGE),
    )


@accounts.route("/personen/einladen", methods=["GET", "POST"])
def invite() -> ResponseReturnValue:
    """Invite somebody by mail."""
    rules.may_manage_people.require(actor())
    form = InviteForm()
    status = 200
    if form.validate_on_submit():
        try:
            person = managing.invite(
                name=(form.given_name.data, form.family_name.data),
                email=form.email.data,
                unit=form.unit.data or "",
                roles={Role(role) for role in form.roles.data},
                actor=actor(),
            )
        except Invalid as error:
            form.email.errors = [error.message]
        except NotPossible as error:
            form.roles.errors = [error.message]
        else:
            flash(_("%(name)s is invited; the mail is on its way.", name=person.name))
            return redirect(url_for("accounts.people"), 303)
    if form.is_submitted():
        status = 422
    return render_template("accounts/invite.html", form=form), status


@accounts.route("/personen/importieren", methods=["GET", "POST"])
def import_people() -> ResponseReturnValue:
    """Invite everybody on a list; all or nobody."""
    rules.may_manage_people.require(actor())
    form = ImportForm()
    if form.validate_on_submit():
        try:
            invited = import_list(form.file.data.read(), actor=actor())
        except Invalid as error:
            form.file.errors = [error.message]
        else:
            count = len(invited)
            flash(_n("%(num)s person is invited.", "%(num)s people are invited.", count))
            return redirect(url_for("accounts.people"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/import_people.html", form=form), status


@accounts.get("/personen/<id:person_id>")
def person(person_id: int) -> ResponseReturnValue:
    """Show one account with what can be done."""
    rules.may_manage_people.require(actor())
    found = get_person(person_id)
    return render_template(
        "accounts/person.html", person=found, roles=Role, is_oneself=found.id == actor().id
    )


@accounts.post("/personen/<id:person_id>/rolle-geben")
def grant_role(person_id: int) -> ResponseReturnValue:
    """Appoint somebody."""
    managing.grant_role(get_person(person_id), _role(), actor=actor())
    return _done(person_id, _("The role is given; it holds at once."))


@accounts.post("/personen/<id:person_id>/rolle-nehmen")
def revoke_role(person_id: int) -> ResponseReturnValue:
    """End an appointment."""
    managing.revoke_role(get_person(person_id), _role(), actor=actor())
    return _done(person_id, _("The role has ended."))


@accounts.post("/personen/<id:person_id>/sperren")
def deactivate(person_id: int) -> ResponseReturnValue:
    """Close an account."""
    managing.deactivate(get_person(person_id), actor=actor())
    return _done(person_id, _("The account is deactivated."))


@accounts.post("/personen/<id:person_id>/freischalten")
def reactivate(person_id: int) -> ResponseReturnValue:
    """Open an account again."""
    managing.reactivate(get_person(person_id), actor=actor())
    return _done(person_id, _("The account is open again; a new invitation is on its way."))


@accounts.post("/personen/<id:person_id>/erneut-einladen")
def invite_again(person_id: int) -> ResponseReturnValue:
    """Mail a new invitation."""
    managing.invite_again(get_person(person_id), actor=actor())
    return _done(person_id, _("A new invitation is on its way."))


def _role() -> Role:
    rules.may_manage_people.require(actor())
    value = request.form.get("role", "")
    if value not in list(Role):
        raise Invalid(_("There is no such role."))
    return Role(value)


def _done(person_id: int, sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("accounts.person", person_id=person_id), 303)
