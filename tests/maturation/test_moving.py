"""Back with a reason, aside for a while, home again, and to an early end."""

from datetime import date, timedelta

import pytest

from ideas.core import clock
from ideas.core.database import transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible, Stale
from ideas.ideation.models import Ball, ProjectStatus
from ideas.maturation import actions, queries
from ideas.programme.queries import phases
from tests.build import maturation as build


@pytest.fixture
def number(anna, olaf, doris):
    return build.project_in("design", author=anna, owner=olaf, chair=doris)


def back(number, person, code="chosen", reason="Zu früh.", seen=3):
    with transaction():
        project = queries.get_project(number, reader=person, lock=True)
        phase = next(phase for phase in phases() if phase.code == code)
        actions.move_back(project, phase, reason, seen=seen, actor=person)


def resume(number, person):
    with transaction():
        actions.resume_project(queries.get_project(number, reader=person, lock=True), actor=person)


def test_a_card_goes_back_with_a_reason_and_to_the_end_of_the_phase(
    number, anna, olaf, clara, doris
):
    there = build.project_in("charter", author=anna, owner=olaf, chair=doris)
    back(number, clara, "charter")
    project = build.look_at(number, reader=anna)

    assert (project.last_phase.code, project.place_version) == ("charter", 4)
    assert project.sort > build.look_at(there, reader=anna).sort
    assert project.idea.phase_id == project.phase_id
    assert project.idea.ball == Ball.OWNER
    assert build.history(number, reader=anna)[-1] == "idea.moved_back"


def test_the_answers_given_so_far_stay(number, olaf, clara):
    back(number, clara, "charter")
    with transaction():
        lines = queries.checklist(queries.get_project(number, reader=olaf))

    assert [line.evidence for line in lines] == [build.EVIDENCE] * 3


@pytest.mark.parametrize("code", ["design", "trial"])
def test_only_an_earlier_phase_can_be_chosen(number, clara, code):
    with pytest.raises(NotPossible):
        back(number, clara, code)


def test_going_back_needs_a_reason_and_the_right(number, clara, olaf, bernd):
    with pytest.raises(Invalid):
        back(number, clara, reason=" ")
    for person in (olaf, bernd):
        with pytest.raises(NotAllowed):
            back(number, person)


def test_whoever_looked_at_an_older_place_is_told_where_the_card_is(number, clara):
    back(number, clara, "charter")
    with pytest.raises(Stale, match="Auftrag klären"):
        back(number, clara, "chosen", seen=3)
    assert build.look_at(number, reader=clara).last_phase.code == "charter"


def test_a_parked_card_leaves_the_board_and_comes_back_to_the_end_of_its_phase(
    number, anna, olaf, doris
):
    build.park(number, actor=olaf, days=30)
    project = build.look_at(number, reader=anna)
    assert (project.status, project.phase_id) == (ProjectStatus.PARKED, None)
    assert (project.idea.project_status, project.idea.phase_id) == (ProjectStatus.PARKED, None)
    assert project.resume_on == project.idea.ball_until == clock.today() + timedelta(days=30)
    assert project.idea.ball == Ball.COORDINATION

    there = build.project_in("design", author=anna, owner=olaf, chair=doris)
    resume(number, olaf)
    project = build.look_at(number, reader=anna)
    assert (project.status, project.last_phase.code) == (ProjectStatus.IN_WORK, "design")
    assert project.sort > build.look_at(there, reader=anna).sort
    assert (project.resume_on, project.idea.phase_id) == (None, project.phase_id)
    assert build.history(number, reader=anna)[-2:] == ["idea.parked", "idea.resumed_work"]


@pytest.mark.parametrize("days", [0, -1, 400])
def test_a_card_is_parked_until_a_day_within_twelve_months(number, clara, days):
    with pytest.raises(Invalid):
        build.park(number, actor=clara, days=days)


def test_twelve_months_ahead_of_a_leap_day_is_the_28th():
    with clock.at(clock.end_of(date(2028, 2, 28)) + timedelta(hours=9)):
        assert clock.a_year_ahead() == date(2029, 2, 28)
    with clock.at(clock.end_of(date(2026, 11, 21)) + timedelta(hours=9)):
        assert clock.a_year_ahead() == date(2027, 11, 22)


def test_parking_needs_a_reason_and_the_right(number, clara, bernd, anna):
    with pytest.raises(Invalid):
        build.park(number, actor=clara, reason="")
    for person in (bernd, anna):
        with pytest.raises(NotAllowed):
            build.park(number, actor=person)


def test_what_is_not_parked_is_not_resumed(number, clara):
    with pytest.raises(NotPossible):
        resume(number, clara)


def test_a_project_is_stopped_with_what_was_learned_and_with_thanks(app, number, anna, doris):
    with app.app_context():
        build.stop(number, actor=doris)
    project = build.look_at(number, reader=anna)
    with transaction():
        told = queries.reason_of_state(queries.get_project(number, reader=anna))

    assert project.status == project.idea.project_status == ProjectStatus.STOPPED
    assert (project.phase_id, project.idea.phase_id, project.idea.ball) == (None, None, Ball.NOBODY)
    assert told.split("\n\n") == [
        build.STOPPED,
        "Was wir gelernt haben: Telefon ist besser.",
        "Dank: Danke an alle.",
    ]


