"""Changing the passphrase: the one of now, then a new one. The old one works until the new one was proved."""

from __future__ import annotations

from footprint import vault as vaults
from footprint.i18n import _
from footprint.vault import VaultError, WeakPassphrase, WrongSecret
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.fields import Field, PassphraseBox
from ui.kit.layout import hbox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.lock.passphrase import PassphraseForm
from ui.settings.section import OpeningCard, focus_soon


class ChangePassphrase(OpeningCard):
    """A button that opens the form in its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Passphrase"))
        self._desk = desk
        self._vault = desk.bench.vault
        self.form: PassphraseForm | None = None
        self._closed()

    def close_form(self) -> bool:
        """Away with the form and what was typed in it."""
        if self.form is None:
            return False
        self._closed()
        focus_soon(self.change)
        return True

    def _closed(self) -> None:
        self.clear_card()
        self.form = None
        self.add(PlainLabel(_("Nobody can reset it for you. Old backups keep the passphrase they were made with.")))
        self.change = Btn(_("Change my passphrase"))
        self.change.clicked.connect(self._open)
        self.add(self.change)

    def _open(self) -> None:
        self.clear_card()
        self.old = PassphraseBox(_("Your passphrase now"))
        self.old_field = Field(_("Your passphrase now"), self.old)
        self.form = PassphraseForm(self._desk.lanes)
        self.form.chosen.connect(self._change)
        self.working = Working(_("Changing your passphrase"))
        self.working.hide()
        self.save = Btn(_("Change it"))
        self.save.clicked.connect(self._submit)
        leave = Btn(_("Cancel"), "quiet")
        leave.clicked.connect(self.close_form)
        for part in (self.old_field, self.form, self.working, hbox(self.save, leave, None)):
            self.add(part)
        focus_soon(self.old.edit)

    def _submit(self) -> None:
        self.old_field.clear_error()
        if not self.old.text():
            self._wrong_old(_("Enter the passphrase you use now."))
        elif self.form is not None:
            self.form.submit()

    def _change(self, new: str) -> None:
        old = self.old.text()
        if not old:
            self._wrong_old(_("Enter the passphrase you use now."))
            return
        self.save.setEnabled(False)
        job = self._desk.run(
            Operation(
                lambda _task: vaults.change_passphrase(self._vault, old, new),
                changes=Changes(settings=True),
                said=lambda _nothing: _("Your passphrase is changed"),
            ),
            then=self._changed,
            failed=self._refused,
        )
        self.working.follow(job)
        self.working.cancel_button.hide()

    def _changed(self, _nothing: object) -> None:
        self._closed()
        focus_soon(self.change)

    def _refused(self, problem: Exception) -> None:
        if self.form is None:  # closed while it was being changed
            self._desk.show_problem(problem)
            return
        self.save.setEnabled(True)
        if isinstance(problem, WrongSecret):
            self._wrong_old(_("This is not your passphrase. Check Caps Lock and type it again."))
        elif isinstance(problem, WeakPassphrase):
            self.form.field.show_error(problem.sentence)
        elif isinstance(problem, VaultError):
            self._wrong_old(str(problem))
        else:
            self._desk.show_problem(problem)

    def _wrong_old(self, words: str) -> None:
        self.old_field.show_error(words)
        self.old.edit.selectAll()
        self.old.setFocus()
        announce(self, words, urgent=True)
