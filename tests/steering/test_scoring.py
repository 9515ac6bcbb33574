"""A member's list and page of scoring."""

import pytest

from ideas.core.database import session
from ideas.core.errors import Invalid, NotAllowed, NotPossible, Stale
from ideas.process.models import Entry
from ideas.steering.actions import scoring
from ideas.steering.actions.scoring import Judgement
from ideas.steering.models import Score, ScoreKind
from tests.build import steering as build

SAVE, NEXT, WITHOUT = "Speichern", "Speichern und nächste Idee", "Ohne Punkte speichern"
THREES = {f"mark_{key}": "3" for key in build.KEYS}


def address(number: str) -> str:
    return f"/steuerung/ideen/{number}/bewertung"


def scores() -> list[Score]:
    return session.query(Score).order_by(Score.id).all()


def judge(number: str, person, points: dict[str, int], *, seen: int = 0, **more) -> Score:
    judgement = Judgement(points, **more)
    return build.attempt(scoring.score_idea, number, judgement, seen=seen, actor=person)


def test_a_member_scores_an_idea_and_goes_on_to_the_next(anna, bernd, browse):
    first = build.screened(by=anna, title="Erste Idee")
    second = build.screened(by=anna, title="Zweite Idee")
    build.open_round()
    queue = browse(bernd).get("/steuerung/bewerten")
    assert "0 von 2" in queue.text
    page = queue.follow("Nächste Idee bewerten")
    assert page.title == "Bewerten: Erste Idee"
    assert "Der Brief ist zu lang." in page.text
    assert "deutlicher, direkter Beitrag, Wirkungsweg benannt" in page.text
    following = page.submit(
        NEXT, **{**THREES, "mark_goal": "5"}, comment_goal="Trifft das Ziel genau."
    )
    assert following.title == "Bewerten: Zweite Idee"
    last = following.submit(NEXT, **THREES)
    assert "2 von 2" in last.text
    assert "Alles bewertet" in last.text
    first_score, second_score = scores()
    assert (first_score.weighted, second_score.weighted) == (65, 50)
    assert first_score.marks["goal"] == 5
    assert first_score.comments == {"goal": "Trifft das Ziel genau."}
    assert [n for n in (first, second) if n in queue.text] == [first, second]


def test_the_own_score_is_shown_again_and_can_be_changed(anna, bernd, browse):
    number, _round = build.in_round(by=anna)
    build.score(number, "bernd", 4)
    browser = browse(bernd)
    assert "Kurzbrief beim Umzug" in browser.get("/steuerung/bewerten?ansicht=erledigt").text
    page = browser.get(address(number))
    form, _button = page.form_with(SAVE)
    chosen = {
        f.get("name"): f.get("value") for f in form.iter("input") if f.get("checked") is not None
    }
    assert chosen["mark_goal"] == "4"
    page.submit(SAVE, mark_goal="2")
    (score,) = scores()
    assert (score.marks["goal"], score.weighted, score.version) == (2, 60, 2)
    assert session.query(Entry.event).filter(Entry.subject_kind == "score").all() == [
        ("score.given",),
        ("score.changed",),
    ]


def test_two_windows_of_one_member_meet_and_nothing_is_lost(anna, bernd, browse):
    number, _round = build.in_round(by=anna)
    browser = browse(bernd)
    older, newer = browser.get(address(number)), browser.get(address(number))
    newer.submit(SAVE, **{**THREES, "mark_goal": "1"}, comment_goal="Kein Beitrag <erkennbar>")
    conflict = older.submit(SAVE, **{**THREES, "mark_goal": "5"}, comment_goal="Sehr wichtig")
    assert conflict.status == 409
    assert "in einem anderen Fenster geändert" in conflict.text
    assert "Kein Beitrag <erkennbar>" in conflict.text
    assert "Sehr wichtig" in conflict.html
    assert conflict.submit(SAVE).status == 200
    (score,) = scores()
    assert score.comments == {"goal": "Sehr wichtig"}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({**THREES, "mark_reach": "1"}, "Bitte begründen Sie jede 1 und jede 5"),
        ({"mark_goal": "3", "mark_benefit": "3"}, "mindestens 70 Prozent (bisher 50)"),
        ({**THREES, "mark_novelty": ""}, None),
    ],
)
def test_the_form_says_what_is_missing_and_keeps_what_was_typed(
    anna, bernd, browse, fields, sentence
):
    number, _round = build.in_round(by=anna)
    page = browse(bernd).get(address(number)).submit(SAVE, **fields, note="Meine Notiz")
    if sentence is None:
        assert scores()[0].weighted == 50
        assert "novelty" not in scores()[0].marks
        return
    assert page.status == 422
    assert sentence in page.text
    assert "Meine Notiz" in page.html
    assert scores() == []


