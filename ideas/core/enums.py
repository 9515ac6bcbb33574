"""Enums whose members carry a word for people."""

from enum import StrEnum
from typing import Self

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

from ideas.core.i18n import Lazy


class Labelled(StrEnum):
    """A closed list: the value for the database, the label for the reader."""

    label: Lazy | str

    def __new__(cls, value: str, label: Lazy | str = "") -> Self:
        """Make a member from its stored value and its label; asked for one, none is given."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Stored(TypeDecorator[Labelled]):
    """A column that holds a member of a labelled enum by its value."""

    impl = String(40)
    cache_ok = True

    def __init__(self, members: type[Labelled]) -> None:
        """Store members of this enum."""
        super().__init__()
        self.members = members

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Turn a member into its value; an unknown value is refused."""
        return None if value is None else self.members(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Labelled | None:
        """Turn a value into its member."""
        return None if value is None else self.members(value)
