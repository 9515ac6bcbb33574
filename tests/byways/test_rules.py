"""Permission × persona, as one table."""

from datetime import UTC, datetime

import pytest

from ideas.byways import rules
from ideas.ideation.models import FastTrack, Idea, Objection, Status

pytestmark = pytest.mark.one_database

EVERYBODY = ("anna", "bernd", "emine", "jan", "doris", "clara", "olaf", "armin")
MEMBERS = {"bernd", "emine", "jan", "doris"}
OFFICE = {"clara", "doris"}
ENDED = datetime(2026, 1, 1, tzinfo=UTC)
# bernd wrote the idea, olaf is asked to do it, clara took the decision.
ON_AN_IDEA = {
    "may_forward": OFFICE,
    "may_keep_forwarding": OFFICE,
    "may_propose_fast_track": OFFICE,
    "may_answer_fast_track": {"olaf"},
    "may_finish_fast_track": OFFICE | {"olaf"},
    "may_call_in": MEMBERS - {"bernd"},
    "may_object": {"bernd"},
    "may_answer_objection": {"doris"},
    "may_change_waiting": OFFICE,
}
ON_NOTHING = {
    "may_see_forwarded": OFFICE,
    "may_see_fast_lane": MEMBERS | {"clara"},
    "may_lapse_fast_track": set(),
    "may_see_objections": OFFICE,
    "may_keep_tags": OFFICE,
}


def idea_of(everyone, ended=None, author="bernd") -> Idea:
    idea = Idea(author_id=everyone[author].id, status=Status.SCREENING)
    idea.fast_tracks = [FastTrack(responsible_id=everyone["olaf"].id, ended_at=ended)]
    idea.objections = [Objection(decided_by=[everyone["clara"].id], ended_at=ended)]
    return idea


def allowed(rule, everyone, subject) -> set[str]:
    return {key for key in EVERYBODY if getattr(rules, rule)(everyone[key], subject)}


@pytest.mark.parametrize("rule", ON_AN_IDEA)
def test_who_may_do_what_with_an_idea(everyone, rule):
    assert allowed(rule, everyone, idea_of(everyone)) == ON_AN_IDEA[rule]


@pytest.mark.parametrize("rule", ON_NOTHING)
def test_who_may_do_what_at_all(everyone, rule):
    assert allowed(rule, everyone, None) == ON_NOTHING[rule]


@pytest.mark.parametrize("key", ["clara", "doris"])
def test_nobody_judges_or_sends_on_the_own_idea(everyone, key):
    idea = idea_of(everyone, author=key)
    for rule in ("may_forward", "may_propose_fast_track", "may_answer_objection", "may_call_in"):
        assert key not in allowed(rule, everyone, idea)


@pytest.mark.parametrize("part", ["author", "co-author", "former author", "merged author"])
def test_nobody_answers_or_ends_the_fix_of_an_own_idea(everyone, part):
    olaf = everyone["olaf"].id
    idea = idea_of(everyone, author="olaf" if part == "author" else "bernd")
    if part == "co-author":
        idea.coauthor_ids = [olaf]
    if part == "former author":
        idea.former_author_ids = [olaf]
    if part == "merged author":
        idea.merged_count, idea.merged_ideas = 1, [Idea(author_id=olaf)]
    assert allowed("may_answer_fast_track", everyone, idea) == set()
    assert allowed("may_finish_fast_track", everyone, idea) == OFFICE


@pytest.mark.parametrize("key", ["clara", "doris"])
def test_nobody_changes_what_the_own_idea_waits_for(everyone, key):
    idea = idea_of(everyone, author=key)
    assert allowed("may_change_waiting", everyone, idea) == OFFICE - {key}


def test_what_has_ended_gives_no_right_and_excludes_nobody(everyone):
    idea = idea_of(everyone, ended=ENDED)
    assert allowed("may_answer_fast_track", everyone, idea) == set()
    assert allowed("may_answer_objection", everyone, idea) == OFFICE
