"""One idea walks from the first thought to Abgeschlossen, with everybody it needs on the way."""

import pytest

from tests.journeys import carrying, choosing
from tests.journeys.choosing import Walk
from tests.journeys.desk import Desk, flat, letter
from tests.journeys.staff import ROLES, Staff, address, invite_everybody, sign_in
from tests.server import running

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def staffed_house(tmp_path_factory, chromium):
    """An empty house into which everybody was invited."""
    with running(tmp_path_factory.mktemp("house"), demo=False) as house:
        windows = [chromium.new_context(java_script_enabled=False, locale="de-DE") for _ in "ab"]
        armin, newcomer = (Desk(window.new_page(), house) for window in windows)
        invite_everybody(house, armin, newcomer)
        yield house
        for window in windows:
            window.close()


@pytest.fixture
def staff(staffed_house, open_page, scripts):
    """Everybody signed in, all with scripts or all without."""
    desks = {}
    for name in ROLES:
        desks[name] = Desk(open_page(scripts=scripts), staffed_house, pictures="js" * scripts)
        sign_in(desks[name], name)
    return Staff(staffed_house, **desks)


@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_an_idea_walks_from_the_first_thought_to_completed(staff, scripts):
    walk = Walk(staff, "mit Skripten" if scripts else "ohne Skripte")
    becomes_selected(walk)
    goes_into_daily_use(walk)
    history_is_complete(walk)


def becomes_selected(walk: Walk) -> None:
    choosing.clara_opens_a_campaign(walk)
    choosing.anna_writes_and_hands_in(walk)
    choosing.clara_screens_and_anna_answers(walk)
    choosing.olaf_joins_in(walk)
    choosing.doris_opens_a_round(walk)
    choosing.all_members_score(walk)
    choosing.nobody_sees_scores_yet(walk)
    choosing.doris_closes_and_decides(walk)
    choosing.nothing_is_told_before_the_release(walk)
    choosing.doris_releases_and_anna_reads(walk)


def goes_into_daily_use(walk: Walk) -> None:
    carrying.doris_names_olaf(walk)
    carrying.olaf_asks_for_the_gate(walk, 0)
    carrying.doris_releases(walk, 0)
    carrying.doris_sends_it_back_once(walk, 1)
    carrying.olaf_asks_for_the_gate(walk, 1)
    carrying.doris_releases(walk, 1)
    carrying.olaf_reports(walk)
    carrying.olaf_parks_and_resumes(walk, "Lösung ausarbeiten")
    carrying.olaf_asks_for_the_gate(walk, 2)
    carrying.doris_releases(walk, 2)
    carrying.clara_moves_it_back(walk, 2)
    for phase in range(2, len(carrying.PHASES)):
        carrying.olaf_asks_for_the_gate(walk, phase)
        carrying.doris_releases(walk, phase)


def history_is_complete(walk: Walk) -> None:
    """Every step stands on the idea's page, in order, each with its reason."""
    anna = walk.staff.anna
    anna.visit(walk.path)
    anna.picture("idee")
    entries = anna.main.locator("ol.timeline > li").all()
    found = [
        (
            flat(entry.locator(".timeline__what").inner_text()),
            flat(" ".join(entry.locator(".timeline__reason").all_inner_texts())),
        )
        for entry in entries
    ]
    assert found == walk.history
    anna.sees("Ausgewählt", "abgeschlossen")
    anna.menu("Vorhaben")
    anna.follow("abgeschlossen (")
    anna.sees(walk.title)
    mail = letter(walk.staff.house, address("anna"), f"Abgeschlossen: {walk.title}")
    assert "Danke dafür." in mail
