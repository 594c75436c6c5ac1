"""Looking into a copy: which one it is, and the passphrase it was locked with."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.i18n import _
from ui.cover import Cover
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.fields import Field, PassphraseBox


class LookPage(Cover):
    """Says which secret was entered; whoever listens answers with `refused` or takes the page away."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(_("Look inside a copy"), name, width=560, icon="eye")
        self.body.addWidget(
            Banner(
                "info",
                _("Only to look"),
                _("Your own notes stay as they are, locked. Nothing can be changed in the copy."),
                quiet=True,
            )
        )
        self.box = PassphraseBox(_("Its passphrase or recovery code"))
        self.field = Field(
            _("Its passphrase or recovery code"), self.box, _("The one that was in use when the copy was made.")
        )
        self.body.addWidget(self.field)
        self.look = Btn(_("Look inside"), "primary")
        self.look.clicked.connect(self._enter)
        self.box.edit.returnPressed.connect(self._enter)
        self.primary = self.look
        back = Btn(_("Back"))
        back.clicked.connect(self.left)
        self.set_foot(back, end=(self.look,))

    def arrive(self) -> None:
        super().arrive()
        self.box.edit.setFocus()

    def escape(self) -> bool:
        self.left.emit()
        return True

    def refused(self, words: str) -> None:
        self._busy(False)
        self.field.show_error(words)
        self.box.edit.setFocus()
        announce(self, words, urgent=True)

    def _enter(self) -> None:
        if not self.look.isEnabled():
            return
        if not self.box.text():
            self.field.show_error(_("Enter the passphrase or the recovery code."))
            self.box.edit.setFocus()
            announce(self, self.field.words, urgent=True)
            return
        self.field.clear_error()
        self._busy(True)
        self.entered.emit(self.box.text())

    def _busy(self, busy: bool) -> None:
        self.look.setEnabled(not busy)
        self.look.setText(_("Opening…") if busy else _("Look inside"))
