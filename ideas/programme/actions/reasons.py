"""What every reason has to hold that ends an idea or puts it off."""

from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length
from ideas.programme.figures import open_gap

SHORTEST_REASON = 80


def whole_reason(reason: str, change: str) -> str:
    """Return the reason with what would have to change, as its readers see it.

    Raises:
        Invalid: a gap is open, it is too short, or it does not say what would have to change.
    """
    require_filled(reason, change)
    if not visible_length(change):
        raise Invalid(_("Please say what would have to change."))
    if is_too_short(reason, change):
        raise Invalid(too_short())
    return joined(reason, change)


def joined(reason: str, change: str) -> str:
    """Return both parts as one text."""
    return f"{reason.strip()}\n\n{_('What would have to change?')}\n{change.strip()}"


def is_too_short(reason: str, change: str) -> bool:
    """Say whether both parts together are less than a reason."""
    return visible_length(reason) + visible_length(change) < SHORTEST_REASON


def too_short() -> str:
    """Return the sentence for a reason that is too short."""
    return _(
        "Reason and what would have to change together need at least %(count)s characters.",
        count=SHORTEST_REASON,
    )


def require_filled(*texts: str) -> None:
    """Let texts pass that hold no open gap of a building block.

    Raises:
        Invalid: one holds a gap; the message names it.
    """
    for text in texts:
        if gap := open_gap(text):
            raise Invalid(unfilled(gap))


def unfilled(gap: str) -> str:
    """Return the sentence for a gap that is still open."""
    return _("Please fill the gap “%(gap)s” of the building block, or delete it.", gap=gap)
