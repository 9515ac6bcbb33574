"""Files come with an idea: added, listed, downloaded, taken away, refused one by one."""

import hashlib
from io import BytesIO

import pytest

from ideas.attachments.models import Attachment, Blob
from ideas.cli.check import violations
from ideas.core.database import session
from ideas.core.web import with_large_body
from ideas.process.models import Entry
from tests.build import files
from tests.build import ideation as build
from tests.page import values_of

ADD, REASON = "Dateien hinzufügen", "Die Datei nennt eine Kundin beim Namen."


def upload(page, *given: tuple[str, bytes], follow: bool = True):
    return page.submit(ADD, files=[(BytesIO(data), name) for name, data in given], follow=follow)


def address(idea_id: int) -> str:
    return f"/ideen/entwurf/{idea_id}/dateien"


def test_the_draft_is_saved_on_the_way_to_its_files(browse, anna):
    page = browse(anna).get("/ideen/neu").submit("Speichern und Dateien beifügen", title="Mit Bild")
    assert "Dateien zur Idee" in page.title
    assert "Mit Bild" in page.text
    assert "Noch keine Datei" in page.text


def test_files_are_added_and_come_back_as_they_are_kept(browse, anna):
    browser = browse(anna)
    idea_id = build.draft(by=anna)
    page = upload(browser.get(address(idea_id)), ("Skizze.png", files.png()), ("a.txt", b"Hallo"))
    assert "2 Dateien sind hinzugefügt" in page.text
    assert "Platz ist noch für 8 Dateien" in page.text
    reply = browser.client.get(page.links()["a.txt"])
    assert reply.data == b"Hallo"
    assert reply.headers["Content-Disposition"].startswith('attachment; filename="a.txt"')
    assert reply.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    kept = session.query(Attachment).filter(Attachment.name == "a.txt").one()
    assert kept.sha256 == hashlib.sha256(b"Hallo").hexdigest()
    assert list(violations()) == []


def test_refused_files_are_named_and_the_others_are_taken(browse, anna):
    page = browse(anna).get(address(build.draft(by=anna)))
    done = upload(page, ("Makro.docm", b"MZ\x00"), ("gut.txt", b"gut"), ("leer.pdf", b""))
    assert "1 Datei ist hinzugefügt" in done.text
    assert "Makro.docm: Diese Art von Datei" in done.text
    assert "leer.pdf: Die Datei ist leer" in done.text
    assert session.query(Attachment).count() == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [([], "Bitte wählen Sie"), ([("leer.txt", b"")], "Die Datei ist leer")],
)
def test_nothing_taken_is_said_on_the_page(browse, anna, given, sentence):
    refused = upload(browse(anna).get(address(build.draft(by=anna))), *given)
    assert refused.status == 422
    assert sentence in refused.text
    assert session.query(Blob).count() == 0


def test_an_idea_holds_ten_files(browse, anna):
    page = browse(anna).get(address(build.draft(by=anna)))
    done = upload(page, *((f"{n}.txt", f"Blatt {n}".encode()) for n in range(11)))
    assert "10 Dateien sind hinzugefügt" in done.text
    assert "10.txt: Eine Idee kann 10 Dateien enthalten" in done.text
    assert session.query(Attachment).count() == 10


def test_a_body_that_is_far_too_large_is_refused(browse, anna, app, monkeypatch):
    view = app.view_functions["ideation.draft_files"]
    monkeypatch.setattr(view, "largest_body", 1000)
    refused = upload(browse(anna).get(address(build.draft(by=anna))), ("a.txt", b"a" * 5000))
    assert refused.status == 413
    assert with_large_body(7)(lambda: None).largest_body == 7


def test_the_same_content_is_kept_once_and_goes_with_its_last_file(browse, anna):
    first, second = build.draft(by=anna), build.draft(by=anna)
    build.attach(first, build.NOTE, by=anna)
    build.attach(second, build.NOTE, by=anna)
    assert (session.query(Attachment).count(), session.query(Blob).count()) == (2, 1)
    for left, idea_id in ((1, first), (0, second)):
        page = browse(anna).get(address(idea_id)).submit("Entfernen: Notiz.txt")
        assert "Die Datei ist entfernt" in page.text
        assert session.query(Blob).count() == left


def test_a_deleted_draft_takes_its_files_along(browse, anna):
    idea_id, _token = build.draft_with_file(by=anna)
    browse(anna).get(f"/ideen/entwurf/{idea_id}").submit("Entwurf löschen")
    assert (session.query(Attachment).count(), session.query(Blob).count()) == (0, 0)
    assert list(violations()) == []


def test_readers_find_the_files_with_the_idea_and_nowhere_before(browse, anna, bernd, clara):
    idea_id, token = build.draft_with_file(by=anna)
    assert browse(bernd).client.get(f"{address(idea_id)}/{token}").status_code == 404
    number = build.hand_in(idea_id, by=anna)
    url = f"/ideen/{number}/dateien/{token}"
    seen = [browse(person).client.get(url).status_code for person in (anna, clara, bernd)]
    assert seen == [200, 200, 404]
    assert "Notiz.txt" in browse(anna).get(f"/ideen/{number}/eingang").text


def test_a_file_of_another_idea_is_not_found(browse, anna, bernd):
    _number, token = build.published_idea_with_file(by=anna)
    other = build.published_idea(by=anna)
    assert browse(bernd).client.get(f"/ideen/{other}/dateien/{token}").status_code == 404


def test_the_files_stand_once_the_screening_has_begun(browse, anna):
    number, token = build.published_idea_with_file(by=anna)
    browser = browse(anna)
    page = browser.get(f"/ideen/{number}")
    assert "Notiz.txt" in page.text
    form, _button = page.form_with("Kommentieren")
    refused = browser.post(f"/ideen/{number}/dateien/{token}/entfernen", values_of(form))
    assert refused.status == 409
    assert session.query(Attachment).count() == 1


def test_coordination_takes_a_file_away_and_the_author_reads_why(browse, anna, clara, bernd):
    number, token = build.published_idea_with_file(by=anna)
    page = browse(clara).get(f"/ideen/{number}").follow("Entfernen: Notiz.txt")
    assert page.submit("Entfernen", reason="Weg.").status == 422
    done = page.submit("Entfernen", reason=REASON)
    assert "Die Datei ist entfernt" in done.text
    assert session.query(Blob).count() == 0
    assert REASON in browse(anna).get(f"/ideen/{number}").text
    assert browse(bernd).client.get(f"/ideen/{number}/dateien/{token}").status_code == 404


def test_the_journal_knows_kind_and_size_but_no_name(anna):
    build.draft_with_file(by=anna)
    entry = session.query(Entry).filter(Entry.event == "idea.file_added").one()
    assert set(entry.details) == {"kind", "size", "sha256"}
    assert "Notiz" not in str(entry.details)
