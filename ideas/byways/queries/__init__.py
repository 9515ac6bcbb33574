"""Reading what goes on beside the main way."""

from ideas.byways.queries.fast_lane import fast_lane, find_track, overdue_tracks
from ideas.byways.queries.forwarded import find_forwarding, forwarded_ideas
from ideas.byways.queries.objections import (
    DECIDED,
    WITHIN,
    Decided,
    decision_to_object_to,
    find_objection,
    has_judge,
    objections_that_wait,
    overtaken_objections,
    unjudged,
)
from ideas.byways.queries.tasks import Duty, duties_of
from ideas.byways.queries.waiting import deferred_ideas, get_tag, ideas_waiting_for

__all__ = [
    "DECIDED",
    "WITHIN",
    "Decided",
    "Duty",
    "decision_to_object_to",
    "deferred_ideas",
    "duties_of",
    "fast_lane",
    "find_forwarding",
    "find_objection",
    "find_track",
    "forwarded_ideas",
    "get_tag",
    "has_judge",
    "ideas_waiting_for",
    "objections_that_wait",
    "overdue_tracks",
    "overtaken_objections",
    "unjudged",
]
