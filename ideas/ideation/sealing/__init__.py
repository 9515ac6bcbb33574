"""The seal on an author's name: the only code that closes, opens and recognises one.

Two keys outside the database: with the first a name is encrypted, with the second an author is
recognised. There is no index by person; an own idea is found by comparing marks.
"""

import hashlib
import hmac
import secrets
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Select, select

from ideas.core import keys
from ideas.core.database import session
from ideas.ideation.models import Idea, SealedAuthor
from ideas.ideation.sealing.words import FIRST, SECOND
from ideas.people.models import Person

NAME_KEY, MARK_KEY = "sealed", "seal-mark"
NONCE_BYTES = 12
NUMBERS = range(100, 1000)
# No letter or figure that is taken for another one.
CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
CODE_GROUPS, GROUP_LENGTH = 3, 4
KNOWN = "own seals"


class BrokenSealError(Exception):
    """The seal cannot be opened with the key that is there, or belongs to another idea."""


def key_id() -> str:
    """Name the key of the names without revealing it."""
    return hashlib.sha256(b"seal key id" + keys.key(NAME_KEY)).hexdigest()[:16]


def sealed(idea: Idea, pseudonym: Person, author: Person) -> SealedAuthor:
    """Return the row that binds the idea to its author, readable by nobody without the keys."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(keys.key(NAME_KEY))
    forget()
    return SealedAuthor(
        idea_id=idea.id,
        pseudonym_id=pseudonym.id,
        ciphertext=cipher.encrypt(nonce, struct.pack(">q", author.id), _bound_to(idea.id)),
        nonce=nonce,
        key_id=key_id(),
        mark=_mark(author.id, idea.id),
    )


def opened(seal: SealedAuthor) -> int:
    """Return the id of the person behind the seal.

    Raises:
        BrokenSealError: another key closed it, or it was moved here from another idea.
    """
    try:
        cipher = AESGCM(keys.key(NAME_KEY))
        plain = cipher.decrypt(seal.nonce, seal.ciphertext, _bound_to(seal.idea_id))
    except InvalidTag as error:
        raise BrokenSealError(seal.idea_id) from error
    person_id: int = struct.unpack(">q", plain)[0]
    return person_id


def is_whole(seal: SealedAuthor) -> bool:
    """Say whether both keys still know the author."""
    try:
        person_id = opened(seal)
    except BrokenSealError:
        return False
    return hmac.compare_digest(seal.mark, _mark(person_id, seal.idea_id))


def wrote(person: Person, idea: Idea) -> bool:
    """Say whether the person is the author, by name or behind the seal."""
    if idea.author_id == person.id:
        return True
    seal = idea.seal if idea.is_sealed else None
    return seal is not None and hmac.compare_digest(seal.mark, _mark(person.id, idea.id))


def own_ideas(person: Person) -> list[int]:
    """Return the ids of the ideas that `wrote` says yes to because of a seal."""
    return list(_own_seals(person))


def identities(person: Person) -> list[int]:
    """Return the ids under which the person is told something: the own one and the pseudonyms."""
    return [person.id, *_own_seals(person).values()]


def voice(person: Person, idea: Idea) -> Person:
    """Return who is seen to act when the person acts as author: the pseudonym of a sealed idea."""
    acts_for_the_author = idea.is_sealed and (person.is_system or wrote(person, idea))
    return idea.author if acts_for_the_author else person


def addressee(pseudonym: Person) -> Person | None:
    """Return the person behind a pseudonym, for the length of a delivery."""
    seal = session.scalar(_seal_of(pseudonym))
    return session.get(Person, opened(seal)) if seal else None


def blinded(text: str) -> str:
    """Return what stands for a text outside, where nobody may find it again without the key."""
    return hmac.new(keys.key(MARK_KEY), text.encode(), hashlib.sha256).hexdigest()[:32]


def forget() -> None:
    """Read anew whose seals are whose, because one was closed or opened."""
    session.info.pop(KNOWN, None)


def new_name() -> tuple[str, str]:
    """Draw two words and a number; they depend on nobody and no time."""
    return secrets.choice(FIRST), f"{secrets.choice(SECOND)} {secrets.choice(NUMBERS)}"


def new_receipt_code() -> str:
    """Draw a code by which an author names the idea before it has a number."""
    groups = (
        "".join(secrets.choice(CODE_LETTERS) for _letter in range(GROUP_LENGTH))
        for _group in range(CODE_GROUPS)
    )
    return "-".join(groups)


def _own_seals(person: Person) -> dict[int, int]:
    """Return the person's sealed ideas with their pseudonyms; kept for the request only."""
    known: dict[int, dict[int, int]] = session.info.setdefault(KNOWN, {})
    if person.id not in known:
        rows = session.execute(ALL_MARKS)
        known[person.id] = {
            idea_id: pseudonym_id
            for idea_id, pseudonym_id, mark in rows
            if hmac.compare_digest(mark, _mark(person.id, idea_id))
        }
    return known[person.id]


def _mark(person_id: int, idea_id: int) -> bytes:
    return hmac.digest(keys.key(MARK_KEY), struct.pack(">qq", person_id, idea_id), "sha256")


def _bound_to(idea_id: int) -> bytes:
    return b"idea" + struct.pack(">q", idea_id)


def _seal_of(pseudonym: Person) -> Select[SealedAuthor]:
    return select(SealedAuthor).where(SealedAuthor.pseudonym_id == pseudonym.id)


# Asked by every page, therefore built once.
ALL_MARKS = select(SealedAuthor.idea_id, SealedAuthor.pseudonym_id, SealedAuthor.mark)
