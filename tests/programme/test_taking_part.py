"""Who takes part, what others read, the report at the end, and the copy for the next time."""

from dataclasses import replace
from datetime import date

import pytest

from ideas.core.database import transaction
from ideas.core.errors import Invalid, NotAllowed, NotFound, NotPossible, Stale
from ideas.process.queries import history_of
from ideas.programme.actions import (
    Circle,
    archive_campaign,
    choose_circle,
    circle_of,
    copy_campaign,
    report_campaign,
)
from ideas.programme.models import Activity, CampaignStatus, TakesPart
from ideas.programme.queries import (
    campaign_names,
    campaigns_to_answer,
    get_campaign,
    get_readable_campaign,
    permanent_channel,
)
from tests.build.programme import (
    WHOLE,
    ask,
    circle_campaign,
    closed_campaign,
    phase,
    phased_campaign,
    prepared_campaign,
    running_campaign,
)


def who_may(key, question, everyone):
    with transaction():
        campaign = get_campaign(key)
        return {name for name, person in everyone.items() if question(person, campaign)}


def answers(person, campaign):
    return campaign in campaigns_to_answer(person)


def test_only_the_chosen_hand_in(doris, anna, everyone):
    key = circle_campaign([anna], by=doris)
    assert who_may(key, answers, everyone) == {"anna"}


def test_a_team_takes_part_as_a_whole(doris, anna, everyone):
    key = prepared_campaign(by=doris)
    with transaction():
        circle = Circle(TakesPart.CHOSEN, units=frozenset({anna.unit_id}))
        choose_circle(get_campaign(key), circle, seen=1, actor=doris)
    with transaction():
        assert circle_of(get_campaign(key)) == circle


@pytest.mark.parametrize(
    ("others_read", "readers"),
    [(True, "anna bernd emine jan doris clara olaf"), (False, "anna bernd emine jan doris clara")],
)
def test_the_others_read_it_or_do_not_even_know_of_it(doris, anna, everyone, others_read, readers):
    key = circle_campaign([anna], by=doris, others_read=others_read)
    found = set()
    for name, person in everyone.items():
        with transaction():
            if key in campaign_names(person):
                found.add(name)
            try:
                get_readable_campaign(key, reader=person)
            except NotFound:
                assert name not in readers.split()
            else:
                assert name in readers.split()
    assert found - {"armin", "paula"} == set(readers.split())


def test_once_it_is_open_the_circle_only_grows(doris, anna, olaf):
    key = circle_campaign([anna], by=doris, others_read=False)
    with transaction():
        version = get_campaign(key).version
    for persons, others_read in (({olaf.id}, False), ({anna.id}, True)):
        circle = Circle(TakesPart.CHOSEN, others_read, persons=frozenset(persons))
        with transaction(), pytest.raises(NotPossible):
            choose_circle(get_campaign(key), circle, seen=version, actor=doris)
    wider = Circle(TakesPart.CHOSEN, others_read=False, persons=frozenset({anna.id, olaf.id}))
    with transaction():
        choose_circle(get_campaign(key), wider, seen=version, actor=doris)
    with transaction():
        assert answers(olaf, get_campaign(key))


def test_somebody_must_take_part(doris):
    key = prepared_campaign(by=doris)
    with transaction(), pytest.raises(Invalid):
        choose_circle(get_campaign(key), Circle(TakesPart.CHOSEN), seen=1, actor=doris)


def test_archiving_takes_the_report_and_the_report_a_closed_campaign(doris, anna):
    key = closed_campaign(by=doris)
    with transaction(), pytest.raises(NotPossible):
        archive_campaign(get_campaign(key), actor=doris)
    with transaction(), pytest.raises(NotAllowed):
        report_campaign(get_campaign(key), "Danke!", seen=3, actor=anna)
    with transaction():
        campaign = get_campaign(key)
        report_campaign(campaign, "**Danke!**", seen=campaign.version, actor=doris)
    with transaction():
        campaign = get_campaign(key)
        assert campaign.report.html == "<p><strong>Danke!</strong></p>\n"
        with pytest.raises(Stale):
            report_campaign(campaign, "Anders", seen=campaign.version - 1, actor=doris)
        archive_campaign(campaign, actor=doris)
        assert campaign.status == CampaignStatus.ARCHIVED


