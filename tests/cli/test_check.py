"""`check` finds what should not be: one line each, and ends with 1."""

import pytest
from sqlalchemy import text

from ideas.core import database
from ideas.core.database import session
from ideas.ideation.actions import seal_draft, support
from ideas.ideation.queries import get_draft
from tests.build import byways, sealed
from tests.build.ideation import draft
from tests.build.steering import attempt, decided, evaluated, in_round, in_screening, score
from tests.build.talk import said
from tests.build.together import shared_draft, thrown_away

DAMAGES = {
    "UPDATE idea SET comment_count = 7": "zählt 7 Kommentare, es sind 1",
    "UPDATE idea SET support_count = support_count + 1": "Unterstützungen",
    "UPDATE idea SET status = 'declined'": "der Status ist declined, das Protokoll sagt",
    "UPDATE idea SET published_at = NULL": "nicht veröffentlicht",
    "UPDATE idea SET title = 'Ein anderer'": "zeigt einen anderen Text",
    "UPDATE idea_version SET proposal = 'Ein anderer'": "passt nicht zum Text",
    "DELETE FROM idea_text": "flask reindex hilft",
    "UPDATE series SET last = 0": "vergeben ist schon",
    "UPDATE idea SET submitted_at = NULL": "Nummer und Eingang",
    "UPDATE round_idea SET mean = mean + 1": "ist nicht das ihrer Punkte",
    "UPDATE round_idea SET scores = 9": "ist nicht das ihrer Punkte",
    "UPDATE score SET weighted = 1.5 WHERE kind = 'scored'": "ergibt einen anderen Wert",
    "UPDATE decision SET yes = 9": "Die Stimmen passen nicht",
    "UPDATE decision SET members = 40": "ohne Beschlussfähigkeit",
    "UPDATE decision SET excluded = present": "Ausgeschlossene",
    "UPDATE comment SET hidden_at = made_at": "zählt 1 Kommentare, es sind 0",
    "UPDATE comment SET thread_id = id": "antwortet auf keinen Beginn",
    "UPDATE comment SET edits = 3": "bewahrt sind 0 Fassungen",
    "UPDATE comment SET objected_at = made_at": "ist aber nicht ausgeblendet",
    "UPDATE campaign SET support_limit = 0": "erlaubt sind 0",
    "UPDATE head SET sequence = sequence + 1": "sein Ende nennt eine andere Zahl",
    "UPDATE entry SET subject_id = 999999 WHERE event = 'idea.screened'": "das es nicht gibt",
    "UPDATE campaign SET is_permanent = NOT is_permanent": "genau einen dauerhaften Kanal",
    "UPDATE criterion SET weight = 99": "ergeben nicht 100",
    "UPDATE campaign SET phase_count = 2": "zählt 2 Phasen, es sind 0",
    "UPDATE campaign SET question_count = 2": "zählt 2 Fragen, es sind 0",
    "UPDATE idea SET answer_count = 3": "zählt 3 Antworten, es sind 0",
    "UPDATE person SET is_system = (1 = 0)": "genau eine Person „System“",
    "UPDATE grant_of_role SET role = 'administrator' WHERE role = 'chair'": "noch eine andere",
    "UPDATE idea SET is_sealed = (1 = 0)": "anonym und versiegelt",
    "UPDATE idea SET author_id = 1 WHERE is_sealed": "nennt doch jemand anderes",
    "UPDATE idea SET has_company = is_sealed": "hat doch Mitwirkende",
    "UPDATE sealed_author SET ciphertext = nonce": "Schlüsseln hier nicht öffnen",
    "UPDATE sealed_author SET mark = nonce": "Schlüsseln hier nicht öffnen",
    "UPDATE person SET standing = 'active' WHERE is_pseudonym": "hat ein offenes Konto",
    "UPDATE idea SET coauthor_ids = '[1]'": "nennt andere Mitwirkende",
    "UPDATE idea SET former_author_ids = '[1]'": "nennt andere frühere Mitwirkende",
    "UPDATE coauthor SET took_part = (1 = 0)": "ohne dass es vermerkt ist",
    "UPDATE coauthor SET part = 'author'": "nicht übergeben",
    "UPDATE idea SET author_id = (SELECT person_id FROM coauthor)": "gehört der ersten Autorin",
    "UPDATE idea SET has_company = (1 = 0)": "die von niemandem weiß",
    "UPDATE notice SET message_id = NULL": "hat keine Kennung",
    "UPDATE notice SET due_at = NULL": "wartet ohne Termin",
    "UPDATE idea SET paused_on = '2026-01-05'": "ohne Anlass angehalten",
    "UPDATE idea SET correction_count = 3": "zählt 3 Berichtigungen, im Protokoll stehen 0",
    "UPDATE notice SET mail = 'sent'": "ging hinaus ohne Zeit",
    "UPDATE notice SET mail = 'failed' WHERE mail = 'pending'": "gescheitert ohne Grund",
}


def test_a_house_in_use_is_in_order(run, anna, olaf):
    thrown_away(shared_draft(by=anna, others=[olaf]), by=anna)
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
def test_each_damage_is_found_and_named(run, anna, olaf, damage):
    shared_draft(by=anna, others=[olaf])
    number = decided(by=anna)
    said(number, "Aha.", by=olaf)
    attempt(support, number, actor=olaf)
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


BYWAY_DAMAGES = {
    "UPDATE fast_track SET ended_at = proposed_at": "Schnellweg und Status passen nicht",
    "UPDATE fast_track SET stage = 'done'": "sein Stand sagt anderes",
    "UPDATE idea SET status = 'scoring' WHERE status = 'forwarded'": "gilt doch als weitergeleitet",
    "UPDATE objection SET verdict = 'stands'": "beantwortet ohne Ergebnis",
    "UPDATE idea SET status = 'scoring' WHERE status = 'inadmissible'": "wieder im Verfahren",
    "UPDATE objection SET entry_sequence = 1": "fremde Entscheidung",
    "UPDATE idea SET status = 'scoring' WHERE status = 'deferred'": "ohne zurückgestellt zu sein",
    "UPDATE event_tag SET released_at = made_at": "das eingetreten ist",
    "UPDATE decision SET office = 'Zentrale', ask_again_on = defer_until": "genannte Stelle passen",
}


@pytest.fixture
def beside(anna):
    """Ideas on every byway."""
    byways.forwarded(by=anna)
    byways.agreed(by=anna)
    byways.object_to(closed := byways.closed(by=anna), by=anna)
    byways.deferred(by=anna, tags=(byways.tag(),))
    return closed


def test_a_house_with_byways_is_in_order(run, anna, beside):
    byways.done(by=anna)
    assert (run("check").exit_code, beside != "") == (0, True)


@pytest.mark.parametrize("damage", BYWAY_DAMAGES)
def test_each_damage_beside_the_main_way_is_found(run, beside, damage):
    assert beside
    with database.transaction():
        session.execute(text(damage))
    result = run("check")
    assert result.exit_code == 1
    assert BYWAY_DAMAGES[damage].lower() in result.stdout.lower()
