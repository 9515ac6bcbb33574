"""A selected idea becomes a project."""

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotFound, NotPossible
from ideas.ideation.models import Ball, Idea, ProjectStatus
from ideas.maturation import queries
from ideas.maturation.models import Project
from ideas.process.models import Because, MailState, Notice
from ideas.process.queries import history_of
from ideas.programme.queries import phases
from tests.build import maturation as build
from tests.build import steering


def test_the_card_stands_at_the_end_of_the_first_phase_and_the_owner_has_the_ball(
    anna, olaf, doris
):
    first = build.new_project(author=anna, owner=olaf, chair=doris, title="Erste")
    second = build.new_project(author=anna, owner=olaf, chair=doris, title="Zweite")
    one, two = (build.look_at(number, reader=anna) for number in (first, second))

    assert one.last_phase.code == two.last_phase.code == "chosen"
    assert one.sort < two.sort
    assert (two.status, two.place_version) == (ProjectStatus.IN_WORK, 1)
    assert (two.idea.phase_id, two.idea.project_status) == (two.phase_id, two.status)
    assert two.idea.ball == Ball.OWNER
    assert (two.idea.ball_until - clock.today()).days == two.last_phase.days_max


def test_owner_and_author_are_told_by_mail_and_the_step_is_in_the_history(anna, olaf, clara):
    number = build.new_project(author=anna, owner=olaf, chair=clara)
    told = {
        notice.person_id: (notice.because, notice.mail)
        for notice in last_notices(number, reader=anna)
    }

    assert build.history(number, reader=anna)[-1] == "idea.adopted"
    assert told[olaf.id] == (Because.OWNER, MailState.PENDING)
    assert told[anna.id] == (Because.AUTHOR, MailState.PENDING)


def last_notices(number, *, reader):
    with transaction():
        idea = build.look_at(number, reader=reader).idea
        entry = history_of(idea)[-1]
        statement = select(Notice).where(Notice.entry_sequence == entry.sequence)
        return list(session.scalars(statement))


def test_only_coordination_and_chair_may(anna, olaf, bernd):
    number = build.selected_idea(by=anna)
    for person in (anna, olaf, bernd):
        with pytest.raises(NotAllowed):
            build.adopted(number, owner=olaf, actor=person)


def test_an_idea_becomes_a_project_once(anna, olaf, doris):
    number = build.new_project(author=anna, owner=olaf, chair=doris)
    with pytest.raises(NotPossible):
        build.adopted(number, owner=olaf, actor=doris)


def test_an_idea_without_a_yes_becomes_no_project(anna, olaf, doris):
    number = steering.in_screening(by=anna)
    with pytest.raises(NotPossible):
        build.adopted(number, owner=olaf, actor=doris)


def test_who_does_not_take_part_cannot_be_responsible(anna, armin, doris):
    number = build.selected_idea(by=anna)
    with pytest.raises(Invalid):
        build.adopted(number, owner=armin, actor=doris)


def test_what_is_no_project_is_not_found(anna):
    number = build.selected_idea(by=anna)
    with pytest.raises(NotFound), transaction():
        queries.get_project(number, reader=anna)


def test_whoever_cannot_read_the_idea_does_not_find_the_project(anna, olaf, doris, armin):
    number = build.new_project(author=anna, owner=olaf, chair=doris)
    with pytest.raises(NotFound), transaction():
        queries.get_project(number, reader=armin)


def test_the_page_of_a_selected_idea_leads_to_naming_somebody(browse, anna, doris, olaf):
    number = build.selected_idea(by=anna)
    assert "Verantwortliche Person benennen" not in browse(anna).get(f"/ideen/{number}").links()
    page = browse(doris).get(f"/ideen/{number}").follow("Verantwortliche Person benennen")
    assert page.submit("Vorhaben beginnen", owner="").status == 422
    page = page.submit("Vorhaben beginnen", owner=str(olaf.id))

    assert page.url == f"/vorhaben/{number}"
    assert "ist jetzt ein Vorhaben" in page.text
    assert browse(anna).get(f"/ideen/{number}").follow("Zum Vorhaben").url == page.url


def test_naming_twice_leads_to_the_project_and_an_undecided_idea_is_refused(
    browse, anna, doris, olaf
):
    number = build.new_project(author=anna, owner=olaf, chair=doris)
    other = steering.in_screening(by=anna)

    assert browse(doris).get(f"/vorhaben/aufnehmen/{number}").url == f"/vorhaben/{number}"
    assert browse(doris).get(f"/vorhaben/aufnehmen/{other}").status == 409
    assert browse(olaf).get("/vorhaben/aufnehmen").status == 403


def test_there_is_one_row_for_each_project(anna, olaf, doris):
    build.new_project(author=anna, owner=olaf, chair=doris)
    with transaction():
        assert len(session.scalars(select(Project.id)).all()) == 1
        assert session.scalar(select(Idea.phase_id)) == phases()[0].id
