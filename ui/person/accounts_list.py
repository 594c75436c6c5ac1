"""The list of accounts, and the networks that are not in it yet, to be added several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import Library
from footprint.i18n import _, ngettext
from footprint.person import Account
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.layout import vbox
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.person import accounts_read as read
from ui.person.accounts_read import Overview
from ui.person.network_ticks import NetworkTicks

# What is beyond these waits behind a button, so that the page stays short and quick.
ROWS_AT_ONCE = 40


class AccountList(QWidget):
    """`chosen` opens an account, `add` the form; `added` sends the networks ticked among the suggestions."""

    chosen = Signal(str)
    add = Signal()
    added = Signal(list)

    def __init__(self, library: Library, overview: Overview, ticked: Sequence[str] = ()) -> None:
        super().__init__()
        self._library, self.overview = library, overview
        self.rows: dict[str, RowButton] = {}
        self.empty: EmptyState | None = None
        self.suggested: NetworkTicks | None = None
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        if overview.accounts:
            self._add_rows()
        else:
            self._nothing()
        self._suggest(ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        return self.suggested.values() if self.suggested is not None else ()

    def _nothing(self) -> None:
        words = _("Add the ones you use, and any you have forgotten about. It takes about a minute.")
        button = Btn(_("Add an account"), "primary", icon="plus")
        button.clicked.connect(self.add)
        self.empty = EmptyState("accounts", _("No accounts yet"), words, button)
        self._column.addWidget(self.empty)

    def _add_rows(self) -> None:
        self._card = Card()
        space(self._card.body, 0, (8, 8, 8, 8))
        self._column.addWidget(self._card)
        self._show_rows(self.overview.accounts[:ROWS_AT_ONCE])
        rest = self.overview.accounts[ROWS_AT_ONCE:]
        if rest:
            more = Btn(ngettext("Show {n} more", "Show {n} more", len(rest)).format(n=len(rest)), "quiet", icon="down")
            more.clicked.connect(lambda: self._show_rest(more, rest))
            self._card.add(more)
            self.more = more

    def _show_rest(self, more: Btn, rest: Sequence[Account]) -> None:
        more.hide()
        self._show_rows(rest)
        QTimer.singleShot(0, self.rows[rest[0].id], self.rows[rest[0].id].setFocus)

    def _show_rows(self, some: Sequence[Account]) -> None:
        for one in some:
            pill, tone = read.status(one, self.overview)
            name = read.title(self._library, one)
            row = RowButton(name, read.meta(one), pill, tone, letter=name[:1], last=one is some[-1])
            row.clicked.connect(lambda _on=False, key=one.id: self.chosen.emit(key))
            self.rows[one.id] = row
            self._card.add(row)

    # -- suggestions -------------------------------------------------------------------------------

    def _suggest(self, ticked: Sequence[str]) -> None:
        self.suggestions = Card(title=_("Do you use any of these?"))
        self.suggestions.add(
            PlainLabel(_("Tick all that apply, old ones too. We do not sign in to any of them."), "body", "text2")
        )
        there = frozenset(one.network for one in self.overview.accounts)
        self.suggested = NetworkTicks(_("Networks you have not added"), self._library, ticked, there=there)
        self.suggested.changed.connect(lambda: self.problem.hide())
        self.suggestions.add(self.suggested)
        self.problem = Banner("info", _("Tick at least one first"))
        self.problem.hide()
        self.suggestions.add(self.problem)
        self.add_button = Btn(_("Add what I ticked"), icon="plus")
        self.add_button.clicked.connect(self._add_ticked)
        self.suggestions.add(self.add_button)
        self._column.addWidget(self.suggestions)

    def _add_ticked(self) -> None:
        if self.ticked:
            self.added.emit(list(self.ticked))
        else:
            self.problem.show()
