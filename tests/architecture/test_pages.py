"""Every address, event and page keeps the house's naming laws."""

import re
from pathlib import Path

import pytest

from ideas.core.i18n import speaking
from ideas.process.events import EVENTS
from ideas.process.models import Because

TEMPLATES = Path(__file__).parents[2] / "templates"
# Answers that are no page of their own: files, JSON, fragments.
WITHOUT_PAGE = {
    "static",
    "home.healthz",
    "ideation.draft_file",
    "ideation.idea_file",
    "ideation.people",
    "ideation.said",
}
SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|<(id|number|string):[a-z_]+>|<[a-z_]+>|")


def rules(app):
    return sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)


def test_addresses_are_lower_case_hyphenated_and_typed(app):
    for rule in rules(app):
        if rule.endpoint == "static":
            continue
        for segment in rule.rule.split("/"):
            assert SEGMENT.fullmatch(segment), f"{rule.rule}: {segment!r}"


def test_every_page_has_the_template_of_its_name(app):
    for rule in rules(app):
        if "GET" in rule.methods and rule.endpoint not in WITHOUT_PAGE:
            room, _dot, view = rule.endpoint.partition(".")
            assert (TEMPLATES / room / f"{view}.html").exists(), rule.endpoint


def test_every_template_of_a_room_belongs_to_a_page_or_is_a_fragment(app):
    endpoints = {rule.endpoint for rule in rules(app)}
    for path in TEMPLATES.glob("*/*.html"):
        room = path.parent.name
        if room in {"layout", "components", "errors"} or path.stem.startswith("_"):
            continue
        variants = {f"{room}.{path.stem}", f"{room}.{path.stem.rpartition('_')[0]}"}
        assert variants & endpoints, f"{path.name} of {room} is shown by no page"


@pytest.mark.parametrize("word", ["de", "en"])
def test_every_event_has_a_sentence_in_both_languages(app, word):
    with app.test_request_context(), speaking(word):
        for event in EVENTS.values():
            assert str(event.sentence)
            with speaking("en"):
                english = str(event.sentence)
            assert word == "en" or str(event.sentence) != english, event.name


def test_every_event_is_named_room_dot_past_tense():
    for name in EVENTS:
        assert re.fullmatch(r"[a-z]+\.[a-z_]+", name), name


def test_every_mailed_event_has_its_mail():
    for name, event in EVENTS.items():
        if any(audience.mailed for audience in event.tells):
            assert (TEMPLATES / "mail" / f"{name}.txt").exists(), f"write templates/mail/{name}.txt"


def test_every_mail_belongs_to_an_event():
    for path in (TEMPLATES / "mail").glob("[!_]*.txt"):
        assert path.stem in EVENTS, path.name


def test_every_reason_for_a_mail_reads_as_half_a_sentence(app):
    with app.test_request_context(), speaking("de"):
        for because in Because:
            assert not str(because.label).endswith("."), because
