"""What can be done with the house's settings."""

from ideas.programme.actions.house import establish_house

__all__ = ["establish_house"]
