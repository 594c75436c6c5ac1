"""Opening without a passphrase: this computer's own password store as a way in, only when it is asked for."""

from __future__ import annotations

from footprint import vault as vaults
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import KeyringUnavailable, Way
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.cards import Banner
from ui.kit.choices import Tick
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.settings.section import OpeningCard


class KeyringCard(OpeningCard):
    """A tick, and the words about who else could then open the notes. A store that fails is never made a way in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Open without a passphrase"))
        self._desk = desk
        self._vault = desk.bench.vault
        self._on = False
        self.tick = Tick(
            _("This computer may open my notes"),
            _("Anyone who can sign in to this computer as you could then open them. So could your IT department."),
        )
        self.tick.clicked.connect(self._chosen)
        self.trouble = Banner("warn", "")
        self.trouble.hide()
        self.working = Working(_("Asking this computer’s password store"))
        words = _("After a lock, one press opens them again. Lock the computer too when you walk away.")
        again = PlainLabel(words, "small", "text2")
        for part in (self.tick, again, self.working, self.trouble):
            self.add(part)
        self.working.hide()

    def reload(self) -> None:
        if not self.working.busy:
            self._desk.read(self._read, self._show)

    def _read(self, _task: Task) -> bool:
        return Way.KEYRING in vaults.ways_in(self._vault)

    def _show(self, on: bool) -> None:
        self._on = on
        if not self.working.busy:
            self.tick.setChecked(on)

    def _chosen(self, on: bool) -> None:
        self.trouble.hide()
        self.tick.setEnabled(False)
        job = self._desk.run(
            Operation(
                self._turn_on if on else self._turn_off,
                changes=Changes(settings=True),
                said=_said_on if on else _said_off,
            ),
            then=self._done,
            failed=self._refused,
        )
        self.working.follow(job)
        self.working.cancel_button.hide()

    def _turn_on(self, _task: Task) -> bool:
        vaults.turn_on_keyring(self._vault)
        return True

    def _turn_off(self, _task: Task) -> bool:
        """Whether the store let go of what it held."""
        return vaults.turn_off_keyring(self._vault)

    def _done(self, _answer: object) -> None:
        self.tick.setEnabled(True)
        self._on = self.tick.isChecked()

    def _refused(self, problem: Exception) -> None:
        self.tick.setEnabled(True)
        self.tick.setChecked(self._on)
        if isinstance(problem, KeyringUnavailable):
            self.trouble.say(problem.happened, problem.do)
            self.trouble.show()
        else:
            self._desk.show_problem(problem)


def _said_on(_answer: object) -> str:
    return _("This computer opens your notes from now on. Your passphrase and sheet still do too.")


def _said_off(let_go: object) -> str:
    if let_go:
        return _("This computer opens your notes no more.")
    return _("This computer opens your notes no more. What its password store still holds is of no use.")
