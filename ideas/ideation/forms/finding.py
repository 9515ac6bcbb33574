"""The form that finds ideas."""

from collections.abc import Iterable, Mapping

from wtforms import BooleanField, Field, HiddenField, SelectField
from wtforms import Form as PlainForm

from ideas.core.forms import choices, day, line
from ideas.core.i18n import _, _l
from ideas.ideation.models import Status
from ideas.ideation.queries import Order, Wanted

MAX_DIGITS = 9


class FindForm(PlainForm):  # type: ignore[misc]  # WTForms carries no types
    """Which ideas the list shows; part of its address, so it holds no token."""

    suche = line(
        _l("Search"),
        required=False,
        hint=_l("In titles, texts, comments and reasons. “…” finds a phrase, form* a beginning."),
    )
    kampagne = SelectField(_l("Campaign"), coerce=str)
    status = SelectField(_l("State"), coerce=str)
    thema = SelectField(_l("Topic"), coerce=str)
    sortierung = SelectField(_l("Order"), coerce=str)
    team = SelectField(_l("Team of the author"), coerce=str)
    von = day(_l("Submitted from"), required=False)
    bis = day(_l("Submitted until"), required=False)
    mehr = HiddenField()
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

    def offer_teams(self, teams: Mapping[int, str]) -> None:
        """Offer these teams."""
        self.team.choices = choices([("", _("all")), *_pairs(teams)])

    def check_days(self) -> None:
        """Say at its field what is no day, or why no day can fit."""
        for field in (self.von, self.bis):
            if not field.validate(self):
                field.errors = [_("Please write a day such as 24.12.2026.")]
        if self.von.data and self.bis.data and self.bis.data < self.von.data:
            self.bis.errors = [_("This day lies before the first one.")]

    @property
    def shows_more(self) -> bool:
        """Say whether the rarer filters are wanted: asked for, or one of them is set."""
        rare = (self.mehr, self.team, self.von, self.bis)
        return any(field.raw_data and any(field.raw_data) for field in rare)

    @property
    def further(self) -> tuple[Field, ...]:
        """Return the rarer filters, if they are wanted."""
        team = (self.team,) if len(self.team.choices) > 1 else ()
        return (*team, self.von, self.bis) if self.shows_more else ()

    @property
    def wanted(self) -> Wanted:
        """Return what the address asks for; what it cannot ask for is ignored."""
        offered = {str(choice.value) for choice in self.sortierung.choices}
        return Wanted(
            words=self.suche.data or "",
            campaign_id=find_id(self.kampagne.data),
            topic_id=find_id(self.thema.data),
            status=Status(self.status.data) if self.status.data in set(Status) else None,
            team_id=find_id(self.team.data),
            since=self.von.data,
            until=self.bis.data,
            mine=bool(self.meine.data),
            order=Order(self.sortierung.data) if self.sortierung.data in offered else Order.NEWEST,
        )


def _pairs(names: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in names.items()]


def find_id(value: str | None) -> int | None:
    """Return the id that an address names, or None if it names none."""
    fits = value and value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS
    return int(value) if fits and value else None
