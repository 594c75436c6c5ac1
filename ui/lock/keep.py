"""“Keep this?”: a passphrase, then the recovery sheet, and everything moves out of memory onto the disk."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal

from footprint.i18n import _
from footprint.vault import Sheet
from ui.cover import Cover
from ui.jobs import Lanes
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.text import PlainLabel
from ui.lock.passphrase import PassphraseForm
from ui.lock.sheet import SheetForm
from ui.page import clear


class KeepPage(Cover):
    """Two stages. Between them whoever listens makes the vault and calls `show_sheet`, or `refused`.

    After the second, whoever listens notes that the sheet is written, and goes on or calls `refused`.
    """

    help_topic: ClassVar[str] = "passphrase"

    passphrase_chosen = Signal(str)
    sheet_asked = Signal()  # a new sheet, in place of the one that was never written
    sheet_typed_back = Signal()
    other_folder_asked = Signal()
    sheet_put_off = Signal()
    left = Signal()
    went_back = Signal()

    def __init__(
        self, lanes: Lanes, *, above: str = "", leave: str = "", title: str = "", has_back: bool = False
    ) -> None:
        super().__init__(
            title or _("Choose a passphrase"),
            _("It locks your notes for everybody else. Nobody can reset it for you."),
            above=above,
        )
        self._lanes, self._has_back = lanes, has_back
        self._leave_words = leave or _("Not now")
        self.form: PassphraseForm | None = None
        self.sheet: SheetForm | None = None
        self._show_form()

    def escape(self) -> bool:
        if self.sheet is None:
            self.left.emit()
            return True
        return False

    def refused(self, words: str, *, other_folder: bool = False) -> None:
        """It could not be saved: said here, and nothing typed is lost. Perhaps another folder takes it."""
        if self.form is not None:
            self._busy(False)
            self.form.field.show_error(words)
            self.other_folder.setVisible(other_folder)
        elif self.sheet is not None:
            self.sheet.field.show_error(words)
        announce(self, words, urgent=True)

    def folder_chosen(self, *, remembered: bool) -> None:
        """Another folder was chosen: what was refused can be tried again."""
        if self.form is None:
            return
        self.form.field.clear_error()
        self.other_folder.hide()
        self._working.setText("" if remembered else _("Choose this folder again the next time you open the app."))
        self._working.setVisible(not remembered)
        self.form.box.edit.setFocus()

    def show_sheet(self, sheet: Sheet) -> None:
        """The passphrase is in place; now the second way in."""
        self._clear()
        self.heading.setText(_("Your recovery sheet"))
        self.line.setText(_("Your notes are kept. This code is the only other way in: put it on paper now."))
        self.sheet = SheetForm(sheet)
        self.sheet.confirmed.connect(self.sheet_typed_back)
        self.body.addWidget(self.sheet)
        later = Btn(_("Do this later"), "quiet")
        later.clicked.connect(self.sheet_put_off)
        done = Btn(_("Finish"), "primary")
        done.clicked.connect(self.sheet.submit)
        self.primary = done
        self.set_foot(end=(later, done))
        self.arrive()

    def show_unwritten(self) -> None:
        """The app was locked before the sheet was on paper, and its code is not shown twice."""
        self._clear()
        self.heading.setText(_("You have not written the recovery code down yet"))
        self.line.setText(_("Without it, nobody can open your notes if you forget your passphrase."))
        later = Btn(_("Do this later"), "quiet")
        later.clicked.connect(self.sheet_put_off)
        make = Btn(_("Make a new sheet now"), "primary")
        make.clicked.connect(self.sheet_asked)
        self.primary = make
        self.set_foot(end=(later, make))

    def _clear(self) -> None:
        clear(self.body)
        self.clear_foot()
        self.form = None

    def _show_form(self) -> None:
        self.form = PassphraseForm(self._lanes)
        self.form.chosen.connect(self._chosen)
        self.body.addWidget(self.form)
        self.other_folder = Btn(_("Choose another folder…"))
        self.other_folder.clicked.connect(self.other_folder_asked)
        self.other_folder.hide()
        self.body.addWidget(self.other_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(
            Banner(
                "warn",
                _("If you forget it and lose the recovery sheet, nobody can get your notes back"),
                _("The next page gives you that sheet, to print or to write by hand."),
                quiet=True,
            )
        )
        self._working = PlainLabel("", "small", "text2")
        self._working.hide()
        self.body.addWidget(self._working)
        leave = Btn(self._leave_words, "quiet")
        leave.clicked.connect(self.left)
        self.save = Btn(_("Save and continue"), "primary")
        self.save.clicked.connect(self.form.submit)
        self.primary = self.save
        back = Btn(_("Back"))
        back.clicked.connect(self.went_back)
        self.set_foot(*((back,) if self._has_back else ()), end=(leave, self.save))

    def _chosen(self, passphrase: str) -> None:
        self._busy(True)
        self.passphrase_chosen.emit(passphrase)

    def _busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self._working.setText(_("Making the lock. This takes a few seconds on purpose.") if busy else "")
        self._working.setVisible(busy)
        if busy:
            announce(self, self._working.text())
