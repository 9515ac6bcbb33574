"""The arrows of somebody's part in an idea: asked, joined, declined, gone."""

from ideas.core import clock
from ideas.core.i18n import _, _l
from ideas.ideation import events, rules
from ideas.ideation.models import Coauthor, Status
from ideas.ideation.models import CoauthorStatus as State
from ideas.ideation.queries.company import INVITATION_HOLDS, OPEN_TO_COMPANY
from ideas.process.transitions import Transition

MOST_COAUTHORS = 10
INVITED, ASKED, ACCEPTED = ({state} for state in (State.INVITED, State.ASKED, State.ACCEPTED))
# Who said no is not pressed by the author; who was refused does not press the author.
INVITABLE = frozenset({State.REFUSED, State.WITHDRAWN, State.LAPSED, State.LEFT})
MAY_ASK = frozenset({State.DECLINED, State.WITHDRAWN, State.LAPSED, State.LEFT})


def is_open_to_company(row: Coauthor) -> str | None:
    """The steering group does not score the idea yet."""
    if row.idea.status in OPEN_TO_COMPANY:
        return None
    return _(
        "Nobody can join or leave any more: the state of the idea is “%(state)s”.",
        state=str(row.idea.status.label),
    )


def is_a_draft(row: Coauthor) -> str | None:
    """The idea has not been handed in."""
    if row.idea.status == Status.DRAFT:
        return None
    return _("The idea has been handed in already.")


def is_in_time(row: Coauthor) -> str | None:
    """The invitation is not older than seven days."""
    if clock.now() < row.status_since + INVITATION_HOLDS:
        return None
    return _("The invitation was valid for seven days and has lapsed. Please ask for a new one.")


def has_room(row: Coauthor) -> str | None:
    """The idea has fewer than ten co-authors."""
    if len(row.idea.coauthor_ids) < MOST_COAUTHORS:
        return None
    return _("The idea has ten co-authors already; with more, nobody keeps the overview.")


invite_again = Transition(
    "invite_again",
    _l("Invite again"),
    INVITABLE,
    State.INVITED,
    rules.may_answer_request,
    events.invited,
    (is_open_to_company,),
)
name_again = Transition(
    "name_again",
    _l("Ask whether the idea is theirs"),
    INVITABLE | INVITED | ASKED,
    State.INVITED,
    rules.may_answer_request,
    events.named,
    (is_a_draft,),
)
ask_again = Transition(
    "ask_again",
    _l("Ask to join"),
    MAY_ASK,
    State.ASKED,
    rules.may_answer_invitation,
    events.asked_to_join,
    (is_open_to_company, has_room),
)
accept = Transition(
    "accept_invitation",
    _l("Accept"),
    frozenset(INVITED),
    State.ACCEPTED,
    rules.may_answer_invitation,
    events.joined,
    (is_open_to_company, is_in_time, has_room),
)
confirm = Transition(
    "confirm_authorship",
    _l("Confirm: this is my idea"),
    frozenset(INVITED),
    State.ACCEPTED,
    rules.may_answer_invitation,
    events.confirmed,
    (is_a_draft, is_in_time),
)
decline = Transition(
    "decline_invitation",
    _l("Decline"),
    frozenset(INVITED),
    State.DECLINED,
    rules.may_answer_invitation,
    events.declined,
)
admit = Transition(
    "admit",
    _l("Accept the request"),
    frozenset(ASKED),
    State.ACCEPTED,
    rules.may_answer_request,
    events.joined,
    (is_open_to_company, has_room),
)
refuse = Transition(
    "refuse",
    _l("Refuse the request"),
    frozenset(ASKED),
    State.REFUSED,
    rules.may_answer_request,
    events.refused,
)
take_back_invitation = Transition(
    "take_back_invitation",
    _l("Take the invitation back"),
    frozenset(INVITED),
    State.WITHDRAWN,
    rules.may_answer_request,
    events.offer_taken_back,
)
take_back_request = Transition(
    "take_back_request",
    _l("Take the request back"),
    frozenset(ASKED),
    State.WITHDRAWN,
    rules.may_answer_invitation,
    events.offer_taken_back,
)
lapse_invitation = Transition(
    "lapse_invitation",
    _l("Let the invitation lapse"),
    frozenset(INVITED),
    State.LAPSED,
    rules.may_lapse,
    events.invitation_lapsed,
)
leave = Transition(
    "leave",
    _l("Leave the idea"),
    frozenset(ACCEPTED),
    State.LEFT,
    rules.may_answer_invitation,
    events.left,
    (is_open_to_company,),
)
remove = Transition(
    "remove",
    _l("Remove from the draft"),
    frozenset(ACCEPTED),
    State.LEFT,
    rules.may_answer_request,
    events.left,
    (is_a_draft,),
)
ASKING = (invite_again, name_again, ask_again)
ANSWERING = (accept, confirm, decline, admit, refuse)
ENDING = (take_back_invitation, take_back_request, lapse_invitation, leave, remove)
COMPANY = (*ASKING, *ANSWERING, *ENDING)
