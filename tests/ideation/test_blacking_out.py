"""What was blacked out is gone: from every table, every file of the database and every mail."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import make_url

from ideas.core import clock, database
from ideas.core.client_data import Kind
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation import actions
from ideas.ideation.actions import Texts
from ideas.ideation.models import Idea
from ideas.ideation.queries import Wanted, get_idea, ideas_matching, version_of
from ideas.maturation.actions import Report, report_status
from ideas.maturation.models import Health
from ideas.maturation.queries import get_project
from ideas.process import journal
from ideas.process.models import Notice
from ideas.process.queries import history_of
from ideas.steering.actions import scoring, screening
from ideas.steering.actions.screening import Answer
from tests.build import maturation as projects
from tests.build import steering as build
from tests.build.ideation import draft, published_idea, submitted_idea
from tests.page import values_of
from tests.personas import person_named
from tests.rows import columns_with

NAME = "Quastenflosser"
IBAN = "DE89 3704 0044 0532 0130 00"
SAID = f"Das betrifft Frau {NAME} mit dem Konto {IBAN}."
VARIANT = f"frau  {NAME.upper()},\nKonto DE89370400440532013000, war sehr zufrieden damit."
TEXTS = Texts(f"Brief an {NAME}", SAID, SAID, VARIANT, SAID)
TRACES = re.compile(r"quastenfloss|89370400440532013000|8937 ?0400|3704 ?0044", re.IGNORECASE)
WHY = "Hier stand ein Name und ein Konto."


def as_(name: str):
    return person_named(name)


def everywhere(anna, olaf, doris, monkeypatch) -> str:
    """Return the number of a project in whose every text somebody has named the client."""
    for place in ("REASON", "LETTER"):
        monkeypatch.setattr(build, place, SAID)
    monkeypatch.setattr(projects, "EVIDENCE", SAID)
    number, clara = submitted_idea(by=anna, texts=TEXTS), as_("clara")
    again = Texts(TEXTS.title, VARIANT, SAID, SAID, SAID)
    build.attempt(actions.edit_idea, number, again, seen=1, actor=anna)
    build.publish(number)
    build.attempt(actions.comment_on, number, SAID, actor=as_("bernd"))
    build.attempt(screening.ask_back, number, SAID, actor=clara)
    build.attempt(actions.answer_query, number, VARIANT, actor=anna)
    answers = {key: Answer(one.answer, SAID) for key, one in build.all_gates().items()}
    build.attempt(screening.save_screening, number, answers, seen=1, actor=clara)
    build.attempt(screening.pass_on, number, actor=clara)
    round_id = build.open_round()
    for member in build.VOTERS:
        said = scoring.Judgement(build.points(5).points, dict.fromkeys(build.KEYS, SAID), SAID)
        build.attempt(scoring.score_idea, number, said, seen=0, actor=as_(member))
    build.close_round(round_id)
    build.release(build.decide(number, round_id))
    projects.adopted(number, owner=olaf, actor=doris)
    projects.answer_all(number, owner=olaf)
    projects.ask(number, owner=olaf)
    projects.decide(number, chair=doris, reason=SAID)
    soon = clock.today() + timedelta(days=14)
    with transaction():
        report = Report(Health.ON_TRACK, SAID, SAID, soon, SAID)
        report_status(get_project(number, reader=olaf, lock=True), report, actor=olaf)
    projects.park(number, actor=doris, reason=SAID)
    return number


def files_with_traces(url: str) -> list[str]:
    path = make_url(url).database
    found = []
    for ending in ("", "-wal", "-journal"):
        file = Path(f"{path}{ending}")
        if file.exists() and TRACES.search(file.read_bytes().decode("latin-1")):
            found.append(file.name)
    return found


def test_nothing_is_left_in_any_table_or_file(app, real_database, backend, monkeypatch, run_checks):
    anna, olaf, doris = as_("anna"), as_("olaf"), as_("doris")
    number = everywhere(anna, olaf, doris, monkeypatch)
    before = columns_with(database.engine(), TRACES)
    assert len(before) > 25, before
    assert backend == "postgres" or files_with_traces(real_database)
    count = build.attempt(
        actions.black_out, number, [NAME, IBAN], reason=WHY, kinds=[Kind.IBAN], actor=doris
    )
    database.session.remove()
    assert count > 30
    assert columns_with(database.engine(), TRACES) == set()
    if backend == "sqlite":
        assert files_with_traces(real_database) == []
    assert run_checks() == []
    with transaction():
        assert "[geschwärzt]" in get_idea(number, reader=as_("bernd")).title


@pytest.fixture
def run_checks():
    """Return what `check` and `audit verify` find."""

    def run() -> list[object]:
        from ideas.cli.invariants import CHECKS  # noqa: PLC0415 (commands are loaded late)

        with transaction() as own:
            return [*(line for check in CHECKS for line in check()), *journal.verify(own)]

    return run


def test_the_trace_holds_numbers_and_never_the_text(anna, clara, doris, browse, run_checks):
    number = published_idea(by=anna, texts=TEXTS)
    page = browse(clara).get(f"/ideen/{number}").follow("Schwärzen oder verbergen")
    assert page.status == 200
    page = page.submit("Zeigen, was verschwindet", reason=WHY, passages=NAME)
    assert f"<mark>{NAME}</mark>" in page.html
    assert "Was unten markiert ist, verschwindet, an" in page.text
    page = page.submit("Endgültig schwärzen")
    assert re.search(r"An \d+ Stellen geschwärzt\.", page.text)
    assert NAME not in page.html
    with transaction():
        entry = history_of(get_idea(number, reader=clara))[-1]
        assert entry.event == "idea.blacked_out"
        assert set(entry.details) == {"places", "kinds", "versions", "rebound"}
        assert entry.details["kinds"] == ["iban", "name"]
        assert NAME not in str(entry.details)
        told = session.scalars(select(Notice).where(Notice.entry_sequence == entry.sequence)).all()
        assert [notice.person_id for notice in told] == [anna.id]
    assert WHY in browse(anna).get(f"/ideen/{number}").text
    receipt = browse(anna).get(f"/ideen/{number}/eingang").text
    assert "wurden Sozialdaten geschwärzt" in receipt
    assert "Der gespeicherte Text passt zur Prüfsumme." in receipt
    assert run_checks() == []


def test_search_finds_the_idea_no_more_by_what_is_gone(anna, doris):
    number = published_idea(by=anna, texts=TEXTS)
    build.attempt(actions.black_out, number, [NAME], reason=WHY, actor=doris)
    with transaction():
        assert not ideas_matching(Wanted(words=NAME), reader=doris)
        assert ideas_matching(Wanted(words="Brief"), reader=doris)


def test_a_reason_changed_behind_the_house_is_still_found(anna, doris, run_checks):
    number = published_idea(by=anna, texts=TEXTS)
    build.attempt(screening.ask_back, number, SAID, actor=doris)
    build.attempt(actions.black_out, number, [NAME], reason=WHY, actor=doris)
    assert run_checks() == []
    with transaction():
        session.execute(text("UPDATE reason SET public = 'Anders'"))
    assert {one.problem for one in run_checks()} == {"changed reason"}


def test_an_open_page_of_the_author_does_not_bring_it_back(anna, clara, browse):
    number = submitted_idea(by=anna, texts=TEXTS)
    page = browse(anna).get(f"/ideen/{number}/bearbeiten")
    build.attempt(actions.black_out, number, [NAME], reason=WHY, actor=clara)
    assert page.submit("Neue Fassung speichern", title="X").status in {409, 422}
    with transaction():
        idea = get_idea(number, reader=anna)
        assert NAME not in idea.title
        assert version_of(idea, idea.text_version).title == idea.title


def test_what_sealed_scores_say_is_not_shown_but_goes_too(anna, bernd, clara, browse):
    number, _round_id = build.in_round(by=anna, title=f"Brief an {NAME}")
    said = scoring.Judgement(build.points(3).points, {}, f"Geheim: {NAME}")
    build.attempt(scoring.score_idea, number, said, seen=0, actor=bernd)
    page = browse(clara).get(f"/ideen/{number}/schwaerzen")
    assert "Geheim" not in page.html
    page = page.submit("Zeigen, was verschwindet", reason=WHY, passages=NAME)
    page.submit("Endgültig schwärzen")
    assert NAME not in browse(bernd).get(f"/ideen/{number}/bewertung").html
    page = browse(clara).get(f"/ideen/{number}/schwaerzen")
    page = page.submit("Zeigen, was verschwindet", reason=WHY, passages="Geheim")
    assert "Diese Stelle steht in keinem Text der Idee." in page.text


@pytest.mark.parametrize(
    ("passages", "reason", "sentence"),
    [
        ("", WHY, "Bitte wählen oder schreiben Sie die Stelle"),
        ("ab", WHY, "mindestens drei Buchstaben"),
        (NAME, f"Wegen {NAME}.", "Die Begründung wiederholt die Stelle."),
        ("Steht nirgends", WHY, "steht in keinem Text"),
    ],
)
def test_what_cannot_be_blacked_out_is_said(anna, clara, browse, passages, reason, sentence):
    number = published_idea(by=anna, texts=TEXTS)
    page = browse(clara).get(f"/ideen/{number}/schwaerzen")
    form, _button = page.form_with("Zeigen, was verschwindet")
    given = values_of(form) | {"passages": passages, "reason": reason, "endgueltig": "1"}
    given.pop("found")
    answer = page.browser.post(page.url, given)
    assert (answer.status, sentence in answer.text) == (422, True)
    assert NAME in browse(anna).get(f"/ideen/{number}").text


def test_withheld_at_once_and_shown_again(anna, bernd, clara, doris, browse, run_checks):
    number = published_idea(by=anna, texts=TEXTS)
    page = browse(clara).get(f"/ideen/{number}/schwaerzen")
    page = page.submit("Sofort verbergen", why="Wir sehen nach einem Namen.")
    assert "Die Idee ist verborgen" in page.text
    statuses = {who.given_name: browse(who).get(f"/ideen/{number}").status
                for who in (anna, bernd, clara, doris)}  # fmt: skip
    assert statuses == {"Anna": 200, "Bernd": 404, "Clara": 200, "Doris": 200}
    assert number not in browse(bernd).get("/ideen").html
    assert run_checks() == []
    with pytest.raises(NotPossible):
        build.attempt(actions.withhold, number, reason=WHY, actor=clara)
    page.submit("Idee wieder zeigen")
    assert browse(bernd).get(f"/ideen/{number}").status == 200
    with pytest.raises(NotPossible):
        build.attempt(actions.show_again, number, actor=clara)


def test_nobody_else_blacks_out_and_drafts_are_left_alone(anna, bernd, clara):
    number, key = published_idea(by=anna, texts=TEXTS), draft(by=clara, texts=TEXTS)
    for person in (anna, bernd):
        with pytest.raises(NotAllowed):
            build.attempt(actions.black_out, number, [NAME], reason=WHY, actor=person)
    with transaction(), pytest.raises(NotAllowed):
        actions.black_out(session.get_one(Idea, key), [NAME], reason=WHY, actor=clara)


def test_an_action_without_a_passage_is_refused(anna, clara):
    number = published_idea(by=anna, texts=TEXTS)
    with pytest.raises(Invalid):
        build.attempt(actions.black_out, number, [" "], reason=WHY, actor=clara)
