"""The building blocks for reasons, and their insertion where no script does it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Stale
from ideas.core.forms import Form, new_request_key
from ideas.core.i18n import _
from ideas.programme import actions, rules
from ideas.programme.forms import BlockForm, differences
from ideas.programme.models import BlockKind, TextBlock
from ideas.programme.queries import get_block, text_blocks
from ideas.programme.views.blueprint import programme

MAX_DIGITS = 9


@programme.get("/textbausteine")
def blocks() -> ResponseReturnValue:
    """List the building blocks by what they are for."""
    rules.may_edit_blocks.require(actor())
    found = text_blocks()
    groups = [(kind, [row for row in found if row.kind == kind]) for kind in BlockKind]
    return render_template("programme/blocks.html", groups=groups)


@programme.route("/textbausteine/neu", methods=["GET", "POST"])
def write_block() -> ResponseReturnValue:
    """Write a new building block."""
    rules.may_edit_blocks.require(actor())
    form = BlockForm(data={"kind": request.args.get("fuer", "")})
    if form.validate_on_submit():
        actions.write_block(*_typed(form), actor=actor())
        return _back(_("The building block is saved."))
    status = 422 if form.is_submitted() else 200
    return render_template("programme/write_block.html", form=form), status


@programme.route("/textbausteine/<id:block_id>", methods=["GET", "POST"])
def edit_block(block_id: int) -> ResponseReturnValue:
    """Write a building block anew."""
    rules.may_edit_blocks.require(actor())
    block = get_block(block_id)
    stored = {"kind": block.kind.value, "title": block.title, "text": block.text}
    form = BlockForm(data=stored | {"seen": block.version})
    status, conflict = 422 if form.is_submitted() else 200, None
    if form.validate_on_submit():
        try:
            actions.edit_block(block, *_typed(form), seen=form.seen_version, actor=actor())
        except Stale:
            status, conflict = 409, differences(form, stored)
            form.seen.data = str(block.version)
        else:
            return _back(_("The building block is saved."))
    page = render_template(
        "programme/edit_block.html", form=form, block=block, conflict_rows=conflict
    )
    return page, status


@programme.post("/textbausteine/<id:block_id>/entfernen")
def retire_block(block_id: int) -> ResponseReturnValue:
    """Take a building block out of use."""
    rules.may_edit_blocks.require(actor())
    actions.retire_block(get_block(block_id), actor=actor())
    return _back(_("The building block is out of use. Reasons given with it stay as they are."))


def insert_block(form: Form, field: str) -> bool:
    """Put the building block whose button was pressed into the field; say whether one was."""
    pressed = request.form.get("block", "")
    fits = pressed.isascii() and pressed.isdigit() and len(pressed) <= MAX_DIGITS
    if not fits or not rules.may_edit_blocks(actor()):
        return False
    form.request_key.data = new_request_key()  # the first sending had its reply
    typed = form[field].data or ""
    form[field].data = "\n\n".join(text for text in (typed, get_block(int(pressed)).text) if text)
    return True


def _typed(form: BlockForm) -> tuple[BlockKind, str, str]:
    return BlockKind(form.kind.data), form.title.data, form.text.data


def _back(sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    return redirect(url_for("programme.blocks"), 303)


@programme.app_context_processor
def offer_blocks() -> dict[str, object]:
    """Let every page with a reason offer the building blocks for it."""
    return {"blocks_for": blocks_for}


def blocks_for(*kinds: str) -> list[TextBlock]:
    """Return the building blocks for these reasons."""
    return [block for block in text_blocks() if block.kind in kinds]
