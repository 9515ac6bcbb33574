"""Anonymous ideas wait in the letter box and come out once a day, in random order."""

import secrets
from datetime import timedelta

import pytest

from ideas.cli.check import violations
from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotFound, NotPossible, Stale
from ideas.ideation import actions, sealing
from ideas.ideation.actions import Texts
from ideas.ideation.models import Idea, IdeaVersion, SealedAuthor, Status
from ideas.ideation.queries import drafts_of, get_draft, get_idea, ideas_matching
from ideas.ideation.queries.lists import Wanted
from ideas.people.models import Person
from ideas.process.models import Entry
from ideas.programme.queries import permanent_channel
from tests.build import ideation, sealed


def actors_of(key):
    entries = session.query(Entry).filter_by(subject_kind="idea", subject_id=key)
    return {entry.actor_id for entry in entries}


def seals():
    with transaction():
        return session.query(SealedAuthor).count()


def test_a_sealed_draft_names_a_pseudonym_and_only_its_author_finds_it(anna, bernd):
    key = sealed.draft(by=anna)
    with transaction():
        idea = get_draft(key, reader=anna)
        assert idea.author.is_pseudonym
        assert idea.author.name != anna.name
        assert sealing.opened(idea.seal) == anna.id
        with pytest.raises(NotFound):
            get_draft(key, reader=bernd)
        assert [row.id for row in drafts_of(anna)] == [key]
        assert drafts_of(bernd) == []
        actors = actors_of(key)
        assert actors == {idea.author_id}


def test_two_sealed_ideas_of_one_person_have_nothing_in_common(anna):
    with transaction():
        keys = sealed.draft(by=anna), sealed.draft(by=anna)
    with transaction():
        one, other = (get_draft(key, reader=anna) for key in keys)
        assert one.author_id != other.author_id
        assert one.seal.mark != other.seal.mark
        assert one.seal.ciphertext != other.seal.ciphertext


def test_posting_gives_a_code_and_the_night_gives_the_number(anna, clara):
    key = sealed.posted(by=anna)
    with transaction():
        idea = get_draft(key, reader=anna)
        assert idea.seal.receipt_code
        assert (idea.status, idea.number) == (Status.DRAFT, None)
        assert session.get(IdeaVersion, (key, 1))
        assert actions.collect_posted(actor=ideation.as_system()) == 0
        assert ideas_matching(Wanted(), reader=clara) == []
    assert sealed.collect() == 1
    with transaction():
        idea = session.get_one(Idea, key)
        assert idea.status == Status.SUBMITTED
        assert clock.local(idea.submitted_at).date() == clock.today()
        assert get_idea(idea.number, reader=clara) is idea
        submitted = session.query(Entry).filter_by(subject_id=key, event="idea.submitted").one()
        assert (submitted.actor_id, submitted.actor_role) == (idea.author_id, "author")
        assert submitted.effective_at == idea.submitted_at


def test_the_order_out_of_the_letter_box_is_drawn(anna, monkeypatch):
    class Backwards:
        def shuffle(self, ideas):
            ideas.sort(key=lambda idea: -idea.id)

    monkeypatch.setattr(secrets, "SystemRandom", Backwards)
    keys = [sealed.posted(by=anna) for _n in range(3)]
    assert sealed.collect() == 3
    with transaction():
        numbers = [session.get_one(Idea, key).number_n for key in keys]
    assert numbers == sorted(numbers, reverse=True)


def test_only_the_house_collects(anna):
    with transaction(), pytest.raises(NotAllowed):
        actions.collect_posted(actor=anna)


def test_what_lies_in_the_letter_box_is_not_changed_but_can_be_taken_back(anna):
    key = sealed.posted(by=anna)
    channel = permanent_channel()
    for forbidden in (
        lambda idea: actions.edit_draft(idea, Texts("Neu"), campaign=channel, seen=1, actor=anna),
        lambda idea: actions.delete_draft(idea, actor=anna),
        lambda idea: actions.post_idea(idea, actor=anna),
        lambda idea: actions.open_seal(idea, actor=anna),
        lambda idea: actions.submit_idea(idea, actor=anna),
    ):
        with transaction(), pytest.raises(NotPossible):
            forbidden(get_draft(key, reader=anna))
    with transaction():
        actions.take_back(get_draft(key, reader=anna), actor=anna)
    assert sealed.collect() == 0
    with transaction():
        idea = get_draft(key, reader=anna)
        assert (idea.seal.posted_on, idea.seal.receipt_code) == (None, None)
        assert session.get(IdeaVersion, (key, 1)) is None
    with transaction(), pytest.raises(NotPossible):
        actions.take_back(get_draft(key, reader=anna), actor=anna)


def test_a_deleted_sealed_draft_leaves_no_seal(anna):
    key = sealed.draft(by=anna)
    with transaction():
        actions.delete_draft(get_draft(key, reader=anna), actor=anna)
    assert seals() == 0


def test_posting_asks_for_the_texts_and_the_version_that_was_seen(anna):
    key = sealed.draft(by=anna, texts=Texts("Nur ein Titel"))
    with transaction(), pytest.raises(NotPossible, match="title, the problem and the proposal"):
        actions.post_idea(get_draft(key, reader=anna), actor=anna)
    with transaction(), pytest.raises(Stale):
        actions.post_idea(get_draft(key, reader=anna), seen=7, actor=anna)
    named = ideation.draft(by=anna)
    with transaction(), pytest.raises(NotPossible):
        actions.post_idea(get_draft(named, reader=anna), actor=anna)


def test_a_named_draft_goes_on_as_another_one_that_nothing_links_to_its_author(anna):
    key = ideation.draft(by=anna)
    with transaction():
        fresh = actions.seal_draft(get_draft(key, reader=anna), actor=anna).id
    with transaction():
        assert session.get(Idea, key) is None
        idea = get_draft(fresh, reader=anna)
        assert actions.texts_of(idea) == ideation.TEXTS
        actors = actors_of(fresh)
        assert actors == {idea.author_id}
    with transaction(), pytest.raises(NotPossible):
        actions.seal_draft(get_draft(fresh, reader=anna), actor=anna)


def test_an_anonymous_draft_never_takes_the_place_of_a_deleted_one(anna):
    old = ideation.draft(by=anna)
    with transaction():
        actions.delete_draft(get_draft(old, reader=anna), actor=anna)
    key = sealed.draft(by=anna)
    with transaction():
        assert anna.id not in actors_of(key)


def test_what_was_handed_in_by_name_stays_so(anna):
    number = ideation.submitted_idea(by=anna)
    with transaction(), pytest.raises(NotPossible):
        actions.seal_draft(get_idea(number, reader=anna), actor=anna)


def test_waiting_longer_than_a_night_keeps_the_day(anna):
    key = sealed.posted(by=anna)
    day = clock.today()
    with clock.at(clock.now() + timedelta(days=4)), transaction():
        assert actions.collect_posted(actor=ideation.as_system()) == 1
    with transaction():
        assert clock.local(session.get_one(Idea, key).submitted_at).date() == day
    assert [line for line in violations() if "anonym" in line.lower()] == []


def test_a_pseudonym_is_nobody_in_the_house(anna, browse, armin):
    sealed.published(by=anna)
    with transaction():
        pseudonym = session.query(Person).filter_by(is_pseudonym=True).one()
    assert pseudonym.name not in browse(armin).get("/personen").text
    assert browse(armin).get(f"/personen/{pseudonym.id}").status == 404
