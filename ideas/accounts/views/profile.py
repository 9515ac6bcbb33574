"""One's own account."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts import guard
from ideas.accounts.actions import passwords
from ideas.accounts.actions.people import edit_profile
from ideas.accounts.forms import ChangePasswordForm, ProfileForm
from ideas.accounts.guard import actor
from ideas.accounts.views.blueprint import accounts
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.core.web import without_replay


@accounts.route("/profil", methods=["GET", "POST"])
def profile() -> ResponseReturnValue:
    """Choose language and mail."""
    person = actor()
    form = ProfileForm(obj=person)
    if form.validate_on_submit():
        edit_profile(
            person,
            language=form.language.data,
            wants_mail=form.wants_mail.data,
            actor=person,
        )
        flash(_("Your profile is saved."))
        return redirect(url_for("accounts.profile"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/profile.html", form=form, person=person), status


@accounts.route("/profil/passwort", methods=["GET", "POST"])
@without_replay
def change_password() -> ResponseReturnValue:
    """Change one's password; afterwards everybody signs in anew."""
    form = ChangePasswordForm()
    if form.validate_on_submit():
        try:
            passwords.change_password(actor(), form.present.data, form.password.data, actor=actor())
        except Invalid as error:
            form.present.errors = [error.message]
            return render_template("accounts/change_password.html", form=form), 422
        guard.let_out()
        flash(_("Your password is changed. Please sign in with it."))
        return redirect(url_for("accounts.sign_in"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/change_password.html", form=form), status
