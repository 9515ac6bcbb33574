"""What an author does behind the seal, and how it is opened by the author alone."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotPossible
from ideas.ideation import actions, sealing
from ideas.ideation.models import Comment, Follow, Idea, SealedAuthor
from ideas.ideation.queries import comments_on, get_draft, get_idea
from ideas.process.models import Entry, Notice
from ideas.process.queries import unread_count
from tests.build import ideation, sealed, steering


def events_of(number):
    return (
        session.query(Entry)
        .join(Idea, Idea.id == Entry.subject_id)
        .filter(Idea.number == number, Entry.subject_kind == "idea")
    )


def test_the_author_talks_as_the_pseudonym(anna, emine):
    number = sealed.published(by=anna)
    with transaction():
        actions.comment_on(get_idea(number, reader=anna), "Von mir.", follow_it=True, actor=anna)
    with transaction():
        actions.comment_on(get_idea(number, reader=emine), "Von Emine.", actor=emine)
    with transaction():
        idea = get_idea(number, reader=anna)
        said = comments_on(idea)
        assert [f"{row.given_name} {row.family_name}" for row in said] == [
            idea.author.name,
            emine.name,
        ]
        assert session.query(Follow).count() == 0
        assert anna.id not in {entry.actor_id for entry in events_of(number)}


def test_news_reach_the_author_under_the_pseudonym(anna, bernd, emine):
    number = sealed.published(by=anna)
    with transaction():
        actions.comment_on(get_idea(number, reader=emine), "Gut!", actor=emine)
    with transaction():
        before = unread_count(sealing.identities(anna))
        assert before >= 2
        assert unread_count([anna.id]) == 0
        assert unread_count(sealing.identities(bernd)) == 0


def test_the_own_idea_is_neither_supported_nor_followed_nor_judged(anna, bernd):
    number, round_id = sealed.published(by=bernd), None
    for action in (actions.support, actions.follow):
        with transaction(), pytest.raises(NotAllowed):
            action(get_idea(number, reader=bernd), actor=bernd)
    clara = steering.person_named("clara")
    steering.attempt(
        steering.screening.save_screening, number, steering.all_gates(), seen=1, actor=clara
    )
    steering.attempt(steering.screening.pass_on, number, actor=clara)
    round_id = steering.open_round()
    with pytest.raises(NotAllowed):
        steering.score(number, "bernd", 5)
    steering.score(number, "emine", 4)
    steering.close_round(round_id)
    with transaction():
        ballot = steering.queries.ballot_for(
            get_idea(number, reader=bernd), bernd, round_id=round_id
        )
        members = steering.queries.voters()
        assert steering.queries.excluded_from(ballot.entry, members) == {}
    assert anna


def test_the_coordination_does_not_screen_its_own_sealed_idea(clara):
    number = sealed.handed_in(by=clara)
    with pytest.raises(NotAllowed):
        steering.publish(number)


def test_giving_the_name_moves_everything_to_the_author(anna, clara, emine):
    number = sealed.published(by=anna)
    with transaction():
        actions.comment_on(get_idea(number, reader=anna), "Von mir.", actor=anna)
        actions.comment_on(get_idea(number, reader=emine), "Gut!", actor=emine)
    with transaction():
        actions.open_seal(get_idea(number, reader=anna), actor=anna)
    with transaction():
        idea = get_idea(number, reader=emine)
        assert (idea.author.name, idea.is_sealed) == (anna.name, False)
        assert session.query(SealedAuthor).count() == 0
        assert {row.author_id for row in session.query(Comment)} == {anna.id, emine.id}
        assert unread_count(sealing.identities(anna)) >= 2
        last = events_of(number).order_by(Entry.sequence.desc()).first()
        assert (last.event, last.actor_id) == ("idea.unsealed", anna.id)
    with transaction(), pytest.raises(NotAllowed):
        actions.open_seal(get_idea(number, reader=anna), actor=anna)
    assert clara


def test_what_one_was_told_twice_stays_once_when_the_name_is_given(clara):
    number = sealed.handed_in(by=clara)
    with transaction():
        actions.open_seal(get_idea(number, reader=clara), actor=clara)
        session.flush()
        told = session.query(Notice).filter_by(person_id=clara.id).all()
        assert len({notice.entry_sequence for notice in told}) == len(told)


def test_nobody_else_opens_a_seal(anna, clara, doris, armin):
    number = sealed.published(by=anna)
    for person in (clara, doris, armin):
        with transaction(), pytest.raises(NotAllowed):
            actions.open_seal(session.query(Idea).filter_by(number=number).one(), actor=person)


def test_a_draft_gets_its_name_back_and_nobody_is_told(anna):
    key = sealed.draft(by=anna)
    with transaction():
        actions.open_seal(get_draft(key, reader=anna), actor=anna)
    with transaction():
        assert get_draft(key, reader=anna).author_id == anna.id
        assert session.query(Notice).count() == 0


def test_what_needs_a_name_is_refused_while_sealed(anna):
    named, key = ideation.draft(by=anna), sealed.draft(by=anna)
    with transaction():
        actions.must_go_by_name(get_draft(named, reader=anna))
        with pytest.raises(NotPossible):
            actions.must_go_by_name(get_draft(key, reader=anna))


def test_a_seal_that_was_moved_to_another_idea_does_not_open(anna, bernd):
    keys = sealed.draft(by=anna), sealed.draft(by=bernd)
    with transaction():
        one, other = (session.get_one(SealedAuthor, key) for key in keys)
        one.ciphertext, one.nonce = other.ciphertext, other.nonce
        with pytest.raises(sealing.BrokenSealError):
            sealing.opened(one)
        assert not sealing.is_whole(one)
        assert sealing.is_whole(other)


def test_reading_leaves_no_common_moment_in_own_and_sealed_notices(anna, browse, emine):
    number, own = sealed.published(by=anna), ideation.published_idea(by=anna)
    for one in (number, own):
        with transaction():
            actions.comment_on(get_idea(one, reader=emine), "Gut!", actor=emine)
    page = browse(anna).get("/benachrichtigungen")
    page = page.submit("Als gelesen markieren: Ein Brief, den man versteht")
    page.submit("Alles als gelesen markieren")
    with transaction():
        times = {}
        for notice in session.query(Notice).filter(Notice.read_at.is_not(None)):
            times.setdefault(notice.person_id == anna.id, set()).add(notice.read_at)
        assert not times[True] & times[False]
