"""Ideas as people meet them: pages, forms, buttons, in German and without scripts."""

import pytest

from ideas.core.database import transaction
from ideas.ideation.actions.idea_files import Row
from ideas.ideation.actions.import_ideas import import_ideas
from ideas.ideation.queries import get_idea
from ideas.ideation.views import Panel, idea_panels
from ideas.programme.queries import permanent_channel
from tests.build.ideation import (
    QUESTION,
    TEXTS,
    as_system,
    draft,
    published_idea,
    queried_idea,
    submitted_idea,
)


def test_from_the_first_thought_to_the_receipt(browse, anna):
    page = browse(anna).get("/ideen/neu")
    page = page.submit("Entwurf speichern", title="Kürzere Briefe")
    assert "Nur Sie sehen ihn." in page.text
    page = page.submit("Weiter zum Einreichen", problem="Zu **lang**")
    assert "Eines fehlt noch" in page.text
    page = page.follow("Zurück zum Entwurf")
    page = page.submit("Weiter zum Einreichen", proposal="Eine Seite")
    assert "<strong>lang</strong>" in page.html
    assert "Ideenkoordination" in page.text
    page = page.submit("Jetzt einreichen")
    assert page.title.startswith("Eingangsbestätigung für Idee ")
    assert "Der gespeicherte Text passt zur Prüfsumme." in page.text
    page = page.follow("Idee ansehen")
    assert page.title == "Kürzere Briefe"
    assert "Nicht mehr beobachten" in page.buttons()


def test_without_a_title_nothing_is_saved_and_nothing_is_lost(browse, anna):
    page = browse(anna).get("/ideen/neu").submit("Entwurf speichern", problem="Viel Text")
    assert page.status == 422
    assert "Viel Text" in page.html
    assert "Keine Entwürfe" in browse(anna).get("/ideen/entwuerfe").text


def test_the_preview_keeps_the_form_and_saves_nothing(browse, anna):
    browser = browse(anna)
    page = browser.get("/ideen/neu?kampagne=1").submit("Vorschau", title="T", problem="*so*")
    assert (page.status, "<em>so</em>" in page.html) == (200, True)
    assert "Keine Entwürfe" in browser.get("/ideen/entwuerfe").text
    page = page.submit("Entwurf speichern")
    assert page.follow("Meine Entwürfe").links()["T"]


def test_the_preview_of_a_draft_and_of_an_edit(browse, anna):
    key, number = draft(by=anna), submitted_idea(by=anna)
    for url in (f"/ideen/entwurf/{key}", f"/ideen/{number}/bearbeiten"):
        page = browse(anna).get(url).submit("Vorschau", problem="*so*")
        assert (page.status, "<em>so</em>" in page.html) == (200, True), url


def test_a_script_gets_the_rendered_text_only(app, browse, anna):
    client = browse(anna).client
    app.config["WTF_CSRF_ENABLED"] = False
    try:
        answer = client.post(
            "/ideen/vorschau", data={"text": "**a** <b>"}, headers={"X-Fragment": "1"}
        )
    finally:
        app.config["WTF_CSRF_ENABLED"] = True
    assert answer.text == "<p><strong>a</strong> &lt;b&gt;</p>\n"


def test_a_draft_can_be_thrown_away(browse, anna):
    page = browse(anna).get(f"/ideen/entwurf/{draft(by=anna)}").submit("Entwurf löschen")
    assert "Keine Entwürfe" in page.text


def test_two_tabs_with_one_draft_show_both_texts(browse, anna):
    browser, key = browse(anna), draft(by=anna)
    first = browser.get(f"/ideen/entwurf/{key}")
    second = browser.get(f"/ideen/entwurf/{key}")
    first.submit("Entwurf speichern", problem="Erster <b>")
    page = second.submit("Entwurf speichern", problem="Zweiter <i>")
    assert page.status == 409
    assert "Erster &lt;b&gt;" in page.html
    assert page.html.count("Zweiter &lt;i&gt;") == 2
    page = page.submit("Entwurf speichern")
    assert "Ihr Entwurf ist gespeichert." in page.text


def test_a_draft_changed_after_the_check_is_checked_again(browse, anna):
    browser, key = browse(anna), draft(by=anna)
    checked = browser.get(f"/ideen/entwurf/{key}/einreichen")
    browser.get(f"/ideen/entwurf/{key}").submit("Entwurf speichern", problem="Anders")
    page = checked.submit("Jetzt einreichen")
    assert (page.status, "Anders" in page.text) == (409, True)
    assert page.submit("Jetzt einreichen").title.startswith("Eingangsbestätigung")


def test_two_tabs_with_one_edit_show_both_texts(browse, anna):
    browser, url = browse(anna), f"/ideen/{submitted_idea(by=anna)}/bearbeiten"
    first, second = browser.get(url), browser.get(url)
    first.submit("Neue Fassung speichern", title="Von links")
    page = second.submit("Neue Fassung speichern", title="Von rechts")
    assert (page.status, "Von links" in page.text, "Von rechts" in page.html) == (409, True, True)
    assert page.submit("Neue Fassung speichern").title == "Von rechts"


def test_a_question_is_answered_on_its_page(browse, anna):
    page = browse(anna).get(f"/ideen/{queried_idea(by=anna)}").follow("Rückfrage beantworten")
    assert QUESTION in page.text
    assert page.submit("Antwort senden").status == 422
    page = page.submit("Antwort senden", answer="Alle.\n\nWirklich <alle>.")
    assert "<p>Alle.</p><p>Wirklich &lt;alle&gt;.</p>" in page.html


