"""Fill an empty house with the demonstration."""

from datetime import date
from random import Random

from sqlalchemy import exists, select, update

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _, speaking
from ideas.demo import bulk
from ideas.demo.calls import plan_next_campaign
from ideas.demo.lives import plan_ideas
from ideas.demo.merging import plan_merging
from ideas.demo.people import Cast, credentials, settle
from ideas.demo.promises import plan_promises
from ideas.demo.stage import OPENS, Stage, call_for_ideas, name_topics
from ideas.demo.talk import plan_conversation
from ideas.demo.texts import written_ideas
from ideas.demo.timeline import Calendar, Progress, Script
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.process import journal
from ideas.process.events import silently
from ideas.process.models import Entry, Notice

PEOPLE = 120
FEWEST = 12
# The house of the demonstration took people in so many days ago.
BEGINS = 830
YEAR = 365
# What is older than this has been read.
FRESH = 13


def load_demo(
    *,
    seed: int = 1,
    people: int = PEOPLE,
    ideas: int | None = None,
    today: date | None = None,
    progress: Progress | None = None,
) -> list[dict[str, object]]:
    """Fill the empty house and return how everybody signs in, the personas first.

    Raises:
        NotPossible: there are people or ideas already.
        Invalid: so few people cannot play it.
    """
    written = len(written_ideas())
    wanted = written if ideas is None else ideas
    report = progress or (lambda _done, _total: None)
    with speaking("de"), silently(), transaction():
        _require_empty(people)
        rng, day = Random(seed), today or clock.today()
        calendar = Calendar(day, rng)
        stage = Stage(Cast(), calendar, Script(), rng, day)
        _move_in(stage, people, years=bulk.YEARS if wanted > written else 0)
        if wanted > written:
            bulk.write(stage, wanted - written, report)
        stage.script.add(calendar.ago(-OPENS), lambda: call_for_ideas(stage))
        plan_ideas(stage, min(wanted, written))
        stage.script.add(calendar.noon(1), lambda: plan_next_campaign(stage))
        if wanted >= written:
            plan_merging(stage)
            plan_promises(stage)
        plan_conversation(stage)
        stage.script.play(report)
        _read_old_notices(calendar)
        return credentials(stage.cast)


def _require_empty(people: int) -> None:
    if people < FEWEST:
        raise Invalid(_("The demonstration needs at least %(count)s people.", count=FEWEST))
    known = exists(select(Person.id).where(~Person.is_system)) | exists(select(Idea.id))
    if session.scalar(select(known)):
        raise NotPossible(
            _("The demonstration fills an empty house only; here are people or ideas already.")
        )


def _move_in(stage: Stage, people: int, *, years: int) -> None:
    with clock.at(stage.calendar.ago(BEGINS + YEAR * years)):
        stage.cast = settle(people, stage.rng)
        name_topics(stage)
        journal.seal(session())


def _read_old_notices(calendar: Calendar) -> None:
    fresh = calendar.ago(FRESH)
    old = select(Entry.sequence).where(Entry.recorded_at < fresh)
    session.execute(
        update(Notice).where(Notice.entry_sequence.in_(old)).values(read_at=fresh),
        execution_options={"synchronize_session": False},
    )
