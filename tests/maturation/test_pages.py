"""The pages of projects, in a browser without scripts."""

import pytest
from sqlalchemy import insert, select, update

from ideas.core.database import session, transaction
from ideas.ideation.models import Idea
from ideas.maturation.models import Project
from ideas.people.models import Unit
from ideas.process.events import EVENTS
from tests.build import maturation as build

PHASES = 6
MOST_STATEMENTS = 12


@pytest.fixture
def number(anna, olaf, doris):
    return build.project_in("charter", author=anna, owner=olaf, chair=doris, title="Kurzbrief")


def answers(page):
    names = {field.get("name") or "" for field in page.tree.iter()}
    given = {name: "met" for name in names if name.startswith("answer_")}
    return given | {name: "Liegt vor." for name in names if name.startswith("evidence_")}


def test_a_card_walks_from_selected_to_completed(browse, anna, olaf, doris):
    number = build.selected_idea(by=anna, title="Kurzbrief")
    page = browse(doris).get("/vorhaben/aufnehmen")
    page = page.follow("Verantwortliche Person benennen: Kurzbrief")
    page = page.submit("Vorhaben beginnen", owner=str(olaf.id))
    assert "Ausgewählt" in page.text
    for _phase in range(PHASES):
        page = browse(olaf).get(f"/vorhaben/{number}").follow("Prüfpunkte beantworten")
        page = page.submit("Antworten speichern", **answers(page)).submit("Freigabe beantragen")
        assert "Die Freigabe ist beantragt" in page.text
        page = browse(doris).get(f"/vorhaben/{number}/freigabe")
        page = page.submit("Entscheidung festhalten", outcome="released", reason="Gut so.")
        assert page.status == 200
    assert "„Kurzbrief“ ist abgeschlossen." in page.text
    shelf = browse(anna).get("/vorhaben/beiseite/abgeschlossen")
    assert "Kurzbrief" in shelf.links()
    history = browse(anna).get(f"/ideen/{number}").text
    assert "Das Vorhaben ist abgeschlossen." in history


def test_everybody_reads_the_board_and_only_leaders_get_buttons(browse, number, everyone):
    for name, person in everyone.items():
        page = browse(person).get("/vorhaben")
        if name in {"armin", "paula"}:
            assert page.status == 403
            continue
        assert "Auftrag klären (1)" in page.text
        assert number in page.text
        assert "Team Leistung" in page.text
        form = page.tree.find(".//form[@data-board]")
        assert (form is not None) == (name in {"clara", "doris"})


def test_public_pages_name_the_team_and_only_those_concerned_see_the_name(browse, number, everyone):
    for name, person in everyone.items():
        if name in {"armin", "paula"}:
            continue
        board, project = browse(person).get("/vorhaben"), browse(person).get(f"/vorhaben/{number}")
        assert ("Olaf" in board.text) is False
        assert ("Olaf Özdemir" in project.text) == (name in {"anna", "olaf", "clara", "doris"})


def test_who_may_not_read_the_idea_does_not_find_its_project(browse, number, armin):
    assert browse(armin).get(f"/vorhaben/{number}").status == 404
    assert browse(armin).get("/vorhaben/2020-0001").status == 404


def test_the_filter_stays_in_the_form_and_says_when_nothing_fits(browse, number, anna):
    page = browse(anna).get("/vorhaben?ampel=off_track&kampagne=x&team=99999999999999999999")
    chosen = [o.get("value") for o in page.tree.iter("option") if o.get("selected") is not None]

    assert "off_track" in chosen
    assert number not in page.text
    assert "Kein Vorhaben passt zu diesem Filter." in page.text
    assert number in page.follow("Alle Vorhaben anzeigen").text


def test_an_empty_board_says_what_to_do(browse, clara, anna):
    assert browse(clara).get("/vorhaben").follow("Ausgewählte Ideen aufnehmen").status == 200
    assert "Das Board ist noch leer." in browse(anna).get("/vorhaben").text


