"""The pages of accounts."""

from ideas.accounts.views import people, profile, signing_in
from ideas.accounts.views.blueprint import accounts

__all__ = ["accounts", "people", "profile", "signing_in"]
