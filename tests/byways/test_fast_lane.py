"""Small fixes that a unit does at once, through the pages people use."""

from datetime import timedelta

import pytest

from ideas.byways import actions
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation.models import Ball, FastTrack, Status, TrackStage
from ideas.people.queries import all_units, system
from ideas.process.models import MailState
from ideas.steering.actions import screening
from ideas.steering.queries import find_screening, waiting_ideas
from tests.build import byways as build
from tests.build import steering
from tests.build.programme import circle_campaign
from tests.build.steering import attempt, look_at
from tests.ideation.test_support import published_in
from tests.steering.test_screening import told

REASON = "Das betrifft auch Lauenfelde, darüber sollten wir reden."
ALL_THREE = {"is_small": "y", "is_reversible": "y", "is_cheap": "y"}


def track_of(number: str, reader) -> FastTrack:
    idea = look_at(number, reader)
    return session.query(FastTrack).filter_by(idea_id=idea.id).one()


def test_the_coordination_asks_the_unit_and_the_group_sees_it(anna, bernd, clara, olaf, browse):
    number = build.answered_gates(by=anna, title="Schild am Empfang")
    unit = all_units()[0]
    page = (
        browse(clara).get(f"/steuerung/ideen/{number}/vorpruefung").follow("Schnellweg vorschlagen")
    )
    fields = {"plan": build.PLAN, "unit": unit.id, "responsible": olaf.id}
    assert "nur für das, was alles drei ist" in page.submit("Stelle fragen", **fields).text
    asked = page.submit("Stelle fragen", **fields, **ALL_THREE)
    assert "Die Stelle ist gefragt" in asked.text
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.FAST_TRACK, Ball.UNIT)
    assert idea.ball_until == clock.add_working_days(clock.today(), 5)
    mailed = {key for key, state in told("idea.fast_tracked").items() if state == MailState.PENDING}
    assert mailed == {anna.id, olaf.id}
    assert bernd.id in told("idea.fast_tracked")
    assert "Zum Schnellweg Ja oder Nein sagen" in browse(olaf).get("/").text
    listed = browse(bernd).get("/steuerung/schnellweg").text
    assert build.PLAN in listed
    assert "wartet auf die Stelle" in listed
    assert olaf.name not in listed + browse(bernd).get(f"/ideen/{number}").text


def test_the_questions_of_the_screening_come_first(anna, clara, browse):
    number = steering.in_screening(by=anna)
    assert browse(clara).get(f"/steuerung/ideen/{number}/schnellweg").status == 409


def test_the_unit_agrees_does_it_and_it_counts_as_done(anna, bernd, olaf, browse):
    number = build.proposed(by=anna)
    browse(bernd).get(f"/ideen/{number}").submit("Unterstützen")
    page = browse(olaf).get("/").follow("Zum Schnellweg Ja oder Nein sagen: Schild am Empfang")
    page.submit("Antwort senden", agrees="yes", word="")
    track = track_of(number, anna)
    assert track.stage == TrackStage.AGREED
    assert track.call_in_until == clock.add_working_days(clock.today(), 10)
    idea = look_at(number, anna)
    assert idea.ball_until == clock.add_working_days(clock.today(), 20)
    page = browse(olaf).get("/").follow("Im Schnellweg erledigen und melden: Schild am Empfang")
    assert "es ist erledigt" in page.submit("Es ist erledigt", word=build.WORD).text
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.DONE, Ball.NOBODY)
    assert told("idea.done")[anna.id] == MailState.PENDING
    assert bernd.id in told("idea.done")
    shown = browse(anna).get(f"/ideen/{number}").text
    assert build.WORD in shown
    assert "Im Schnellweg erledigt" in shown
    assert number in browse(anna).get("/ideen?status=done").text
    assert browse(olaf).get(f"/ideen/{number}/schnellweg").status in {403, 409}


def test_a_no_needs_a_word_and_leads_back_to_the_screening(anna, clara, olaf, browse):
    number = build.proposed(by=anna)
    page = browse(olaf).get(f"/ideen/{number}/schnellweg")
    refused = page.submit("Antwort senden", agrees="no", word="Nein.")
    assert refused.status == 422
    page.submit("Antwort senden", agrees="no", word="Das Schild gehört dem Vermieter.")
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.SCREENING, Ball.COORDINATION)
    assert track_of(number, anna).stage == TrackStage.REFUSED
    assert told("idea.fast_track_refused")[clara.id] == MailState.PENDING
    with transaction():
        assert find_screening(look_at(number, clara)).passed_at is None


