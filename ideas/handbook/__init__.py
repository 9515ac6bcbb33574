"""The rules of the house on one page, read from the code that enforces them."""

from collections.abc import Iterable

from flask import Flask

from ideas.handbook import events, lifecycles, pages, rights

INTRODUCTION = """# Handbuch: Abläufe, Rechte und Nachrichten

Diese Seite ist aus dem Programm erzeugt (`flask --app wsgi handbook`) und wird nicht von Hand
geändert; ein Test hält sie auf dem Stand des Programms. Sie ist zugleich die Anlage zu Rollen
und Rechten für Personalrat und Datenschutz."""


def write_handbook(app: Flask) -> str:
    """Return the handbook as Markdown."""
    parts: Iterable[str] = (
        INTRODUCTION,
        lifecycles.chapter(),
        rights.chapter(),
        events.chapter(),
        pages.chapter(app),
    )
    return "\n\n".join(parts) + "\n"
