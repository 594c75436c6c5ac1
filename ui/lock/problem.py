"""A vault that does not open: what happened, what is safe, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.vault import DatabaseDamaged, FolderGone, NetworkPlace, ReadOnlyPlace, VaultError
from ui.cover import Cover
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.text import PlainLabel


class ProblemPage(Cover):
    """One page for every problem of `footprint.vault.errors`. It changes nothing by itself."""

    again_asked = Signal()
    restore_asked = Signal(object)  # a Path, or None to choose a file
    folder_asked = Signal()
    leave_asked = Signal()

    def __init__(self, problem: VaultError) -> None:
        super().__init__(problem.title, _beside(problem.title, problem.happened), width=560, icon="warn")
        if problem.safe:
            self.body.addWidget(Banner("ok", problem.safe, quiet=True))
        if problem.do:
            self.body.addWidget(PlainLabel(problem.do))
        self._offer_backups(problem)
        again = Btn(_("Try again"))
        again.clicked.connect(self.again_asked)
        leave = Btn(_("Close Footprint Check"), "quiet")
        leave.clicked.connect(self.leave_asked)
        self.set_foot(again, self._another_way(problem), leave)

    def _another_way(self, problem: VaultError) -> Btn:
        """Another folder where this one is the trouble: a backup could not be put there either."""
        if isinstance(problem, FolderGone | NetworkPlace | ReadOnlyPlace):
            other = Btn(_("Choose another folder…"))
            other.clicked.connect(self.folder_asked)
            return other
        restore = Btn(_("Restore a backup…"))
        restore.clicked.connect(lambda: self.restore_asked.emit(None))
        return restore

    def _offer_backups(self, problem: VaultError) -> None:
        """The newest backups, the first one as the main way on."""
        backups = problem.backups if isinstance(problem, DatabaseDamaged) else ()
        for number, backup in enumerate(backups[:3]):
            use = Btn(_("Restore the backup of {day}").format(day=day_in_words(backup.day)))
            if number == 0:
                use.set_kind("primary")
                self.primary = use
            use.clicked.connect(lambda _checked=False, path=backup.path: self.restore_asked.emit(path))
            self.body.addWidget(use)


def _beside(title: str, happened: str) -> str:
    """What happened, unless the title has said exactly that."""
    return "" if happened.rstrip(".") == title else happened
