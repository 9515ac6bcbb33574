"""The pages of the programme."""

from ideas.programme.views import campaigns, editing, texts
from ideas.programme.views.blueprint import programme

__all__ = ["campaigns", "editing", "programme", "texts"]
