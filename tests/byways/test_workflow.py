"""Transition × state × persona, as one table."""

import pytest

from ideas.byways import workflow
from ideas.ideation.models import FastTrack, Idea, Objection, Status
from ideas.people.queries import system
from ideas.process.transitions import offered

pytestmark = pytest.mark.one_database

EVERYBODY = ("anna", "bernd", "emine", "jan", "doris", "clara", "olaf", "armin", "system")
OFFICE = {"clara", "doris"}
MEMBERS = {"bernd", "emine", "jan", "doris"}
# State of an idea that anna wrote, olaf is asked to do and clara decided → step → its button.
ANEW = {"reopen": {"doris"}}
TABLE = {
    Status.SCREENING: {"forward": OFFICE, "propose": OFFICE},
    Status.FORWARDED: {
        "note_answer": OFFICE,
        "take_back": OFFICE,
        "reopen_for_round": {"doris"},
        **ANEW,
    },
    Status.FAST_TRACK: {
        "agree": {"olaf"},
        "refuse": {"olaf"},
        "finish": OFFICE | {"olaf"},
        "call_in": MEMBERS,
        "lapse_fast_track": {"system"},
    },
    Status.DONE: {"call_in": MEMBERS},
    Status.DECLINED: {"reopen_for_round": {"doris"}, **ANEW},
    Status.DEFERRED: {"reopen_for_round": {"doris"}, "resume_on_event": OFFICE, **ANEW},
    Status.INADMISSIBLE: {"reopen_hidden": {"doris"}, **ANEW},
}


@pytest.mark.parametrize("status", Status)
def test_who_is_offered_which_step(everyone, status):
    people = {**everyone, "system": system()}
    idea = Idea(author_id=everyone["anna"].id, status=status)
    idea.fast_tracks = [FastTrack(responsible_id=everyone["olaf"].id)]
    idea.objections = [Objection(decided_by=[everyone["clara"].id])]
    found: dict[str, set[str]] = {}
    for key in EVERYBODY:
        for step in offered(workflow.TRANSITIONS, idea, people[key]):
            found.setdefault(step.name, set()).add(key)
    assert found == TABLE.get(status, {})
