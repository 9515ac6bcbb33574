"""Two worlds that differ in who is behind a seal look the same to everybody else (I-11 to I-15)."""

import logging
import re
from datetime import datetime
from email import message_from_string
from email.policy import default

import pytest
import time_machine

from ideas.core import database
from ideas.core.database import session
from ideas.ideation import actions, sealing
from ideas.ideation.actions import Upload
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_draft
from ideas.notifications.delivery import jobs
from ideas.programme.queries import gate_questions
from ideas.steering.actions import screening
from ideas.steering.actions.screening import Answer
from ideas.steering.models import GateAnswer
from tests import worlds
from tests.build import sealed, talk
from tests.build import steering as build
from tests.notifications.conftest import drain, send_to
from tests.page import normalised, values_of
from tests.personas import PERSONAS, person_named

TITLE = "Ein Formular weniger"
AUTHORS = ("anna", "bernd")
OTHERS = [key for key in PERSONAS if key not in AUTHORS]
WATCHERS = ("emine", "doris", "clara", "olaf", "armin", "paula")
START = "2026-11-23T09:17:31+00:00"
EVENING = "2026-11-24T18:00:00+00:00"


class Life:
    """The same script, lived by one author or the other."""

    def __init__(self, author, browse, app):
        self.app, self.open, self.name = app, browse, author
        self.number, self.key, self.round_id = "", "", 0

    def come_in(self):
        """Everybody signs in, the other of the two possible authors too."""
        browsers = {key: self.open(person_named(key)) for key in PERSONAS}
        self.author = browsers[self.name]
        self.others = {key: browsers[key] for key in OTHERS}

    def bring(self):
        page = self.author.get("/ideen/neu")
        page = page.submit("Entwurf speichern", naming="anonym", title=TITLE)
        page = page.submit("Weiter zum Einreichen", problem="Zu viel", proposal="Eines weniger")
        page = page.submit("Jetzt einreichen")
        assert page.title == "Ihre Idee liegt im Briefkasten"
        self.key = re.search(r"entwurf/(\d+)", page.url)[1]

    def through_the_night(self):
        jobs.enter_jobs()
        with self.app.app_context():
            jobs.run_due_jobs()
        with database.transaction():
            self.number = session.get_one(Idea, int(self.key)).number

    def talk(self):
        idea = f"/ideen/{self.number}"
        build.publish(self.number)
        clara = person_named("clara")
        build.attempt(screening.ask_back, self.number, "Welches Formular?", actor=clara)
        answer = self.author.get(f"{idea}/antworten").submit("Antwort senden", answer="Das gelbe.")
        assert answer.status == 200
        self.others["emine"].get(idea).submit("Kommentieren", text="Bei uns auch.")
        self.author.get(idea).submit("Kommentieren", text="Danke für den Hinweis.")
        self.others["jan"].get(idea).submit("Unterstützen")
        self.others["olaf"].get(idea).submit("Beobachten")
        inbox = self.author.get("/benachrichtigungen")
        assert "Die Ideenkoordination hat eine Rückfrage." in inbox.text
        inbox.submit("Alles als gelesen markieren")

    def try_in_vain(self):
        """Support, follow and report the own idea, as anybody else may."""
        idea = f"/ideen/{self.number}"
        page = self.author.get(idea)
        assert not {"Unterstützen", "Beobachten"} & set(page.buttons())
        token = {"csrf_token": values_of(page.form_with("Kommentieren")[0])["csrf_token"]}
        more = {"reason": "hurtful", "text": "Von mir."}
        for step in ("unterstuetzen", "beobachten", "melden"):
            assert self.author.post(f"{idea}/{step}", token | more).status == 403
        # Nothing is there to be taken back, and taking it back all the same says no more.
        for step in ("nicht-mehr-unterstuetzen", "nicht-mehr-beobachten"):
            assert self.author.post(f"{idea}/{step}", token).status in {200, 403}

    def go_on_talking(self):
        """Change, reply, report, object and mention; add a file to what is being written next."""
        author, doris = person_named(self.name), person_named("doris")
        first = talk.said(self.number, "So viel Papier!", by=author)
        talk.change(actions.edit_comment, self.number, first, text="Papier!", seen=0, by=author)
        other = talk.said(self.number, "Unsinn.", by=person_named("jan"))
        talk.reported(self.number, other, by=author)
        talk.hidden(self.number, first, by=doris)
        talk.change(actions.object_to_hiding, self.number, first, text="Warum denn?", by=author)
        gone = talk.said(self.number, f"Fragt {talk.handle(doris)}.", by=author)
        talk.change(actions.delete_comment, self.number, gone, by=author)
        key = sealed.draft(by=author)
        with database.transaction():
            draft = get_draft(key, reader=author)
            files = [Upload("notiz.txt", b"Drei Formulare, eines genuegt.")]
            assert actions.attach_files(draft, files, actor=author) == []

    def judge(self):
        clara = person_named("clara")
        gates = {row.key: Answer(GateAnswer.YES) for row in gate_questions()}
        build.attempt(screening.save_screening, self.number, gates, seen=1, actor=clara)
        build.attempt(screening.pass_on, self.number, actor=clara)
        self.round_id = build.open_round()
        for member, value in (("emine", 4), ("jan", 3), ("doris", 4)):
            build.score(self.number, member, value)
        build.close_round(self.round_id)
        build.release(build.decide(self.number, self.round_id))
        sealed.asked(self.number)

    def seen_by(self, watchers):
        """Status and page of every address that could tell something."""
        seen = {}
        for key in watchers:
            browser = self.others[key]
            for url in self.addresses():
                page = browser.get(url)
                seen[key, url] = (page.status, re.sub(r"\?v=\w+", "", normalised(page.html)))
        return seen

    def addresses(self):
        idea, steering = f"/ideen/{self.number or '2026-0001'}", "/steuerung"
        orders = ("neueste", "bewegt", "unterstuetzt")
        searches = ("Formular", "Anna", "Bernd", "Albrecht", "gelbe")
        people = [person_named(key).id for key in AUTHORS]
        return [
            "/", "/benachrichtigungen", "/profil", "/kampagnen", "/kampagnen/1", "/vorhaben",
            "/personen", "/postausgang", "/siegel", "/siegel/1", "/anonym",
            "/ideen/entwuerfe", f"/ideen/entwurf/{self.key}",
            f"/ideen/entwurf/{self.key}/briefkasten", f"/ideen/entwurf/{self.key}/einreichen",
            "/ideen", "/ideen?meine=y", "/ideen?status=submitted", "/ideen?status=selected",
            *(f"/ideen?sortierung={order}" for order in orders),
            *(f"/ideen?suche={word}" for word in searches),
            idea, f"{idea}/eingang", f"{idea}/bearbeiten", f"{idea}/antworten",
            f"{idea}/name-nennen", f"{idea}/siegel", f"{idea}/melden", f"{idea}/dateien",
            f"{idea}/personen?suche=Anna", f"{idea}/personen?suche=Bernd", f"{idea}/mitmachen",
            "/meldungen", "/meldungen/1",
            *(f"{idea}/kommentare/{n}{page}" for n in (3, 5) for page in ("", "/verlauf")),
            *(f"/personen/{key}" for key in people),
            f"{steering}/vorpruefung", f"{steering}/vorpruefung?stand=wartet",
            f"{steering}{idea}/vorpruefung", f"{steering}/bewerten", f"{steering}{idea}/bewertung",
            f"{steering}/runden", f"{steering}/entscheidungen",
            f"{steering}/runden/{self.round_id}/rangfolge",
            f"{steering}/runden/{self.round_id}{idea}",
            f"{steering}/runden/{self.round_id}{idea}/entscheidung",
        ]  # fmt: skip


