import pytest

from ideas.core.database import session, transaction
from ideas.ideation import workflow
from ideas.ideation.models import Idea, Status
from ideas.process.transitions import obstacles, offered
from tests.build.ideation import as_system, in_state

pytestmark = pytest.mark.one_database

TABLE = {
    ("submit", "draft"): {"anna"},
    ("collect", "draft"): {"system"},
    ("withdraw", "submitted"): {"anna"},
    ("answer", "query"): {"anna"},
    ("lapse", "query"): {"system"},
    ("merge", "screening"): {"clara", "doris"},
    ("merge", "query"): {"clara", "doris"},
    ("undo_merging", "duplicate"): {"clara", "doris"},
}
TARGETS = {
    "submit": {Status.SUBMITTED},
    "collect": {Status.SUBMITTED},
    "withdraw": {Status.WITHDRAWN},
    "answer": {Status.SCREENING},
    "lapse": {Status.SCREENING},
    "merge": {Status.DUPLICATE},
    "undo_merging": {Status.SCREENING, Status.QUERY},
}


ON_IDEAS = [step for step in workflow.TRANSITIONS if step not in workflow.COMPANY]


@pytest.mark.parametrize("step", ON_IDEAS, ids=lambda step: step.name)
@pytest.mark.parametrize("status", list(Status))
def test_each_step_is_offered_in_its_state_to_its_person(step, status, anna, everyone):
    number = in_state(status, by=anna)
    people = everyone | {"system": as_system()}
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        finders = {key for key, person in people.items() if offered([step], idea, person)}
        who = TABLE.get((step.name, status.value), set())
        assert finders == who
        assert step.target in TARGETS[step.name]
        problems = list(obstacles(step, idea))
        if who and step is workflow.collect:  # only what lies in the letter box is collected
            assert problems == [workflow.was_posted(idea)]
        else:
            assert (problems == []) == bool(who)


def test_an_imported_idea_needs_its_title_only(anna):
    number = in_state(Status.DRAFT, by=anna)
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        idea.problem = idea.audience
        idea.problem_source, idea.source_key = "", "abc"
        assert workflow.has_its_texts(idea) is None
