"""The settings of the house, checked at start and offered typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

LANDS = frozenset("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split())
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
MAX_WORKERS = 64
MAX_PORT = 65535


class WrongSettingError(ValueError):
    """A setting cannot be used; the message names the variable and what it should be."""


@dataclass(frozen=True)
class Settings:
    """What the house has set, each value checked."""

    data_dir: Path
    database_url: str
    public_url: str
    smtp_url: str
    mail_from: str
    demo: bool
    land: str
    house_name: str
    workers: int
    port: int

    @property
    def is_https(self) -> bool:
        """Say whether people reach the house encrypted."""
        return self.public_url.startswith("https://")

    @property
    def is_loopback(self) -> bool:
        """Say whether only this machine can reach the house."""
        return urlsplit(self.public_url).hostname in LOOPBACK

    @property
    def host(self) -> str:
        """Name the host of the public address, with its port where one is given."""
        return urlsplit(self.public_url).netloc

    @property
    def mail_domains(self) -> tuple[str, ...]:
        """Name the domains whose mail addresses are the house's own."""
        mail = parseaddr(self.mail_from)[1].rpartition("@")[2]
        return (mail, urlsplit(self.public_url).hostname or mail)


_installed: list[Settings] = []


def install(settings: Settings) -> None:
    """Make these the settings of the running process."""
    _installed[:] = [settings]


def current() -> Settings:
    """Return the settings of the running process."""
    return _installed[0]


def read(raw: Mapping[str, object]) -> Settings:
    """Check the raw settings.

    Raises:
        WrongSettingError: for the first value that cannot be used.
    """
    text = {key: str(value).strip() for key, value in raw.items() if key.startswith("IDEAS_")}
    port = _number("PORT", text["IDEAS_PORT"], 1, MAX_PORT)
    data_dir = Path(text["IDEAS_DATA_DIR"] or "instance").absolute()
    return Settings(
        data_dir=data_dir,
        database_url=_database_url(text["IDEAS_DATABASE_URL"] or f"sqlite:///{data_dir}/ideas.db"),
        public_url=_public_url(text["IDEAS_PUBLIC_URL"] or f"http://127.0.0.1:{port}"),
        smtp_url=_smtp_url(text["IDEAS_SMTP_URL"]),
        mail_from=_mail_from(text["IDEAS_MAIL_FROM"]),
        demo=_choice("IDEAS_DEMO", text["IDEAS_DEMO"], {"0", "1"}) == "1",
        land=_choice("IDEAS_LAND", text["IDEAS_LAND"], LANDS),
        house_name=_line("IDEAS_HOUSE_NAME", text["IDEAS_HOUSE_NAME"]),
        workers=_number("IDEAS_WORKERS", text["IDEAS_WORKERS"], 1, MAX_WORKERS),
        port=port,
    )


def _number(name: str, value: str, low: int, high: int) -> int:
    if not (value.isascii() and value.isdigit()) or not low <= int(value) <= high:
        raise WrongSettingError(
            f"{name} muss eine ganze Zahl von {low} bis {high} sein, nicht „{value}“."
        )
    return int(value)


def _choice(name: str, value: str, allowed: frozenset[str] | set[str]) -> str:
    if value not in allowed:
        raise WrongSettingError(f"{name} muss {' oder '.join(sorted(allowed))} sein.")
    return value


def _line(name: str, value: str) -> str:
    if not value or not value.isprintable():
        raise WrongSettingError(f"{name} darf nicht leer sein und braucht eine einzige Zeile.")
    return value


def _database_url(value: str) -> str:
    try:
        driver = make_url(value).drivername
    except ArgumentError:
        driver = ""
    if driver not in {"sqlite", "postgresql+psycopg"}:
        raise WrongSettingError(
            "IDEAS_DATABASE_URL muss mit sqlite:/// oder postgresql+psycopg:// beginnen."
        )
    return value


def _public_url(value: str) -> str:
    parts = urlsplit(value)
    plain = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not (plain or (parts.scheme == "https" and parts.hostname)) or parts.path not in {"", "/"}:
        raise WrongSettingError(
            "IDEAS_PUBLIC_URL muss eine Adresse der Form https://ideen.example.de sein;"
            " http:// ist nur für diesen Rechner selbst (127.0.0.1, localhost) erlaubt."
        )
    return f"{parts.scheme}://{parts.netloc}"


def _smtp_url(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
        raise WrongSettingError(
            "IDEAS_SMTP_URL muss die Form smtp://Name:Kennwort@Server:Port haben (oder smtps://)."
        )
    return value


def _mail_from(value: str) -> str:
    if "@" not in parseaddr(value)[1] or not value.isprintable():
        raise WrongSettingError("IDEAS_MAIL_FROM muss eine E-Mail-Adresse sein.")
    return value
