"""What the administration does: invite, appoint, deactivate."""

from collections.abc import Iterable

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import update

from ideas.accounts import events, rules
from ideas.accounts.actions.passwords import make_link
from ideas.accounts.models import Purpose, SignIn
from ideas.core import clock
from ideas.core.database import session
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import LANGUAGES, _
from ideas.people.models import Grant, Person, Role, Standing, Unit
from ideas.people.queries import find_by_email, find_unit, holders_of


def invite(
    *, name: tuple[str, str], email: str, unit: str, roles: Iterable[Role], actor: Person
) -> Person:
    """Make an account for (given name, family name) and mail the link to join.

    Raises:
        Invalid: the address is none, or somebody has it already.
    """
    rules.may_manage_people.require(actor)
    person = Person(
        given_name=name[0],
        family_name=name[1],
        email=checked_email(email),
        unit_id=_unit(unit).id if unit else None,
        standing=Standing.INVITED,
        created_at=clock.now(),
    )
    session.add(person)
    session.flush()
    for role in sorted(set(roles)):
        _grant(person, role)
    make_link(person, Purpose.INVITATION)
    events.invited.record(person, actor=actor, roles=sorted(person.roles))
    return person


def invite_again(person: Person, *, actor: Person) -> None:
    """Mail a new link to somebody who has not joined yet."""
    rules.may_manage_people.require(actor)
    if person.standing != Standing.INVITED:
        raise NotPossible(_("This person has joined already."))
    make_link(person, Purpose.INVITATION)
    events.invited.record(person, actor=actor, roles=sorted(person.roles))


def grant_role(person: Person, role: Role, *, actor: Person) -> None:
    """Appoint the person to a role; it holds from the next request on."""
    _may_change(person, actor)
    if role in person.roles:
        return
    _grant(person, role)
    events.role_granted.record(person, actor=actor, role=role.value)


def revoke_role(person: Person, role: Role, *, actor: Person) -> None:
    """End the appointment; it ends with the next request."""
    _may_change(person, actor)
    if role not in person.roles:
        return
    _keep_an_administrator(person, role)
    session.execute(
        update(Grant)
        .where(Grant.person_id == person.id, Grant.role == role, Grant.revoked_at.is_(None))
        .values(revoked_at=clock.now())
    )
    session.refresh(person, ["grants"])
    events.role_revoked.record(person, actor=actor, role=role.value)


def deactivate(person: Person, *, actor: Person) -> None:
    """Close the account at once; what the person wrote stays."""
    _may_change(person, actor)
    if person.standing == Standing.INACTIVE:
        return
    if Role.ADMINISTRATOR in person.roles:
        _keep_an_administrator(person, Role.ADMINISTRATOR)
    person.standing = Standing.INACTIVE
    ended = update(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))
    session.execute(ended.values(ended_at=clock.now()))
    events.deactivated.record(person, actor=actor)


def reactivate(person: Person, *, actor: Person) -> None:
    """Open a closed account again; the person sets a new password by a mailed link."""
    _may_change(person, actor)
    if person.standing != Standing.INACTIVE:
        return
    person.standing = Standing.INVITED
    make_link(person, Purpose.INVITATION)
    events.reactivated.record(person, actor=actor)
    events.invited.record(person, actor=actor, roles=sorted(person.roles))


def edit_profile(person: Person, *, language: str, wants_mail: bool, actor: Person) -> None:
    """Choose the language and whether mails are wanted."""
    rules.may_edit_profile.require(actor, person)
    if language not in LANGUAGES:
        raise Invalid(_("Please choose one of the languages."))
    person.language = language
    person.wants_mail = wants_mail
    events.profile_changed.record(person, actor=actor)


def checked_email(email: str) -> str:
    """Return the address in normal form.

    Raises:
        Invalid: it is none, or somebody has it already.
    """
    try:
        address = validate_email(
            email.strip(), check_deliverability=False, test_environment=True
        ).normalized
    except EmailNotValidError as error:
        raise Invalid(_("“%(email)s” is not an e-mail address.", email=email)) from error
    if find_by_email(address):
        raise Invalid(_("Somebody with the address %(email)s is registered.", email=address))
    return address


def _may_change(person: Person, actor: Person) -> None:
    rules.may_manage_people.require(actor)
    if person.id == actor.id:
        raise NotPossible(_("Nobody changes their own account here; ask another administrator."))


def _grant(person: Person, role: Role) -> None:
    others = person.roles - {role}
    if others and Role.ADMINISTRATOR in {role, *others}:
        raise NotPossible(
            _("The administration has no right to contents and goes with no other role.")
        )
    if others and Role.DATA_PROTECTION in {role, *others}:
        raise NotPossible(
            _("Data protection holds the second key to sealed names and goes with no other role.")
        )
    session.add(Grant(person_id=person.id, role=role, granted_at=clock.now()))
    session.flush()
    session.refresh(person, ["grants"])


def _keep_an_administrator(person: Person, role: Role) -> None:
    if role == Role.ADMINISTRATOR and [p.id for p in holders_of(role)] == [person.id]:
        raise NotPossible(_("The last administrator cannot be removed."))


def _unit(name: str) -> Unit:
    unit = find_unit(name)
    if unit is None:
        unit = Unit(name=name)
        session.add(unit)
        session.flush()
    return unit
