"""Search as everybody: it answers from what the person may read, and tells of nothing else."""

import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from ideas.core.database import session, transaction
from ideas.ideation import actions
from ideas.ideation.actions import Texts
from ideas.ideation.models import Idea
from ideas.ideation.queries import Wanted, get_idea, ideas_matching
from ideas.steering.models import Outcome
from tests.build import sealed, steering, talk
from tests.build.ideation import TEXTS, draft, published_idea, submitted_idea
from tests.build.programme import circle_campaign
from tests.ideation.test_edit_idea import edit
from tests.ideation.test_phases import published_in
from tests.page import normalised
from tests.personas import PERSONAS, person_named

EVERYBODY = frozenset(PERSONAS) - {"armin", "paula"}
DESK = frozenset({"clara", "doris"})
GROUP = DESK | {"bernd", "emine", "jan"}
NOBODY: frozenset[str] = frozenset()
# Each secret stands in one place only; who finds it is who may read that place.
FINDERS = {
    "offenheit": EVERYBODY,
    "gesagtes": EVERYBODY,
    "geflüster": NOBODY,
    "verworfen": NOBODY,
    "frühfassung": NOBODY,
    "eingangskorb": {"anna"} | DESK,
    "zurückhaltung": {"anna"} | DESK,
    "innerlich": {"anna"} | DESK,
    "entwurfsstück": NOBODY,
    "kreisverkehr": {"anna"} | GROUP,
    "siegellack": EVERYBODY,
    "urteilsspruch": NOBODY,
    "hinterzimmer": NOBODY,
}


def texts(word: str) -> Texts:
    return replace(TEXTS, problem=f"Es geht um {word}, wie jedes Mal.")


def fill_with_secrets() -> dict[str, str]:
    """Put every word into its place; return the numbers of the ideas around it."""
    anna, bernd, clara, doris = (person_named(key) for key in ("anna", "bernd", "clara", "doris"))
    numbers = {"offenheit": published_idea(by=anna, texts=texts("Offenheit"))}
    numbers["eingangskorb"] = submitted_idea(by=anna, texts=texts("Frühfassung"))
    edit(numbers["eingangskorb"], anna, texts("Eingangskorb"))
    home = numbers["gesagtes"] = published_idea(by=anna)
    talk.said(home, "Gesagtes bleibt.", by=bernd)
    talk.hidden(home, talk.said(home, "Geflüster schadet.", by=bernd), by=clara)
    gone = talk.said(home, "Verworfen ist das.", by=bernd)
    talk.change(actions.delete_comment, home, gone, by=bernd)
    withheld = numbers["zurückhaltung"] = published_idea(by=anna, texts=texts("Zurückhaltung"))
    numbers["innerlich"] = withheld
    talk.said(withheld, "Innerlich widerspreche ich.", by=bernd)
    with transaction():
        idea = get_idea(withheld, reader=clara)
        actions.withhold(idea, reason="Wir sehen nach einem Namen.", actor=clara)
    draft(by=anna, texts=texts("Entwurfsstück"))
    circle = circle_campaign([anna], by=doris, others_read=False)
    numbers["kreisverkehr"] = closed = published_in(circle, by=anna)
    talk.said(closed, "Kreisverkehr hilft.", by=anna)
    numbers["siegellack"] = sealed.published(by=anna, texts=texts("Siegellack"))
    number, round_id = steering.evaluated(by=anna)
    motion = steering.motion(Outcome.DECLINE)
    steering.decide_with(
        number,
        round_id,
        replace(
            motion,
            letter=f"{motion.letter} Urteilsspruch folgt.",
            reason_internal=f"{motion.reason_internal} Hinterzimmer rät ab.",
        ),
    )
    return numbers


@pytest.fixture
def numbers(house):
    assert house
    return fill_with_secrets()


def found(word, reader, **wanted):
    with transaction():
        rows = ideas_matching(Wanted(words=word, **wanted), reader=reader)
        return [row.number for row in rows]


def test_everybody_finds_what_they_may_read_and_nothing_else(numbers, everyone, browse):
    for word, finders in FINDERS.items():
        for key, person in everyone.items():
            expected = [numbers[word]] if key in finders else []
            assert found(word, person) == expected, (word, key)
    for key in ("olaf", "anna", "clara"):
        for word in ("offenheit", "siegellack", "zurückhaltung"):
            page = browse(everyone[key]).get(f"/ideen/{numbers[word]}")
            is_read = page.status == 200 and word in page.text.casefold()
            assert is_read == (key in FINDERS[word]), (key, word)


def test_a_released_decision_tells_its_letter_and_never_what_was_said_inside(everyone):
    number, round_id = steering.evaluated(by=everyone["anna"])
    moved = steering.motion(Outcome.DECLINE)
    inside = f"{moved.reason_internal} Hinterzimmer rät ab."
    moved = replace(moved, letter=f"{moved.letter} Urteilsspruch.", reason_internal=inside)
    decision = steering.decide_with(number, round_id, moved)
    for key, person in everyone.items():
        assert found("urteilsspruch", person) == [], key
    steering.release(decision)
    for key, person in everyone.items():
        assert found("urteilsspruch", person) == [number] * (key in EVERYBODY), key
        assert found("hinterzimmer", person) == [], key


def test_what_others_may_read_changes_no_page_no_order_and_no_statement(
    everyone, browse, statements
):
    anna, olaf = everyone["anna"], everyone["olaf"]
    for n in range(3):
        published_idea(by=anna, texts=texts(f"Vorher{n}"))
    words = ("brief", "eingangskorb zu*", "zurückhaltung", '"wie jedes mal"', "Albrecht")
    filters = ({}, {"sortierung": "bewegt"}, {"sortierung": "unterstuetzt"}, {"team": "1"})
    addresses = [
        f"/ideen?{urlencode({'suche': word} | more)}" for word in words for more in filters
    ]
    browser = browse(olaf)

    def world():
        pages, sent = {}, {}
        for address in addresses:
            statements.clear()
            page = browser.get(address)
            assert page.status == 200
            sent[address] = len(statements)
            pages[address] = re.sub(r"\?v=\w+", "", normalised(page.html))
        return pages, sent

    browser.get("/ideen")
    before = world()
    submitted_idea(by=anna, texts=texts("Eingangskorb"))
    draft(by=anna, texts=texts("Entwurfsstück"))
    hidden = published_idea(by=anna, texts=texts("Zurückhaltung"))
    clara = everyone["clara"]
    with transaction():
        idea = session.query(Idea).filter(Idea.number == hidden).one()
        actions.withhold(idea, reason="Wir sehen nach einem Namen.", actor=clara)
    closed = published_in(circle_campaign([anna], by=everyone["doris"], others_read=False), by=anna)
    talk.said(closed, "Kreisverkehr wie jedes Mal.", by=anna)
    after = world()
    assert after[1] == before[1]
    for address in addresses:
        assert after[0][address] == before[0][address], address


def test_a_name_behind_a_seal_is_never_found(everyone):
    number = sealed.published(by=everyone["anna"])
    for person in everyone.values():
        assert found("Albrecht", person) == []
        assert found("", person, team_id=everyone["anna"].unit_id) == []
    assert number in found("", everyone["olaf"])
