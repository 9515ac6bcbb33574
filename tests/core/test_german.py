"""German words are read with their parts, families and synonyms."""

import gzip

import pytest

from ideas.core.german import DATA, content_words, terms
from ideas.core.similarity import Question, profile, rarity
from ideas.core.synonyms import synonyms
from ideas.core.word_parts import parts, root, roots


def test_terms_are_stems_in_their_order_without_umlauts():
    assert terms("Die Häuser und Straßen!") == ["die", "haus", "und", "strass"]


def test_content_words_leave_out_what_says_nothing():
    assert content_words("Wir wollen die E-Akte für alle, bitte.") == ["eakte"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("terminvergabe", ("termin", "vergabe")),
        ("bewilligungsbescheid", ("bewilligungs", "bescheid")),
        ("aktenvermerke", ("akten", "vermerke")),
        ("radweg", ("rad", "weg")),
        ("termine", ()),
        ("gesundheit", ()),
        ("x" * 5_000, ()),
    ],
)
def test_a_compound_falls_into_known_parts(word, expected):
    assert parts(word) == expected


def test_the_forms_of_a_verb_are_one_family():
    assert root("vergab") == root("vergeb")
    assert set(roots("vorsprache")) & set(roots("vorsprechen"))
    assert set(roots("gebucht")) == set(roots("buchen"))
    assert set(roots("digital")) == set(roots("digitalisierung"))


def test_a_participle_leads_to_its_verb_but_a_noun_stays():
    assert list(roots("eingescannt"))[-1] == list(roots("einscannen"))[-1]
    assert list(roots("gebiet")) == ["gebiet"]


def test_the_office_and_the_thesaurus_know_words_for_one_another():
    assert "vordruck" in synonyms("formular")
    assert "gesprach" in synonyms("termin")
    assert "rasch" in synonyms("schnell")
    assert synonyms("qwertz") == {}


def test_the_thesaurus_is_there_with_its_licence():
    groups = gzip.decompress((DATA / "openthesaurus.txt.gz").read_bytes()).decode("ascii")
    assert len(groups.splitlines()) > 30_000
    licence = (DATA / "openthesaurus-LICENSE.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licence


def _likeness(one: tuple[str, str], other: tuple[str, str]) -> float:
    return Question(*one).scorer(lambda key: rarity(key, 1, 10))(profile(*other))


def test_a_text_is_wholly_like_itself_and_not_like_another():
    text = ("Terminvergabe im Internet", "Kundinnen buchen selbst.")
    assert _likeness(text, text) == 1.0
    assert _likeness(text, ("Spielecke", "Malbuch und Bauklötze")) == 0.0
    assert _likeness(("", ""), text) == 0.0


def test_a_rare_word_counts_more_than_a_common_one():
    question = Question("Gebärdensprache im Jobcenter", "")
    known = {"jobcent": 90}
    score = question.scorer(lambda key: rarity(key, known.get(key, 1), 100))
    assert score(profile("Gebärdensprache", "")) > score(profile("Jobcenter", ""))


def test_compound_and_paraphrase_are_alike():
    one = ("Terminvergabe", "")
    assert _likeness(one, ("Vergabe von Terminen", "")) > 0.3
    assert _likeness(("Formular kürzen", ""), ("Kürzerer Vordruck", "")) > 0.3
