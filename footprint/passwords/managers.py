"""Where each manager and browser saves a list of logins: one dated file that ships with the app."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from footprint.checklists import Confidence, Strict
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.paths import shipped

_FILE = ("passwords", "managers.toml")


class Guide(Strict, frozen=True, kw_only=True):
    """How to get a list out of one manager. `file` names the endings to look for."""

    id: str
    name: str
    file: str
    steps: tuple[str, ...]
    source: str
    verified: date
    confidence: Confidence

    @property
    def how_sure(self) -> str:
        """Whether somebody looked this up, and when, in a sentence for the person."""
        day = day_in_words(self.verified)
        if self.confidence is Confidence.UNVERIFIED:
            return _("We have not checked these steps. Names of buttons may differ.")
        if self.confidence is Confidence.OFFICIAL:
            return _("From the maker’s own help, read on {day}.").format(day=day)
        return _("From someone else’s guide, read on {day}. Names of buttons may differ.").format(day=day)


class _Guides(Strict, frozen=True, kw_only=True):
    format: int
    manager: tuple[Guide, ...]


@lru_cache
def guides() -> tuple[Guide, ...]:
    """In the order people are shown them."""
    text = shipped("resources").joinpath(*_FILE).read_bytes()
    return msgspec.toml.decode(text, type=_Guides).manager
