from dataclasses import replace

import pytest
from sqlalchemy import text, update

from ideas.core.database import session, transaction
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import Order, Wanted, ideas_matching
from ideas.programme.queries import permanent_channel
from tests.build.ideation import TEXTS, draft, published_idea, submitted_idea

SYNTAX = ('"', "C++", "-x", "a:b", "o'neil", "*", "NEAR(", "AND", "' OR 1=1 --", "(", "\\")


def found(reader, page=1, size=25, **wanted):
    with transaction():
        rows = ideas_matching(Wanted(**wanted), reader=reader, page=page, size=size)
        return [row.number for row in rows]


def change(number, **values):
    with transaction():
        session.execute(update(Idea).where(Idea.number == number).values(values))


@pytest.fixture
def three(anna, bernd):
    return [published_idea(by=anna), published_idea(by=bernd), published_idea(by=anna)]


def test_the_list_holds_what_the_reader_may_read(anna, bernd, clara, armin, three):
    waiting = submitted_idea(by=anna)
    draft(by=anna)
    newest_first = three[::-1]
    assert found(bernd) == newest_first
    assert found(anna) == [waiting, *newest_first]
    assert found(clara) == [waiting, *newest_first]
    assert found(armin) == []  # whoever has no right to contents finds none by any way


def test_only_mine(anna, bernd, three):
    assert found(anna, mine=True) == [three[2], three[0]]
    assert found(bernd, mine=True) == [three[1]]


def test_by_state_campaign_and_topic(anna, three):
    change(three[1], status=Status.SELECTED)
    with transaction():
        channel = permanent_channel().id
    assert found(anna, status=Status.SELECTED) == [three[1]]
    assert found(anna, campaign_id=channel) == three[::-1]
    assert found(anna, campaign_id=channel + 1) == []
    assert found(anna, topic_id=1) == []


def test_most_supported_and_moved_last_first(anna, three):
    change(three[1], support_count=5)
    change(three[0], support_count=7)
    assert found(anna, order=Order.SUPPORTED) == [three[0], three[1], three[2]]
    change(three[0], moved_at=text("'2031-01-01 00:00:00'"))
    assert found(anna, order=Order.MOVED)[0] == three[0]


def test_a_page_brings_one_more_than_its_size(anna, three):
    assert found(anna, size=2) == three[::-1]
    assert found(anna, page=2, size=2) == [three[0]]


def test_words_find_titles_and_texts_in_every_order(anna, bernd):
    one = published_idea(by=anna, texts=replace(TEXTS, title="Großer Schlüssel fürs Büro"))
    two = published_idea(by=bernd, texts=replace(TEXTS, title="Schlüsselkasten"))
    assert found(anna, words="schluessel") == [two, one]
    assert found(anna, words="schlüssel", order=Order.SUPPORTED) == [two, one]
    assert found(anna, words="büro GROSSER") == [one]
    assert found(anna, words="schlüssel", mine=True) == [one]
    assert found(anna, words="gibtesnicht") == []


@pytest.mark.parametrize(
    "words",
    [*SYNTAX, " ".join(["wort"] * 5000), "\u202e\ufffd", "a" * 9000],
)
def test_no_input_is_syntax(anna, three, words):
    assert set(found(anna, words=words)) <= set(three)


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(order=Order.MOVED),
        Wanted(order=Order.SUPPORTED),
        Wanted(status=Status.SCREENING),
        Wanted(words="brief"),
    ],
    ids=str,
)
def test_the_order_comes_from_an_index(anna, house, wanted, statements):
    if house.dialect.name != "sqlite":
        return  # an empty table is always scanned there; the plan is read where it is stable
    assert found(anna, **vars(wanted)) == []
    select = next(sql for sql in statements if "support_count" in sql)
    values = ("x",) * select.count("?")
    plan = [row[3] for row in house.exec_driver_sql(f"EXPLAIN QUERY PLAN {select}", values)]
    assert not [step for step in plan if "TEMP B-TREE" in step or step == "SCAN idea"], plan
