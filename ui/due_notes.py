"""What is due, noted beside the vault while it is open: some seconds after a change, and once more at the lock."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from footprint.dates import local_day
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk

SOON_MS = 3000
_DECIDES = Changes(accounts=True, answers=True, findings=True, items=True, settings=True, steps=True, reminders=True)


class DueNotes(QObject):
    """Lives as long as the session. Several changes in a row are noted once."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True  # the files may be another day's: noted at the first lock at the latest
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._in_background)
        desk.changed.connect(self._changed)
        self._soon.start()

    def _changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(_DECIDES):
            self._stale = True
            self._soon.start()

    def _in_background(self) -> None:
        if not self._desk.bench.vault.closed:
            self._desk.lanes.start("bulk", lambda _task: self.note())

    def note(self, _task: Task | None = None) -> None:
        """At once and on this thread; nothing where nothing has changed since."""
        if self._stale:
            self._stale = not note_due(self._desk)


def note_due(desk: Desk) -> bool:
    """Whether it is noted now, or there is nothing to note."""
    from footprint import reminders

    bench = desk.bench
    if bench.vault.closed or not bench.vault.kept or bench.vault.only_to_look:
        return True
    months = bench.settings.now.months_between_checks
    return reminders.note_due(bench.folder, bench.vault, bench.checklists, local_day(bench.vault.now()), months)
