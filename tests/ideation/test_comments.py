"""Threads, changing and deleting one's words, and who hears of them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ideas.core import clock
from ideas.core.database import session, transaction
from ideas.core.errors import NotAllowed, NotFound, NotPossible, Stale
from ideas.ideation import actions
from ideas.ideation.models import CommentKind
from ideas.ideation.queries import comments_on
from ideas.ideation.queries.talk import FOLD, get_comment, versions_of
from ideas.people.models import Role
from ideas.process.models import Because, MailState, Notice
from tests.build import talk
from tests.build.ideation import published_idea

NOW = clock.now()


def told(event):
    """Who was told of the newest entry of this kind, why, and whether by mail."""
    with transaction():
        rows = session.scalars(select(Notice).order_by(Notice.id)).all()
        newest = max((row.entry_sequence for row in rows if row.entry.event == event), default=0)
        return {
            row.person_id: (row.because, row.mail == MailState.PENDING)
            for row in rows
            if row.entry_sequence == newest
        }


def edit(number, key, text, *, by, seen=0):
    talk.change(actions.edit_comment, number, key, by=by, text=text, seen=seen)


def order(number, reader):
    with transaction():
        return [(row.root_id, row.id) for row in comments_on(talk.look_at(number, reader=reader))]


def test_replies_stand_in_their_thread_and_the_newest_thread_is_last(anna, bernd, jan):
    number = published_idea(by=anna)
    first = talk.said(number, "Eins", by=bernd)
    second = talk.said(number, "Zwei", by=jan)
    reply = talk.said(number, "Zu eins", by=anna, to=first)
    deeper = talk.said(number, "Zur Antwort", by=jan, to=reply)
    assert order(number, anna) == [
        (first, first),
        (first, reply),
        (first, deeper),
        (second, second),
    ]
    assert talk.stored(deeper).thread_id == first
    assert talk.look_at(number, reader=anna).comment_count == 4


def test_a_reply_is_told_to_author_and_thread_each_once(anna, bernd, jan, emine, olaf):
    number = published_idea(by=anna)
    first = talk.said(number, "Eins", by=bernd, follow_it=True)
    talk.said(number, "Anderes", by=emine)
    talk.said(number, "Zu eins", by=jan, to=first, follow_it=True)
    talk.said(number, "Noch etwas", by=bernd, to=first)
    assert told("idea.commented") == {
        anna.id: (Because.AUTHOR, True),
        jan.id: (Because.COMMENTER, True),
    }


def test_a_comment_says_what_it_is_and_in_which_office(anna, clara, bernd):
    number = published_idea(by=anna)
    kind, office = CommentKind.CONCERN, Role.COORDINATOR
    key = talk.said(number, "Vorsicht", by=clara, kind=kind, spoken_as=office)
    assert (talk.stored(key).kind, talk.stored(key).spoken_as) == (kind, office)
    for role in (Role.COORDINATOR, Role.MEMBER):
        with pytest.raises(NotAllowed):
            talk.said(number, "Vorsicht", by=bernd, spoken_as=role)


def test_a_thread_of_another_idea_a_hidden_and_a_deleted_one_take_no_reply(anna, bernd, clara):
    number, other = published_idea(by=anna), published_idea(by=anna)
    hidden, deleted = (talk.said(number, "Eins", by=bernd) for _ in range(2))
    talk.hidden(number, hidden, by=clara)
    talk.change(actions.delete_comment, number, deleted, by=bernd)
    for key in (hidden, deleted):
        with pytest.raises(NotPossible):
            talk.said(number, "Antwort", by=anna, to=key)
    with pytest.raises(NotFound):
        talk.said(other, "Antwort", by=anna, to=hidden)


def test_a_change_keeps_what_stood_there(anna, bernd):
    number = published_idea(by=anna)
    key = talk.said(number, "Eins", by=bernd)
    edit(number, key, "Zwei", by=bernd)
    edit(number, key, "Zwei", by=bernd, seen=1)  # nothing changes
    edit(number, key, "**Drei**", by=bernd, seen=1)
    with transaction():
        comment = get_comment(number, key, reader=bernd)
        assert (comment.text.source, comment.edits) == ("**Drei**", 2)
        assert "<strong>Drei</strong>" in comment.text.html
        assert [row.source for row in versions_of(comment)] == ["Eins", "Zwei"]


def test_two_windows_do_not_overwrite_each_other(anna, bernd):
    number = published_idea(by=anna)
    key = talk.said(number, "Eins", by=bernd)
    edit(number, key, "Zwei", by=bernd)
    with pytest.raises(Stale):
        edit(number, key, "Drei", by=bernd, seen=0)
    assert talk.stored(key).text.source == "Zwei"


def test_a_comment_is_changed_by_its_writer_alone(anna, bernd, clara):
    number = published_idea(by=anna)
    key = talk.said(number, "Eins", by=bernd)
    for person in (anna, clara):
        with pytest.raises(NotAllowed):
            edit(number, key, "Zwei", by=person)
        with pytest.raises(NotAllowed):
            talk.change(actions.delete_comment, number, key, by=person)


@pytest.mark.parametrize(("minutes", "possible"), [(14, True), (15, False)])
def test_after_a_quarter_of_an_hour_a_comment_stands(anna, bernd, minutes, possible):
    number = published_idea(by=anna)
    with clock.at(NOW):
        key = talk.said(number, "Eins", by=bernd)
    with clock.at(NOW + timedelta(minutes=minutes)):
        if possible:
            edit(number, key, "Zwei", by=bernd)
        else:
            with pytest.raises(NotPossible):
                edit(number, key, "Zwei", by=bernd)


def test_once_answered_a_comment_stands_but_not_by_one_s_own_reply(anna, bernd, jan):
    number = published_idea(by=anna)
    key = talk.said(number, "Eins", by=bernd)
    own = talk.said(number, "Dazu", by=bernd, to=key)
    edit(number, key, "Zwei", by=bernd)
    last = talk.said(number, "Antwort", by=jan, to=key)
    for answered in (key, own):
        with pytest.raises(NotPossible):
            edit(number, answered, "Drei", by=bernd)
    edit(number, last, "Bessere Antwort", by=jan)


def test_a_deleted_comment_leaves_a_mark_and_counts_no_longer(browse, anna, bernd, jan):
    number = published_idea(by=anna)
    key = talk.said(number, "Streng vertraulich", by=bernd)
    talk.said(number, "Antwort", by=jan, to=key)
    talk.change(actions.delete_comment, number, key, by=bernd)
    for reader in (anna, bernd, jan):
        page = browse(reader).get(f"/ideen/{number}")
        assert "vertraulich" not in page.html
        assert "gelöscht" in page.text
        assert "Antwort" in page.text
    assert talk.look_at(number, reader=anna).comment_count == 1
    with pytest.raises(NotAllowed):
        talk.change(actions.delete_comment, number, key, by=bernd)


def test_waiting_mails_of_a_deleted_comment_are_withdrawn(anna, bernd):
    number = published_idea(by=anna)
    key = talk.said(number, "Eins", by=bernd)
    talk.said(number, "Zwei", by=bernd)
    talk.change(actions.delete_comment, number, key, by=bernd)
    with transaction():
        rows = session.scalars(select(Notice).where(Notice.person_id == anna.id)).all()
        of = {row.entry.details.get("comment"): row for row in rows if row.entry.details}
        assert (of[key].mail, of[key].read_at is None) == (MailState.WITHDRAWN, False)
        assert of[key + 1].mail == MailState.PENDING


def test_many_threads_are_folded_with_a_constant_number_of_statements(
    browse, anna, bernd, statements
):
    number, browser = published_idea(by=anna), browse(anna)

    def cost():
        statements.clear()
        page = browser.get(f"/ideen/{number}")
        return len(statements), page

    first = talk.said(number, "Der allererste", by=bernd)
    few, page = cost()
    assert "Auch frühere Kommentare zeigen" not in page.links()
    for n in range(FOLD):
        key = talk.said(number, f"Beitrag {n}", by=bernd)
        talk.said(number, "Antwort", by=bernd, to=key)
    many, page = cost()
    assert many == few
    assert "Der allererste" not in page.text
    assert "Beitrag 0" in page.text
    page = page.follow("Auch frühere Kommentare zeigen")
    assert "Der allererste" in page.text
    assert f'id="kommentar-{first}"' in browser.get(f"/ideen/{number}/kommentare/{first}").html


def test_a_reply_to_an_early_thread_keeps_its_place_when_it_is_empty(browse, anna, bernd):
    number = published_idea(by=anna)
    first = talk.said(number, "Der allererste", by=bernd)
    for n in range(FOLD):
        talk.said(number, f"Beitrag {n}", by=bernd)
    page = browse(anna).get(f"/ideen/{number}?antwort={first}&alle=1")
    page = page.submit("Antwort senden", text=" ")
    assert (page.status, "Antwort an Bernd Brandt" in page.text) == (422, True)
    page = page.submit("Antwort senden", text="Jetzt aber")
    assert talk.stored(first + FOLD + 1).thread_id == first
    assert "Jetzt aber" in page.text


def test_question_reply_change_and_earlier_texts_on_pages(browse, anna, bernd):
    number = published_idea(by=anna)
    page = browse(bernd).get(f"/ideen/{number}")
    page = page.submit("Kommentieren", text="Wie *teuer*?", kind="question")
    assert "Frage" in page.text
    key = comments_on_ids(number, anna)[0]
    page = browse(bernd).get(f"/ideen/{number}/kommentare/{key}/bearbeiten")
    page = page.submit("Speichern", text="Wie lange?")
    assert "bearbeitet" in page.text
    assert "Wie *teuer*?" in page.browser.get(f"/ideen/{number}/kommentare/{key}/verlauf").text
    page = browse(anna).get(f"/ideen/{number}?antwort={key}")
    page = page.submit("Antwort senden", text="Zwei Wochen")
    assert "Zwei Wochen" in page.text
    late = browse(bernd).get(f"/ideen/{number}/kommentare/{key}/bearbeiten")
    assert "Der Kommentar steht jetzt fest" in late.text


def comments_on_ids(number, reader):
    with transaction():
        return [row.id for row in comments_on(talk.look_at(number, reader=reader))]


def test_two_windows_on_one_comment_show_both_texts(browse, anna, bernd):
    number = published_idea(by=anna)
    key = talk.said(number, "Eins", by=bernd)
    page = browse(bernd).get(f"/ideen/{number}/kommentare/{key}/bearbeiten")
    edit(number, key, "Zwei", by=bernd)
    page = page.submit("Speichern", text="Drei")
    assert (page.status, "Zwei" in page.text, "Drei" in page.html) == (409, True, True)
