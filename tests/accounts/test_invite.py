"""Inviting people, joining, and lists of people."""

import io

import pytest

from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.core import database
from ideas.people.queries import all_people, find_by_email

NEW = {
    "given_name": "Greta",
    "family_name": "Größe",
    "email": "greta@jobcenter.example",
    "unit": "Team Süd",
    "roles": ["employee", "coordinator"],
}


def link_of(email: str) -> str:
    with database.transaction():
        return link_for(find_by_email(email), Purpose.INVITATION) or ""


def invite_greta(browse, armin):
    return browse(armin).get("/personen/einladen").submit("Einladen", **NEW)


def test_an_invited_person_joins_through_the_link_and_signs_in(browse, armin):
    page = invite_greta(browse, armin)
    assert "Greta Größe ist eingeladen" in page.text
    guest = browse()
    welcome = guest.get(link_of(NEW["email"]))
    assert welcome.title == "Willkommen, Greta Größe"
    done = welcome.submit(
        "Kennwort setzen", password="ein langes Kennwort", again="ein langes Kennwort"
    )
    home = done.submit("Anmelden", email=NEW["email"], password="ein langes Kennwort")
    assert home.title == "Guten Tag, Greta"
    assert "Vorprüfung" in home.links()


def test_a_link_works_once(browse, armin):
    invite_greta(browse, armin)
    link = link_of(NEW["email"])
    first, second = browse().get(link), browse().get(link)
    words = {"password": "ein langes Kennwort", "again": "ein langes Kennwort"}
    assert first.submit("Kennwort setzen", **words).title == "Anmelden"
    assert second.submit("Kennwort setzen", **words).status == 404


def test_looking_at_the_link_does_not_use_it(browse, armin):
    invite_greta(browse, armin)
    link = link_of(NEW["email"])
    for _scanner in range(3):
        assert browse().get(link).status == 200


def test_the_administration_goes_with_no_other_role(browse, armin):
    page = browse(armin).get("/personen/einladen")
    answer = page.submit("Einladen", **{**NEW, "roles": ["employee", "administrator"]})
    assert answer.status == 422
    assert "verträgt sich mit keiner anderen Rolle" in answer.text
    assert 'value="Greta"' in answer.html


@pytest.mark.parametrize("email", ["anna@jobcenter.example", "ANNA@jobcenter.example", "keine"])
def test_a_used_or_wrong_address_is_refused_and_nothing_typed_is_lost(browse, armin, anna, email):
    answer = browse(armin).get("/personen/einladen").submit("Einladen", **{**NEW, "email": email})
    assert answer.status == 422
    assert 'value="Größe"' in answer.html


def send_list(browse, armin, content: bytes):
    page = browse(armin).get("/personen/importieren")
    return page.submit("Einlesen", file=(io.BytesIO(content), "liste.csv"))


def test_a_list_of_people_is_invited(browse, armin):
    lines = (
        "Name;E-Mail;Team\n"
        "Jörg Maß;joerg@jobcenter.example;Team Nord\n"
        "Ida Iß;ida@jobcenter.example;\n"
    )
    page = send_list(browse, armin, lines.encode("cp1252"))
    assert "2 Personen sind eingeladen" in page.text
    with database.transaction():
        assert find_by_email("joerg@jobcenter.example").name == "Jörg Maß"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"Name;E-Mail\nIda If;ida@jobcenter.example\nOtto;kein", "Zeile 3"),
        (b"Name;E-Mail\nIda If;anna@jobcenter.example\n", "Zeile 2"),
        (b"Name;Telefon\nIda If;123\n", "Spalten"),
        (b'Name;E-Mail\n"Ida;ida@jobcenter.example\n', "Anführungszeichen"),
        (b"Name;E-Mail\nIda\x00;ida@jobcenter.example\n", "kein Text"),
        (b"", "Spalten"),
    ],
)
def test_a_damaged_list_invites_nobody_and_names_the_row(browse, armin, anna, content, problem):
    with database.transaction():
        before = len(all_people())
    page = send_list(browse, armin, content)
    assert page.status == 422
    assert problem in page.text
    with database.transaction():
        assert len(all_people()) == before
