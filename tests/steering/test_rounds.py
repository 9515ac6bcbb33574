"""The chair opens rounds and closes them."""

from datetime import timedelta

import pytest

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible
from ideas.ideation.models import Ball, Status
from ideas.process.models import Entry, MailState, Notice
from ideas.programme.queries import permanent_channel
from ideas.steering.models import Round, RoundIdea, RoundStatus, ScoreKind
from tests.build import steering as build

OPEN = "Runde eröffnen"
DUE = timedelta(days=14)


def told(event: str) -> dict[int, MailState]:
    rows = session.query(Notice.person_id, Notice.mail).join(Entry).filter(Entry.event == event)
    return dict(rows.all())


def entries(event: str) -> int:
    return session.query(Entry).filter(Entry.event == event).count()


def stored(number: str, round_id: int) -> RoundIdea:
    query = session.query(RoundIdea).filter(RoundIdea.round_id == round_id)
    return query.join(RoundIdea.idea).filter_by(number=number).one()


def test_a_round_takes_all_waiting_ideas_in_one_step(anna, bernd, doris, emine, jan, browse):
    numbers = [build.screened(by=anna, title=title) for title in ("Eins", "Zwei", "Drei")]
    not_ready = build.in_screening(by=anna, title="Vier")
    page = browse(doris).get("/steuerung/runden").follow(OPEN)
    assert "Offener Ideenkanal (3 Ideen warten)" in page.text
    due = clock.today() + DUE
    done = page.submit(OPEN, name="Herbst", due_on=due.isoformat())
    assert "Die Runde ist offen" in done.text
    round_ = session.query(Round).one()
    assert (round_.name, round_.status, round_.due_on) == ("Herbst", RoundStatus.OPEN, due)
    for number in numbers:
        idea = build.look_at(number, anna)
        assert (idea.status, idea.ball, idea.ball_until) == (Status.SCORING, Ball.STEERING, due)
        assert stored(number, round_.id).text_version == idea.text_version
    assert build.look_at(not_ready, anna).status == Status.SCREENING
    members = {person.id: MailState.PENDING for person in (bernd, emine, jan)}
    assert told("round.opened") == members
    assert told("idea.round_opened") == {anna.id: MailState.NONE}
    assert entries("idea.round_opened") == 3


def test_a_round_without_ideas_is_refused_and_what_was_typed_stays(doris, browse):
    page = browse(doris).get("/steuerung/runden/neu")
    refused = page.submit(OPEN, name="Leere Runde")
    assert refused.status == 422
    assert "Keine Idee dieser Kampagne hat die Vorprüfung bestanden" in refused.text
    assert "Leere Runde" in refused.html
    assert session.query(Round).count() == 0


def test_a_round_whose_weights_do_not_sum_to_100_is_refused(anna):
    build.screened(by=anna)
    with transaction():
        permanent_channel().criteria[0].weight = 29
    with pytest.raises(NotPossible, match="99"):
        build.open_round()
    assert session.query(Round).count() == 0


def test_a_round_cannot_end_in_the_past(anna):
    build.screened(by=anna)
    with pytest.raises(Invalid):
        build.open_round(days=-1)


def test_only_the_chair_opens_and_closes(anna, clara, bernd, browse):
    _number, round_id = build.in_round(by=anna)
    for key, person in (("clara", clara), ("bernd", bernd)):
        browser = browse(person)
        assert "Runde schließen" not in browser.get("/steuerung/runden").text
        assert browser.get("/steuerung/runden/neu").status == 403
        assert browser.get(f"/steuerung/runden/{round_id}/schliessen").status == 403
        with pytest.raises(NotAllowed):
            build.close_round(round_id, by=key)
        with pytest.raises(NotAllowed):
            build.open_round(by=key)


@pytest.mark.parametrize("persona", ["anna", "olaf", "armin"])
def test_for_others_there_are_no_rounds(anna, everyone, browse, persona):
    _number, round_id = build.in_round(by=anna)
    browser = browse(everyone[persona])
    for path in ("", f"/{round_id}/rangfolge", f"/{round_id}/schliessen"):
        assert browser.get(f"/steuerung/runden{path}").status == 404
    assert browser.get("/steuerung/bewerten").status == 403


def test_closing_asks_first_then_stores_results_and_releases(
    anna, bernd, doris, emine, jan, browse
):
    number, round_id = build.in_round(by=anna)
    for member, value in (("bernd", 5), ("emine", 3), ("jan", 1)):
        build.score(number, member, value)
    build.declare(number, "doris", ScoreKind.ABSTAINED)
    page = browse(doris).get("/steuerung/runden").follow("Runde schließen: Herbstrunde")
    assert "Es gibt keinen Weg zurück" in page.text
    done = page.submit("Schließen und Ergebnisse freigeben")
    assert done.title == "Rangfolge: Herbstrunde"
    entry = stored(number, round_id)
    assert (entry.scores, entry.mean, entry.low, entry.high, entry.rank) == (3, 50, 0, 100, 1)
    assert entry.profile["goal"] == {"mean": 3, "low": 1, "high": 5}
    assert session.get_one(Round, round_id).status == RoundStatus.RELEASED
    idea = build.look_at(number, anna)
    assert (idea.status, idea.ball) == (Status.EVALUATED, Ball.CHAIR)
    assert told("round.released") == dict.fromkeys((bernd.id, emine.id, jan.id), MailState.PENDING)
    assert told("idea.evaluated") == {anna.id: MailState.NONE}
    assert [entries(name) for name in ("round.closed", "round.released")] == [1, 1]


def test_two_scores_say_nothing_and_the_idea_stands_at_the_end(anna, doris, browse):
    few = build.screened(by=anna, title="Zu wenige")
    enough = build.screened(by=anna, title="Genug")
    round_id = build.open_round()
    for member in ("bernd", "emine"):
        build.score(few, member, 5)
    for member in ("bernd", "emine", "jan"):
        build.score(enough, member, 2)
    build.close_round(round_id)
    entry = stored(few, round_id)
    assert (entry.scores, entry.mean, entry.low, entry.high, entry.rank) == (2, None, None, None, 2)
    assert entry.profile == {}
    page = browse(doris).get(f"/steuerung/runden/{round_id}/rangfolge")
    assert page.text.index("Genug") < page.text.index("Zu wenige")
    assert "zu wenige Bewertungen, nicht gezeigt" in page.text
    assert "100,0" not in page.text
    detail = browse(doris).get(f"/steuerung/runden/{round_id}/ideen/{few}")
    assert "zu wenige Bewertungen, nicht gezeigt" in detail.text
    assert "Punkt 5" not in detail.text


def test_a_closed_round_is_not_closed_again(anna, doris, browse):
    _number, round_id = build.evaluated(by=anna)
    assert browse(doris).get(f"/steuerung/runden/{round_id}/schliessen").status == 409
    with pytest.raises(NotPossible):
        build.close_round(round_id)
    assert entries("round.released") == 1
