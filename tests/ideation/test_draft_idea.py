import pytest

from ideas.core.database import transaction
from ideas.core.errors import NotAllowed, NotFound, Stale
from ideas.ideation.actions import Texts, delete_draft, draft_idea, edit_draft
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.queries import drafts_of, get_draft
from ideas.process.queries import history_of
from ideas.programme.queries import permanent_channel
from tests.build.ideation import TEXTS, draft, submitted_idea


def test_a_title_is_enough_for_a_draft(anna):
    key = draft(by=anna, texts=Texts("Nur ein Titel"))
    with transaction():
        idea = get_draft(key, reader=anna)
        assert (idea.title, idea.status, idea.ball) == ("Nur ein Titel", Status.DRAFT, Ball.AUTHOR)
        assert idea.number is None
        assert [entry.event for entry in history_of(idea)] == ["idea.drafted"]


def test_markdown_is_rendered_when_it_is_saved(anna):
    key = draft(by=anna)
    with transaction():
        idea = get_draft(key, reader=anna)
        assert idea.problem.source == "Die Briefe sind **zu lang**."
        assert idea.problem.html == "<p>Die Briefe sind <strong>zu lang</strong>.</p>\n"


def test_nobody_else_reaches_a_draft(anna, everyone):
    key = draft(by=anna)
    for name, person in everyone.items():
        if name != "anna":
            with transaction(), pytest.raises(NotFound):
                get_draft(key, reader=person)


def test_the_administration_cannot_begin_an_idea(armin):
    with pytest.raises(NotAllowed):
        draft(by=armin)


def test_writing_on_changes_the_draft_and_counts_the_edit(anna):
    key = draft(by=anna)
    with transaction():
        idea = get_draft(key, reader=anna)
        texts = Texts("Neu", proposal="Anders")
        edit_draft(idea, texts, campaign=permanent_channel(), seen=1, actor=anna)
    with transaction():
        idea = get_draft(key, reader=anna)
        assert (idea.title, idea.problem.source, idea.text_version) == ("Neu", "", 2)
        assert [entry.event for entry in history_of(idea)] == ["idea.drafted", "idea.draft_edited"]


def test_a_draft_saved_in_another_tab_is_not_overwritten(anna):
    key = draft(by=anna)
    with transaction():
        idea, channel = get_draft(key, reader=anna), permanent_channel()
        with pytest.raises(Stale) as refused:
            edit_draft(idea, Texts("Neu"), campaign=channel, seen=0, actor=anna)
    assert isinstance(refused.value.current, Idea)


def test_a_deleted_draft_is_gone(anna):
    key = draft(by=anna)
    with transaction():
        delete_draft(get_draft(key, reader=anna), actor=anna)
    with transaction():
        assert drafts_of(anna) == []
        with pytest.raises(NotFound):
            get_draft(key, reader=anna)


def test_a_handed_in_idea_is_no_draft(anna):
    submitted_idea(by=anna)
    with transaction():
        assert drafts_of(anna) == []


def test_drafts_stand_with_the_newest_first(anna, bernd):
    first, second = draft(by=anna), draft(by=anna, texts=Texts("Zweiter"))
    draft(by=bernd)
    with transaction():
        assert [(row.id, row.title) for row in drafts_of(anna)] == [
            (second, "Zweiter"),
            (first, TEXTS.title),
        ]


def test_draft_idea_returns_the_row(anna):
    with transaction():
        assert draft_idea(TEXTS, campaign=permanent_channel(), actor=anna).author_id == anna.id
