"""Merging in the browser: find, compare, confirm, object, answer, undo."""

import pytest

from ideas.core.database import transaction
from ideas.ideation.actions import comment_on, support
from ideas.ideation.models import Status
from ideas.ideation.queries import get_idea
from tests.build.ideation import in_state, published_idea, submitted_idea
from tests.build.merging import merge, merged_pair, object_to

REASON = "Beide wollen einen Brief, den man versteht."


@pytest.fixture
def pair(anna, olaf):
    return published_idea(by=olaf), published_idea(by=anna)


def test_the_coordination_finds_compares_and_merges(browse, clara, pair, jan):
    number, home = pair
    with transaction():
        support(get_idea(number, reader=jan), actor=jan)
        comment_on(get_idea(number, reader=jan), "Von drüben", actor=jan)
    page = browse(clara).get(f"/ideen/{number}").follow("Mit anderer Idee zusammenführen")
    assert home in page.text
    page = page.browser.get(f"/ideen/{number}/zusammenfuehren?suche={home}")
    page = page.browser.get(page.links()["Vergleichen mit Ein Brief, den man versteht"])
    assert "Olaf Özdemir" in page.text
    refused = page.submit("Ideen zusammenführen", reason="Doppelt.")
    assert (refused.status, "mindestens 20 Zeichen" in refused.text) == (422, True)
    assert "Doppelt." in refused.html
    done = refused.submit("Ideen zusammenführen", reason=REASON)
    assert done.url == f"/ideen/{home}"
    for words in (
        "Die Ideen sind zusammengeführt.",
        "Hierher zusammengeführt",
        f"Olaf Özdemir ({number}); Anna Albrecht ({home})",
        f"aus Idee {number}",
        REASON,
        "Unterstützung 1",
    ):
        assert words in done.text


def test_the_part_points_home_and_offers_nothing_else(browse, anna, olaf, jan):
    number, home = merged_pair(by=olaf, home_by=anna)
    page = browse(jan).get(f"/ideen/{number}")
    assert "Diese Idee ist mit einer anderen zusammengeführt" in page.text
    assert f"/ideen/{home}" in page.links().values()
    buttons = {"Unterstützen", "Beobachten", "Kommentieren", "Einwand erheben"}
    assert not buttons & {*page.buttons(), *page.links()}


def test_a_comment_sent_from_an_old_tab_is_not_lost(browse, pair, jan):
    number, home = pair
    page = browse(jan).get(f"/ideen/{number}")
    merge(number, home)
    refused = page.submit("Kommentieren", text="Das ist mir wichtig.")
    assert refused.status == 409
    assert f"mit Idee {home} zusammengeführt" in refused.text
    assert "Das ist mir wichtig." in refused.html


def test_an_objection_is_made_answered_and_the_merging_undone(browse, anna, olaf, clara):
    number, home = merged_pair(by=olaf, home_by=anna)
    page = browse(olaf).get(f"/ideen/{number}")
    page = page.follow("Einwand erheben").submit("Einwand senden", text="Mir geht es um E-Mails.")
    assert "Ihr Einwand ist unterwegs zur Ideenkoordination." in page.text
    title = "Einwand gegen die Zusammenführung von „Ein Brief, den man versteht“ beantworten"
    page = browse(clara).get("/").follow(title)
    assert "Mir geht es um E-Mails." in page.text
    short = page.submit("Es bleibt dabei", answer="Nein.")
    assert short.status == 422
    page = short.submit("Es bleibt dabei", answer="Die E-Mails stehen jetzt dort mit drin.")
    assert "Ihre Antwort ist unterwegs." in page.text
    page = page.follow("Zusammenführung aufheben")
    assert page.submit("Zusammenführung aufheben", reason="Kurz.").status == 422
    page = page.submit("Zusammenführung aufheben", reason="Doch zwei verschiedene Dinge.")
    assert "Die Zusammenführung ist aufgehoben." in page.text
    assert "Hierher zusammengeführt" not in browse(clara).get(f"/ideen/{home}").text


def test_what_cannot_be_says_why_and_never_fails(browse, anna, olaf, clara):
    number, home = merged_pair(by=olaf, home_by=anna)
    new, declined = submitted_idea(by=anna), in_state(Status.DECLINED, by=anna)
    desk = browse(clara)
    for path, words in (
        (f"{number}/zusammenfuehren", "schon zusammengeführt"),
        (f"{home}/zusammenfuehren", "schon andere zusammengeführt"),
        (f"{new}/zusammenfuehren", "veröffentlichen Sie diese Idee zuerst"),
        (f"{declined}/zusammenfuehren/{home}", "bis sie bewertet werden"),
        (f"{home}/zusammenfuehrung-aufheben", "mit keiner anderen"),
        (f"{number}/einwand-beantworten", "kein Einwand offen"),
    ):
        page = desk.get(f"/ideen/{path}")
        assert (page.status, words in page.text) == (409, True), (path, page.text)
    assert desk.get(f"/ideen/{home}/zusammenfuehren/2099-0001").status == 404
    assert desk.get(f"/ideen/{published_idea(by=anna)}/zusammenfuehren?suche=%27%22*").status == 200
    object_to(number, by=olaf)
    assert browse(olaf).get(f"/ideen/{number}/einwand").status == 409


@pytest.mark.parametrize("parts", [1, 3])
def test_the_page_of_a_home_takes_the_same_number_of_statements(
    parts, anna, olaf, jan, browse, statements
):
    home = published_idea(by=anna)
    for _part in range(parts):
        merge(published_idea(by=olaf), home)
    desk = browse(jan)
    statements.clear()
    assert desk.get(f"/ideen/{home}").status == 200
    assert len(statements) <= 10
