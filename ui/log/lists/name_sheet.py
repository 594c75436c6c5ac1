"""Asks for a name: of a filter to save, of a group."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, TextBox
from ui.kit.text import PlainLabel


class NameSheet(Sheet):
    """One line to fill in. `words` say what it will be the name of."""

    WIDTH = 480
    named = Signal(str)

    def __init__(self, parent: QWidget, title: str, words: str = "", name: str = "", *, most: int = 60) -> None:
        super().__init__(parent, title)
        self.name = TextBox(_("Name"))
        self.name.setText(name)
        self.name.setMaxLength(most)
        self.name.selectAll()
        self.field = Field(_("Name"), self.name)
        self.save = Btn(_("Save"), "primary")
        self.save.clicked.connect(self._save)
        self.leave = Btn(_("Cancel"))
        self.leave.clicked.connect(self.reject)
        if words:
            self.add(PlainLabel(words, "body", "text2"))
        self.add(self.field)
        self.add_button(self.leave)
        self.add_button(self.save)
        self.name.returnPressed.connect(self._save)
        self.name.setFocus()

    def _save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.field.show_error(_("Give it a name."))
            self.name.setFocus()
            return
        self.accept()
        self.named.emit(name)
