"""Mentioning people: only by handle, only who may read, and renamed with them."""

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.core.rich_text import RichText, handles_in
from ideas.ideation import actions
from ideas.ideation.figures import handle_of
from ideas.ideation.models import Mention
from ideas.ideation.queries import get_idea, steps_of
from ideas.ideation.queries.mentions import people_to_mention
from ideas.ideation.queries.talk import get_comment, versions_of
from ideas.people.models import Grant, Person, Role, Standing
from ideas.process.models import Because
from tests.build import talk
from tests.build.ideation import published_idea
from tests.ideation.test_comments import told

NAMES = {"anna-albrecht-7": "Anna <Albrecht>"}


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("@anna-albrecht-7, bitte", '<span class="mention">@Anna &lt;Albrecht&gt;</span>, bitte'),
        ("(@anna-albrecht-7)", '(<span class="mention">@Anna &lt;Albrecht&gt;</span>)'),
        ("**@anna-albrecht-7**", '<strong><span class="mention">@Anna'),
        ("`@anna-albrecht-7`", "<code>@anna-albrecht-7</code>"),
        ("[@anna-albrecht-7](https://a.example)", ">@anna-albrecht-7</a>"),
        ("https://a.example/@anna-albrecht-7", ">https://a.example/@anna-albrecht-7</a>"),
        ("mail@anna-albrecht-7", "mail@anna-albrecht-7"),
        ("@anna-albrecht-8", "@anna-albrecht-8"),
        ("@anna-albrecht-7x", "@anna-albrecht-7x"),
        ('<span class="mention">x</span>', "&lt;span"),
    ],
)
def test_a_known_handle_in_plain_text_becomes_a_name(source, html):
    assert html in RichText.write(source, names=NAMES).html
    assert ('class="mention"' in html) == (handles_in(source) == ["anna-albrecht-7"])


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Jörg Groß-Öztürk", "joerg-gross-oeztuerk-5"),
        ("Łukasz Nowak", "lukasz-nowak-5"),
        ("Σοφία", "person-5"),
        ("A" * 90, "a" * 40 + "-5"),
    ],
)
def test_a_handle_is_short_and_plain(name, handle):
    assert handle_of(name, 5) == handle
    assert handles_in(f"@{handle}") == [handle]


def test_mentioned_people_are_told_once_and_by_name(anna, bernd, jan, emine):
    number = published_idea(by=anna)
    words = f"{talk.handle(jan)} und {talk.handle(jan)}, nicht `{talk.handle(emine)}`"
    key = talk.said(number, words, by=bernd)
    assert talk.stored(key).text.html.count("@Jan Jansen</span>") == 2
    assert told("idea.commented") == {
        anna.id: (Because.AUTHOR, True),
        jan.id: (Because.MENTION, True),
    }


def test_nobody_is_told_who_may_not_read_or_is_gone(anna, bernd, armin, olaf):
    number = published_idea(by=anna)
    with transaction():
        session.get_one(Person, olaf.id).standing = Standing.INACTIVE
    handles = [talk.handle(armin), talk.handle(olaf), "@bernd-brandt-99999", "@olaf-falsch-1"]
    key = talk.said(number, " ".join(handles), by=bernd)
    assert all(handle in talk.stored(key).text.html for handle in handles)
    assert set(told("idea.commented")) == {anna.id}


def test_a_change_tells_those_who_are_new(anna, bernd, jan, emine):
    number = published_idea(by=anna)
    key = talk.said(number, talk.handle(jan), by=bernd)
    words = f"{talk.handle(jan)} {talk.handle(emine)}"
    talk.change(actions.edit_comment, number, key, by=bernd, text=words, seen=0)
    assert told("idea.mentioned") == {emine.id: (Because.MENTION, True)}
    with transaction():
        steps = [entry.event for entry in steps_of(get_idea(number, reader=anna))]
        assert steps == ["idea.submitted", "idea.published"]
    talk.change(actions.edit_comment, number, key, by=bernd, text="Doch nicht", seen=1)
    with transaction():
        assert session.scalars(select(Mention)).all() == []


def test_two_people_of_the_same_name_are_not_mixed_up(anna, bernd, jan):
    with transaction():
        twin = Person(
            given_name="Jan",
            family_name="Jansen",
            email="jan2@jobcenter.example",
            standing=Standing.ACTIVE,
            created_at=jan.created_at,
        )
        session.add(twin)
        session.flush()
        session.add(Grant(person_id=twin.id, role=Role.EMPLOYEE, granted_at=jan.created_at))
    number = published_idea(by=anna)
    with transaction():
        offered = people_to_mention("jan jan", get_idea(number, reader=bernd), reader=bernd)
        assert len({handle for handle, _person in offered}) == 2
    talk.said(number, talk.handle(twin), by=bernd)
    assert set(told("idea.commented")) == {anna.id, twin.id}


