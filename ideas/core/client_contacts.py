"""How birth dates, phone numbers, mail addresses and names of persons are written."""

import re
from collections.abc import Collection, Iterator

MONTH = (
    r"(?:Jan(?:uar|\.)?|Feb(?:ruar|\.)?|M(?:ä|ae)rz|Apr(?:il|\.)?|Mai|Jun[io]?|Jul[iy]?"
    r"|Aug(?:ust|\.)?|Sep(?:t|tember)?\.?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?)"
)
DATE = (
    rf"(?:[0-9]{{1,2}}\s?[./-]\s?(?:[0-9]{{1,2}}\s?[./-]|{MONTH})\s?(?:[0-9]{{4}}|[0-9]{{2}})"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)
BORN = r"(?:geb(?:oren(?:e[nrs]?)?|\b\.?)|Geburts(?:datum|tag)s?|Geb\.?[- ]?Dat(?:um)?\.?)"
# Between the keyword and the date: "am", "ist", "der Kundin:", at most four short words.
BETWEEN = r"(?:[\s:=(,.*_-]{1,4}[^\W\d_]{1,12}){0,4}[\s:=(,.*_-]{0,4}"
BIRTH = re.compile(rf"\b{BORN}{BETWEEN}(\b{DATE})", re.IGNORECASE)
BORN_AFTER = re.compile(rf"(?<![\w.])({DATE})[\s(,*_-]{{0,3}}geb(?:oren|\.)", re.IGNORECASE)

PART = r"(?:[A-ZÄÖÜ][^\W\d_]*(?:['’-][^\W\d_]+){0,3})"
# Offices, not persons; and words that begin the next sentence. A single letter names nobody.
NO_NAME = (
    r"(?!Muster|Kolleg|Kund(?:e|in)|(?:Ober)?[Bb]ürgermeister|Minister|Bundes|Landr[aä]t|Präsident"
    r"|Vorsitz|Geschäftsführ|Doktor|Professor|Amtsleit|Abteilung|Bereichs|Sachbearb|Sachgebiet"
    r"|Teamleit|Vermittl|Fallmanag|Antrag|Leistung|Personal|Nachbar|Direktor|Anwalt|Anwält|Rechtsanw"
    r"|(?:Oder|Und|In|Im|Als|Der|Die|Das|Ist|Bitte|Mit|Von|Ich|Wir|Sie|Er|Es|Man|Wenn|Auch|Für)\b"
    r"|[A-ZÄÖÜ]\b(?!\.\s?[A-ZÄÖÜ][^\W\d_]))"
)
SPACE = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"
NAME = re.compile(
    r"\b(?:Frau|Herrn?|Fr\.|Hr\.|Eheleuten?|Familie)(?=\s)[*_]{0,2}"
    rf"{SPACE}[*_]{{0,2}}(?:(?:Dr|Prof)\.{SPACE}){{0,2}}{NO_NAME}"
    rf"((?:[A-ZÄÖÜ]\.{SPACE})?(?:(?:von|van|de|al|el|zu)[ -])?{PART}"
    rf"(?:[^\S\n](?:(?:von|van|de)[^\S\n])?{PART})?)"
)

PHONE = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)[1-9][0-9]{0,2}|\(0[1-9][0-9]{1,4}\)|0[1-9][0-9]{1,4})"
    r"(?:[ \u00a0/().\n-]{0,3}[0-9]){3,13}(?!\w)"
)
CALL = re.compile(
    r"\b(?:Tel(?:efon)?(?:nummer|nr)?|Handy(?:nummer|nr)?|Mobil(?:nummer|nr)?|Rufnummer|Fax)"
    r"[.:\s-]{1,4}((?:[0-9][ /()-]{0,2}){5,14}[0-9])(?![\w/])",
    re.IGNORECASE,
)
# Days, and files that are numbered within a year, such as 0123/2026.
NO_PHONE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.|0[0-9]{1,4}/(?:19|20)[0-9]{2}\Z")
# Free and service numbers belong to offices and firms, never to one person.
SERVICE = re.compile(r"(?:\+49|0049|0)(?:800|180|700|900|137|138)")
FEWEST_DIGITS, MOST_DIGITS = 7, 15

MAIL_END = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
MAIL_START = re.compile(r"[\w.+-]{1,64}\Z")
LONGEST_NAME = 64
# Mail of the employment agencies and job centres themselves.
OFFICES = ("arbeitsagentur.de", "jobcenter-ge.de", "bund.de")
EXAMPLES = ("example", "example.com", "example.org", "example.de", "beispiel.de")


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where phone numbers stand; extensions, service numbers and dates are none."""
    spans = [match.span() for match in PHONE.finditer(text)]
    spans += [match.span(1) for match in CALL.finditer(text)]
    for start, end in spans:
        said = text[start:end]
        digits = "".join(sign for sign in said if sign.isdigit() or sign == "+")
        if NO_PHONE.match(said) or SERVICE.match(digits):
            continue
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
            yield start, end


def mail_addresses(text: str, own_domains: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where mail addresses stand that are not of these domains or of an office."""
    known = {domain.casefold() for domain in (*own_domains, *OFFICES, *EXAMPLES)}
    for match in MAIL_END.finditer(text):
        low = max(0, match.start() - LONGEST_NAME)
        name = MAIL_START.search(text[low : match.start()])
        domain = match[0][1:].casefold()
        if name and not any(domain == own or domain.endswith("." + own) for own in known):
            yield low + name.start(), match.end()
