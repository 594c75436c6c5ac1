"""What to look at again in a message before it goes, beside the message as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from footprint.i18n import _, ngettext
from footprint.log import Remark
from ui.kit.access import announce
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import colour, space
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
            self._mark(found)
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

    def _mark(self, found: Sequence[Remark]) -> None:
        """A line under the words meant."""
        marks = []
        for one in found:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(colour("warn"))
            mark.format, mark.cursor = form, self._cursor(one)
            marks.append(mark)
        self._box.setExtraSelections(marks)

    def _cursor(self, one: Remark) -> QTextCursor:
        text = self._box.toPlainText()
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(_units(text, one.start))
        cursor.setPosition(_units(text, one.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _go_to(self, one: Remark) -> None:
        self._box.setTextCursor(self._cursor(one))
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


def _units(text: str, at: int) -> int:
    """A place in the text as Qt counts it, where a rare sign counts twice."""
    return len(text[:at].encode("utf-16-le")) // 2
