"""What can happen, and who hears of it."""

from ideas.handbook.scanning import table
from ideas.handbook.words import AUDIENCES
from ideas.process.events import EVENTS, Audience


def chapter() -> str:
    """Return the table of events."""
    rows = [
        (f"`{name}`", str(event.sentence), "; ".join(map(_words, event.tells)) or "niemand")
        for name, event in sorted(EVENTS.items())
    ]
    intro = (
        "Jedes Ereignis steht mit Zeit, Rolle und Begründung im Protokoll. Wer es selbst ausgelöst"
        " hat, wird nur benachrichtigt, wo die Nachricht als Beleg dient."
    )
    return f"## Ereignisse\n\n{intro}\n\n{table(['Ereignis', 'Satz', 'Wer erfährt davon'], rows)}"


def _words(audience: Audience) -> str:
    name = audience.people.__name__
    way = "Mail und Posteingang" if audience.mailed else "Posteingang"
    return f"{AUDIENCES.get(name, name)} ({way})"
