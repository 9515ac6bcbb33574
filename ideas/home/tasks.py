"""What waits for a person, gathered from all rooms, the most urgent first."""

from dataclasses import dataclass, field
from datetime import date

from ideas.byways.queries import duties_of as byway_duties
from ideas.byways.queries.tasks import DutyKind
from ideas.core.clock import local
from ideas.core.i18n import _, _n
from ideas.home.queries import my_open_ideas
from ideas.ideation.models import Part, Status
from ideas.ideation.queries import waiting_for
from ideas.ideation.queries.company import INVITATION_HOLDS
from ideas.ideation.queries.reports import moderation_tasks
from ideas.maturation.queries import tasks_of as project_tasks
from ideas.maturation.queries.tasks import TaskKind
from ideas.people.models import Person
from ideas.steering.queries import tasks_of as steering_tasks

PROJECT_PAGES = {
    TaskKind.LEAD: "maturation.project",
    TaskKind.RELEASE: "maturation.gate",
    TaskKind.ADOPT: "maturation.adopt",
}

BYWAY_PAGES = {
    DutyKind.AGREE: "byways.answer_fast_track",
    DutyKind.FINISH: "byways.finish_fast_track",
    DutyKind.ASK_AGAIN: "byways.office_answer",
    DutyKind.OBJECTION: "byways.answer_objection",
}


@dataclass(frozen=True)
class Task:
    """A line of the start page: what to do, where, and until when."""

    label: str
    endpoint: str
    values: dict[str, object] = field(default_factory=dict)
    until: date | None = None


def tasks_of(person: Person) -> list[Task]:
    """Return everything that waits for the person; what has a date comes first."""
    tasks = [*_own_ideas(person), *_together(person), *_steering(person), *_projects(person)]
    tasks += [*_byways(person), *_moderation(person)]
    return sorted(tasks, key=lambda task: (task.until is None, task.until or date.max))


def _own_ideas(person: Person) -> list[Task]:
    tasks = []
    for row in my_open_ideas(person):
        if row.status == Status.QUERY:
            label = _("Answer the question about “%(title)s”", title=row.title)
            tasks.append(Task(label, "ideation.answer", {"number": row.number}, row.ball_until))
        elif row.status == Status.DUPLICATE:
            label = _("Answer the objection to the merging of “%(title)s”", title=row.title)
            tasks.append(Task(label, "ideation.keep_merging", {"number": row.number}))
        else:
            title = row.title or _("Without a title")
            label = _("Finish your draft “%(title)s”", title=title)
            tasks.append(Task(label, "ideation.edit_draft", {"idea_id": row.id}))
    return tasks


def _together(person: Person) -> list[Task]:
    labels = {
        "invited": _("Answer the invitation to “%(title)s”"),
        "asked": _("Answer who would like to join “%(title)s”"),
        "coach": _("Look at the draft “%(title)s” as idea coach"),
        "named": _("Confirm or refuse the draft “%(title)s”"),
    }
    tasks = []
    for row in waiting_for(person):
        kind = "named" if row.part == Part.AUTHOR else row.kind
        label = labels[kind] % {"title": row.title}
        if kind == "coach":
            tasks.append(Task(label, "ideation.coaching", {"coaching_id": row.id}))
        else:
            until = None if kind == "asked" else local(row.since + INVITATION_HOLDS).date()
            tasks.append(Task(label, "ideation.participation", {"row_id": row.id}, until))
    return tasks


def _steering(person: Person) -> list[Task]:
    waiting = steering_tasks(person)
    lines = (
        (
            _n("Screen %(num)s idea", "Screen %(num)s ideas", waiting.to_screen),
            "steering.screening_queue",
            waiting.to_screen,
        ),
        (
            _n("Score %(num)s idea", "Score %(num)s ideas", waiting.to_score),
            "steering.queue",
            waiting.to_score,
        ),
        (
            _n("Decide on %(num)s idea", "Decide on %(num)s ideas", waiting.to_decide),
            "steering.decisions",
            waiting.to_decide,
        ),
        (
            _n("Release %(num)s decision", "Release %(num)s decisions", waiting.to_release),
            "steering.decisions",
            waiting.to_release,
        ),
        (
            _n(
                "See to %(num)s overdue idea",
                "See to %(num)s overdue ideas",
                waiting.overdue,
            ),
            "steering.overdue",
            waiting.overdue,
        ),
    )
    return [Task(label, endpoint) for label, endpoint, count in lines if count]


def _byways(person: Person) -> list[Task]:
    return [
        Task(
            f"{duty.kind.label}: {duty.title}",
            BYWAY_PAGES[duty.kind],
            {"number": duty.number},
            duty.until,
        )
        for duty in byway_duties(person)
    ]


def _projects(person: Person) -> list[Task]:
    return [
        Task(
            f"{task.kind.label}: {task.title}",
            PROJECT_PAGES[task.kind],
            {"number": task.number},
            task.until,
        )
        for task in project_tasks(person)
    ]


def _moderation(person: Person) -> list[Task]:
    reports, objections = moderation_tasks(person)
    lines = (
        (_n("Answer %(num)s report", "Answer %(num)s reports", reports), reports),
        (
            _n(
                "Answer %(num)s objection to a hiding",
                "Answer %(num)s objections to a hiding",
                objections,
            ),
            objections,
        ),
    )
    return [Task(label, "ideation.reports") for label, count in lines if count]
