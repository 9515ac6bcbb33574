"""The chair records decisions and releases them."""

from datetime import timedelta

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation.models import Ball, Status
from ideas.process.models import Entry, MailState, Notice
from ideas.steering.models import Decision, Outcome, Round, RoundStatus
from tests.build import steering as build
from tests.personas import person_named

RECORD, PREVIEW = "Entscheidung festhalten", "Vorschau des Schreibens"
TEXTS = {"reason_internal": build.REASON, "letter": build.LETTER}
REFUSAL = {**TEXTS, "change": build.CHANGE}
SHORT = "Zu kurz für eine Begründung."
IN_PREPARATION = "Die Entscheidung wird vorbereitet."


def address(number: str, round_id: int) -> str:
    return f"/steuerung/runden/{round_id}/ideen/{number}/entscheidung"


def votes(*present: str, yes: int, no: int = 0, abstain: int = 0) -> dict[str, object]:
    ids = [str(person_named(key).id) for key in present]
    return {"present": ids, "yes": yes, "no": no, "abstain": abstain}


def told(event: str) -> dict[int, MailState]:
    rows = session.query(Notice.person_id, Notice.mail).join(Entry).filter(Entry.event == event)
    return dict(rows.all())


def decisions() -> list[Decision]:
    return session.query(Decision).all()


def test_a_decision_is_recorded_and_nobody_hears_its_outcome(anna, bernd, clara, doris, browse):
    number, round_id = build.evaluated(by=anna)
    page = browse(doris).get(address(number, round_id))
    done = page.submit(
        RECORD, outcome="decline", **REFUSAL, **votes("bernd", "doris", "emine", yes=2, no=1)
    )
    assert "Die Entscheidung ist festgehalten" in done.text
    (decision,) = decisions()
    assert (decision.outcome, decision.members, decision.yes, decision.no) == ("decline", 4, 2, 1)
    assert decision.present == sorted(person_named(k).id for k in ("bernd", "doris", "emine"))
    assert decision.excluded == []
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.DECISION_DRAFT, Ball.CHAIR)
    for person in (anna, bernd, clara):
        browser = browse(person)
        pages = [f"/ideen/{number}", "/ideen", f"/steuerung/runden/{round_id}/rangfolge"]
        pages.append(f"/steuerung/runden/{round_id}/ideen/{number}")
        shown = " ".join(browser.get(url).text for url in pages)
        assert not any(words in shown for words in (build.LETTER, build.REASON, "ablehnen"))
        assert IN_PREPARATION in shown
    assert told("idea.decision_drafted") == {}


@pytest.mark.parametrize(
    ("outcome", "status", "ball"),
    [
        (Outcome.SELECT, Status.SELECTED, Ball.CHAIR),
        (Outcome.DECLINE, Status.DECLINED, Ball.NOBODY),
        (Outcome.DEFER, Status.DEFERRED, Ball.NOBODY),
        (Outcome.FORWARD, Status.FORWARDED, Ball.ELSEWHERE),
    ],
)
def test_the_release_makes_a_decision_visible_and_tells_it(
    anna, everyone, browse, outcome, status, ball
):
    number, round_id = build.evaluated(by=anna)
    olaf = everyone["olaf"]
    browse(olaf).get(f"/ideen/{number}").submit("Beobachten")
    build.decide(number, round_id, outcome)
    page = browse(everyone["doris"]).get("/steuerung/entscheidungen")
    assert build.LETTER in page.text
    page.submit("Entscheidung freigeben: Kurzbrief beim Umzug")
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (status, ball)
    due = clock.today() + timedelta(days=90) if outcome == Outcome.DEFER else None
    assert idea.deferred_until == due
    assert decisions()[0].released_at is not None
    for person in (anna, olaf):
        assert build.LETTER in browse(person).get(f"/ideen/{number}").text
        assert build.REASON not in browse(person).get(f"/ideen/{number}").text
    result = browse(everyone["bernd"]).get(f"/steuerung/runden/{round_id}/ideen/{number}")
    assert build.REASON in result.text
    assert told(f"idea.{status}") == {anna.id: MailState.PENDING, olaf.id: MailState.NONE}


