"""What all commands have in common, and the small ones."""

from pathlib import Path

from ideas.handbook.scanning import rights
from ideas.handbook.words import AUDIENCES, CONDITIONS, RIGHTS
from ideas.process.events import EVENTS
from tests.build.steering import handed_in
from tests.notifications.conftest import mails, send_to

ROOT = Path(__file__).parents[2]


def test_every_command_says_in_german_what_it_does(app, run):
    for name, command in app.cli.commands.items():
        assert command.help
        assert "Zeigt" not in command.help
        result = run(name, "--help")
        assert result.exit_code == 0


def test_deliver_sends_what_is_due_and_counts(house, run, anna, monkeypatch, tmp_path):
    assert house.in_transaction()
    send_to(monkeypatch, smtp_url="", data_dir=tmp_path)
    handed_in(by=anna)
    result = run("deliver")
    assert (result.exit_code, result.stdout) == (0, "versandt: 2\n")
    assert run("deliver").stdout == "Keine Mail war fällig.\n"
    assert len(list((tmp_path / "mails").glob("*.eml"))) == len(mails()) == 2


def test_the_handbook_on_paper_is_the_one_the_code_prints(app, run):
    assert app
    result = run("handbook")
    assert result.exit_code == 0
    assert (ROOT / "docs" / "handbuch.md").read_text("utf-8") == result.stdout


def test_every_right_condition_and_audience_has_its_german_word(app):
    assert app
    names = {f"{room}.{name}" for room, name, _rule in rights()}
    assert {name for name in names if not {name, name.partition(".")[2]} & set(RIGHTS)} == set()
    used = {word for _room, _name, rule in rights() for word in words(rule.name)}
    assert used - set(CONDITIONS) == set()
    told = {audience.people.__name__ for event in EVENTS.values() for audience in event.tells}
    assert told - set(AUDIENCES) == set()


def words(expression: str) -> set[str]:
    return set("".join(c if c.isalnum() or c == "_" else " " for c in expression).split())
