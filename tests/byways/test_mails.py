"""Every mail of the byways says what happened, why, and where to look."""

import pytest

from ideas.byways import actions, events, workflow
from ideas.core import clock
from ideas.core.database import transaction
from ideas.people.queries import system
from ideas.process.events import Event
from tests.build import byways as build
from tests.build.steering import attempt
from tests.steering.test_pages import rendered

NO = "Das Schild gehört dem Vermieter."
SAID = "Die Zentrale nimmt das Feld in die nächste Fassung auf."
WORDS = {
    "idea.forwarded": build.REASON,
    "idea.office_answered": SAID,
    "idea.taken_back": SAID,
    "idea.fast_tracked": build.PLAN,
    "idea.fast_track_agreed": "macht, was Ihre Idee",
    "idea.fast_track_refused": NO,
    "idea.fast_track_lapsed": "wieder in der Vorprüfung",
    "idea.done": build.WORD,
    "idea.called_in": NO,
    "idea.objected": build.OBJECTION,
    "idea.objection_answered": build.ANSWER,
    "idea.reopened": build.ANSWER,
    "idea.resumed_on_event": "ist eingetreten",
}


@pytest.fixture
def lived(app, anna, bernd, clara, doris, olaf) -> dict[str, str]:
    """The letters of a life with all byways, by their events."""
    for back in (False, True):
        number = build.forwarded(by=anna)
        attempt(actions.note_answer, number, SAID, take_back=back, actor=clara)
    number = build.proposed(by=anna)
    attempt(actions.answer_fast_track, number, NO, agrees=False, actor=olaf)
    attempt(actions.call_in, build.done(by=anna), NO, actor=bernd)
    build.proposed(by=anna)
    with clock.at(clock.end_of(clock.add_working_days(clock.today(), 30))), transaction():
        actions.lapse_fast_tracks(actor=system())
    for step in (None, workflow.reopen):
        number = build.closed(by=anna)
        build.object_to(number, by=anna)
        build.answer(number, step, by=doris)
    tag = build.tag()
    build.deferred(by=anna, tags=(tag,))
    build.release_tag(tag)
    return rendered(app)


def test_every_mail_holds_its_words_and_a_way_to_the_idea(lived):
    for event, words in WORDS.items():
        letter = " ".join(lived[event].split())
        assert words in letter, event
        assert "Guten Tag" in letter
        assert "http://" in letter


def test_every_event_that_mails_stands_here():
    declared = [value for value in vars(events).values() if isinstance(value, Event)]
    mailed = {event.name for event in declared if any(told.mailed for told in event.tells)}
    assert mailed <= set(WORDS)
