"""The inbox: one line per event, for its reader only, marked by a button."""

from sqlalchemy import select

from ideas.accounts.actions import people
from ideas.core import database
from ideas.core.database import session
from ideas.ideation.actions.comments import comment_on
from ideas.ideation.actions.following import follow
from ideas.ideation.queries import get_idea
from ideas.people.models import Person, Role
from ideas.process.models import Because, MailState, Notice
from ideas.steering.actions import screening
from tests.build.steering import handed_in, in_screening
from tests.page import text_of
from tests.personas import person_named


def lines(page) -> list[str]:
    return [text_of(line) for line in page.tree.iter("li") if "Sie lesen das" in text_of(line)]


def read(person_id: int) -> list[bool]:
    with database.transaction():
        own = select(Notice).where(Notice.person_id == person_id).order_by(Notice.id)
        return [notice.read_at is not None for notice in session.scalars(own)]


def test_a_line_says_what_happened_to_what_and_why_it_came(browse, anna):
    number = in_screening(by=anna, title="Kurzbrief beim Umzug")
    page = browse(anna).get("/benachrichtigungen")
    assert page.title == "Posteingang"
    newest, oldest = lines(page)
    assert "Die Idee wurde eingereicht." in oldest
    assert "Sie lesen das, weil es Ihre Idee ist." in newest
    assert page.links()["Kurzbrief beim Umzug"] == f"/ideen/{number}"


def test_an_empty_inbox_says_what_will_stand_there(browse, anna):
    page = browse(anna).get("/benachrichtigungen")
    assert "Nichts Neues" in page.text
    assert "Alles als gelesen markieren" not in page.buttons()


def test_reading_marks_nothing_and_a_button_marks_one(browse, anna):
    in_screening(by=anna)
    browser = browse(anna)
    browser.get("/benachrichtigungen")
    assert read(anna.id) == [False, False]
    page = browser.get("/benachrichtigungen")
    button = next(label for label in page.buttons() if label.startswith("Als gelesen markieren"))
    after = page.submit(button)
    assert read(anna.id) == [False, True]
    assert sum("neu" in line.split() for line in lines(after)) == 1


def test_one_button_marks_all_of_ones_own(browse, anna, clara):
    in_screening(by=anna)
    page = browse(anna).get("/benachrichtigungen").submit("Alles als gelesen markieren")
    assert read(anna.id) == [True, True]
    assert not any(read(clara.id))
    assert "Alles als gelesen markieren" not in page.buttons()


def test_somebody_elses_notice_is_not_there(browse, anna, bernd):
    handed_in(by=anna)
    with database.transaction():
        notice = session.scalars(select(Notice).where(Notice.person_id == anna.id)).one()
    browser = browse(bernd)
    key = browser.get("/profil").tree.find(".//input[@name='csrf_token']").get("value")
    answer = browser.post(f"/benachrichtigungen/{notice.id}/gelesen", {"csrf_token": key})
    assert answer.status == 404
    assert read(anna.id) == [False]


def test_what_the_reader_may_not_read_any_more_is_gone(browse, anna, clara, armin):
    handed_in(by=anna)
    assert len(lines(browse(clara).get("/benachrichtigungen"))) == 1
    with database.transaction():
        person = session.get_one(Person, clara.id)
        people.revoke_role(person, Role.COORDINATOR, actor=armin)
    left = lines(browse(clara).get("/benachrichtigungen"))
    assert len(left) == 1
    assert "Eine Ihrer Rollen ist beendet." in left[0]


def test_followed_ideas_tell_in_the_inbox_only(anna, bernd, jan):
    number = in_screening(by=anna)
    with database.transaction():
        follow(get_idea(number, reader=bernd), actor=bernd)
    with database.transaction():
        comment_on(get_idea(number, reader=jan), "Das fehlt uns schon lange.", actor=jan)
    with database.transaction():
        told = select(Notice.mail, Notice.because).where(Notice.person_id == bernd.id)
        assert session.execute(told).all() == [(MailState.NONE, Because.FOLLOWER)]


def test_the_inbox_costs_the_same_for_one_line_and_for_many(browse, anna, statements):
    in_screening(by=anna)
    browser = browse(anna)
    browser.get("/benachrichtigungen")
    statements.clear()
    browser.get("/benachrichtigungen")
    few = len(statements)
    for n in range(12):
        in_screening(by=anna, title=f"Idee {n}")
    statements.clear()
    page = browser.get("/benachrichtigungen")
    assert len(lines(page)) > 20
    assert len(statements) == few <= 12


def test_a_long_inbox_has_pages(browse, anna):
    for n in range(14):
        in_screening(by=anna, title=f"Idee {n}")
    first = browse(anna).get("/benachrichtigungen")
    assert len(lines(first)) == 25
    second = first.follow("Nächste Seite")
    assert len(lines(second)) == 3
    assert "Vorherige Seite" in second.links()


def test_a_long_letter_is_shortened_and_read_in_full_with_the_idea(browse, anna):
    number, clara = in_screening(by=anna), person_named("clara")
    letter = "Bitte sagen Sie uns, wen es betrifft. " * 20
    with database.transaction():
        screening.ask_back(get_idea(number, reader=clara), letter, actor=clara)
    newest = lines(browse(anna).get("/benachrichtigungen"))[0]
    assert "Bitte sagen Sie uns, wen es betrifft." in newest
    assert len(newest) < 450
    assert " …" in newest
