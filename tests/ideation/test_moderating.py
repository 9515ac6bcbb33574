"""Hiding with a reason, objecting once, reporting, and the answer."""

import pytest

from ideas.core.database import transaction
from ideas.core.errors import NotAllowed, NotFound, NotPossible
from ideas.home.tasks import tasks_of
from ideas.ideation import actions
from ideas.ideation.models import ReportReason, Status
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.reports import get_report
from ideas.process.models import Because
from ideas.steering.actions.screening import publish_idea
from tests.build import talk
from tests.build.ideation import in_state, published_idea, submitted_idea
from tests.build.together import shared_draft, submitted
from tests.ideation.test_comments import told

SECRET = "Streng vertraulich"


@pytest.fixture
def hidden(anna, bernd, clara):
    """Number and id of a comment of bernd's that clara has hidden."""
    number = published_idea(by=anna)
    key = talk.said(number, SECRET, by=bernd)
    talk.hidden(number, key, by=clara)
    return number, key


def object_to(number, key, *, by):
    talk.change(actions.object_to_hiding, number, key, by=by, text="Es war nicht böse gemeint.")


def uphold(number, key, *, by):
    talk.change(actions.uphold_hiding, number, key, by=by, answer="Es verletzt trotzdem.")


def show(number, key, *, by):
    talk.change(actions.show_comment, number, key, by=by)


def settle(report_id, *, by, answer="Ausgeblendet."):
    with transaction():
        found = get_report(report_id, reader=by, lock=True)
        actions.settle_report(found, answer=answer, actor=by)


def labels(person):
    with transaction():
        return [task.label for task in tasks_of(person)]


def test_readers_see_that_it_was_hidden_and_writer_and_moderators_why(browse, hidden, everyone):
    number, _key = hidden
    for name, person in everyone.items():
        page = browse(person).get(f"/ideen/{number}")
        if name in {"armin", "paula"}:
            assert page.status == 404
            continue
        assert "Dieser Kommentar wurde ausgeblendet." in page.text
        knows = name in {"bernd", "clara", "doris"}
        assert (SECRET in page.html) is (talk.REASON in page.html) is knows, name
        assert ("Gegen die Ausblendung einwenden" in page.html) is (name == "bernd")


def test_what_is_hidden_counts_no_longer_and_is_told_nobody(browse, anna, bernd, doris, hidden):
    number, key = hidden
    assert talk.look_at(number, reader=anna).comment_count == 0
    assert "Kommentare: 1" not in browse(anna).get("/ideen").text
    assert told("comment.hidden") == {bernd.id: (Because.COMMENTER, True)}
    assert told("idea.commented")[anna.id] == (Because.AUTHOR, False)
    show(number, key, by=doris)
    assert talk.look_at(number, reader=anna).comment_count == 1
    assert told("comment.shown") == {bernd.id: (Because.COMMENTER, True)}


def test_the_writer_objects_once_and_gets_an_answer(hidden, bernd, clara, doris):
    number, key = hidden
    object_to(number, key, by=bernd)
    task = (Because.TASK, True)
    assert told("comment.objected") == {clara.id: task, doris.id: task}
    assert any("objection" in label for label in labels(doris))
    with pytest.raises(NotPossible):
        object_to(number, key, by=bernd)
    uphold(number, key, by=doris)
    assert told("comment.upheld") == {bernd.id: (Because.COMMENTER, True)}
    assert not any("objection" in label for label in labels(doris))
    for again in (object_to, uphold):
        with pytest.raises((NotPossible, NotAllowed)):
            again(number, key, by=bernd if again is object_to else doris)
    show(number, key, by=clara)
    with pytest.raises(NotPossible):
        show(number, key, by=clara)


def test_hidden_once_more_it_can_be_objected_to_once_more(hidden, bernd, clara):
    number, key = hidden
    object_to(number, key, by=bernd)
    show(number, key, by=clara)
    talk.hidden(number, key, by=clara)
    object_to(number, key, by=bernd)
    assert talk.stored(key).objected_at is not None


def test_nobody_moderates_words_of_one_s_own(anna, clara, doris, bernd):
    number = published_idea(by=anna)
    key = talk.said(number, "Aha", by=clara)
    with pytest.raises(NotAllowed):
        talk.hidden(number, key, by=clara)
    with pytest.raises(NotAllowed):
        talk.hidden(number, key, by=bernd)
    talk.hidden(number, key, by=doris)
    object_to(number, key, by=clara)
    assert set(told("comment.objected")) == {doris.id}
    with pytest.raises(NotAllowed):
        show(number, key, by=clara)


def test_a_hidden_comment_is_neither_changed_nor_deleted_nor_reported(hidden, bernd, anna):
    number, key = hidden
    with pytest.raises(NotAllowed):
        talk.change(actions.edit_comment, number, key, by=bernd, text="Neu", seen=0)
    with pytest.raises(NotAllowed):
        talk.change(actions.delete_comment, number, key, by=bernd)
    with pytest.raises(NotAllowed):
        talk.reported(number, key, by=anna)


