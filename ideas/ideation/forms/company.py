"""Forms for bringing an idea together with others."""

from collections.abc import Iterable

from wtforms import (
    BooleanField,
    RadioField,
)
from wtforms.validators import DataRequired

from ideas.core.forms import Form, choices, line, text
from ideas.core.i18n import _l
from ideas.ideation.models.idea import MAX_GROUP
from ideas.people.queries import Colleague


class PersonForm(Form):
    """Choose one of the colleagues that a search has found."""

    person = RadioField(_l("Whom do you mean?"), [DataRequired(_l("Please choose a person."))])

    def offer(self, people: Iterable[Colleague]) -> None:
        """Offer these people, told apart by their teams."""
        self.person.choices = choices((str(one.id), f"{one.name} · {one.detail}") for one in people)


class CoachForm(PersonForm):
    """Choose a coach, and say what to look at."""

    question = text(
        _l("What should your colleague look at?"),
        required=False,
        longest=2_000,
        hint=_l("For instance: Can this be understood? Have you got this in your team, too?"),
    )


class GroupForm(Form):
    """What the people behind an idea call themselves."""

    group_name = line(
        _l("Name of the group"),
        required=False,
        longest=MAX_GROUP,
        hint=_l("It stands before your names, for instance “Entrance team”."),
    )


class WordForm(Form):
    """An answer with a word to go with it."""

    word = text(_l("A word with it"), required=False, longest=2_000)


class JoinForm(Form):
    """Ask to join an idea, with a text of one's own if it shall go along."""

    text = text(
        _l("What you would bring in"),
        required=False,
        longest=5_000,
        hint=_l("Your thoughts on it, or your own proposal. Only the author reads it."),
    )
    send_text = BooleanField(_l("Send this text along"))


class RemarkForm(Form):
    """What a coach says of a draft."""

    remark = text(_l("Your remark"), hint=_l("Only the one who asked you reads it."))
