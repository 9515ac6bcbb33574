"""What must hold of the file, the journal, the people, the settings and the notices."""

from collections.abc import Iterator

from sqlalchemy import func, inspect, or_, select, text
from sqlalchemy.orm import aliased

from ideas.cli.invariants.finding import each
from ideas.core.database import session
from ideas.people.models import Grant, Person, Role
from ideas.process.events import EVENTS
from ideas.process.models import Entry, Head, MailState, Notice
from ideas.programme.models import Campaign, CampaignStatus, Criterion

FULL_WEIGHT = 100


def file() -> Iterator[str]:
    """The file is whole and every reference leads somewhere; PostgreSQL sees to that itself."""
    if session.get_bind().dialect.name != "sqlite":
        return
    for row in session.execute(text("pragma integrity_check")):
        if row[0] != "ok":
            yield f"Die Datenbankdatei ist beschädigt: {row[0]}"
    for table, key, parent, _n in session.execute(text("pragma foreign_key_check")):
        yield f"Zeile {key} in {table} verweist auf etwas, das es in {parent} nicht gibt."


def journal() -> Iterator[str]:
    """Its end is where its rows end, and every entry tells of something that is or was."""
    head = session.get(Head, 1)
    count, last = session.execute(select(func.count(), func.max(Entry.sequence))).one()
    if head is None or count != head.sequence or (last or 0) != head.sequence:
        yield f"Das Protokoll hat {count} Einträge, sein Ende nennt eine andere Zahl."
    models = {event.subject.__tablename__: event.subject for event in EVENTS.values()}
    for kind, model in sorted(models.items()):
        lost = select(Entry.sequence).where(Entry.subject_kind == kind)
        deleted = select(Entry.subject_id).where(
            Entry.subject_kind == kind, Entry.event.endswith("_deleted")
        )
        known = select(inspect(model).primary_key[0]).union(deleted)
        missing = lost.where(Entry.subject_id.not_in(known))
        yield from each("Eintrag {} des Protokolls spricht von etwas, das es nicht gibt.", missing)


def people() -> Iterator[str]:
    """One acts for the house; administration and data protection hold no other role."""
    if session.scalar(select(func.count()).select_from(Person).where(Person.is_system)) != 1:
        yield "Es muss genau eine Person „System“ geben."
    other = aliased(Grant)
    both = (
        select(Grant.person_id)
        .join(other, other.person_id == Grant.person_id)
        .where(Grant.role.in_((Role.ADMINISTRATOR, Role.DATA_PROTECTION)))
        .where(other.role != Grant.role)
        .where(Grant.revoked_at.is_(None), other.revoked_at.is_(None))
        .distinct()
    )
    yield from each(
        "Person {} gehört zu Administration oder Datenschutz und hat noch eine andere Rolle.", both
    )


def programme() -> Iterator[str]:
    """There is one permanent channel, and the weights of a campaign are whole."""
    channels = select(func.count()).select_from(Campaign).where(Campaign.is_permanent)
    if session.scalar(channels) != 1:
        yield "Es muss genau einen dauerhaften Kanal geben."
    unbalanced = (
        select(Campaign.name)
        .join(Criterion, Criterion.campaign_id == Campaign.id)
        .where(Campaign.status != CampaignStatus.DRAFT)
        .group_by(Campaign.id, Campaign.name)
        .having(func.sum(Criterion.weight) != FULL_WEIGHT)
    )
    yield from each("Die Gewichte der Kampagne „{}“ ergeben nicht 100.", unbalanced)


def notices() -> Iterator[str]:
    """A waiting mail knows when, a sent one was sent, a failed one says why."""
    mailed = Notice.mail != MailState.NONE
    for sentence, broken in (
        ("Mail {} hat keine Kennung.", mailed & Notice.message_id.is_(None)),
        (
            "Mail {} wartet ohne Termin.",
            (Notice.mail == MailState.PENDING) & Notice.due_at.is_(None),
        ),
        (
            "Mail {} ging hinaus ohne Zeit.",
            (Notice.mail == MailState.SENT) & Notice.sent_at.is_(None),
        ),
        (
            "Mail {} ist gescheitert ohne Grund.",
            (Notice.mail == MailState.FAILED)
            & or_(Notice.last_error.is_(None), Notice.attempts < 1),
        ),
    ):
        yield from each(sentence, select(Notice.id).where(broken))