def test_a_report_reaches_the_moderators_and_its_answer_the_reporter(anna, bernd, clara, doris):
    number = published_idea(by=anna)
    key = talk.said(number, "Aha", by=bernd)
    report_id = talk.reported(number, key, by=anna)
    task = (Because.TASK, True)
    assert told("report.made") == {clara.id: task, doris.id: task}
    assert any("report" in label for label in labels(clara))
    assert not any("report" in label for label in labels(bernd))
    with pytest.raises(NotPossible):
        talk.reported(number, key, by=anna)
    settle(report_id, by=clara)
    assert told("report.settled") == {anna.id: (Because.REPORTER, True)}
    with pytest.raises(NotPossible):
        settle(report_id, by=doris)
    talk.reported(number, key, by=anna)


def test_whoever_wrote_it_learns_nothing_of_the_report(browse, anna, clara, doris):
    number = in_state(Status.SCREENING, by=clara)
    on_idea = talk.reported(number, by=anna, reason=ReportReason.CLIENT_DATA)
    on_comment = talk.reported(number, talk.said(number, "Aha", by=clara), by=anna)
    assert set(told("report.made")) == {doris.id}
    assert not any("report" in label for label in labels(clara))
    page = browse(clara).get("/meldungen")
    assert "Keine Meldungen" in page.text
    for key in (on_idea, on_comment):
        assert browse(clara).get(f"/meldungen/{key}").status == 404
        with pytest.raises(NotFound):
            settle(key, by=clara)
        assert browse(doris).get(f"/meldungen/{key}").status == 200


def test_an_unpublished_idea_is_reported_by_its_moderators_alone(anna, clara, bernd):
    number = submitted_idea(by=anna)
    talk.reported(number, by=clara)
    with pytest.raises(NotFound):
        talk.reported(number, by=bernd)


def test_report_hide_and_answer_on_pages(browse, anna, bernd, doris):
    number = published_idea(by=anna)
    key = talk.said(number, SECRET, by=bernd)
    page = browse(anna).get(f"/ideen/{number}/kommentare/{key}/melden")
    page = page.submit("Meldung senden", text="Das geht nicht")
    assert (page.status, "Das geht nicht" in page.html) == (422, True)
    page = page.submit("Meldung senden", reason="hurtful")
    assert "Vielen Dank. Die Ideenkoordination sieht es sich an" in page.text
    page = browse(doris).get("/").follow("1 Meldung beantworten")
    assert "gemeldet von Anna Albrecht" in page.text
    page = page.follow(f"Kommentar zu „{talk.look_at(number, reader=anna).title}“")
    assert SECRET in page.text
    page = page.follow("Kommentar ausblenden").submit("Kommentar ausblenden", reason=talk.REASON)
    assert "Dieser Kommentar wurde ausgeblendet." in page.text
    page = browse(doris).get("/meldungen").links()
    report = next(url for label, url in page.items() if label.startswith("Kommentar zu"))
    page = browse(doris).get(report).submit("Antwort senden und Meldung abschließen", answer="")
    assert page.status == 422
    page = page.submit("Antwort senden und Meldung abschließen", answer="Ist ausgeblendet.")
    assert "Keine Meldungen" in page.text
    assert "Ist ausgeblendet." in browse(doris).get(report).text
    assert "Ist ausgeblendet." in browse(anna).get("/benachrichtigungen").text
    assert "Anna Albrecht" not in browse(bernd).get("/benachrichtigungen").text


def test_objection_and_answer_on_pages(browse, hidden, bernd, clara):
    number, key = hidden
    page = browse(bernd).get(f"/ideen/{number}").links()
    url = next(url for label, url in page.items() if label.startswith("Gegen die Ausblendung"))
    page = browse(bernd).get(url)
    assert talk.REASON in page.text
    page = page.submit("Einwand senden", text="Das war ein Zitat.")
    assert "Ihr Einwand ist angekommen" in page.text
    page = browse(clara).get("/").follow("1 Einwand gegen eine Ausblendung beantworten")
    links = page.links()
    page = page.browser.get(next(u for label, u in links.items() if label.startswith("Kommentar")))
    assert "Das war ein Zitat." in page.text
    answered = page.submit("Ausgeblendet lassen und antworten", answer="Trotzdem verletzend.")
    assert "bleibt ausgeblendet" in answered.text
    assert "Trotzdem verletzend." in browse(bernd).get(f"/ideen/{number}").text
    page.submit("Kommentar wieder zeigen")
    assert talk.stored(key).is_shown


def test_the_way_to_redaction_is_shown_only_where_there_is_one(app, browse, anna, clara, olaf):
    number = published_idea(by=anna)
    report_id = talk.reported(number, by=olaf, reason=ReportReason.CLIENT_DATA)
    there = "ideation.redact" in app.view_functions
    links = browse(clara).get(f"/meldungen/{report_id}").links()
    assert ("Sozialdaten schwärzen" in links) is there


def test_a_co_author_in_office_is_not_told_of_a_report(anna, bernd, clara, doris):
    number = submitted(shared_draft(by=anna, others=[clara]), by=anna)
    with transaction():
        publish_idea(get_idea(number, reader=doris), actor=doris)
    talk.reported(number, by=bernd)
    assert set(told("report.made")) == {doris.id}
