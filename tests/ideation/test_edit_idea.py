from dataclasses import replace

import pytest

from ideas.core.database import transaction
from ideas.core.errors import NotAllowed, NotPossible, Stale
from ideas.ideation.actions import edit_idea
from ideas.ideation.models import Status
from ideas.ideation.queries import Wanted, get_idea, ideas_matching, version_of
from ideas.process.queries import history_of
from tests.build.ideation import TEXTS, in_state, queried_idea, submitted_idea

MENDED = replace(TEXTS, title="Ein kurzer Brief", benefit="Mehr Vertrauen.")


def edit(number, person, texts=MENDED, seen=1):
    with transaction():
        edit_idea(get_idea(number, reader=person), texts, seen=seen, actor=person)


def test_every_edit_is_a_version_with_its_own_hash(anna):
    number = submitted_idea(by=anna)
    edit(number, anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        first, second = version_of(idea, 1), version_of(idea, 2)
        assert (idea.text_version, idea.title) == (2, MENDED.title)
        assert (first.title, second.title) == (TEXTS.title, MENDED.title)
        assert first.content_hash != second.content_hash
        last = history_of(idea)[-1]
        assert (last.event, last.details["hash"]) == ("idea.edited", second.content_hash)


def test_search_finds_the_new_words_only(anna):
    number = submitted_idea(by=anna)
    edit(number, anna)
    with transaction():
        assert len(ideas_matching(Wanted(words="Vertrauen"), reader=anna)) == 1
        assert ideas_matching(Wanted(words="Rückfragen"), reader=anna) == []


def test_saving_without_a_change_makes_no_version(anna):
    number = submitted_idea(by=anna)
    edit(number, anna, texts=TEXTS)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.text_version, len(history_of(idea))) == (1, 2)


def test_an_open_question_lets_the_author_edit(anna):
    number = queried_idea(by=anna)
    edit(number, anna)
    with transaction():
        assert get_idea(number, reader=anna).text_version == 2


def test_a_text_changed_elsewhere_is_not_overwritten(anna):
    number = submitted_idea(by=anna)
    edit(number, anna)
    with pytest.raises(Stale):
        edit(number, anna, texts=TEXTS, seen=1)


def test_the_mandatory_texts_cannot_be_emptied(anna):
    number = submitted_idea(by=anna)
    with pytest.raises(NotPossible):
        edit(number, anna, texts=replace(TEXTS, proposal=""))


@pytest.mark.parametrize("status", sorted(set(Status) - {"draft", "submitted", "query"}))
def test_the_text_stands_once_screening_has_begun(anna, status):
    number = in_state(status, by=anna)
    with pytest.raises(NotPossible):
        edit(number, anna)


def test_only_the_author_edits(anna, clara):
    number = submitted_idea(by=anna)
    with pytest.raises(NotAllowed):
        edit(number, clara)
