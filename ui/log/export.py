"""The list as a file for a spreadsheet, after a word about where it is put."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from footprint import dates, log, web
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.log import Query
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit import files
from ui.kit.dialogs import Question


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
        words = files.synced_folder_words(path)
        if not words:
            self._write(path, query)
            return
        self.question = Question(
            self._window, _("Save it there?"), words, _("Save it there"), _("Choose another place")
        )
        self.question.accepted.connect(lambda: self._write(path, query))
        self.question.rejected.connect(lambda: self.ask(query))
        self.question.open()

    def _write(self, path: Path, query: Query) -> None:
        def work(_task: Task) -> Path:
            text = log.export_csv(self._desk.bench.vault, query)
            try:
                path.write_bytes(text.encode("utf-8-sig"))
            except OSError as problem:
                raise FootprintError(_("The file could not be saved there. Choose another place.")) from problem
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
