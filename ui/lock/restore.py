"""Bringing back a backup: which file, and the passphrase or recovery code it was made with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.cover import Cover
from ui.kit import files
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.fields import Field, PassphraseBox
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel

if TYPE_CHECKING:
    from footprint.home import Contents


class RestorePage(Cover):
    """First which file and which secret (`asked`, answered with `show_inside` or `refused`), then the word to go on."""

    asked = Signal(object, str)  # what is in this file? the passphrase or code it opens with
    entered = Signal(object, str)  # put it in place: the same two
    left = Signal()

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(
            _("Restore a backup"),
            _("The notes you have now are set aside under another name. Nothing is deleted."),
            width=560,
            icon="undo",
        )
        self.path = path
        self._seen = False  # whether what is in it was shown
        self._name = PlainLabel("", "body", "text2")
        self._choose_button = Btn(_("Choose a file…"))
        self._choose_button.clicked.connect(self._choose)
        self.file_field = Field(_("The backup file"), _FileLine(self._choose_button, self._name))
        self.body.addWidget(self.file_field)
        self.box = PassphraseBox(_("Its passphrase or recovery code"))
        self.field = Field(
            _("Its passphrase or recovery code"), self.box, _("The one that was in use when the backup was made.")
        )
        self.body.addWidget(self.field)
        self.inside = Banner("info", "", quiet=True)
        self.inside.hide()
        self.body.addWidget(self.inside)
        self._add_foot()
        self._show_path()

    def escape(self) -> bool:
        self.left.emit()
        return True

    def refused(self, words: str) -> None:
        if self._seen:  # it went wrong after all: from the start
            self._seen = False
            for part in (self.field, self.file_field):
                part.show()
            self.inside.hide()
        self._busy(False)
        self.field.show_error(words)
        self.box.edit.setFocus()
        announce(self, words, urgent=True)

    def _add_foot(self) -> None:
        self.restore = Btn(_("See what is in it"), "primary")
        self.restore.clicked.connect(self._enter)
        self.box.edit.returnPressed.connect(self._enter)
        self.primary = self.restore
        back = Btn(_("Back"))
        back.clicked.connect(self.left)
        self.set_foot(back, end=(self.restore,))

    def _choose(self) -> None:
        files.ask_open(self, _("Choose a backup"), [_("Backups (*.footprint)"), _("All files (*)")], self._chosen)

    def show_inside(self, found: Contents) -> None:
        """What the file holds; from now on the button puts it in place."""
        from footprint import home

        self._seen = True
        self._busy(False)
        words = "\n".join(home.content_lines(found))
        self.inside.say(_("In this backup"), words)
        self.inside.show()
        self.field.hide()
        self.file_field.hide()
        announce(self, words)
        self.restore.setFocus()

    def _chosen(self, path: Path) -> None:
        self.path = path
        self._seen = False  # whether what is in it was shown
        self.file_field.clear_error()
        self._show_path()
        self.box.edit.setFocus()

    def _show_path(self) -> None:
        self._name.setText(self.path.name if self.path else _("No file chosen yet"))

    def _enter(self) -> None:
        if not self.restore.isEnabled():
            return
        if self.path is None:
            self._ask_for(self.file_field, self._choose_button, _("Choose the backup file first."))
        elif not self.box.text():
            self._ask_for(self.field, self.box.edit, _("Enter the passphrase or the recovery code."))
        else:
            self.file_field.clear_error()
            self.field.clear_error()
            self._busy(True)
            (self.entered if self._seen else self.asked).emit(self.path, self.box.text())

    def _ask_for(self, field: Field, box: QWidget, words: str) -> None:
        field.show_error(words)
        box.setFocus()
        announce(self, words, urgent=True)

    def _busy(self, busy: bool) -> None:
        self.restore.setEnabled(not busy)
        if self._seen:
            self.restore.setText(_("Restoring…") if busy else _("Restore this"))
        else:
            self.restore.setText(_("Looking…") if busy else _("See what is in it"))


class _FileLine(QWidget):
    """The button that chooses, and what was chosen beside or below it."""

    def __init__(self, button: Btn, name: PlainLabel) -> None:
        super().__init__()
        column = vbox(ButtonRow(button), name, spacing=4)
        self.setLayout(column)
        self.setFocusProxy(button)
