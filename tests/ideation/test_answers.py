"""Answers to a campaign's own questions: loose in the draft, checked and bound at hand-in."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import NotPossible
from ideas.ideation.actions import answer_questions, draft_idea, edit_idea, submit_idea, texts_of
from ideas.ideation.figures import content_hash
from ideas.ideation.queries import get_draft, get_idea, version_of
from ideas.ideation.queries.answers import answered
from ideas.programme.actions import QuestionText, edit_question, remove_question
from ideas.programme.models import QuestionKind
from ideas.programme.queries import get_campaign, permanent_channel
from tests.build.ideation import TEXTS
from tests.build.programme import ask, running_campaign


def drafted(key, typed, *, by):
    with transaction():
        idea = draft_idea(TEXTS, campaign=get_campaign(key), actor=by)
        answer_questions(idea, typed, actor=by)
        return idea.id


def handed_in(idea_id, *, by):
    with transaction():
        idea = get_draft(idea_id, reader=by, lock=True)
        submit_idea(idea, actor=by)
        return idea.number


@pytest.mark.parametrize(
    ("kind", "wrong", "right", "shown"),
    [
        (QuestionKind.SHORT, "", "Empfang", "Empfang"),
        (QuestionKind.LONG, "", "Eins\n\nZwei", "Eins\n\nZwei"),
        (QuestionKind.NUMBER, "viele", "1.200,5", "1.200,5"),
        (QuestionKind.DATE, "bald", "2026-12-24", "Dec 24, 2026"),
        (QuestionKind.ONE, "Keller", "Büro", "Büro"),
        (QuestionKind.MANY, "Büro\nKeller", "Büro\nFlur", "Büro, Flur"),
    ],
)
def test_a_draft_takes_anything_and_the_hand_in_checks_it(doris, anna, kind, wrong, right, shown):
    key = running_campaign(by=doris)
    question = ask(key, "Frage", "Büro", "Flur", kind=kind, is_required=True, by=doris)
    idea_id = drafted(key, {question: wrong}, by=anna)
    with pytest.raises(NotPossible, match="Frage"):
        handed_in(idea_id, by=anna)
    with transaction():
        answer_questions(get_draft(idea_id, reader=anna), {question: right}, actor=anna)
    number = handed_in(idea_id, by=anna)
    with transaction():
        assert answered(get_idea(number, reader=anna)) == [("Frage", shown)]


def test_what_may_be_left_out_may_be_left_out(doris, anna):
    key = running_campaign(by=doris)
    ask(key, "Frage", by=doris)
    number = handed_in(drafted(key, {}, by=anna), by=anna)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert (idea.answer_count, answered(idea)) == (1, [])


def test_the_fingerprint_binds_the_answers(doris, anna):
    key = running_campaign(by=doris)
    question = ask(key, "Frage", by=doris)
    number = handed_in(drafted(key, {question: "Antwort"}, by=anna), by=anna)
    with transaction():
        version = version_of(get_idea(number, reader=anna), 1)
        assert version.answers == [["Frage", "Antwort"]]
        assert content_hash(version.salt, version.fields) == version.content_hash
        assert content_hash(version.salt, version.fields[:5]) != version.content_hash


def test_old_answers_keep_their_question_and_drafts_get_the_new_one(doris, anna):
    key = running_campaign(by=doris)
    question = ask(key, "Alt?", by=doris)
    number = handed_in(drafted(key, {question: "Ja"}, by=anna), by=anna)
    draft_id = drafted(key, {question: "Vielleicht"}, by=anna)
    with transaction():
        campaign = get_campaign(key)
        text = QuestionText(QuestionKind.SHORT, "Neu?")
        edit_question(campaign, campaign.questions[0], text, actor=doris)
    later = handed_in(draft_id, by=anna)
    with transaction():
        assert answered(get_idea(number, reader=anna)) == [("Alt?", "Ja")]
        assert answered(get_idea(later, reader=anna)) == [("Neu?", "Vielleicht")]


def test_a_question_that_is_removed_disappears_from_drafts_only(doris, anna):
    key = running_campaign(by=doris)
    question = ask(key, "Frage", by=doris)
    number = handed_in(drafted(key, {question: "Ja"}, by=anna), by=anna)
    draft_id = drafted(key, {question: "Nein"}, by=anna)
    with transaction():
        campaign = get_campaign(key)
        remove_question(campaign, campaign.questions[0], actor=doris)
    later = handed_in(draft_id, by=anna)
    with transaction():
        assert answered(get_idea(number, reader=anna)) == [("Frage", "Ja")]
        assert get_idea(later, reader=anna).answer_count == 0


def test_an_answer_is_mended_with_the_text_and_makes_a_version(doris, anna):
    key = running_campaign(by=doris)
    question = ask(key, "Frage", is_required=True, by=doris)
    number = handed_in(drafted(key, {question: "Ja"}, by=anna), by=anna)
    with transaction():
        idea = get_idea(number, reader=anna, lock=True)
        texts = texts_of(idea)
        with pytest.raises(NotPossible), session.no_autoflush:
            edit_idea(idea, texts, answers={question: ""}, seen=1, actor=anna)
        session.rollback()
    with transaction():
        idea = get_idea(number, reader=anna, lock=True)
        edit_idea(idea, texts_of(idea), answers={question: "Nein"}, seen=1, actor=anna)
    with transaction():
        assert version_of(get_idea(number, reader=anna), 2).answers == [["Frage", "Nein"]]
        assert version_of(get_idea(number, reader=anna), 1).answers == [["Frage", "Ja"]]


def test_the_chosen_campaign_asks_and_keeps_what_was_typed(browse, doris, anna):
    key = running_campaign(by=doris)
    ask(key, "Wo genau?", "Büro", "Flur", kind=QuestionKind.ONE, is_required=True, by=doris)
    ask(key, "Was noch?", "Licht", "Luft", kind=QuestionKind.MANY, by=doris)
    with transaction():
        channel = permanent_channel().id
    page = browse(anna).get(f"/ideen/neu?kampagne={channel}")
    page = page.submit("Fragen dieser Kampagne zeigen", title="Neu", campaign=str(key))
    assert "Wo genau?" in page.text
    names = [box.get("name") for box in page.tree.iter("input") if box.get("type") == "radio"]
    names.remove("naming")
    names.remove("naming")
    many = [box.get("name") for box in page.tree.iter("input") if box.get("type") == "checkbox"]
    typed = {
        "problem": "Eng.",
        "proposal": "Breiter.",
        names[0]: "Büro",
        many[0]: ["Licht", "Luft"],
    }
    page = page.submit("Weiter zum Einreichen", **typed)
    assert "Wo genau? Büro" in page.text
    assert "Was noch? Licht, Luft" in page.text
    page = page.submit("Jetzt einreichen")
    assert "passt zur Prüfsumme" in page.text
    url = page.url.removesuffix("/eingang")
    assert "Wo genau? Büro" in browse(doris).get(url).text
    page = browse(anna).get(url).follow("Text bearbeiten")
    assert page.submit("Neue Fassung speichern", **{names[0]: "Flur"}).url == url


def test_a_required_answer_that_is_missing_is_named_before_the_hand_in(browse, doris, anna):
    key = running_campaign(by=doris)
    ask(key, "Wo genau?", is_required=True, by=doris)
    idea_id = drafted(key, {}, by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{idea_id}/einreichen")
    assert "Bitte beantworten Sie die Frage „Wo genau?“." in page.text
