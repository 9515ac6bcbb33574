"""Signing in and out; failures are counted in transactions of their own."""

import hashlib
import secrets

from sqlalchemy import delete, update

from ideas.accounts.actions.passwords import matches
from ideas.accounts.models import FailedSignIn, SignIn
from ideas.accounts.queries import WINDOW, failures, find_credential, hashed
from ideas.core import clock
from ideas.core.database import own_transaction, session
from ideas.core.errors import DomainError
from ideas.core.i18n import _

PER_ACCOUNT = 5
PER_ADDRESS = 100  # terminal servers share one address
# Verified when the address is unknown, so that the answer takes as long.
NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$"
    "Zzqi3vcRCVvAyJ4Fn0jyJtPzVGYVhAZyBZRZ1lDPDTg"
)


class SignInRefused(DomainError):
    """The sign-in did not succeed; nobody learns whether the address exists."""

    status = 401


class TooManyAttempts(DomainError):
    """There were too many failures within a quarter of an hour."""

    status = 429


def sign_in(email: str, password: str, *, address: str) -> tuple[str, int]:
    """Begin a stay and return its secret token and the person's id.

    Raises:
        SignInRefused: address or password is wrong.
        TooManyAttempts: too many failures for this account or from this address.
    """
    account = hashlib.sha256(email.strip().lower().encode()).hexdigest()
    with own_transaction() as own:
        busy = failures(own, account=account) >= PER_ACCOUNT
        if busy or failures(own, address=address) >= PER_ADDRESS:
            raise TooManyAttempts(
                _("Too many failed attempts. Please try again in a quarter of an hour.")
            )
        known = find_credential(own, email)
    if not matches(known[1] if known else NOBODY, password) or known is None:
        with own_transaction() as own:
            own.add(FailedSignIn(account=account, address=address, at=clock.now()))
        raise SignInRefused(_("The e-mail address or the password is not right."))
    token = begin_stay(known[0])
    session.execute(delete(FailedSignIn).where(FailedSignIn.account == account))
    return token, known[0]


def begin_stay(person_id: int) -> str:
    """Begin a stay in the present transaction and return its secret token."""
    token = secrets.token_urlsafe(32)
    session.add(SignIn(token_hash=hashed(token), person_id=person_id, started_at=clock.now()))
    session.flush()
    return token


def sign_out(token: str) -> None:
    """End the stay; its cookie opens nothing any more."""
    session.execute(
        update(SignIn)
        .where(SignIn.token_hash == hashed(token), SignIn.ended_at.is_(None))
        .values(ended_at=clock.now())
    )


def forget_failures() -> None:
    """Drop failures that no longer count."""
    session.execute(delete(FailedSignIn).where(FailedSignIn.at < clock.now() - WINDOW))
