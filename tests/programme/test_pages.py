"""Campaigns and pages of the house as people meet them."""

import pytest

from tests.build.programme import prepared_campaign, running_campaign

NEEDED = {
    "goal": "Mehr",
    "measure": "Zahl",
    "promise": "Ja",
    "sponsor": "Geschäftsführung",
    "opens_on": "2026-01-05",
    "closes_on": "2099-01-31",
    "decides_on": "2099-03-31",
}


def test_from_the_preparation_to_the_close(browse, clara, anna):
    browser = browse(clara)
    page = browser.get("/kampagnen").follow("Kampagne vorbereiten")
    page = page.submit("Speichern", name="Herbst", question="Was?")
    assert "die Zusage und wer dahintersteht. Bitte legen Sie den ersten Tag" in page.text
    url = page.url
    assert browse(anna).get(url).status == 404
    page = page.follow("Texte und Termine bearbeiten")
    page = page.submit("Speichern", **NEEDED)
    assert "Bereit zur Eröffnung" in page.text
    page = page.submit("Kampagne eröffnen")
    assert "Die Kampagne ist eröffnet." in page.text
    assert "Texte und Termine bearbeiten" not in page.links()
    assert browse(anna).get(url).follow("Idee einreichen").title == "Idee einbringen"
    page = page.follow("Kampagne schließen")
    assert page.submit("Kampagne schließen").status == 422
    page = page.submit("Kampagne schließen", reason="Zeit um.")
    assert "Zeit um." in page.text
    assert "Geschlossene Kampagnen" in browser.get("/kampagnen").text


def test_a_name_that_is_taken_is_said_at_the_field(browse, clara):
    page = browse(clara).get("/kampagnen/neu").submit("Speichern", name="Offener Ideenkanal")
    assert (page.status, "Eine andere Kampagne heißt schon so." in page.text) == (422, True)


def test_a_name_cannot_be_taken_by_an_edit_either(browse, clara):
    page = browse(clara).get(f"/kampagnen/{prepared_campaign(by=clara)}/bearbeiten")
    page = page.submit("Speichern", name="Offener Ideenkanal")
    assert (page.status, "Eine andere Kampagne heißt schon so." in page.text) == (422, True)


def test_weights_that_do_not_make_a_hundred_are_said_above(browse, clara):
    url = f"/kampagnen/{prepared_campaign(by=clara)}/bewertungsraster"
    page = browse(clara).get(url).submit("Speichern", weight_1="31")
    assert (page.status, "jetzt sind es 101" in page.text) == (422, True)
    page = page.submit("Speichern", weight_1="30", name_1="Neuer Name")
    assert "Neuer Name" in page.text


def test_a_criterion_is_dropped_and_another_added(browse, clara):
    url = f"/kampagnen/{prepared_campaign(by=clara)}/bewertungsraster"
    page = browse(clara).get(url)
    page = page.submit("Speichern", name_6="", name_7="Mut", weight_7="5")
    assert page.status == 422
    anchors = {f"anchor_7_{point}": f"Stufe {point}" for point in range(1, 6)}
    page = page.submit("Speichern", **anchors)
    assert "Mut" in page.text
    assert "Neuheit" not in page.text


@pytest.mark.parametrize(
    ("step", "field"), [("bearbeiten", "goal"), ("bewertungsraster", "explanation_1")]
)
def test_two_editors_see_both_texts(browse, clara, doris, step, field):
    url = f"/kampagnen/{prepared_campaign(by=clara)}/{step}"
    first, second = browse(clara).get(url), browse(doris).get(url)
    first.submit("Speichern", **{field: "Von Clara <b>"})
    page = second.submit("Speichern", **{field: "Von Doris <i>"})
    assert page.status == 409
    assert "Von Clara &lt;b&gt;" in page.html
    assert page.html.count("Von Doris &lt;i&gt;") >= 2
    assert page.submit("Speichern").status == 200


def test_others_find_no_way_to_prepare(browse, anna, clara):
    key = running_campaign(by=clara)
    browser = browse(anna)
    assert "Kampagne vorbereiten" not in browser.get("/kampagnen").links()
    for url in ("neu", f"{key}/bearbeiten", f"{key}/bewertungsraster", f"{key}/schliessen"):
        assert browser.get(f"/kampagnen/{url}").status == 403, url
    assert browser.get("/kampagnen/999").status == 404


@pytest.mark.parametrize("slug", ["hilfe", "impressum", "datenschutz", "barrierefreiheit"])
def test_guests_read_the_pages_of_the_house(browse, slug):
    page = browse().get(f"/seite/{slug}")
    assert (page.status, "Diese Seite bearbeiten" in page.links()) == (200, False)


def test_the_administration_edits_a_page_and_keeps_its_text_in_a_conflict(browse, armin):
    browser = browse(armin)
    first = browser.get("/seite/hilfe").follow("Diese Seite bearbeiten")
    second = browser.get("/seite/hilfe/bearbeiten")
    assert first.submit("Speichern", content="Neu **so**").html.count("<strong>so</strong>") == 1
    page = second.submit("Speichern", content="Anders")
    assert (page.status, "Neu **so**" in page.text, "Anders" in page.text) == (409, True, True)
    assert page.submit("Speichern").status == 200


def test_nobody_else_edits_a_page(browse, clara):
    assert browse(clara).get("/seite/hilfe/bearbeiten").status == 403
    assert browse(clara).get("/seite/gibt-es-nicht").status == 404


def test_a_guest_reports_a_barrier(browse, armin, clara, anna):
    page = browse().get("/barriere-melden?seite=/ideen")
    assert page.submit("Meldung senden").status == 422
    page = page.submit("Meldung senden", problem="Schrift <klein>")
    assert "antworten bis zum" in page.text
    page = browse(armin).get("/barriere-melden").follow("Gemeldete Barrieren")
    assert "Schrift <klein>" in page.text
    assert browse(clara).get("/barrieren").status == 200
    assert browse(anna).get("/barrieren").status == 403


def test_without_reports_the_list_says_so(browse, armin):
    assert "Keine Barriere gemeldet" in browse(armin).get("/barrieren").text
