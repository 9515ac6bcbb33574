"""The outbox page: what became of each mail, without address and text."""

from sqlalchemy import update

from ideas.core import database
from ideas.core.database import session
from ideas.process.models import MailState, Notice
from tests.build.steering import handed_in
from tests.notifications.conftest import mails


def fail_all() -> None:
    with database.transaction():
        failed = update(Notice).where(Notice.mail == MailState.PENDING)
        session.execute(
            failed.values(mail=MailState.FAILED, attempts=6, last_error="recipient 550")
        )


def test_it_shows_subject_state_and_problem_but_no_address(browse, anna, armin):
    handed_in(by=anna, title="Geheimer Titel")
    fail_all()
    page = browse(armin).get("/postausgang")
    assert page.title == "Postausgang"
    assert "Die Idee wurde eingereicht." in page.text
    assert "gescheitert" in page.text
    assert "Der Mailserver lehnt die Empfangsadresse ab (550)" in page.text
    for secret in ("anna@", "clara@", "Geheimer Titel", "Albrecht"):
        assert secret not in page.html


def test_only_the_administration_sees_it(browse, everyone):
    seen = {key for key in everyone if browse(everyone[key]).get("/postausgang").status == 200}
    assert seen == {"armin"}


def test_a_failed_mail_is_tried_again(browse, letters, anna, armin):
    handed_in(by=anna)
    fail_all()
    page = browse(armin).get("/postausgang")
    button = next(label for label in page.buttons() if label.startswith("Erneut versuchen"))
    after = page.submit(button)
    assert "Die Mail wird gleich erneut verschickt." in after.html
    assert sorted(mail.mail.value for mail in mails()) == ["failed", "pending"]
    assert len(letters()) == 1


def test_a_sent_mail_is_not_sent_again(browse, letters, anna, armin):
    handed_in(by=anna)
    assert len(letters()) == 2
    page = browse(armin).get("/postausgang")
    assert not [label for label in page.buttons() if label.startswith("Erneut")]
    key = page.tree.find(".//input[@name='csrf_token']").get("value")
    url = f"/postausgang/{mails()[0].id}/erneut"
    assert browse(armin).post(url, {"csrf_token": key}).status in {400, 409}
    assert {mail.mail for mail in mails()} == {MailState.SENT}


def test_nobody_else_sends_a_mail_again(browse, anna, clara):
    handed_in(by=anna)
    fail_all()
    browser = browse(clara)
    key = browser.get("/profil").tree.find(".//input[@name='csrf_token']").get("value")
    answer = browser.post(f"/postausgang/{mails()[0].id}/erneut", {"csrf_token": key})
    assert answer.status == 403
    assert {mail.mail for mail in mails()} == {MailState.FAILED}


def test_an_empty_outbox_says_what_will_stand_there(browse, armin):
    assert "Noch keine Mail" in browse(armin).get("/postausgang").text
