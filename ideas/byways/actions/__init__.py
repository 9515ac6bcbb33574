"""What can be done with an idea beside the main way."""

from ideas.byways.actions.fast_lane import (
    answer_fast_track,
    call_in,
    finish_fast_track,
    lapse_fast_tracks,
    propose_fast_track,
)
from ideas.byways.actions.forwarding import ask_again, forward_idea, note_answer
from ideas.byways.actions.objecting import answer_objection, object_to
from ideas.byways.actions.resubmission import make_tag, release_tag, resume_due, wait_for_events

__all__ = [
    "answer_fast_track",
    "answer_objection",
    "ask_again",
    "call_in",
    "finish_fast_track",
    "forward_idea",
    "lapse_fast_tracks",
    "make_tag",
    "note_answer",
    "object_to",
    "propose_fast_track",
    "release_tag",
    "resume_due",
    "wait_for_events",
]
