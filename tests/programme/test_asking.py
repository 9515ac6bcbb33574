"""The questions that a campaign asks beside the four."""

import pytest

from ideas.core.database import transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.programme.actions import (
    QuestionText,
    add_question,
    edit_question,
    move_question,
    remove_question,
)
from ideas.programme.models import QuestionKind
from ideas.programme.queries import get_campaign
from tests.build.programme import ask, closed_campaign, prepared_campaign


def labels(key):
    with transaction():
        return [question.label for question in get_campaign(key).questions]


def test_questions_stand_in_their_order_and_can_be_moved(doris):
    key = prepared_campaign(by=doris)
    for label in ("Eins", "Zwei", "Drei"):
        ask(key, label, by=doris)
    for place, step in ((2, -1), (0, 1), (0, -1)):
        with transaction():
            campaign = get_campaign(key)
            move_question(campaign, campaign.questions[place], step, actor=doris)
    assert labels(key) == ["Drei", "Eins", "Zwei"]


def test_a_changed_question_is_a_new_version_in_its_place(doris):
    key = prepared_campaign(by=doris)
    ask(key, "Eins", by=doris)
    ask(key, "Zwei", by=doris)
    with transaction():
        campaign = get_campaign(key)
        old = campaign.questions[0]
        edit_question(campaign, old, QuestionText(QuestionKind.NUMBER, "Wie viele?"), actor=doris)
    with transaction():
        campaign = get_campaign(key)
        new = campaign.questions[0]
        assert [one.label for one in campaign.questions] == ["Wie viele?", "Zwei"]
        assert (new.key, new.n, new.id != old.id) == (old.key, 2, True)
        assert campaign.question_count == 2


def test_a_removed_question_is_asked_no_longer(doris):
    key = prepared_campaign(by=doris)
    ask(key, "Eins", by=doris)
    with transaction():
        campaign = get_campaign(key)
        remove_question(campaign, campaign.questions[0], actor=doris)
    with transaction():
        assert (get_campaign(key).question_count, labels(key)) == (0, [])


def test_a_choice_needs_two_answers(doris):
    key = prepared_campaign(by=doris)
    with pytest.raises(Invalid):
        ask(key, "Wo?", "Nur hier", "Nur hier", kind=QuestionKind.ONE, by=doris)


def test_only_coordination_and_chair_ask_and_never_after_the_end(doris, anna):
    key = closed_campaign(by=doris)
    with transaction(), pytest.raises(NotPossible):
        add_question(get_campaign(key), QuestionText(QuestionKind.SHORT, "?"), actor=doris)
    with transaction(), pytest.raises(NotAllowed):
        add_question(get_campaign(key), QuestionText(QuestionKind.SHORT, "?"), actor=anna)


def test_questions_are_made_on_a_page_without_code(browse, doris):
    key = prepared_campaign(by=doris)
    page = browse(doris).get(f"/kampagnen/{key}").follow("Eigene Fragen").follow("Frage hinzufügen")
    assert page.submit("Speichern", label="Wo?", kind="one", options="Nur eine").status == 422
    page = page.submit("Speichern", label="Wo?", kind="one", options="Empfang\n\n Büro ")
    assert "Empfang · Büro" in page.text
    page = page.follow("Frage hinzufügen").submit("Speichern", label="Wie viele?", kind="number")
    page = page.submit("Früher: Wie viele?")
    assert page.text.index("Wie viele?") < page.text.index("Wo?")
    page = page.follow("Wo?").submit("Speichern", label="Wo genau?", is_required="y")
    assert "Wo genau?" in page.text
    page = page.submit("Entfernen: Wo genau?")
    assert labels(key) == ["Wie viele?"]
