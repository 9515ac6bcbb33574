"""What happens in the talk about an idea, and to what is watched."""

from ideas.core.i18n import _l
from ideas.ideation.events.audiences import (
    about_idea,
    author_event,
    idea_event,
    mentioned,
    newly_mentioned,
    reporter,
    talking,
    to_author,
    to_followers,
    to_moderators,
    to_writer,
    voice_beside,
)
from ideas.ideation.models import (
    Comment,
    Report,
)
from ideas.ideation.rules import (
    may_read_aside,
    may_read_report,
    may_watch,
)
from ideas.process.events import Audience, Event
from ideas.process.models import Because
from ideas.programme.models import Campaign, Topic

commented = author_event(
    "idea.commented",
    _l("There is a new comment."),
    about_idea(to_author),
    Audience(Because.MENTION, mentioned),
    Audience(Because.COMMENTER, talking),
    about_idea(to_followers),
)
mentioned_later = author_event(
    "idea.mentioned",
    _l("Somebody mentioned you in a comment."),
    Audience(Because.MENTION, newly_mentioned),
)
comment_edited = Event(
    "comment.edited",
    Comment,
    _l("A comment was changed."),
    may_read_aside,
    seen_as=voice_beside,
)
comment_deleted = Event(
    "comment.deleted",
    Comment,
    _l("A comment was deleted by its writer."),
    may_read_aside,
    seen_as=voice_beside,
)
comment_hidden = Event(
    "comment.hidden", Comment, _l("Your comment was hidden."), may_read_aside, (to_writer,)
)
hiding_objected = Event(
    "comment.objected",
    Comment,
    _l("Somebody asks to show a hidden comment again."),
    may_read_aside,
    (to_moderators,),
    seen_as=voice_beside,
)
hiding_upheld = Event(
    "comment.upheld", Comment, _l("Your comment stays hidden."), may_read_aside, (to_writer,)
)
comment_shown = Event(
    "comment.shown", Comment, _l("Your comment is shown again."), may_read_aside, (to_writer,)
)
reported = Event(
    "report.made",
    Report,
    _l("Somebody reported an idea or a comment."),
    may_read_report,
    (to_moderators,),
    seen_as=voice_beside,
)
report_settled = Event(
    "report.settled",
    Report,
    _l("Your report was answered."),
    may_read_report,
    (Audience(Because.REPORTER, reporter),),
)
campaign_followed = Event(
    "campaign.followed", Campaign, _l("Somebody follows the campaign."), may_watch
)
campaign_unfollowed = Event(
    "campaign.unfollowed", Campaign, _l("Somebody no longer follows the campaign."), may_watch
)
topic_followed = Event("topic.followed", Topic, _l("Somebody follows the topic."), may_watch)
topic_unfollowed = Event(
    "topic.unfollowed", Topic, _l("Somebody no longer follows the topic."), may_watch
)
supported = idea_event("idea.supported", _l("Somebody supports the idea."))
unsupported = idea_event("idea.unsupported", _l("A support was taken back."))
followed = idea_event("idea.followed", _l("Somebody follows the idea."))
unfollowed = idea_event("idea.unfollowed", _l("Somebody no longer follows the idea."))
