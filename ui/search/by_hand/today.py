"""What the person has looked at in their own browser today, so that several looks in one sitting add up."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout

from footprint import search
from footprint.dates import local_day, number
from footprint.i18n import _, ngettext
from footprint.search import Look, Outcome, Saw, label_of
from footprint.vault import Vault
from ui.kit.cards import Card
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

_SHOWN = 8
_RUNS = 60


def looks_today(vault: Vault) -> tuple[Look, ...]:
    """The looks by hand of today that were for something, the newest first."""
    today = local_day(vault.now())
    return tuple(
        look
        for run in search.runs(vault, _RUNS)
        if run.by_hand and local_day(run.started_at) == today
        for look in run.looks
        if look.words
    )


class TodayCard(Card):
    """“Google: "Ada Example" — a photo of me, my family”."""

    def __init__(self) -> None:
        super().__init__(title=_("Looked at today"))
        self.lines: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        space(self._rows, 4)
        self.body.addLayout(self._rows)
        self.hide()

    def show_looks(self, looks: tuple[Look, ...]) -> None:
        self.lines = tuple(look_in_words(one) for one in looks)
        clear(self._rows)
        for words in self.lines[:_SHOWN]:
            self._rows.addWidget(PlainLabel(words, "small"))
        more = len(self.lines) - _SHOWN
        if more > 0:
            words = ngettext("and {n} more", "and {n} more", more).format(n=number(more))
            self._rows.addWidget(PlainLabel(words, "small", "text2"))
        self.setVisible(bool(self.lines))


def look_in_words(look: Look) -> str:
    site = label_of(look.provider)
    if look.outcome is Outcome.EMPTY:
        came = _("nothing about me")
    elif look.outcome is Outcome.BLOCKED:
        came = _("the site did not let me look")
    elif look.saw:
        came = saw_in_words(look.saw)
    else:
        came = ngettext("{n} result", "{n} results", look.results).format(n=number(look.results))
    return _("{site}: {words} — {came}").format(site=site, words=look.words, came=came)


def saw_in_words(saw: Iterable[str]) -> str:
    """“a photo of me, my family”."""
    labels = [Saw(one).label for one in saw]
    return ", ".join(label[:1].lower() + label[1:] for label in labels)
