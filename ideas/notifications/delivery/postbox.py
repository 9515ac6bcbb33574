"""Where letters go: to the mail server, or into files where none is set."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from threading import Timer
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from ideas.core import settings
from ideas.notifications.models import MailProblem

ANSWER_WITHIN = 10  # seconds for each answer of the server
LETTER_WITHIN = 20  # seconds for a whole letter, however slowly the server drips
PORTS = {"smtp": 25, "smtps": 465}
PERMANENT = 500
ABOUT_ONE_LETTER = (MailProblem.RECIPIENT, MailProblem.MESSAGE)


class NotAcceptedError(Exception):
    """The letter was not accepted; `forever` says that trying again is of no use."""

    def __init__(self, problem: MailProblem, code: int = 0, *, forever: bool = False) -> None:
        """Keep what went wrong without any address."""
        super().__init__(f"{problem.value} {code or ''}".strip())
        self.problem = problem
        self.forever = forever


class Postbox(Protocol):
    """Something that takes letters."""

    def take(self, letter: EmailMessage) -> None:
        """Return once the letter is accepted.

        Raises:
            NotAcceptedError: it was not.
        """


@contextmanager
def open_postbox() -> Iterator[Postbox]:
    """Open the way out that the settings name."""
    url = settings.current().smtp_url
    if not url:
        yield Folder(settings.current().data_dir / "mails")
        return
    server = Server(url)
    try:
        yield server
    finally:
        server.close()


class Folder:
    """Keeps letters as .eml files; the same letter twice is one file."""

    def __init__(self, path: Path) -> None:
        """Keep letters in this folder."""
        self._path = path

    def take(self, letter: EmailMessage) -> None:
        self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = letter["Message-ID"].strip("<>").partition("@")[0]
        draft = self._path / f".{name}"
        draft.write_bytes(letter.as_bytes())
        draft.replace(self._path / f"{name}.eml")


class Server:
    """A mail server; one connection carries many letters."""

    def __init__(self, url: str) -> None:
        """Remember the address; the connection opens with the first letter."""
        self._url = urlsplit(url)
        self._connection: smtplib.SMTP | None = None

    def take(self, letter: EmailMessage) -> None:
        try:
            with _as_problem():
                connection = self._connection or self._connect()
                with _hurried(connection):
                    connection.send_message(letter)
        except NotAcceptedError as error:
            if error.problem not in ABOUT_ONE_LETTER:
                self._hang_up()
            raise

    def close(self) -> None:
        """Say goodbye; a server that does not answer is left."""
        if self._connection:
            with suppress(smtplib.SMTPException, OSError), _hurried(self._connection):
                self._connection.quit()
            self._hang_up()

    def _hang_up(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def _connect(self) -> smtplib.SMTP:
        scheme, host = self._url.scheme, self._url.hostname or ""
        name = parseaddr(settings.current().mail_from)[1].rpartition("@")[2]
        encrypted = ssl.create_default_context()
        if scheme == "smtps":
            opened: smtplib.SMTP = smtplib.SMTP_SSL(
                local_hostname=name, timeout=ANSWER_WITHIN, context=encrypted
            )
        else:
            opened = smtplib.SMTP(local_hostname=name, timeout=ANSWER_WITHIN)
        # Given to the constructor it would connect at once, before anybody looks at the clock.
        opened._host = host  # type: ignore[attr-defined]  # noqa: SLF001 (certificates name it)
        self._connection = opened
        with _hurried(opened):
            opened.connect(host, self._url.port or PORTS[scheme])
            if parse_qs(self._url.query).get("starttls") == ["1"]:
                opened.starttls(context=encrypted)
            if self._url.username:
                opened.login(unquote(self._url.username), unquote(self._url.password or ""))
        return opened


@contextmanager
def _hurried(connection: smtplib.SMTP) -> Iterator[None]:
    """Cut the connection to a server that goes on answering byte by byte."""
    timer = Timer(LETTER_WITHIN, _cut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connection: smtplib.SMTP) -> None:
    with suppress(OSError):
        if connection.sock:
            connection.sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def _as_problem() -> Iterator[None]:
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        code = max((code for code, _text in error.recipients.values()), default=0)
        raise NotAcceptedError(MailProblem.RECIPIENT, code, forever=code >= PERMANENT) from error
    except smtplib.SMTPDataError as error:
        forever = error.smtp_code >= PERMANENT
        raise NotAcceptedError(MailProblem.MESSAGE, error.smtp_code, forever=forever) from error
    except smtplib.SMTPAuthenticationError as error:
        raise NotAcceptedError(MailProblem.SIGN_IN, error.smtp_code) from error
    except smtplib.SMTPResponseException as error:
        raise NotAcceptedError(MailProblem.SERVER, error.smtp_code) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotAcceptedError(MailProblem.CONNECTION) from error
