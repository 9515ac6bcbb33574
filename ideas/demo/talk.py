"""A conversation with replies, a mention and an office; a report; a topic that is followed."""

from functools import partial

from ideas.demo.stage import Stage
from ideas.ideation.actions import Remark, comment_on, report, watch_topic
from ideas.ideation.figures import handle_of
from ideas.ideation.models import Comment, CommentKind, Idea, ReportReason
from ideas.ideation.queries.talk import comments_on, get_comment
from ideas.people.models import Person, Role

QUESTION = "Wer könnte das zuerst ausprobieren? {olaf}, wäre das etwas für Ihr Team?"
YES = "Gern, im nächsten Monat hätten wir Luft dafür."
THANKS = "Danke! Wir nehmen das in die Unterlagen für die Bewertung auf."
REPORT = "Darüber wird doch schon an anderer Stelle gesprochen."


def plan_conversation(stage: Stage) -> None:
    """Let colleagues talk with each other in the last days."""
    stage.script.add(stage.calendar.noon(2), partial(_converse, stage))


def _converse(stage: Stage) -> None:
    people = stage.cast.personas
    topic = next(iter(stage.topics.values()))
    watch_topic(topic, actor=people["anna"])
    for idea in reversed(stage.ideas.values()):
        is_open = idea.published_at and not idea.merged_into_id
        said = comments_on(idea) if is_open else []
        strangers = [one for one in said if one.author_id != people["olaf"].id]
        if len(said) > 1 and strangers:
            _reply(stage, idea, people["olaf"])
            comment = get_comment(str(idea.number), strangers[0].id, reader=people["olaf"])
            report(idea, ReportReason.OFF_TOPIC, comment=comment, text=REPORT, actor=people["olaf"])
            return


def _reply(stage: Stage, idea: Idea, olaf: Person) -> None:
    """Ask in an office, get an answer, and thank for it."""
    coordinator = stage.cast.coordinator
    question = QUESTION.format(olaf=f"@{handle_of(olaf.name, olaf.id)}")
    office = Role.COORDINATOR
    asked = comment_on(
        idea,
        question,
        remark=Remark(kind=CommentKind.QUESTION, spoken_as=office),
        actor=coordinator,
    )
    _answer(idea, asked, YES, olaf, None)
    _answer(idea, asked, THANKS, coordinator, office)


def _answer(idea: Idea, asked: Comment, words: str, actor: Person, office: Role | None) -> None:
    comment_on(idea, words, remark=Remark(asked, spoken_as=office), actor=actor)
