"""The list as a file for a spreadsheet, after a word about where it is put."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from footprint import dates, log, web
from footprint.i18n import _
from footprint.log import Query
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit import files
from ui.kit.dialogs import Question
from ui.saving import warn_of_copies, writing


class Export(QObject):
    """Asks where, warns of folders that are copied elsewhere, writes, and says so."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self.question: Question | None = None

    def ask(self, query: Query) -> None:
        """The name suggested says nothing about the person."""
        day = dates.local_day(self._desk.bench.vault.now())
        files.ask_save(
            self._window,
            _("Save the list as a spreadsheet"),
            f"online-check-{day.isoformat()}.csv",
            [_("Spreadsheet (*.csv)")],
            lambda path: self.save_to(Path(path), query),
        )

    def save_to(self, path: Path, query: Query) -> None:
        self.question = warn_of_copies(self._window, path, lambda: self._write(path, query), lambda: self.ask(query))

    def _write(self, path: Path, query: Query) -> None:
        def work(_task: Task) -> Path:
            text = log.export_csv(self._desk.bench.vault, query)
            with writing():
                path.write_bytes(text.encode("utf-8-sig"))
            web.note_made(self._desk.bench.vault, _("The list of things to remove, as a spreadsheet"))
            return path

        self._desk.run(
            Operation(
                work,
                lane="bulk",
                changes=Changes(ledger=True),
                said=lambda made: _("Saved {name}").format(name=made.name),
            )
        )
