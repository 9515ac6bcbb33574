"""Rights as small named predicates that combine and print."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ideas.core.errors import NotAllowed
from ideas.core.i18n import _
from ideas.people.models import Person

Check = Callable[[Person, Any], bool]


@dataclass(frozen=True)
class Rule:
    """A question that is answered with yes or no for a person and a thing."""

    name: str
    check: Check
    meaning: str = ""

    def __call__(self, person: Person, subject: Any = None) -> bool:
        """Say whether the person passes."""
        return self.check(person, subject)

    def __and__(self, other: "Rule") -> "Rule":
        """Return the rule that asks both."""
        return Rule(
            f"{self.name} & {other.name}",
            lambda person, subject: self(person, subject) and other(person, subject),
        )

    def __or__(self, other: "Rule") -> "Rule":
        """Return the rule that asks for one of both."""
        return Rule(
            f"({self.name} | {other.name})",
            lambda person, subject: self(person, subject) or other(person, subject),
        )

    def __invert__(self) -> "Rule":
        """Return the opposite rule."""
        name = f"({self.name})" if " & " in self.name else self.name
        return Rule(f"~{name}", lambda person, subject: not self(person, subject))

    def require(self, person: Person, subject: Any = None) -> None:
        """Let the person pass.

        Raises:
            NotAllowed: the answer is no.
        """
        if not self(person, subject):
            raise NotAllowed(_("You do not have the right to do this."))


def rule(check: Check) -> Rule:
    """Make a rule of a function; its docstring says what it asks."""
    return Rule(check.__name__, check, (check.__doc__ or "").strip())
