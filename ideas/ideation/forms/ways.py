"""Fields for where an idea goes when its way ends here."""

from wtforms import (
    SelectMultipleField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from ideas.core.forms import choices, day, line, select_one, text
from ideas.core.i18n import _, _l
from ideas.ideation.actions.waiting import Destination
from ideas.ideation.models import Addressee
from ideas.ideation.queries import open_tags


class DestinationFields:
    """Where an idea is sent on to; needed as soon as the form says so."""

    addressee = select_one(_l("Which kind of office?"), required=False)
    office = line(
        _l("Name of the office"), required=False, hint=_l("Readers of the idea see it; no person.")
    )
    ask_again_on = day(_l("Ask again on"), required=False, hint=_l("At most twelve months ahead."))

    def offer_addressees(self) -> None:
        """Offer the kinds of offices."""
        nothing = ("", _("Please choose"))
        self.addressee.choices = choices([nothing, *((one, one.label) for one in Addressee)])

    def names_destination(self) -> bool:
        """Say whether all of it is there; what is missing gets its error."""
        missing = [f for f in (self.addressee, self.office, self.ask_again_on) if not f.data]
        for field in missing:
            field.errors = [*field.errors, _("Please fill in this field.")]
        return not missing

    def destination(self) -> Destination:
        """Return what was typed."""
        return Destination(Addressee(self.addressee.data), self.office.data, self.ask_again_on.data)


class WayFields(DestinationFields):
    """What a decision needs that does not select: a change, events, or an office."""

    change = text(
        _l("What would have to change?"),
        required=False,
        longest=2_000,
        hint=_l("Needed unless the idea is selected; it stands below the letter."),
    )
    tag_ids = SelectMultipleField(
        _l("Comes back earlier with"), widget=ListWidget(), option_widget=CheckboxInput()
    )

    def offer_ways(self) -> None:
        """Offer the kinds of offices and the events that have not happened yet."""
        self.offer_addressees()
        self.tag_ids.choices = choices((str(tag.id), tag.name) for tag in open_tags())
        self.tag_ids.data = [str(key) for key in self.tag_ids.data or ()]
