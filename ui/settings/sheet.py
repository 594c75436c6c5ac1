"""The recovery sheet: whether it is written, still at hand, and a new one in place of a lost one."""

from __future__ import annotations

from footprint import vault as vaults
from footprint.dates import local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import RecoveryCode, Sheet
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.text import PlainLabel
from ui.lock.sheet import SheetForm
from ui.settings.section import OpeningCard, focus_soon


class NewSheet(OpeningCard):
    """The code of now goes on working until a group of the new one was typed back from paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Recovery sheet"))
        self._desk = desk
        self._vault = desk.bench.vault
        self.form: SheetForm | None = None
        self._written, self._due, self._second = True, False, False
        self._closed()

    def reload(self) -> None:
        if self.form is None:
            self._desk.read(self._read, self._show)

    def close_form(self) -> bool:
        if self.form is None:
            return False
        self._closed()
        focus_soon(self.renew)
        return True

    def _read(self, _task: Task) -> tuple[bool, bool]:
        return vaults.is_sheet_written(self._vault), vaults.sheet_due(self._vault, local_day(self._vault.now()))

    def _show(self, found: tuple[bool, bool]) -> None:
        self._written, self._due = found
        if self.form is None:
            self._closed()

    def _closed(self) -> None:
        self.clear_card()
        self.form = None
        self.add(PlainLabel(_("It opens your notes if you forget your passphrase. Keep it away from this computer.")))
        if not self._written:
            self.add(PlainLabel(_("You have not typed your code back yet, so it may not be on paper."), colour="warn"))
        self.renew = Btn(_("Make a new sheet"))
        self.renew.clicked.connect(lambda: self._make(second=False))
        self.another = Btn(_("Add a second sheet"), "quiet")
        self.another.clicked.connect(lambda: self._make(second=True))
        self.at_hand = Btn(_("I still have it"), icon="check")
        self.at_hand.clicked.connect(self._confirm)
        self.add(ButtonRow(self.at_hand, self.renew, self.another))
        if not self._due or not self._written:
            self.at_hand.hide()

    def _make(self, *, second: bool) -> None:
        """A sheet in place of every other, or a `second` one for another place."""
        code, self._second = vaults.new_code(), second
        self.clear_card()
        if second:
            self.add(PlainLabel(_("Keep it in another place than the first, such as with someone you trust.")))
        else:
            words = _("Your old sheet works until you have typed a group of this one. Then throw it away.")
            self.add(PlainLabel(words))
        day = local_day(self._vault.now())
        self.form = SheetForm(Sheet(code, vaults.vault_name(self._vault), day))
        self.form.confirmed.connect(lambda: self._take(code))
        self.add(self.form)
        self.done = Btn(_("Use this sheet"))
        self.done.clicked.connect(self.form.submit)
        leave = Btn(_("Cancel") if second else _("Keep the old sheet"), "quiet")
        leave.clicked.connect(self.close_form)
        self.add(ButtonRow(self.done, leave))
        focus_soon(self.form.box)

    def _take(self, code: RecoveryCode) -> None:
        self.done.setEnabled(False)
        self._desk.run(
            Operation(
                lambda _task: self._put(code),
                changes=Changes(settings=True),
                said=_said_second if self._second else _said_new,
            ),
            then=self._taken,
            failed=self._refused,
        )

    def _put(self, code: RecoveryCode) -> Sheet:
        """On the lane's thread."""
        sheet = vaults.new_recovery_code(self._vault, code=code, keep_old=self._second)
        vaults.sheet_written(self._vault)
        return sheet

    def _taken(self, _sheet: Sheet) -> None:
        self._written, self._due = True, False
        self._closed()
        focus_soon(self.renew)

    def _refused(self, problem: Exception) -> None:
        if self.form is not None:
            self.done.setEnabled(True)
        self._desk.show_problem(problem)

    def _confirm(self) -> None:
        self._desk.run(
            Operation(
                lambda _task: vaults.sheet_confirmed(self._vault),
                said=lambda _nothing: _("Good. We will ask again in a year."),
            ),
            then=self._confirmed,
        )

    def _confirmed(self, _nothing: object) -> None:
        self._due = False
        self._closed()
        focus_soon(self.renew)


def _said_new(_sheet: object) -> str:
    return _("Your new sheet works. The old one does not any more.")


def _said_second(_sheet: object) -> str:
    return _("Both sheets open your notes now.")
