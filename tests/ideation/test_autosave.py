"""Drafts save themselves, once per form, and survive an end of the stay."""

from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import drafts_of
from ideas.process.queries import history_of
from tests.build.ideation import draft
from tests.page import values_of

NEW = "/ideen/neu/zwischenspeichern"


def form_of(page):
    form, _button = page.form_with("Entwurf speichern")
    return values_of(form)


def drafts(person):
    with transaction():
        return [row.title for row in drafts_of(person)]


def sent(browser, url, data):
    return browser.client.post(url, data=data, headers={"X-Fragment": "1"})


def test_the_first_key_begins_one_draft_and_the_next_ones_write_on(browse, anna):
    browser = browse(anna)
    data = form_of(browser.get("/ideen/neu"))
    first = sent(browser, NEW, data | {"title": "", "problem": "Eng"})
    assert first.status_code == 200
    again = sent(browser, NEW, data | {"title": "Enge", "problem": "Eng hier"})
    assert again.json["url"] == first.json["url"]
    assert drafts(anna) == ["Enge"]
    third = sent(
        browser, first.json["autosave"], data | {"title": "Weite", "seen": again.json["seen"]}
    )
    assert (third.status_code, drafts(anna)) == (200, ["Weite"])
    assert third.json["message"].startswith("Gespeichert um ")


def test_the_button_of_the_form_that_saved_itself_writes_the_same_draft(browse, anna):
    browser = browse(anna)
    page = browser.get("/ideen/neu")
    sent(browser, NEW, form_of(page) | {"title": "Erst"})
    page.submit("Entwurf speichern", title="Dann")
    assert drafts(anna) == ["Dann"]


def test_a_draft_that_was_handed_in_is_not_written_by_its_old_form(browse, anna):
    browser = browse(anna)
    page = browser.get("/ideen/neu")
    whole = {"title": "Erst", "problem": "a", "proposal": "b"}
    page.submit("Weiter zum Einreichen", **whole).submit("Jetzt einreichen")
    again = sent(browser, NEW, form_of(page) | {"title": "Danach"})
    assert (again.status_code, drafts(anna)) == (200, ["Danach"])


def test_a_save_on_an_old_version_says_so_and_changes_nothing(browse, anna):
    idea_id, browser = draft(by=anna), browse(anna)
    page = browser.get(f"/ideen/entwurf/{idea_id}")
    data, url = form_of(page), f"/ideen/entwurf/{idea_id}/zwischenspeichern"
    browser.get(page.url).submit("Entwurf speichern", title="Im anderen Tab")
    late = sent(browser, url, data | {"title": "Hier"})
    assert (late.status_code, drafts(anna)) == (409, ["Im anderen Tab"])
    page = page.submit("Entwurf speichern", title="Hier")
    assert (page.status, "Im anderen Tab" in page.text, "Hier" in page.html) == (409, True, True)


def test_what_cannot_be_stored_is_named(browse, anna):
    browser = browse(anna)
    data = form_of(browser.get("/ideen/neu"))
    answer = sent(browser, NEW, data | {"title": "x" * 121})
    assert (answer.status_code, drafts(anna)) == (422, [])
    assert answer.json["message"]


def test_the_journal_does_not_note_every_pause(browse, anna):
    idea_id, browser = draft(by=anna), browse(anna)
    data = form_of(browser.get(f"/ideen/entwurf/{idea_id}"))
    for n in range(3):
        seen = {"seen": str(n + 1), "title": f"T{n}"}
        sent(browser, f"/ideen/entwurf/{idea_id}/zwischenspeichern", data | seen)
    with transaction():
        events = [entry.event for entry in history_of(session.get_one(Idea, idea_id))]
    assert (events, drafts(anna)) == (["idea.drafted"], ["T2"])


def signed_out(browser):
    browser.client.delete_cookie("sitzung")
    return browser


def test_after_the_end_of_the_stay_the_text_lies_among_the_drafts_of_its_writer(
    app, browse, anna, bernd
):
    page = browse(anna).get("/ideen/neu")
    signed_out(page.browser)
    late = page.submit("Entwurf speichern", title="Spät", problem="Nur für mich")
    assert late.status in {400, 401}
    assert "Nur für mich" not in late.html  # whoever sits here next does not read it
    page.submit("Entwurf speichern", title="Spät", problem="Nur für mich")  # pressed again
    assert (drafts(anna), drafts(bernd)) == (["Spät"], [])


def test_the_sign_in_leads_back_to_the_saved_draft(app, browse, anna):
    app.config["WTF_CSRF_ENABLED"] = False  # a guest whose token still fits
    try:
        page = signed_out(browse(anna).get("/ideen/neu").browser).get("/anmelden")
        data = form_of(browse(anna).get("/ideen/neu")) | {"title": "Spät"}
        late = page.browser.post("/ideen/neu", data)
    finally:
        app.config["WTF_CSRF_ENABLED"] = True
    assert (late.status, drafts(anna)) == (401, ["Spät"])
    assert "weiter=/ideen/entwurf/" in late.links()["Anmelden und weiterschreiben"]


def test_the_next_person_at_the_same_machine_gets_nothing_of_it(browse, anna, bernd):
    data = form_of(browse(anna).get("/ideen/neu"))
    next_one = browse(bernd)
    answer = sent(next_one, NEW, data | {"title": "Von Anna"})
    assert (answer.status_code, "token" in answer.json) == (400, False)
    assert (drafts(anna), drafts(bernd)) == (["Von Anna"], [])
    assert next_one.get(answer.json["url"]).status == 404


def test_signed_in_anew_in_another_tab_the_old_tab_goes_on(browse, anna):
    data = form_of(browse(anna).get("/ideen/neu"))
    anew = browse(anna)
    first = sent(anew, NEW, data | {"title": "Eins"})
    assert first.status_code == 400
    fresh = data | {"title": "Zwei", "csrf_token": first.json["token"], "seen": first.json["seen"]}
    assert sent(anew, first.json["autosave"], fresh).status_code == 200
    assert drafts(anna) == ["Zwei"]


def test_a_draft_changed_elsewhere_meanwhile_keeps_both_texts(browse, anna):
    idea_id = draft(by=anna)
    old, page = browse(anna), browse(anna).get(f"/ideen/entwurf/{idea_id}")
    data = form_of(old.get(f"/ideen/entwurf/{idea_id}"))
    page.submit("Entwurf speichern", title="Neuer")
    signed_out(old)
    for _attempt in range(2):
        sent(old, f"/ideen/entwurf/{idea_id}/zwischenspeichern", data | {"title": "Älterer"})
    assert sorted(drafts(anna)) == ["Neuer", "Älterer"]


def test_without_the_writers_seal_nothing_is_kept(browse, anna):
    page = browse(anna).get("/ideen/neu")
    signed_out(page.browser)
    late = page.submit("Entwurf speichern", title="Spät", problem="Nur hier", writer="1.x.y")
    assert "Nur hier" in late.html
    with transaction():
        drafts_there = select(func.count()).select_from(Idea).where(Idea.status == Status.DRAFT)
        assert session.scalar(drafts_there) == 0
