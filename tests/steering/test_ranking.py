"""What the group reads after the release: ranking and results."""

import pytest

from ideas.core.database import session, transaction
from ideas.steering.models import Round, RoundIdea, RoundStatus, ScoreKind
from ideas.steering.views import ranking
from tests.build import steering as build


def ranking_of(round_id: int) -> str:
    return f"/steuerung/runden/{round_id}/rangfolge"


def three_ideas(by) -> tuple[list[str], int]:
    """Three scored ideas, the last one best."""
    numbers = [build.screened(by=by, title=title) for title in ("Eins", "Zwei", "Drei")]
    round_id = build.open_round()
    for value, number in zip((2, 3, 4), numbers, strict=True):
        for member in ("bernd", "emine", "jan"):
            build.score(number, member, value)
    return numbers, round_id


def rows_of(page) -> list[list[str]]:
    """The rows below the head: rank, number (the page's last column), title and the values."""
    rows = [["".join(cell.itertext()).strip() for cell in row] for row in page.tree.iter("tr")][1:]
    return [[row[0], row[-1], *row[1:-1]] for row in rows]


@pytest.mark.parametrize("persona", ["bernd", "doris", "clara"])
def test_the_group_reads_the_ranking_after_the_release(anna, everyone, browse, persona):
    numbers, round_id = three_ideas(anna)
    browser = browse(everyone[persona])
    assert browser.get(ranking_of(round_id)).status == 404
    build.close_round(round_id)
    rows = rows_of(browser.get(ranking_of(round_id)))
    assert [row[:7] for row in rows] == [
        ["1", numbers[2], "Drei", "75,0", "3", "75,0", "75,0"],
        ["2", numbers[1], "Zwei", "50,0", "3", "50,0", "50,0"],
        ["3", numbers[0], "Eins", "25,0", "3", "25,0", "25,0"],
    ]


@pytest.mark.parametrize("persona", ["anna", "olaf", "armin"])
def test_for_others_there_is_no_ranking(anna, everyone, browse, persona):
    numbers, round_id = three_ideas(anna)
    build.close_round(round_id)
    browser = browse(everyone[persona])
    assert browser.get(ranking_of(round_id)).status == 404
    assert browser.get(f"/steuerung/runden/{round_id}/ideen/{numbers[0]}").status == 404


def test_an_excluded_member_sees_neither_values_nor_place(bernd, anna, browse):
    own = build.screened(by=bernd, title="Eigene")
    biased = build.screened(by=anna, title="Befangen")
    other = build.screened(by=anna, title="Andere")
    round_id = build.open_round()
    build.declare(biased, "bernd", ScoreKind.BIASED)
    for number, value in ((own, 4), (biased, 4), (other, 2)):
        for member in ("emine", "jan", "doris"):
            build.score(number, member, value)
    build.close_round(round_id)
    browser = browse(bernd)
    page = browser.get(ranking_of(round_id))
    assert [row[:4] for row in rows_of(page)] == [["1", other, "Andere", "25,0"]]
    assert "75,0" not in page.text
    assert f"{own} Eigene (Ihre eigene Idee" in page.text
    assert f"{biased} Befangen (Sie haben sich befangen erklärt" in page.text
    for number in (own, biased):
        assert browser.get(f"/steuerung/runden/{round_id}/ideen/{number}").status == 404
        assert "75,0" not in browser.get(f"/ideen/{number}").text


def test_the_result_shows_the_profile_first_and_comments_without_names(anna, bernd, browse):
    number, round_id = build.in_round(by=anna)
    for member, value in (("bernd", 5), ("emine", 1), ("jan", 4)):
        build.score(number, member, value)
    build.close_round(round_id)
    page = browse(bernd).get(f"/steuerung/runden/{round_id}/ideen/{number}")
    assert page.text.index("Kriterienprofil") < page.text.index("Mittlere Bewertung")
    assert "3,3 von 5, niedrigster Wert 1, höchster Wert 5" in page.text
    assert "58,3 von 100" in page.text
    assert page.text.index("1 – Punkt 1 bei goal") < page.text.index("5 – Punkt 5 bei goal")
    assert not any(name in page.text for name in ("Brandt", "Erdem", "Jansen"))


def test_a_long_ranking_has_pages(anna, bernd, browse, monkeypatch):
    numbers, round_id = three_ideas(anna)
    build.close_round(round_id)
    assert ranking.SIZE == 50
    monkeypatch.setattr(ranking, "SIZE", 2)
    first = browse(bernd).get(ranking_of(round_id))
    assert [row[:2] for row in rows_of(first)] == [["1", numbers[2]], ["2", numbers[1]]]
    second = first.follow("Nächste Seite")
    assert [row[:2] for row in rows_of(second)] == [["3", numbers[0]]]


def test_a_long_ranking_costs_as_many_statements_as_a_short_one(anna, bernd, browse, statements):
    _number, round_id = build.evaluated(by=anna)
    browser = browse(bernd)
    counts = []
    for more in (0, 9):
        many(anna, round_id, more)
        statements.clear()
        browser.get(ranking_of(round_id))
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


@pytest.mark.parametrize(
    "path", ["/steuerung/bewerten", "/steuerung/vorpruefung?stand=wartet", "/steuerung/runden"]
)
def test_lists_cost_as_many_statements_with_one_row_as_with_three(
    anna, doris, browse, statements, path
):
    browser = browse(doris)
    counts = []
    for titles in (("Eins",), ("Zwei", "Drei")):
        for title in titles:
            build.screened(by=anna, title=title)
            if "wartet" not in path:
                build.open_round(f"Runde {title}")
        statements.clear()
        assert browser.get(path).status == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def many(author, round_id: int, count: int) -> None:
    """Copy the evaluated idea into the same round, as rows."""
    if not count:
        return
    numbers = [build.handed_in(by=author, title=f"Weitere {n}") for n in range(count)]
    with transaction():
        round_ = session.get_one(Round, round_id)
        assert round_.status == RoundStatus.RELEASED
        for n, number in enumerate(numbers):
            idea = build.look_at(number, author)
            figures = {"scores": 3, "mean": 20.0, "low": 10.0, "high": 30.0, "profile": {}}
            session.add(
                RoundIdea(round_id=round_id, idea=idea, text_version=1, rank=10 + n, **figures)
            )
