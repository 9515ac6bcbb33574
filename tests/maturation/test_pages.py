"""A card walks from selected to daily use and to its end, in a browser without scripts."""

from tests.build import maturation as build

PHASES = 6


def test_a_card_walks_from_selected_to_completed(browse, anna, olaf, doris):
    number = build.selected_idea(by=anna)
    page = (
        browse(doris)
        .get("/vorhaben/aufnehmen")
        .follow("Verantwortliche Person benennen: Kurzbrief beim Umzug")
    )
    page = page.submit("Vorhaben beginnen", owner=str(olaf.id))
    assert page.status == 200
    assert "Ausgewählt" in page.text
    for _n in range(PHASES):
        page = browse(olaf).get(f"/vorhaben/{number}/pruefpunkte")
        names = {f.get("name") for f in page.tree.iter() if f.get("name")}
        given = {
            name: "met" if name.startswith("answer") else "Liegt vor."
            for name in names
            if name.startswith(("answer", "evidence"))
        }
        page = page.submit("Antworten speichern", **given)
        assert page.status == 200
        page = page.submit("Freigabe beantragen")
        assert page.status == 200
        page = browse(doris).get(f"/vorhaben/{number}/freigabe")
        page = page.submit("Entscheidung festhalten", outcome="released", reason="Gut vorbereitet.")
        assert page.status == 200, page.text
    assert "abgeschlossen" in page.text
