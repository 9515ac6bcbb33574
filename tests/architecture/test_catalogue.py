"""The German catalogue holds every sentence of code and templates, translated and usable."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
GERMAN = ROOT / "ideas/translations/de/LC_MESSAGES/messages.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
HELP = "Run `make i18n`, translate what is new, and commit the catalogue."

Key = tuple[str | None, str]


def key(message_id: str | tuple[str, ...], context: str | None) -> Key:
    return context, message_id if isinstance(message_id, str) else message_id[0]


@pytest.fixture(scope="module")
def german() -> Catalog:
    with GERMAN.open("rb") as file:
        return read_po(file, locale="de")


def sentences(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def extracted() -> set[Key]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
    methods = [(each["pattern"], each["method"]) for each in settings]
    options = {each["pattern"]: each for each in settings}
    own = re.findall(r" -k (\S+)", (ROOT / "Makefile").read_text())
    keywords = DEFAULT_KEYWORDS | parse_keywords(own)
    found: set[Key] = set()
    for folder in ("ideas", "templates"):
        inside = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        choices = {pattern.removeprefix(f"{folder}/"): each for pattern, each in options.items()}
        rows = extract_from_dir(ROOT / folder, inside, choices, keywords)
        found |= {key(message_id, context) for _, _, message_id, _, context in rows}
    return found


def test_the_catalogue_holds_exactly_the_sentences_of_code_and_templates(german):
    known = {key(message.id, message.context) for message in sentences(german)}
    used = {(context, text) for context, text in extracted() if text}

    assert (used - known, known - used) == (set(), set()), HELP


def test_every_sentence_has_its_german_form_and_none_is_fuzzy(german):
    open_ = [
        message.id
        for message in sentences(german)
        if message.fuzzy or not all(_forms(message.string))
    ]

    assert not open_, HELP


def test_a_translation_keeps_the_placeholders(german):
    for message in sentences(german):
        wanted = set(PLACEHOLDER.findall(_forms(message.id)[-1]))
        may_lack = {("num", "")} if message.pluralizable else set()
        for form in filter(None, _forms(message.string)):
            found = set(PLACEHOLDER.findall(form))
            assert wanted - may_lack <= found <= wanted, message.id


def test_no_sentence_is_left_over_from_earlier(german):
    assert not german.obsolete, HELP


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
