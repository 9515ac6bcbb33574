"""What happens to accounts, and who hears of it."""

from typing import Any

from sqlalchemy import Select, select

from ideas.accounts.rules import may_hear_of_account
from ideas.core.i18n import _l
from ideas.people.models import Person
from ideas.process.events import Audience, Event
from ideas.process.models import Because


def the_person(person: Person) -> Select[Any]:
    """Select the person the account belongs to."""
    return select(Person).where(Person.id == person.id)


to_person = Audience(Because.ACCOUNT, the_person, also_actor=True)
to_person_inbox = Audience(Because.ACCOUNT, the_person, mailed=False)

invited = Event(
    "account.invited",
    Person,
    _l("You were invited to take part."),
    may_hear_of_account,
    (to_person,),
)
joined = Event("account.joined", Person, _l("The invitation was accepted."), may_hear_of_account)
reset_asked = Event(
    "account.reset_asked",
    Person,
    _l("A link for a new password was asked for."),
    may_hear_of_account,
    (to_person,),
)
password_changed = Event(
    "account.password_changed",
    Person,
    _l("Your password was changed."),
    may_hear_of_account,
    (to_person,),
)
profile_changed = Event(
    "account.profile_changed", Person, _l("The profile was changed."), may_hear_of_account
)
role_granted = Event(
    "account.role_granted",
    Person,
    _l("You were given a new role."),
    may_hear_of_account,
    (to_person_inbox,),
)
role_revoked = Event(
    "account.role_revoked",
    Person,
    _l("One of your roles has ended."),
    may_hear_of_account,
    (to_person_inbox,),
)
deactivated = Event(
    "account.deactivated", Person, _l("The account was deactivated."), may_hear_of_account
)
reactivated = Event(
    "account.reactivated", Person, _l("The account was activated again."), may_hear_of_account
)
