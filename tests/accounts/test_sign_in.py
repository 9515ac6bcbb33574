"""Signing in, signing out, and what guessing meets."""

import pytest

from ideas.accounts.actions.passwords import hash_password, set_password
from ideas.core import database
from tests.page import Browser, normalised

PASSWORD = "ein langes Kennwort"
HASH = hash_password(PASSWORD)


@pytest.fixture
def with_password(anna):
    with database.transaction():
        set_password(anna, HASH)
    return anna


def sign_in(browser: Browser, email: str, password: str):
    return browser.get("/anmelden").submit("Anmelden", email=email, password=password)


def test_a_person_signs_in_with_address_and_password(browse, with_password):
    page = sign_in(browse(), with_password.email.upper(), PASSWORD)
    assert page.title == "Guten Tag, Anna"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(browse, with_password):
    wrong = sign_in(browse(), with_password.email, "falsch")
    unknown = sign_in(browse(), "niemand@jobcenter.example", "falsch")
    assert wrong.status == unknown.status == 401
    hide = with_password.email, "niemand@jobcenter.example"
    assert normalised(wrong.html).replace(hide[0], "") == normalised(unknown.html).replace(
        hide[1], ""
    )


def test_after_five_failures_even_the_right_password_waits(browse, with_password):
    for _attempt in range(5):
        sign_in(browse(), with_password.email, "falsch")
    page = sign_in(browse(), with_password.email, PASSWORD)
    assert page.status == 429
    assert "Viertelstunde" in page.text


def test_a_success_forgets_the_failures_before_it(browse, with_password):
    for _attempt in range(4):
        sign_in(browse(), with_password.email, "falsch")
    assert sign_in(browse(), with_password.email, PASSWORD).status == 200
    for _attempt in range(4):
        sign_in(browse(), with_password.email, "falsch")
    assert sign_in(browse(), with_password.email, PASSWORD).status == 200


def test_a_guest_is_led_to_sign_in_and_then_where_she_wanted_to_go(browse, with_password):
    browser = browse()
    page = browser.get("/profil")
    assert page.title == "Anmelden"
    after = page.submit("Anmelden", email=with_password.email, password=PASSWORD)
    assert after.url == "/profil"


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_signing_in_leads_to_no_foreign_house(browse, with_password, target):
    page = browse().get("/anmelden", query_string={"weiter": target})
    after = page.submit("Anmelden", email=with_password.email, password=PASSWORD)
    assert after.url == "/"


def test_after_signing_out_the_old_cookie_opens_nothing(app, browse, with_password):
    browser = browse()
    sign_in(browser, with_password.email, PASSWORD)
    cookie = browser.client.get_cookie("sitzung").value
    browser.get("/").submit("Abmelden")
    thief = browse()
    thief.client.set_cookie("sitzung", cookie)
    assert thief.get("/profil").title == "Anmelden"


def test_a_form_sent_after_the_time_is_over_keeps_what_was_typed(browse, anna):
    page = browse(anna).get("/profil")
    page.browser.client.delete_cookie("sitzung")
    page.browser.client.get("/anmelden")
    answer = page.submit("Speichern")
    assert answer.status in {400, 401}
    assert "de" in answer.html
