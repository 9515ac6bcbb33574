"""A reason is corrected by a new entry that points at the old one; nothing is overwritten."""

import pytest

from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed, NotFound, NotPossible
from ideas.ideation.queries import words_of
from ideas.ideation.queries.likeness import answers_to
from ideas.ideation.queries.results import outcomes_of
from ideas.process import journal
from ideas.programme.queries import permanent_channel
from ideas.steering.models import Outcome
from tests.build import byways, ideation, maturation, promises, sealed, steering
from tests.build.promises import NOTE, WORDING, last_reason, now, steps


@pytest.fixture
def number(anna) -> str:
    return byways.closed(by=anna)


def test_both_reasons_stand_in_the_history_and_the_old_one_is_marked(number, anna, browse):
    old = last_reason(number)
    promises.correct(number, old.sequence)
    text = browse(anna).get(f"/ideen/{number}").text
    assert old.reason.public.splitlines()[0] in text
    assert WORDING in text
    assert f"Berichtigt, weil: {NOTE}" in text
    assert "berichtigt am" in text
    assert "Eine Begründung wurde berichtigt." in text
    assert steps(number)[-1].details == {"corrects": old.sequence}


def test_the_old_entry_and_its_hash_stay_as_they_are(number):
    old = last_reason(number)
    before = (old.hash, old.commitment, old.reason.public)
    promises.correct(number, old.sequence)
    after = next(one for one in steps(number) if one.sequence == old.sequence)
    assert (after.hash, after.commitment, after.reason.public) == before
    with transaction():
        assert list(journal.verify(session())) == []


def test_wherever_the_reason_is_quoted_it_reads_as_corrected(number, anna):
    old = last_reason(number)
    promises.correct(number, old.sequence)
    promises.correct(number, steps(number)[-1].sequence, wording=f"{WORDING} Danke!")
    with transaction():
        (outcome,) = outcomes_of(permanent_channel(), reader=anna)
        said = words_of(now(number), "inadmissible")
        assert answers_to([now(number).id]) == {now(number).id: said}
    assert outcome.reason.startswith(f"{WORDING} Danke!")
    assert said == outcome.reason


def test_search_finds_the_words_of_the_correction(number, anna, browse):
    promises.correct(number, last_reason(number).sequence, wording=f"{WORDING} Kranichfeder.")
    assert number in browse(anna).get("/ideen?suche=kranichfeder").text


def test_a_correction_is_corrected_but_nothing_is_corrected_twice(number):
    old = last_reason(number)
    promises.correct(number, old.sequence)
    with pytest.raises(NotPossible):
        promises.correct(number, old.sequence, wording=f"{WORDING} Danke!")
    last = steps(number)[-1]
    promises.correct(number, last.sequence, wording=f"{WORDING} Danke!")
    assert now(number).correction_count == 2


@pytest.mark.parametrize("wording", ["Zu kurz für ein Nein.", f"{WORDING} [Name der Stelle]", ""])
def test_a_no_keeps_a_whole_reason(number, wording):
    with pytest.raises(Invalid):
        promises.correct(number, last_reason(number).sequence, wording=wording)
    assert now(number).correction_count == 0


def test_the_same_text_corrects_nothing(number):
    old = last_reason(number)
    with pytest.raises(Invalid):
        promises.correct(number, old.sequence, wording=old.reason.public)


@pytest.mark.parametrize("key", ["anna", "bernd", "olaf"])
def test_nobody_but_coordination_and_chair_corrects(number, key):
    with pytest.raises((NotAllowed, NotFound)):
        promises.correct(number, last_reason(number).sequence, by=key)


def test_authors_correct_nothing_on_their_own_idea(doris, clara):
    number = steering.in_screening(by=doris)
    promises.ask(number)
    sequence = last_reason(number).sequence
    with pytest.raises(NotAllowed):
        promises.correct(number, sequence, by="doris")
    promises.correct(number, sequence, by="clara")


def test_what_authors_have_said_themselves_is_theirs(anna):
    number = ideation.queried_idea(by=anna)
    promises.answer(number, by=anna)
    answer = last_reason(number)
    assert answer.event == "idea.answered"
    with pytest.raises(NotFound):
        promises.correct(number, answer.sequence)


def test_a_decision_has_nothing_to_correct_before_its_release(anna, doris, browse):
    number, round_id = steering.evaluated(by=anna)
    decision = steering.decide(number, round_id, Outcome.DECLINE)
    drafted = steps(number)[-1]
    with pytest.raises(NotFound):
        promises.correct(number, drafted.sequence, by="clara")
    assert "Berichtigen" not in browse(doris).get(f"/ideen/{number}").text
    steering.release(decision)
    promises.correct(number, last_reason(number).sequence, by="clara")


def test_another_idea_does_not_lead_to_the_reason(number, anna):
    other = byways.closed(by=anna, title="Andere")
    with pytest.raises(NotFound):
        promises.correct(other, last_reason(number).sequence)


def test_the_author_is_told_by_mail_how_it_reads_now(number, app, anna):
    promises.correct(number, last_reason(number).sequence)
    body = promises.letters_to(app, "idea.corrected")[anna.id]
    assert WORDING.split(";", maxsplit=1)[0] in " ".join(body.split())


def test_a_stopped_project_says_the_corrected_reason(anna, olaf, doris, browse):
    number = maturation.new_project(author=anna, owner=olaf, chair=doris)
    maturation.stop(number, actor=doris)
    promises.correct(number, last_reason(number).sequence, by="clara")
    assert WORDING in browse(anna).get(f"/vorhaben/{number}").text


def test_the_page_offers_it_to_the_office_and_keeps_what_was_typed(number, anna, clara, browse):
    assert "Berichtigen" not in browse(anna).get(f"/ideen/{number}").text
    page = browse(clara).get(f"/ideen/{number}")
    link = next(url for label, url in page.links().items() if label.startswith("Berichtigen: "))
    form = page.browser.get(link)
    assert byways.REASON in form.html
    wrong = form.submit("Berichtigen", wording="Zu kurz", note=NOTE)
    assert wrong.status == 422
    assert (NOTE in wrong.html, "Zu kurz" in wrong.html) == (True, True)
    done = wrong.submit("Berichtigen", wording=WORDING)
    assert "Die Begründung ist berichtigt." in done.text


def test_a_page_without_corrections_costs_no_more_statements(number, anna, browse, statements):
    browser = browse(anna)
    statements.clear()
    browser.get(f"/ideen/{number}")
    plain = len(statements)
    promises.correct(number, last_reason(number).sequence)
    statements.clear()
    browser.get(f"/ideen/{number}")
    assert plain == len(statements) <= 12


def test_a_sealed_author_does_not_correct_the_own_idea_either(clara):
    number = sealed.published(by=clara)
    promises.ask(number, by="doris")
    sequence = last_reason(number).sequence
    with pytest.raises(NotAllowed):
        promises.correct(number, sequence, by="clara")
