"""Before anything leaves, word for word; then the search itself, with progress and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.i18n import _, ngettext
from footprint.search import Line, Plan, Run
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.page import clear


class Sending(QWidget):
    """One pressed preview is one consent; calling `search.run` is that press."""

    ended = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__()
        self._desk = desk
        self._plan = plan
        self._job: Job | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.preview = SendPreview(
            _("This search leaves your computer"), _verb, [line for one in plan.lines for line in _shown(one)]
        )
        self.preview.send.connect(self._send)
        self.preview.not_sent.connect(self.left)
        self._column.addWidget(self.preview)
        self._column.addStretch(1)

    def stop(self) -> bool:
        """Stop what is running; what came back so far is kept."""
        if self._job is None:
            return False
        self._job.stop()
        return True

    def _send(self, numbers: list[int]) -> None:
        chosen = self._plan.only(numbers)
        clear(self._column)
        bench = self._desk.bench
        self._job = self._desk.run(
            Operation(
                lambda task: search.run(bench.vault, bench.web, chosen, bench.providers, task),
                "web",
                Changes(findings=True, ledger=True),
            ),
            then=self._ended,
            failed=self._failed,
        )
        working = Working(_("Searching…"))
        working.follow(self._job)
        self._column.addWidget(working)
        self._column.addStretch(1)

    def _ended(self, run: Run) -> None:
        self._job = None
        self.ended.emit(run)

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._desk.show_problem(problem)
        self.left.emit()


def _shown(line: Line) -> list[SendLine]:
    """One line of the preview for a line of the plan; its further pages are named with the first."""
    first = line.sendings[0]
    more = len(line.sendings) - 1
    pages = ngettext("and {n} more page of the same", "and {n} more pages of the same", more).format(n=more)
    return [
        SendLine(
            number=line.number,
            words=line.words,
            to=f"{line.label} ({first.host})",
            why=line.why if not more else f"{line.why} ({pages})",
            details=line.details,
            url="\n".join(one.url for one in line.sendings),
            keep=first.keeps,
            on=line.on,
        )
    ]


def _verb(count: int) -> str:
    return ngettext("Send this {n} search", "Send these {n} searches", count).format(n=count)
