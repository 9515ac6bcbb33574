"""A wrong setting stops the start with a sentence that names the variable."""

from dataclasses import replace
from pathlib import Path

import pytest

from ideas.core import settings
from ideas.core.settings import WrongSettingError

RIGHT = {
    "IDEAS_DATA_DIR": "/srv/house",
    "IDEAS_DATABASE_URL": "",
    "IDEAS_PORT": "8000",
    "IDEAS_PUBLIC_URL": "",
    "IDEAS_SMTP_URL": "",
    "IDEAS_MAIL_FROM": "Ideen <ideen@jobcenter.example>",
    "IDEAS_DEMO": "1",
    "IDEAS_LAND": "NI",
    "IDEAS_HOUSE_NAME": "Jobcenter",
    "IDEAS_WORKERS": "2",
}


def test_the_defaults_make_a_house_on_this_machine():
    house = settings.read(RIGHT)
    assert house.database_url == "sqlite:////srv/house/ideas.db"
    assert house.public_url == "http://127.0.0.1:8000"
    assert house.is_loopback
    assert not house.is_https


def test_a_public_house_is_reached_encrypted():
    house = settings.read(RIGHT | {"IDEAS_PUBLIC_URL": "https://ideen.jobcenter.example/"})
    assert house.public_url == "https://ideen.jobcenter.example"
    assert house.is_https
    assert not house.is_loopback
    assert replace(house, public_url="http://localhost:81").is_loopback


@pytest.mark.parametrize(
    ("variable", "value", "named"),
    [
        ("IDEAS_PUBLIC_URL", "http://ideen.example", "IDEAS_PUBLIC_URL"),
        ("IDEAS_PUBLIC_URL", "ideen.example", "IDEAS_PUBLIC_URL"),
        ("IDEAS_PUBLIC_URL", "https://ideen.example/pfad", "IDEAS_PUBLIC_URL"),
        ("IDEAS_DATABASE_URL", "mysql://x/y", "IDEAS_DATABASE_URL"),
        ("IDEAS_DATABASE_URL", "ideas.db", "IDEAS_DATABASE_URL"),
        ("IDEAS_PORT", "acht", "PORT"),
        ("IDEAS_PORT", "70000", "PORT"),
        ("IDEAS_PORT", "٨٠٠٠", "PORT"),
        ("IDEAS_WORKERS", "0", "IDEAS_WORKERS"),
        ("IDEAS_DEMO", "ja", "IDEAS_DEMO"),
        ("IDEAS_LAND", "XX", "IDEAS_LAND"),
        ("IDEAS_SMTP_URL", "mail.example", "IDEAS_SMTP_URL"),
        ("IDEAS_MAIL_FROM", "niemand", "IDEAS_MAIL_FROM"),
        ("IDEAS_MAIL_FROM", "a@b.example\nBcc: c@d.example", "IDEAS_MAIL_FROM"),
        ("IDEAS_HOUSE_NAME", "", "IDEAS_HOUSE_NAME"),
    ],
)
def test_a_wrong_value_is_named(variable, value, named):
    with pytest.raises(WrongSettingError, match=named):
        settings.read(RIGHT | {variable: value})


def test_every_setting_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "konfiguration.md").read_text()
    for name in RIGHT:
        shown = "PORT" if name == "IDEAS_PORT" else name
        assert shown in text, name
