"""Reading stays, links and failed sign-ins."""

import hashlib
import hmac
from datetime import timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, joinedload

from ideas.accounts.models import Credential, FailedSignIn, OneTimeLink, Purpose, SignIn
from ideas.core import clock, keys
from ideas.core.database import UtcDateTime, session
from ideas.core.errors import NotFound
from ideas.core.i18n import _
from ideas.people.models import Person, Standing

LONGEST_STAY = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
# Asked by every request, therefore built once.
STAY = (
    select(Person)
    .join(SignIn, SignIn.person_id == Person.id)
    .where(SignIn.token_hash == bindparam("token_hash"), SignIn.ended_at.is_(None))
    .where(SignIn.started_at > bindparam("since", type_=UtcDateTime()))
    .where(Person.standing == Standing.ACTIVE)
    .options(joinedload(Person.grants))
)
PATHS = {Purpose.INVITATION: "/einladung/", Purpose.RESET: "/passwort/"}


def hashed(secret: str) -> str:
    """Return the hash under which a random secret is stored."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(purpose: Purpose, person_id: int, nonce: str) -> str:
    """Return the secret part of a one-time link; only the key outside the database can make it."""
    text = f"{purpose}:{person_id}:{nonce}".encode()
    return hmac.new(keys.key("links"), text, hashlib.sha256).hexdigest()


def find_stay(token: str) -> Person | None:
    """Return the person whose stay this token names, with her roles, if it still holds."""
    asked = {"token_hash": hashed(token), "since": clock.now() - LONGEST_STAY}
    return session.scalars(STAY, asked).unique().one_or_none()


def link_for(person: Person, purpose: Purpose) -> str | None:
    """Return the path of the person's newest link of this purpose that still works."""
    link = session.scalar(
        select(OneTimeLink)
        .where(OneTimeLink.person_id == person.id, OneTimeLink.purpose == purpose)
        .where(OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > clock.now())
        .order_by(OneTimeLink.id.desc())
        .limit(1)
    )
    return PATHS[purpose] + token_of(purpose, person.id, link.nonce) if link else None


def get_link(token: str, purpose: Purpose) -> OneTimeLink:
    """Return the link that this token opens.

    Raises:
        NotFound: there is none, it was used, or its time is over.
    """
    link = session.scalar(
        select(OneTimeLink)
        .where(OneTimeLink.token_hash == hashed(token), OneTimeLink.purpose == purpose)
        .where(OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > clock.now())
    )
    if link is None:
        raise NotFound(_("This link was used already or has expired. Please ask for a new one."))
    return link


def find_credential(own: Session, email: str) -> tuple[int, str] | None:
    """Return id and password hash of the active person with this address."""
    row = own.execute(
        select(Person.id, Credential.hash)
        .join(Credential, Credential.person_id == Person.id)
        .where(func.lower(Person.email) == email.strip().lower())
        .where(Person.standing == Standing.ACTIVE, ~Person.is_system)
    ).one_or_none()
    return (row[0], row[1]) if row else None


def failures(own: Session, *, account: str = "", address: str = "") -> int:
    """Count the failed sign-ins of the last quarter of an hour."""
    since = FailedSignIn.at > clock.now() - WINDOW
    which = FailedSignIn.account == account if account else FailedSignIn.address == address
    return own.scalar(select(func.count()).select_from(FailedSignIn).where(since, which)) or 0


def credential_hash(person_id: int) -> str | None:
    """Return the person's password hash, or None before the first password."""
    return session.scalar(select(Credential.hash).where(Credential.person_id == person_id))
