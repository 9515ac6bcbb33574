"""`check` finds what should not be: one line each, and ends with 1."""

import pytest
from sqlalchemy import text

from ideas.core import database
from ideas.core.database import session
from ideas.ideation.actions import seal_draft
from ideas.ideation.queries import get_draft
from tests.build import sealed
from tests.build.ideation import draft
from tests.build.steering import decided, evaluated, in_round, in_screening, score

DAMAGES = {
    "UPDATE idea SET comment_count = 7": "zählt 7 Kommentare, es sind 0",
    "UPDATE idea SET support_count = support_count + 1": "Unterstützungen",
    "UPDATE idea SET status = 'declined'": "der Status ist declined, das Protokoll sagt",
    "UPDATE idea SET published_at = NULL": "nicht veröffentlicht",
    "UPDATE idea SET title = 'Ein anderer'": "zeigt einen anderen Text",
    "DELETE FROM idea_text": "fehlt im Suchverzeichnis",
    "UPDATE series SET last = 0": "vergeben ist schon",
    "UPDATE idea SET submitted_at = NULL": "Nummer und Eingang",
    "UPDATE round_idea SET mean = mean + 1": "ist nicht das ihrer Punkte",
    "UPDATE round_idea SET scores = 9": "ist nicht das ihrer Punkte",
    "UPDATE score SET weighted = 1.5 WHERE kind = 'scored'": "ergibt einen anderen Wert",
    "UPDATE decision SET yes = 9": "Die Stimmen passen nicht",
    "UPDATE decision SET members = 40": "ohne Beschlussfähigkeit",
    "UPDATE decision SET excluded = present": "Ausgeschlossene",
    "UPDATE head SET sequence = sequence + 1": "sein Ende nennt eine andere Zahl",
    "UPDATE entry SET subject_id = 999999 WHERE event = 'idea.screened'": "das es nicht gibt",
    "UPDATE campaign SET is_permanent = NOT is_permanent": "genau einen dauerhaften Kanal",
    "UPDATE criterion SET weight = 99": "ergeben nicht 100",
    "UPDATE person SET is_system = (1 = 0)": "genau eine Person „System“",
    "UPDATE grant_of_role SET role = 'administrator' WHERE role = 'chair'": "noch eine andere",
    "UPDATE idea SET is_sealed = (1 = 0)": "anonym und versiegelt",
    "UPDATE idea SET author_id = 1 WHERE is_sealed": "nennt doch jemand anderes",
    "UPDATE sealed_author SET ciphertext = nonce": "Schlüsseln hier nicht öffnen",
    "UPDATE sealed_author SET mark = nonce": "Schlüsseln hier nicht öffnen",
    "UPDATE person SET standing = 'active' WHERE is_pseudonym": "hat ein offenes Konto",
    "UPDATE notice SET message_id = NULL": "hat keine Kennung",
    "UPDATE notice SET due_at = NULL": "wartet ohne Termin",
    "UPDATE notice SET mail = 'sent'": "ging hinaus ohne Zeit",
    "UPDATE notice SET mail = 'failed' WHERE mail = 'pending'": "gescheitert ohne Grund",
}


def test_a_house_in_use_is_in_order(run, anna):
    decided(by=anna)
    evaluated(by=anna)
    number, _round_id = in_round(by=anna)
    score(number, "bernd", 4)
    in_screening(by=anna)
    sealed.asked(sealed.published(by=anna))
    sealed.posted(by=anna)
    sealed.draft(by=anna)
    with database.transaction():
        seal_draft(get_draft(draft(by=anna), reader=anna), actor=anna)
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "Alles in Ordnung.\n")


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_damage_is_found_and_named(run, anna, damage):
    decided(by=anna)
    sealed.published(by=anna)
    with database.transaction():
        session.execute(text(damage))
    result = run("check")
    assert result.exit_code == 1
    assert DAMAGES[damage].lower() in result.stdout.lower()


def test_results_in_a_sealed_round_are_found(run, anna):
    in_round(by=anna)
    with database.transaction():
        session.execute(text("UPDATE round_idea SET scores = 3, mean = 50"))
    result = run("check")
    assert result.exit_code == 1
    assert "hat in der versiegelten Runde" in result.stdout
