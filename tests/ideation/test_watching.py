"""Following ideas, campaigns and topics, with the way out of each."""

from sqlalchemy import select

from ideas.core.database import session, transaction
from ideas.ideation.actions import draft_idea, follow, submit_idea, watch_campaign, watch_topic
from ideas.ideation.models import CampaignFollow, TopicFollow
from ideas.ideation.queries import get_idea
from ideas.process.models import Because
from ideas.programme.actions import add_topic
from ideas.programme.queries import get_campaign, get_topic, permanent_channel
from ideas.steering.actions.screening import publish_idea
from tests.build.ideation import TEXTS, published_idea
from tests.build.programme import prepared_campaign
from tests.ideation.test_comments import told
from tests.personas import person_named


def new_topic(name="Briefe"):
    clara = person_named("clara")
    with transaction():
        topic = add_topic(name, actor=clara)
        session.flush()
        return topic.id


def published_on(topic_id, *, by):
    with transaction():
        idea = draft_idea(TEXTS, campaign=permanent_channel(), topic=get_topic(topic_id), actor=by)
        submit_idea(idea, actor=by)
        number = idea.number
    clara = person_named("clara")
    with transaction():
        publish_idea(get_idea(number, reader=clara), actor=clara)
    return number


def test_a_new_idea_is_told_once_to_each_when_it_is_published(anna, bernd, jan, emine, clara):
    topic_id, other_id = new_topic(), new_topic("Anderes")
    with transaction():
        channel, topic = permanent_channel(), get_topic(topic_id)
        for person in (anna, bernd, clara):
            watch_campaign(channel, actor=person)
            watch_campaign(channel, actor=person)
        watch_topic(topic, actor=bernd)
        watch_topic(topic, actor=jan)
        watch_topic(get_topic(other_id), actor=emine)
    with transaction():
        assert len(session.scalars(select(CampaignFollow)).all()) == 3
    published_on(topic_id, by=anna)
    assert told("idea.published") == {
        anna.id: (Because.AUTHOR, True),
        bernd.id: (Because.CAMPAIGN, False),
        jan.id: (Because.TOPIC, False),
    }


def test_everything_can_be_unfollowed_on_one_page(browse, anna, bernd):
    topic_id, number = new_topic(), published_idea(by=anna)
    with transaction():
        follow(get_idea(number, reader=bernd), actor=bernd)
        watch_campaign(permanent_channel(), actor=bernd)
        watch_topic(get_topic(topic_id), actor=bernd)
    page = browse(bernd).get("/benachrichtigungen").follow("Was ich beobachte")
    for words in (TEXTS.title, "Offener Ideenkanal", "Briefe"):
        assert words in page.text
    for _thing in range(3):
        label = next(one for one in page.buttons() if one.startswith("Nicht mehr beobachten"))
        page = page.submit(label)
        assert page.title == "Was ich beobachte"
    assert "Sie beobachten keine Idee" in page.text
    with transaction():
        assert session.scalars(select(TopicFollow)).all() == []


def test_a_campaign_is_followed_on_its_page_and_in_its_list(browse, bernd):
    with transaction():
        key = permanent_channel().id
    browser = browse(bernd)
    page = browser.get(f"/kampagnen/{key}").submit("Neue Ideen dieser Kampagne beobachten")
    assert page.url == f"/kampagnen/{key}"
    page = browser.get(f"/ideen?kampagne={key}")
    page = page.submit("Neue Ideen dieser Kampagne nicht mehr beobachten")
    assert page.url == f"/ideen?kampagne={key}"
    assert "Neue Ideen dieser Kampagne beobachten" in page.buttons()


def test_a_topic_is_followed_in_its_list(browse, bernd):
    topic_id = new_topic()
    page = browse(bernd).get(f"/ideen?thema={topic_id}")
    page = page.submit("Neue Ideen zu diesem Thema beobachten")
    assert "Neue Ideen zu diesem Thema nicht mehr beobachten" in page.buttons()
    assert "Neue Ideen zu" not in " ".join(browse(bernd).get("/ideen?thema=99").buttons())


def test_a_campaign_in_preparation_is_not_followed(browse, anna, clara):
    key = prepared_campaign(by=clara)
    assert browse(anna).get(f"/kampagnen/{key}").status == 404
    assert "beobachten" not in " ".join(browse(clara).get(f"/kampagnen/{key}").buttons())
    with transaction():
        assert get_campaign(key).status == "draft"


def test_an_idea_that_may_not_be_read_any_more_is_not_listed(browse, anna, bernd):
    number = published_idea(by=anna)
    with transaction():
        idea = get_idea(number, reader=bernd)
        follow(idea, actor=bernd)
        idea.published_at = None
    assert TEXTS.title not in browse(bernd).get("/beobachtet").text
