"""The pages of the programme."""

from ideas.programme.views import asking, calendar, campaigns, editing, panels, texts
from ideas.programme.views.blueprint import programme

__all__ = ["asking", "calendar", "campaigns", "editing", "panels", "programme", "texts"]
