"""From the first thought to the letter of the steering group."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from ideas.core import clock
from tests.journeys.desk import letter, subjects
from tests.journeys.staff import Staff, address

QUESTION = "Welche Schreiben meinen Sie genau?"
ANSWER = "Zuerst die Einladung zum ersten Gespräch."
INTERNAL = "Hoher Nutzen bei kleinem Aufwand; wir beginnen mit der häufigsten Einladung."
LETTER = (
    "vielen Dank für Ihre Idee. Wir haben sie ausgewählt, weil sie vielen hilft und wenig kostet. "
    "Als Nächstes suchen wir eine Person, die sie mit Ihnen umsetzt."
)
SCORES = {
    "bernd": [4, 4, 4, 4, 4, 4],
    "emine": [3, 3, 3, 3, 3, 3],
    "jan": [5, 4, 3, 2, 1, 3],
    "doris": [5, 4, 4, 4, 4, 4],
}
SECRET = "Genau das fragen unsere Leute jede Woche."


@dataclass
class Walk:
    """One idea on its way: who walks with it, what it is called, and what happened so far."""

    staff: Staff
    name: str
    number: str = ""
    round: str = ""
    history: list[tuple[str, str]] = field(default_factory=list)

    @property
    def title(self) -> str:
        return f"Einladungen in einfacher Sprache ({self.name})"

    @property
    def path(self) -> str:
        return f"/ideen/{self.number}"

    def happened(self, what: str, reason: str = "") -> None:
        self.history.append((what, reason))


def day(ahead: int) -> str:
    """A day from today, as a field for a day takes it."""
    return (clock.today() + timedelta(days=ahead)).isoformat()


def german(value: str) -> str:
    return ".".join(reversed(value.split("-")))


def clara_opens_a_campaign(walk: Walk) -> None:
    clara = walk.staff.clara
    clara.menu("Kampagnen")
    clara.follow("Kampagne vorbereiten")
    clara.fill(
        name=f"Macht es einfach! {walk.name}",
        question="Was macht den Weg aus dem Leistungsbezug leichter?",
        goal="Mehr Menschen finden nach langem Leistungsbezug Arbeit.",
        promise="Die Projektlenkungsgruppe entscheidet über jede Idee und sagt, warum.",
        opens_on=day(0),
        closes_on=day(30),
        decides_on=day(60),
    )
    clara.press("Speichern")
    clara.sees("Bitte schreiben Sie die Frage, das Ziel, woran wir es merken,")
    clara.follow("Texte und Termine bearbeiten")
    clara.fill(measure="Weniger Menschen im Langzeitbezug.", sponsor="Geschäftsführung")
    clara.press("Speichern")
    clara.sees("Bereit zur Eröffnung")
    clara.confirm("Kampagne eröffnen")
    clara.sees("Die Kampagne ist eröffnet.")


def anna_writes_and_hands_in(walk: Walk) -> None:
    anna = walk.staff.anna
    anna.visit("/")
    anna.follow("Idee einbringen")
    anna.fill(campaign=f"Macht es einfach! {walk.name}", title=walk.title,
              problem="Viele verstehen unsere **Einladungen** nicht.")  # fmt: skip
    anna.press("Vorschau")
    anna.sees("Noch ist nichts gespeichert.", "Viele verstehen unsere Einladungen nicht.")
    assert anna.main.locator(".rich-text strong").first.inner_text() == "Einladungen"
    anna.press("Entwurf speichern")
    anna.sees("Ihr Entwurf ist gespeichert. Nur Sie sehen ihn.")
    anna.check()
    anna.sees("Eines fehlt noch", "Bitte schreiben Sie mindestens den Titel, das Problem")
    anna.follow("Zurück zum Entwurf")
    anna.fill(proposal="Eine Seite, kurze Sätze, oben steht der Termin.",
              benefit="Mehr Menschen kommen zum ersten Gespräch.")  # fmt: skip
    anna.picture("entwurf")
    anna.check()
    anna.sees("Was schlagen Sie vor? Eine Seite, kurze Sätze, oben steht der Termin.")
    anna.picture("pruefen")
    anna.press("Jetzt einreichen")
    walk.happened("Die Idee wurde eingereicht.")
    walk.number = re.search(r"Idee (\d{4}-\d+)", anna.text).group(1)
    anna.sees(
        f"Eingangsbestätigung für Idee {walk.number}",
        f"Eingereicht am {german(day(0))},",
        "Der gespeicherte Text passt zur Prüfsumme.",
        "Dran ist: Ideenkoordination, spätestens bis zum",
    )
    anna.picture("eingang")
    checksum = re.search(r"Prüfsumme \(SHA-256\) ([0-9a-f]{64})", anna.text).group(1)
    until = re.search(r"spätestens bis zum ([0-9.]+)\.", anna.text).group(1)
    mail = letter(walk.staff.house, address("anna"), f"Ihre Idee {walk.number} ist angekommen")
    assert checksum in mail
    assert f"spätestens bis zum {until}." in mail


def clara_screens_and_anna_answers(walk: Walk) -> None:
    anna, bernd, clara = walk.staff.anna, walk.staff.bernd, walk.staff.clara
    bernd.visit(walk.path, status=404)
    assert letter(walk.staff.house, address("clara"), f"Neue Idee {walk.number}")
    clara.menu("Vorprüfung")
    clara.follow(walk.title)
    clara.picture("vorpruefung-neu")
    clara.press("Veröffentlichen und Vorprüfung beginnen")
    clara.sees("Die Idee ist veröffentlicht. Die Vorprüfung hat begonnen.")
    walk.happened("Die Idee wurde veröffentlicht, die Vorprüfung hat begonnen.")
    bernd.visit(walk.path)
    clara.main.get_by_text("Rückfrage stellen").click()
    clara.fill(question=QUESTION)
    clara.press("Frage absenden")
    clara.sees("Ihre Frage ist unterwegs zur einreichenden Person.")
    walk.happened("Die Ideenkoordination hat eine Rückfrage.", QUESTION)
    assert QUESTION in letter(
        walk.staff.house, address("anna"), f"Frage zu Ihrer Idee {walk.number}"
    )
    anna.visit("/")
    anna.follow(f"Beantworten Sie die Rückfrage zu „{walk.title}“")
    anna.sees(QUESTION)
    anna.fill(answer=ANSWER)
    anna.press("Antwort senden")
    anna.sees("Vielen Dank. Die Ideenkoordination macht mit Ihrer Idee weiter.")
    walk.happened("Die Rückfrage wurde beantwortet.", ANSWER)
    clara.visit(f"{walk.path.replace('/ideen', '/steuerung/ideen')}/vorpruefung")
    clara.picture("vorpruefung")
    clara.press("Speichern und zur Bewertung weitergeben", status=409)
    clara.sees("Bitte beantworten Sie zuerst alle Prüffragen.")
    clara.fill(answer_competence="yes", answer_lawful="unclear", answer_new="yes",
               answer_no_client_data="yes", note_lawful="Klärt die Ausarbeitung.")  # fmt: skip
    clara.press("Speichern und zur Bewertung weitergeben")
    clara.sees("Die Idee hat die Vorprüfung bestanden und wartet auf eine Runde.")
    walk.happened(
        "Die Idee hat die Vorprüfung bestanden und wartet auf die nächste Bewertungsrunde."
    )


def olaf_joins_in(walk: Walk) -> None:
    olaf = walk.staff.olaf
    olaf.menu("Ideen")
    olaf.fill(suche=f"einfacher Sprache {walk.name}")
    olaf.press("Anzeigen")
    olaf.picture("ideen")
    olaf.follow(walk.title)
    olaf.fill(text="Bei uns am Empfang fragen viele nach. Ich helfe gern mit.")
    olaf.press("Kommentieren")
    olaf.sees("Ihr Kommentar ist da.", "Olaf Özdemir", "Ich helfe gern mit.")
    olaf.press("Unterstützen")
    olaf.sees("Sie unterstützen diese Idee.", "Unterstützung 1")
    olaf.press("Beobachten")
    olaf.sees("Sie beobachten diese Idee. Neues kommt in Ihren Posteingang.")
    assert letter(walk.staff.house, address("anna"), f"Kommentar zu Ihrer Idee {walk.number}")


def doris_opens_a_round(walk: Walk) -> None:
    doris = walk.staff.doris
    doris.menu("Bewertungsrunden")
    doris.sees(f"Macht es einfach! {walk.name}: 1 Idee wartet")
    doris.follow("Runde eröffnen")
    campaign = f"Macht es einfach! {walk.name} (1 Idee wartet)"
    doris.fill(campaign=campaign, name=f"Runde {walk.name}", due_on=day(14))
    doris.press("Runde eröffnen")
    doris.sees("Die Runde ist offen. Alle Mitglieder erfahren es.")
    row = doris.main.get_by_role("row").filter(has_text=f"Runde {walk.name}")
    link = row.get_by_role("link", name="Runde schließen")
    walk.round = link.get_attribute("href").removesuffix("/schliessen")
    walk.happened("Die Projektlenkungsgruppe bewertet die Idee.")


def all_members_score(walk: Walk) -> None:
    for name, marks in SCORES.items():
        desk = getattr(walk.staff, name)
        if name != "doris":  # who opened the round need not be told
            assert letter(walk.staff.house, address(name), f"Bitte bewerten: Runde {walk.name}")
        desk.menu("Bewerten")
        desk.follow(walk.title)
        desk.sees(f"Bewerten: {walk.title}", "deutlicher, direkter Beitrag, Wirkungsweg benannt")
        _fill_marks(desk, marks)
        if {1, 5} & set(marks):
            desk.press("Speichern und nächste Idee", status=422)
            desk.sees("Bitte prüfen Sie Ihre Eingaben", "Bitte begründen Sie jede 1 und jede 5.")
            desk.picture(f"bewerten-{name}")
            for n, mark in enumerate(marks):
                if mark in {1, 5}:
                    desk.main.get_by_label("Kommentar zu „").nth(n).fill(SECRET)
        desk.press("Speichern und nächste Idee")
        desk.sees("Ihre Bewertung ist gespeichert.")
        desk.visit("/steuerung/bewerten")
        desk.sees_nothing_of(walk.title)


def _fill_marks(desk, marks: list[int]) -> None:
    scales = desk.main.locator("fieldset.rating")
    assert scales.count() == len(marks)
    for n, mark in enumerate(marks):
        scales.nth(n).locator(f'input[value="{mark}"]').check()


def nobody_sees_scores_yet(walk: Walk) -> None:
    jan, doris, anna = walk.staff.jan, walk.staff.doris, walk.staff.anna
    for desk in (jan, doris, anna):
        desk.visit(f"{walk.round}/rangfolge", status=404)
        desk.visit(f"{walk.round}{walk.path}", status=404)
    jan.menu("Bewertungsrunden")
    jan.sees(f"Runde {walk.name}", "verdeckt bis zum Schließen der Runde")
    walk.staff.bernd.visit(f"/steuerung{walk.path}/bewertung")
    walk.staff.bernd.sees_nothing_of(SECRET)


def doris_closes_and_decides(walk: Walk) -> None:
    doris = walk.staff.doris
    doris.menu("Bewertungsrunden")
    row = doris.main.get_by_role("row").filter(has_text=f"Runde {walk.name}")
    doris.follow("Runde schließen", inside=row)
    doris.press("Schließen und Ergebnisse freigeben")
    walk.happened("Die Bewertung ist abgeschlossen, die Projektlenkungsgruppe berät.")
    doris.visit(f"{walk.round}/rangfolge")
    row = doris.main.get_by_role("row", name=walk.title).inner_text().split()
    assert [row[0], row[-1]] == ["1", walk.number]
    assert [word for word in row if "," in word or word == "4"] == ["67,2", "4", "50,0", "82,5"]
    doris.picture("rangfolge")
    doris.follow(walk.title)
    doris.sees("67,2 von 100", SECRET)
    doris.sees_nothing_of("Bernd", "Jan Jansen")
    doris.picture("ergebnis")
    doris.follow("Entscheidung festhalten")
    doris.fill(outcome="select", reason_internal=INTERNAL, letter=LETTER, yes=2, no=0, abstain=0)
    doris.tick("Bernd Brandt", "Doris Dehn")
    doris.press("Entscheidung festhalten", status=422)
    doris.sees("Die Gruppe ist nicht beschlussfähig.", "2 von 4 Mitgliedern")
    doris.tick("Emine Erdem", "Jan Jansen")
    doris.fill(yes=3, abstain=1)
    doris.press("Vorschau des Schreibens")
    doris.sees("An: Anna Albrecht", "Es ist noch nichts gespeichert.")
    doris.picture("entscheiden")
    doris.press("Entscheidung festhalten")
    doris.sees("Die Entscheidung ist festgehalten. Sichtbar wird sie, wenn Sie sie freigeben.")
    walk.happened("Die Entscheidung wird vorbereitet.")


def nothing_is_told_before_the_release(walk: Walk) -> None:
    anna = walk.staff.anna
    for path in ("/", walk.path, "/benachrichtigungen", "/ideen?meine=1"):
        anna.visit(path)
        anna.sees_nothing_of("wurde ausgewählt", LETTER, INTERNAL)
        assert "Ausgewählt" not in anna.main.locator(".kern-badge").all_inner_texts()
    told = subjects(walk.staff.house, address("anna"))
    assert f"Ihre Idee {walk.number} wurde ausgewählt" not in told


def doris_releases_and_anna_reads(walk: Walk) -> None:
    anna, doris = walk.staff.anna, walk.staff.doris
    doris.menu("Entscheidungen")
    doris.sees(walk.title, "auswählen", LETTER)
    doris.picture("entscheidungen")
    doris.press("Entscheidung freigeben")
    doris.sees("Die Entscheidung ist freigegeben; das Schreiben geht an die einreichende Person.")
    walk.happened("Die Idee wurde ausgewählt.", LETTER)
    anna.menu("Posteingang")
    anna.sees("Die Idee wurde ausgewählt.", LETTER)
    anna.picture("posteingang")
    anna.visit(walk.path)
    anna.sees("Ausgewählt", LETTER)
    anna.sees_nothing_of(INTERNAL)
    mail = letter(walk.staff.house, address("anna"), f"Ihre Idee {walk.number} wurde ausgewählt")
    assert LETTER in mail
    assert INTERNAL not in mail
    assert INTERNAL not in anna.page.content()
