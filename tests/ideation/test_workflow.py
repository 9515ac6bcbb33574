import pytest

from ideas.core.database import session, transaction
from ideas.ideation import workflow
from ideas.ideation.models import Idea, Status
from ideas.process.transitions import obstacles, offered
from tests.build.ideation import as_system, in_state

TABLE = {
    ("submit", "draft"): ("anna", Status.SUBMITTED),
    ("collect", "draft"): ("system", Status.SUBMITTED),
    ("withdraw", "submitted"): ("anna", Status.WITHDRAWN),
    ("answer", "query"): ("anna", Status.SCREENING),
    ("lapse", "query"): ("system", Status.SCREENING),
}


@pytest.mark.parametrize("step", workflow.TRANSITIONS, ids=lambda step: step.name)
@pytest.mark.parametrize("status", list(Status))
def test_each_step_is_offered_in_its_state_to_its_person(step, status, anna, everyone):
    number = in_state(status, by=anna)
    people = everyone | {"system": as_system()}
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        finders = {key for key, person in people.items() if offered([step], idea, person)}
        who, target = TABLE.get((step.name, status.value), (None, step.target))
        assert finders == ({who} if who else set())
        assert step.target == target
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
