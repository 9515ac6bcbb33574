"""Deferred ideas come back when what they wait for has happened; through the pages."""

import pytest

from ideas.byways import actions
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation.models import Ball, IdeaTag, Status
from ideas.people.models import Grant, Role
from ideas.people.queries import system
from ideas.process.models import MailState
from ideas.steering.models import Outcome
from tests.build import byways as build
from tests.build import steering
from tests.build.steering import attempt, look_at
from tests.personas import person_named
from tests.steering.test_deciding import RECORD, REFUSAL, address, votes
from tests.steering.test_screening import told

PAGE = "/steuerung/wiedervorlage"


def test_the_coordination_keeps_the_events(clara, browse):
    page = browse(clara).get(PAGE).submit("Ereignis eintragen", name="IT-Release 2027.1")
    assert "„IT-Release 2027.1“ ist eingetragen" in page.text
    again = page.submit("Ereignis eintragen", name="IT-Release 2027.1")
    assert again.status == 422
    assert "gibt es schon" in again.text


def test_a_decision_names_what_the_idea_waits_for(anna, clara, doris, browse):
    tag = build.tag()
    number, round_id = steering.evaluated(by=anna)
    fields = {"outcome": "defer", "defer_until": clock.a_year_ahead().isoformat(), "tag_ids": [tag]}
    cast = votes("bernd", "doris", "jan", yes=3)
    page = browse(doris).get(address(number, round_id)).submit(RECORD, **fields, **REFUSAL, **cast)
    page.submit("Entscheidung freigeben: Kurzbrief beim Umzug")
    assert "Kommt früher wieder mit IT-Release 2027.1" in browse(anna).get(f"/ideen/{number}").text
    listed = browse(clara).get(PAGE).text
    assert number in listed
    assert "IT-Release 2027.1" in listed


def test_releasing_an_event_brings_its_ideas_back_and_tells_all_who_care(
    anna, bernd, clara, jan, browse
):
    tag, other = build.tag(), build.tag("Gesetzesänderung")
    number = build.deferred(by=anna, tags=(tag,))
    stays = build.deferred(by=anna, tags=(other,), title="Nach dem Gesetz")
    browse(bernd).get(f"/ideen/{number}").submit("Unterstützen")
    browse(jan).get(f"/ideen/{number}").submit("Beobachten")
    page = browse(clara).get(PAGE)
    done = page.submit("Es ist eingetreten: IT-Release 2027.1")
    assert "1 Idee ist wieder in der Vorprüfung" in done.text
    idea = look_at(number, anna)
    assert (idea.status, idea.ball, idea.deferred_until) == (
        Status.SCREENING,
        Ball.COORDINATION,
        None,
    )
    told_of = told("idea.resumed_on_event")
    assert told_of == {
        anna.id: MailState.PENDING,
        bernd.id: MailState.NONE,
        jan.id: MailState.NONE,
    }
    assert look_at(stays, anna).status == Status.DEFERRED
    assert session.query(IdeaTag).count() == 1
    with pytest.raises(NotPossible):
        build.release_tag(tag)


def test_the_day_brings_an_idea_back_whatever_it_waits_for(anna):
    number = build.deferred(by=anna, tags=(build.tag(),))
    until = look_at(number, anna).deferred_until
    with clock.at(clock.end_of(until)), transaction():
        assert actions.resume_due(actor=system()) == 1
    assert look_at(number, anna).status == Status.SCREENING
    assert session.query(IdeaTag).count() == 0


def test_what_an_idea_waits_for_can_be_changed(anna, clara, browse):
    tag = build.tag()
    number = build.deferred(by=anna)
    until = look_at(number, anna).deferred_until
    browse(clara).get(f"/steuerung/ideen/{number}/wiedervorlage").submit("Speichern", tags=[tag])
    assert session.query(IdeaTag).one().tag_id == tag
    assert look_at(number, anna).deferred_until == until
    browse(clara).get(f"/steuerung/ideen/{number}/wiedervorlage").submit("Speichern", tags=None)
    assert session.query(IdeaTag).count() == 0


def test_an_event_that_happens_before_the_decision_is_told_brings_the_idea_back_at_once(anna):
    tag = build.tag()
    number, round_id = steering.evaluated(by=anna)
    motion = steering.motion(Outcome.DEFER)
    waiting = steering.Motion(**{**vars(motion), "tag_ids": (tag,)})
    decision = steering.decide_with(number, round_id, waiting)
    build.release_tag(tag)
    steering.release(decision)
    assert look_at(number, anna).deferred_until == clock.today()
    with transaction():
        assert actions.resume_due(actor=system()) == 1


def test_nobody_waits_for_what_has_happened(anna, clara):
    tag = build.tag()
    build.release_tag(tag)
    number = build.deferred(by=anna)
    with pytest.raises(Invalid):
        attempt(actions.wait_for_events, number, [tag], actor=clara)


def test_an_idea_that_is_not_deferred_waits_for_nothing(anna, clara, browse):
    number = steering.in_screening(by=anna)
    assert browse(clara).get(f"/steuerung/ideen/{number}/wiedervorlage").status == 409
    with pytest.raises(NotPossible):
        attempt(actions.wait_for_events, number, [], actor=clara)


def test_members_release_no_event(bernd):
    tag = build.tag()
    with pytest.raises(NotAllowed):
        build.release_tag(tag, by="bernd")


def test_nobody_releases_what_the_own_idea_waits_for(anna):
    tag = build.tag()
    number = build.deferred(by=anna, tags=(tag,))
    with transaction():
        session.add(Grant(person_id=anna.id, role=Role.COORDINATOR, granted_at=clock.now()))
    with pytest.raises(NotPossible, match="An idea of yours waits for this"):
        build.release_tag(tag, by="anna")
    with pytest.raises(NotAllowed):
        attempt(actions.wait_for_events, number, (), actor=person_named("anna"))
    assert build.release_tag(tag, by="doris") == 1
