"""Up and down within a phase: one place for each card, whatever happens at once."""

from threading import Barrier, Thread

import pytest

from ideas.core.database import transaction
from ideas.core.errors import NotAllowed, NotPossible
from ideas.maturation import queries
from ideas.maturation.actions import Side, reorder_project
from tests.build import maturation as build
from tests.personas import person_named

TITLES = ("Eins", "Zwei", "Drei", "Vier")


@pytest.fixture
def cards(anna, olaf, doris):
    """Four cards in the first phase, by title."""
    return {
        title: build.new_project(author=anna, owner=olaf, chair=doris, title=title)
        for title in TITLES
    }


def lane(reader):
    with transaction():
        return [card.title for card in queries.board(reader).lanes[0].cards]


def ids(cards, reader):
    return {title: build.look_at(number, reader=reader).id for title, number in cards.items()}


def put(card, side, anchor, *, actor):
    with transaction():
        project = queries.get_card(card, reader=actor)
        return reorder_project(project, anchor, side, actor=actor)


def test_a_card_goes_before_and_after_another_one(cards, clara):
    known = ids(cards, clara)
    put(known["Vier"], Side.BEFORE, known["Zwei"], actor=clara)
    assert lane(clara) == ["Eins", "Vier", "Zwei", "Drei"]
    put(known["Eins"], Side.AFTER, known["Drei"], actor=clara)
    assert lane(clara) == ["Vier", "Zwei", "Drei", "Eins"]
    spot = put(known["Eins"], Side.BEFORE, known["Vier"], actor=clara)

    assert lane(clara) == ["Eins", "Vier", "Zwei", "Drei"]
    assert (spot.place, spot.of, spot.neighbour_left) == (1, 4, False)


def test_a_neighbour_that_has_left_means_the_end(cards, clara, olaf, doris):
    known = ids(cards, clara)
    build.pass_gate(cards["Drei"], owner=olaf, chair=doris)
    spot = put(known["Eins"], Side.BEFORE, known["Drei"], actor=clara)

    assert lane(clara) == ["Zwei", "Vier", "Eins"]
    assert (spot.place, spot.of, spot.neighbour_left) == (3, 3, True)


def test_many_inserts_at_one_spot_keep_the_order_and_no_card_counts_as_moved(cards, clara):
    known = ids(cards, clara)
    for _again in range(15):
        put(known["Drei"], Side.BEFORE, known["Zwei"], actor=clara)
        put(known["Vier"], Side.BEFORE, known["Zwei"], actor=clara)
    projects = [build.look_at(number, reader=clara) for number in cards.values()]

    assert lane(clara) == ["Eins", "Drei", "Vier", "Zwei"]
    assert {project.place_version for project in projects} == {1}


def test_the_steps_are_in_the_history_and_told_to_nobody(cards, clara):
    known = ids(cards, clara)
    put(known["Zwei"], Side.BEFORE, known["Eins"], actor=clara)

    assert build.history(cards["Zwei"], reader=clara)[-1] == "idea.reordered"


def test_only_coordination_and_chair_order_the_cards(cards, olaf, anna):
    known = ids(cards, anna)
    for person in (olaf, anna):
        with pytest.raises(NotAllowed):
            put(known["Zwei"], Side.BEFORE, known["Eins"], actor=person)


def test_what_is_off_the_board_has_no_place(cards, clara):
    known = ids(cards, clara)
    build.park(cards["Zwei"], actor=clara)
    with pytest.raises(NotPossible):
        put(known["Zwei"], Side.BEFORE, known["Eins"], actor=clara)


@pytest.mark.usefixtures("cards")
def test_buttons_move_the_card_and_the_page_says_where_it_is(browse, clara):
    page = browse(clara).get("/vorhaben").submit("↑ Auf: Drei")

    assert "„Drei“ ist jetzt in „Ausgewählt“ auf Platz 2 von 4." in page.text
    assert page.tree.find(".//title").text.startswith("Verschoben: Vorhaben")
    assert lane(clara) == ["Eins", "Drei", "Zwei", "Vier"]
    assert "Ab: Vier" not in " ".join(page.buttons())
    assert "Auf: Eins" not in " ".join(page.buttons())
    page.submit("↓ Ab: Eins")
    assert lane(clara) == ["Drei", "Eins", "Zwei", "Vier"]


def test_the_redirect_leads_to_the_link_of_the_card(browse, cards, clara):
    page = browse(clara).get("/vorhaben").submit("↑ Auf: Drei", follow=False)
    card = ids(cards, clara)["Drei"]

    assert page.status == 303
    assert page.headers["Location"] == f"/vorhaben?verschoben={card}#karte-{card}"


