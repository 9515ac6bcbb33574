"""What a German word is made of: the parts of a compound, the family of a verb's forms."""

import re
from functools import cache, lru_cache

from ideas.core.german import data_lines, stem
from ideas.core.synonyms import is_known, is_noun, may_be_known

SHORTEST_PART, SHORTEST_HEAD = 4, 3
SHORTEST_ROOT = 4
LONGEST_WORD = 60
LINKS = ("", "s", "n", "en", "es", "er", "e")
# As stems have them: without the "e" of a folded umlaut.
SEPARABLE = tuple(
    "zuruck zusammen herunter weiter wieder uber durch nach fest teil aus auf ab an ein vor mit"
    " um her hin los weg".split()
)
PREFIXES = (*SEPARABLE, "unter", "voraus", "zu", "bei", "ver", "be", "ent", "er", "zer")
SHORT_PARTS = frozenset("amt bau bus hof ort rad tag uhr weg".split())
NO_PARTS = frozenset(
    "ungs unge ungen ende ender enden heit heits keit keits schaft schafts lich isch haft ling"
    " tion unter vers werde werden".split()
)
PARTICIPLE = re.compile(rf"(zurueck|ueber|{'|'.join(SEPARABLE)})?ge([a-z]{{3,}}?)e?t")
WITH_ZU = re.compile(rf"(zurueck|{'|'.join(SEPARABLE)})zu([a-z]{{3,}}en)")
ENDINGS = tuple(
    sorted(
        "isierung isieren isier ierung ieren igkeit lichkeit barkeit ungen ung heit keit schaft"
        " lich isch bar ig sam haft los ier erin er tion ion nis ling ment ur end".split(),
        key=lambda ending: -len(ending),
    )
)
ROUNDS = 2


@lru_cache(maxsize=50_000)
def roots(word: str) -> dict[str, str]:
    """Return the roots of a folded word and, beside each, the stem that it comes from.

    The whole word comes first, then the parts of a compound or the verb behind a prefix.
    """
    whole = _base(word)
    stems = [whole, *(_base(part) for part in parts(word))]
    if len(stems) == 1 and (verb := _without_prefix(whole)):
        stems.append(verb)
    return {root(one): one for one in reversed(stems)}


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, from left to right; nothing if it is none."""
    if len(word) > LONGEST_WORD:
        return ()
    cuts = [
        (bool(link), abs(len(word) - 2 * at + len(link)), head, word[at:])
        for at in range(SHORTEST_HEAD, len(word) - SHORTEST_HEAD + 1)
        if _is_part(word[at:], as_tail=True)
        for link in LINKS
        if (head := _without(word[:at], link)) and _is_part(head)
    ]
    if not cuts:
        return ()
    *_, head, tail = min(cuts)
    return (*(parts(head) or (head,)), *(parts(tail) or (tail,)))


@lru_cache(maxsize=50_000)
def root(stem: str) -> str:
    """Return what the stems of one family share: without endings, with one vowel."""
    short = stem
    for _round in range(ROUNDS):
        ending = next((end for end in ENDINGS if short.endswith(end)), "")
        if ending and len(short) - len(ending) >= SHORTEST_ROOT:
            short = short.removesuffix(ending)
    return _family(short) or short


def _family(stem: str) -> str:
    """Return the family of a stem with its prefix, or nothing if it belongs to none."""
    families = _families()
    for prefix in ("", *PREFIXES):
        rest = stem.removeprefix(prefix)
        if not stem.startswith(prefix):
            continue
        if rest in families:
            return prefix + families[rest]
        bare = rest.removeprefix("ge")
        # gesprochen, Gespräch: a changed vowel; Gesetz is a word of its own.
        if families.get(bare, bare) != bare or (bare in families and not is_known(stem)):
            return prefix + families[bare]
    return ""


def _base(word: str) -> str:
    """Return the stem of the word, of its infinitive if it is a participle."""
    plain = stem(word)
    for form, ending in ((PARTICIPLE, "en"), (WITH_ZU, "")):
        match = form.fullmatch(word)
        if match and (match[1] or not is_known(plain)):
            infinitive = stem((match[1] or "") + match[2] + ending)
            if is_known(infinitive) or is_known(stem(match[2] + ending)):
                return infinitive
    singular = plain.removesuffix("s")  # Azubis, Büros
    return singular if is_known(singular) and not is_known(plain) else plain


@lru_cache(maxsize=50_000)
def _is_part(word: str, *, as_tail: bool = False) -> bool:
    """Say whether a word can be a part: it is known, by its family, or a compound itself.

    What stands last is a noun; before it verbs stand as well (Schreibtisch).
    """
    if len(word) < SHORTEST_PART or word in NO_PARTS:
        return word in SHORT_PARTS
    if not may_be_known(word):
        return False
    one = stem(word)
    knows = is_noun if as_tail else is_known
    return knows(one) or is_known(_family(one)) or bool(parts(word))


def _without_prefix(stem: str) -> str:
    """Return the verb behind a separable prefix: drucken behind ausdrucken."""
    for prefix in SEPARABLE:
        rest = stem.removeprefix(prefix)
        if rest != stem and len(rest) >= SHORTEST_PART and is_known(rest):
            return rest
    return ""


def _without(text: str, link: str) -> str:
    """Return the part before its linking letters, or nothing if it is none."""
    bare = text.removesuffix(link) if text.endswith(link) else ""
    return bare if len(bare) >= SHORTEST_HEAD else ""


@cache
def _families() -> dict[str, str]:
    lines = [line.split() for line in data_lines("word_families.txt")]
    return {form: forms[0] for forms in reversed(lines) for form in forms}
