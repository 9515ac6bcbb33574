"""The same form, sent again, has one effect and one answer."""

from sqlalchemy import func, select

from ideas.core import database
from ideas.core.database import session
from ideas.process.models import Entry
from tests.page import values_of


def entries() -> int:
    with database.transaction():
        return session.scalar(select(func.count()).select_from(Entry))


def test_a_double_click_changes_once_and_leads_to_the_same_page(browse, anna):
    page = browse(anna).get("/profil")
    before = entries()
    first = page.submit("Speichern", language="en")
    second = page.submit("Speichern", language="en")
    assert (first.url, second.url) == ("/profil", "/profil")
    assert entries() == before + 1


def test_a_used_form_with_other_content_is_refused(browse, anna):
    page = browse(anna).get("/profil")
    page.submit("Speichern", language="en")
    other = page.submit("Speichern", language="de")
    assert other.status == 422
    assert "This form was used already" in other.text


def test_the_form_of_one_person_is_worth_nothing_to_another(browse, anna, bernd):
    form, _button = browse(anna).get("/profil").form_with("Speichern")
    key = values_of(form)["request_key"]
    browse(anna).get("/profil").submit("Speichern", request_key=key)
    assert browse(bernd).get("/profil").submit("Speichern", request_key=key).status == 422


def test_a_refused_form_may_be_corrected_and_sent_again(browse, anna):
    page = browse(anna).get("/profil")
    wrong = page.submit("Speichern", language="fr")
    assert wrong.status == 422
    assert page.submit("Speichern", language="en").status == 200
