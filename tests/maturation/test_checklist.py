"""The owner answers the criteria of the next gate."""

import pytest

from ideas.core.database import transaction
from ideas.core.errors import Invalid, NotAllowed, NotPossible, Stale
from ideas.maturation import actions, queries
from ideas.maturation.actions import Answer
from ideas.maturation.models import TickAnswer
from tests.build import maturation as build

MET, UNMET, WAIVED = TickAnswer


@pytest.fixture
def number(anna, olaf, doris):
    return build.new_project(author=anna, owner=olaf, chair=doris)


def store(number, person, *answers, seen=0):
    with transaction():
        project = queries.get_project(number, reader=person, lock=True)
        items = [line.item.id for line in queries.checklist(project)]
        given = dict(zip(items, answers, strict=False))
        actions.answer_checklist(project, given, seen=seen, actor=person)


def stored(number, reader):
    with transaction():
        project = queries.get_project(number, reader=reader)
        return [(line.answer, line.evidence) for line in queries.checklist(project)]


def test_some_criteria_can_be_answered_now_and_others_later(number, olaf):
    store(number, olaf, Answer(MET, "Zusage vom Montag"))
    assert stored(number, olaf) == [(MET, "Zusage vom Montag"), (None, ""), (None, "")]

    store(number, olaf, Answer(UNMET), Answer(WAIVED, "Kein Bedarf"), seen=1)
    assert stored(number, olaf) == [(UNMET, ""), (WAIVED, "Kein Bedarf"), (None, "")]
    assert build.history(number, reader=olaf)[-2:] == ["idea.checklist_changed"] * 2


def test_the_same_answers_again_change_nothing(number, olaf):
    store(number, olaf, Answer(MET, "Zusage"))
    store(number, olaf, Answer(MET, "Zusage"), seen=0)

    assert build.history(number, reader=olaf).count("idea.checklist_changed") == 1


@pytest.mark.parametrize("answer", [MET, WAIVED])
def test_what_is_claimed_rests_on_something(number, olaf, answer):
    with pytest.raises(Invalid):
        store(number, olaf, Answer(answer, "  "))


def test_answers_that_were_not_seen_are_not_overwritten(number, olaf):
    store(number, olaf, Answer(MET, "Erste Fassung"))
    with pytest.raises(Stale):
        store(number, olaf, Answer(MET, "Zweite Fassung"), seen=0)

    assert stored(number, olaf)[0] == (MET, "Erste Fassung")


def test_nobody_else_answers(number, doris, clara, anna):
    for person in (doris, clara, anna):
        with pytest.raises(NotAllowed):
            store(number, person, Answer(UNMET))


def test_answers_are_fixed_while_a_release_is_asked_for(number, olaf):
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    with pytest.raises(NotPossible):
        store(number, olaf, Answer(UNMET), seen=3)


def test_criteria_of_another_phase_are_refused(number, olaf):
    with transaction():
        project = queries.get_project(number, reader=olaf, lock=True)
        with pytest.raises(Invalid):
            actions.answer_checklist(project, {10**6: Answer(UNMET)}, seen=0, actor=olaf)


def fields_of(page):
    names = {field.get("name") or "" for field in page.tree.iter()}
    return sorted(name for name in names if name.startswith("answer_"))


def test_the_page_asks_for_what_an_answer_rests_on_and_keeps_the_text(browse, number, olaf):
    page = browse(olaf).get(f"/vorhaben/{number}/pruefpunkte")
    first, second, _third = fields_of(page)
    evidence = second.replace("answer", "evidence")
    page = page.submit(
        "Antworten speichern", **{first: "met", second: "unmet", evidence: "Noch nicht"}
    )

    assert page.status == 422
    assert "worauf sich die Antwort stützt" in page.text
    assert "Noch nicht" in page.text


def test_a_stale_page_shows_both_versions_and_can_be_saved_then(browse, number, olaf):
    old = browse(olaf).get(f"/vorhaben/{number}/pruefpunkte")
    first = fields_of(old)[0]
    evidence = first.replace("answer", "evidence")
    store(number, olaf, Answer(MET, "Im ersten <Fenster>"))
    page = old.submit("Antworten speichern", **{first: "waived", evidence: "Im zweiten & Fenster"})

    assert page.status == 409
    assert "Im ersten <Fenster>" in page.text
    assert "Im zweiten & Fenster" in page.text
    assert page.submit("Antworten speichern").status == 200
    assert stored(number, olaf)[0] == (WAIVED, "Im zweiten & Fenster")


def test_the_page_shows_fixed_answers_during_a_request(browse, number, olaf, anna):
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    page = browse(olaf).get(f"/vorhaben/{number}/pruefpunkte")

    assert "stehen die Antworten fest" in page.text
    assert "Antworten speichern" not in page.buttons()
    assert browse(anna).get(f"/vorhaben/{number}/pruefpunkte").status == 403
