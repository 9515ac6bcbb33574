import pytest

from ideas.core.database import session, transaction
from ideas.ideation import rules
from ideas.ideation.models import Idea, Status
from tests.build import sealed
from tests.build.ideation import as_system, draft, in_state

EVERYONE = {"anna", "bernd", "emine", "jan", "doris", "clara", "olaf", "armin", "paula", "system"}
STAFF = EVERYONE - {"armin", "paula", "system"}
PUBLISHED = {
    "may_read": STAFF,
    "may_list": STAFF,
    "may_draft": STAFF,
    "may_edit": {"anna"},
    "may_submit": {"anna"},
    "may_withdraw": {"anna"},
    "may_answer": {"anna"},
    "may_comment": STAFF,
    "may_support": STAFF - {"anna"},
    "may_follow": STAFF,
    "may_lapse": {"system"},
    "may_import": {"system"},
    "may_see_receipt": {"anna"},
    "may_collect": {"system"},
    "may_open_seal": set(),
    "may_ask_reveal": set(),
    "may_list_reveals": {"doris", "paula"},
    "may_open_reveal": {"doris", "paula"},
}
SEALED = PUBLISHED | {
    "may_follow": STAFF - {"anna"},
    "may_open_seal": {"anna"},
    "may_ask_reveal": {"doris"},
}
# Asked of a request, in test_revealing.py.
OF_A_REVEAL = {"may_read_reveal", "may_grant_reveal", "may_consent"}
UNPUBLISHED = {
    "may_read": {"anna", "clara", "doris"},
    "may_comment": set(),
    "may_support": set(),
    "may_follow": set(),
}
DRAFT = UNPUBLISHED | {"may_read": {"anna"}}


@pytest.fixture
def people(everyone):
    return everyone | {"system": as_system()}


def who(name, number, people):
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        return {key for key, person in people.items() if getattr(rules, name)(person, idea)}


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_a_published_idea(name, anna, people):
    number = in_state(Status.SCREENING, by=anna)
    assert who(name, number, people) == PUBLISHED[name]


@pytest.mark.parametrize("name", sorted(SEALED))
def test_an_anonymous_idea(name, anna, people):
    number = sealed.published(by=anna)
    assert who(name, number, people) == SEALED[name]


@pytest.mark.parametrize("name", sorted(UNPUBLISHED))
def test_an_idea_before_its_first_look(name, anna, people):
    number = in_state(Status.SUBMITTED, by=anna, published=False)
    assert who(name, number, people) == UNPUBLISHED[name]


@pytest.mark.parametrize("name", sorted(DRAFT))
def test_a_draft(name, anna, people):
    number = in_state(Status.DRAFT, by=anna, published=False)
    assert who(name, number, people) == DRAFT[name]


def test_every_right_stands_in_the_table():
    assert {name for name in vars(rules) if name.startswith("may_")} == (
        set(PUBLISHED) | OF_A_REVEAL
    )


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("published", [True, False])
def test_the_rule_and_its_twin_in_sql_agree(status, published, anna, people):
    number = in_state(status, by=anna, published=published)
    draft(by=anna)
    for key, person in people.items():
        with transaction():
            rows = session.query(Idea).filter_by(number=number).filter(rules.readable_by(person))
            idea = session.query(Idea).filter_by(number=number).one()
            assert bool(rows.all()) == rules.may_read(person, idea), key


def test_author_and_twin_agree_behind_a_seal(anna, bernd, people):
    key = sealed.draft(by=anna)
    numbers = sealed.handed_in(by=bernd), sealed.published(by=anna)
    for person in people.values():
        with transaction():
            for idea in session.query(Idea):
                rows = session.query(Idea.id).filter(Idea.id == idea.id)
                own = bool(rows.filter(rules.written_by(person)).all())
                assert own == rules.is_author(person, idea)
                read = bool(rows.filter(rules.readable_by(person)).all())
                assert read == rules.may_read(person, idea)
                assert own == (person.id == (bernd if idea.number == numbers[0] else anna).id)
    assert key
