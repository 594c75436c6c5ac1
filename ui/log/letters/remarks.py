"""What to look at again in a message before it goes, beside the message as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from footprint.i18n import _, ngettext
from footprint.log import Remark
from ui.kit.access import announce
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.text_marks import cursor_over, underline
from ui.kit.theme import space
from ui.page import clear

SHOWN = 5
_LONGEST = 40


class Remarks(QWidget):
    """One row for each thing, with its reason; choosing one goes to its place. Nothing is shown where all is well."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__()
        self._box = box
        self._shown: tuple[tuple[Remark, str], ...] = ()
        self.rows: tuple[RowButton, ...] = ()
        self.heading = Heading(_("Look at this before you send it"), "h3")
        self.more = PlainLabel("", "small", "text2")
        self._rows = QVBoxLayout()
        space(self._rows, 0)
        column = QVBoxLayout(self)
        space(column, 4)
        column.addWidget(self.heading)
        column.addWidget(PlainLabel(_("You decide. Choose a line to go to its place."), "small", "text2"))
        column.addLayout(self._rows)
        column.addWidget(self.more)
        self.hide()

    def show_remarks(self, found: Sequence[Remark]) -> None:
        """Only when something has changed are the rows made anew, so that nobody loses their place."""
        text = self._box.toPlainText()
        shown = tuple((one, text[one.start : one.end]) for one in found)
        if shown != self._shown:
            was, self._shown = len(self._shown), shown
            self._fill(shown)
            underline(self._box, [(one.start, one.end) for one in found])
            if len(shown) != was and self._box.isVisible():
                announce(self, self._said(len(shown)))
        self.setVisible(bool(shown))

    def _fill(self, shown: Sequence[tuple[Remark, str]]) -> None:
        clear(self._rows)
        rows = []
        for one, words in shown[:SHOWN]:
            row = RowButton(_titled(one, words), one.why, icon="info", chevron=False, last=one is shown[-1][0])
            row.clicked.connect(lambda _on=False, one=one: self._go_to(one))
            self._rows.addWidget(row)
            rows.append(row)
        self.rows = tuple(rows)
        left = len(shown) - SHOWN
        self.more.setText(ngettext("And {n} more.", "And {n} more.", max(1, left)).format(n=left))
        self.more.setVisible(left > 0)

    def _go_to(self, one: Remark) -> None:
        self._box.setTextCursor(cursor_over(self._box, one.start, one.end))
        self._box.ensureCursorVisible()
        self._box.setFocus()

    def _said(self, count: int) -> str:
        if not count:
            return _("Nothing is left to look at again.")
        return ngettext("{n} thing to look at again.", "{n} things to look at again.", count).format(n=count)


def _titled(one: Remark, words: str) -> str:
    short = " ".join(words.split())
    short = short if len(short) <= _LONGEST else short[: _LONGEST - 1].rstrip() + "…"
    return f"{one.check.label}: “{short}”" if short else one.check.label
