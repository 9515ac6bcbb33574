"""The pages of a list: where the reader is, and the addresses before and behind."""

from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from ideas.core.web import page_number


@dataclass(frozen=True)
class Paging:
    """What the component `pagination` prints; the total is None where counting is dear."""

    number: int
    previous_url: str | None
    next_url: str | None
    total_pages: int | None = None


def paging(*, more: bool, total_pages: int | None = None) -> Paging:
    """Return the pages around the present one, keeping the filters of the address."""
    here = page_number()
    before = _address(here - 1) if here > 1 else None
    return Paging(here, before, _address(here + 1) if more else None, total_pages)


def _address(number: int) -> str:
    args = request.args.to_dict(flat=False)
    filters = {name: values for name, values in args.items() if not name.startswith("_")}
    parts: dict[str, Any] = {**filters, **(request.view_args or {}), "seite": number}
    return url_for(request.endpoint or "", **parts)
