"""The entry for web servers and for `flask --app wsgi`."""

from ideas import create_app

app = create_app()