def lived_by(author, browse, app, house, folder, caplog):
    """Live the script; return what everybody else saw, got and could find, and all that is kept."""
    caplog.clear()
    seen = []
    with time_machine.travel(START, tick=False) as time, caplog.at_level(logging.DEBUG):
        life = Life(author, browse, app)
        life.come_in()
        life.bring()
        seen.append(life.seen_by(("clara",)))
        time.shift(86_400)
        life.come_in()
        life.through_the_night()
        life.talk()
        life.try_in_vain()
        life.go_on_talking()
        seen.append(life.seen_by(("emine", "clara")))
        life.judge()
        time.move_to(EVENING)
        drain(app)
        seen.append(life.seen_by(WATCHERS))
        letters = {path.name: path.read_text() for path in (folder / "mails").glob("*.eml")}
        rows = worlds.dump(house)
    return seen, letters, rows, caplog.text


@pytest.fixture
def both(browse, app, house, tmp_path, monkeypatch, caplog):
    """The two worlds."""
    found = {}
    for author in AUTHORS:
        worlds.with_fixed_chance(monkeypatch)
        send_to(monkeypatch, smtp_url="", data_dir=tmp_path / author)
        with worlds.world(house):
            found[author] = lived_by(author, browse, app, house, tmp_path / author, caplog)
    return found


