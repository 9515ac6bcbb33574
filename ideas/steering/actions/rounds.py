"""The chair opens a round of scoring and closes it, which lifts the seal."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid
from ideas.core.i18n import _
from ideas.ideation.models import Idea
from ideas.people.models import Person
from ideas.process.transitions import apply, begin
from ideas.programme.models import Campaign
from ideas.steering import figures, rules, workflow
from ideas.steering.models import Round, RoundIdea, RoundStatus
from ideas.steering.queries import lock, scores_to_count, waiting_ideas


def open_round(campaign: Campaign, name: str, due_on: date, *, actor: Person) -> Round:
    """Open a round over all ideas of the campaign that wait for one, in one step."""
    rules.may_open_round.require(actor)
    if not clock.today() <= due_on <= clock.a_year_ahead():
        raise Invalid(_("Please choose a day within the next twelve months."))
    ideas = waiting_ideas(campaign)
    round_ = Round(campaign=campaign, name=name, due_on=due_on)
    begin(round_, RoundStatus.DRAFT)
    round_.entries = [RoundIdea(idea=idea, text_version=idea.text_version) for idea in ideas]
    session.add(round_)
    apply(workflow.open_round, round_, actor=actor, ideas=len(ideas))
    for idea in ideas:
        apply(workflow.enter_round, idea, actor=actor, round=round_.id)
        idea.ball_until = due_on
    return round_


def close_round(round_: Round, *, actor: Person) -> None:
    """Close the round, store what the scores say and release it, in one step."""
    lock(round_)
    apply(workflow.close_round, round_, actor=actor)
    _store_results(round_)
    apply(workflow.release_round, round_, actor=actor)
    for entry in round_.entries:
        lock(entry.idea)
        apply(workflow.evaluate, entry.idea, actor=actor, round=round_.id)


def _store_results(round_: Round) -> None:
    """Store number, mean, spread, profile and rank of every idea, so that no page computes them."""
    entries = {entry.idea_id: entry for entry in round_.entries}
    scores: dict[int, list[tuple[float, Mapping[str, int]]]] = {key: [] for key in entries}
    for idea_id, weighted, marks in scores_to_count(round_):
        scores[idea_id].append((weighted or 0.0, marks))
    for idea_id, entry in entries.items():
        _store_summary(entry, figures.summary(scores[idea_id]))
    standings = [_standing(entry.idea, entry.mean) for entry in entries.values()]
    for rank, idea_id in enumerate(figures.ranking(standings), start=1):
        entries[idea_id].rank = rank
    session.flush()


def _store_summary(entry: RoundIdea, said: figures.Summary) -> None:
    entry.scores = said.count
    total = said.total
    entry.mean, entry.low, entry.high = (
        (total.mean, total.low, total.high) if total else (None, None, None)
    )
    entry.profile = {key: asdict(spread) for key, spread in said.profile.items()}


def _standing(idea: Idea, mean: float | None) -> figures.Standing:
    return figures.Standing(idea.id, (idea.number_year or 0, idea.number_n or 0), mean)
