"""The pages of the programme."""

from ideas.programme.views import blocks, campaigns, editing, texts
from ideas.programme.views.blueprint import programme

__all__ = ["blocks", "campaigns", "editing", "programme", "texts"]
