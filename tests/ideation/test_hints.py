"""Before the hand-in somebody sees what is there already, and has three ways on."""

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.ideation.actions import Texts
from ideas.ideation.models import Hint, HintCount, Idea
from ideas.ideation.queries import get_idea
from ideas.steering.actions.screening import close_idea
from ideas.steering.models import Ground
from tests.build.ideation import draft, published_idea, submitted_idea
from tests.page import values_of

THERE = Texts("Terminvergabe im Internet", "Das Telefon ist besetzt.", "", "Kunden buchen selbst.")
MINE = Texts("Termine online vergeben", "Die Hotline ist überlastet.", "", "Buchung auf der Seite.")
ELSE = Texts("Obstkorb", "Wenig Vitamine in der Pause.", "", "Jeden Montag Äpfel.")
REASON = (
    "Danke für die Idee. Seit März lässt sich ein Termin im Portal schon selbst buchen, und zwar"
    " rund um die Uhr."
)
CHANGE = "Wenn das Portal wieder geschlossen würde."


@pytest.fixture(autouse=True)
def _in_the_house(house):
    """Each of these works with the database."""


def counted() -> dict[Hint, int]:
    with transaction():
        rows = session.execute(select(HintCount.hint, HintCount.times))
        return {row.hint: row.times for row in rows}


def typed(page, **fields) -> dict[str, object]:
    """The form of a draft with these fields, as a script or a button sends it."""
    form, _button = page.form_with("Entwurf speichern")
    return values_of(form) | fields


def there(anna, clara) -> str:
    number = published_idea(by=anna, texts=THERE)
    with transaction():
        idea = get_idea(number, reader=clara)
        close_idea(idea, REASON, Ground.KNOWN, change=CHANGE, actor=clara)
    return number


def test_the_step_shows_state_and_answer_and_never_blocks(anna, bernd, clara, browse):
    number = there(anna, clara)
    page = browse(bernd).get(f"/ideen/entwurf/{draft(by=bernd, texts=MINE)}")
    page = page.submit("Weiter zum Einreichen")
    assert page.title.startswith("Gibt es das schon?")
    for words in (THERE.title, number, "Nicht zulässig", REASON):
        assert words in page.text
    page = page.submit("Weiter zum Einreichen", difference="Meine gilt auch für Absagen.")
    assert page.title.startswith("Prüfen und einreichen")
    page.submit("Jetzt einreichen")
    with transaction():
        idea = session.scalars(select(Idea).where(Idea.author_id == bernd.id)).one()
        assert idea.difference == "Meine gilt auch für Absagen."
        handed_in = idea.number
    text = browse(clara).get(f"/steuerung/ideen/{handed_in}/vorpruefung").text
    assert "Meine gilt auch für Absagen." in text
    assert "Meine gilt auch" not in browse(bernd).get(f"/ideen/{handed_in}").text
    assert counted() == {Hint.SHOWN: 1, Hint.NEW: 1}


def test_without_anything_similar_there_is_no_step(anna, bernd, browse):
    published_idea(by=anna, texts=THERE)
    key = draft(by=bernd, texts=ELSE)
    page = browse(bernd).get(f"/ideen/entwurf/{key}").submit("Weiter zum Einreichen")
    assert page.title.startswith("Prüfen und einreichen")
    page = browse(bernd).get(f"/ideen/entwurf/{key}/gibt-es-das-schon")
    assert page.title.startswith("Prüfen und einreichen")
    assert counted() == {}


@pytest.mark.parametrize(("choice", "drafts"), [("behalten", 1), ("loeschen", 0)])
def test_supporting_instead_keeps_or_deletes_the_draft(anna, bernd, browse, choice, drafts):
    number, key = published_idea(by=anna, texts=THERE), draft(by=bernd, texts=MINE)
    page = browse(bernd).get(f"/ideen/entwurf/{key}/gibt-es-das-schon")
    page = page.submit(f"Diese unterstützen: {THERE.title}")
    assert "Was soll mit Ihrem Entwurf geschehen?" in page.text
    page = page.submit("Diese Idee unterstützen", draft=choice)
    assert "Sie unterstützen diese Idee." in page.text
    with transaction():
        assert get_idea(number, reader=bernd).support_count == 1
        kept = session.scalars(select(Idea).where(Idea.author_id == bernd.id)).all()
    assert len(kept) == drafts
    assert counted() == {Hint.SUPPORTED: 1}


def test_a_button_at_a_hint_saves_the_draft_first(anna, bernd, browse):
    number = published_idea(by=anna, texts=THERE)
    browser = browse(bernd)
    step = {"schritt": f"unterstuetzen:{number}"}
    fields = typed(browser.get("/ideen/neu"), title=MINE.title, problem=MINE.problem)
    page = browser.post("/ideen/neu", fields | step)
    assert f"„{THERE.title}“ unterstützen" in page.title
    with transaction():
        kept = session.scalars(select(Idea).where(Idea.author_id == bernd.id)).one()
        assert kept.title == MINE.title


def test_asking_to_join_takes_the_draft_along(anna, bernd, browse):
    published_idea(by=anna, texts=THERE)
    key = draft(by=bernd, texts=MINE)
    page = browse(bernd).get(f"/ideen/entwurf/{key}/gibt-es-das-schon")
    page = page.submit(f"Als Mitautor/in anfragen: {THERE.title}")
    assert "/mitmachen?entwurf=" in page.url
    assert MINE.title in page.html
    assert counted() == {Hint.JOINED: 1}


def test_while_typing_only_the_hints_come_and_are_counted_once(anna, bernd, browse):
    number = published_idea(by=anna, texts=THERE)
    hidden = submitted_idea(by=anna, texts=THERE)
    client = browse(bernd)
    fields = typed(client.get("/ideen/neu"), title=MINE.title, proposal=MINE.proposal)
    page = client.post("/ideen/aehnliche", fields | {"erstmals": "1"})
    assert number in page.html
    assert hidden not in page.html
    assert "<html" not in page.html
    client.post("/ideen/aehnliche", fields)
    assert client.post("/ideen/aehnliche", fields | {"title": "Äpfel", "proposal": ""}).html == ""
    assert counted() == {Hint.SHOWN: 1}


def test_ones_own_idea_is_shown_without_support(anna, browse):
    number, key = submitted_idea(by=anna, texts=THERE), draft(by=anna, texts=MINE)
    page = browse(anna).get(f"/ideen/entwurf/{key}/gibt-es-das-schon")
    assert number in page.text
    assert not [label for label in page.buttons() if label.startswith("Diese unterstützen")]
