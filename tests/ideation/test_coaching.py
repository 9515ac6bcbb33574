"""The idea coach: asked in private, reads one draft, and only until it is handed in."""

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotFound, NotPossible
from ideas.ideation import actions, rules
from ideas.ideation.actions import accept_invitation
from ideas.ideation.models import Coaching
from ideas.ideation.queries import coaching_of, get_coaching, get_draft, get_participation
from ideas.process.models import Notice
from tests.build.ideation import draft
from tests.build.together import accepted, coached, idea_row, named, submitted


def remark(row_id, words, person):
    with transaction():
        row = get_coaching(row_id, reader=person, lock=True)
        actions.write_remark(row, words, actor=person)


def hearers(event):
    with transaction():
        rows = session.scalars(select(Notice)).all()
        return [row.person_id for row in rows if row.entry.event == event]


def test_a_coach_reads_this_draft_only_and_writes_to_its_author(anna, bernd):
    key, other = draft(by=anna), draft(by=anna)
    row = coached(key, bernd, by=anna)
    remark(row, "Kürzer!", bernd)
    remark(row, "Noch kürzer!", bernd)
    assert hearers("coach.asked") == [bernd.id]
    assert hearers("coach.answered") == [anna.id]
    with transaction():
        found = coaching_of(idea_row(key), reader=anna)
        assert found
        assert found.remark == "Noch kürzer!"
        for hidden in (key, other):
            with pytest.raises(NotFound):
                get_draft(hidden, reader=bernd)


def test_nobody_else_knows_of_it(anna, bernd, everyone):
    key = draft(by=anna)
    olaf = everyone["olaf"]
    accepted(key, olaf, by=anna)
    row = coached(key, bernd, by=anna)
    for name in everyone.keys() - {"anna", "bernd"}:
        with transaction(), pytest.raises(NotFound):
            get_coaching(row, reader=everyone[name])
    with transaction():
        assert coaching_of(idea_row(key), reader=olaf) is None


def test_with_the_hand_in_the_access_ends(anna, bernd):
    key = draft(by=anna)
    row = coached(key, bernd, by=anna)
    submitted(key, by=anna)
    with transaction(), pytest.raises(NotFound):
        get_coaching(row, reader=bernd)
    with pytest.raises(NotPossible):
        coached(key, bernd, by=anna)


def test_either_ends_it_and_the_remark_stays(anna, bernd, olaf):
    key = draft(by=anna)
    row = coached(key, bernd, by=anna)
    remark(row, "Gut.", bernd)
    with pytest.raises(NotPossible):
        coached(key, olaf, by=anna)
    with transaction():
        actions.end_coaching(get_coaching(row, reader=bernd), actor=bernd)
        actions.end_coaching(session.get_one(Coaching, row), actor=anna)
    with transaction():
        found = coaching_of(idea_row(key), reader=anna)
        assert (found.remark, found.id) == ("Gut.", row)
        assert not rules.may_coach(bernd, found)
        with pytest.raises(NotAllowed):
            actions.write_remark(found, "Doch nicht.", actor=bernd)
    assert coached(key, olaf, by=anna) != row


def test_an_author_and_who_cannot_take_part_is_no_coach(anna, bernd, armin):
    key = draft(by=anna)
    accepted(key, bernd, by=anna)
    for person in (anna, bernd, armin):
        with pytest.raises(Invalid):
            coached(key, person, by=anna)


def test_what_was_said_to_the_writer_is_not_for_whom_it_was_written(anna, bernd, olaf):
    key = draft(by=anna)
    row = coached(key, bernd, by=anna)
    remark(row, "Olaf wird das kaum wollen.", bernd)
    question = named(key, olaf, by=anna)
    with transaction():
        accept_invitation(get_participation(question, reader=olaf), actor=olaf)
    with transaction():
        assert coaching_of(idea_row(key), reader=olaf) is None
        assert coaching_of(idea_row(key), reader=anna) is None