@pytest.mark.parametrize(
    ("present", "cast", "sentence"),
    [
        (("bernd", "doris"), {"yes": 2}, "stimmberechtigt: 2 von 4"),
        (("bernd", "doris", "emine"), {"yes": 1, "no": 1, "abstain": 1}, "Stimmengleichheit"),
        (("bernd", "doris", "emine"), {"yes": 1, "no": 2}, "Der Antrag ist nicht angenommen"),
        (("bernd", "doris", "emine"), {"yes": 4}, "3 sind anwesend, 4 Stimmen sind eingetragen"),
    ],
)
def test_nothing_is_stored_and_nothing_lost_when_a_vote_does_not_carry(
    anna, doris, browse, present, cast, sentence
):
    number, round_id = build.evaluated(by=anna)
    page = browse(doris).get(address(number, round_id))
    refused = page.submit(RECORD, outcome="select", **TEXTS, **votes(*present, **cast))
    assert refused.status == 422
    assert sentence in refused.text
    assert build.REASON in refused.text
    assert build.LETTER in refused.text
    form, _button = refused.form_with(RECORD)
    ticked = [f for f in form.iter("input") if f.get("name") == "present" and "checked" in f.attrib]
    assert len(ticked) == len(present)
    assert decisions() == []
    assert build.look_at(number, anna).status == Status.EVALUATED


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"reason_internal": SHORT}, "Interne Begründung: Bitte schreiben Sie mindestens 40"),
        ({"letter": SHORT}, "Bitte schreiben Sie mindestens 40"),
        ({"outcome": "defer", "change": build.CHANGE}, "Ein Datum gehört zum Zurückstellen"),
        ({"defer_until": "2030-01-01"}, "Ein Datum gehört zum Zurückstellen"),
        (
            {"outcome": "defer", "defer_until": "2020-01-01", "change": build.CHANGE},
            "der nächsten zwölf Monate",
        ),
        ({"outcome": "decline"}, "Bitte schreiben Sie, was sich ändern müsste"),
        ({"outcome": "decline", "letter": "x" * 45, "change": "Geld."}, "mindestens 80 Zeichen"),
        ({"letter": f"{build.LETTER} [Grund]"}, "Bitte füllen Sie die Lücke „[Grund]“"),
        ({"outcome": "forward", "change": build.CHANGE}, "Bitte füllen Sie dieses Feld aus"),
        ({"outcome": None}, "Bitte wählen Sie eines aus"),
        ({"yes": "drei"}, "Ja"),
    ],
)
def test_an_incomplete_motion_is_not_recorded(anna, doris, browse, fields, sentence):
    number, round_id = build.evaluated(by=anna)
    page = browse(doris).get(address(number, round_id))
    complete = {"outcome": "select", **TEXTS, **votes("bernd", "doris", "jan", yes=3)}
    refused = page.submit(RECORD, **{**complete, **fields})
    assert refused.status == 422
    assert sentence in refused.text
    assert decisions() == []


def test_the_letter_can_be_seen_before_anything_is_stored(anna, doris, browse):
    number, round_id = build.evaluated(by=anna)
    page = browse(doris).get(address(number, round_id))
    preview = page.submit(PREVIEW, letter="Vielen Dank, <b>Anna</b>!")
    assert "An: Anna Albrecht" in preview.text
    assert "Vielen Dank, <b>Anna</b>!" in preview.text
    assert decisions() == []
    done = preview.submit(
        RECORD, outcome="select", **TEXTS, **votes("bernd", "doris", "jan", yes=3)
    )
    assert "Die Entscheidung ist festgehalten" in done.text


def test_the_excluded_are_shown_and_cannot_be_ticked(bernd, doris, browse):
    number, round_id = build.in_round(by=bernd)
    build.declare(number, "emine")
    build.close_round(round_id)
    page = browse(doris).get(address(number, round_id))
    assert "Bernd Brandt – ausgeschlossen: hat die Idee eingereicht" in page.text
    assert "Emine Erdem – ausgeschlossen: hat sich befangen erklärt" in page.text
    form, _button = page.form_with(RECORD)
    values = {f.get("value") for f in form.iter("input") if f.get("name") == "present"}
    assert values == {str(person_named(key).id) for key in ("doris", "jan")}
    refused = page.submit(
        RECORD, outcome="select", **TEXTS, **votes("emine", "doris", "jan", yes=3)
    )
    assert refused.status == 422
    assert decisions() == []


@pytest.mark.parametrize("stranger", ["emine", "olaf"])
def test_the_action_refuses_the_excluded_and_strangers(anna, stranger):
    number, round_id = build.in_round(by=anna)
    build.declare(number, "emine")
    build.close_round(round_id)
    with pytest.raises(Invalid):
        build.decide(number, round_id, votes=build.poll("bernd", "doris", "jan", stranger))
    assert decisions() == []


def test_too_many_excluded_leave_no_quorum(anna):
    number, round_id = build.in_round(by=anna)
    for member in ("bernd", "emine"):
        build.declare(number, member)
    build.close_round(round_id)
    with pytest.raises(Invalid, match="2"):
        build.decide(number, round_id, votes=build.poll("doris", "jan"))


