"""The forms of accounts."""

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectMultipleField, widgets
from wtforms.validators import Email, EqualTo, InputRequired, Length

from ideas.core.forms import EditingForm, Form, choices, line, select_one
from ideas.core.forms import password as secret
from ideas.core.guarding import ALL
from ideas.core.i18n import LANGUAGES, _l
from ideas.people.models import Role


class SignInForm(Form):
    """Come in."""

    unguarded = ALL
    email = line(_l("E-mail address"), autocomplete="username")
    password = secret(_l("Password"), autocomplete="current-password")


class EmailForm(Form):
    """Ask for a link."""

    unguarded = ALL
    email = line(_l("E-mail address"), autocomplete="username")


class NewPasswordForm(Form):
    """Set a password through a link."""

    password = secret(_l("New password"), hint=_l("At least 10 characters."))
    again = secret(_l("New password, once more"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.again.validators = [
            *self.again.validators,
            EqualTo("password", _l("The two passwords differ.")),
        ]
        self.password.validators = [
            *self.password.validators,
            Length(min=10, message=_l("The password needs at least 10 characters.")),
        ]


class ChangePasswordForm(NewPasswordForm):
    """Change one's password."""

    present = secret(_l("Present password"), autocomplete="current-password")


class ProfileForm(EditingForm):
    """Language and mail."""

    language = select_one(_l("Language"))
    wants_mail = BooleanField(
        _l("Send me mails about my own ideas and tasks"),
        description=_l("Your inbox here shows everything in any case."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.language.choices = choices(LANGUAGES.items())


class InviteForm(Form):
    """Invite somebody."""

    unguarded = ALL
    given_name = line(_l("Given name"), longest=120)
    family_name = line(_l("Family name"), longest=120)
    email = line(_l("E-mail address"), longest=254)
    unit = line(_l("Team"), required=False, longest=120)
    roles = SelectMultipleField(
        _l("Roles"),
        [InputRequired(_l("Please choose at least one role."))],
        default=[Role.EMPLOYEE.value],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.roles.choices = choices((role.value, role.label) for role in Role)
        self.email.validators = [*self.email.validators, Email()]


class ImportForm(Form):
    """People from a list."""

    file = FileField(
        _l("CSV file"),
        [FileRequired(_l("Please choose a file."))],
        description=_l("Columns: Name (or Vorname and Nachname), E-Mail, Team."),
    )
