"""“I forgot my passphrase”: the ways that are really left, and what is lost and what is not."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.i18n import _
from ui.cover import Cover
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.fields import Field, TextBox
from ui.kit.text import PlainLabel


class ForgotPage(Cover):
    """Recovery code, an older backup, or a new start; nothing here changes anything by itself."""

    code_entered = Signal(str)
    restore_asked = Signal()
    new_start_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("I forgot my passphrase"),
            _("Nobody else can open your notes, and neither can we. These ways are left."),
        )
        self._add_code()
        self._add_backup()
        self._add_new_start()
        back = Btn(_("Back"))
        back.clicked.connect(self.left)
        self.set_foot(back)

    def escape(self) -> bool:
        self.left.emit()
        return True

    def refused(self, words: str) -> None:
        self._busy(False)
        self.field.show_error(words)
        self.box.setFocus()
        announce(self, words, urgent=True)

    def _add_code(self) -> None:
        card = Card(title=_("I have the recovery sheet"))
        card.add(PlainLabel(_("Nothing is lost. You choose a new passphrase straight after.")))
        self.box = TextBox(_("Recovery code"))
        self.field = Field(_("Recovery code"), self.box, _("Four groups. Spaces and small letters are fine."))
        card.add(self.field)
        self.use = Btn(_("Open with this code"), "primary")
        self.use.clicked.connect(self._enter)
        self.box.returnPressed.connect(self._enter)
        self.primary = self.use
        card.add(self.use)
        self.body.addWidget(card)

    def _add_backup(self) -> None:
        card = Card(title=_("I have a backup, and I know its passphrase"))
        card.add(PlainLabel(_("You lose only what you did after the day it was made.")))
        restore = Btn(_("Restore a backup…"))
        restore.clicked.connect(self.restore_asked)
        card.add(restore)
        self.body.addWidget(card)

    def _add_new_start(self) -> None:
        card = Card(title=_("I have neither"))
        card.add(PlainLabel(_("You can start again with empty notes. The old ones stay here, locked.")))
        card.add(PlainLabel(_("Nobody can read them without the passphrase or the sheet."), "small", "text2"))
        start = Btn(_("Start again…"))
        start.clicked.connect(self.new_start_asked)
        card.add(start)
        self.body.addWidget(card)

    def _enter(self) -> None:
        if not self.box.text().strip():
            self.field.show_error(_("Enter the code from your recovery sheet."))
            self.box.setFocus()
            announce(self, self.field.words, urgent=True)
            return
        self.field.clear_error()
        self._busy(True)
        self.code_entered.emit(self.box.text())

    def _busy(self, busy: bool) -> None:
        self.use.setEnabled(not busy)
        self.use.setText(_("Opening…") if busy else _("Open with this code"))
