"""Bringing an idea together as people meet it: pages, forms and buttons, without scripts."""

from tests.build.ideation import TEXTS, draft, published_idea
from tests.build.together import asked, coached, invited, named


def test_from_the_invitation_to_two_names(browse, anna, bernd):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    page = page.follow("Gemeinsam: Mitwirkende, Gruppe, Ideen-Coach")
    page = page.follow("Zum Mitwirken einladen")
    page = browse(anna).get(f"{page.url}?suche=bran")
    assert "Bernd Brandt · Team Leistung, Brunkenau" in page.text
    page = page.submit("Einladen", person=str(bernd.id))
    assert "Bernd Brandt ist eingeladen" in page.text
    start = browse(bernd).get("/")
    page = start.follow(f"Die Einladung zu „{TEXTS.title}“ beantworten")
    assert "Anna Albrecht" in page.text
    assert TEXTS.proposal not in page.text
    page = page.submit("Annehmen")
    assert page.title == "Ihr Entwurf"
    assert TEXTS.proposal in page.html
    page = page.submit("Weiter zum Einreichen").submit("Jetzt einreichen")
    assert "Anna Albrecht, Bernd Brandt" in page.text
