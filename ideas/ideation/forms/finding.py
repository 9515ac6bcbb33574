"""The form that finds ideas."""

from collections.abc import Iterable, Mapping

from wtforms import (
    BooleanField,
    SelectField,
)
from wtforms import Form as PlainForm

from ideas.core.forms import choices, line
from ideas.core.i18n import _, _l
from ideas.ideation.models import Status
from ideas.ideation.queries import Order, Wanted

MAX_DIGITS = 9


class FindForm(PlainForm):  # type: ignore[misc]  # WTForms carries no types
    """Which ideas the list shows; part of its address, so it holds no token."""

    suche = line(_l("Search"), required=False)
    kampagne = SelectField(_l("Campaign"), coerce=str)
    status = SelectField(_l("State"), coerce=str)
    thema = SelectField(_l("Topic"), coerce=str)
    sortierung = SelectField(_l("Order"), coerce=str)
    meine = BooleanField(_l("Only mine"))

    def offer(
        self, campaigns: Mapping[int, str], topics: Mapping[int, str], orders: Iterable[Order]
    ) -> None:
        """Offer these campaigns, topics and orders, and every state."""
        self.kampagne.choices = choices([("", _("all")), *_pairs(campaigns)])
        self.thema.choices = choices([("", _("all")), *_pairs(topics)])
        states = [(status.value, status.label) for status in Status if status != Status.DRAFT]
        self.status.choices = choices([("", _("all")), *states])
        self.sortierung.choices = choices((order.value, order.label) for order in orders)

    @property
    def wanted(self) -> Wanted:
        """Return what the address asks for; what it cannot ask for is ignored."""
        offered = {str(choice.value) for choice in self.sortierung.choices}
        return Wanted(
            words=self.suche.data or "",
            campaign_id=find_id(self.kampagne.data),
            topic_id=find_id(self.thema.data),
            status=Status(self.status.data) if self.status.data in set(Status) else None,
            mine=bool(self.meine.data),
            order=Order(self.sortierung.data) if self.sortierung.data in offered else Order.NEWEST,
        )


def _pairs(names: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in names.items()]


def find_id(value: str | None) -> int | None:
    """Return the id that an address names, or None if it names none."""
    fits = value and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS
    return int(value) if fits and value else None
