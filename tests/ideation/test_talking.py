from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotPossible
from ideas.ideation.actions import answer_query, comment_on, lapse_queries, withdraw_idea
from ideas.ideation.models import Ball, Follow, Status
from ideas.ideation.queries import comments_on, get_idea, questions_to, steps_of
from ideas.process.models import Because, MailState, Notice
from ideas.process.queries import visible_reason
from tests.build.ideation import (
    QUESTION,
    as_system,
    published_idea,
    queried_idea,
    submitted_idea,
)


def told_of(event):
    """Return who was told of the newest entry of this kind, why, and whether by mail."""
    rows = session.scalars(select(Notice).order_by(Notice.id))
    return {
        row.person_id: (row.because, row.mail == MailState.PENDING)
        for row in rows
        if row.entry.event == event
    }


def test_a_withdrawn_idea_waits_for_nobody(anna):
    number = submitted_idea(by=anna)
    with transaction():
        withdraw_idea(get_idea(number, reader=anna), reason="Schon gelöst.", actor=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.status, idea.ball, idea.ball_until) == (Status.WITHDRAWN, Ball.NOBODY, None)
        assert visible_reason(steps_of(idea)[-1].reason) == "Schon gelöst."


def test_a_published_idea_is_not_withdrawn_any_more(anna):
    number = published_idea(by=anna)
    with transaction(), pytest.raises(NotPossible):
        withdraw_idea(get_idea(number, reader=anna), actor=anna)


def test_the_answer_stands_in_the_history_and_screening_goes_on(anna, clara):
    number = queried_idea(by=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert questions_to(idea) == [(QUESTION, "")]
        answer_query(idea, "Die vom Amt.", actor=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.status, idea.ball) == (Status.SCREENING, Ball.COORDINATION)
        assert visible_reason(steps_of(idea)[-1].reason) == "Die vom Amt."
        assert told_of("idea.answered") == {clara.id: (Because.TASK, True)}


def test_only_the_author_answers(anna, clara):
    number = queried_idea(by=anna)
    with transaction(), pytest.raises(NotAllowed):
        answer_query(get_idea(number, reader=clara), "Ich weiß es.", actor=clara)


def test_a_question_lapses_when_its_day_is_over(anna, clara):
    number = queried_idea(by=anna)
    with transaction():
        until = get_idea(number, reader=anna).ball_until
        assert lapse_queries(actor=as_system()) == 0
    with clock.at(clock.end_of(until) + timedelta(hours=1)), transaction():
        assert lapse_queries(actor=as_system()) == 1
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.status, idea.ball) == (Status.SCREENING, Ball.COORDINATION)
        assert told_of("idea.query_lapsed") == {
            anna.id: (Because.AUTHOR, True),
            clara.id: (Because.TASK, True),
        }


def test_only_the_house_itself_lets_questions_lapse(clara):
    with transaction(), pytest.raises(NotAllowed):
        lapse_queries(actor=clara)


def test_a_comment_counts_moves_the_idea_and_is_told(anna, bernd, jan):
    number = published_idea(by=anna)
    with transaction():
        comment_on(get_idea(number, reader=jan), "Gute Idee.", actor=jan)
    with transaction():
        before = get_idea(number, reader=bernd).moved_at
        comment_on(get_idea(number, reader=bernd), "Und **wie**?", actor=bernd)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.comment_count, idea.moved_at > before) == (2, True)
        said = comments_on(idea)
        assert [(row.given_name, str(row.markup)) for row in said] == [
            ("Jan", "<p>Gute Idee.</p>\n"),
            ("Bernd", "<p>Und <strong>wie</strong>?</p>\n"),
        ]
        assert told_of("idea.commented")[anna.id] == (Because.AUTHOR, True)
        assert jan.id not in told_of("idea.commented")  # nobody follows without having agreed


def test_who_comments_follows_only_if_wanted(anna, bernd, jan):
    number = published_idea(by=anna)
    with transaction():
        comment_on(get_idea(number, reader=jan), "Hm.", actor=jan)
        comment_on(get_idea(number, reader=bernd), "Gut.", follow_it=True, actor=bernd)
    with transaction():
        assert [row.person_id for row in session.scalars(select(Follow))] == [bernd.id]


def test_an_unpublished_idea_is_not_commented(anna, clara):
    number = submitted_idea(by=anna)
    with transaction(), pytest.raises(NotAllowed):
        comment_on(get_idea(number, reader=clara), "Zu früh.", actor=clara)


def test_comments_and_supports_are_no_steps_of_the_history(anna, bernd):
    number = published_idea(by=anna)
    with transaction():
        comment_on(get_idea(number, reader=bernd), "Gut.", actor=bernd)
    with transaction():
        steps = [entry.event for entry in steps_of(get_idea(number, reader=anna))]
        assert steps == ["idea.submitted", "idea.published"]


def test_an_answer_can_bring_a_mended_text(anna, browse):
    number = queried_idea(by=anna)
    page = browse(anna).get(f"/ideen/{number}/antworten")
    page.submit("Antwort senden", answer="Die vom Amt.", proposal="Eine halbe Seite genügt.")
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.status, idea.text_version) == (Status.SCREENING, 2)
        assert idea.proposal.source == "Eine halbe Seite genügt."


def test_an_answer_alone_leaves_the_text_as_it_is(anna, browse):
    number = queried_idea(by=anna)
    browse(anna).get(f"/ideen/{number}/antworten").submit("Antwort senden", answer="Die vom Amt.")
    with transaction():
        assert get_idea(number, reader=anna).text_version == 1


def test_a_text_mended_elsewhere_is_not_overwritten_by_an_answer(anna, browse):
    number = queried_idea(by=anna)
    older = browse(anna).get(f"/ideen/{number}/antworten")
    browse(anna).get(f"/ideen/{number}/bearbeiten").submit(
        "Neue Fassung speichern", proposal="Anders."
    )
    conflict = older.submit("Antwort senden", answer="Die vom Amt.", proposal="Ganz anders.")
    assert conflict.status == 409
    assert "Anders." in conflict.text
    assert "Die vom Amt." in conflict.html


def test_a_second_question_stands_beside_the_first_with_its_answer(anna, clara, browse):
    number = queried_idea(by=anna)
    browse(anna).get(f"/ideen/{number}/antworten").submit("Antwort senden", answer="Die vom Amt.")
    page = browse(clara).get(f"/steuerung/ideen/{number}/vorpruefung")
    assert "Die vom Amt." in page.text
    page.submit("Frage absenden", question="Auch die Bescheide?")
    shown = browse(anna).get(f"/ideen/{number}/antworten").text
    for words in (QUESTION, "Die vom Amt.", "Auch die Bescheide?"):
        assert words in shown
