"""Coming in and going out."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ideas.accounts import guard
from ideas.accounts.actions import passwords, signing_in
from ideas.accounts.forms import EmailForm, NewPasswordForm, SignInForm
from ideas.accounts.models import Purpose
from ideas.accounts.queries import get_link
from ideas.accounts.views.blueprint import accounts
from ideas.core.i18n import _
from ideas.core.web import safe_next, without_replay
from ideas.people.queries import get_person


@accounts.route("/anmelden", methods=["GET", "POST"])
@without_replay
def sign_in() -> ResponseReturnValue:
    """Let a person in who knows her password."""
    form = SignInForm()
    problem, status = "", 200
    if form.validate_on_submit():
        try:
            token, person_id = signing_in.sign_in(
                form.email.data, form.password.data, address=request.remote_addr or ""
            )
        except (signing_in.SignInRefused, signing_in.TooManyAttempts) as error:
            problem, status = error.message, error.status
        else:
            guard.let_in(token, get_person(person_id))
            return redirect(safe_next(request.args.get("weiter"), url_for("home.start")), 303)
    elif form.is_submitted():
        status = 422
    return render_template("accounts/sign_in.html", form=form, problem=problem), status


@accounts.post("/abmelden")
def sign_out() -> ResponseReturnValue:
    """End the stay."""
    signing_in.sign_out(current_user.token)
    guard.let_out()
    flash(_("You have signed out."))
    return redirect(url_for("accounts.sign_in"), 303)


@accounts.route("/einladung/<token>", methods=["GET", "POST"])
@without_replay
def accept_invitation(token: str) -> ResponseReturnValue:
    """Set the first password."""
    form = NewPasswordForm()
    if form.validate_on_submit():
        passwords.accept_invitation(token, form.password.data)
        flash(_("Your password is set. Please sign in."))
        return redirect(url_for("accounts.sign_in"), 303)
    person = get_person(get_link(token, Purpose.INVITATION).person_id)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/accept_invitation.html", form=form, person=person), status


@accounts.route("/passwort-vergessen", methods=["GET", "POST"])
def forgot_password() -> ResponseReturnValue:
    """Ask for a link; the answer is the same whether the address is known or not."""
    form = EmailForm()
    if form.validate_on_submit():
        passwords.ask_reset(form.email.data)
        flash(_("If this address is registered, a mail with a link is on its way."))
        return redirect(url_for("accounts.sign_in"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/forgot_password.html", form=form), status


@accounts.route("/passwort/<token>", methods=["GET", "POST"])
@without_replay
def reset_password(token: str) -> ResponseReturnValue:
    """Set a new password through the mailed link."""
    form = NewPasswordForm()
    if form.validate_on_submit():
        passwords.reset_password(token, form.password.data)
        flash(_("Your password is set. Please sign in."))
        return redirect(url_for("accounts.sign_in"), 303)
    get_link(token, Purpose.RESET)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/reset_password.html", form=form), status