def test_only_the_first_report_is_told(doris):
    key = closed_campaign(by=doris)
    for text in ("Danke!", "Vielen Dank!"):
        with transaction():
            campaign = get_campaign(key)
            report_campaign(campaign, text, seen=campaign.version, actor=doris)
    with transaction():
        events = [entry.event for entry in history_of(get_campaign(key))]
    assert events[-2:] == ["campaign.reported", "campaign.edited"]


def test_an_open_campaign_and_the_channel_have_no_report(doris):
    key = running_campaign(by=doris)
    with transaction(), pytest.raises(NotPossible):
        report_campaign(get_campaign(key), "Danke!", seen=2, actor=doris)
    with transaction(), pytest.raises(NotAllowed):
        archive_campaign(permanent_channel(), actor=doris)


def test_a_copy_is_like_its_template_with_all_days_shifted(doris, anna):
    key = phased_campaign(phase("Sammeln", 0, 9, Activity.SUBMIT), by=doris)
    ask(key, "Wie viele?", by=doris, is_required=True)
    with transaction():
        copied = copy_campaign(get_campaign(key), "Nächste", date(2027, 3, 1), actor=doris).id
    with transaction():
        source, copy = get_campaign(key), get_campaign(copied)
        ahead = date(2027, 3, 1) - source.opens_on
        assert (copy.status, copy.question) == (CampaignStatus.DRAFT, WHOLE.question)
        assert copy.closes_on == source.closes_on + ahead
        assert copy.decides_on == source.decides_on + ahead
        assert copy.phases[0].starts_on == source.phases[0].starts_on + ahead
        assert [(one.label, one.is_required) for one in copy.questions] == [("Wie viele?", True)]
        assert copy.questions[0].key != source.questions[0].key
        assert [row.weight for row in copy.criteria] == [row.weight for row in source.criteria]
        with pytest.raises(Invalid):
            copy_campaign(source, "Nächste", date(2027, 3, 1), actor=doris)
        with pytest.raises(NotAllowed):
            copy_campaign(source, "Andere", date(2027, 3, 1), actor=anna)


def test_teams_persons_and_copies_are_chosen_on_pages(browse, doris, anna):
    key = prepared_campaign(by=doris, text=replace(WHOLE, name="Seiten"))
    browser, url = browse(doris), f"/kampagnen/{key}"
    page = browser.get(url).follow("Wer teilnehmen darf")
    assert page.submit("Speichern", takes_part="chosen").status == 422
    page = page.submit("Speichern", takes_part="chosen", persons=[str(anna.id)], others_read="y")
    assert "1 ausgewählte Person" in page.text
    page = page.follow("Phasen planen")
    assert page.submit("Speichern", name_1="Sammeln").status == 422
    days = {"starts_on_1": "2026-01-05", "ends_on_1": "05.02.2099"}
    page = page.submit("Speichern", name_1="Sammeln", submit_1="y", **days)
    assert "05.01.2026 bis 05.02.2099 Einreichen von Ideen" in page.text
    page = page.submit("Kampagne eröffnen").follow("Zeit verlängern")
    assert page.submit("Zeit verlängern", until="2099-02-01", reason="x").status == 422
    page = page.submit("Zeit verlängern", until="2099-03-01", reason="Ferien.")
    assert "Ferien." in page.text
    page = page.follow("Als Vorlage kopieren")
    page = page.submit("Kopie vorbereiten", name="N", opens_on="2027-01-04")
    assert page.title == "N"
    page = browser.get(f"/kampagnen/{key}/schliessen").submit("Kampagne schließen", reason="Um.")
    page = page.follow("Bericht schreiben").submit(
        "Bericht veröffentlichen", report="Danke an alle!"
    )
    assert "Was wurde daraus? Danke an alle!" in page.text
    assert "archiviert" in page.submit("Kampagne archivieren").text