def test_a_chair_cannot_decide_her_own_idea(doris, browse):
    number, round_id = build.in_round(by=doris)
    for member in ("bernd", "emine", "jan"):
        build.score(number, member, 4)
    build.close_round(round_id)
    browser = browse(doris)
    assert browser.get(address(number, round_id)).status == 404
    ranking = browser.get(f"/steuerung/runden/{round_id}/rangfolge")
    assert "Für Sie nicht sichtbar" in ranking.text
    assert "75,0" not in ranking.text
    assert number not in browser.get("/steuerung/entscheidungen").text


def test_a_biased_chair_decides_nothing(anna, doris, browse):
    number, round_id = build.in_round(by=anna)
    build.declare(number, "doris")
    for member in ("bernd", "emine", "jan"):
        build.score(number, member, 4)
    build.close_round(round_id)
    assert browse(doris).get(address(number, round_id)).status == 404


@pytest.mark.parametrize("persona", ["bernd", "clara"])
def test_only_the_chair_decides_and_releases(anna, everyone, browse, persona):
    number, round_id = build.evaluated(by=anna)
    browser = browse(everyone[persona])
    assert browser.get(address(number, round_id)).status == 403
    assert browser.get("/steuerung/entscheidungen").status == 403
    decision_id = build.decide(number, round_id)
    with pytest.raises(NotAllowed):
        build.release(decision_id, by=persona)
    with pytest.raises(NotAllowed):
        build.decide(number, round_id, by=persona)


def test_a_decided_idea_is_not_decided_again(anna, doris, browse):
    number, round_id = build.evaluated(by=anna)
    older = browse(doris).get(address(number, round_id))
    build.decide(number, round_id)
    again = older.submit(
        RECORD, outcome="decline", **REFUSAL, **votes("bernd", "doris", "jan", yes=3)
    )
    assert again.status == 409
    assert build.LETTER in again.text
    assert [decision.outcome for decision in decisions()] == [Outcome.SELECT]
    assert browse(doris).get(address(number, round_id)).title.startswith("Ergebnis")
    with pytest.raises(NotPossible):
        build.decide(number, round_id)


def test_all_decisions_of_a_round_are_released_at_once_and_complete_it(anna, doris, browse):
    numbers = [build.screened(by=anna, title=title) for title in ("Eins", "Zwei")]
    round_id = build.open_round()
    build.close_round(round_id)
    build.decide(numbers[0], round_id, Outcome.SELECT)
    first = browse(doris).get("/steuerung/entscheidungen")
    assert "1 Idee ohne Entscheidung" in first.text
    build.decide(numbers[1], round_id, Outcome.DECLINE)
    page = browse(doris).get("/steuerung/entscheidungen")
    done = page.submit("Alle Entscheidungen von „Herbstrunde“ freigeben")
    assert "2 Entscheidungen sind freigegeben" in done.text
    assert [build.look_at(n, anna).status for n in numbers] == [Status.SELECTED, Status.DECLINED]
    assert session.get_one(Round, round_id).status == RoundStatus.COMPLETED


def test_a_round_with_an_open_idea_is_not_complete(anna):
    numbers = [build.screened(by=anna, title=title) for title in ("Eins", "Zwei")]
    round_id = build.open_round()
    build.close_round(round_id)
    build.release(build.decide(numbers[0], round_id))
    assert session.get_one(Round, round_id).status == RoundStatus.RELEASED


def test_a_deferred_idea_runs_through_a_second_round(anna):
    number = build.decided(by=anna, outcome=Outcome.DEFER)
    build.taken_up_again(number, clock.today() + timedelta(days=91))
    round_id = build.open_round("Zweite Runde")
    for member in ("bernd", "emine", "jan"):
        build.score(number, member, 3)
    build.close_round(round_id)
    build.release(build.decide(number, round_id))
    assert build.look_at(number, anna).status == Status.SELECTED
    assert len(decisions()) == 2


def test_the_database_itself_allows_one_decision_for_idea_and_round(anna):
    number, round_id = build.evaluated(by=anna)
    build.decide(number, round_id)
    (decision,) = decisions()
    columns = [column.key for column in inspect(Decision).columns if column.key != "id"]
    session.add(Decision(**{name: getattr(decision, name) for name in columns}))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_nothing_is_decided_before_the_release(anna, doris, browse):
    number, round_id = build.in_round(by=anna)
    assert browse(doris).get(address(number, round_id)).status == 404
    with pytest.raises(NotPossible):
        build.decide_sealed(number, round_id)
