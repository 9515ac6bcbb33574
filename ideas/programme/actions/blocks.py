"""The house's building blocks for reasons."""

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Stale
from ideas.core.i18n import _
from ideas.people.models import Person
from ideas.programme import events, rules
from ideas.programme.models import BlockKind, TextBlock


def write_block(kind: BlockKind, title: str, text: str, *, actor: Person) -> TextBlock:
    """Write a new building block."""
    rules.may_edit_blocks.require(actor)
    block = TextBlock(kind=kind, title=title, text=text)
    session.add(block)
    session.flush()
    events.block_written.record(block, actor=actor)
    return block


def edit_block(
    block: TextBlock, kind: BlockKind, title: str, text: str, *, seen: int, actor: Person
) -> None:
    """Write a building block anew; reasons that were given with it stay as they are.

    Raises:
        Stale: somebody else changed it since it was shown.
    """
    rules.may_edit_blocks.require(actor, block)
    if block.version != seen:
        raise Stale(_("Somebody else changed this in the meantime."), block)
    if (block.kind, block.title, block.text) == (kind, title, text):
        return
    block.kind, block.title, block.text = kind, title, text
    events.block_written.record(block, actor=actor)


def retire_block(block: TextBlock, *, actor: Person) -> None:
    """Take a building block out of use."""
    rules.may_edit_blocks.require(actor, block)
    block.retired_at = clock.now()
    events.block_retired.record(block, actor=actor)
