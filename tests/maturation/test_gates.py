"""Asking for a gate, withdrawing the request, and the chair's recorded decision."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible, Stale
from ideas.ideation.models import Ball, ProjectStatus
from ideas.maturation import actions, queries
from ideas.maturation.models import GateOutcome, TickAnswer
from ideas.maturation.workflow import GATE_DAYS
from ideas.people.models import Grant, Role
from ideas.process.models import Entry
from tests.build import maturation as build
from tests.personas import person_named

RELEASED, REWORK = GateOutcome


@pytest.fixture
def number(anna, olaf, doris):
    return build.new_project(author=anna, owner=olaf, chair=doris)


@pytest.fixture
def asked(number, olaf):
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    return number


def test_a_gate_is_asked_for_when_every_criterion_is_answered(number, olaf):
    with pytest.raises(NotPossible, match="every criterion"):
        build.ask(number, owner=olaf)
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    project = build.look_at(number, reader=olaf)

    assert project.status == project.idea.project_status == ProjectStatus.IN_GATE
    assert project.idea.ball == Ball.CHAIR
    assert project.idea.ball_until == clock.today() + timedelta(days=GATE_DAYS)


def test_an_unmet_criterion_does_not_hide_the_gate_but_hinders_the_release(number, olaf, doris):
    build.answer_all(number, owner=olaf, answer=TickAnswer.UNMET)
    build.ask(number, owner=olaf)
    with pytest.raises(NotPossible, match="criterion is not met"):
        build.decide(number, chair=doris)
    build.decide(number, chair=doris, outcome=REWORK, reason="Bitte die Zusage einholen.")
    project = build.look_at(number, reader=olaf)

    assert (project.status, project.last_phase.code) == (ProjectStatus.IN_WORK, "chosen")
    assert project.idea.ball == Ball.OWNER


def test_a_request_can_be_withdrawn_until_it_is_decided(asked, olaf, doris):
    with transaction():
        actions.withdraw_gate(queries.get_project(asked, reader=olaf, lock=True), actor=olaf)

    assert build.look_at(asked, reader=olaf).status == ProjectStatus.IN_WORK
    with pytest.raises(NotPossible):
        build.decide(asked, chair=doris)


def test_a_release_moves_the_card_to_the_end_of_the_next_phase(asked, anna, olaf, doris):
    there = build.project_in("charter", author=anna, owner=olaf, chair=doris)
    build.decide(asked, chair=doris, reason="Gut vorbereitet.")
    project, other = (build.look_at(number, reader=olaf) for number in (asked, there))

    assert project.last_phase.code == other.last_phase.code == "charter"
    assert project.sort > other.sort
    assert (project.place_version, project.status) == (2, ProjectStatus.IN_WORK)
    assert (project.idea.phase_id, project.idea.project_status) == (
        project.phase_id,
        ProjectStatus.IN_WORK,
    )


def test_the_decision_keeps_the_checklist_as_it_stood(asked, olaf, doris):
    build.decide(asked, chair=doris, reason="Gut vorbereitet.")
    with transaction():
        project = queries.get_project(asked, reader=olaf)
        (decision,) = queries.decisions_of(project)

    assert (decision.outcome, decision.reason) == (RELEASED, "Gut vorbereitet.")
    assert decision.phase.code == "chosen"
    assert [row["answer"] for row in decision.checklist] == ["met"] * 3
    assert {row["evidence"] for row in decision.checklist} == {build.EVIDENCE}


def test_behind_the_last_gate_the_project_is_completed(anna, olaf, doris):
    number = build.project_in("operation", author=anna, owner=olaf, chair=doris)
    build.pass_gate(number, owner=olaf, chair=doris)
    project = build.look_at(number, reader=anna)

    assert project.status == project.idea.project_status == ProjectStatus.COMPLETED
    assert (project.phase_id, project.idea.phase_id, project.idea.ball) == (None, None, Ball.NOBODY)
    assert project.last_phase.code == "operation"


def test_every_step_is_in_the_history_with_its_phase(asked, olaf, doris):
    build.decide(asked, chair=doris)
    with transaction():
        idea = queries.get_project(asked, reader=olaf).idea
        rows = select(Entry.event, Entry.phase, Entry.from_status, Entry.to_status, Entry.details)
        entries = session.execute(
            rows.where(Entry.subject_id == idea.id, Entry.subject_kind == "idea")
            .order_by(Entry.sequence.desc())
            .limit(2)
        ).all()

    released, asked_for = entries
    assert released[:-1] == ("idea.gate_released", "charter", "in_gate", "in_work")
    assert (released.details["from_phase"], released.details["ball"]) == ("chosen", "owner")
    assert asked_for[:-1] == ("idea.gate_asked", "chosen", "in_work", "in_gate")
    assert asked_for.details["ball"] == "chair"


def test_nobody_but_the_chair_decides_and_she_gives_a_reason(asked, olaf, clara, bernd, doris):
    for person in (olaf, clara, bernd):
        with pytest.raises(NotAllowed):
            build.decide(asked, chair=person)
    with pytest.raises(Invalid):
        build.decide(asked, chair=doris, reason="  ")


def test_another_chair_decides_on_a_project_of_the_chair(anna, doris, clara, bernd):
    number = build.new_project(author=anna, owner=doris, chair=clara)
    build.answer_all(number, owner=doris)
    build.ask(number, owner=doris)
    with pytest.raises(NotAllowed):
        build.decide(number, chair=doris)
    with transaction():
        session.add(Grant(person_id=bernd.id, role=Role.CHAIR, granted_at=clock.now()))
    build.decide(number, chair=person_named("bernd"))
    assert build.look_at(number, reader=anna).last_phase.code == "charter"


def test_a_request_that_was_asked_anew_is_read_anew(asked, olaf, doris):
    with transaction():
        read = queries.get_project(asked, reader=doris).status_since
        actions.withdraw_gate(queries.get_project(asked, reader=olaf, lock=True), actor=olaf)
    build.ask(asked, owner=olaf)
    with transaction():
        project = queries.get_project(asked, reader=doris, lock=True)
        verdict = actions.Verdict(RELEASED, "Alles da.", read)
        with pytest.raises(Stale):
            actions.decide_gate(project, verdict, actor=doris)


def test_a_gate_is_decided_once(asked, doris):
    build.decide(asked, chair=doris)
    with pytest.raises(NotPossible):
        build.decide(asked, chair=doris)


def test_the_chair_is_told_by_mail_and_finds_the_way(browse, asked, doris):
    page = browse(doris).get(f"/vorhaben/{asked}").follow("Über die Freigabe entscheiden")
    assert build.EVIDENCE in page.text
    refused = page.submit("Entscheidung festhalten", outcome="released", reason="")
    assert refused.status == 422
    page = page.submit("Entscheidung festhalten", outcome="rework", reason="Bitte nachfragen.")

    assert page.url == f"/vorhaben/{asked}"
    assert "Bitte nachfragen." in page.text


def test_the_page_refuses_a_release_with_an_unmet_criterion_and_keeps_the_text(
    browse, number, olaf, doris
):
    build.answer_all(number, owner=olaf, answer=TickAnswer.UNMET)
    build.ask(number, owner=olaf)
    page = browse(doris).get(f"/vorhaben/{number}/freigabe")
    page = page.submit("Entscheidung festhalten", outcome="released", reason="Trotzdem gut.")

    assert page.status == 409
    assert "Pflicht-Prüfpunkt nicht erfüllt" in page.text
    assert "Trotzdem gut." in page.text


def test_the_owner_asks_and_withdraws_with_buttons(browse, number, olaf, doris):
    build.answer_all(number, owner=olaf)
    page = browse(olaf).get(f"/vorhaben/{number}").submit("Freigabe beantragen")
    assert "Die Freigabe ist beantragt" in page.text
    page = page.submit("Antrag zurücknehmen")

    assert "Der Antrag ist zurückgenommen" in page.text
    assert "keine Freigabe beantragt" in browse(doris).get(f"/vorhaben/{number}/freigabe").text


def test_a_form_that_names_no_request_is_refused(browse, asked, doris):
    page = browse(doris).get(f"/vorhaben/{asked}/freigabe")
    page = page.submit("Entscheidung festhalten", outcome="released", reason="Gut.", asked="x")

    assert page.status == 409
    assert "neu gestellt" in page.text


def test_the_date_of_the_last_report_stays_the_promise_after_a_release(asked, olaf, doris):
    build.report(asked, owner=olaf, days=9)
    assert build.look_at(asked, reader=olaf).idea.ball_until == clock.today() + timedelta(GATE_DAYS)
    build.decide(asked, chair=doris)

    assert build.look_at(asked, reader=olaf).idea.ball_until == clock.today() + timedelta(days=9)
