"""Of an idea that is withheld even the title is gone, wherever others had met it before."""

import pytest
from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.home.tasks import tasks_of
from ideas.ideation.actions import follow, settle_report, support, withhold
from ideas.ideation.actions.writing import Texts
from ideas.ideation.models import Idea
from ideas.ideation.queries import get_idea
from ideas.ideation.queries.reports import get_report
from ideas.maturation.queries.tasks import tasks_of as projects_of
from ideas.steering.models import ScoreKind
from tests.build import maturation, steering, talk, together
from tests.build.ideation import published_idea
from tests.personas import person_named

TITLE = "Zwei Stühle im Flur"
TEXTS = Texts(TITLE, problem="Es wird eng.", proposal="Zwei Stühle mehr.")
WHY = "Darin steht der Name einer Kundin."
LISTS = (
    "/", "/benachrichtigungen", "/ideen", "/ideen?suche=Flur", "/vorhaben", "/beobachtet",
    "/kampagnen/1", "/steuerung/bewerten", "/profil",
)  # fmt: skip


def withheld(number):
    """Take the idea from its readers."""
    clara = person_named("clara")
    with transaction():
        withhold(get_idea(number, reader=clara), reason=WHY, actor=clara)


def answered(report_id):
    """Answer the report, so that whoever reported is told."""
    doris = person_named("doris")
    with transaction():
        settle_report(get_report(report_id, reader=doris), answer="Erledigt.", actor=doris)


def status_and_title(browse, person, url):
    page = browse(person).get(url)
    return page.status, TITLE in page.html


def test_who_supports_follows_comments_and_reports_reads_the_title_nowhere(browse, anna, bernd):
    number = published_idea(by=anna, texts=TEXTS)
    with transaction():
        support(get_idea(number, reader=bernd), actor=bernd)
        follow(get_idea(number, reader=bernd), actor=bernd)
    first = talk.said(number, "Gut.", by=bernd)
    talk.change(talk.actions.edit_comment, number, first, text="Sehr gut.", seen=0, by=bernd)
    talk.said(number, "Danke!", by=anna, to=first)
    report = talk.reported(number, by=bernd)
    answered(report)
    other = talk.said(number, "Schlecht.", by=bernd)
    talk.hidden(number, other, by=person_named("doris"))
    assert status_and_title(browse, bernd, "/benachrichtigungen") == (200, True)
    withheld(number)
    seen = {url: status_and_title(browse, bernd, url) for url in LISTS}
    assert [url for url, (_status, shown) in seen.items() if shown] == []
    assert {status for status, _shown in seen.values()} <= {200, 404}
    for page in (f"kommentare/{first}/verlauf", f"kommentare/{other}/einwenden"):
        assert browse(bernd).get(f"/ideen/{number}/{page}").status == 404


@pytest.mark.parametrize("asks", ["author asks", "colleague asks"])
def test_who_was_or_asked_to_take_part_reads_the_title_no_more(browse, anna, bernd, asks):
    number = published_idea(by=anna, texts=TEXTS)
    if asks == "author asks":
        with transaction():
            key = session.scalar(select(Idea.id).where(Idea.number == number))
        row = together.invited(key, bernd, by=anna)
    else:
        row = together.asked(number, by=bernd, text="Darf ich mit?")
    page = f"/ideen/beteiligung/{row}"
    assert status_and_title(browse, bernd, page) == (200, True)
    withheld(number)
    assert status_and_title(browse, bernd, page) == (404, False)
    assert status_and_title(browse, bernd, "/benachrichtigungen") == (200, False)
    assert status_and_title(browse, bernd, "/") == (200, False)
    assert status_and_title(browse, anna, page) == (200, True)


def test_who_leads_its_project_is_not_told_the_title(anna, olaf, doris):
    number = maturation.new_project(author=anna, owner=olaf, chair=doris, title=TITLE)
    with transaction():
        assert [task.title for task in projects_of(olaf)] == [TITLE]
    withheld(number)
    with transaction():
        assert projects_of(olaf) == []
        assert TITLE not in repr(tasks_of(olaf))


def test_the_ranking_names_no_withheld_idea_among_those_left_out(browse, anna, bernd):
    number, round_id = steering.in_round(by=anna, title=TITLE)
    steering.declare(number, "bernd", ScoreKind.BIASED)
    for member in ("emine", "jan", "doris"):
        steering.score(number, member, 3)
    steering.close_round(round_id)
    page = f"/steuerung/runden/{round_id}/rangfolge"
    assert status_and_title(browse, bernd, page) == (200, True)
    withheld(number)
    assert status_and_title(browse, bernd, page) == (200, False)
