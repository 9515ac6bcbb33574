"""What the mails say to those who are asked to take part, ask for it, or coach."""

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.ideation import actions
from ideas.ideation.queries import get_coaching, get_participation
from ideas.notifications.delivery.letter import write_letter
from ideas.notifications.queries import subject_of
from ideas.people.models import Person
from ideas.process.models import Notice
from tests.build.ideation import TEXTS, draft, published_idea
from tests.build.together import asked, coached, invited, named

TITLE = TEXTS.title


@pytest.fixture
def letter(app):
    """A function that writes the newest mail of an event to a person as one line."""

    def write(event, person):
        with transaction():
            rows = session.scalars(select(Notice).where(Notice.person_id == person.id)).all()
            notice = [row for row in rows if row.entry.event == event][-1]
            reader = session.get_one(Person, person.id)
            mail = write_letter(notice, subject_of(notice.entry), reader)
            return " ".join(f"{mail['Subject']} {mail.get_content()}".split())

    with app.app_context():
        yield write


def answer(row_id, act, person, *words):
    with transaction():
        act(get_participation(row_id, reader=person), *words, actor=person)


def test_an_invitation_names_title_and_inviter_and_no_text(letter, anna, bernd):
    row = invited(draft(by=anna), bernd, by=anna)
    text = letter("coauthor.invited", bernd)
    assert text.startswith(f"Einladung, an „{TITLE}“ mitzuwirken")
    assert "Anna Albrecht lädt Sie ein" in text
    assert f"/ideen/beteiligung/{row}" in text
    assert TEXTS.proposal not in text
    answer(row, actions.accept_invitation, bernd)
    assert "Bernd Brandt wirkt jetzt an" in letter("coauthor.joined", anna)


def test_a_no_takes_its_word_along(letter, anna, bernd):
    row = invited(draft(by=anna), bernd, by=anna)
    answer(row, actions.decline_invitation, bernd, "Leider keine Zeit.")
    text = letter("coauthor.declined", anna)
    assert "möchte an „" in text
    assert "Leider keine Zeit." in text


def test_on_behalf_is_asked_and_answered(letter, anna, olaf, bernd):
    key = draft(by=anna)
    row = named(key, olaf, by=anna)
    assert "Ohne Ihr Ja wird nichts eingereicht" in letter("coauthor.named", olaf)
    answer(row, actions.decline_invitation, olaf)
    assert "Der Entwurf gehört wieder Ihnen" in letter("coauthor.declined", anna)
    answer(named(key, bernd, by=anna), actions.accept_invitation, bernd)
    assert "Bernd Brandt hat" in letter("coauthor.confirmed", anna)


def test_a_request_and_its_answers(letter, anna, bernd, olaf):
    number = published_idea(by=anna)
    first, second = asked(number, by=bernd, text="Mit Bildern!"), asked(number, by=olaf)
    assert "Olaf Özdemir möchte" in letter("coauthor.asked", anna)
    answer(first, actions.admit, anna)
    assert "Ihre Anfrage ist angenommen" in letter("coauthor.joined", bernd)
    answer(second, actions.refuse, anna, "Zu viele.")
    assert "Zu viele." in letter("coauthor.refused", olaf)


def test_a_coach_is_asked_and_answers(letter, anna, bernd):
    row = coached(draft(by=anna), bernd, by=anna)
    text = letter("coach.asked", bernd)
    assert "bittet Sie vertraulich" in text
    assert "Verständlich?" in text
    with transaction():
        actions.write_remark(get_coaching(row, reader=bernd), "Gut.", actor=bernd)
    text = letter("coach.answered", anna)
    assert "Bernd Brandt hat Ihren Entwurf" in text
    assert "Gut." not in text
