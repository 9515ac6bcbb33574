"""What an anonymous author does not do, because it would tell who she is."""

from datetime import timedelta

import pytest

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotPossible
from ideas.ideation import actions, rules
from ideas.ideation.actions import Remark, Upload
from ideas.ideation.actions.tending import tend_drafts
from ideas.ideation.models import Comment, Idea, Report
from ideas.ideation.queries import drafts_of, get_draft, get_idea
from ideas.ideation.queries.mentions import people_to_mention
from ideas.ideation.queries.reports import moderation_tasks, reports_for
from ideas.notifications.queries import inbox
from ideas.people.models import Role
from ideas.people.queries import all_people, colleagues_matching, people_matching, system
from ideas.process.models import Entry
from tests.build import sealed, talk, together
from tests.build.ideation import draft
from tests.ideation.test_autosave import NEW, form_of, sent

PDF = b"%PDF-1.4"


@pytest.mark.parametrize("step", [actions.invite_coauthor, actions.name_author, actions.ask_coach])
def test_nobody_is_brought_in_behind_a_seal(step, anna, bernd):
    key = sealed.draft(by=anna)
    with transaction(), pytest.raises(NotAllowed):
        step(get_draft(key, reader=anna), bernd, actor=anna)


def test_nobody_joins_an_anonymous_idea_and_no_group_gives_it_a_name(anna, bernd):
    number, key = sealed.published(by=anna), sealed.draft(by=anna)
    with transaction(), pytest.raises(NotAllowed):
        actions.ask_to_join(get_idea(number, reader=bernd), actor=bernd)
    with transaction(), pytest.raises(NotAllowed):
        actions.name_group(get_draft(key, reader=anna), "Die drei", actor=anna)


def test_a_draft_that_others_know_does_not_become_anonymous(anna, bernd):
    key = draft(by=anna)
    together.invited(key, bernd, by=anna)
    with transaction(), pytest.raises(NotPossible):
        actions.seal_draft(get_draft(key, reader=anna), actor=anna)


def test_only_images_and_text_go_with_an_anonymous_idea(anna):
    key = sealed.draft(by=anna)
    files = [Upload("a.pdf", PDF), Upload("b.txt", "Übersicht".encode())]
    with transaction():
        idea = get_draft(key, reader=anna)
        refused = actions.attach_files(idea, files, actor=anna)
        assert [file.name for file in refused] == ["a.pdf"]
        assert idea.file_count == 1


def test_an_idea_in_the_letter_box_takes_no_files(anna):
    key = sealed.posted(by=anna)
    with transaction(), pytest.raises(NotPossible):
        actions.attach_files(get_draft(key, reader=anna), [Upload("b.txt", b"x")], actor=anna)


def test_the_author_speaks_as_the_pseudonym_and_in_no_office(clara):
    number = sealed.published(by=clara)
    with transaction():
        idea = get_idea(number, reader=clara)
        with pytest.raises(NotAllowed):
            actions.comment_on(
                idea, "Als Amt.", remark=Remark(spoken_as=Role.COORDINATOR), actor=clara
            )
        said = actions.comment_on(idea, "Als ich.", actor=clara)
        assert said.author_id == idea.author_id != clara.id
        assert rules.may_edit_comment(clara, said)
        assert not rules.may_hide_comment(clara, said)


def test_a_moderator_hears_of_a_report_on_the_own_anonymous_idea_but_does_not_settle_it(
    clara, emine
):
    number = sealed.published(by=clara)
    report_id = talk.reported(number, by=emine)
    with transaction():
        report = session.get_one(Report, report_id)
        assert rules.may_read_report(clara, report)
        assert not rules.may_settle_report(clara, report)
        assert reports_for(clara, settled=False, page=1) == []
        assert moderation_tasks(clara) == (0, 0)
        lines, _more = inbox(clara, page=1)
        assert "report.made" in {line.notice.entry.event for line in lines}


