"""The demonstration in a real server, and real browsers that sign in to it."""

import json

import pytest

from tests.server import running


@pytest.fixture(scope="session")
def demo_house(tmp_path_factory):
    """A house with the demonstration, as `make run` starts it."""
    with running(tmp_path_factory.mktemp("demo"), demo=True) as house:
        yield house


@pytest.fixture
def open_page(chromium):
    """Return a function that opens a fresh browser window."""
    contexts = []

    def open_window(*, scripts: bool = True):
        context = chromium.new_context(java_script_enabled=scripts, locale="de-DE")
        contexts.append(context)
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def guest_page(open_page):
    """A window of somebody who has not signed in."""
    return open_page()


@pytest.fixture
def sign_in_to(open_page):
    """Return a function that opens the door of a house with the demonstration."""

    def door(house):
        access = json.loads((house.data_dir / "demonstration.json").read_text())
        by_key = {entry["email"].partition(".")[0]: entry for entry in access}

        def sign_in(name: str, *, scripts: bool = True):
            page = open_page(scripts=scripts)
            page.goto(f"{house.url}/anmelden")
            page.get_by_label("E-Mail-Adresse").fill(by_key[name]["email"])
            page.get_by_label("Kennwort").fill(by_key[name]["password"])
            page.get_by_role("button", name="Anmelden").click()
            page.wait_for_url(f"{house.url}/")
            return page

        return sign_in

    return door


@pytest.fixture
def sign_in_as(demo_house, sign_in_to):
    """Return a function that signs a persona of the demonstration in."""
    return sign_in_to(demo_house)
