"""From the selected idea to daily use, phase by phase over the board."""

from tests.journeys.choosing import Walk, day, german
from tests.journeys.desk import Desk, letter
from tests.journeys.staff import address

PHASES = [
    ("Ausgewählt", "Start freigegeben"),
    ("Auftrag klären", "Auftrag erteilt"),
    ("Lösung ausarbeiten", "Erprobung freigegeben"),
    ("Erproben", "Einführung entschieden"),
    ("Einführen", "In den Regelbetrieb übergeben"),
    ("Regelbetrieb – Wirkung prüfen", "Wirkung festgestellt"),
]
EVIDENCE = "Vermerk vom Montag, Team Leistung."
UNMET = "Der Personalrat ist noch nicht gefragt."
REWORK = "Bitte fragen Sie zuerst den Personalrat."
PAUSE = "Das neue Schreibprogramm kommt erst im Frühjahr."
BACK = "Die erste Fassung war noch zu lang; wir schreiben sie neu."


def project(walk: Walk) -> str:
    return f"/vorhaben/{walk.number}"


def doris_names_olaf(walk: Walk) -> None:
    doris, olaf = walk.staff.doris, walk.staff.olaf
    doris.menu("Vorhaben")
    doris.follow("Ausgewählte Ideen aufnehmen")
    doris.follow("Verantwortliche Person benennen")
    doris.sees(walk.title)
    doris.fill(owner="Olaf Özdemir – Team Leistung")
    doris.press("Vorhaben beginnen")
    doris.sees(f"„{walk.title}“ ist jetzt ein Vorhaben.", "Ausgewählt · in Arbeit")
    walk.happened("Die Idee ist jetzt ein Vorhaben, die Verantwortung dafür ist vergeben.")
    assert letter(walk.staff.house, address("olaf"), f"Das Vorhaben beginnt: {walk.title}")
    olaf.visit("/")
    olaf.follow("Ihr Vorhaben voranbringen")
    olaf.picture("vorhaben")


def olaf_asks_for_the_gate(walk: Walk, phase: int, *, unmet: bool = False) -> None:
    """Answer the three criteria, all met or the last one not, and ask."""
    olaf = walk.staff.olaf
    olaf.visit(project(walk))
    olaf.sees(f"{PHASES[phase][0]} · in Arbeit")
    olaf.follow("Antworten ändern" if answered(olaf) else "Prüfpunkte beantworten")
    olaf.sees(f"Prüfpunkte für die Freigabe „{PHASES[phase][1]}“")
    criteria = olaf.main.locator("fieldset")
    assert criteria.count() == 3
    for n in range(3):
        last = unmet and n == 2
        criteria.nth(n).get_by_label("nicht erfüllt" if last else "erfüllt", exact=True).check()
        evidence = olaf.main.get_by_label("Worauf stützt sich die Antwort?").nth(n)
        evidence.fill(UNMET if last else EVIDENCE)
    olaf.picture(f"pruefpunkte-{phase}")
    olaf.press("Antworten speichern")
    olaf.sees("Ihre Antworten sind gespeichert.")
    olaf.press("Freigabe beantragen")
    olaf.sees("Die Freigabe ist beantragt.", f"{PHASES[phase][0]} · wartet auf Freigabe")
    walk.happened("Die Freigabe der nächsten Phase wurde beantragt.")


def answered(desk: Desk) -> bool:
    return desk.main.get_by_role("link", name="Antworten ändern").count() > 0


def doris_decides(walk: Walk, phase: int, outcome: str, reason: str, *, status: int = 200) -> None:
    doris = walk.staff.doris
    doris.visit(project(walk))
    doris.follow("Über die Freigabe entscheiden")
    doris.sees(f"Freigabe „{PHASES[phase][1]}“", walk.title)
    doris.main.get_by_label(outcome, exact=True).check()
    doris.fill(reason=reason)
    doris.press("Entscheidung festhalten", status=status)


def doris_releases(walk: Walk, phase: int) -> None:
    reason = f"„{PHASES[phase][1]}“: Alles da, gern weiter."
    doris_decides(walk, phase, "freigegeben", reason)
    if phase + 1 < len(PHASES):
        following = PHASES[phase + 1][0]
        walk.staff.doris.sees(f"„{walk.title}“ ist jetzt in „{following}“.")
        walk.happened("Die Freigabe ist erteilt, das Vorhaben rückt eine Phase weiter.", reason)
        stands_in(walk, following)
    else:
        walk.staff.doris.sees(f"„{walk.title}“ ist abgeschlossen.")
        walk.happened("Das Vorhaben ist abgeschlossen.", reason)


