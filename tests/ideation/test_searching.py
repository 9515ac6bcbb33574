"""What search finds, wherever it stands, the same on both databases."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from ideas.cli.invariants import searching
from ideas.core import clock, german
from ideas.core.database import session, transaction
from ideas.core.search_words import read_words
from ideas.ideation import actions
from ideas.ideation.actions import Texts
from ideas.ideation.models import Comment, Idea, IdeaText, idea_index
from ideas.ideation.queries import Wanted, ideas_matching
from ideas.ideation.queries.passages import passages_of
from ideas.people.models import Person, Unit
from ideas.steering.models import Outcome
from tests.build import byways, merging, sealed, steering, talk
from tests.build.ideation import TEXTS, draft, hand_in, published_idea

WORDS = ("Amt", "Ämter", "Brief", "Briefe", "Kasten", "Briefkasten", "im", "Straße", "7")


def found(reader, words="", **wanted):
    with transaction():
        rows = ideas_matching(Wanted(words=words, **wanted), reader=reader)
        return [row.number for row in rows]


def broken():
    with transaction():
        return list(searching.index())


def shown(reader, words):
    """The passages under the first idea found."""
    with transaction():
        rows = ideas_matching(Wanted(words=words), reader=reader)
        first = passages_of(rows, read_words(words))[rows[0].id]
        return [(passage.place.value, str(passage.words)) for passage in first.passages]


def test_words_are_found_in_comments_as_long_as_these_are_shown(anna, bernd, clara):
    number = published_idea(by=anna)
    said = talk.said(number, "Bitte auch per Fahrradkurier.", by=bernd)
    assert found(anna, "fahrradkurier brief") == [number]
    assert shown(anna, "fahrradkurier") == [
        ("comment", "Bitte auch per <mark>Fahrradkurier</mark>.")
    ]
    talk.change(actions.edit_comment, number, said, by=bernd, text="Oder per Rohrpost.", seen=0)
    assert found(anna, "fahrradkurier") == []
    assert found(anna, "rohrpost") == [number]
    talk.hidden(number, said, by=clara)
    for reader in (anna, bernd, clara):
        assert found(reader, "rohrpost") == []
    talk.change(actions.show_comment, number, said, by=clara)
    assert found(anna, "rohrpost") == [number]
    talk.change(actions.delete_comment, number, said, by=bernd)
    assert found(bernd, "rohrpost") == []
    assert broken() == []


def test_the_reason_of_a_decision_is_found_from_its_release_on(anna, olaf, doris):
    number, round_id = steering.evaluated(by=anna)
    decision = steering.decide(number, round_id, Outcome.DECLINE)
    longest = max(german.words(steering.LETTER), key=len)
    for reader in (anna, olaf, doris):
        assert found(reader, longest) == []
    steering.release(decision)
    for reader in (anna, olaf, doris):
        assert found(reader, longest) == [number]
    ((place, text),) = shown(anna, longest)
    assert place == "reason"
    assert "<mark>" in text
    assert broken() == []


@pytest.mark.parametrize("way", [byways.closed, byways.declined, byways.done, byways.forwarded])
def test_every_way_to_end_is_found_by_what_was_said(anna, way):
    number = way(by=anna)
    assert broken() == []
    with transaction():
        key = session.scalar(select(Idea.id).where(Idea.number == number))
        before = session.get_one(IdeaText, key).terms
        idea_index.remove(session(), key)
        actions.index_missing()
        assert session.get_one(IdeaText, key, populate_existing=True).terms == before


def test_a_merged_idea_is_found_where_it_leads_with_what_was_said_about_it(anna, bernd, clara):
    home = published_idea(by=anna)
    part = published_idea(by=bernd, texts=Texts(title="Rohrpost", problem="Lift", proposal="Rohr"))
    talk.said(part, "Auch im Keller.", by=anna)
    merging.merge(part, home)
    for words in ("rohrpost", "keller", "rohrpost keller brief"):
        assert found(clara, words) == [home]
    places = [place for place, _text in shown(clara, "rohrpost keller")]
    assert places == ["merged", "comment"]


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ('"eine seite genügt"', True),
        ('"einer Seiten"', True),
        ('"genügt eine"', False),
        ('"versteht die briefe"', False),  # the title ends, the text begins
        ('brief "zu lang" rückfr*', True),
        ("genü*", True),
        ("rückfragend*", False),
        ("ein* brie* vers*", True),
        ('"eine sei*"', False),
        ("versteh brief", False),
        ("brief versteh", True),
    ],
)
def test_phrases_and_beginnings(anna, words, is_there):
    number = published_idea(by=anna)
    assert found(anna, words) == [number] * is_there


def test_both_databases_answer_as_the_words_say(anna, house):
    assert house
    numbers = [published_idea(by=anna) for _n in range(4)]
    dice = random.Random(7)
    with transaction():
        ideas = dict(session.execute(select(Idea.number, Idea.id)).all())
        texts = {}
        for n, number in enumerate(numbers):
            texts[number] = [" ".join(dice.choices(WORDS, k=3)) for _text in range(2)]
            idea_index.write(session(), ideas[number], texts[number], position=n)
    for _n in range(80):
        words = " ".join(dice.choices([*WORDS, '"Amt Brief"', '"im Amt 7"', "bri*", "am*"], k=2))
        wanted = read_words(words)
        expected = {
            number for number in numbers if all(_has(texts[number], p) for p in wanted.parts)
        }
        assert set(found(anna, words)) == expected, words


def _has(texts, part):
    """The same question, asked plainly."""
    size = len(part.stems)
    for text in texts:
        stems, words = german.terms(text), german.words(text)
        runs = [tuple(stems[n : n + size]) for n in range(len(stems) - size + 1)] if size else []
        begins = part.beginning and any(word.startswith(part.beginning) for word in words)
        if begins or part.stems in runs:
            return True
    return False


def test_by_day_of_submission(anna):
    number = published_idea(by=anna)
    today = clock.today()
    with transaction():
        late = clock.end_of(date(2026, 1, 31)) - timedelta(seconds=1)
        session.execute(update(Idea).where(Idea.number == number).values(submitted_at=late))
    assert found(anna, since=date(2026, 1, 31), until=date(2026, 1, 31)) == [number]
    assert found(anna, "brief", until=date(2026, 1, 30)) == []
    assert found(anna, since=date(2026, 2, 1), until=today) == []


def test_by_team_of_the_author_but_never_behind_a_seal(anna, bernd, clara):
    named, hidden = published_idea(by=anna), sealed.published(by=bernd)
    with transaction():
        other = Unit(name="Team Empfang")
        session.add(other)
        session.flush()
        session.execute(update(Person).where(Person.id == anna.id).values(unit_id=other.id))
        teams = {other.id: [named], bernd.unit_id: []}
    for team_id, numbers in teams.items():
        for reader in (anna, bernd, clara):
            assert found(reader, team_id=team_id) == numbers
    assert found(bernd, mine=True, team_id=bernd.unit_id) == []
    assert found(bernd, mine=True) == [hidden]


def test_the_newest_number_comes_first_whoever_began_to_write_first(anna, bernd, clara):
    early = draft(by=bernd)
    first = published_idea(by=anna)
    second = hand_in(early, by=bernd)
    assert found(clara, "brief") == [second, first]


def test_no_writer_loses_what_another_one_said(anna, bernd):
    number = published_idea(by=anna)
    for n in range(3):
        talk.said(number, f"Wort{n}", by=bernd)
    assert found(anna, "wort0 wort1 wort2") == [number]
    with transaction():
        session.execute(update(Comment).values(text_source="Nichts"))
    assert [line for line in broken() if "kennt von Idee" in line]


def test_an_endless_text_breaks_no_index(anna, bernd):
    dice = random.Random(1)
    number = published_idea(by=anna, texts=replace(TEXTS, proposal="q" * 3_000))
    assert found(anna, "q" * 3_000) == [number]
    with transaction():
        key = session.scalar(select(Idea.id).where(Idea.number == number))
        endless = [f"{dice.getrandbits(240):060x}" for _n in range(20_000)]
        idea_index.write(session(), key, ["Anfang", " ".join(endless)], position=1)
    assert found(anna, "anfang") == [number]
