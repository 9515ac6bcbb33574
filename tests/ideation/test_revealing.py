"""Two persons together open a seal: reason, consent, a date, and a trace of each reading."""

from datetime import timedelta

import pytest

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation import actions, rules
from ideas.ideation.models import Idea, Reveal
from ideas.ideation.queries import get_idea, get_reveal
from ideas.people.models import Grant, Role
from ideas.process.models import Entry, Notice
from tests.build import ideation, sealed

OF_A_REVEAL = {
    "may_read_reveal": {"anna", "doris", "paula"},
    "may_grant_reveal": {"paula"},
    "may_consent": {"anna"},
    "may_open_reveal": {"doris", "paula"},
}


@pytest.fixture
def number(anna):
    return sealed.published(by=anna)


def told(event):
    rows = session.query(Notice.person_id).join(Entry).filter(Entry.event == event)
    return {row.person_id for row in rows}


@pytest.mark.parametrize("name", sorted(OF_A_REVEAL))
def test_exactly_these_may(name, number, everyone):
    key = sealed.asked(number)
    people = everyone | {"system": ideation.as_system()}
    with transaction():
        reveal = session.get_one(Reveal, key)
        found = {who for who, person in people.items() if getattr(rules, name)(person, reveal)}
    assert found == OF_A_REVEAL[name]


def test_asking_tells_data_protection_and_the_author(number, anna, paula):
    sealed.asked(number)
    with transaction():
        pseudonym = session.query(Idea).filter_by(number=number).one().author_id
        assert told("reveal.asked") == {paula.id, pseudonym}
        assert anna.id not in told("reveal.asked")


def test_a_request_needs_a_reason_and_stands_alone(number, doris):
    with transaction(), pytest.raises(Invalid):
        actions.ask_reveal(get_idea(number, reader=doris), "Neugier", actor=doris)
    sealed.asked(number)
    with pytest.raises(NotPossible):
        sealed.asked(number)


def test_a_named_idea_has_nothing_to_reveal(anna, doris):
    named = ideation.published_idea(by=anna)
    with transaction(), pytest.raises(NotAllowed):
        actions.ask_reveal(get_idea(named, reader=doris), sealed.REASON, actor=doris)


def test_the_name_is_read_after_consent_only_and_each_reading_leaves_a_trace(
    number, anna, doris, paula
):
    key = sealed.asked(number)
    with transaction(), pytest.raises(NotPossible):
        actions.read_name(get_reveal(key, reader=doris), actor=doris)
    with transaction():
        actions.grant_reveal(get_reveal(key, reader=paula, lock=True), actor=paula)
    for reader in (doris, paula):
        with transaction():
            assert actions.read_name(get_reveal(key, reader=reader), actor=reader).id == anna.id
    with transaction():
        readings = session.query(Entry).filter_by(event="reveal.opened").all()
        assert [entry.actor_id for entry in readings] == [doris.id, paula.id]
        pseudonym = session.query(Idea).filter_by(number=number).one().author_id
        assert pseudonym in told("reveal.granted") & told("reveal.opened")


def test_nobody_else_reads_the_name(number, clara, armin, bernd):
    key = sealed.granted(number)
    for person in (clara, armin, bernd):
        with transaction(), pytest.raises(NotAllowed):
            actions.read_name(session.get_one(Reveal, key), actor=person)


def test_the_consent_ends_after_two_weeks(number, doris):
    key = sealed.granted(number)
    for days, opens in ((14, True), (15, False)):
        with clock.at(clock.now() + timedelta(days=days)), transaction():
            assert session.get_one(Reveal, key).is_in_force is opens
    with clock.at(clock.now() + timedelta(days=15)):
        with transaction(), pytest.raises(NotPossible):
            actions.read_name(get_reveal(key, reader=doris), actor=doris)
        assert sealed.asked(number) != key


def test_who_asked_does_not_agree_even_with_the_other_role(number, doris):
    key = sealed.asked(number)
    with transaction():
        session.add(Grant(person_id=doris.id, role=Role.DATA_PROTECTION, granted_at=clock.now()))
        session.flush()
        session.expire_all()
        both = session.merge(doris)
        session.refresh(both, ["grants"])
        with pytest.raises(NotAllowed):
            actions.grant_reveal(session.get_one(Reveal, key), actor=both)


def test_a_refusal_ends_the_request(number, paula, doris):
    key = sealed.asked(number)
    with transaction():
        actions.refuse_reveal(get_reveal(key, reader=paula, lock=True), actor=paula)
    with transaction(), pytest.raises(NotPossible):
        actions.grant_reveal(get_reveal(key, reader=paula), actor=paula)
    with transaction(), pytest.raises(NotPossible):
        actions.read_name(get_reveal(key, reader=doris), actor=doris)


def test_the_author_agrees_alone_and_stays_unnamed_in_the_trace(number, anna, doris):
    key = sealed.asked(number)
    with transaction():
        actions.consent_to_reveal(get_reveal(key, reader=anna, lock=True), actor=anna)
    with transaction():
        reveal = session.get_one(Reveal, key)
        entry = session.query(Entry).filter_by(event="reveal.consented").one()
        assert reveal.answered_by_id == entry.actor_id == reveal.idea.author_id != anna.id
        assert actions.read_name(reveal, actor=doris).id == anna.id


def test_who_gives_the_name_leaves_nothing_to_read(number, anna, doris):
    key = sealed.granted(number)
    with transaction():
        actions.open_seal(get_idea(number, reader=anna), actor=anna)
    with transaction(), pytest.raises(NotPossible):
        actions.read_name(get_reveal(key, reader=doris), actor=doris)


def test_from_request_to_name_on_the_pages(number, browse, anna, doris, paula):
    page = browse(doris).get(f"/ideen/{number}").follow("Namen anfragen")
    assert page.submit("Namen anfragen", reason="Neugier").status == 422
    page = page.submit("Namen anfragen", reason=sealed.REASON)
    assert "wartet auf Antwort" in page.text
    assert page.title == f"Anfrage zum Namen hinter Idee {number}"
    again = browse(doris).get(f"/ideen/{number}/siegel")
    assert again.url == page.url
    asked = browse(paula).get("/benachrichtigungen").follow("Zur Anfrage")
    assert anna.name not in asked.submit("Zustimmen").html
    assert "Einwilligen" not in browse(paula).get("/siegel").text
    seen = browse(anna).get("/benachrichtigungen")
    assert "Der Datenschutz hat zugestimmt" in seen.text
    page = browse(doris).get(page.url)
    assert anna.name not in page.html
    name = page.submit("Namen lesen")
    assert f"Versiegelter Name: {anna.name}" in name.text
    assert anna.name not in browse(doris).get(page.url).html


def test_the_author_consents_on_the_page(number, browse, anna, clara):
    key = sealed.asked(number)
    page = browse(anna).get(f"/siegel/{key}")
    assert "Doris" not in page.text
    assert "zugestimmt bis" in page.submit("Ich willige ein").text
    assert browse(clara).get(f"/siegel/{key}").status == 404


def test_data_protection_refuses_on_the_page(number, browse, paula):
    page = browse(paula).get(f"/siegel/{sealed.asked(number)}").submit("Ablehnen")
    assert "abgelehnt" in page.text
