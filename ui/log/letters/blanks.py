"""The gaps of a letter that only the person can fill, as fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log import Blank
from ui.kit.fields import Field, NotesBox, Select, TextBox
from ui.kit.theme import space
from ui.page import clear

OWN_WORDS = "own"


class BlankField(QWidget):
    """One gap: a box, or a few ready answers with a box for one's own."""

    changed = Signal()

    def __init__(self, blank: Blank) -> None:
        super().__init__()
        self.blank = blank
        column = QVBoxLayout(self)
        space(column, 8)
        self.box = NotesBox(blank.label, rows=4) if blank.long else TextBox(blank.label)
        self.box.textChanged.connect(lambda *_text: self.changed.emit())
        self.select: Select | None = None
        if blank.choices:
            options = [("", _("Choose one")), *((one, one) for one in blank.choices), (OWN_WORDS, _("My own words"))]
            self.select = Select(blank.label, options)
            self.select.chosen.connect(self._on_choice)
            self.box.hide()
            column.addWidget(self.select)
        column.addWidget(self.box)
        self.setFocusProxy(self.select or self.box)
        self.field = Field(blank.label, self)

    @property
    def value(self) -> str:
        if self.select is not None and self.select.value != OWN_WORDS:
            return self.select.value
        words = self.box.toPlainText() if isinstance(self.box, NotesBox) else self.box.text()
        return words.strip()

    def set_value(self, value: str) -> None:
        """Show what was filled in before."""
        if self.select is not None and value:
            known = value in self.blank.choices
            self.select.set_value(value if known else OWN_WORDS)
            self.box.setVisible(not known)
            if known:
                return
        if isinstance(self.box, NotesBox):
            self.box.setPlainText(value)
        else:
            self.box.setText(value)

    def _on_choice(self, value: str) -> None:
        self.box.setVisible(value == OWN_WORDS)
        if value == OWN_WORDS:
            self.box.setFocus()
        self.changed.emit()


class Blanks(QWidget):
    """All the gaps of one letter, in order."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 12)
        self.fields: tuple[BlankField, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        return {one.blank.name: one.value for one in self.fields if one.value}

    def show_blanks(self, blanks: Sequence[Blank], values: dict[str, str]) -> None:
        clear(self._column)
        self.fields = tuple(BlankField(one) for one in blanks)
        for one in self.fields:
            one.set_value(values.get(one.blank.name, ""))
            one.changed.connect(self._on_change)
            self._column.addWidget(one.field)
        self.setVisible(bool(self.fields))

    def point_at_gap(self) -> bool:
        """Say beside each gap that it is one, and go to the first; False when there is none."""
        gaps = [one for one in self.fields if not one.value]
        for one in gaps:
            one.field.show_error(_("Fill this in first."))
        if gaps:
            gaps[0].setFocus()
        return bool(gaps)

    def _on_change(self) -> None:
        for one in self.fields:
            if one.value:
                one.field.clear_error()
        self.changed.emit()
