"""One mail as plain text, written when it is sent, in its reader's language and rights."""

import re
import textwrap
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache, partial
from typing import Any

from flask import current_app
from jinja2 import Environment

from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.core import clock, settings
from ideas.core.i18n import speaking
from ideas.core.web import absolute
from ideas.ideation.figures import working_days_late
from ideas.ideation.models import Ball
from ideas.ideation.sealing import blinded
from ideas.people.models import Person
from ideas.process.models import Notice
from ideas.process.queries import visible_reason
from ideas.steering.queries.overdue import overdue_ideas

WIDTH = 76
LONGEST_SUBJECT = 150
MOST_OVERDUE = 50
BLANK_LINES = re.compile(r"\n{3,}")
BEHIND_A_SEAL = "mail/_sealed_author.txt"  # names no idea and says nothing of its state
LINKS = {"account.invited": Purpose.INVITATION, "account.reset_asked": Purpose.RESET}


def write_letter(notice: Notice, subject: Any, person: Person) -> EmailMessage:
    """Write the mail of a notice; it holds what its reader may know at this moment."""
    with speaking(person.language):
        title, body = _texts(notice, subject, person)
    letter = EmailMessage(policy=SMTP)
    letter["Message-ID"] = _message_id(notice, person)
    letter["Date"] = format_datetime(clock.now())
    letter["From"] = settings.current().mail_from
    letter["To"] = Address(display_name=person.name, addr_spec=person.email)
    letter["Subject"] = textwrap.shorten(title, LONGEST_SUBJECT, placeholder=" …")
    letter["Auto-Submitted"] = "auto-generated"  # no absence note answers it
    letter["X-Auto-Response-Suppress"] = "All"
    letter.set_content(body, cte="quoted-printable")
    return letter


def _texts(notice: Notice, subject: Any, person: Person) -> tuple[str, str]:
    event = notice.entry.event
    paper = f"mail/{event}.txt" if notice.person_id == person.id else BEHIND_A_SEAL
    template = _papers(current_app.jinja_env).get_template(paper)
    context = template.new_context(
        {
            "subject": subject,
            "entry": notice.entry,
            "reason": visible_reason(notice.entry.reason),
            "person": person,
            "because": notice.because,
            "url": absolute,
            "overdue": partial(_overdue, person),
            **_promise(notice.entry.details),
            "link": link_for(person, LINKS[event]) if event in LINKS else None,
        }
    )
    title = "".join(template.blocks["subject"](context))
    body = "".join(template.root_render_func(context))
    return " ".join(title.split()), _wrapped(body)


def _message_id(notice: Notice, person: Person) -> str | None:
    """Return the letter's id; behind a seal one by which no row is found in a server's log."""
    if notice.message_id is None or notice.person_id == person.id:
        return notice.message_id
    return f"<{blinded(notice.message_id)}@{notice.message_id.rpartition('@')[2]}"


def _promise(details: dict[str, Any]) -> dict[str, Any]:
    """Return who had to act after the step, until when, and until when before it was put off."""
    ball = details.get("ball")
    days = {name: details.get(name) for name in ("until", "was")}
    return {
        "ball": Ball(ball) if ball else None,
        **{name: date.fromisoformat(day) if day else None for name, day in days.items()},
    }


def _overdue(person: Person) -> list[tuple[Any, int]]:
    """Return what is overdue for the reader now, with the working days that it is late."""
    rows = overdue_ideas(reader=person, page=1, size=MOST_OVERDUE)
    return [(row, working_days_late(row.ball_until, clock.today())) for row in rows]


@lru_cache
def _papers(pages: Environment) -> Environment:
    """Return templates that keep the blank lines between paragraphs, unlike those of pages."""
    return pages.overlay(trim_blocks=False)


def _wrapped(body: str) -> str:
    lines = (
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in body.strip().splitlines()
    )
    return BLANK_LINES.sub("\n\n", "\n".join(lines)) + "\n"
