"""Similar ideas are found by what they mean, among what the reader may read."""

import pytest
from sqlalchemy import func, select

from ideas.cli.invariants import likeness
from ideas.core.database import session, transaction
from ideas.ideation.actions import Texts, edit_idea, forget, index_idea, index_missing
from ideas.ideation.models import Idea, IdeaKey, IdeaProfile, IdeaText, KeyCount
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.likeness import FLOOR, similar_ideas
from ideas.steering.actions.screening import close_idea
from ideas.steering.models import Ground
from tests.build.ideation import TEXTS, published_idea, submitted_idea
from tests.personas import person_named

ONLINE = Texts("Terminvergabe im Internet", "Das Telefon ist besetzt.", "", "Kunden buchen selbst.")
ASKED = ("Vergabe von Terminen online", "Ratsuchende reservieren die Uhrzeit auf der Webseite.")
REASON = (
    "Danke für die Idee. Darin stehen leider Angaben über Kunden, die wir nicht allen im Haus"
    " zeigen dürfen."
)
CHANGE = "Bitte noch einmal ohne diese Angaben einreichen."


@pytest.fixture(autouse=True)
def _in_the_house(house):
    """Each of these works with the database."""


def found(reader, *asked: str, **options: object) -> list[str | None]:
    with transaction():
        asked = asked or ASKED
        return [idea.number for idea, _score in similar_ideas(*asked, reader=reader, **options)]


def counts() -> dict[str, tuple[int, int]]:
    with transaction():
        rows = session.execute(select(KeyCount.key, KeyCount.ideas, KeyCount.public_ideas))
        return {key: (ideas, public) for key, ideas, public in rows}


def recounted() -> dict[str, tuple[int, int]]:
    with transaction():
        public = func.sum(func.cast(IdeaKey.is_public, KeyCount.ideas.type))
        rows = session.execute(
            select(IdeaKey.key, func.count(), public).group_by(IdeaKey.key)
        ).all()
        ideas = session.scalars(select(IdeaProfile.is_public)).all()
    return {key: (all_of, open_ones) for key, all_of, open_ones in rows} | (
        {"": (len(ideas), sum(ideas))} if ideas else {}
    )


def test_other_words_find_the_idea_and_the_best_comes_first(anna, bernd):
    number = published_idea(by=anna, texts=ONLINE)
    published_idea(by=anna)
    assert found(bernd)[0] == number
    with transaction():
        scores = [score for _idea, score in similar_ideas(*ASKED, reader=bernd, floor=0)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 and score == round(score, 5) for score in scores)


def test_nothing_is_said_below_three_words_and_below_the_floor(anna, bernd):
    published_idea(by=anna, texts=ONLINE)
    assert found(bernd, "Terminvergabe", "im Internet") == []
    assert found(bernd, "Obstkorb für Teams", "Äpfel jeden Montag") == []
    with transaction():
        assert all(score > FLOOR for _idea, score in similar_ideas(*ASKED, reader=bernd))


def test_what_the_reader_may_not_read_is_not_found_and_changes_nothing(anna, bernd, clara):
    number = published_idea(by=anna, texts=ONLINE)
    with transaction():
        before = [(idea.id, score) for idea, score in similar_ideas(*ASKED, reader=bernd, floor=0)]
    hidden = submitted_idea(by=anna, texts=ONLINE)
    with transaction():
        after = [(idea.id, score) for idea, score in similar_ideas(*ASKED, reader=bernd, floor=0)]
    assert before == after
    assert found(bernd) == [number]
    assert set(found(anna)) == set(found(clara)) == {number, hidden}


def test_a_hidden_idea_is_found_no_more(anna, bernd, clara):
    number = published_idea(by=anna, texts=ONLINE)
    with transaction():
        idea = get_idea(number, reader=clara)
        close_idea(idea, REASON, Ground.CLIENT_DATA, change=CHANGE, actor=clara)
    assert found(bernd) == []
    assert counts() == recounted()


def test_an_edited_text_is_found_by_its_new_words_only(anna, bernd, clara):
    number = submitted_idea(by=anna, texts=ONLINE)
    assert found(clara) == [number]
    with transaction():
        edit_idea(get_idea(number, reader=anna), TEXTS, seen=1, actor=anna)
    assert found(clara) == []
    assert found(clara, TEXTS.title, TEXTS.proposal) == [number]
    assert counts() == recounted()


def test_the_counts_equal_a_recount_whatever_happened(anna, bernd):
    numbers = [published_idea(by=anna, texts=ONLINE), submitted_idea(by=bernd)]
    assert counts() == recounted()
    with transaction():
        forget(get_idea(numbers[0], reader=anna))
    assert found(bernd) == []
    assert counts() == recounted()
    assert "internet" not in counts()
    with transaction():
        key = get_idea(numbers[0], reader=anna).id
        assert session.get(IdeaText, key) is None


def test_the_check_of_the_house_sees_what_is_wrong(anna):
    number = published_idea(by=anna, texts=ONLINE)
    with transaction():
        assert list(likeness.profiles()) == []
        forget(get_idea(number, reader=anna))
        assert len(list(likeness.profiles())) == 1
        session.add(KeyCount(key="obst", ideas=1, public_ideas=1))
        session.flush()
        assert len(list(likeness.profiles())) == 2


def test_indexing_again_changes_nothing_and_missing_ones_come_in(anna, bernd):
    number = published_idea(by=anna, texts=ONLINE)
    before = counts()
    with transaction():
        idea = get_idea(number, reader=anna)
        index_idea(idea)
        assert index_missing() == 0
        forget(idea)
        assert index_missing() == 1
    assert counts() == before
    with transaction():
        assert index_missing(anew=True) == session.scalar(select(func.count()).select_from(Idea))
    assert counts() == before
    assert found(bernd) == [number]


def test_a_text_of_strange_signs_and_great_length_is_no_trouble(anna):
    published_idea(by=person_named("bernd"), texts=ONLINE)
    for text in ("'\"%;--", "a" * 20_000, "💡 " * 500, "Wort " * 5_000, "C++ C# .NET"):
        assert found(anna, text, text) == []
