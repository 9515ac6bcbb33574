"""The questions that a campaign asks beside the four: add, change, order, remove, copy."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm.attributes import flag_modified

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.people.models import Person
from ideas.programme import events, rules
from ideas.programme.models import Campaign, CampaignStatus, Question, QuestionKind
from ideas.programme.queries import questions_of

WITH_OPTIONS = frozenset({QuestionKind.ONE, QuestionKind.MANY})
FEWEST_OPTIONS = 2
MOST_QUESTIONS = 20
OVER = frozenset({CampaignStatus.CLOSED, CampaignStatus.ARCHIVED})


@dataclass(frozen=True)
class QuestionText:
    """A question as somebody wrote it."""

    kind: QuestionKind
    label: str
    hint: str = ""
    options: Sequence[str] = ()
    is_required: bool = False


def add_question(campaign: Campaign, text: QuestionText, *, actor: Person) -> Question:
    """Ask one question more.

    Raises:
        Invalid: a choice without answers to choose from.
    """
    _may_ask(campaign, actor)
    asked = questions_of(campaign)
    if len(asked) >= MOST_QUESTIONS:
        raise NotPossible(_("A campaign asks at most %(count)s questions.", count=MOST_QUESTIONS))
    position = asked[-1].position + 1 if asked else 1
    question = _question(campaign, text, secrets.token_hex(6), 1, position)
    _changed(campaign, actor)
    return question


def edit_question(
    campaign: Campaign, question: Question, text: QuestionText, *, actor: Person
) -> None:
    """Ask differently from now on; whoever has answered keeps the question as it was.

    Raises:
        Invalid: a choice without answers to choose from.
    """
    _may_ask(campaign, actor)
    if text == text_of(question):
        return
    question.retired_at = clock.now()
    session.flush()
    _question(campaign, text, question.key, question.n + 1, question.position)
    _changed(campaign, actor)


def remove_question(campaign: Campaign, question: Question, *, actor: Person) -> None:
    """Ask this no longer; answers that were handed in stay with their ideas."""
    _may_ask(campaign, actor)
    question.retired_at = clock.now()
    _changed(campaign, actor)


def move_question(campaign: Campaign, question: Question, step: int, *, actor: Person) -> None:
    """Ask this one place earlier (-1) or later (1)."""
    _may_ask(campaign, actor)
    asked = questions_of(campaign)
    here = asked.index(question)
    there = max(0, min(len(asked) - 1, here + step))
    asked.insert(there, asked.pop(here))
    for position, one in enumerate(asked, 1):
        one.position = position
    _changed(campaign, actor)


def text_of(question: Question) -> QuestionText:
    """Return a question as it was written."""
    return QuestionText(
        question.kind,
        question.label,
        question.hint,
        tuple(question.options),
        question.is_required,
    )


def copy_questions(source: Campaign, target: Campaign) -> None:
    """Ask in the other campaign what this one asks."""
    for position, asked in enumerate(questions_of(source), 1):
        _question(target, text_of(asked), secrets.token_hex(6), 1, position)
    target.question_count = source.question_count


def _may_ask(campaign: Campaign, actor: Person) -> None:
    rules.may_edit_campaign.require(actor, campaign)
    if campaign.status in OVER:
        raise NotPossible(_("The campaign is closed; its questions stand."))


def _question(campaign: Campaign, text: QuestionText, key: str, n: int, position: int) -> Question:
    options = list(dict.fromkeys(text.options)) if text.kind in WITH_OPTIONS else []
    if text.kind in WITH_OPTIONS and len(options) < FEWEST_OPTIONS:
        raise Invalid(_("Please write at least two answers to choose from, one in each line."))
    question = Question(
        campaign_id=campaign.id,
        key=key,
        n=n,
        position=position,
        kind=text.kind,
        label=text.label,
        hint=text.hint,
        options=options,
        is_required=text.is_required,
    )
    session.add(question)
    return question


def _changed(campaign: Campaign, actor: Person) -> None:
    session.flush()
    session.expire(campaign, ["questions"])
    campaign.question_count = len(campaign.questions)
    flag_modified(campaign, "name")
    events.edited.record(campaign, actor=actor)
