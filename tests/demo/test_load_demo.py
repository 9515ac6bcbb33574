"""The demonstration can be repeated, grows by the thousand, and fills an empty house only."""

import pytest
from sqlalchemy import func, select

from ideas.cli.invariants.ideas import counters
from ideas.core.database import transaction
from ideas.core.errors import Invalid, NotPossible
from ideas.demo.actions import load_demo
from ideas.demo.texts import written_ideas
from ideas.ideation.models import Comment, Idea, IdeaText, IdeaVersion, Support
from ideas.ideation.queries import Wanted, ideas_matching
from ideas.people.queries import find_by_email
from ideas.process import journal
from ideas.process.models import Entry
from ideas.steering import figures
from ideas.steering.models import RoundIdea, Score
from tests.demo.conftest import TODAY, empty_house

FEW = {"people": 20, "ideas": 24, "today": TODAY}
MORE = {"people": 20, "ideas": 110, "today": TODAY}


def fingerprint():
    """What must be the same for the same seed: people, titles, states and points."""
    with transaction() as session:
        ideas = select(Idea.number, Idea.title, Idea.status, Idea.submitted_at, Idea.support_count)
        scores = select(Score.idea_id, Score.scorer_id, Score.weighted, Score.changed_at)
        return (
            session.execute(ideas.order_by(Idea.id)).all(),
            session.execute(scores.order_by(Score.id)).all(),
        )


def test_the_same_seed_gives_the_same_house(app, furnished, backend, tmp_path):
    found = []
    for n, seed in enumerate((1, 1, 2)):
        (tmp_path / str(n)).mkdir()
        with empty_house(backend, tmp_path / str(n)), app.app_context():
            people = load_demo(seed=seed, **FEW)
            found.append((people, *fingerprint()))
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_only_an_empty_house_is_filled(app, empty):
    with app.app_context():
        load_demo(people=20, ideas=3, today=TODAY)
        with pytest.raises(NotPossible):
            load_demo(people=20, ideas=3, today=TODAY)


def test_too_few_people_cannot_play(app, empty):
    with app.app_context(), pytest.raises(Invalid):
        load_demo(people=5)


@pytest.fixture(scope="module")
def loaded(app, furnished, backend, tmp_path_factory):
    """A house with more ideas than were written, loaded once; who signs in, and the progress."""
    steps = []
    with empty_house(backend, tmp_path_factory.mktemp("more")), app.app_context():
        people = load_demo(**MORE, progress=lambda done, total: steps.append((done, total)))
        yield people, steps


@pytest.fixture
def grown(loaded):
    with transaction() as session:
        yield session


def test_progress_is_told(loaded):
    _people, steps = loaded
    assert steps[-1][0] == steps[-1][1] > 100


def test_further_ideas_have_titles_of_their_own(grown):
    session = grown
    titles = session.scalars(select(Idea.title).where(Idea.merged_into_id.is_(None))).all()
    assert len(titles) == len(set(titles)) == MORE["ideas"]


def test_further_ideas_leave_the_rows_of_real_actions(grown):
    session = grown
    assert list(journal.verify(session)) == []
    assert list(counters()) == []
    assert session.scalar(select(func.count()).select_from(Comment)) > 0
    assert session.scalar(select(func.count()).select_from(Support)) > 0
    handed_in = session.scalar(select(func.count(Idea.number)))
    for table in (IdeaText, IdeaVersion):
        assert session.scalar(select(func.count()).select_from(table)) == handed_in
    given = select(func.count()).where(Entry.event == "score.given")
    assert session.scalar(given) == session.scalar(select(func.count(Score.id)))


def test_stored_results_are_those_of_the_scores(grown):
    session = grown
    fullest = session.scalar(
        select(RoundIdea.round_id).group_by(RoundIdea.round_id).order_by(func.count().desc())
    )
    entries = session.scalars(
        select(RoundIdea).where(RoundIdea.round_id == fullest).order_by(RoundIdea.rank)
    ).all()
    assert len(entries) == MORE["ideas"] - len(written_ideas())
    for entry in entries:
        scores = select(Score.weighted, Score.marks).where(
            Score.round_id == fullest, Score.idea_id == entry.idea_id
        )
        said = figures.summary(session.execute(scores).all())
        assert said.total is not None
        assert (said.count, said.total.mean) == (entry.scores, pytest.approx(entry.mean))
    means = [entry.mean for entry in entries]
    assert means == sorted(means, reverse=True)


def test_further_ideas_are_found(loaded, grown):
    session, (people, _steps) = grown, loaded
    reader = find_by_email(str(people[0]["email"]))
    title = session.scalar(select(Idea.title).order_by(Idea.id))
    found = ideas_matching(Wanted(words=title), reader=reader)
    assert title in [row.title for row in found]
