"""Who takes part in an idea: invited, asked, accepted, declined, gone; and what follows from it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotFound, NotPossible, Stale
from ideas.ideation import actions, rules
from ideas.ideation.models import Coauthor, CoauthorStatus, Idea, Part, Status
from ideas.ideation.queries import (
    company_of,
    drafts_of,
    get_draft,
    get_idea,
    get_participation,
    ideas_matching,
)
from ideas.ideation.queries.lists import Wanted
from ideas.people.models import Grant, Person, Role, Standing
from ideas.process.models import MailState, Notice
from ideas.programme.queries import permanent_channel
from ideas.steering.actions.screening import publish_idea
from tests.build.ideation import TEXTS, as_system, draft, in_state, published_idea
from tests.build.together import (
    accepted,
    asked,
    coached,
    idea_row,
    invited,
    named,
    shared_draft,
    submitted,
    thrown_away,
)
from tests.personas import person_named


def answer(row_id, act, person, *words):
    with transaction():
        row = get_participation(row_id, reader=person, lock=True)
        act(row, *words, actor=person)


def state_of(row_id):
    with transaction():
        return session.get_one(Coauthor, row_id).status


def told(event):
    with transaction():
        rows = session.scalars(select(Notice).order_by(Notice.id)).all()
        found = [row for row in rows if row.entry.event == event]
        return {(row.person_id, row.mail == MailState.PENDING) for row in found}


def test_an_invited_colleague_is_told_and_knows_the_title_only(anna, bernd):
    key = draft(by=anna)
    row = invited(key, bernd, by=anna)
    assert told("coauthor.invited") == {(bernd.id, True)}
    with transaction():
        assert get_participation(row, reader=bernd).idea.title == TEXTS.title
        with pytest.raises(NotFound):
            get_draft(key, reader=bernd)


def test_a_co_author_writes_hands_in_and_is_told_like_the_author(anna, olaf, clara):
    key = shared_draft(by=anna, others=[olaf])
    assert told("coauthor.joined") == {(anna.id, True)}
    with transaction():
        idea, channel = get_draft(key, reader=olaf), permanent_channel()
        texts = actions.Texts("Neu", problem="P", proposal="V")
        actions.edit_draft(idea, texts, campaign=channel, seen=idea.text_version, actor=olaf)
        assert [row.id for row in drafts_of(olaf)] == [key]
    number = submitted(key, by=olaf)
    assert told("idea.submitted") == {(anna.id, True), (olaf.id, True), (clara.id, True)}
    with transaction():
        mine = ideas_matching(Wanted(mine=True), reader=olaf)
        assert [row.number for row in mine] == [number]
        idea = get_idea(number, reader=olaf)
        assert rules.may_see_receipt(olaf, idea)
        assert idea.byline == "Anna Albrecht, Olaf Özdemir"


def test_the_later_tab_of_two_writers_is_told_so(anna, olaf):
    key = shared_draft(by=anna, others=[olaf])
    with transaction():
        idea, channel = get_draft(key, reader=olaf), permanent_channel()
        with pytest.raises(Stale, match="co-author"):
            actions.edit_draft(idea, TEXTS, campaign=channel, seen=0, actor=olaf)


def test_withdrawing_and_deleting_stay_with_the_first_author(anna, olaf):
    key = shared_draft(by=anna, others=[olaf])
    with transaction(), pytest.raises(NotAllowed):
        actions.delete_draft(idea_row(key), actor=olaf)
    submitted(key, by=olaf)
    with transaction(), pytest.raises(NotAllowed):
        actions.withdraw_idea(idea_row(key), actor=olaf)


def test_a_deleted_draft_takes_its_company_along(anna, olaf, bernd):
    key = shared_draft(by=anna, others=[olaf])
    coached(key, bernd, by=anna)
    thrown_away(key, by=anna)
    with transaction():
        assert session.query(Coauthor).count() == 0
        assert drafts_of(olaf) == []


def test_an_invitation_is_answered_once(anna, bernd):
    row = invited(draft(by=anna), bernd, by=anna)
    answer(row, actions.accept_invitation, bernd)
    with pytest.raises(NotPossible):
        answer(row, actions.accept_invitation, bernd)
    with pytest.raises(NotPossible):
        answer(row, actions.decline_invitation, bernd)
    assert state_of(row) == CoauthorStatus.ACCEPTED


def test_what_was_taken_back_cannot_be_accepted(anna, bernd):
    row = invited(draft(by=anna), bernd, by=anna)
    answer(row, actions.end_participation, anna)
    with pytest.raises(NotPossible):
        answer(row, actions.accept_invitation, bernd)
    assert told("coauthor.taken_back") == {(bernd.id, False)}


def test_nobody_answers_for_somebody_else(anna, bernd, olaf):
    key = draft(by=anna)
    row = invited(key, bernd, by=anna)
    with pytest.raises(NotFound):
        answer(row, actions.accept_invitation, olaf)
    with pytest.raises(NotAllowed):
        answer(row, actions.accept_invitation, anna)
    with transaction(), pytest.raises(NotAllowed):
        actions.invite_coauthor(idea_row(key), olaf, actor=bernd)


def test_after_seven_days_an_invitation_has_lapsed_and_can_be_sent_again(anna, bernd):
    key = draft(by=anna)
    row = invited(key, bernd, by=anna)
    with clock.at(clock.now() + timedelta(days=7)):
        with pytest.raises(NotPossible):
            answer(row, actions.accept_invitation, bernd)
        for lapsed in (1, 0):
            system = as_system()
            with transaction():
                assert actions.lapse_invitations(actor=system) == lapsed
        assert state_of(row) == CoauthorStatus.LAPSED
        assert invited(key, bernd, by=anna) == row
        answer(row, actions.accept_invitation, bernd)


def test_who_declined_is_not_invited_again_but_may_ask(anna, bernd):
    key = draft(by=anna)
    row = invited(key, bernd, by=anna)
    answer(row, actions.decline_invitation, bernd, "Keine Zeit.")
    assert told("coauthor.declined") == {(anna.id, True)}
    with transaction():
        (seen,) = company_of(idea_row(key), reader=anna)
        assert (seen.status, seen.message) == (CoauthorStatus.DECLINED, "Keine Zeit.")
    with pytest.raises(NotPossible):
        invited(key, bernd, by=anna)
    number, clara = submitted(key, by=anna), person_named("clara")
    with transaction():
        publish_idea(get_idea(number, reader=clara), actor=clara)
    assert asked(number, by=bernd) == row


def test_the_author_cannot_invite_oneself_nor_who_cannot_take_part(anna, bernd, armin):
    key = draft(by=anna)
    for person in (anna, armin, as_system()):
        with pytest.raises(Invalid):
            invited(key, person, by=anna)
    with transaction():
        session.get_one(Person, bernd.id).standing = Standing.INACTIVE
    with transaction(), pytest.raises(Invalid):
        actions.invite_coauthor(idea_row(key), session.get_one(Person, bernd.id), actor=anna)


def test_who_lost_the_role_can_neither_accept_nor_write_on(anna, bernd, olaf):
    key = shared_draft(by=anna, others=[olaf])
    row = invited(key, bernd, by=anna)
    with transaction():
        held = Grant.person_id.in_([bernd.id, olaf.id]) & (Grant.role == Role.EMPLOYEE)
        for grant in session.scalars(select(Grant).where(held)):
            grant.revoked_at = clock.now()
    with pytest.raises(NotAllowed):
        answer(row, actions.accept_invitation, person_named("bernd"))
    with transaction():
        assert not rules.may_edit(person_named("olaf"), idea_row(key))


def test_ten_co_authors_are_enough(anna, bernd):
    key = draft(by=anna)
    with transaction():
        ids = []
        for n in range(10):
            person = Person(
                given_name=f"N{n}", family_name="Neu", email=f"n{n}@jobcenter.example",
                standing=Standing.ACTIVE, created_at=clock.now(),
            )  # fmt: skip
            session.add(person)
            session.flush()
            session.add(Grant(person_id=person.id, role=Role.EMPLOYEE, granted_at=clock.now()))
            ids.append(person.id)
    for person_id in ids:
        with transaction():
            person = session.get_one(Person, person_id)
            actions.invite_coauthor(idea_row(key), person, actor=anna)
    with pytest.raises(NotPossible, match="Ten"):
        invited(key, bernd, by=anna)


@pytest.mark.parametrize("status", [Status.SCORING, Status.SELECTED, Status.WITHDRAWN])
def test_once_scoring_begins_nobody_joins_or_leaves(status, anna, bernd, olaf):
    number = in_state(status, by=anna)
    with transaction():
        key = session.scalars(select(Idea.id).where(Idea.number == number)).one()
    with pytest.raises(NotPossible):
        asked(number, by=bernd)
    with pytest.raises(NotPossible):
        invited(key, olaf, by=anna)


def test_a_supporter_who_joins_no_longer_supports(anna, bernd):
    number = published_idea(by=anna)
    with transaction():
        actions.support(get_idea(number, reader=bernd), actor=bernd)
    answer(asked(number, by=bernd), actions.admit, anna)
    assert told("coauthor.joined") == {(bernd.id, True)}
    with transaction():
        idea = get_idea(number, reader=bernd)
        assert idea.support_count == 0
        with pytest.raises(NotAllowed):
            actions.support(idea, actor=bernd)


def test_a_refused_request_stays_refused_until_the_author_invites(anna, bernd):
    number = published_idea(by=anna)
    row = asked(number, by=bernd, text="Mit Bildern!")
    assert told("coauthor.asked") == {(anna.id, True)}
    answer(row, actions.refuse, anna, "Danke, nein.")
    with pytest.raises(NotPossible):
        asked(number, by=bernd)
    with transaction():
        idea = get_idea(number, reader=anna)
        assert actions.invite_coauthor(idea, bernd, actor=anna).id == row


def test_who_leaves_reads_no_more_and_stays_involved(anna, bernd):
    key = draft(by=anna)
    row = accepted(key, bernd, by=anna)
    answer(row, actions.end_participation, bernd)
    with transaction():
        idea = idea_row(key)
        assert (idea.coauthor_ids, idea.former_author_ids) == ([], [bernd.id])
        assert not rules.may_read(bernd, idea)
        assert rules.is_involved(bernd, idea)
        assert session.query(Idea).filter(rules.involving(bernd)).count() == 1


def test_after_the_hand_in_the_author_removes_nobody(anna, bernd):
    key = draft(by=anna)
    row = accepted(key, bernd, by=anna)
    submitted(key, by=anna)
    with pytest.raises(NotPossible):
        answer(row, actions.end_participation, anna)
    answer(row, actions.end_participation, bernd)


def test_nothing_is_handed_in_for_a_colleague_without_a_yes(anna, olaf):
    key = draft(by=anna)
    row = named(key, olaf, by=anna)
    with pytest.raises(NotPossible, match="Olaf"):
        submitted(key, by=anna)
    answer(row, actions.accept_invitation, olaf)
    assert told("coauthor.confirmed") == {(anna.id, True)}
    submitted(key, by=olaf)
    with transaction():
        idea = idea_row(key)
        assert (idea.author_id, idea.byline) == (olaf.id, "Olaf Özdemir")
        assert idea.writer
        assert idea.writer.id == anna.id
        assert session.get_one(Coauthor, row).part == Part.WRITER
        assert not rules.may_support(anna, idea)


def test_after_a_no_the_draft_is_the_writers_again(anna, olaf):
    key = draft(by=anna)
    row = named(key, olaf, by=anna)
    answer(row, actions.decline_invitation, olaf, "Nicht von mir.")
    with pytest.raises(NotPossible):
        named(key, olaf, by=anna)
    submitted(key, by=anna)
    with transaction():
        assert idea_row(key).byline == "Anna Albrecht"


def test_one_author_is_named_at_a_time_and_the_question_can_be_taken_back(anna, olaf, bernd):
    key = draft(by=anna)
    row = named(key, olaf, by=anna)
    with pytest.raises(NotPossible):
        named(key, bernd, by=anna)
    answer(row, actions.end_participation, anna)
    with pytest.raises(NotPossible):
        answer(row, actions.accept_invitation, olaf)
    answer(named(key, bernd, by=anna), actions.accept_invitation, bernd)


def test_the_rule_and_its_twin_agree_for_those_who_take_part(anna, bernd, everyone):
    key = draft(by=anna)
    row = accepted(key, bernd, by=anna)
    for step in (None, lambda: submitted(key, by=anna), lambda: answer(row, LEAVE, bernd)):
        if step:
            step()
        for name, person in everyone.items():
            with transaction():
                rows = session.query(Idea).filter(rules.readable_by(person)).all()
                assert bool(rows) == rules.may_read(person, idea_row(key)), name


LEAVE = actions.end_participation