def test_only_the_chair_stops_and_all_three_texts_are_needed(number, olaf, clara, doris):
    for person in (olaf, clara):
        with pytest.raises(NotAllowed):
            build.stop(number, actor=person)
    with pytest.raises(Invalid):
        build.stop(number, actor=doris, learned="")


def test_a_stopped_project_stays_where_it_is(number, clara, doris):
    build.stop(number, actor=doris)
    with pytest.raises(NotPossible):
        resume(number, clara)


def test_the_move_page_says_what_is_missing_and_offers_the_way_back(browse, number, olaf, clara):
    page = browse(olaf).get(f"/vorhaben/{number}/verschieben")
    assert "Noch nicht beantwortet: Mindestens drei Personen" in page.text
    assert "Nur über die Phasen davor." in page.text
    assert "Verschieben" not in page.buttons()

    page = browse(clara).get(f"/vorhaben/{number}/verschieben")
    refused = page.submit("Verschieben", target="charter", reason="")
    assert refused.status == 422
    page = refused.submit("Verschieben", target="charter", reason="Der Auftrag ist unklar.")
    assert page.url.startswith("/vorhaben?verschoben=")
    assert "ist jetzt in „Auftrag klären“" in page.text


def test_the_owner_asks_for_the_gate_on_the_move_page(browse, number, olaf):
    build.answer_all(number, owner=olaf)
    page = browse(olaf).get(f"/vorhaben/{number}/verschieben")
    page = page.submit("Verschieben", target="freigabe")

    assert "Die Freigabe ist beantragt" in page.text
    again = browse(olaf).get(f"/vorhaben/{number}/verschieben")
    assert "der Vorsitz entscheidet" in again.text


def test_a_stale_move_page_says_where_the_card_is_and_keeps_the_reason(browse, number, clara):
    old = browse(clara).get(f"/vorhaben/{number}/verschieben")
    back(number, clara, "charter")
    page = old.submit("Verschieben", target="chosen", reason="Bitte von vorn.")

    assert page.status == 409
    assert "steht jetzt in „Auftrag klären“" in page.text
    assert "Bitte von vorn." in page.text
    assert page.submit("Verschieben", target=None).status == 422


def test_a_stale_request_for_the_gate_is_refused_too(browse, number, olaf, clara):
    build.answer_all(number, owner=olaf)
    old = browse(olaf).get(f"/vorhaben/{number}/verschieben")
    back(number, clara, "charter")

    assert old.submit("Verschieben", target="freigabe").status == 409


def test_parking_and_resuming_in_the_browser(browse, number, olaf):
    page = browse(olaf).get(f"/vorhaben/{number}/parken")
    assert page.submit("Parken", reason="Wir warten.", resume_on="").status == 422
    far = (clock.today() + timedelta(days=500)).isoformat()
    assert page.submit("Parken", reason="Wir warten.", resume_on=far).status == 422
    until = (clock.today() + timedelta(days=60)).isoformat()
    fresh = browse(olaf).get(f"/vorhaben/{number}/parken")
    parked = fresh.submit("Parken", reason="Wir warten auf das Programm.", resume_on=until)

    assert "ist geparkt" in parked.text
    assert "Wir warten auf das Programm." in parked.text
    assert "ist jetzt in „Lösung ausarbeiten“" in parked.submit("Arbeit fortsetzen").text


def test_stopping_in_the_browser(browse, number, doris, olaf):
    page = browse(doris).get(f"/vorhaben/{number}/stoppen")
    assert page.submit("Vorhaben stoppen", reason="Es trägt nicht.").status == 422
    fresh = browse(doris).get(f"/vorhaben/{number}/stoppen")
    page = fresh.submit(
        "Vorhaben stoppen", reason=build.STOPPED, learned="Telefon ist besser.", thanks="Danke!"
    )

    assert "ist gestoppt" in page.text
    assert "Was wir gelernt haben: Telefon ist besser." in page.text
    assert browse(olaf).get(f"/vorhaben/{number}/stoppen").status == 403


def test_the_move_page_of_a_parked_or_waiting_card_says_why_nothing_can_be_chosen(
    browse, number, olaf, clara
):
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    waiting = browse(clara).get(f"/vorhaben/{number}/verschieben")
    assert "„wartet auf Freigabe“" in waiting.text
    build.park(number, actor=clara)
    parked = browse(clara).get(f"/vorhaben/{number}/verschieben")
    assert "Die Karte war zuletzt hier." in parked.text
    assert "Verschieben" not in parked.buttons()
    assert "ist jetzt in" in parked.submit("Arbeit fortsetzen").text


def test_behind_the_last_phase_lies_the_end(browse, anna, olaf, doris):
    number = build.project_in("operation", author=anna, owner=olaf, chair=doris)
    build.answer_all(number, owner=olaf)
    page = browse(olaf).get(f"/vorhaben/{number}/verschieben")

    assert "abgeschlossen – nächste Phase" in page.text
    assert "Freigabe „Wirkung festgestellt“ beantragen." in page.text


def test_a_phase_that_is_no_longer_used_takes_no_card_back(number, clara):
    build.park(number, actor=clara)
    with transaction():
        project = queries.get_project(number, reader=clara, lock=True)
        project.last_phase.archived_at = clock.now()
    with pytest.raises(NotPossible):
        resume(number, clara)
