"""Words underlined in a box of plain text, without changing the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit  # the second only for what it calls a mark

from ui.kit.theme import colour


def cursor_over(box: QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """A cursor with `text[start:end]` selected, places counted in whole characters as Python does."""
    text = box.toPlainText()
    cursor = QTextCursor(box.document())
    cursor.setPosition(_units(text, start))
    cursor.setPosition(_units(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def underline(box: QPlainTextEdit, places: Sequence[tuple[int, int]], tone: str = "warn") -> None:
    """Underline these places and no others. It is for the eye alone: say the same in words beside the box."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(colour(tone))
    marks = []
    for start, end in places:
        mark = QTextEdit.ExtraSelection()
        mark.format, mark.cursor = form, cursor_over(box, start, end)
        marks.append(mark)
    box.setExtraSelections(marks)


def _units(text: str, at: int) -> int:
    """A place in the text as Qt counts it, where a rare sign counts twice."""
    return len(text[:at].encode("utf-16-le")) // 2
