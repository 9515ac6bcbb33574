"""How many words are a reason that needs no building block."""

from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.core.plain_text import visible_length

SHORTEST = 20


def require_words(text: str, shortest: int = SHORTEST) -> None:
    """Let a text pass that says something.

    Raises:
        Invalid: it is too short.
    """
    if visible_length(text) < shortest:
        raise Invalid(_("Please write at least %(count)s characters.", count=shortest))
