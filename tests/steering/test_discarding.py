"""A recorded decision is taken back before anybody is told, and recorded anew."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation.models import Ball, Status
from ideas.process.models import Notice
from ideas.steering.actions import deciding
from ideas.steering.models import Decision
from ideas.steering.queries import get_decision
from tests.build import steering as build

REASON = "Das Schreiben nennt das falsche Team."
OTHER_LETTER = "Vielen Dank! Wir nehmen Ihre Idee auf; das Team Eingangszone meldet sich bei Ihnen."


def decided(by):
    number, round_id = build.evaluated(by=by)
    return number, round_id, build.decide(number, round_id)


def address(decision_id: int) -> str:
    return f"/steuerung/entscheidungen/{decision_id}/verwerfen"


def test_a_discarded_decision_is_recorded_anew_from_what_was_written(anna, doris, browse):
    number, _round_id, first = decided(by=anna)
    told = session.query(Notice).count()
    waiting = browse(doris).get("/steuerung/entscheidungen")
    page = waiting.follow("Verwerfen und neu festhalten: Kurzbrief beim Umzug")
    again = page.submit("Verwerfen", reason=REASON)
    assert "Die Entscheidung ist verworfen" in again.text
    assert build.LETTER in again.text
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.EVALUATED, Ball.CHAIR)
    done = again.submit("Entscheidung festhalten", letter=OTHER_LETTER)
    assert "Die Entscheidung ist festgehalten" in done.text
    assert (OTHER_LETTER in done.text, build.LETTER in done.text) == (True, False)
    assert session.query(Notice).count() == told
    second = session.query(Decision).filter(Decision.discarded_at.is_(None)).one()
    build.release(second.id)
    shown = browse(anna).get(f"/ideen/{number}").text
    assert OTHER_LETTER in shown
    assert build.LETTER not in shown
    assert REASON not in shown
    assert first != second.id


def test_a_reason_is_needed(anna, doris, browse):
    number, _round_id, decision_id = decided(by=anna)
    page = browse(doris).get(address(decision_id)).submit("Verwerfen", reason="Falsch.")
    assert page.status == 422
    assert "mindestens 20 Zeichen" in page.text
    assert "Falsch." in page.text
    with pytest.raises(Invalid):
        deciding.discard_decision(get_decision(decision_id), "\u200b" * 30, actor=doris)
    assert build.look_at(number, anna).status == Status.DECISION_DRAFT


def test_a_released_decision_stands(anna, doris, browse):
    number, _round_id, decision_id = decided(by=anna)
    build.release(decision_id)
    with pytest.raises(NotPossible):
        deciding.discard_decision(get_decision(decision_id), REASON, actor=doris)
    assert build.look_at(number, anna).status in {Status.SELECTED, Status.DECLINED, Status.DEFERRED}


def test_only_the_chair_discards_and_never_about_the_own_idea(anna, bernd, doris):
    _number, _round_id, decision_id = decided(by=anna)
    for person in (anna, bernd):
        with pytest.raises(NotAllowed):
            deciding.discard_decision(get_decision(decision_id), REASON, actor=person)


def test_a_discarded_decision_can_be_neither_released_nor_discarded_again(anna, doris, browse):
    _number, _round_id, decision_id = decided(by=anna)
    with transaction():
        deciding.discard_decision(get_decision(decision_id), REASON, actor=doris)
    browser = browse(doris)
    assert browser.get(address(decision_id)).status == 404
    assert "Keine Entscheidung wartet" in browser.get("/steuerung/entscheidungen").text
