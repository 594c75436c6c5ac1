"""Bringing back a backup: which file, and the passphrase or recovery code it was made with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from footprint.i18n import _
from ui.cover import Cover
from ui.kit import files
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.fields import Field, PassphraseBox
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel


class RestorePage(Cover):
    entered = Signal(object, str)  # the file, the passphrase or code
    left = Signal()

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(
            _("Restore a backup"), _("The notes you have now are set aside under another name. Nothing is deleted.")
        )
        self.path = path
        self._name = PlainLabel("", "label")
        choose = Btn(_("Choose a file…"))
        choose.clicked.connect(self._choose)
        self.body.addLayout(hbox(choose, None))
        self.body.addWidget(self._name)
        self.box = PassphraseBox(_("Its passphrase or recovery code"))
        self.field = Field(
            _("Its passphrase or recovery code"), self.box, _("The one that was in use when the backup was made.")
        )
        self.body.addWidget(self.field)
        self._problem = Banner("danger", _("The backup was not restored"))
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._add_foot()
        self._show_path()

    def escape(self) -> bool:
        self.left.emit()
        return True

    def refused(self, words: str) -> None:
        self.restore.setEnabled(True)
        self.field.show_error(words)
        self.box.edit.setFocus()
        announce(self, words, urgent=True)

    def _add_foot(self) -> None:
        self.restore = Btn(_("Restore"), "primary")
        self.restore.clicked.connect(self._enter)
        self.box.edit.returnPressed.connect(self._enter)
        self.primary = self.restore
        back = Btn(_("Back"))
        back.clicked.connect(self.left)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.restore)

    def _choose(self) -> None:
        files.ask_open(self, _("Choose a backup"), [_("Backups (*.footprint)"), _("All files (*)")], self._chosen)

    def _chosen(self, path: Path) -> None:
        self.path = path
        self._show_path()

    def _show_path(self) -> None:
        self._name.setText(self.path.name if self.path else _("No file chosen yet."))

    def _enter(self) -> None:
        if self.path is None:
            self.field.show_error(_("Choose the backup file first."))
            return
        if not self.box.text():
            self.field.show_error(_("Enter the passphrase or the recovery code."))
            return
        self.field.clear_error()
        self.restore.setEnabled(False)
        self.entered.emit(self.path, self.box.text())
