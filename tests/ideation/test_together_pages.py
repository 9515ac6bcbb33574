"""Bringing an idea together as people meet it: pages, forms and buttons, without scripts."""

from tests.build.ideation import TEXTS, draft, published_idea
from tests.build.together import asked, coached, invited, named


def test_from_the_invitation_to_two_names(browse, anna, bernd):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    page = page.follow("Mit anderen einbringen")
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


def test_a_reader_asks_to_join_and_brings_a_text_along_only_if_it_is_ticked(browse, anna, bernd):
    number, own = published_idea(by=anna), draft(by=bernd)
    page = browse(bernd).get(f"/ideen/{number}").follow("Mitwirken")
    assert page.title == "Um Mitwirkung bitten"
    page = browse(bernd).get(f"/ideen/{number}/mitmachen?entwurf={own}")
    assert TEXTS.proposal in page.html
    page = page.submit("Anfrage senden")
    assert TEXTS.proposal not in page.text
    assert "möchte mitwirken" in page.text
    page = page.submit("Die Anfrage zurücknehmen")
    page = browse(bernd).get(f"/ideen/{number}/mitmachen")
    page = page.submit("Anfrage senden", text="Mit Bildern!", send_text="y")
    page = browse(anna).get("/").follow(f"Die Anfrage zum Mitwirken an „{TEXTS.title}“ beantworten")
    assert "Mit Bildern!" in page.text
    page = page.submit("Annehmen")
    assert "Bernd Brandt wirkt jetzt mit." in page.text
    assert "Anna Albrecht, Bernd Brandt" in browse(bernd).get(f"/ideen/{number}").text


def test_a_refusal_takes_a_word_along(browse, anna, bernd):
    number = published_idea(by=anna)
    row = asked(number, by=bernd)
    page = browse(anna).get(f"/ideen/beteiligung/{row}")
    page.submit("Ablehnen", word="Wir sind zu viert schon viele.")
    page = browse(bernd).get(f"/ideen/beteiligung/{row}")
    assert "Wir sind zu viert schon viele." in page.text
    assert browse(bernd).get(f"/ideen/{number}/mitmachen").url == f"/ideen/beteiligung/{row}"


def test_on_behalf_of_a_colleague(browse, anna, olaf):
    key = draft(by=anna)
    row = named(key, olaf, by=anna)
    page = browse(anna).get(f"/ideen/entwurf/{key}/einreichen")
    assert "Olaf Özdemir hat noch nicht bestätigt" in page.text
    assert "Jetzt einreichen" not in page.buttons()
    page = browse(olaf).get(f"/ideen/beteiligung/{row}")
    assert TEXTS.proposal in page.text
    page = page.submit("Ja, das ist meine Idee")
    assert page.title == "Ihr Entwurf"
    page = browse(anna).get(f"/ideen/entwurf/{key}/einreichen").submit("Jetzt einreichen")
    assert "Von Olaf Özdemir Aufgeschrieben von Anna Albrecht" in page.text


def test_an_idea_coach(browse, anna, bernd, clara):
    key = draft(by=anna)
    row = coached(key, bernd, by=anna)
    page = browse(bernd).get("/").follow(f"Den Entwurf „{TEXTS.title}“ als Ideen-Coach ansehen")
    assert TEXTS.proposal in page.text
    page = page.submit("Anmerkung senden", remark="Das <b>Ziel</b> fehlt.")
    assert "Danke. Ihre Anmerkung ist da." in page.text
    page = browse(anna).get(f"/ideen/entwurf/{key}")
    assert "Das <b>Ziel</b> fehlt." in page.text
    assert browse(clara).get(f"/ideen/coaching/{row}").status == 404
    browse(anna).get(f"/ideen/entwurf/{key}/einreichen").submit("Jetzt einreichen")
    assert browse(bernd).get(f"/ideen/coaching/{row}").status == 404


def test_a_group_has_its_name_before_its_members(browse, anna):
    key = draft(by=anna)
    page = browse(anna).get(f"/ideen/gemeinsam/{key}")
    page = page.submit("Namen speichern", group_name="Team Eingangszone")
    assert "Der Name der Gruppe ist gespeichert." in page.text
    page = browse(anna).get(f"/ideen/entwurf/{key}/einreichen").submit("Jetzt einreichen")
    assert "Team Eingangszone: Anna Albrecht" in page.text


def test_the_search_tells_namesakes_apart_and_a_wrong_choice_is_said(browse, anna, bernd):
    key = draft(by=anna)
    url = f"/ideen/gemeinsam/{key}/einladen"
    assert "Niemand mit diesem Namen" in browse(anna).get(f"{url}?suche=zz").text
    assert "Anna Albrecht ·" not in browse(anna).get(f"{url}?suche=leistung").text
    assert "Olaf Özdemir" in browse(anna).get(f"{url}?suche=oezd").text
    page = browse(anna).get(f"{url}?suche=bernd").submit("Einladen")
    assert (page.status, "Bitte wählen Sie eine Person." in page.text) == (422, True)
    invited(key, bernd, by=anna)
    page = browse(anna).get(f"{url}?suche=bernd").submit("Einladen", person=str(bernd.id))
    assert (page.status, "Das geht für Bernd Brandt nicht" in page.text) == (409, True)


def test_a_script_gets_the_found_people_only(browse, anna):
    key = draft(by=anna)
    answer = browse(anna).client.get(
        f"/ideen/gemeinsam/{key}/einladen?suche=bernd", headers={"X-Fragment": "1"}
    )
    assert "Bernd Brandt" in answer.text
    assert "<h1" not in answer.text


def test_the_inbox_leads_to_the_invitation(browse, anna, bernd):
    row = invited(draft(by=anna), bernd, by=anna)
    page = browse(bernd).get("/benachrichtigungen")
    assert page.links()[f"Öffnen: {TEXTS.title}"] == f"/ideen/beteiligung/{row}"