def test_a_new_name_stands_in_old_comments_and_the_old_one_nowhere(anna, bernd, jan, emine):
    number = published_idea(by=anna)
    key = talk.said(number, f"Erst {talk.handle(jan)}", by=bernd)
    words = f"Dann {talk.handle(jan)} und {talk.handle(emine)}"
    talk.change(actions.edit_comment, number, key, by=bernd, text=words, seen=0)
    with transaction():
        person = session.get_one(Person, jan.id)
        person.given_name, person.family_name = "Ehemalige", "Person"
    with transaction():
        comment = get_comment(number, key, reader=bernd)
        texts = [comment.text.source, comment.text.html]
        texts += [row.source for row in versions_of(comment)]
        assert "@Ehemalige Person</span>" in comment.text.html
        assert "@Emine Erdem</span>" in comment.text.html
        assert not [text for text in texts if "jan" in text.casefold()]
        handles = session.scalars(select(Mention.handle)).all()
        assert handle_of("Ehemalige Person", jan.id) in handles


def test_only_names_that_begin_so_and_may_read_are_offered(anna, bernd, armin):
    number = published_idea(by=anna)
    with transaction():
        idea = get_idea(number, reader=bernd)
        for words, names in {
            "özd": ["Olaf Özdemir"],
            "cla clau": ["Clara Claußen"],
            "": [],
            "a": [],
            "ahlers": [],
            "brandt": [],
            "%%": [],
        }.items():
            offered = people_to_mention(words, idea, reader=bernd)
            assert [person.name for _handle, person in offered] == names, words


def test_without_scripts_a_page_with_a_search_sets_the_handle(browse, anna, bernd, jan):
    number = published_idea(by=anna)
    page = browse(bernd).get(f"/ideen/{number}")
    page = page.submit("Jemanden erwähnen", text="Kannst du das prüfen,", kind="question")
    assert page.title == "Jemanden erwähnen"
    page = page.submit("Suchen", suche="niemand")
    assert "So heißt niemand" in page.text
    page = page.submit("Suchen", suche="jan").submit("Jan Jansen")
    assert f"Kannst du das prüfen, {talk.handle(jan)}" in page.html
    page = page.submit("Kommentieren")
    assert "Kannst du das prüfen, @Jan Jansen" in page.text
    assert "Frage" in page.text
    assert told("idea.commented")[jan.id] == (Because.MENTION, True)


def test_somebody_can_be_mentioned_while_a_comment_is_changed(browse, anna, bernd, jan):
    number = published_idea(by=anna)
    key = talk.said(number, "Kannst du das prüfen?", by=bernd)
    page = browse(bernd).get(f"/ideen/{number}/kommentare/{key}/bearbeiten")
    assert "data-mention-url" in page.html
    page = page.submit("Jemanden erwähnen", text="Kannst du das bald prüfen,")
    page = page.submit("Suchen", suche="jan").submit("Jan Jansen")
    assert page.title == "Ihren Kommentar bearbeiten"
    assert f"Kannst du das bald prüfen, {talk.handle(jan)}" in page.html
    assert "Kannst du das prüfen?" in talk.stored(key).text.html
    page.submit("Speichern")
    assert "Kannst du das bald prüfen, " in talk.stored(key).text.html
    assert told("idea.mentioned") == {jan.id: (Because.MENTION, True)}


def test_going_back_from_the_search_keeps_the_changed_words(browse, anna, bernd):
    number = published_idea(by=anna)
    key = talk.said(number, "Gut.", by=bernd)
    page = browse(bernd).get(f"/ideen/{number}/kommentare/{key}/bearbeiten")
    page = page.submit("Jemanden erwähnen", text="Sehr gut.")
    page = page.submit("Zurück zum Kommentar")
    assert "Sehr gut." in page.html
    assert (
        "@" not in page.submit("Speichern").html.split('id="kommentar-')[1].split("</article>")[0]
    )


def test_a_script_gets_the_names_only(browse, anna, bernd):
    number = published_idea(by=anna)
    html = browse(bernd).client.get(f"/ideen/{number}/personen?suche=cla").text
    assert html.count('role="option"') == 1
    assert "Clara Claußen" in html
    assert "@jobcenter" not in html


def test_the_preview_shows_the_names_of_a_comment(app, browse, anna):
    client = browse(anna).client
    app.config["WTF_CSRF_ENABLED"] = False
    try:
        sent = {"data": {"text": talk.handle(anna)}, "headers": {"X-Fragment": "1"}}
        assert "@Anna Albrecht</span>" in client.post("/ideen/vorschau?namen=1", **sent).text
        assert "@Anna Albrecht" not in client.post("/ideen/vorschau", **sent).text
    finally:
        app.config["WTF_CSRF_ENABLED"] = True
