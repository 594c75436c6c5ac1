"""The checks that put one line of the guidance to use, each one choice away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import Library
from footprint.i18n import _, ngettext
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel
from ui.kit.theme import px

_FEW = 6


@dataclass(frozen=True)
class CheckOf:
    """A check by its ids, with its title and its network's name."""

    network: str
    check: str
    title: str
    name: str

    @classmethod
    def find(cls, library: Library, network: str, check: str) -> CheckOf:
        found = library.network(network)
        title = next(one.title for one in found.checks if one.id == check)
        return cls(network, check, title, found.name)


class ChecksSheet(Sheet):
    """Says `chosen` with the network and the check."""

    WIDTH = 600
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget, title: str, checks: Sequence[CheckOf]) -> None:
        super().__init__(parent, title)
        words = ngettext("{n} check puts this to use.", "{n} checks put this to use.", len(checks))
        self.add(PlainLabel(words.format(n=len(checks))))
        if len(checks) <= _FEW:
            self._add_buttons(checks)
        else:
            self._add_list(checks)
        close = self.add_button(Btn(_("Close")))
        close.clicked.connect(self.reject)

    def _add_buttons(self, checks: Sequence[CheckOf]) -> None:
        for one in checks:
            row = RowButton(one.title, one.name, letter=one.name[:1], last=one is checks[-1])
            row.clicked.connect(lambda _on=False, one=one: self._choose(one))
            self.add(row)

    def _add_list(self, checks: Sequence[CheckOf]) -> None:
        """Many of them are a list of their own that scrolls."""
        looks = [RowLook(one.title, one.name, letter=one.name[:1], key=f"{one.network} {one.check}") for one in checks]
        by_key = {look.key: one for look, one in zip(looks, checks, strict=True)}
        self._rows = PagedRows(lambda offset, limit: looks[offset : offset + limit], len(looks), self)
        pane = ListPane(self._rows, _("Checks"))
        pane.setMinimumHeight(px(360))
        pane.chosen.connect(lambda key: self._choose(by_key[key]))
        self.add(pane)

    def _choose(self, one: CheckOf) -> None:
        self.accept()
        self.chosen.emit(one.network, one.check)
