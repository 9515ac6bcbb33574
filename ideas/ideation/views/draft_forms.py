"""The forms of a text: which campaigns they offer, what these ask, and what was stored."""

from typing import TypeVar

from flask import request

from ideas.core.rescue import sign_writer
from ideas.ideation.forms import DraftForm, EditForm, find_id, stored_texts
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.programme.forms import asking, stored_answers
from ideas.programme.models import Campaign, Question, Topic
from ideas.programme.queries import all_topics, campaigns_to_answer, questions_of

Drafting = TypeVar("Drafting", bound=DraftForm)


def draft_form(
    kind: type[Drafting], idea: Idea | None, writer: Person, **values: object
) -> Drafting:
    """Return the form of a draft with what its campaign, the typed or the stored one, asks."""
    campaigns = campaigns_to_answer(writer)
    if idea is not None and idea.campaign not in campaigns:
        campaigns = [*campaigns, idea.campaign]
    named = request.form.get("campaign") or str(values.get("campaign") or "")
    chosen = next((row for row in campaigns if row.id == find_id(named)), None)
    shown = chosen or next(iter(campaigns), None)
    questions = questions_of(shown) if shown else []
    given = _given(idea, questions) if idea and questions else {}
    form = asking(kind, questions)(**(given | values))
    form.offer(campaigns, all_topics())
    form.writer.data = sign_writer(writer.id)
    return form


def edit_form(idea: Idea, **values: object) -> EditForm:
    """Return the form of a handed-in text with the questions it answered."""
    rows = [(row.question, row.text) for row in idea.answers] if idea.answer_count else []
    return asking(EditForm, [question for question, _text in rows])(
        **stored_answers(rows), **values
    )


def stored_draft(idea: Idea) -> dict[str, object]:
    """Return what a draft holds as the values of the form's fields, answers aside."""
    places = {"campaign": str(idea.campaign_id), "topic": str(idea.topic_id or "")}
    return stored_texts(idea) | places


def chosen_campaign(form: DraftForm, idea: Idea | None, writer: Person) -> Campaign:
    """Return the campaign that the form names, one of those it offered."""
    offered = campaigns_to_answer(writer) + ([idea.campaign] if idea else [])
    return next(row for row in offered if str(row.id) == form.campaign.data)


def chosen_topic(form: DraftForm) -> Topic | None:
    """Return the topic that the form names."""
    return next((row for row in all_topics() if str(row.id) == form.topic.data), None)


def _given(idea: Idea, questions: list[Question]) -> dict[str, object]:
    by_key = {row.question.key: row.text for row in idea.answers}
    return stored_answers((one, by_key.get(one.key, "")) for one in questions)
