"""The arrows of merging: from which states, into which, and what forbids it."""

from ideas.core import clock
from ideas.core.i18n import _, _l
from ideas.ideation import events, rules
from ideas.ideation.models import Idea, Merging, ProjectStatus, Status
from ideas.ideation.queries.family import ENDED, find_merging
from ideas.ideation.workflow.handing import lay_down
from ideas.process.transitions import Transition

MERGEABLE = frozenset({Status.SCREENING, Status.QUERY})
IN_A_ROUND = frozenset({Status.SCORING, Status.EVALUATED, Status.DECISION_DRAFT})
DECIDED = frozenset(
    {Status.DECISION_DRAFT, Status.SELECTED, Status.DECLINED, Status.DEFERRED}
    | {Status.FAST_TRACK, Status.DONE, Status.FORWARDED}
)


def nothing_is_merged_into_it(idea: Idea) -> str | None:
    """No other idea leads to this one."""
    if not idea.merged_count:
        return None
    return _(
        "Other ideas are merged into this one already. Merge the other idea into this one, or undo"
        " these mergings first."
    )


def nothing_was_decided_for_both(idea: Idea) -> str | None:
    """The steering group has not decided on the joint idea since the merging."""
    home, merging = idea.merged_into, find_merging(idea)
    if home is None or merging is None or home.status not in DECIDED:
        return None
    if home.status_since < merging.made_at:
        return None
    return _(
        "The decision on idea %(number)s was taken for both ideas, so they stay merged. The author"
        " can bring a part that is missing as a new idea.",
        number=home.number,
    )


def what_forbids_merging(idea: Idea, target: Idea) -> str | None:
    """Say in a sentence why the idea cannot be merged into this one, and the way out."""
    number = target.number
    if idea.id == target.id:
        return _("An idea cannot be merged into itself.")
    if target.merged_into_id and target.merged_into:
        return _(
            "Idea %(number)s is merged into idea %(home)s itself. Please choose that one.",
            number=number,
            home=target.merged_into.number,
        )
    if is_apart(idea, target):
        return _(
            "One of the two campaigns has other readers or hides its numbers: idea %(number)s can"
            " be merged with ideas of its own campaign only.",
            number=number,
        )
    return _why_not_there(target) or why_not_from_here(idea)


def _why_not_there(target: Idea) -> str | None:
    number, state = target.number, str(target.status.label)
    if target.published_at is None or target.withheld_at or target.status == Status.SUBMITTED:
        return _("Idea %(number)s is not published. Please publish it first.", number=number)
    if target.status in ENDED or target.project_status == ProjectStatus.STOPPED:
        return _(
            "Idea %(number)s has ended (%(state)s). Merged into it this idea would end too, without"
            " an answer of its own.",
            number=number,
            state=str(target.project_status.label if target.project_status else state),
        )
    if target.status == Status.DECISION_DRAFT:
        return _(
            "The decision on idea %(number)s is about to be released. Please merge after that.",
            number=number,
        )
    return None


def is_apart(idea: Idea, target: Idea) -> bool:
    """Say whether the campaigns of the two have other readers, or hide their numbers."""
    if idea.campaign_id == target.campaign_id:
        return False
    return any(one.is_restricted or one.campaign.hides_support for one in (idea, target))


def what_forbids_objecting(merging: Merging) -> str | None:
    """Say in a sentence why nobody can object to the merging now."""
    if merging.objected_at:
        return _("An objection to this merging was made already.")
    if merging.object_until < clock.today():
        return _("The ten working days in which an objection is possible are over.")
    return None


def why_not_from_here(idea: Idea) -> str | None:
    """Say in a sentence why the idea's state forbids merging it into any other."""
    if idea.withheld_at:
        return _("This idea is withheld. Please settle that first.")
    if idea.status in MERGEABLE and idea.published_at:
        return None
    if idea.status == Status.SUBMITTED:
        return _("Please publish this idea first; until then nobody else may read it.")
    if idea.status == Status.DUPLICATE:
        return _("This idea is merged already. Undo that merging first.")
    if idea.status in IN_A_ROUND:
        return _(
            "This idea is being scored or decided on, so it goes on by itself. Merge the other idea"
            " into this one instead."
        )
    return _(
        "Ideas can be merged until they are scored; the state of this one is “%(state)s”.",
        state=str(idea.status.label),
    )


merge = Transition(
    "merge",
    _l("Merge with another idea"),
    MERGEABLE,
    Status.DUPLICATE,
    rules.may_merge,
    events.merged,
    (nothing_is_merged_into_it,),
    lay_down,
)
part_to_screening, part_to_query = (
    Transition(
        "undo_merging",
        _l("Undo the merging"),
        frozenset({Status.DUPLICATE}),
        origin,
        rules.may_merge,
        events.merging_undone,
        (nothing_was_decided_for_both,),
    )
    for origin in (Status.SCREENING, Status.QUERY)
)
PARTINGS = {step.target: step for step in (part_to_screening, part_to_query)}
MERGING = (merge, part_to_screening, part_to_query)
