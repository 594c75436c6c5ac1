"""The recovery sheet: whether it is written, still at hand, and a new one in place of a lost one."""

from __future__ import annotations

from footprint import vault as vaults
from footprint.dates import local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import RecoveryCode, Sheet
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.layout import hbox
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
        self._written, self._due = True, False
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
        self.renew.clicked.connect(self._make)
        self.at_hand = Btn(_("I still have it"), icon="check")
        self.at_hand.clicked.connect(self._confirm)
        self.at_hand.setVisible(self._due and self._written)
        self.add(hbox(self.at_hand, self.renew, None))

    def _make(self) -> None:
        code = vaults.new_code()
        self.clear_card()
        self.add(PlainLabel(_("Your old sheet works until you have typed a group of this one. Then throw it away.")))
        day = local_day(self._vault.now())
        self.form = SheetForm(Sheet(code, vaults.vault_name(self._vault), day))
        self.form.confirmed.connect(lambda: self._take(code))
        self.add(self.form)
        self.done = Btn(_("Use this sheet"))
        self.done.clicked.connect(self.form.submit)
        leave = Btn(_("Keep the old sheet"), "quiet")
        leave.clicked.connect(self.close_form)
        self.add(hbox(self.done, leave, None))
        focus_soon(self.form.box)

    def _take(self, code: RecoveryCode) -> None:
        self.done.setEnabled(False)
        self._desk.run(
            Operation(
                lambda _task: self._put(code),
                said=lambda _sheet: _("Your new sheet works. The old one does not any more."),
            ),
            then=self._taken,
            failed=self._refused,
        )

    def _put(self, code: RecoveryCode) -> Sheet:
        """On the lane's thread."""
        sheet = vaults.new_recovery_code(self._vault, code=code)
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