def stands_in(walk: Walk, phase: str) -> None:
    """The card stands in this lane of the board, and in no other."""
    anna = walk.staff.anna
    anna.menu("Vorhaben")
    lanes = anna.main.locator("section.lane").filter(has_text=walk.title)
    assert lanes.count() == 1
    assert lanes.get_by_role("heading", level=2).inner_text().startswith(f"{phase} (")


def doris_sends_it_back_once(walk: Walk, phase: int) -> None:
    """An unmet criterion keeps the gate shut; rework says what is missing."""
    olaf_asks_for_the_gate(walk, phase, unmet=True)
    doris_decides(walk, phase, "freigegeben", "Trotzdem weiter.", status=409)
    walk.staff.doris.sees("Eine Freigabe ist nicht möglich", "Bitte wählen Sie Nacharbeiten.")
    walk.staff.doris.picture("freigabe")
    doris_decides(walk, phase, "Nacharbeiten", REWORK)
    walk.happened("Vor der Freigabe ist noch etwas nachzuarbeiten.", REWORK)
    assert REWORK in letter(walk.staff.house, address("olaf"), f"Es fehlt noch etwas: {walk.title}")


def olaf_reports(walk: Walk) -> None:
    olaf, anna = walk.staff.olaf, walk.staff.anna
    olaf.visit(project(walk))
    olaf.follow("Statusbericht schreiben")
    olaf.fill(health="at_risk", how="Zwei Fassungen liegen vor.",
              next_step="Mit drei Kundinnen und Kunden lesen.", next_date=day(9))  # fmt: skip
    olaf.press("Bericht veröffentlichen", status=422)
    olaf.sees("Bitte schreiben Sie, was Sie brauchen, damit es wieder in den Plan kommt.")
    olaf.fill(need="Einen Raum am Empfang, vom Team Service.")
    olaf.press("Bericht veröffentlichen")
    olaf.sees("gefährdet", "Zwei Fassungen liegen vor.", "Einen Raum am Empfang")
    olaf.picture("bericht")
    walk.happened("Es gibt einen neuen Statusbericht.")
    anna.menu("Vorhaben")
    card = anna.main.locator("li.ticket").filter(has_text=walk.title)
    assert "gefährdet" in card.inner_text()
    assert f"Nächster Termin: {german(day(9))}" in card.inner_text()


def olaf_parks_and_resumes(walk: Walk, phase: str) -> None:
    olaf, anna = walk.staff.olaf, walk.staff.anna
    olaf.visit(project(walk))
    olaf.follow("Parken …")
    olaf.fill(reason=PAUSE, resume_on=day(60))
    olaf.press("Parken")
    olaf.sees(f"„{walk.title}“ ist geparkt.", f"Geparkt bis {german(day(60))}")
    walk.happened("Das Vorhaben wurde für eine Weile geparkt.", PAUSE)
    anna.menu("Vorhaben")
    assert anna.main.locator("li.ticket").filter(has_text=walk.title).count() == 0
    anna.follow("geparkt (")
    anna.sees(walk.title, f"Wiedervorlage am {german(day(60))}", f"zuletzt in „{phase}“")
    olaf.press("Arbeit fortsetzen")
    walk.happened("Die Arbeit am Vorhaben geht weiter.")
    stands_in(walk, phase)


def clara_moves_it_back(walk: Walk, phase: int) -> None:
    clara = walk.staff.clara
    clara.menu("Vorhaben")
    card = clara.main.locator("li.ticket").filter(has_text=walk.title)
    clara.follow("Verschieben …", inside=card)
    clara.sees("Nur mit der Freigabe „", "Noch nicht beantwortet:", "Zurück geht es nur mit")
    clara.picture("verschieben")
    clara.main.get_by_label(PHASES[phase][0], exact=True).check()
    clara.press("Verschieben", status=422)
    clara.sees("Bitte geben Sie eine Begründung an.")
    clara.fill(reason=BACK)
    clara.press("Verschieben")
    walk.happened("Das Vorhaben wurde in eine frühere Phase zurückgeschoben.", BACK)
    stands_in(walk, PHASES[phase][0])