def test_what_was_reported_behind_the_seal_bears_the_name_once_it_is_given(anna, emine):
    number = sealed.published(by=anna)
    other = talk.said(number, "Unsinn.", by=emine)
    report_id = talk.reported(number, other, by=anna)
    with transaction():
        idea = session.query(Idea).filter_by(number=number).one()
        report = session.get_one(Report, report_id)
        assert report.reporter_id == idea.author_id
        assert rules.may_read_report(anna, report)
        actions.open_seal(idea, actor=anna)
        session.flush()
        session.refresh(report)
        assert report.reporter_id == anna.id


def test_pseudonyms_are_offered_nowhere(anna, emine):
    number = sealed.published(by=anna)
    talk.said(number, "Danke.", by=anna)
    with transaction():
        idea = get_idea(number, reader=emine)
        words = idea.author.given_name
        assert people_to_mention(words, idea, reader=emine) == []
        assert colleagues_matching(words) == []
        assert people_matching(words, page=1, size=10) == []
        assert not any(person.is_pseudonym for person in all_people())
        assert session.query(Comment).one().author.is_pseudonym


def only_draft(person):
    """The person's one draft, inside a transaction."""
    (row,) = drafts_of(person)
    return get_draft(row.id, reader=person)


def test_what_was_saved_by_name_becomes_anonymous_after_a_warning_only(browse, anna):
    browser = browse(anna)
    page = browser.get("/ideen/neu")
    data = form_of(page) | {"title": "Enge"}
    sent(browser, NEW, data)
    told = sent(browser, NEW, data | {"naming": "anonym", "problem": "Eng hier."}).json
    assert "bisher mit Ihrem Namen" in told["message"]
    with transaction():
        old = only_draft(anna)
        assert (old.is_sealed, old.problem.source) == (False, "Eng hier.")
    typed = {"naming": "anonym", "title": "Enge", "problem": "Eng hier im Flur."}
    page = page.submit("Entwurf speichern", **typed)
    assert page.title == "Anonym weiterschreiben"
    assert "Ihr Name kann schon gesehen worden sein" in page.text
    page.submit("Anonym weiterschreiben")
    with transaction():
        idea = only_draft(anna)
        assert (idea.is_sealed, idea.author.is_pseudonym) == (True, True)
        assert (idea.title, idea.problem.source) == ("Enge", "Eng hier im Flur.")
        assert idea.id != old.id
        told = session.query(Entry).filter_by(subject_kind="idea", subject_id=idea.id)
        assert anna.id not in {entry.actor_id for entry in told}


def test_a_form_that_is_left_open_gives_no_name_away(browse, anna):
    browser = browse(anna)
    page = browser.get("/ideen/neu")
    data = form_of(page) | {"title": "Enge"}
    sent(browser, NEW, data | {"naming": "anonym"})
    told = sent(browser, NEW, data | {"naming": "name", "title": "Weite"}).json
    assert "anonym" in told["message"]
    page = page.submit("Entwurf speichern", naming="name", title="Weite")
    assert page.title == "Namen nennen"
    with transaction():
        idea = only_draft(anna)
        assert (idea.is_sealed, idea.title) == (True, "Weite")
    page.submit("Namen jetzt nennen")
    with transaction():
        assert only_draft(anna).author_id == anna.id


def test_the_first_form_asks_once_what_it_keeps_to(browse, anna):
    browse(anna).get("/ideen/neu").submit("Entwurf speichern", title="Neu", naming="anonym")
    with transaction():
        assert only_draft(anna).is_sealed


def test_the_house_tends_anonymous_drafts_like_others(anna):
    sealed.draft(by=anna)
    with clock.at(clock.now() + timedelta(days=170)), transaction():
        assert tend_drafts(actor=system()) == 1
    with clock.at(clock.now() + timedelta(days=190)), transaction():
        assert tend_drafts(actor=system()) == 1
        assert drafts_of(anna) == []
