"""Reading screenings, rounds, scores and decisions."""

from ideas.steering.queries.decisions import (
    decision_of,
    decisions_to_release,
    excluded_from,
    get_decision,
    has_open_ideas,
    last_discarded,
    rounds_to_decide,
    voters,
)
from ideas.steering.queries.rounds import (
    all_rounds,
    campaigns_with_waiting_ideas,
    get_round,
    lock,
    waiting_ideas,
)
from ideas.steering.queries.scores import (
    ballot_for,
    comments_on,
    get_result,
    latest_result,
    scores_to_count,
)
from ideas.steering.queries.screening import (
    Lane,
    find_screening,
    ideas_due_again,
    lane_counts,
    screening_lane,
)
from ideas.steering.queries.tables import (
    dealt_with,
    hidden_rows,
    next_to_score,
    progress_of,
    ranking_of,
    still_to_score,
)
from ideas.steering.queries.tasks import Tasks, tasks_of

__all__ = [
    "Lane",
    "Tasks",
    "all_rounds",
    "ballot_for",
    "campaigns_with_waiting_ideas",
    "comments_on",
    "dealt_with",
    "decision_of",
    "decisions_to_release",
    "excluded_from",
    "find_screening",
    "get_decision",
    "get_result",
    "get_round",
    "has_open_ideas",
    "hidden_rows",
    "ideas_due_again",
    "lane_counts",
    "last_discarded",
    "latest_result",
    "lock",
    "next_to_score",
    "progress_of",
    "ranking_of",
    "rounds_to_decide",
    "scores_to_count",
    "screening_lane",
    "still_to_score",
    "tasks_of",
    "voters",
    "waiting_ideas",
]
