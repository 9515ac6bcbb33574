"""The building blocks: kept by coordination and chair, inserted without a script."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, Stale
from ideas.programme import actions
from ideas.programme.figures import open_gap
from ideas.programme.models import BlockKind, TextBlock
from ideas.programme.queries import text_blocks
from tests.build import steering

TEXT = "Vielen Dank! Zuständig ist [Stelle], weil [Grund]."


def block(clara, kind=BlockKind.QUESTION) -> int:
    with transaction():
        made = actions.write_block(kind, "Zuständigkeit", TEXT, actor=clara)
        session.flush()
        return made.id


def test_the_house_begins_with_blocks_for_every_reason(house):
    assert {one.kind for one in text_blocks()} == set(BlockKind)
    assert all(open_gap(one.text) for one in text_blocks() if one.kind != BlockKind.OBJECTION)


def test_a_block_is_written_changed_and_taken_out_of_use(clara, browse):
    browser = browse(clara)
    page = browser.get("/textbausteine/neu")
    page.submit("Speichern", kind="question", title="Zuständigkeit", text=TEXT)
    page = browser.get("/textbausteine").follow("Zuständigkeit")
    page.submit("Speichern", title="Wer zuständig ist")
    page = browser.get("/textbausteine").follow("Wer zuständig ist")
    gone = page.submit("Entfernen")
    assert "Der Textbaustein ist entfernt" in gone.text
    assert "Wer zuständig ist" not in gone.text
    assert session.query(TextBlock).filter_by(title="Wer zuständig ist").one().retired_at


def test_two_windows_do_not_overwrite_each_other(clara, doris, browse):
    key = block(clara)
    older = browse(clara).get(f"/textbausteine/{key}")
    browse(doris).get(f"/textbausteine/{key}").submit("Speichern", title="Von Doris")
    conflict = older.submit("Speichern", title="Von Clara")
    assert conflict.status == 409
    assert "Von Doris" in conflict.text
    found = session.get_one(TextBlock, key)
    with pytest.raises(Stale):
        actions.edit_block(found, BlockKind.QUESTION, "Alt", TEXT, seen=1, actor=clara)


def test_only_coordination_and_chair_keep_blocks(bernd, clara):
    key = block(clara)
    with transaction(), pytest.raises(NotAllowed):
        actions.retire_block(session.get_one(TextBlock, key), actor=bernd)


def test_a_block_goes_into_the_field_and_its_gaps_must_be_filled(anna, clara, browse):
    number, key = steering.in_screening(by=anna), block(clara)
    page = browse(clara).get(f"/steuerung/ideen/{number}/vorpruefung")
    filled = page.submit("Einfügen: Zuständigkeit", question="Guten Tag!")
    assert f"Guten Tag!\n\n{TEXT}" in filled.html.replace("\r", "")
    refused = filled.submit("Frage absenden")
    assert refused.status == 422
    assert "Bitte füllen Sie die Lücke „[Stelle]“" in refused.text
    done = refused.submit("Frage absenden", question="Zuständig ist wer?")
    assert "unterwegs" in done.text
    assert session.get_one(TextBlock, key).text == TEXT


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Zuständig ist [Stelle].", "[Stelle]"),
        ("Frau [geschwärzt] hat recht.", None),
        ("§ 9 Abs. 1 (neu) gilt.", None),
        ("Offen [] und [weiter]", "[]"),
    ],
)
def test_a_gap_is_what_stands_in_square_brackets(text, gap):
    assert open_gap(text) == gap
