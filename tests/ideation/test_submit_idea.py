from dataclasses import astuple
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotPossible, Stale
from ideas.ideation.actions import Texts, submit_idea
from ideas.ideation.figures import content_hash
from ideas.ideation.models import Ball, Follow, Status
from ideas.ideation.queries import Wanted, get_draft, get_idea, ideas_matching, version_of
from ideas.process.models import Because, MailState, Notice
from ideas.process.queries import history_of
from ideas.programme.models import Step
from ideas.programme.queries import due_date
from tests.build.ideation import TEXTS, draft, submitted_idea

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_a_handed_in_idea_has_a_number_of_its_year(anna, bernd):
    with clock.at(NOON):
        first, second = submitted_idea(by=anna), submitted_idea(by=bernd)
    assert (first, second) == ("2026-0001", "2026-0002")


def test_the_coordination_has_the_ball_until_the_promised_day(anna):
    with clock.at(NOON):
        number = submitted_idea(by=anna)
        with transaction():
            idea = get_idea(number, reader=anna)
            assert (idea.status, idea.ball) == (Status.SUBMITTED, Ball.COORDINATION)
            assert idea.submitted_at == idea.ball_since == NOON
            assert idea.ball_until == due_date(Step.PUBLISH, NOON.date(), idea.campaign_id)
            assert idea.published_at is None


def test_the_first_version_has_a_salted_hash_over_all_texts(anna):
    number = submitted_idea(by=anna)
    with transaction():
        version = version_of(get_idea(number, reader=anna), 1)
        assert version.content_hash == content_hash(version.salt, astuple(TEXTS))
        assert version.content_hash != content_hash(b"\0" * 16, astuple(TEXTS))
        assert (version.title, version.problem) == (TEXTS.title, TEXTS.problem)


def test_the_journal_holds_the_hash_and_no_text(anna):
    number = submitted_idea(by=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        entries = history_of(idea)
        assert [entry.event for entry in entries] == ["idea.drafted", "idea.submitted"]
        assert entries[1].details["hash"] == version_of(idea, 1).content_hash
        assert (entries[1].from_status, entries[1].to_status) == ("draft", "submitted")


def test_the_author_gets_a_receipt_and_the_coordination_a_task(anna, clara):
    submitted_idea(by=anna)
    with transaction():
        told = {
            notice.person_id: (notice.because, notice.mail)
            for notice in session.scalars(select(Notice))
        }
    assert told == {
        anna.id: (Because.AUTHOR, MailState.PENDING),
        clara.id: (Because.TASK, MailState.PENDING),
    }


def test_the_author_follows_if_wanted(anna):
    submitted_idea(by=anna, follow_it=True)
    with transaction():
        assert [row.person_id for row in session.scalars(select(Follow))] == [anna.id]


@pytest.mark.parametrize("missing", ["problem", "proposal"])
def test_problem_and_proposal_must_be_written(anna, missing):
    texts = Texts(**{**vars(TEXTS), missing: ""})
    with pytest.raises(NotPossible):
        submitted_idea(by=anna, texts=texts)


def test_a_closed_campaign_takes_no_ideas(anna):
    key = draft(by=anna)
    with transaction():
        idea = get_draft(key, reader=anna)
        idea.campaign.closes_on = clock.today().replace(year=2020)
        with pytest.raises(NotPossible):
            submit_idea(idea, actor=anna)


def test_only_what_was_checked_is_handed_in(anna):
    key = draft(by=anna)
    with transaction(), pytest.raises(Stale):
        submit_idea(get_draft(key, reader=anna), seen=7, actor=anna)


def test_nobody_hands_in_for_another(anna, bernd):
    key = draft(by=anna)
    with transaction(), pytest.raises(NotAllowed):
        submit_idea(get_draft(key, reader=anna), actor=bernd)


def test_handing_in_twice_is_refused(anna):
    number = submitted_idea(by=anna)
    with transaction(), pytest.raises(NotPossible):
        submit_idea(get_idea(number, reader=anna), actor=anna)


def test_the_idea_is_found_by_its_words_and_its_number(anna):
    number = submitted_idea(by=anna)
    with transaction():
        for words in ("Rückfragen", "BRIEF rueckfra", number):
            found = ideas_matching(Wanted(words=words), reader=anna)
            assert [row.number for row in found] == [number], words