@pytest.mark.parametrize("which", ["geparkt", "gestoppt", "abgeschlossen"])
def test_a_shelf_without_projects_leads_back(browse, anna, which):
    page = browse(anna).get(f"/vorhaben/beiseite/{which}")

    assert page.follow("Zum Board").url == "/vorhaben"


def test_an_unknown_shelf_is_not_found(browse, anna):
    assert browse(anna).get("/vorhaben/beiseite/verloren").status == 404


def test_a_long_shelf_has_pages(browse, number, anna, olaf, clara, doris, monkeypatch):
    monkeypatch.setattr("ideas.maturation.views.board.SIZE", 1)
    other = build.new_project(author=anna, owner=olaf, chair=doris, title="Zweite")
    for parked in (number, other):
        build.park(parked, actor=clara)
    first = browse(anna).get("/vorhaben/beiseite/geparkt")
    second = first.follow("Nächste Seite")

    assert ("Zweite" in first.text, "Kurzbrief" in first.text) == (True, False)
    assert ("Zweite" in second.text, "Kurzbrief" in second.text) == (False, True)
    assert "zuletzt in „Auftrag klären“" in second.text
    assert "Nächste Seite" not in second.links()


def cards(how_many, *, like):
    """Add rows like the one that was built: what the page costs is counted, not how they came."""
    with transaction():
        project = session.scalars(
            select(Project).join(Project.idea).where(Idea.number == like)
        ).one()
        idea = project.idea
        for n in range(how_many):
            copy = {c.name: getattr(idea, c.name, None) for c in Idea.__table__.columns}
            copy |= {"id": None, "number": f"2020-{n:04}", "number_year": 2020, "number_n": n}
            for name in ("problem", "audience", "proposal", "benefit"):
                copy |= {f"{name}_source": "Text", f"{name}_html": "<p>Text</p>"}
            del copy["id"]
            key = session.execute(insert(Idea.__table__).values(copy)).inserted_primary_key[0]
            row = {c.name: getattr(project, c.name) for c in Project.__table__.columns}
            del row["id"]
            session.execute(insert(Project.__table__).values(row | {"idea_id": key}))


def test_the_board_costs_the_same_number_of_statements_for_any_number_of_cards(
    browse, number, clara, statements
):
    browser = browse(clara)
    browser.get("/vorhaben")
    statements.clear()
    browser.get("/vorhaben")
    few = len(statements)
    cards(30, like=number)
    statements.clear()
    page = browser.get("/vorhaben")

    assert "Auftrag klären (31)" in page.text
    assert len(statements) == few <= MOST_STATEMENTS


@pytest.mark.parametrize("path", ["", "/verschieben", "/pruefpunkte", "/bericht"])
def test_a_page_of_a_project_costs_few_statements(browse, number, olaf, statements, path):
    build.report(number, owner=olaf)
    build.report(number, owner=olaf)
    browser = browse(olaf)
    statements.clear()
    page = browser.get(f"/vorhaben/{number}{path}")

    assert page.status == 200
    assert len(statements) <= MOST_STATEMENTS


def test_markup_in_titles_and_teams_is_shown_as_text(browse, anna, olaf, doris):
    number = build.new_project(author=anna, owner=olaf, chair=doris, title="<b>Kurz</b> & gut")
    with transaction():
        session.execute(update(Unit).where(Unit.id == olaf.unit_id).values(name="<i>Team</i>"))
    for path in ("/vorhaben", f"/vorhaben/{number}", f"/vorhaben/{number}/verschieben"):
        page = browse(doris).get(path)
        assert "<b>Kurz</b> & gut" in page.text
    assert "<i>Team</i>" in browse(doris).get("/vorhaben").text


def test_every_event_of_a_project_is_an_event_of_its_idea():
    names = {name for name, event in EVENTS.items() if type(event).__name__ == "ProjectEvent"}

    assert len(names) == 14
    assert {EVENTS[name].subject for name in names} == {Idea}
