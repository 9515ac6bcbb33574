"""Merging: a link that loses nothing, refused where it would, and undone completely."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from ideas.cli.invariants import CHECKS
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.home.queries import my_open_ideas
from ideas.ideation.actions import comment_on, follow, support, unfollow, unsupport
from ideas.ideation.actions.writing import Texts
from ideas.ideation.events import authors, followers
from ideas.ideation.models import Ball, Idea, Merging, Status
from ideas.ideation.queries import Wanted, comments_on, get_idea, ideas_matching, steps_of, ties
from ideas.ideation.queries.family import disputed, family_of, targets_for
from ideas.process.models import Because, Entry, Notice
from tests.build import steering
from tests.build.ideation import in_state, published_idea, queried_idea, submitted_idea
from tests.build.merging import keep, merge, merged_pair, object_to, undo
from tests.personas import person_named

OPEN = {Status.SCREENING, Status.QUERY, Status.SCORING, Status.EVALUATED, Status.DEFERRED}
ANSWERED = {Status.SELECTED, Status.FAST_TRACK, Status.DONE, Status.FORWARDED}


def do(action, number, person, *given, **more):
    with transaction():
        action(get_idea(number, reader=person), *given, actor=person, **more)


def look(number, reader):
    with transaction():
        idea = get_idea(number, reader=reader)
        return idea, ties(idea, reader)


def told(event):
    with transaction():
        rows = session.query(Notice).join(Notice.entry).filter(Entry.event == event)
        return {(row.person_id, row.because) for row in rows}


def broken() -> list[str]:
    with transaction():
        return [sentence for check in CHECKS for sentence in check()]


def test_the_home_counts_everybody_once_and_the_part_leads_there(anna, olaf, bernd, jan, emine):
    home, number = published_idea(by=anna), published_idea(by=olaf)
    for person, one in ((bernd, home), (bernd, number), (jan, number)):
        do(support, one, person)
    do(comment_on, home, jan, "Gut.")
    do(comment_on, number, emine, "Auch gut.")
    merge(number, home)
    idea, of_jan = look(home, jan)
    assert (idea.support_count, idea.comment_count, of_jan.supports) == (2, 2, True)
    part, _ = look(number, jan)
    assert (part.status, part.ball, part.merged_into_id) == (Status.DUPLICATE, Ball.NOBODY, idea.id)
    assert (part.support_count, part.comment_count) == (2, 1)
    with transaction():
        now = get_idea(home, reader=jan)
        family = family_of(now, reader=jan)
        said = comments_on(now, parts=family.parts)
        assert [comment.idea_id for comment in said] == [idea.id, part.id]
        assert [one.number for one in family.by_receipt(now)] == [home, number]
    assert broken() == []


def test_both_authors_are_told_the_reason_and_the_histories_tell_it(anna, olaf, jan, emine):
    home, number = published_idea(by=anna), published_idea(by=olaf)
    do(follow, home, jan)
    do(follow, number, emine)
    merge(number, home)
    assert told("idea.merged") == {(olaf.id, Because.AUTHOR), (emine.id, Because.FOLLOWER)}
    assert told("idea.merged_in") == {(anna.id, Because.AUTHOR), (jan.id, Because.FOLLOWER)}
    with transaction():
        for one, event, other in ((home, "idea.merged_in", number), (number, "idea.merged", home)):
            last = steps_of(get_idea(one, reader=jan))[-1]
            assert (last.event, last.details["other"]) == (event, other)
            assert last.reason.public.startswith("Beide Ideen")


def test_news_of_the_home_reach_the_authors_and_followers_of_all(anna, olaf, jan, emine, clara):
    home, number = published_idea(by=anna), published_idea(by=olaf)
    do(follow, home, jan)
    for person in (jan, emine):
        do(follow, number, person)
    merge(number, home)
    with transaction():
        idea = get_idea(home, reader=clara)
        assert sorted(p.id for p in session.scalars(authors(idea))) == sorted([anna.id, olaf.id])
        assert sorted(p.id for p in session.scalars(followers(idea))) == sorted([emine.id, jan.id])
    do(comment_on, home, clara, "Was nun?")
    assert told("idea.commented") == {
        (anna.id, Because.AUTHOR),
        (olaf.id, Because.AUTHOR),
        (emine.id, Because.FOLLOWER),
        (jan.id, Because.FOLLOWER),
    }


def test_only_its_own_author_is_asked_about_the_home(anna, olaf):
    _number, home = merged_pair(by=olaf, home_by=anna)
    steering.attempt(steering.screening.ask_back, home, "Welche?", actor=person_named("clara"))
    assert told("idea.queried") == {(anna.id, Because.AUTHOR)}


def test_the_letter_of_the_decision_goes_to_all_authors(anna, olaf):
    number, home = merged_pair(by=olaf, home_by=anna)
    clara = person_named("clara")
    gates = steering.all_gates()
    steering.attempt(steering.screening.save_screening, home, gates, seen=1, actor=clara)
    steering.attempt(steering.screening.pass_on, home, actor=clara)
    round_id = steering.open_round()
    for member in steering.VOTERS:
        steering.score(home, member, 4)
    steering.close_round(round_id)
    steering.release(steering.decide(home, round_id))
    assert {person for person, _ in told("idea.selected")} == {anna.id, olaf.id}
    with pytest.raises(NotPossible, match="taken for both"):
        undo(number)


@pytest.mark.parametrize("action", [support, unsupport, follow, unfollow])
def test_the_part_takes_nothing_new_and_names_the_home(action, anna, olaf, jan):
    number, home = merged_pair(by=olaf, home_by=anna)
    with pytest.raises(NotPossible, match=home):
        do(action, number, jan)
    with pytest.raises(NotPossible, match=home):
        do(comment_on, number, jan, "Noch etwas.")


def test_who_stands_by_the_part_stands_by_the_home_and_takes_back_both(anna, olaf, jan):
    home, number = published_idea(by=anna), published_idea(by=olaf)
    do(support, number, jan, follow_it=True)
    merge(number, home)
    do(support, home, jan, follow_it=True)
    assert look(home, jan)[0].support_count == 1
    do(unsupport, home, jan)
    do(unfollow, home, jan)
    idea, of_jan = look(home, jan)
    assert (idea.support_count, of_jan.supports, of_jan.follows) == (0, False, False)
    assert look(number, jan)[0].support_count == 0
    assert broken() == []


def test_no_author_supports_the_joint_idea_but_an_earlier_vote_may_go(anna, olaf):
    home, number = published_idea(by=anna), published_idea(by=olaf)
    do(support, number, anna)
    merge(number, home)
    assert look(home, anna)[0].support_count == 1
    with pytest.raises(NotAllowed):
        do(support, home, olaf)
    do(unsupport, home, anna)
    assert look(home, anna)[0].support_count == 0


def test_undoing_gives_both_back_what_was_theirs(anna, olaf, jan, emine):
    home, number = published_idea(by=anna), queried_idea(by=olaf)
    do(support, home, emine)
    do(support, number, jan, follow_it=True)
    do(comment_on, number, jan, "Von hier.")
    before, _ = look(number, jan)
    merge(number, home)
    do(comment_on, home, jan, "Dazu.")
    undo(number)
    part, of_jan = look(number, jan)
    assert (part.status, part.ball, part.ball_until, part.merged_into_id) == (
        Status.QUERY,
        Ball.AUTHOR,
        before.ball_until,
        None,
    )
    assert (part.support_count, part.comment_count) == (1, 1)
    assert (of_jan.supports, of_jan.follows) == (True, True)
    idea, of_jan = look(home, jan)
    assert (idea.support_count, idea.comment_count, idea.merged_count) == (1, 1, 0)
    assert (of_jan.supports, of_jan.follows) == (False, False)
    assert told("idea.merging_undone") >= {(olaf.id, Because.AUTHOR)}
    assert told("idea.merged_out") == {(anna.id, Because.AUTHOR)}
    assert broken() == []
    merge(number, home)
    assert look(home, jan)[0].support_count == 2


def test_a_promised_day_that_passed_meanwhile_is_promised_anew(anna, olaf, clara):
    number, _home = merged_pair(by=olaf, home_by=anna)
    with time_machine.travel(clock.now() + timedelta(days=90)):
        undo(number)
        part, _ = look(number, clara)
        assert part.ball == Ball.COORDINATION
        assert part.ball_until > clock.today()


def test_screened_ideas_leave_the_queue_and_come_back_to_it(anna, olaf, clara):
    home, number = published_idea(by=anna), steering.screened(by=olaf)
    merge(number, home)
    with pytest.raises(NotPossible):
        steering.open_round()
    undo(number)
    assert look(number, clara)[0].ball == Ball.CHAIR
    steering.open_round()
    assert look(number, clara)[0].status == Status.SCORING


def test_itself_chains_circles_and_double_mergings_are_refused(anna, olaf, jan):
    number, home = merged_pair(by=olaf, home_by=anna)
    third = published_idea(by=jan)
    for one, other, words in (
        (third, third, "itself"),
        (third, number, f"is merged into idea {home}"),
        (home, third, "Merge the other idea into this one"),
        (home, number, f"is merged into idea {home}"),
        (number, home, "merged already"),
        (number, third, "merged already"),
    ):
        with pytest.raises(NotPossible, match=words):
            merge(one, other)
    merge(third, home)
    assert look(home, anna)[0].merged_count == 2
    assert broken() == []


def test_the_database_itself_refuses_chains_and_circles(anna, olaf, jan):
    _number, home = merged_pair(by=olaf, home_by=anna)
    third, _ = look(published_idea(by=jan), jan)
    for one, target in ((home, third.id), (third.number, third.id)):
        change = update(Idea).where(Idea.number == one).values(merged_into_id=target)
        with pytest.raises(IntegrityError), transaction():
            session.execute(change)


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.DRAFT, Status.DUPLICATE}))
def test_which_states_can_be_merged_and_which_can_take_another(status, anna, olaf):
    other, published = in_state(Status.SCREENING, by=olaf), status != Status.SUBMITTED
    for number, target, fits in (
        (in_state(status, by=anna, published=published), other, {Status.SCREENING, Status.QUERY}),
        (other, in_state(status, by=anna, published=published), OPEN | ANSWERED),
    ):
        if status in fits:
            merge(number, target)
            undo(number)
        else:
            with pytest.raises(NotPossible):
                merge(number, target)


def test_a_reason_is_needed_and_nobody_merges_own_ideas(anna, olaf, clara):
    home, number, own = (
        published_idea(by=anna),
        published_idea(by=olaf),
        steering.handed_in(by=clara),
    )
    steering.attempt(steering.screening.publish_idea, own, actor=person_named("doris"))
    with pytest.raises(Invalid):
        merge(number, home, reason="Doppelt.")
    with pytest.raises(NotAllowed):
        merge(number, own)
    with pytest.raises(NotAllowed):
        merge(own, home)
    with pytest.raises(NotAllowed):
        merge(number, home, by="bernd")
    merge(own, home, by="doris")
    with pytest.raises(NotAllowed):
        merge(number, home)


def test_an_author_objects_once_and_in_time(anna, olaf, clara, doris):
    number, _home = merged_pair(by=olaf, home_by=anna)
    with pytest.raises(NotAllowed):
        object_to(number, by=anna)
    late = time_machine.travel(clock.now() + timedelta(days=30))
    with late, pytest.raises(NotPossible, match="over"):
        object_to(number, by=olaf)
    object_to(number, by=olaf)
    with pytest.raises(NotPossible, match="already"):
        object_to(number, by=olaf)
    assert told("idea.merging_disputed") == {(clara.id, Because.TASK)}
    with transaction():
        assert [row.number for row in session.execute(disputed(doris))] == [number]
        assert [row.number for row in my_open_ideas(clara)] == [number]
        assert my_open_ideas(anna) == []
    keep(number)
    assert told("idea.merging_kept") == {(olaf.id, Because.AUTHOR)}
    with transaction():
        assert my_open_ideas(clara) == []
    with pytest.raises(NotPossible):
        keep(number)
    undo(number)
    with pytest.raises(NotPossible, match="not merged"):
        object_to(number, by=olaf)


def test_lists_and_search_lead_to_the_home(anna, olaf, jan):
    home = published_idea(by=anna)
    text = Texts("Lampen im Flur", problem="Zu dunkel.", proposal="Mehr Licht.")
    number = published_idea(by=olaf, texts=text)
    merge(number, home)
    for words in (number, "Lampen", ""):
        with transaction():
            found = ideas_matching(Wanted(words=words), reader=jan)
            assert [row.number for row in found] == [home]
    with transaction():
        mine = ideas_matching(Wanted(mine=True), reader=olaf)
        merged = ideas_matching(Wanted(status=Status.DUPLICATE), reader=jan)
        assert [row.number for row in (*mine, *merged)] == [number, number]
    undo(number)
    with transaction():
        found = ideas_matching(Wanted(words="Lampen"), reader=jan)
        assert [row.number for row in found] == [number]


def test_only_what_can_take_the_idea_is_offered(anna, olaf, clara):
    home, number = published_idea(by=anna), published_idea(by=olaf)
    submitted_idea(by=anna)
    in_state(Status.DECLINED, by=anna)
    with transaction():
        idea = get_idea(number, reader=clara)
        for words in ("", "Brief", home):
            assert [row.number for row in targets_for(idea, words, reader=clara)] == [home]


def test_the_check_finds_a_broken_link(anna, olaf):
    number, _home = merged_pair(by=olaf, home_by=anna)
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        session.query(Merging).filter_by(idea_id=idea.id).delete()
        session.execute(update(Idea).where(Idea.id == idea.merged_into_id).values(support_count=3))
    assert [sentence for sentence in broken() if "Zusammenführung" in sentence]
    assert [sentence for sentence in broken() if "Unterstützungen" in sentence]
