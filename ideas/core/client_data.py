"""Finds data of clients in a text: numbers of insurances and banks, birth dates, contacts, names.

Certain is what its own check digits prove; everything else is probable. The patterns of customer
number and BG number are ours, after the way they are printed on notices of the job centres: no
public specification of them exists. The pension insurance number follows § 2 VKVV, the health
insurance number § 290 SGB V.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from stdnum import iban
from stdnum.de import idnr

from ideas.core import client_contacts
from ideas.core.enums import Labelled
from ideas.core.i18n import _l

BLACK = "[geschwärzt]"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
# What people put between the parts of a number; Markdown's marks too.
GAP = r"[\s.\-/_*\\]{0,3}"
TAX_LENGTH = 11
IBAN_LENGTHS = {"DE": (22,)}
ANY_IBAN_LENGTH = tuple(range(15, 35))


class Kind(Labelled):
    """What was found."""

    IBAN = "iban", _l("bank account (IBAN)")
    PENSION = "pension", _l("pension insurance number")
    TAX = "tax", _l("tax identification number")
    HEALTH = "health", _l("health insurance number")
    CUSTOMER = "customer", _l("customer number")
    HOUSEHOLD = "household", _l("BG number")
    BIRTH = "birth", _l("birth date")
    PHONE = "phone", _l("phone number")
    EMAIL = "email", _l("e-mail address")
    NAME = "name", _l("name of a person")


@dataclass(frozen=True)
class Finding:
    """A place in a text; `certain` if check digits prove it."""

    kind: Kind
    start: int
    end: int
    certain: bool = False

    def mark(self, text: str) -> str:
        """Return what tells this finding from others without showing it."""
        said = "".join(sign for sign in fold(text[self.start : self.end]) if sign.isalnum())
        return hashlib.sha256(f"{self.kind} {said.casefold()}".encode()).hexdigest()[:20]


Finder = Callable[[str], Iterator[Finding]]


def find(text: str, own_domains: Collection[str] = ()) -> list[Finding]:
    """Return what looks like data of clients, in the order of the text, without overlaps.

    Mail addresses of `own_domains` and of public offices are no finding.
    """
    folded = fold(text)
    found = [finding for finder in FINDERS for finding in finder(folded)]
    mails = client_contacts.mail_addresses(folded, own_domains)
    found += [Finding(Kind.EMAIL, start, end) for start, end in mails]
    found.sort(key=lambda one: (not one.certain, one.start - one.end, one.start))
    return _apart(found)


def black_out(text: str, findings: Collection[Finding]) -> str:
    """Return the text with each of the findings blacked out."""
    for one in sorted(findings, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + BLACK + text[one.end :]
    return text


def fold(text: str) -> str:
    """Return the text with plain digits, letters, dashes and spaces, each sign in its place."""
    if text.isascii():
        return text
    return text.translate({ord(sign): _plain(sign) for sign in set(text) if not sign.isascii()})


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if sign in DASHES:
        return "-"
    if unicodedata.category(sign) in UNSEEN:
        return "\n" if sign in "\u2028\u2029\x85" else " "
    wide = unicodedata.normalize("NFKC", sign)
    return wide if len(wide) == 1 else sign


def _apart(found: list[Finding]) -> list[Finding]:
    """Keep the first of findings that overlap; they come the strongest first."""
    taken = bytearray(max((one.end for one in found), default=0))
    kept = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _spread(pattern: str) -> str:
    """Return the pattern of these signs, between which gaps are allowed."""
    return GAP.join(re.findall(r"\[[^\]]*\]", pattern))


IBAN = re.compile(rf"(?<![^\W_]){_spread('[A-Za-z][A-Za-z]')}{GAP}[0-9]", re.ASCII)
IBAN_SIGNS = re.compile(rf"{GAP}([A-Za-z0-9])", re.ASCII)
GROUPS = re.compile(r"[0-9]+")
ALL_GAP = re.compile(rf"{GAP}\Z")
PENSION = re.compile(
    rf"(?<![^\W_]){_spread('[0-9]' * 8 + '[A-Za-z]' + '[0-9]' * 3)}(?![^\W_])", re.ASCII
)
HEALTH = re.compile(rf"(?<![^\W_]){_spread('[A-Za-z]' + '[0-9]' * 9)}(?![^\W_])", re.ASCII)
CUSTOMER = re.compile(
    rf"(?<![^\W_])[0-9]{{3}}{GAP}[A-Za-z]{GAP}{_spread('[0-9]' * 6)}(?![^\W_])", re.ASCII
)
HOUSEHOLD = re.compile(
    r"(?<![^\W_])[0-9]{5}\s?(?:/\s?/|-{1,2}\s?BG\s?-{1,2}|BG)[\s.-]{0,2}[0-9]{7}(?![^\W_])"
    r"|\b(?:BG|Bedarfsgemeinschaft)(?:s?[ -]?(?:Nr\b\.?|Nummer))?[\s:.-]{0,3}"
    r"([0-9/]{7,14})(?![0-9])",
    re.IGNORECASE,
)
CUSTOMER_NAMED = re.compile(
    r"\b(?:Kunden|Kd\.?)[ -]?(?:Nummer|Nr)\b[\s:.-]{0,3}([0-9][0-9A-Z/]{5,13})(?![0-9])",
    re.IGNORECASE,
)
PENSION_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
HEALTH_WEIGHTS = (1, 2) * 5


def _ibans(text: str) -> Iterator[Finding]:
    end = 0
    for match in IBAN.finditer(text):
        if match.start() < end:
            continue
        signs, ends = _signs_from(text, match.start())
        lengths = IBAN_LENGTHS.get(signs[:2], ANY_IBAN_LENGTH)
        for length in reversed(lengths):
            if length <= len(signs) and iban.is_valid(signs[:length]):
                end = ends[length - 1]
                yield Finding(Kind.IBAN, match.start(), end, certain=True)
                break


def _signs_from(text: str, start: int) -> tuple[str, list[int]]:
    """Return the letters and digits from here on, as many as an IBAN has, and their ends."""
    signs, ends = "", []
    while len(signs) < ANY_IBAN_LENGTH[-1] and (match := IBAN_SIGNS.match(text, start)):
        signs += match[1].upper()
        start = match.end()
        ends.append(start)
    return signs, ends


def _tax_numbers(text: str) -> Iterator[Finding]:
    """Find eleven digits: in one, in groups of at least two, or each apart."""
    groups = [match.span() for match in GROUPS.finditer(text)]
    for first, (start, _end) in enumerate(groups):
        digits, before = "", start
        for begin, end in groups[first : first + TAX_LENGTH]:
            if begin != start and not ALL_GAP.match(text, before, begin):
                break
            digits, before = digits + text[begin:end], end
            if len(digits) >= TAX_LENGTH:
                break
        if len(digits) == TAX_LENGTH and idnr.is_valid(digits):
            yield Finding(Kind.TAX, start, before, certain=True)


def _checked(
    text: str, *, pattern: re.Pattern[str], kind: Kind, weights: tuple[int, ...], certain: bool
) -> Iterator[Finding]:
    """Find numbers whose last digit is the sum of the digits of the weighted others."""
    for match in pattern.finditer(text):
        signs = [sign for sign in match[0].upper() if sign.isalnum()]
        digits = "".join(f"{ord(s) - 64:02}" if s.isalpha() else s for s in signs)
        products = (int(d) * weight for d, weight in zip(digits, weights, strict=False))
        if sum(sum(divmod(product, 10)) for product in products) % 10 == int(digits[-1]):
            yield Finding(kind, *match.span(), certain=certain)


def _matching(text: str, *, pattern: re.Pattern[str], kind: Kind) -> Iterator[Finding]:
    """Find what the pattern says; of a keyword and its number, the number."""
    for match in pattern.finditer(text):
        yield Finding(kind, *match.span(match.lastindex or 0))


FINDERS: tuple[Finder, ...] = (
    _ibans,
    _tax_numbers,
    partial(_checked, pattern=PENSION, kind=Kind.PENSION, weights=PENSION_WEIGHTS, certain=True),
    partial(_checked, pattern=HEALTH, kind=Kind.HEALTH, weights=HEALTH_WEIGHTS, certain=False),
    partial(_matching, pattern=CUSTOMER, kind=Kind.CUSTOMER),
    partial(_matching, pattern=CUSTOMER_NAMED, kind=Kind.CUSTOMER),
    partial(_matching, pattern=HOUSEHOLD, kind=Kind.HOUSEHOLD),
    partial(_matching, pattern=client_contacts.BIRTH, kind=Kind.BIRTH),
    partial(_matching, pattern=client_contacts.BORN_AFTER, kind=Kind.BIRTH),
    partial(_matching, pattern=client_contacts.NAME, kind=Kind.NAME),
    lambda text: (Finding(Kind.PHONE, *span) for span in client_contacts.phone_numbers(text)),
)
