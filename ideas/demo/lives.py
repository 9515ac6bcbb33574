"""The lives of the written ideas, from the first thought to the end of the screening."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, zip_longest

from ideas.demo import texts
from ideas.demo.anonymous import plan_arrival
from ideas.demo.byways import WAYS, change_for, plan_aftermath, plan_way
from ideas.demo.projects import plan_project
from ideas.demo.rounds import PLANS, Plan, plan_of, plan_round
from ideas.demo.stage import Stage
from ideas.demo.texts import Text
from ideas.demo.together import plan_company
from ideas.ideation.actions import (
    Texts,
    comment_on,
    draft_idea,
    support,
    withdraw_idea,
)
from ideas.ideation.models import Idea
from ideas.ideation.rules import may_support
from ideas.people.models import Person
from ideas.programme.queries import gate_questions
from ideas.steering.actions.screening import (
    Answer,
    ask_back,
    close_idea,
    pass_on,
    publish_idea,
    save_screening,
)
from ideas.steering.models import GateAnswer
from ideas.steering.queries import find_screening

# How many days ago an idea that is in no round was handed in, from and to.
HANDED_IN = {
    "draft": (9, 2),
    "submitted": (8, 1),
    "screening": (24, 7),
    "query": (26, 20),
    "fast_track": (15, 11),
    "done": (44, 38),
    "forwarded": (40, 34),
    "inadmissible": (330, 90),
    "withdrawn": (280, 100),
}
MENTIONED = 4  # so many supporters an idea has for each point of its quality


def plan_ideas(stage: Stage, count: int) -> None:
    """Let so many of the written ideas live up to the state that their text names."""
    held: dict[Plan, list[Text]] = {}
    for n, text in enumerate(choice(count)):
        plan = plan_of(text, n)
        days = plan.collects if plan else HANDED_IN[text["state"]]
        at = stage.calendar.ago(stage.rng.randint(days[1], days[0]))
        _plan_life(stage, text, at, passes=plan is not None)
        if plan:
            held.setdefault(plan, []).append(text)
    for plan in PLANS:
        for text, released in plan_round(stage, plan, held.get(plan, [])):
            if text["state"] == "project":
                plan_project(stage, text["title"], released)
            plan_aftermath(stage, text, released)


def choice(count: int) -> list[Text]:
    """Return so many written ideas, as many states among them as possible."""
    by_state: dict[str, list[Text]] = {}
    for text in texts.written_ideas():
        by_state.setdefault(text["state"], []).append(text)
    mixed = chain.from_iterable(zip_longest(*by_state.values()))
    return [text for text in mixed if text][:count]


def _plan_life(stage: Stage, text: Text, at: datetime, *, passes: bool) -> None:
    """Let the idea be drafted, handed in, published, talked about and screened."""
    author, state = _author(stage, text), text["state"]
    begun = at - timedelta(minutes=stage.rng.randint(10, 90))
    stage.script.add(begun, partial(_draft, stage, text, author))
    plan_company(stage, text, begun)
    if state == "draft":
        return
    at = plan_arrival(stage, text, author, at)
    if state == "withdrawn":
        stage.script.add(stage.calendar.after(at, 1), partial(_withdraw, stage, text, author))
    if state in {"submitted", "withdrawn"}:
        return
    published = stage.calendar.after(at, stage.rng.randint(1, 2))
    stage.script.add(published, _screen(stage, text, publish_idea))
    _plan_talk(stage, text, author, published)
    _plan_screening(stage, text, published, passes=passes)


def _author(stage: Stage, text: Text) -> Person:
    if "author" in text:
        return stage.cast.personas[text["author"]]
    return stage.somebody(text["author_team"])


def _draft(stage: Stage, text: Text, author: Person) -> None:
    fields = ("title", "problem", "audience", "proposal", "benefit")
    stage.ideas[text["title"]] = draft_idea(
        Texts(**{name: text[name] for name in fields}),
        campaign=stage.campaigns[text["campaign"]],
        topic=stage.topics[text["topic"]],
        sealed=text.get("anonymous", False),
        actor=author,
    )


def _withdraw(stage: Stage, text: Text, author: Person) -> None:
    withdraw_idea(stage.ideas[text["title"]], reason=text["withdrawal_reason"], actor=author)


def _screen(stage: Stage, text: Text, act: Callable[..., object]) -> Callable[[], object]:
    """Return the coordinator's step with the idea."""
    return lambda: act(stage.ideas[text["title"]], actor=stage.cast.coordinator)


def _plan_screening(stage: Stage, text: Text, published: datetime, *, passes: bool) -> None:
    looked = stage.calendar.after(published, stage.rng.randint(2, 6))
    later = stage.calendar.after(looked, 1)
    if text["state"] == "query":
        question = partial(ask_back, question=text["query"])
        stage.script.add(stage.calendar.ago(7), _screen(stage, text, question))
    elif text["state"] == "inadmissible":
        stage.script.add(looked, _screen(stage, text, partial(_check, text=text)))
        reason = partial(
            close_idea, reason=text["inadmissible_reason"], change=change_for("inadmissible")
        )
        stage.script.add(later, _screen(stage, text, reason))
    elif text["state"] in WAYS:
        stage.script.add(looked, _screen(stage, text, partial(_check, text=text)))
        plan_way(stage, text, looked)
    elif passes:
        stage.script.add(looked, _screen(stage, text, partial(_check, text=text)))
        stage.script.add(later, _screen(stage, text, pass_on))
    elif "screening_note" in text:
        begun = partial(_check, text=text, only=2)
        stage.script.add(looked, _screen(stage, text, begun))


def _check(idea: Idea, *, text: Text, only: int | None = None, actor: Person) -> None:
    """Answer the gate questions; the note stands at the last one answered."""
    keys = [question.key for question in gate_questions()][:only]
    failed = text.get("failed_gate")
    answers = {key: Answer(GateAnswer.NO if key == failed else GateAnswer.YES) for key in keys}
    if "screening_note" in text:
        answers[keys[-1]] = Answer(GateAnswer.YES, text["screening_note"])
    screening = find_screening(idea)
    save_screening(idea, answers, seen=screening.version if screening else 0, actor=actor)


def _plan_talk(stage: Stage, text: Text, author: Person, published: datetime) -> None:
    """Let colleagues comment on the idea in the order of the text, and support it."""
    idea, at = text["title"], published
    for row in text.get("comments", []):
        speaker = author if row.get("by") == "author" else stage.somebody(row.get("team"))
        if speaker is author and row.get("by") != "author":
            speaker = stage.cast.personas["olaf"]
        at = stage.calendar.after(at, stage.rng.randint(0, 6))
        stage.script.add(at, partial(_comment, stage, idea, row["text"], speaker))
    crowd = [person for person in stage.cast.staff_of("") if person is not author]
    liked = stage.rng.randint(text["quality"], text["quality"] * MENTIONED)
    for person in stage.rng.sample(crowd, min(liked, len(crowd))):
        at = stage.calendar.after(published, stage.rng.randint(0, 30))
        stage.script.add(at, partial(_support, stage, idea, person))


def _comment(stage: Stage, title: str, words: str, speaker: Person) -> None:
    comment_on(stage.ideas[title], words, actor=speaker)


def _support(stage: Stage, title: str, person: Person) -> None:
    """Support it, unless one's own idea has been merged into it meanwhile."""
    idea = stage.ideas[title]
    if may_support(person, idea):
        support(idea, follow_it=person.id % 3 == 0, actor=person)