def test_with_a_filter_the_buttons_mean_the_visible_neighbour(browse, cards, clara, doris, anna):
    other = build.new_project(author=anna, owner=clara, chair=doris, title="Fünf")
    build.new_project(author=anna, owner=clara, chair=doris, title="Sechs")
    known = ids({**cards, "Fünf": other}, clara)
    put(known["Fünf"], Side.BEFORE, known["Zwei"], actor=clara)
    page = browse(clara).get("/vorhaben?meine=1").submit("↑ Auf: Sechs")

    assert "auf Platz 2 von 6" in page.text
    assert "Filter aktiv" in page.text
    assert page.url.startswith("/vorhaben?")
    assert "meine=1" in page.url
    assert lane(clara) == ["Eins", "Sechs", "Fünf", "Zwei", "Drei", "Vier"]


def test_the_page_says_when_the_neighbour_has_left(browse, cards, clara, olaf, doris):
    page = browse(clara).get("/vorhaben")
    build.pass_gate(cards["Zwei"], owner=olaf, chair=doris)

    assert "Die Nachbarkarte war nicht mehr da" in page.submit("↑ Auf: Drei").text
    assert lane(clara) == ["Eins", "Vier", "Drei"]


def token(page):
    form = next(form for form in page.tree.iter("form") if form.get("data-board") is not None)
    return {
        "csrf_token": next(f.get("value") for f in form.iter() if f.get("name") == "csrf_token")
    }


@pytest.mark.parametrize(
    "move", ["", "x", "1:before", "1:beside:2", "a:before:2", f"{9**25}:after:1"]
)
@pytest.mark.usefixtures("cards")
def test_anything_but_a_button_is_refused(browse, clara, move):
    browser = browse(clara)
    page = browser.get("/vorhaben")

    assert browser.post("/vorhaben/ordnen", {"move": move} | token(page)).status == 422


@pytest.mark.usefixtures("cards")
def test_a_card_nobody_knows_is_not_found(browse, clara):
    browser = browse(clara)
    page = browser.get("/vorhaben")

    assert browser.post("/vorhaben/ordnen", {"move": "987654:after:1"} | token(page)).status == 404


def at_once(*jobs):
    """Run the jobs at the same moment, each with a session of its own; return what failed."""
    start, failed = Barrier(len(jobs)), []

    def run(job):
        start.wait()
        try:
            job()
        except Exception as error:  # noqa: BLE001 (the test shows them)
            failed.append(error)

    threads = [Thread(target=run, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def project_of(title):
    anna, olaf, doris = (person_named(key) for key in ("anna", "olaf", "doris"))
    return build.new_project(author=anna, owner=olaf, chair=doris, title=title)


@pytest.mark.real_database
@pytest.mark.usefixtures("real_database")
def test_ten_cards_to_one_slot_at_once_keep_one_place_each():
    clara = person_named("clara")
    titles = [f"Karte {n}" for n in range(11)]
    cards = {title: project_of(title) for title in titles}
    known = ids(cards, clara)
    jobs = [
        lambda title=title: put(known[title], Side.BEFORE, known["Karte 0"], actor=clara)
        for title in titles[1:]
    ]

    assert at_once(*jobs) == []
    order = lane(clara)
    assert sorted(order) == sorted(titles)
    assert order[-1] == "Karte 0"
    sorts = [build.look_at(number, reader=clara).sort for number in cards.values()]
    assert len(set(sorts)) == len(sorts)
    assert list(queries.invariants()) == []


@pytest.mark.real_database
@pytest.mark.usefixtures("real_database")
def test_twenty_moves_of_one_card_at_once_leave_it_in_one_place():
    clara = person_named("clara")
    cards = {title: project_of(title) for title in TITLES}
    known = ids(cards, clara)
    anchors = [known[title] for title in ("Zwei", "Drei", "Vier")]
    jobs = [
        lambda n=n: put(
            known["Eins"], (Side.BEFORE, Side.AFTER)[n % 2], anchors[n % 3], actor=clara
        )
        for n in range(20)
    ]

    assert at_once(*jobs) == []
    order = lane(clara)
    assert sorted(order) == sorted(TITLES)
    assert [title for title in order if title != "Eins"] == ["Zwei", "Drei", "Vier"]


@pytest.mark.real_database
@pytest.mark.usefixtures("real_database")
def test_of_two_decisions_at_once_one_counts_and_moves_the_card_once():
    doris, olaf = person_named("doris"), person_named("olaf")
    number = project_of("Eins")
    build.answer_all(number, owner=olaf)
    build.ask(number, owner=olaf)
    failed = at_once(*[lambda: build.decide(number, chair=doris)] * 2)
    project = build.look_at(number, reader=doris)

    assert [type(error) for error in failed] == [NotPossible]
    assert project.last_phase.code == "charter"
