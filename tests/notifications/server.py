"""A mail server for tests: real SMTP on a real port, well-behaved or as bad as its script."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from threading import Event, Thread

from aiosmtpd.controller import Controller

from tests.server import free_port


@dataclass
class Office:
    """What the server took, and what it answers at each step (None: the usual)."""

    taken: list[Message] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answer: Callable[[str], str | None] = lambda _step: None

    async def handle_MAIL(self, _server, _session, envelope, address, options):  # noqa: N802
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self.answer("MAIL") or "250 OK"

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        refused = self.answer("RCPT")
        if refused is None:
            envelope.rcpt_tos.append(address)
        return refused or "250 OK"

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802
        refused = self.answer("DATA")
        if refused and not refused.startswith("drop"):
            return refused
        self.taken.append(message_from_bytes(envelope.content))
        self.recipients.extend(envelope.rcpt_tos)
        if refused:  # accepted, but the client never hears of it
            server.transport.abort()
            await asyncio.sleep(0)
        return "250 OK"


@contextmanager
def mail_server(office: Office, **options: object) -> Iterator[str]:
    """Serve the office and give its address."""
    controller = Controller(office, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{controller.port}"
    finally:
        controller.stop()


@contextmanager
def dripping_server(seconds: float) -> Iterator[str]:
    """Greet byte by byte, so that no single read ever times out."""
    listener, stop = socket.create_server(("127.0.0.1", 0)), Event()

    def drip() -> None:
        with suppress(OSError):
            while True:
                client, _address = listener.accept()
                with client, suppress(OSError):
                    for byte in b"220-" + b"x" * 4000:
                        client.sendall(bytes([byte]))
                        stop.wait(seconds)

    Thread(target=drip, daemon=True).start()
    try:
        yield f"smtp://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stop.set()
        listener.close()