def test_an_idea_is_withdrawn_on_its_page(browse, anna):
    page = browse(anna).get(f"/ideen/{submitted_idea(by=anna)}").follow("Zurückziehen")
    page = page.submit("Zurückziehen", reason="Erledigt.")
    assert "Die Idee wurde zurückgezogen." in page.text
    assert "Zurückziehen" not in page.links()


@pytest.mark.parametrize("step", ["bearbeiten", "zurueckziehen", "antworten"])
def test_a_step_out_of_time_is_refused_with_a_sentence(browse, anna, step):
    page = browse(anna).get(f"/ideen/{published_idea(by=anna)}/{step}")
    assert page.status == 409


@pytest.mark.parametrize("step", ["bearbeiten", "zurueckziehen", "antworten", "eingang"])
def test_the_authors_pages_are_the_authors(browse, anna, bernd, clara, step):
    number = submitted_idea(by=anna)
    assert browse(bernd).get(f"/ideen/{number}/{step}").status == 404
    assert browse(clara).get(f"/ideen/{number}/{step}").status == 403


def test_others_talk_support_and_follow(browse, anna, bernd):
    page = browse(bernd).get(f"/ideen/{published_idea(by=anna)}")
    assert page.submit("Kommentieren").status == 422
    page = page.submit("Kommentieren", text="Gut **so**", follow_it="y")
    assert "<strong>so</strong>" in page.html
    page = page.submit("Unterstützen").submit("Nicht mehr beobachten")
    page = page.submit("Unterstützung zurücknehmen").submit("Beobachten")
    assert {"Unterstützen", "Nicht mehr beobachten"} <= set(page.buttons())


def test_before_its_first_look_an_idea_is_not_talked_about(browse, anna, clara):
    number = submitted_idea(by=anna)
    assert "Ihr Kommentar" not in browse(clara).get(f"/ideen/{number}").text


def test_an_imported_idea_shows_its_source_and_no_author(browse, clara, doris):
    house = as_system()
    rows = [Row(2, "Mehr Licht", source="https://example.org/a"), Row(3, "Ruhe", source="Umfrage")]
    with transaction():
        channel = permanent_channel()
        ideas = import_ideas(rows, campaign=channel, author=house, actor=house)
        first, second = (idea.number for idea in ideas)
    page = browse(clara).get(f"/ideen/{first}")
    assert page.links()["example.org"] == "https://example.org/a"
    assert "System" not in page.text
    assert "Quelle: Umfrage" in browse(doris).get(f"/ideen/{second}").text


def test_the_list_filters_and_keeps_the_filter_on_the_next_page(browse, anna):
    numbers = [published_idea(by=anna) for _n in range(14)]
    page = browse(anna).get("/ideen?suche=brief&meine=y&sortierung=neueste")
    assert f"/ideen/{numbers[-1]}" in page.html
    assert f"/ideen/{numbers[0]}" not in page.html
    page = page.follow("Nächste Seite")
    assert f"/ideen/{numbers[0]}" in page.html
    assert "suche=brief" in page.url
    assert "Keine Idee passt dazu" in browse(anna).get("/ideen?suche=xyz").text


@pytest.mark.parametrize(
    "query",
    ["kampagne=x", "kampagne=99999999999", "status=nie", "sortierung=", "seite=0", "thema="],
)
def test_an_address_that_makes_no_sense_shows_the_list(browse, anna, query):
    number = submitted_idea(by=anna)
    page = browse(anna).get(f"/ideen?{query}")
    assert (page.status, number in page.html) == (
        200,
        "99999999999" in query or number in page.html,
    )


def test_a_page_costs_the_same_with_one_row_and_with_many(browse, anna, statements):
    browser, counts = browse(anna), []
    for _round in range(2):
        number = published_idea(by=anna)
        for url in ("/ideen", "/ideen?suche=brief", f"/ideen/{number}", "/ideen/entwuerfe"):
            statements.clear()
            assert browser.get(url).status == 200
            counts.append(len(statements))
        draft(by=anna)
    assert counts[:4] == counts[4:]
    assert max(counts) <= 12, counts


def test_rooms_above_offer_what_comes_next(browse, anna, bernd):
    number = published_idea(by=anna)
    offers = [
        lambda idea, person: Panel("Zweites", f"/x/{idea.number}", person.given_name),
        lambda *_: None,
        lambda *_: Panel("Erstes", "/y", primary=True),
    ]
    idea_panels.extend(offers)
    try:
        page = browse(bernd).get(f"/ideen/{number}")
    finally:
        del idea_panels[-len(offers) :]
    labels = list(page.links())
    assert labels.index("Erstes") < labels.index("Zweites")
    assert "Bernd" in page.text


def test_the_history_names_roles_and_no_deciders(browse, anna, bernd, clara):
    page = browse(bernd).get(f"/ideen/{published_idea(by=anna)}")
    assert "Ideenkoordination" in page.text
    assert clara.family_name not in page.text
    assert TEXTS.title == page.title


def test_a_late_idea_says_so(browse, anna, bernd):
    number = published_idea(by=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        idea.ball_until = idea.ball_until.replace(year=2020)
    assert "Arbeitstage überfällig" in browse(bernd).get(f"/ideen/{number}").text
