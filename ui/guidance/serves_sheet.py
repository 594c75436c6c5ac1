"""What serves one line of the guidance, each thing one choice away: checks, pages, letters, and what is planned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import GuidanceStatement
from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext
from ui.guidance.served import KINDS, CheckOf, Served
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.dialogs import Sheet
from ui.kit.fields import Select
from ui.kit.layout import Fold, vbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px

_FEW, _TALL = 3, 206


class ServesSheet(Sheet):
    """Says `check_chosen` with the list and the check, `went` with a place of the app."""

    WIDTH = 620
    check_chosen = Signal(str, str)
    went = Signal(str)

    def __init__(self, parent: QWidget, one: GuidanceStatement, served: Served, mine: frozenset[str]) -> None:
        super().__init__(parent, one.short)
        self.served, self.mine = served, mine
        self.add(PlainLabel(one.text, colour="text2"))
        note = dated_note(one)
        if note is not None:
            self.add(note)
        if served == Served():
            self.add(PlainLabel(_("Nothing in the app serves this line. It is there to be read.")))
        self._add_pages()
        self._add_words()
        if served.checks:
            self._add_checks()
        close = self.add_button(Btn(_("Close")))
        close.clicked.connect(self.reject)

    def _add_pages(self) -> None:
        if self.served.screens:
            self.add(Heading(_("Pages of the app"), "h3"))
            self.add(self._page_rows())
        if self.served.planned:
            names = ", ".join(self.served.planned)
            self.add(PlainLabel(_("Planned, not there yet: {names}").format(names=names), "small", "text2"))

    def _page_rows(self) -> QWidget:
        rows = QWidget()
        column = vbox(spacing=0)
        rows.setLayout(column)
        for one in self.served.screens:
            meta = _("It leads you through") if one.guides else _("You do it there, and it is kept")
            row = RowButton(one.name, meta, last=one is self.served.screens[-1])
            row.clicked.connect(lambda _on=False, place=one.place: self._go(place))
            column.addWidget(row)
        return rows

    def _add_words(self) -> None:
        """Letters and steps are not pages of their own: they stand with each thing on “To remove”."""
        if self.served.letters:
            n = len(self.served.letters)
            words = ngettext(
                "{n} letter, with each thing on “To remove”", "{n} letters, with each thing on “To remove”", n
            )
            fold = Fold(words.format(n=number(n)), is_open=n <= _FEW)
            fold.body.addWidget(PlainLabel("\n".join(f"• {name}" for name in self.served.letters)))
            self.add(fold)
        if self.served.steps:
            words = _("Steps to do it yourself, with each thing on “To remove”: {where}.")
            self.add(PlainLabel(words.format(where=", ".join(self.served.steps)), "small", "text2"))

    def _add_checks(self) -> None:
        total = len(self.served.checks)
        words = ngettext("{n} check puts this to use", "{n} checks put this to use", total)
        self.add(Heading(words.format(n=number(total)), "h3"))
        kinds = [(key, _(words), len(self.served.of(key, self.mine))) for key, words in KINDS]
        options = [(key, words.format(n=number(n))) for key, words, n in kinds if n]
        self.kinds = Select(_("Which checks"), options)
        self.kinds.chosen.connect(self._show)
        if len(options) > 1:
            self.add(self.kinds)
        else:
            self.kinds.setParent(self)
            self.kinds.hide()
        self._rows = PagedRows(lambda _offset, _limit: [], 0, self)
        self.pane = ListPane(self._rows, _("Checks"))
        self.pane.chosen.connect(self._choose)
        self.add(self.pane)
        self._show(options[0][0])

    def _show(self, kind: str) -> None:
        self._shown = self.served.of(kind, self.mine)
        looks = [_look(at, one) for at, one in enumerate(self._shown)]
        self._rows.reload(len(looks), fetch=lambda offset, limit: looks[offset : offset + limit])
        few = self.pane.height_of_rows(len(looks)) if len(looks) <= _FEW else px(_TALL)
        self.pane.setFixedHeight(min(few + px(4), px(_TALL)))
        self.pane.scrollToTop()

    def _choose(self, key: str) -> None:
        one = self._shown[int(key)]
        self.accept()
        self.check_chosen.emit(one.network, one.check)

    def _go(self, place: str) -> None:
        self.accept()
        self.went.emit(place)


def dated_note(one: GuidanceStatement) -> Banner | None:
    """What stands today beside a line that has aged, with its day."""
    if not one.now:
        return None
    title = _("What stands today")
    if one.now_seen:
        title = _("What stands today, seen on {day}").format(day=day_in_words(one.now_seen))
    return Banner("info", title, one.now, quiet=True)


def _look(at: int, one: CheckOf) -> RowLook:
    return RowLook(one.title, one.name, letter=one.name[:1], key=str(at))
