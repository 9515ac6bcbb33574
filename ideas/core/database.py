"""Engines, the one session, and when it is committed; only this module knows a driver."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, DateTime, Dialect, Engine, MetaData, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session, scoped_session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import TypeDecorator

from ideas.core.errors import Busy, Stale
from ideas.core.i18n import _

try:
    from pysqlite3 import dbapi2
except ImportError:  # no wheel for this machine: the library's own SQLite serves, without WAL
    from sqlite3 import dbapi2

# Older versions can lose committed writes in WAL mode (sqlite.org/wal.html#walresetbug).
WAL_IS_SAFE_FROM = (3, 51, 3)
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: stored in UTC, read back aware; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into what the database stores."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment without a time zone"
            raise ValueError(message)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn what the database stores into an aware moment."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of every row."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: UtcDateTime()}  # noqa: RUF012 (SQLAlchemy's own attribute)


@dataclass(frozen=True)
class Binds:
    """Where requests that may write go, and where those that only read go."""

    writing: Engine | Connection
    reading: Engine | Connection


session: scoped_session[Session] = scoped_session(
    sessionmaker(expire_on_commit=False)  # what was read stays readable after its commit
)
_binds: list[Binds] = []


def make_engine(url: str) -> Engine:
    """Make the engine for this address, wired so that no acknowledged write is lost."""
    if make_url(url).get_backend_name() != "sqlite":
        timeout = {"connect_timeout": 5}
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=timeout)
    if database := make_url(url).database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, module=dbapi2, hide_parameters=True)  # texts reach no log
    event.listen(engine, "connect", _open)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _close)
    return engine


def _open(dbapi: Any, _record: object) -> None:
    dbapi.isolation_level = None  # the driver begins nothing by itself
    journal = "wal" if dbapi2.sqlite_version_info >= WAL_IS_SAFE_FROM else "delete"
    pragmas = ("busy_timeout=5000", f"journal_mode={journal}", "synchronous=full")
    for pragma in (*pragmas, "foreign_keys=on", "secure_delete=on"):
        dbapi.execute(f"pragma {pragma}")


def _begin(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("readonly", False)
    connection.exec_driver_sql(f"pragma query_only={int(readonly)}")
    # A writer that starts by reading would find its snapshot stale; it takes the lock at once.
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


def _close(dbapi: Any, _record: object) -> None:
    if dbapi is not None and dbapi.in_transaction:  # a COMMIT that failed leaves it open
        dbapi.rollback()


def connect(url: str) -> Engine:
    """Make this database the one the process works with."""
    writing = make_engine(url)
    use(Binds(writing, writing.execution_options(readonly=True, postgresql_readonly=True)))
    return writing


def use(binds: Binds) -> None:
    """Work with these binds from now on."""
    session.remove()
    _binds[:] = [binds]
    session.session_factory.configure(bind=binds.writing)


def engine() -> Engine:
    """Return the engine that may write."""
    return _binds[0].writing.engine


def open_session(*, reading: bool) -> None:
    """Begin a request's session; one that only reads cannot write, on both databases."""
    session.remove()
    session(bind=_binds[0].reading if reading else _binds[0].writing)


def close_session() -> None:
    """End the request's session; what was not committed is gone."""
    session.remove()


def finish() -> None:
    """Commit the session; a conflict becomes the error that names it."""
    with _as_domain_errors():
        session.commit()
    _empty_log()


def abandon() -> None:
    """Undo everything the session did."""
    session.rollback()


def forget_log() -> None:
    """Let nothing that this transaction replaces stay readable in SQLite's log after its commit."""
    session.info["forget_log"] = True


def _empty_log() -> None:
    """Move the log into the database file and empty it, if that was asked for."""
    bind = _binds[0].writing
    if not session.info.pop("forget_log", False) or bind.dialect.name != "sqlite":
        return
    session.close()  # an open reader, our own too, would keep the log from being emptied
    if isinstance(bind, Engine):
        raw = bind.raw_connection()
        try:
            raw.cursor().execute("pragma wal_checkpoint(truncate)")
        finally:
            raw.close()


@contextmanager
def transaction() -> Iterator[Session]:
    """Run a whole piece of work outside requests: commit at the end, undo on any error."""
    session.remove()
    try:
        yield session()
        session.commit()
        _empty_log()
    finally:
        session.remove()


@contextmanager
def own_transaction() -> Iterator[Session]:
    """Write what must outlive the request's rollback, before the request's session has begun."""
    with _as_domain_errors(), session.session_factory() as own, own.begin():
        yield own


@contextmanager
def _as_domain_errors() -> Iterator[None]:
    try:
        yield
    except StaleDataError as error:
        raise Stale(_("Somebody else changed this in the meantime.")) from error
    except OperationalError as error:
        raise Busy(_("The database is busy. Please send it again in a moment.")) from error
