"""Roles: given and ended by the administration, with effect on the next click."""

from ideas.core import database
from ideas.people.models import Role
from ideas.people.queries import find_by_email
from tests.personas import person_named


def test_a_role_holds_from_the_next_request_on(browse, anna, armin):
    browser = browse(anna)
    assert "Vorprüfung" not in browser.get("/").links()
    page = browse(armin).get(f"/personen/{anna.id}")
    page.browser.post(f"/personen/{anna.id}/rolle-geben", token(page) | {"role": "coordinator"})
    assert "Vorprüfung" in browser.get("/").links()


def test_an_ended_role_ends_with_the_next_request(browse, clara, armin):
    browser = browse(clara)
    assert browser.get("/steuerung/vorpruefung").status == 200
    page = browse(armin).get(f"/personen/{clara.id}")
    page.browser.post(f"/personen/{clara.id}/rolle-nehmen", token(page) | {"role": "coordinator"})
    assert browser.get("/steuerung/vorpruefung").status in {403, 404}


def test_a_deactivated_person_is_out_at_once(browse, anna, armin):
    browser = browse(anna)
    assert browser.get("/").status == 200
    page = browse(armin).get(f"/personen/{anna.id}").submit("Sperren")
    assert "gesperrt" in page.text
    assert browser.get("/").title == "Anmelden"


def test_nobody_changes_their_own_account(browse, armin):
    page = browse(armin).get(f"/personen/{armin.id}")
    assert "Das ist Ihr eigenes Konto" in page.text
    own = browse(armin).get("/profil")
    answer = own.browser.post(
        f"/personen/{armin.id}/rolle-geben", token(own) | {"role": "coordinator"}
    )
    assert answer.status == 409
    assert person_named("armin").roles == {Role.ADMINISTRATOR}


def test_nobody_but_the_administration_manages_people(browse, everyone):
    for name, person in everyone.items():
        allowed = name == "armin"
        assert (browse(person).get("/personen").status == 200) is allowed, name


def test_the_last_administrator_stays(browse, armin):
    invite = browse(armin).get("/personen/einladen")
    invite.submit(
        "Einladen",
        given_name="Ada",
        family_name="Adler",
        email="ada@jobcenter.example",
        roles=["administrator"],
    )
    with database.transaction():
        ada = find_by_email("ada@jobcenter.example")
    page = browse(armin).get(f"/personen/{ada.id}")
    assert "eingeladen" in page.text


def test_data_protection_goes_with_no_other_role(browse, armin, paula, doris):
    for person, role in ((paula, "chair"), (doris, "data_protection")):
        page = browse(armin).get(f"/personen/{person.id}")
        answer = page.browser.post(
            f"/personen/{person.id}/rolle-geben", token(page) | {"role": role}, follow=False
        )
        assert answer.status in {409, 422}, role
        with database.transaction():
            assert role not in {held.value for held in find_by_email(person.email).roles}


def token(page) -> dict[str, object]:
    """The token without which no form is accepted."""
    form, _button = page.form_with("Abmelden")
    return {"csrf_token": form.find(".//input[@name='csrf_token']").get("value")}
