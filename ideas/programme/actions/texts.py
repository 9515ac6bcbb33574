"""The house's own pages, its topics and the barriers people report."""

from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Stale
from ideas.core.i18n import _
from ideas.core.rich_text import ON_A_PAGE, RichText
from ideas.people.models import Person
from ideas.programme import events, rules
from ideas.programme.figures import one_month_after
from ideas.programme.models import BarrierReport, HousePage, Topic


def edit_page(page: HousePage, *, title: str, content: str, seen: int, actor: Person) -> None:
    """Change a page that guests read too.

    Raises:
        Stale: somebody else changed it since it was shown.
    """
    rules.may_edit_page.require(actor, page)
    if page.version != seen:
        raise Stale(_("Somebody else changed this in the meantime."), page)
    page.title = title
    page.content = RichText.write(content, top=ON_A_PAGE)
    page.changed_at = clock.now()
    events.page_edited.record(page, actor=actor)


def report_barrier(*, page: str, problem: str, contact: str, actor: Person) -> BarrierReport:
    """Take down a barrier that somebody met; it is answered within a month."""
    rules.may_report_barrier.require(actor)
    report = BarrierReport(
        page=page,
        problem=problem,
        contact=contact,
        reported_at=clock.now(),
        answer_until=one_month_after(clock.today()),
    )
    session.add(report)
    events.barrier_reported.record(report, actor=actor)
    return report


def add_topic(name: str, *, actor: Person) -> Topic:
    """Return the topic of this name; a new one is added."""
    rules.may_add_topic.require(actor)
    topic = session.scalar(select(Topic).where(Topic.name == name))
    if topic is None:
        topic = Topic(name=name)
        session.add(topic)
        events.topic_added.record(topic, actor=actor)
    return topic
