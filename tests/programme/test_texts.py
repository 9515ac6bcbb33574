from datetime import date

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, Stale
from ideas.process.models import MailState, Notice
from ideas.programme.actions import add_topic, edit_page, report_barrier
from ideas.programme.figures import one_month_after
from ideas.programme.queries import all_topics, barrier_reports, get_page
from tests.build.ideation import as_system


def test_the_administration_changes_a_page(armin):
    with transaction():
        edit_page(get_page("hilfe"), title="Hilfe", content="*So*", seen=1, actor=armin)
    with transaction():
        page = get_page("hilfe")
        assert (page.title, page.content.html, page.version) == ("Hilfe", "<p><em>So</em></p>\n", 2)


def test_nobody_else_changes_a_page(clara):
    with transaction():
        page = get_page("hilfe")
        with pytest.raises(NotAllowed):
            edit_page(page, title="x", content="y", seen=1, actor=clara)


def test_a_page_changed_meanwhile_is_not_overwritten(armin):
    with transaction():
        page = get_page("hilfe")
        with pytest.raises(Stale):
            edit_page(page, title="x", content="y", seen=0, actor=armin)


def test_a_barrier_reaches_administration_and_coordination(armin, clara):
    with transaction():
        report_barrier(page="/ideen", problem="Zu klein.", contact="", actor=as_system())
    with transaction():
        (report,) = barrier_reports()
        assert report.problem == "Zu klein."
        assert report.answer_until == one_month_after(clock.local(report.reported_at).date())
        told = {(row.person_id, row.mail) for row in session.scalars(select(Notice))}
        assert told == {(armin.id, MailState.NONE), (clara.id, MailState.NONE)}


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 3, 4), date(2026, 4, 4)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day, later):
    assert one_month_after(day) == later


def test_a_topic_is_there_once(clara):
    with transaction():
        first = add_topic("Räume", actor=clara)
        assert add_topic("Räume", actor=clara) is first
        assert [topic.name for topic in all_topics()] == ["Räume"]


def test_not_everybody_adds_topics(anna):
    with transaction(), pytest.raises(NotAllowed):
        add_topic("Räume", actor=anna)