def test_two_worlds_with_another_author_are_the_same_to_everybody_else(both, everyone):
    look_the_same(both)
    hold_the_same(both, everyone)
    for author, (_seen, letters, rows, log) in both.items():
        person = everyone[author]
        assert person.name not in log
        assert person.email not in log
        never_name_the_author(person, rows)
        keep_the_day_only(rows)
        are_neutral(person, letters, rows)


def look_the_same(both):
    seen, seen_too = (world[0] for world in both.values())
    for then, now in zip(seen, seen_too, strict=True):
        assert [key for key in then if then[key] != now[key]] == []
    shown = [any(TITLE in html for _status, html in stage.values()) for stage in seen]
    assert shown == [False, True, True]


def hold_the_same(both, everyone):
    (_, letters, rows, log), (_, letters_too, rows_too, log_too) = both.values()
    first, second = worlds.comparable(rows), worlds.comparable(rows_too)
    assert [table for table in first if first[table] != second[table]] == []
    assert (log, letters.keys()) == (log_too, letters_too.keys())
    anna, bernd = everyone["anna"], everyone["bernd"]
    for name, letter in letters.items():
        to_bernd = letter.replace(anna.name, bernd.name).replace(anna.email, bernd.email)
        assert letters_too[name] in {letter, to_bernd}


def are_neutral(person, letters, rows):
    found = [message_from_string(letter, policy=default) for letter in letters.values()]
    own = [letter for letter in found if person.email in letter["To"]]
    known = {row["message_id"] for row in rows["notice"]}
    assert len(own) > 3
    for letter in own:
        round_opened = letter["Message-ID"] in known  # told as a member of the group
        assert round_opened == (letter["Subject"] != "Es gibt Neues zu einer Idee")
        assert TITLE not in letter.as_string()
        assert round_opened or "2026-" not in letter["Subject"] + letter.get_content()


def never_name_the_author(person, rows):
    (idea,) = [row for row in rows["idea"] if row["title"] == TITLE]
    marks = (idea["number"], idea["title"], f"entwurf/{idea['id']}")
    for table, found in rows.items():
        for row in found:
            people = {v for k, v in row.items() if k.endswith("_id") and "subject" not in k}
            named = person.id in people or row.get("sender") == str(person.id)
            about = idea["id"] in {row.get("idea_id"), row.get("subject_id")}
            about = about or idea["author_id"] in people or any(m in repr(row) for m in marks)
            assert not (named and about), (table, row)
            assert person.email not in repr(row) or table == "person"


def keep_the_day_only(rows):
    (idea,) = [row for row in rows["idea"] if row["title"] == TITLE]
    pseudonym = idea["author_id"]
    own = [row for row in rows["entry"] if row["actor_id"] == pseudonym]
    assert {row["event"] for row in own} >= {"idea.drafted", "idea.posted", "idea.submitted"}
    said = [row for row in rows["comment"] if row["author_id"] == pseudonym]
    told = [row for row in rows["notice"] if row["person_id"] == pseudonym and row["read_at"]]
    for row in told:
        row.pop("due_at")
    assert said
    assert told
    made = [row for row in rows["report"] if row["reporter_id"] == pseudonym]
    assert made
    for row in said:
        row.pop("hidden_at")  # somebody else did that
    kept = [idea, *own, *said, *told, *made, *rows["idea_version"], *rows["reply"]]
    kept += [*rows["comment_version"], *rows["attachment"]]
    times = [value for row in kept for value in row.values() if isinstance(value, datetime)]
    assert {(time.hour, time.minute, time.second) for time in times} == {(23, 0, 0)}


def test_chance_alone_gives_the_names():
    names = {sealing.new_name() for _draw in range(200)}
    assert len(names) > 190
    assert all(re.fullmatch(r"\w+ \w+ \d{3}", " ".join(name)) for name in names)
    assert re.fullmatch(r"(\w{4}-){2}\w{4}", sealing.new_receipt_code())
