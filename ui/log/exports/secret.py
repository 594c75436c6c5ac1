"""The passphrase of a locked file: chosen as that of the notes is, and typed twice, because nobody can reset it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from ui.jobs import Lanes
from ui.kit.access import announce
from ui.kit.fields import Field, PassphraseBox
from ui.kit.text import Heading
from ui.kit.theme import space
from ui.lock.passphrase import PassphraseForm


class SecretPart(QWidget):
    """`chosen` is sent with a passphrase that may be used. The words the app suggests are seen, so once is enough."""

    chosen = Signal(str)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self.form = PassphraseForm(lanes)
        self.form.chosen.connect(self._judged)
        self.again = PassphraseBox(_("The same passphrase again"))
        self.again_field = Field(_("The same passphrase again"), self.again)
        self.again.edit.returnPressed.connect(self.submit)
        self.form.box.edit.textChanged.connect(lambda _text: self._show_again())
        column = QVBoxLayout(self)
        space(column, 12)
        column.addWidget(Heading(_("A passphrase for this file"), "h3"))
        column.addWidget(self.form)
        column.addWidget(self.again_field)

    def text(self) -> str:
        return self.form.box.text()

    def submit(self) -> None:
        """Say `chosen`, or what is missing beside the field."""
        self.again_field.clear_error()
        self.form.submit()

    def clear(self) -> None:
        """Take away what was typed."""
        self.form.box.clear()
        self.again.clear()

    def _judged(self, passphrase: str) -> None:
        if self._suggested() or self.again.text() == passphrase:
            self.chosen.emit(passphrase)
            return
        self.again_field.show_error(_("These two are not the same. Type it once more."))
        self.again.edit.setFocus()
        announce(self, self.again_field.words, urgent=True)

    def _suggested(self) -> bool:
        return self.text() == self.form.suggestion.text()

    def _show_again(self) -> None:
        self.again_field.setVisible(not self._suggested())
