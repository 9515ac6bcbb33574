"""What the guard takes for data of clients, and what it leaves alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ideas.core.client_data import BLACK, Kind, black_out, find
from ideas.core.passages import Passages

HOUSE = ("jobcenter.example",)
CERTAIN = {
    Kind.IBAN: ["DE89370400440532013000", "GB82WEST12345698765432", "AT611904300234573201"],
    Kind.PENSION: ["65170839J003", "15070649C103"],
    Kind.TAX: ["36574261809", "86095742719"],
}
PROBABLE = {
    Kind.HEALTH: ["KVNR A123456780"],
    Kind.CUSTOMER: ["Kundin 123A456789", "123 A 456 789", "Kundennummer: 4711234"],
    Kind.HOUSEHOLD: ["12345//0012345", "12345BG0012345", "BG-Nr. 1234567", "BG-Nummer: 1234567"],
    Kind.BIRTH: [
        "geb. 3.4.1980",
        "geboren am 3. April 1980",
        "Geburtsdatum der Kundin: 03.04.80",
        "Geburtsdatum: 1980-04-03",
        "am 3.4.1980 geboren",
    ],
    Kind.PHONE: ["0170 1234567", "+49 (0)421 12345-67", "(0421) 123456", "Tel. 1234567"],
    Kind.EMAIL: ["x.kowalski@web.de", "X@MAIL.EXAMPLE.NET"],
    Kind.NAME: ["Frau Kowalski", "Herrn Dr. Özdemir-Kaya", "Familie Öztürk", "Frau **Kaya**"],
}
HARMLESS = [
    "Termin am 3.4.2026 bis 05.04.2026",
    "Durchwahl 4711, Zimmer 0.123",
    "0800 4 5555 00",
    "kowalski@jobcenter.example, service@arbeitsagentur.de",
    "Frau Bürgermeisterin, Herr Kollege, Frau M., Familie\nIch",
    "Vorlage 0123/2026, § 44b SGB II, 2026-0042",
    "DE89370400440532013001 hat eine falsche Prüfziffer",
    "100.000.000.000 Euro, 36574261890",
    "https://www.example.net/0421/1234567",
]
GAPS = st.sampled_from(["", " ", "-", ".", "\n", "\u00a0", "\u2009", " - ", "\u2013", "/", "_"])
NUMBERS = [(kind, number) for kind, numbers in CERTAIN.items() for number in numbers]
WIDE, ARABIC = ({ord("0") + n: first + n for n in range(10)} for first in (0xFF10, 0x0660))


@pytest.mark.parametrize(("kind", "number"), NUMBERS)
def test_what_its_check_digits_prove_is_certain(kind, number):
    text = f"Bitte {number}, danke."
    (found,) = find(text, HOUSE)
    assert (found.kind, found.certain, text[found.start : found.end]) == (kind, True, number)


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in PROBABLE.items() for t in ts])
def test_the_rest_is_probable(kind, text):
    assert [(one.kind, one.certain) for one in find(f"Ja, {text} – ja", HOUSE)] == [(kind, False)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_is_left_alone(text):
    assert find(text, HOUSE) == []


@given(st.sampled_from(NUMBERS), GAPS, st.integers(2, 5), st.sampled_from([WIDE, ARABIC, {}]))
def test_gaps_line_ends_and_other_digits_hide_nothing(number, gap, size, digits):
    kind, signs = number
    parts = [signs[n : n + size] for n in range(0, len(signs), size)]
    if kind == Kind.TAX and len(parts[-1]) == 1:
        parts[-2:] = [parts[-2] + parts[-1]]
    text = f"vor {gap.join(parts).translate(digits)} nach"
    assert [one.kind for one in find(text, HOUSE) if one.certain] == [kind]


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_findings_stand_in_order_apart_and_inside_the_text(text):
    found = find(text, HOUSE)
    ends = [0, *(one.end for one in found)]
    assert all(
        end <= one.start < one.end <= len(text) for end, one in zip(ends, found, strict=False)
    )
    assert black_out(text, found).count(BLACK) >= len(found)


@settings(max_examples=60)
@given(st.text("DEeGgTtel0123456789 .-/@FrauHMA\n٣", max_size=60))
def test_nothing_certain_is_left_after_blacking_out(text):
    left = text
    for _round in range(5):
        certain = [one for one in find(left, HOUSE) if one.certain]
        left = black_out(left, certain)
    assert not [one for one in find(left, HOUSE) if one.certain]


@pytest.mark.parametrize(
    "piece",
    ["1 ", "DE12", "a@", "a", "Frau ", "geb. ", "0421 ", "Tel 1 ", "DE 1 2 "],
)
def test_long_and_nasty_texts_are_searched_quickly(piece):
    text = (piece * 100_000)[:100_000]
    start = time.perf_counter()
    find(text, HOUSE)
    assert time.perf_counter() - start < 8


def test_a_passage_is_found_however_it_is_written():
    number, name = Passages(["DE89 3704 0044"]), Passages(["Frau Kowalski"])
    assert number.black_out("x DE8937040044, de89-3704\n0044!") == f"x {BLACK}, {BLACK}!"
    assert name.black_out("FRAU **Kowalski** kam") == f"{BLACK}** kam"
    assert name.count("Frau Kowalskis Sohn") == 0
    assert not Passages(["a", " - "])
