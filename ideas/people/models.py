"""The rows of the house's people."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, false, func, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ideas.core.database import Base
from ideas.core.enums import Labelled, Stored
from ideas.core.i18n import _l, _lp


class Role(Labelled):
    """What a person is appointed to do here; the rights follow from it."""

    EMPLOYEE = "employee", _l("Employee")
    COORDINATOR = "coordinator", _l("Idea coordination")
    MEMBER = "member", _l("Member of the steering group")
    CHAIR = "chair", _l("Chair of the steering group")
    ADMINISTRATOR = "administrator", _l("Administration")
    DATA_PROTECTION = "data_protection", _l("Data protection")


class Standing(Labelled):
    """Whether a person can sign in."""

    INVITED = "invited", _lp("person", "invited")
    ACTIVE = "active", _lp("person", "active")
    INACTIVE = "inactive", _lp("person", "deactivated")


class Unit(Base):
    """A team at a site."""

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    site: Mapped[str] = mapped_column(String(120), default="")


class Person(Base):
    """Somebody of the house; `System` acts for the house itself and cannot sign in.

    A pseudonym stands for the author of one sealed idea; it can do nothing by itself.
    """

    __tablename__ = "person"
    __table_args__ = (
        Index("uq_person_email", func.lower(text("email")), unique=True),
        CheckConstraint("language IN ('de', 'en')", name="language"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    given_name: Mapped[str] = mapped_column(String(120))
    family_name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    standing: Mapped[Standing] = mapped_column(Stored(Standing), default=Standing.INVITED)
    language: Mapped[str] = mapped_column(String(2), default="de")
    wants_mail: Mapped[bool] = mapped_column(default=True)
    is_system: Mapped[bool] = mapped_column(default=False)
    is_pseudonym: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    unit: Mapped[Unit | None] = relationship()
    grants: Mapped[list["Grant"]] = relationship(
        primaryjoin="and_(Person.id == Grant.person_id, Grant.revoked_at.is_(None))",
        viewonly=True,
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy's own attribute)

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles that hold now."""
        return frozenset(grant.role for grant in self.grants)

    @property
    def is_active(self) -> bool:
        """Say whether the person may sign in and act."""
        return self.standing == Standing.ACTIVE


class Grant(Base):
    """A role given to a person; ended, never deleted."""

    __tablename__ = "grant_of_role"
    __table_args__ = (
        Index(
            "uq_grant_of_role_held",
            "person_id",
            "role",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
        Index("ix_grant_of_role_role", "role"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[Role] = mapped_column(Stored(Role))
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
