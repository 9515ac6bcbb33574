"""What people type is searched before it is stored: in every form, without scripts."""

import pytest
from sqlalchemy import select

from ideas.accounts import forms as accounts
from ideas.byways import forms as byways
from ideas.core.client_data import Kind
from ideas.core.database import session, transaction
from ideas.core.forms import Form
from ideas.core.guarding import ALL, DismissedFinding
from ideas.ideation import forms as ideation
from ideas.ideation.models import Idea
from ideas.maturation import forms as maturation
from ideas.programme import forms as programme
from ideas.steering import forms as steering
from tests.build.ideation import draft, published_idea

IBAN = "DE89 3704 0044 0532 0130 00"
CERTAIN = f"Das Geld ging auf {IBAN}, nicht an uns."
PROBABLE = "Darüber sprach ich mit Frau Kowalski am Empfang."
# Fields that may name people and their addresses, each for a reason that stands in its form.
EXCEPTIONS = {
    ideation.BlackOutForm: {"passages"},
    accounts.SignInForm: ALL,
    accounts.EmailForm: ALL,
    accounts.InviteForm: ALL,
    programme.CampaignForm: {"sponsor"},
    programme.PageForm: ALL,
    programme.BarrierForm: {"contact"},
}


def stored_problem(key: int) -> str:
    with transaction():
        return session.get_one(Idea, key).problem.source


def dismissed() -> dict[Kind, int]:
    with transaction():
        return {row.kind: row.count for row in session.scalars(select(DismissedFinding))}


def forms(parent: type = Form) -> set[type]:
    own = {one for one in parent.__subclasses__() if one.__module__.startswith("ideas.")}
    return own | {one for child in own for one in forms(child)}


def test_every_form_is_guarded_but_for_the_named_exceptions():
    modules = {accounts, byways, ideation, maturation, programme, steering}
    rooms = {one.__module__.partition(".forms")[0] + ".forms" for one in forms()}
    assert rooms <= {module.__name__ for module in modules} | {"ideas.core.forms"}
    open_ones = {one: one.unguarded for one in forms() if one.unguarded}
    assert open_ones == EXCEPTIONS


def test_something_certain_is_not_stored_and_nothing_typed_is_lost(browse, anna):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    page = page.submit("Entwurf speichern", title="Neuer Titel", problem=CERTAIN)
    assert page.status == 422
    assert f"<mark>{IBAN}</mark>" in page.html
    assert "Neuer Titel" in page.html
    assert CERTAIN in page.html
    assert "Ist kein Sozialdatum" not in page.buttons()
    assert stored_problem(key) == "Die Briefe sind **zu lang**."


def test_one_click_blacks_it_out_and_saves(browse, anna):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    page = page.submit("Entwurf speichern", problem=CERTAIN).submit("Schwärzen")
    assert "Ihr Entwurf ist gespeichert." in page.text
    assert stored_problem(key) == "Das Geld ging auf [geschwärzt], nicht an uns."


def test_something_probable_is_asked_once_and_only_its_kind_is_counted(browse, anna):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    page = page.submit("Entwurf speichern", problem=PROBABLE)
    assert (page.status, "<mark>Kowalski</mark>" in page.html) == (422, True)
    assert dismissed() == {}
    page = page.submit("Ist kein Sozialdatum")
    assert "Ihr Entwurf ist gespeichert." in page.text
    assert stored_problem(key) == PROBABLE
    assert dismissed() == {Kind.NAME: 1}
    page = page.submit("Entwurf speichern", title="Noch ein Titel")
    assert "Ihr Entwurf ist gespeichert." in page.text
    assert dismissed() == {Kind.NAME: 1}


def test_an_answer_is_kept_while_something_else_is_wrong(browse, anna):
    page = browse(anna).get("/ideen/neu").submit("Entwurf speichern", problem=PROBABLE)
    page = page.submit("Ist kein Sozialdatum")
    assert "Bitte füllen Sie dieses Feld aus." in page.text
    page = page.submit("Entwurf speichern", title="Titel")
    assert "Ihr Entwurf ist gespeichert." in page.text


def test_several_findings_in_several_fields_go_with_one_click(browse, anna):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    page = page.submit("Entwurf speichern", title="Frau Kowalski", problem=f"{CERTAIN} {PROBABLE}")
    assert page.html.count("<mark>") == 3
    page = page.submit("Alle Funde schwärzen")
    assert stored_problem(key).count("[geschwärzt]") == 2
    assert "Frau [geschwärzt]" in page.html


def test_an_old_button_does_nothing_to_a_text_that_has_changed(browse, anna):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}").submit("Entwurf speichern", problem=CERTAIN)
    page = page.submit("Schwärzen", problem="Alles harmlos.")
    assert stored_problem(key) == "Alles harmlos."


def test_a_comment_is_guarded_on_the_page_of_the_idea(browse, anna, bernd):
    number = published_idea(by=anna)
    page = browse(bernd).get(f"/ideen/{number}").submit("Kommentieren", text=CERTAIN)
    assert (page.status, f"<mark>{IBAN}</mark>" in page.html) == (422, True)
    page = page.submit("Schwärzen")
    assert "Das Geld ging auf [geschwärzt], nicht an uns." in page.text
    assert IBAN not in page.html


@pytest.mark.parametrize("text", ["kowalski@jobcenter.example", "Durchwahl 4711", "am 3.4.2026"])
def test_what_belongs_to_the_house_is_no_finding(browse, anna, text):
    page = browse(anna).get("/ideen/neu").submit("Entwurf speichern", title="T", problem=text)
    assert "Ihr Entwurf ist gespeichert." in page.text
