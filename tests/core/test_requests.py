"""What is refused before any work, and what every answer carries."""

import pytest

from ideas.core.web import POLICY

LONG = "9" * 40


@pytest.mark.parametrize(
    "url",
    [
        "/personen/" + LONG,
        "/personen/1_000",
        "/personen/%D9%A1",
        "/ideen/2026-0001%00",
        "/ideen/%ED%A0%80",
        "/ideen/..%2f..%2fetc%2fpasswd",
        "/gibt-es-nicht",
        "/ideen?seite=%00",
        "/?" + "a=1&" * 3000,
    ],
)
def test_a_strange_address_is_answered_with_4xx_or_a_page(browse, clara, url):
    assert browse(clara).get(url).status < 500


@pytest.mark.parametrize("value", ["a\x00b", "\ud800"])
def test_text_that_no_database_holds_is_refused(browse, anna, value):
    page = browse(anna).get("/profil")
    data = {"language": value.encode("utf-8", "surrogatepass")}
    answer = page.browser.client.post("/profil", data=data)
    assert answer.status_code == 400


def test_a_body_that_is_too_large_is_refused(browse, anna):
    browser = browse(anna)
    assert browser.client.post("/profil", data={"language": "x" * 3_000_000}).status_code == 413


def test_a_form_without_its_token_changes_nothing(browse, anna):
    answer = browse(anna).client.post("/profil", data={"language": "en"})
    assert answer.status_code == 400
    assert "Das Formular ist abgelaufen" in answer.get_data(as_text=True)


def test_every_page_carries_the_policy_and_is_kept_by_no_cache(browse, anna):
    headers = browse(anna).get("/").headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" in headers["Vary"]


def test_a_foreign_host_is_refused(app, house):
    assert app.test_client().get("/healthz", headers={"Host": "evil.example"}).status_code == 400


def test_the_sign_of_life_is_json(app, house):
    assert app.test_client().get("/healthz").json == {"status": "ok"}


def test_methods_that_no_page_knows_are_refused(browse, anna):
    client = browse(anna).client
    for method in ("PUT", "DELETE", "TRACE", "PATCH"):
        assert client.open("/profil", method=method).status_code == 405
