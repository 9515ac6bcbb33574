"""`audit verify` finds every way to falsify the journal."""

import json

import pytest
from sqlalchemy import text

from ideas.core import database
from ideas.core.database import session
from ideas.notifications.delivery.anchor import present_anchor
from tests.build.steering import decided, in_screening

SWAP = """UPDATE entry SET event = (SELECT event FROM entry AS other WHERE other.sequence =
    CASE entry.sequence WHEN 8 THEN 9 ELSE 8 END) WHERE sequence IN (8, 9)"""
INSERT = """INSERT INTO entry (sequence, subject_kind, subject_id, event, actor_id, actor_role,
    effective_at, recorded_at, details, previous, hash)
    SELECT 1000, subject_kind, subject_id, event, actor_id, actor_role, effective_at, recorded_at,
    details, hash, hash FROM entry WHERE sequence = (SELECT sequence FROM head)"""
CUT = "DELETE FROM {} WHERE {} > (SELECT sequence FROM head) - 2"


def falsify(*statements: str) -> None:
    with database.transaction():
        for statement in statements:
            session.execute(text(statement))


def test_an_honest_journal_holds(run, anna):
    decided(by=anna)
    result = run("audit", "verify")
    assert result.exit_code == 0
    assert "Das Protokoll ist unversehrt" in result.stdout


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE entry SET actor_id = actor_id + 1 WHERE sequence = 8"],
        ["UPDATE entry SET hash = previous WHERE sequence = 8"],
        ["UPDATE entry SET details = '{}' WHERE event = 'idea.submitted'"],
        ["DELETE FROM notice", "DELETE FROM reason", "DELETE FROM entry WHERE sequence = 8"],
        [SWAP],
        [INSERT],
        [CUT.format("notice", "entry_sequence"), CUT.format("reason", "entry_sequence"),
         CUT.format("entry", "sequence")],
        ["UPDATE reason SET public = 'etwas anderes'"],
        ["DELETE FROM reason"],
        ["DELETE FROM head"],
    ],
    ids="changed hash details removed swapped inserted cut reason reasonless headless".split(),
)  # fmt: skip
def test_a_falsified_journal_is_found(run, anna, statements):
    decided(by=anna)
    falsify(*statements)
    result = run("audit", "verify")
    assert result.exit_code == 1
    assert result.stdout.startswith("Eintrag")


def test_a_tail_cut_together_with_the_head_is_found_by_the_anchor(run, anna, tmp_path):
    in_screening(by=anna)
    with database.transaction():
        anchor = present_anchor()
    path = tmp_path / "anchor.json"
    path.write_text(json.dumps(vars(anchor)))
    assert run("audit", "verify", "--anchor", path).exit_code == 0
    last = f"sequence = {anchor.sequence}"
    falsify(
        f"DELETE FROM notice WHERE entry_{last}",  # noqa: S608
        f"DELETE FROM reason WHERE entry_{last}",  # noqa: S608
        f"DELETE FROM entry WHERE {last}",  # noqa: S608
        "UPDATE head SET sequence = sequence - 1,"
        " hash = (SELECT hash FROM entry ORDER BY sequence DESC LIMIT 1)",
    )
    assert run("audit", "verify").exit_code == 0
    result = run("audit", "verify", "--anchor", path)
    assert result.exit_code == 1
    assert f"Der Eintrag {anchor.sequence} vom" in result.stdout


def test_a_file_that_is_no_anchor_ends_with_a_sentence(house, run, tmp_path):
    assert house.in_transaction()
    path = tmp_path / "anchor.json"
    for content in ("kein JSON", "{}", "[1]"):
        path.write_text(content)
        result = run("audit", "verify", "--anchor", path)
        assert (result.exit_code, "ist kein Ende eines Protokolls" in result.output) == (2, True)
