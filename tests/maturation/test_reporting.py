"""The owner's reports, and the reminder when they fail to come."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.maturation import actions, queries
from ideas.maturation.actions import Report
from ideas.maturation.models import Health
from ideas.people.queries import system
from ideas.process.models import Because, Entry, MailState, Notice
from tests.build import maturation as build

GOOD, RISKY, _BAD = Health


@pytest.fixture
def number(anna, olaf, doris):
    return build.new_project(author=anna, owner=olaf, chair=doris)


def say(number, person, **changes):
    said = {
        "health": GOOD,
        "text": "Es geht voran.",
        "next_step": "Text abstimmen",
        "next_date": clock.today() + timedelta(days=14),
    }
    with transaction():
        project = queries.get_project(number, reader=person, lock=True)
        actions.report_status(project, Report(**{**said, **changes}), actor=person)


def remind():
    with transaction():
        return actions.remind_reports(actor=system())


def in_days(days):
    return clock.at(clock.now() + timedelta(days=days))


def test_light_next_step_and_date_stand_on_the_card(number, olaf, anna):
    say(number, olaf, health=RISKY, need="Eine Vertretung", text="Es **hakt**.")
    project = build.look_at(number, reader=anna)
    with transaction():
        (report,) = queries.reports_of(queries.get_project(number, reader=anna))
        (card,) = queries.board(anna).lanes[0].cards

    assert (project.health, project.next_step) == (RISKY, "Text abstimmen")
    assert project.next_date == project.idea.ball_until == clock.today() + timedelta(days=14)
    assert "<strong>hakt</strong>" in report.text.html
    assert (card.health, card.next_date) == (RISKY, project.next_date)


def test_reports_are_added_never_changed(number, olaf):
    say(number, olaf, text="Erster Bericht.")
    say(number, olaf, text="Zweiter Bericht.")
    with transaction():
        reports = queries.reports_of(queries.get_project(number, reader=olaf))

    assert [report.text.source for report in reports] == ["Zweiter Bericht.", "Erster Bericht."]


@pytest.mark.parametrize("changes", [{"health": RISKY}, {"text": " "}, {"next_step": ""}])
def test_a_report_that_leaves_something_open_is_refused(number, olaf, changes):
    with pytest.raises(Invalid):
        say(number, olaf, **changes)


def test_the_next_date_does_not_lie_in_the_past(number, olaf):
    with pytest.raises(Invalid):
        say(number, olaf, next_date=clock.today() - timedelta(days=1))


def test_only_the_owner_reports_and_only_while_there_is_work(number, anna, clara, olaf):
    for person in (anna, clara):
        with pytest.raises(NotAllowed):
            say(number, person)
    build.park(number, actor=olaf)
    with pytest.raises(NotPossible):
        say(number, olaf)


def test_author_and_followers_find_it_in_the_inbox_without_a_mail(number, olaf, anna):
    say(number, olaf)
    with transaction():
        sequence = session.scalar(select(Entry.sequence).where(Entry.event == "idea.reported"))
        notices = session.execute(
            select(Notice.person_id, Notice.because, Notice.mail).where(
                Notice.entry_sequence == sequence
            )
        ).all()

    assert notices == [(anna.id, Because.AUTHOR, MailState.NONE)]


def test_after_a_silent_month_the_owner_is_told_once(number, olaf, anna):
    assert remind() == 0
    with in_days(31):
        assert (remind(), remind()) == (1, 0)
    with in_days(80):
        assert remind() == 0
    with transaction():
        notice = session.scalars(select(Notice).order_by(Notice.id.desc()).limit(1)).one()

    assert (notice.person_id, notice.because) == (olaf.id, Because.OWNER)
    assert build.history(number, reader=anna)[-1] == "idea.report_missed"


def test_a_report_begins_a_new_month(number, olaf):
    with in_days(31):
        assert remind() == 1
        say(number, olaf)
    with in_days(50):
        assert remind() == 0
    with in_days(62):
        assert (remind(), remind()) == (1, 0)


def test_a_step_is_a_sign_of_life_and_a_parked_project_is_left_in_peace(number, olaf, clara):
    with in_days(25):
        build.answer_all(number, owner=olaf)
        build.ask(number, owner=olaf)
    with in_days(40):
        assert remind() == 0
        build.park(number, actor=clara)
    with in_days(90):
        assert remind() == 0


def test_nobody_but_the_house_reminds(clara):
    with pytest.raises(NotAllowed), transaction():
        actions.remind_reports(actor=clara)


def test_the_page_asks_for_the_need_and_shows_the_report(browse, number, olaf, anna):
    page = browse(olaf).get(f"/vorhaben/{number}").follow("Statusbericht schreiben")
    day = (clock.today() + timedelta(days=20)).isoformat()
    given = {"health": "off_track", "how": "Es <hakt>.", "next_step": "Klären", "next_date": day}
    refused = page.submit("Bericht veröffentlichen", **given)
    assert refused.status == 422
    assert "Bitte schreiben Sie, was Sie brauchen" in refused.text
    shown = (
        browse(olaf)
        .get(f"/vorhaben/{number}/bericht")
        .submit("Bericht veröffentlichen", **given, need="Eine Stunde mit der Leistung")
    )

    assert "Es <hakt>." in shown.text
    assert "Eine Stunde mit der Leistung" in browse(anna).get(f"/vorhaben/{number}").text
    assert browse(anna).get(f"/vorhaben/{number}/bericht").status == 403