@pytest.mark.parametrize(
    ("points", "comments"),
    [
        ({"beauty": 3}, {}),
        (dict.fromkeys(build.KEYS, 6), {}),
        (dict.fromkeys(build.KEYS, 5), {}),
        (dict.fromkeys(build.KEYS, 3), {"beauty": "schön"}),
        ({"goal": 3}, {}),
    ],
)
def test_the_action_refuses_what_breaks_the_rubric(anna, bernd, points, comments):
    number, _round = build.in_round(by=anna)
    with pytest.raises(Invalid):
        judge(number, bernd, points, comments=comments)
    assert scores() == []


@pytest.mark.parametrize("kind", [ScoreKind.BIASED, ScoreKind.OUT_OF_FIELD, ScoreKind.ABSTAINED])
def test_giving_no_points_carries_no_value(anna, bernd, browse, kind):
    number, _round = build.in_round(by=anna)
    page = browse(bernd).get(address(number)).submit(WITHOUT, kind=kind.value)
    assert f"Gespeichert: {kind.label}" in page.text or page.status == 200
    (score,) = scores()
    assert (score.kind, score.weighted, score.marks) == (kind, None, {})
    assert "1 von 1" in browse(bernd).get("/steuerung/bewerten").text


def test_points_are_no_reason_to_give_none(anna, bernd, browse):
    number, _round = build.in_round(by=anna)
    assert browse(bernd).get(address(number)).submit(WITHOUT).status == 422
    with pytest.raises(Invalid):
        build.declare(number, "bernd", ScoreKind.SCORED)
    assert scores() == []


def test_two_windows_may_also_differ_in_giving_no_points(anna, bernd, browse):
    number, _round = build.in_round(by=anna)
    browser = browse(bernd)
    older = browser.get(address(number))
    browser.get(address(number)).submit(WITHOUT, kind="out_of_field", note="Fremdes Gebiet")
    conflict = older.submit(WITHOUT, kind="abstained")
    assert conflict.status == 409
    assert "Fremdes Gebiet" in conflict.text
    assert conflict.submit(WITHOUT).status == 200
    assert [score.kind for score in scores()] == [ScoreKind.ABSTAINED]


def test_who_declared_a_bias_is_out_for_the_round(anna, bernd, browse):
    number, _round = build.in_round(by=anna)
    build.declare(number, "bernd")
    assert browse(bernd).get(address(number)).status == 403
    with pytest.raises(NotAllowed):
        judge(number, bernd, dict.fromkeys(build.KEYS, 3), seen=1)


def test_an_abstention_can_become_a_score_while_the_round_is_open(anna, bernd):
    number, _round = build.in_round(by=anna)
    build.declare(number, "bernd", ScoreKind.ABSTAINED)
    judge(number, bernd, dict.fromkeys(build.KEYS, 3), seen=1)
    assert [score.kind for score in scores()] == [ScoreKind.SCORED]


def test_an_author_finds_the_own_idea_nowhere(bernd, emine, browse):
    own, _round = build.in_round(by=bernd, title="Meine eigene Idee")
    browser = browse(bernd)
    assert own not in browser.get("/steuerung/bewerten").text
    assert "0 von 0" not in browser.get("/steuerung/bewerten").text
    assert browser.get(address(own)).status == 403
    with pytest.raises(NotAllowed):
        judge(own, bernd, dict.fromkeys(build.KEYS, 3))
    assert own in browse(emine).get("/steuerung/bewerten").text


@pytest.mark.parametrize("persona", ["anna", "clara", "olaf"])
def test_only_members_score(everyone, browse, persona):
    number, _round = build.in_round(by=everyone["olaf"])
    assert browse(everyone[persona]).get(address(number)).status == 403
    assert browse(everyone[persona]).get("/steuerung/bewerten").status == 403


def test_nothing_is_scored_before_or_after_the_round(anna, bernd, browse):
    waiting = build.screened(by=anna, title="Wartet")
    assert browse(bernd).get(address(waiting)).status == 409
    round_id = build.open_round()
    page = browse(bernd).get(address(waiting))
    build.close_round(round_id)
    assert page.submit(SAVE, **THREES).status == 409
    with pytest.raises(NotPossible):
        judge(waiting, bernd, dict.fromkeys(build.KEYS, 3))
    assert scores() == []


def test_a_score_that_was_seen_elsewhere_is_stale(anna, bernd):
    number, _round = build.in_round(by=anna)
    with pytest.raises(Stale):
        judge(number, bernd, dict.fromkeys(build.KEYS, 3), seen=1)
