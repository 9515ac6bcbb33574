import pytest

from ideas.core.database import session, transaction
from ideas.ideation import rules
from ideas.ideation.models import Comment, Idea, Report, Status
from tests.build import sealed, talk
from tests.build.ideation import as_system, in_state

pytestmark = pytest.mark.one_database

EVERYONE = {"anna", "bernd", "emine", "jan", "doris", "clara", "olaf", "armin", "paula", "system"}
STAFF = EVERYONE - {"armin", "paula", "system"}
RUNNERS = {"clara", "doris"}
PUBLISHED = {
    "may_read": STAFF,
    "may_list": STAFF,
    "may_draft": STAFF,
    "may_edit": {"anna"},
    "may_attach": {"anna"},
    "may_remove_files": RUNNERS,
    "may_submit": {"anna"},
    "may_withdraw": {"anna"},
    "may_delete": {"anna"},
    "may_see_company": {"anna"},
    "may_have_company": {"anna"},
    "may_ask_to_join": STAFF - {"anna"},
    "may_answer": {"anna"},
    "may_comment": STAFF,
    "may_support": STAFF - {"anna"},
    "may_unsupport": STAFF,
    "may_follow": STAFF,
    "may_merge": {"clara", "doris"},
    "may_object_to_merging": {"anna"},
    "may_see_disputed": {"clara", "doris"},
    "may_black_out": {"clara", "doris"},
    "may_lapse": {"system"},
    "may_import": {"system"},
    "may_tend_drafts": {"system"},
    "may_see_receipt": {"anna"},
    "may_collect": {"system"},
    "may_open_seal": set(),
    "may_ask_reveal": set(),
    "may_list_reveals": {"doris", "paula"},
    "may_open_reveal": {"doris", "paula"},
    "may_report": STAFF - {"anna"},
    "may_see_reports": RUNNERS,
    "may_watch": STAFF,
}
# A comment of clara's on an idea of anna's, which olaf has reported.
COMMENT = {
    "may_edit_comment": {"clara"},
    "may_delete_comment": {"clara"},
    "may_read_aside": RUNNERS,
    "may_hide_comment": {"doris"},
    "may_object_to_hiding": {"clara"},
    "may_report_comment": STAFF - {"clara"},
}
REPORT = {
    "may_settle_report": {"doris"},
    "may_read_report": {"doris", "olaf"},
}
# Asked of somebody's part in an idea: see test_company.py and test_coaching.py.
OF_PARTS = {
    "may_answer_invitation",
    "may_answer_request",
    "may_read_participation",
    "may_coach",
    "may_read_coaching",
}
SEALED = PUBLISHED | {
    "may_follow": STAFF - {"anna"},
    "may_see_company": set(),
    "may_have_company": set(),
    "may_ask_to_join": set(),
    "may_open_seal": {"anna"},
    "may_ask_reveal": {"doris"},
}
# Asked of a request, in test_revealing.py.
OF_A_REVEAL = {"may_read_reveal", "may_grant_reveal", "may_consent"}
UNPUBLISHED = {
    "may_read": {"anna", "clara", "doris"},
    "may_comment": set(),
    "may_support": set(),
    "may_unsupport": set(),
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


@pytest.mark.parametrize("name", sorted(COMMENT | REPORT))
def test_a_comment_and_a_report_of_it(name, anna, clara, olaf, people):
    number = in_state(Status.SCREENING, by=anna)
    comment_id = talk.said(number, "Aha.", by=clara)
    report_id = talk.reported(number, comment_id, by=olaf)
    kind, key = (Report, report_id) if name in REPORT else (Comment, comment_id)
    with transaction():
        thing = session.get_one(kind, key)
        allowed = {key for key, person in people.items() if getattr(rules, name)(person, thing)}
    assert allowed == (COMMENT | REPORT)[name]


def test_every_right_stands_in_the_table():
    asked = {name for name in vars(rules) if name.startswith("may_")}
    assert asked == set(PUBLISHED) | set(COMMENT) | set(REPORT) | OF_PARTS | OF_A_REVEAL
