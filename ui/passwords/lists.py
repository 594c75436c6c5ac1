"""Do I use the same password twice? A list from the manager is read and compared; only numbers are kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import passwords
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.passwords import Past, Plan, Report, Seen
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.cards import Card
from ui.kit.files import ask_open
from ui.kit.progress import Working
from ui.kit.send_preview import SendPreview
from ui.kit.theme import space
from ui.page import clear
from ui.passwords.arriving import arrive_at
from ui.passwords.report import ReportPart
from ui.passwords.sending import preview
from ui.passwords.start import StartCard


class ListPart(QWidget):
    """The steps to a list, then its reading, then what it says."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._file: Path | None = None
        self._report: Report | None = None
        self._past: Past | None = None
        self._compared = ""
        self.preview: SendPreview | None = None
        self.start: StartCard | None = None
        self.working: Working | None = None
        self.report: ReportPart | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self._put_start()

    # -- what the page asks -----------------------------------------------------------------------------

    def reload(self) -> None:
        if self.start is not None:
            self._desk.read(lambda _task: passwords.looks(self._desk.bench.vault, 1), self._tell_last)

    def forget(self) -> None:
        """What was made from passwords goes; what was said of accounts stays until the list is put away."""
        if self._report is not None:
            self._report = passwords.without_hashes(self._report)
        if self.preview is not None:
            self.close_preview()
        if self.report is not None:
            self.report.cannot_look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()
        self.forget()

    def stop(self) -> bool:
        if self._job is None:
            return False
        self._job.stop()
        return True

    def back(self) -> bool:
        """One step back; False at the start."""
        if self.preview is not None:
            self.close_preview()
        elif self.report is not None:
            self._put_start()
        else:
            return self.stop()
        return True

    # -- the start ----------------------------------------------------------------------------------------

    def _put_start(self, problem: str = "") -> None:
        self._forget_all()
        self.start = StartCard()
        self.start.choose.connect(self._choose)
        self.setAcceptDrops(True)
        self._column.addWidget(self.start)
        if problem:
            self.start.show_problem(problem)
        self.turned.emit()
        self.reload()

    def _tell_last(self, looks: tuple[Past, ...]) -> None:
        if self.start is not None and looks:
            self.start.tell_last(looks[0])

    def _choose(self) -> None:
        kinds = [_("Lists of logins (*.csv *.json *.1pux *.xml *.zip)"), _("All files (*)")]
        ask_open(self, _("Choose the list of logins"), kinds, self.read_file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._job is None and _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _file_of(event.mimeData())
        if file is not None and self._job is None:
            event.acceptProposedAction()
            self.read_file(file)

    # -- reading --------------------------------------------------------------------------------------------

    def read_file(self, file: Path) -> None:
        """Read a list the person chose or dropped."""
        bench = self._desk.bench
        self._forget_all()
        self._file = file

        def work(task: Task) -> tuple[Report, tuple[Past, ...]]:
            found = passwords.read_list(bench.vault, bench.checklists, file, task)
            return found, passwords.looks(bench.vault, 1)

        self._job = self._desk.read(work, self._read, failed=self._refused)
        self._job.stopped.connect(self._stopped)
        self._show_working(_("Reading the list…"))

    def _show_working(self, words: str) -> None:
        card = Card(title=_("Do I use the same password twice?"))
        self.working = Working(words)
        self.working.cancel_button.setText(_("Stop"))
        assert self._job is not None
        self.working.follow(self._job)
        card.add(self.working)
        self._column.addWidget(card)
        self.turned.emit()

    def _read(self, answer: tuple[Report, tuple[Past, ...]]) -> None:
        found, before = answer
        self._job = None
        vault = self._desk.bench.vault
        self._desk.run(Operation(lambda _task: passwords.keep(vault, found.counts).value), then=self._kept)
        self._report = found if self.isVisible() else passwords.without_hashes(found)
        self._compared = passwords.compared(before[0].counts, found.counts) if before else ""
        self._show_report()

    def _kept(self, past: Past) -> None:
        self._past = past

    def _refused(self, problem: Exception) -> None:
        self._job = None
        self._put_start(str(problem) if isinstance(problem, FootprintError) else "")
        if not isinstance(problem, FootprintError):
            self._desk.show_problem(problem)

    def _stopped(self) -> None:
        self._job = None
        self._put_start()
        if self.start is not None:
            self.start.show_problem(_("Stopped. Nothing was kept."))

    # -- what it says -----------------------------------------------------------------------------------------

    def _show_report(self) -> None:
        if self._report is not None:
            self.show_report(self._report, self._compared)

    def show_report(self, report: Report, compared: str = "") -> None:
        """What a list says, in place of what stood here."""
        clear(self._column)
        self.start = self.working = None
        self._report = report
        self.report = ReportPart(self._desk, report, compared, self._file)
        self.report.ask_lists.connect(self._plan)
        self.report.ask_file.connect(self._ask_file)
        self.report.again.connect(self._put_start)
        self._column.addWidget(self.report)
        if not report.hashes:
            self.report.cannot_look()
        self.turned.emit()
        self.report.arrive()

    def _plan(self) -> None:
        if self._report is None or self.report is None:
            return
        plan = passwords.plan(one for hashes in self._report.hashes.values() for one in hashes)
        self.preview = preview(plan)
        self.preview.send.connect(lambda _numbers: self._send(plan))
        self.preview.not_sent.connect(self.close_preview)
        self.report.hide()
        self._column.insertWidget(0, self.preview)
        arrive_at(self.preview)
        self.turned.emit()

    def close_preview(self) -> None:
        """Nothing is sent, or it has just been."""
        if self.preview is not None:
            self.preview.hide()
            self.preview.deleteLater()
            self.preview = None
        if self.report is not None:
            self.report.show()
        self.turned.emit()

    def _send(self, plan: Plan) -> None:
        bench = self._desk.bench
        operation = Operation(lambda task: passwords.look_up(bench.web, plan, task), "web", Changes(ledger=True))
        self._job = self._desk.run(operation, then=self._seen, failed=self._not_looked)
        self._job.stopped.connect(self._not_asked)
        self.close_preview()
        if self.report is not None:
            self.report.show_working(self._job, _("Asking…"))

    def _ask_file(self) -> None:
        words = [_("Lists of leaked passwords (*.txt)"), _("All files (*)")]
        ask_open(self, _("Choose the list"), words, self.look_in)

    def look_in(self, path: Path) -> None:
        """Look all of them up in a downloaded list."""
        found = self._report
        if found is None or self.report is None:
            return

        def work(task: Task) -> Report:
            return passwords.look_in_list(found, passwords.open_list(path), task)

        self._job = self._desk.read(work, self._looked, failed=self._not_looked)
        self._job.stopped.connect(self._not_asked)
        self.report.show_working(self._job, _("Looking in the list…"))

    def _seen(self, seen: dict[bytes, Seen]) -> None:
        if self._report is not None:
            self._looked(passwords.with_seen(self._report, seen))

    def _looked(self, found: Report) -> None:
        """Told; and the hashes, which are of no further use, are gone."""
        self._job = None
        past, bench = self._past, self._desk.bench
        self._report = passwords.without_hashes(found)
        if past is not None:
            self._desk.run(Operation(lambda _task: passwords.add_to(bench.vault, past, found.counts).value))
        self._show_report()

    def _not_asked(self) -> None:
        self._job = None
        if self.report is not None:
            self.report.show_asking()

    def _not_looked(self, problem: Exception) -> None:
        self._not_asked()
        self._desk.show_problem(problem)

    def _forget_all(self) -> None:
        clear(self._column)
        self._report = self._past = self._file = None
        self.preview = self.start = self.report = self.working = None


def _file_of(data: QMimeData) -> Path | None:
    """The one file of this computer that is dragged."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
