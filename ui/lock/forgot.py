"""“I forgot my passphrase”: the ways that are really left, and what is lost and what is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.vault import BackupFile, Way
from ui.cover import Cover
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.fields import Field, TextBox
from ui.kit.text import PlainLabel

_MOST_BACKUPS = 3


class ForgotPage(Cover):
    """Recovery code, an older backup, or a new start; nothing here changes anything by itself.

    `ways` are those the notes have: without a code among them none is asked for. `backups` are the copies the app made
    by itself. Whether a sheet was written, and where the person's own backups are, stands in the notes and so is not
    known here.
    """

    code_entered = Signal(str)
    keyring_asked = Signal()
    restore_asked = Signal(object)  # a Path, or None to choose a file
    new_start_asked = Signal()
    left = Signal()

    def __init__(self, ways: Sequence[Way], backups: Sequence[BackupFile] = ()) -> None:
        super().__init__(
            _("I forgot my passphrase"),
            _("Nobody else can open your notes, and neither can we. These ways are left."),
        )
        self.has_code = Way.CODE in ways
        if self.has_code:
            self._add_code()
        if Way.KEYRING in ways:
            self._add_keyring()
        if backups:
            self._add_backups(backups)
        self._add_own_backup()
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
        card = Card(title=_("If you wrote the recovery sheet"))
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

    def asking_keyring(self) -> None:
        """This computer's password store is being asked."""
        self.computer.setEnabled(False)
        self.computer.setText(_("Asking this computer…"))

    def keyring_refused(self, happened: str) -> None:
        self.computer.setEnabled(True)
        self.computer.setText(_("Open with this computer"))
        self.trouble.setText(happened)
        self.trouble.show()
        announce(self, happened, urgent=True)

    def _add_keyring(self) -> None:
        card = Card(title=_("If this computer may open them"))
        card.add(PlainLabel(_("You turned this on in Settings. You choose a new passphrase straight after.")))
        self.trouble = PlainLabel("", colour="danger")
        self.trouble.hide()
        card.add(self.trouble)
        self.computer = Btn(_("Open with this computer"))
        self.computer.clicked.connect(self.keyring_asked)
        card.add(self.computer)
        self.body.addWidget(card)

    def _add_backups(self, backups: Sequence[BackupFile]) -> None:
        card = Card(title=_("If you know an older passphrase"))
        card.add(PlainLabel(_("The app made these copies itself. Each opens with the passphrase of its day.")))
        card.add(PlainLabel(_("What you did after that day is lost. What you did before it comes back.")))
        buttons = []
        for backup in backups[:_MOST_BACKUPS]:
            use = Btn(_("Restore the copy of {day}").format(day=day_in_words(backup.day)))
            use.clicked.connect(lambda _checked=False, path=backup.path: self.restore_asked.emit(path))
            buttons.append(use)
        card.add(ButtonRow(*buttons))
        self.body.addWidget(card)

    def _add_own_backup(self) -> None:
        card = Card(title=_("If you made a backup, and know its passphrase"))
        card.add(PlainLabel(_("You lose only what you did after the day it was made.")))
        restore = Btn(_("Restore a backup…"))
        restore.clicked.connect(lambda: self.restore_asked.emit(None))
        card.add(restore)
        self.body.addWidget(card)

    def _add_new_start(self) -> None:
        card = Card(title=_("If you have none of these"))
        card.add(PlainLabel(_("You can start again with empty notes. The old ones stay here, locked.")))
        card.add(PlainLabel(self._about_the_old(), "small", "text2"))
        start = Btn(_("Start again…"))
        start.clicked.connect(self.new_start_asked)
        card.add(start)
        self.body.addWidget(card)

    def _about_the_old(self) -> str:
        if self.has_code:
            return _("Nobody can read them without the passphrase or the sheet.")
        return _("Nobody can read them without the passphrase. They have no recovery code.")

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
