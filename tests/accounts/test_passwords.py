"""Forgetting and changing a password."""

from ideas.accounts.actions.passwords import hash_password, set_password
from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.core import database
from tests.page import normalised

OLD, NEW = "das alte Kennwort", "das neue Kennwort"
HASH = hash_password(OLD)


def give_password(person):
    with database.transaction():
        set_password(person, HASH)


def sign_in(browse, person, password):
    page = browse().get("/anmelden")
    return page.submit("Anmelden", email=person.email, password=password)


def test_a_forgotten_password_is_set_anew_and_every_stay_ends(browse, anna):
    give_password(anna)
    elsewhere = browse(anna)
    browse().get("/passwort-vergessen").submit("Link senden", email=anna.email)
    with database.transaction():
        link = link_for(anna, Purpose.RESET)
    page = browse().get(link).submit("Kennwort setzen", password=NEW, again=NEW)
    assert page.title == "Anmelden"
    assert sign_in(browse, anna, OLD).status == 401
    assert sign_in(browse, anna, NEW).title == "Guten Tag, Anna"
    assert elsewhere.get("/").title == "Anmelden"


def test_asking_for_an_unknown_address_looks_the_same(browse, anna):
    known = browse().get("/passwort-vergessen").submit("Link senden", email=anna.email)
    unknown = browse().get("/passwort-vergessen").submit("Link senden", email="x@y.example")
    assert normalised(known.html) == normalised(unknown.html)


def test_a_new_link_ends_the_older_one(browse, anna):
    give_password(anna)
    links = []
    for _time in range(2):
        browse().get("/passwort-vergessen").submit("Link senden", email=anna.email)
        with database.transaction():
            links.append(link_for(anna, Purpose.RESET))
    assert [browse().get(link).status for link in links] == [404, 200]


def test_changing_needs_the_present_password(browse, anna):
    give_password(anna)
    page = browse(anna).get("/profil/passwort")
    wrong = page.submit("Kennwort ändern", present="falsch", password=NEW, again=NEW)
    assert wrong.status == 422
    assert "Das bisherige Kennwort stimmt nicht." in wrong.text
    right = wrong.submit("Kennwort ändern", present=OLD, password=NEW, again=NEW)
    assert right.title == "Anmelden"
    assert sign_in(browse, anna, NEW).title == "Guten Tag, Anna"


def test_short_and_different_passwords_are_refused(browse, anna):
    give_password(anna)
    page = browse(anna).get("/profil/passwort")
    short = page.submit("Kennwort ändern", present=OLD, password="kurz", again="kurz")
    different = page.submit("Kennwort ändern", present=OLD, password=NEW, again=NEW + "x")
    assert "mindestens 10 Zeichen" in short.text
    assert "verschieden" in different.text
