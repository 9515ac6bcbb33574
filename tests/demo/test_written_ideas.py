"""The written ideas reach the state that their text names, and everybody has something to do."""

from collections import Counter
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from ideas.accounts.actions.passwords import matches
from ideas.accounts.models import Credential
from ideas.core.i18n import speaking
from ideas.demo import talk, texts
from ideas.home.tasks import tasks_of
from ideas.ideation.models import Comment, Idea, Status
from ideas.maturation.models import Project
from ideas.people.models import Person
from ideas.people.queries import find_by_email
from ideas.process import journal
from ideas.process.models import Entry, MailState, Notice
from ideas.steering.models import Decision, RoundIdea
from ideas.steering.queries import tasks_of as steering_tasks_of
from tests.demo.conftest import TODAY


@pytest.fixture
def persona(played, reading):
    people = {row["email"].partition(".")[0]: row["email"] for row in reversed(played)}
    return lambda name: find_by_email(people[name])


def test_every_idea_stands_where_its_text_says(reading):
    expected = {row["title"]: row["state"] for row in texts.written_ideas()}
    found = dict(map(tuple, reading.execute(select(Idea.title, Idea.status))))
    assert found.pop(texts.read("merged")["title"]) == Status.DUPLICATE
    assert found == {
        title: Status.SELECTED if state == "project" else Status(state)
        for title, state in expected.items()
    }


def test_every_project_stands_in_its_phase(reading):
    found = {
        project.idea.title: project.phase.code if project.phase else project.status.value
        for project in reading.scalars(select(Project))
    }
    assert found == {title: row["phase"] for title, row in texts.projects().items()}


def test_what_was_written_is_said(reading):
    letters = set(reading.scalars(select(Decision.letter)))
    assert letters == {row["letter"].strip() for row in texts.written_ideas() if "letter" in row}
    withdrawn = sum(
        len(row.get("comments", ()))
        for row in texts.written_ideas()
        if row["state"] in {"withdrawn", "submitted", "draft"}
    )
    told = (*texts.written_ideas(), texts.read("merged"))
    comments = sum(len(row.get("comments", ())) for row in told)
    spoken = len((talk.QUESTION, talk.YES, talk.THANKS))
    assert reading.scalar(select(func.count(Comment.id))) == comments - withdrawn + spoken


def test_better_ideas_have_better_scores(reading):
    quality = {row["title"]: row["quality"] for row in texts.written_ideas()}
    means: dict[int, list[float]] = {}
    for title, mean in reading.execute(select(Idea.title, RoundIdea.mean).join(RoundIdea)):
        if mean is not None:
            means.setdefault(quality[title], []).append(mean)
    averages = [sum(values) / len(values) for _quality, values in sorted(means.items())]
    assert averages == sorted(averages)


def test_the_author_has_a_draft_a_question_a_scored_idea_and_a_project(reading, persona):
    mine = select(Idea.status, Idea.project_status).where(Idea.author_id == persona("anna").id)
    found = Counter(map(tuple, reading.execute(mine)))
    assert {status for status, _project in found} >= {Status.DRAFT, Status.QUERY, Status.SCORING}
    assert any(project for _status, project in found)


def test_members_and_chair_have_work_waiting(reading, persona):
    assert all(steering_tasks_of(persona(name)).to_score for name in ("bernd", "emine", "jan"))
    chair = steering_tasks_of(persona("doris"))
    assert (chair.to_decide, chair.to_release) == (6, 3)


def test_the_coordination_has_something_overdue(reading, persona):
    assert steering_tasks_of(persona("clara")).to_screen == 9
    late = select(Idea.id).where(Idea.status == Status.SCREENING, Idea.ball_until < TODAY)
    assert reading.scalars(late).all()


def test_the_owner_has_projects(reading, persona):
    mine = select(Project.id).where(Project.owner_id == persona("olaf").id)
    assert len(reading.scalars(mine).all()) == 5


@pytest.mark.parametrize("name", ["anna", "bernd", "doris", "clara", "olaf"])
def test_the_start_page_has_something_for(name, reading, persona):
    with speaking("de"):
        assert tasks_of(persona(name))


def test_all_share_one_password(played, reading):
    hashes = set(reading.scalars(select(Credential.hash)))
    assert len(hashes) == 1
    assert matches(hashes.pop(), played[0]["password"])
    assert len(played) == 40


def test_nobody_gets_a_mail(reading):
    assert set(reading.scalars(select(Notice.mail))) == {MailState.NONE}


def test_the_journal_holds_and_runs_with_time(reading):
    assert list(journal.verify(reading)) == []
    # The first entry tells of the house, which stood before the demonstration; of what an author
    # does anonymously only the day is kept.
    named = Entry.actor_id.not_in(select(Person.id).where(Person.is_pseudonym))
    times = reading.scalars(
        select(Entry.recorded_at).where(Entry.sequence > 1, named).order_by(Entry.sequence)
    )
    assert all(earlier <= later for earlier, later in pairwise(times))


def test_nothing_lies_in_the_future(reading):
    newest = reading.scalar(select(func.max(Entry.recorded_at)).where(Entry.sequence > 1))
    assert newest.date() < TODAY
