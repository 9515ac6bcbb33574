"""An idea goes to another office and its answer comes back, through the pages people use."""

from datetime import timedelta

import pytest

from ideas.byways import actions
from ideas.core import clock
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.core.i18n import day, speaking
from ideas.ideation.models import Ball, Status
from ideas.process.models import MailState
from ideas.steering.models import Outcome
from tests.build import byways as build
from tests.build import steering
from tests.build.steering import attempt, look_at
from tests.steering.test_screening import told

SAID = "Die Zentrale nimmt das Feld in die nächste Fassung auf."


def sending(**fields: object) -> dict[str, object]:
    until = clock.today() + timedelta(days=30)
    return {
        "addressee": "agency",
        "office": "Zentrale Nürnberg",
        "ask_again_on": until.isoformat(),
        "reason": build.REASON,
        "change": build.CHANGE,
    } | fields


def test_the_coordination_sends_an_idea_on_and_its_author_is_told(anna, clara, browse):
    number = steering.in_screening(by=anna)
    page = browse(clara).get(f"/steuerung/ideen/{number}/vorpruefung").follow("Weiterleiten")
    done = page.submit("Idee weiterleiten", **sending())
    assert "Die Idee ist weitergeleitet" in done.text
    idea = look_at(number, anna)
    assert (idea.status, idea.ball, idea.ball_until) == (Status.FORWARDED, Ball.ELSEWHERE, None)
    assert told("idea.forwarded") == {anna.id: MailState.PENDING}
    seen = browse(anna).get(f"/ideen/{number}").text
    for words in (build.REASON, "Was müsste sich ändern?", build.CHANGE, "Zentrale Nürnberg"):
        assert words in seen
    with speaking("de"):
        assert f"Wir fragen nach am {day(clock.today() + timedelta(days=30))}" in seen


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"office": ""}, "Bitte füllen Sie dieses Feld aus"),
        ({"addressee": ""}, "Bitte füllen Sie dieses Feld aus"),
        ({"ask_again_on": "2020-01-01"}, "innerhalb der nächsten zwölf Monate"),
        ({"reason": "Nicht unser Haus.", "change": "Nichts."}, "zusammen mindestens 80 Zeichen"),
        ({"reason": f"{build.REASON} [Stelle]"}, "Bitte füllen Sie die Lücke „[Stelle]“"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(anna, clara, browse, fields, message):
    number = steering.in_screening(by=anna)
    page = browse(clara).get(f"/steuerung/ideen/{number}/weiterleiten")
    refused = page.submit("Idee weiterleiten", **sending(**fields))
    assert refused.status == 422
    assert message in refused.text
    assert sending(**fields)["reason"] in refused.html
    assert look_at(number, anna).status == Status.SCREENING


def test_the_answer_closes_the_matter_or_brings_the_idea_back(anna, clara, browse):
    stays, back = (build.forwarded(by=anna, title=title) for title in ("Bleibt", "Kommt"))
    browser = browse(clara)
    listed = browser.get("/steuerung/weitergeleitet")
    assert stays in listed.text
    assert back in listed.text
    for number, then in ((stays, "stays"), (back, "back")):
        page = browser.get(f"/steuerung/ideen/{number}/weitergeleitet")
        assert (
            "Die Antwort ist eingetragen"
            in page.submit("Antwort eintragen", answer=SAID, then=then).text
        )
        assert SAID in browse(anna).get(f"/ideen/{number}").text
    assert (look_at(stays, anna).status, look_at(stays, anna).ball) == (
        Status.FORWARDED,
        Ball.NOBODY,
    )
    assert (look_at(back, anna).status, look_at(back, anna).ball) == (
        Status.SCREENING,
        Ball.COORDINATION,
    )
    assert told("idea.office_answered") == told("idea.taken_back") == {anna.id: MailState.PENDING}
    assert stays not in browser.get("/steuerung/weitergeleitet").text
    assert browser.get(f"/steuerung/ideen/{stays}/weitergeleitet").status == 409


def test_the_coordination_is_reminded_on_the_day_and_names_a_new_one(anna, clara, browse):
    number = build.forwarded(by=anna, days=3)
    task = "Bei der anderen Stelle nachfragen: Feld im Fachverfahren"
    assert task not in browse(clara).get("/").text
    with clock.at(clock.now() + timedelta(days=3)):
        page = browse(clara).get("/").follow(task)
        page.submit("Neuen Tag vermerken", ask_again_on=day_in(20))
        assert task not in browse(clara).get("/").text
    assert number in browse(clara).get("/steuerung/weitergeleitet").text


def day_in(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


def test_the_steering_group_decides_to_send_on(anna, clara, doris, browse):
    number = steering.decided(by=anna, outcome=Outcome.FORWARD)
    idea = look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.FORWARDED, Ball.ELSEWHERE)
    assert told("idea.forwarded") == {anna.id: MailState.PENDING}
    page = browse(anna).get(f"/ideen/{number}")
    assert steering.LETTER in page.text
    assert "Zentrale Nürnberg" in page.text
    assert number in browse(clara).get("/steuerung/weitergeleitet").text


def test_members_and_authors_do_not_send_on(anna, bernd, clara):
    number = steering.in_screening(by=anna)
    for person in (anna, bernd):
        with pytest.raises(NotAllowed):
            attempt(
                actions.forward_idea,
                number,
                build.destination(),
                build.REASON,
                change=build.CHANGE,
                actor=person,
            )
    with pytest.raises(Invalid):
        attempt(
            actions.forward_idea, number, build.destination(), "Nein.", change="Nein.", actor=clara
        )


def test_an_idea_that_is_here_has_no_office_to_ask(anna, clara):
    number = steering.in_screening(by=anna)
    with pytest.raises(NotPossible):
        attempt(actions.ask_again, number, clock.a_year_ahead(), actor=clara)
