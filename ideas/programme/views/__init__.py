"""The pages of the programme."""

from ideas.programme.views import asking, blocks, calendar, campaigns, editing, panels, texts
from ideas.programme.views.blueprint import programme

__all__ = ["asking", "blocks", "calendar", "campaigns", "editing", "panels", "programme", "texts"]
