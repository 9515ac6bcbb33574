"""Several people in one test: each request gets an application context of its own."""

import functools

import pytest


@pytest.fixture
def browse(app, browse):
    """Return a function that opens a person's browser; nobody's identity leaks into the next."""

    def open_browser(person=None):
        browser = browse(person)
        plainly = browser.client.open

        @functools.wraps(plainly)
        def apart(*args, **kwargs):
            with app.app_context():
                return plainly(*args, **kwargs)

        browser.client.open = apart
        return browser

    return open_browser
