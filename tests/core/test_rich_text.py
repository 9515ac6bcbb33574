"""From Markdown to HTML: what people write stays, what could act is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideas.core.rich_text import RichText


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Guten **Tag**", "<p>Guten <strong>Tag</strong></p>\n"),
        ("# Titel", "<h3>Titel</h3>\n"),
        ("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n"),
        ("eins\nzwei", "<p>eins<br>\nzwei</p>\n"),
        ("Ende.Und weiter", "<p>Ende.Und weiter</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[klick](javascript:alert(1))", "<p>[klick](javascript:alert(1))</p>\n"),
        ("![Bild](https://x.example/b.png)", "<p>!<a"),
    ],
)
def test_markdown_becomes_the_html_that_is_allowed(source, html):
    assert RichText.write(source).html.startswith(html)


@given(st.text(max_size=300))
def test_no_text_becomes_active_html(source):
    html = RichText.write(source).html.lower()
    assert "<script" not in html
    assert "<img" not in html
    assert "<iframe" not in html


def test_links_do_not_vouch_for_their_target():
    html = RichText.write("https://jobcenter.example/a").html
    assert 'rel="noopener noreferrer nofollow"' in html


def test_the_source_is_kept_as_it_was_written():
    assert RichText.write("**a** & <b>").source == "**a** & <b>"


def test_an_empty_text_is_false():
    assert not RichText.write("")
    assert RichText.write("x")
