"""Every endpoint and method against every persona; what is not listed fails."""

import pytest
from flask import url_for

from ideas.accounts.guard import PUBLIC as OPEN_TO_GUESTS
from tests.access.table import PUBLIC, TABLE
from tests.access.world import world
from tests.page import Browser
from tests.personas import PERSONAS, person_named

REFUSED = {403, 404}
SIGN_IN = "/anmelden"
# Afterwards the other addresses would be answered differently.
LAST = ["ideation.delete_draft", "accounts.sign_out"]


def listed(app) -> set[tuple[str, str]]:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    return {(rule.endpoint, m) for rule in rules for m in rule.methods & {"GET", "POST"}}


def test_every_endpoint_and_method_stands_in_the_table(app):
    assert listed(app) == set(TABLE)


def test_what_is_public_is_what_the_guard_lets_pass(app):
    public = {endpoint for (endpoint, _method), (_, who) in TABLE.items() if who == PUBLIC}
    assert public == OPEN_TO_GUESTS - {"static"}


@pytest.fixture
def addresses(app, house) -> dict[tuple[str, str], str]:
    things = world()
    with app.test_request_context():
        return {key: url_for(key[0], **things[thing]) for key, (thing, _who) in TABLE.items()}


def token_of(browser: Browser) -> dict[str, object]:
    form, _button = browser.get("/profil").form_with("Abmelden")
    return {"csrf_token": form.find(".//input[@name='csrf_token']").get("value")}


def passes(browser: Browser, method: str, url: str, token: dict[str, object]) -> bool:
    answer = browser.client.open(url, method=method, data=token if method == "POST" else None)
    assert answer.status_code < 500, f"{method} {url}: {answer.status_code}"
    assert answer.status_code != 400, f"{method} {url}: the token was refused"
    return answer.status_code not in REFUSED


@pytest.fixture
def browsers(browse, house) -> dict[str, tuple[Browser, dict[str, object]]]:
    opened = {name: browse(person_named(name)) for name in PERSONAS}
    return {name: (browser, token_of(browser)) for name, browser in opened.items()}


def closed_keys(method: str) -> list[tuple[str, str]]:
    keys = [key for key, (_thing, who) in TABLE.items() if key[1] == method and who != PUBLIC]
    return sorted(keys, key=lambda key: key[0] in LAST and 1 + LAST.index(key[0]))


def test_a_page_opens_for_those_whom_the_table_names_and_for_nobody_else(browsers, addresses):
    wrong = {
        (key[0], name): name in TABLE[key][1].split()
        for key in closed_keys("GET")
        for name, (browser, token) in browsers.items()
        if passes(browser, "GET", addresses[key], token) is not (name in TABLE[key][1].split())
    }
    assert not wrong


def test_an_action_is_refused_to_everybody_whom_the_table_does_not_name(browsers, addresses):
    for key in closed_keys("POST"):
        for name in set(PERSONAS) - set(TABLE[key][1].split()):
            browser, token = browsers[name]
            assert not passes(browser, "POST", addresses[key], token), (key[0], name)


def test_an_action_is_open_to_those_whom_the_table_names(browsers, addresses):
    for key in closed_keys("POST"):
        first = TABLE[key][1].split()[0]
        browser, token = browsers[first]
        assert passes(browser, "POST", addresses[key], token), (key[0], first)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_guest_opens_nothing_but_the_public_pages(app, browse, addresses, method):
    app.config["WTF_CSRF_ENABLED"] = False
    try:
        for (endpoint, verb), url in addresses.items():
            if verb != method or TABLE[endpoint, verb][1] == PUBLIC:
                continue
            guest = browse().client
            answer = guest.get(url) if verb == "GET" else guest.post(url)
            led_to_sign_in = answer.status_code == 302 and SIGN_IN in answer.location
            assert led_to_sign_in or answer.status_code == 401, (endpoint, verb)
    finally:
        app.config["WTF_CSRF_ENABLED"] = True


def test_a_guest_opens_the_public_pages(browse, addresses):
    for (endpoint, method), url in addresses.items():
        if method == "GET" and TABLE[endpoint, method][1] == PUBLIC:
            assert browse().client.get(url).status_code == 200, endpoint
