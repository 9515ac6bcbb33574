"""Setting, changing and forgetting passwords; hashing happens before any transaction."""

import secrets
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import update

from ideas.accounts import events
from ideas.accounts.models import Credential, OneTimeLink, Purpose, SignIn
from ideas.accounts.queries import credential_hash, get_link, hashed, token_of
from ideas.accounts.rules import may_edit_profile
from ideas.core import clock, database
from ideas.core.database import session
from ideas.core.errors import Invalid, NotFound
from ideas.core.i18n import _
from ideas.people.models import Person, Standing
from ideas.people.queries import find_by_email, get_person, system

SHORTEST = 10
VALID = {Purpose.INVITATION: timedelta(days=7), Purpose.RESET: timedelta(minutes=60)}
_hasher = PasswordHasher()


def make_link(person: Person, purpose: Purpose) -> None:
    """Give the person a new one-time link; older ones of the same purpose end."""
    now = clock.now()
    session.execute(
        update(OneTimeLink)
        .where(OneTimeLink.person_id == person.id, OneTimeLink.purpose == purpose)
        .where(OneTimeLink.used_at.is_(None))
        .values(used_at=now)
    )
    nonce = secrets.token_hex(16)
    session.add(
        OneTimeLink(
            token_hash=hashed(token_of(purpose, person.id, nonce)),
            nonce=nonce,
            person_id=person.id,
            purpose=purpose,
            expires_at=now + VALID[purpose],
        )
    )
    session.flush()


def accept_invitation(token: str, password: str) -> Person:
    """Set the first password through the mailed link; from now on the person may sign in."""
    person = _use_link(token, Purpose.INVITATION, password)
    person.standing = Standing.ACTIVE
    events.joined.record(person, actor=person)
    return person


def ask_reset(email: str) -> None:
    """Mail a link for a new password, if the address belongs to somebody active."""
    person = find_by_email(email)
    if person is None or not person.is_active or person.is_system:
        return
    make_link(person, Purpose.RESET)
    events.reset_asked.record(person, actor=system())


def reset_password(token: str, password: str) -> Person:
    """Set a new password through the mailed link; every stay ends."""
    person = _use_link(token, Purpose.RESET, password)
    if not person.is_active:
        raise NotFound(_("This link was used already or has expired. Please ask for a new one."))
    events.password_changed.record(person, actor=person)
    return person


def change_password(person: Person, old: str, new: str, *, actor: Person) -> None:
    """Change one's password; every stay ends, also the present one."""
    may_edit_profile.require(actor, person)
    known, person_id = credential_hash(person.id), person.id
    database.abandon()  # nobody waits for the database while the password is hashed
    if not known or not matches(known, old):
        raise Invalid(_("The present password is not right."))
    fresh = hash_password(new)
    person = get_person(person_id)
    _store(person, fresh)
    events.password_changed.record(person, actor=person)


def hash_password(password: str) -> str:
    """Hash a password that is long enough.

    Raises:
        Invalid: it is too short.
    """
    if len(password) < SHORTEST:
        raise Invalid(_("The password needs at least %(count)s characters.", count=SHORTEST))
    return _hasher.hash(password)


def matches(known: str, password: str) -> bool:
    """Say whether the password belongs to the hash; takes as long for a wrong one."""
    try:
        return _hasher.verify(known, password)
    except (VerificationError, InvalidHashError):
        return False


def set_password(person: Person, fresh: str) -> None:
    """Store a password hash for a person without one, as the demonstration does."""
    session.add(Credential(person_id=person.id, hash=fresh, changed_at=clock.now()))


def _use_link(token: str, purpose: Purpose, password: str) -> Person:
    fresh = hash_password(password)
    link = get_link(token, purpose)
    used = session.scalars(
        update(OneTimeLink)
        .where(OneTimeLink.id == link.id, OneTimeLink.used_at.is_(None))
        .values(used_at=clock.now())
        .returning(OneTimeLink.id)
    )
    if used.one_or_none() is None:
        raise NotFound(_("This link was used already or has expired. Please ask for a new one."))
    person = get_person(link.person_id)
    _store(person, fresh)
    return person


def _store(person: Person, fresh: str) -> None:
    now = clock.now()
    credential = session.get(Credential, person.id)
    if credential is None:
        set_password(person, fresh)
    else:
        credential.hash, credential.changed_at = fresh, now
    session.execute(
        update(SignIn)
        .where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )
