"""What steering shows elsewhere: buttons on the idea's page, tasks on the start page, mails."""

import pytest

from ideas.core.database import session, transaction
from ideas.notifications.delivery.letter import write_letter
from ideas.notifications.queries import subject_of
from ideas.people.models import Person
from ideas.process.models import Entry, MailState, Notice
from ideas.steering.actions import screening
from ideas.steering.models import Ground, Outcome
from ideas.steering.queries import Tasks, tasks_of
from tests.build import steering as build

NOTHING = Tasks()
STEPS = {"Vorprüfen", "Bewerten", "Eigene Bewertung ändern", "Entscheidung festhalten"}
STEPS |= {"Ergebnis der Bewertung"}
CHANGE = "Wenn das Team Nord damit aufhört, gehört die Idee wieder zu uns, und wir beginnen neu."


def offers(browser, number: str) -> set[str]:
    main = browser.get(f"/ideen/{number}").tree.find(".//main")
    labels = {" ".join("".join(a.itertext()).split()) for a in main.iter("a")}
    return labels & STEPS


def test_the_idea_s_page_leads_each_role_to_its_step(anna, everyone, browse):
    number = build.handed_in(by=anna)
    browsers = {key: browse(everyone[key]) for key in ("anna", "bernd", "doris", "clara", "olaf")}

    def found() -> dict[str, set[str]]:
        return {key: got for key, b in browsers.items() if (got := offers(b, number))}

    assert found() == {"clara": {"Vorprüfen"}, "doris": {"Vorprüfen"}}
    build.publish(number)
    build.attempt(
        screening.save_screening, number, build.all_gates(), seen=1, actor=everyone["clara"]
    )
    build.attempt(screening.pass_on, number, actor=everyone["clara"])
    round_id = build.open_round()
    assert found() == {"bernd": {"Bewerten"}, "doris": {"Bewerten"}}
    for member in ("bernd", "emine", "jan"):
        build.score(number, member, 4)
    assert found() == {"bernd": {"Eigene Bewertung ändern"}, "doris": {"Bewerten"}}
    build.close_round(round_id)
    result = {"Ergebnis der Bewertung"}
    assert found() == {"bernd": result, "clara": result, "doris": {"Entscheidung festhalten"}}
    build.release(build.decide(number, round_id))
    assert found() == {"bernd": result, "clara": result, "doris": result}


def test_everybody_s_tasks_are_counted(anna, everyone):
    def counted() -> dict[str, Tasks]:
        found = {key: tasks_of(person) for key, person in everyone.items()}
        session.remove()
        return {key: tasks for key, tasks in found.items() if tasks != NOTHING}

    number = build.handed_in(by=anna)
    assert counted() == {"clara": Tasks(to_screen=1)}
    build.handed_in(by=everyone["clara"], title="Eigene Idee der Koordination")
    assert counted() == {"clara": Tasks(to_screen=1), "doris": Tasks(to_screen=1)}
    build.publish(number)
    build.attempt(
        screening.save_screening, number, build.all_gates(), seen=1, actor=everyone["clara"]
    )
    build.attempt(screening.pass_on, number, actor=everyone["clara"])
    assert counted() == {"doris": Tasks(to_screen=1)}
    round_id = build.open_round()
    build.score(number, "jan", 4)
    assert counted() == {
        "bernd": Tasks(to_score=1),
        "emine": Tasks(to_score=1),
        "doris": Tasks(to_screen=1, to_score=1),
    }
    build.close_round(round_id)
    assert counted() == {"doris": Tasks(to_screen=1, to_decide=1)}
    decision = build.decide(number, round_id)
    assert counted() == {"doris": Tasks(to_screen=1, to_release=1)}
    build.release(decision)
    assert counted() == {"doris": Tasks(to_screen=1)}


def test_every_mail_says_what_happened_and_where_to_look(app, anna, clara):
    for outcome in Outcome:
        build.decided(by=anna, outcome=outcome, title=f"Idee {outcome}")
    number = build.in_screening(by=anna)
    build.attempt(screening.ask_back, number, "Wie oft kommt das vor?", actor=clara)
    closing = ("Das gibt es im Team Nord schon.", Ground.KNOWN)
    closed = build.in_screening(by=anna)
    build.attempt(screening.close_idea, closed, *closing, change=CHANGE, actor=clara)
    deferred = session.query(Entry).filter(Entry.event == "idea.deferred").count()
    assert deferred == 1
    letters = rendered(app)
    expected = {"idea.published", "idea.queried", "idea.screened", "idea.closed", "round.opened"}
    expected |= {"round.released", "idea.selected", "idea.declined", "idea.deferred"}
    assert expected <= set(letters)
    for event in expected:
        assert "http://" in letters[event]
        assert "Guten Tag" in letters[event]
    for event in ("idea.selected", "idea.declined", "idea.deferred"):
        assert build.LETTER in letters[event].replace("\n", " ")
        assert build.REASON not in letters[event].replace("\n", " ")
    assert "Wie oft kommt das vor?" in letters["idea.queried"]
    assert "Das gibt es im Team Nord schon." in letters["idea.closed"]
    assert CHANGE in letters["idea.closed"].replace("\n", " ")


def rendered(app) -> dict[str, str]:
    """The text of each waiting mail, by its event."""
    with app.app_context(), transaction():
        waiting = session.query(Notice).filter(Notice.mail == MailState.PENDING).all()
        letters = {}
        for notice in waiting:
            person = session.get_one(Person, notice.person_id)
            letter = write_letter(notice, subject_of(notice.entry), person)
            letters[notice.entry.event] = f"{letter['Subject']}\n{letter.get_content()}"
        return letters


@pytest.mark.parametrize(
    ("persona", "page"),
    [
        ("clara", "/steuerung/ideen/{screening}/vorpruefung"),
        ("jan", "/steuerung/ideen/{scoring}/bewertung"),
        ("bernd", "/steuerung/runden/{round}/ideen/{evaluated}"),
        ("doris", "/steuerung/runden/{round}/ideen/{evaluated}/entscheidung"),
        ("doris", "/steuerung/runden/neu"),
        ("doris", "/steuerung/entscheidungen"),
        ("doris", "/"),
        ("doris", "/ideen/{evaluated}"),
        ("bernd", "/ideen/{scoring}"),
    ],
)
def test_a_page_costs_few_statements(anna, everyone, browse, statements, persona, page):
    evaluated, round_id = build.evaluated(by=anna, title="Bewertet")
    scoring, _other = build.in_round(by=anna, title="In Bewertung")
    names = {"evaluated": evaluated, "round": round_id, "scoring": scoring}
    names["screening"] = build.in_screening(by=anna, title="In Vorprüfung")
    browser = browse(everyone[persona])
    statements.clear()
    assert browser.get(page.format(**names)).status == 200
    most = 14 if page == "/" else 12  # the start page asks every room what waits
    assert len(statements) <= most, "\n".join(statements)