def test_a_member_calls_in_what_is_in_work_or_done(anna, bernd, emine, browse):
    for number in (build.proposed(by=anna), build.agreed(by=anna), build.done(by=anna)):
        page = browse(bernd).get(f"/steuerung/ideen/{number}/hereinholen")
        assert page.submit("Idee hereinholen", word="Halt.").status == 422
        page.submit("Idee hereinholen", word=REASON)
        idea = look_at(number, anna)
        assert (idea.status, idea.ball) == (Status.SCREENING, Ball.CHAIR)
        assert idea in waiting_ideas(idea.campaign)
        assert track_of(number, anna).stage == TrackStage.CALLED_IN
        assert REASON in browse(anna).get(f"/ideen/{number}").text
        assert browse(emine).get(f"/steuerung/ideen/{number}/hereinholen").status == 409
    assert track_of(number, anna).done_at is not None


def test_calling_in_ends_after_ten_working_days(anna, bernd, browse):
    number = build.done(by=anna)
    last = clock.add_working_days(clock.today(), 10)
    with clock.at(clock.end_of(last) - timedelta(hours=1)):
        assert browse(bernd).get(f"/steuerung/ideen/{number}/hereinholen").status == 200
        assert "Hereinholen" in browse(bernd).get("/steuerung/schnellweg").text
    with clock.at(clock.end_of(last) + timedelta(hours=1)):
        assert browse(bernd).get(f"/steuerung/ideen/{number}/hereinholen").status == 409
        assert "Hereinholen:" not in browse(bernd).get("/steuerung/schnellweg").text
        with pytest.raises(NotPossible):
            attempt(actions.call_in, number, REASON, actor=bernd)


@pytest.mark.parametrize(("built", "days"), [(build.proposed, 5), (build.agreed, 20)])
def test_what_is_overdue_goes_back_to_the_screening(anna, clara, olaf, built, days):
    number = built(by=anna)
    last = clock.end_of(clock.add_working_days(clock.today(), days))
    for moment, count in ((last - timedelta(hours=1), 0), (last + timedelta(hours=1), 1)):
        with clock.at(moment), transaction():
            assert actions.lapse_fast_tracks(actor=system()) == count
    assert look_at(number, anna).status == Status.SCREENING
    assert track_of(number, anna).stage == TrackStage.LAPSED
    assert {clara.id, olaf.id} <= set(told("idea.fast_track_lapsed"))


def test_only_the_named_person_answers_for_the_unit(anna, bernd, clara, browse):
    number = build.proposed(by=anna)
    for person in (anna, bernd, clara):
        assert browse(person).get(f"/ideen/{number}/schnellweg").status == 403
        with pytest.raises(NotAllowed):
            attempt(actions.answer_fast_track, number, "", agrees=True, actor=person)


def test_nobody_says_done_before_the_unit_has_agreed(anna, clara):
    number = build.proposed(by=anna)
    with pytest.raises(NotPossible):
        attempt(actions.finish_fast_track, number, build.WORD, actor=clara)


def test_an_idea_that_came_back_can_be_proposed_again(anna, clara, olaf):
    number = build.proposed(by=anna)
    no = "Das Schild gehört dem Vermieter."
    attempt(actions.answer_fast_track, number, no, agrees=False, actor=olaf)
    unit = all_units()[0]
    propose = actions.propose_fast_track
    attempt(propose, number, build.PLAN, unit=unit, responsible=olaf, actor=clara)
    assert look_at(number, anna).status == Status.FAST_TRACK


def test_who_brought_it_does_not_answer_for_the_unit(anna, olaf):
    with pytest.raises(Invalid, match="cannot answer for the unit"):
        build.proposed(by=olaf, to="olaf")
    assert build.proposed(by=anna, to="olaf")


def test_who_may_not_read_the_idea_does_not_answer_for_the_unit(anna, bernd, clara, olaf):
    circle = circle_campaign([anna, bernd], by=clara, others_read=False)
    number = published_in(circle, by=anna)
    attempt(screening.save_screening, number, steering.all_gates(), seen=1, actor=clara)
    with transaction():
        unit = all_units()[0]
    propose = actions.propose_fast_track
    with pytest.raises(Invalid, match="may not read the idea"):
        attempt(propose, number, build.PLAN, unit=unit, responsible=olaf, actor=clara)
    attempt(propose, number, build.PLAN, unit=unit, responsible=bernd, actor=clara)
    assert look_at(number, bernd).status == Status.FAST_TRACK
