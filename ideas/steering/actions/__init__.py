"""What the coordinator, the members and the chair do with an idea."""

from ideas.steering.actions import text_places

__all__ = ["text_places"]
