"""The private note beside a check, kept as soon as the person leaves the box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Check
from footprint.i18n import _
from ui.kit.fields import Field, NotesBox
from ui.kit.theme import space


class NoteBox(QWidget):
    """`written` carries the check and its text, whenever that differs from what is kept."""

    written = Signal(object, str)

    def __init__(self, check: Check, text: str, *, words: str = "", rows: int = 4) -> None:
        super().__init__()
        self.check = check
        self._kept = text
        self.words = words or _("Your note (only you can see this)")
        self.edit = NotesBox(self.words, rows=rows)
        self.edit.setPlainText(text)
        self.edit.installEventFilter(self)
        box = QVBoxLayout(self)
        space(box, 4)
        box.addWidget(Field(self.words, self.edit))

    @property
    def pending(self) -> str | None:
        """What is written and not kept yet; None when there is nothing new."""
        text = self.edit.toPlainText().strip()
        return text if text != self._kept else None

    def flush(self) -> None:
        """Keep what is written now."""
        text = self.pending
        if text is not None:
            self._kept = text
            self.written.emit(self.check, text)

    def mark_kept(self) -> None:
        """Someone else has kept what is written."""
        self._kept = self.edit.toPlainText().strip()

    def show_text(self, text: str) -> None:
        """What is kept now, after an undo; what is being typed stays."""
        if text != self._kept and self.edit.toPlainText().strip() == self._kept:
            self.edit.setPlainText(text)
        self._kept = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return False
