"""“My passphrase was seen”: new passphrase, new sheet, everything under a new key, and what to do with the copies."""

from __future__ import annotations

from footprint import vault as vaults
from footprint.dates import local_day
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.vault import OldCopy, RecoveryCode, Rotated, Sheet, VaultError, Way, WeakPassphrase, WrongSecret
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.dialogs import Question
from ui.kit.fields import Field, PassphraseBox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.lock.passphrase import PassphraseForm
from ui.lock.sheet import SheetForm
from ui.settings.section import OpeningCard, focus_soon

_MOST_NAMED = 5  # copies of the person's own that are named one by one


class RotationCard(OpeningCard):
    """Passphrases, then the new sheet, then the work with its progress, then the copies that are left.

    Nothing is changed before the sheet is on paper; stopping leaves everything as it was.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("If your passphrase was seen"))
        self._desk = desk
        self._vault = desk.bench.vault
        self.form: PassphraseForm | None = None
        self.sheet: SheetForm | None = None
        self.working: Working | None = None
        self.old: PassphraseBox | None = None
        self._open_card = False
        self._old, self._new = "", ""
        self._closed()

    @property
    def busy(self) -> bool:
        return self.working is not None and self.working.busy

    def close_form(self) -> bool:
        """Esc: stop what runs, else away with the form and what was typed in it."""
        if self.busy:
            assert self.working is not None
            self.working.cancel()
            return True
        if not self._open_card:
            return False
        self._closed()
        focus_soon(self.begin)
        return True

    def _fresh(self) -> None:
        self.clear_card()
        self.form = self.sheet = self.working = self.old = None

    def _closed(self) -> None:
        self._fresh()
        self._open_card = False
        self._old = self._new = ""
        self.add(
            PlainLabel(
                _("Put everything under a new key. The passphrase and sheet of now then open your notes no more.")
            )
        )
        self.begin = Btn(_("My passphrase was seen…"))
        self.begin.clicked.connect(self._ask_phrases)
        self.add(self.begin)

    # -- the passphrases ---------------------------------------------------------------------------

    def _ask_phrases(self) -> None:
        self._fresh()
        self._open_card = True
        self.add(PlainLabel(_("Choose a new passphrase. You write a new recovery sheet after that.")))
        self.add(PlainLabel(_("Copies made before today still open with the old passphrase."), colour="text2"))
        if vaults.opened_with(self._vault) is Way.PASSPHRASE:
            self.old = PassphraseBox(_("Your passphrase now"))
            self.old_field = Field(_("Your passphrase now"), self.old)
            self.add(self.old_field)
        self.form = PassphraseForm(self._desk.lanes)
        self.form.chosen.connect(self._check)
        self.working = Working(_("Checking your passphrase"))
        self.next = Btn(_("Next"))
        self.next.clicked.connect(self._submit)
        leave = Btn(_("Cancel"), "quiet")
        leave.clicked.connect(self.close_form)
        for part in (self.form, self.working, ButtonRow(self.next, leave)):
            self.add(part)
        self.working.hide()
        focus_soon(self.old.edit if self.old is not None else self.form.box.edit)

    def _submit(self) -> None:
        if self.old is not None:
            self.old_field.clear_error()
            if not self.old.text():
                self._wrong_old(_("Enter the passphrase you use now."))
                return
        if self.form is not None:
            self.form.submit()

    def _check(self, new: str) -> None:
        if self.busy or self.working is None:
            return
        old = self.old.text() if self.old is not None else ""
        if self.old is not None and not old:
            self._wrong_old(_("Enter the passphrase you use now."))
            return
        self._old, self._new = old, new
        self.next.setEnabled(False)
        job = self._desk.read(
            lambda _task: vaults.may_rotate(self._vault, old, new),
            self._ask_sheet,
            lane="vault",
            failed=self._not_these,
        )
        self.working.follow(job)
        self.working.cancel_button.hide()

    def _not_these(self, problem: Exception) -> None:
        if self.form is None:
            self._desk.show_problem(problem)
            return
        self.next.setEnabled(True)
        if isinstance(problem, WrongSecret) and self.old is not None:
            self._wrong_old(_("This is not your passphrase. Check Caps Lock and type it again."))
        elif isinstance(problem, WeakPassphrase):
            self.form.field.show_error(problem.sentence)
            announce(self, problem.sentence, urgent=True)
            focus_soon(self.form.box.edit)
        else:
            self._desk.show_problem(problem)

    def _wrong_old(self, words: str) -> None:
        assert self.old is not None
        self.old_field.show_error(words)
        self.old.edit.selectAll()
        self.old.setFocus()
        announce(self, words, urgent=True)

    # -- the sheet ---------------------------------------------------------------------------------

    def _ask_sheet(self, _nothing: object) -> None:
        if not self._open_card:  # closed while it was being looked at
            return
        self._fresh()
        code = vaults.new_code()
        self.add(PlainLabel(_("This is your new sheet. It works once everything is under the new key.")))
        self.sheet = SheetForm(Sheet(code, vaults.vault_name(self._vault), local_day(self._vault.now())))
        self.sheet.confirmed.connect(lambda: self._rotate(code))
        self.add(self.sheet)
        self.go = Btn(_("Change the key"))
        self.go.clicked.connect(self.sheet.submit)
        leave = Btn(_("Cancel"), "quiet")
        leave.clicked.connect(self.close_form)
        self.add(ButtonRow(self.go, leave))
        focus_soon(self.sheet.box)

    # -- the work ----------------------------------------------------------------------------------

    def _rotate(self, code: RecoveryCode) -> None:
        old, new = self._old, self._new
        self._fresh()
        self.add(PlainLabel(_("You can read on meanwhile. If you stop, everything stays as it was.")))
        self.working = Working(_("Putting everything under a new key"))
        self.add(self.working)
        job = self._desk.run(
            Operation(
                lambda task: self._work(task, old, new, code),
                changes=Changes(settings=True),
                said=lambda _answer: _("Everything is under a new key."),
            ),
            then=self._rotated,
            failed=self._refused,
        )
        job.stopped.connect(self._stopped)
        self.working.follow(job)
        focus_soon(self.working.cancel_button)

    def _work(self, task: Task, old: str, new: str, code: RecoveryCode) -> tuple[Rotated, tuple[OldCopy, ...]]:
        """On the lane's thread."""
        made = vaults.rotate(self._vault, old, new, code=code, task=task)
        vaults.sheet_written(self._vault)
        return made, vaults.old_copies(self._vault)

    def _stopped(self) -> None:
        self._closed()
        self.add(Banner("info", _("Stopped. Everything is as it was."), quiet=True))
        focus_soon(self.begin)

    def _refused(self, problem: Exception) -> None:
        self._closed()
        if self._vault.closed:  # the change-over broke off: the next unlock carries it through
            self._desk.lock_asked.emit()
        elif isinstance(problem, VaultError):
            self.add(Banner("warn", problem.happened, problem.do))
        else:
            self._desk.show_problem(problem)
        focus_soon(self.begin)

    # -- what is left ------------------------------------------------------------------------------

    def _rotated(self, answer: tuple[Rotated, tuple[OldCopy, ...]]) -> None:
        made, copies = answer
        self._fresh()
        self._old = self._new = ""
        self.add(
            Banner("ok", _("Everything is under a new key."), _("Throw the old sheet away. Only the new one works."))
        )
        if made.keyring is not None:
            words = _("This computer opens your notes no more. You can turn it on again above.")
            self.add(Banner("warn", made.keyring.happened, words))
        self._name_copies(copies)
        self.finish = Btn(_("Done"))
        self.finish.clicked.connect(self.close_form)
        self.add(self.finish)
        focus_soon(self.delete if any(one.ours for one in copies) else self.finish)

    def _name_copies(self, copies: tuple[OldCopy, ...]) -> None:
        """Those the app made can be deleted here; the person's own are named."""
        ours, yours = [one for one in copies if one.ours], [one for one in copies if not one.ours]
        if copies:
            self.add(PlainLabel(_("Copies made before still open with the old passphrase."), "label"))
        if ours:
            self.left = PlainLabel(_("The app made {n} of them by itself.").format(n=len(ours)))
            self.add(self.left)
            self.delete = Btn(ngettext("Delete this copy…", "Delete these copies…", len(ours)), "danger")
            self.delete.clicked.connect(self._ask_delete)
            self.add(self.delete)
        if yours:
            self.add(PlainLabel(_("You made these. Delete them yourself if others could reach them:")))
            for one in yours[:_MOST_NAMED]:
                self.add(PlainLabel(str(one.path), "small", "text2"))
            if len(yours) > _MOST_NAMED:
                self.add(PlainLabel(_("and {n} more").format(n=len(yours) - _MOST_NAMED), "small", "text2"))
        if copies:
            self.backup = Btn(_("Make a new backup"), "quiet")
            self.backup.clicked.connect(lambda: self._desk.go("settings", section="data"))
            self.add(self.backup)

    def _ask_delete(self) -> None:
        self.question = Question(
            self.window(),
            _("Delete the copies the app made?"),
            _("They are gone for good. Your notes and the backups you made stay."),
            _("Delete them"),
            _("Keep them"),
            danger=True,
        )
        self.question.accepted.connect(self._delete)
        self.question.open()

    def _delete(self) -> None:
        self.delete.setEnabled(False)
        self._desk.run(
            Operation(
                lambda _task: vaults.delete_old_copies(self._vault),
                said=lambda count: ngettext("{n} copy deleted", "{n} copies deleted", count).format(n=count),
            ),
            then=self._deleted,
            failed=self._not_deleted,
        )

    def _deleted(self, _count: int) -> None:
        self.delete.hide()
        self.left.setText(_("The copies the app made are deleted."))
        focus_soon(self.finish)

    def _not_deleted(self, problem: Exception) -> None:
        self.delete.setEnabled(True)
        self._desk.show_problem(problem)
