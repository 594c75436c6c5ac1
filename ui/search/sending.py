"""Before anything leaves, word for word; then the search itself, with progress and a way to stop."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from footprint import search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Line, Plan, Run
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.cards import Card
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import PlainLabel
from ui.page import clear
from ui.search.stage import Seen, Stage, StagePart
from ui.search.wish import USUAL, Wish
from ui.search.wording import about

_MOST_OF_A_SOURCE = 20  # lines shown for one source; those beyond are off from the start


class Sending(StagePart):
    """One pressed preview is one consent; calling `search.run` is that press."""

    help_topic: ClassVar[str] = "search_plan"

    ended = Signal(object, object)  # the Run, and the Wish it was made with

    def __init__(self, desk: Desk, plan: Plan, wish: Wish = USUAL) -> None:
        super().__init__()
        self._desk = desk
        self._plan = plan
        self._wish = wish
        self._job: Job | None = None
        self.working: Working | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.preview = SendPreview(_("This search leaves your computer"), _verb, [_shown(one) for one in _few(plan)])
        self.preview.send.connect(self._send)
        self.preview.not_sent.connect(self._leave)
        self._column.addWidget(PlainLabel(about(plan), colour="text2"))
        self._column.addWidget(self.preview)
        self._column.addStretch(1)

    way_back = ""

    @property
    def title(self) -> str:
        return self._wish.title

    @property
    def primary(self) -> QAbstractButton | None:
        return self.preview.send_button if self._job is None else None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def stop(self) -> bool:
        """Stop what is running; what came back so far is kept."""
        if self._job is None or self.working is None:
            return False
        self.working.cancel()
        return True

    def line(self, _seen: Seen) -> str:
        if self.busy:
            return _("You can go on with other things. The result waits for you here.")
        return _("Read what would be sent. Nothing has left this computer yet.")

    def _send(self, numbers: list[int]) -> None:
        chosen = self._plan.only(numbers)
        bench, goes_on = self._desk.bench, self._wish.goes_on
        self._wish = self._wish.sent(chosen)
        self._job = self._desk.run(
            Operation(
                lambda task: search.run(bench.vault, bench.web, chosen, bench.providers, task, goes_on=goes_on),
                "web",
                Changes(findings=True, ledger=True),
                said=_ended_in_words,
            ),
            then=self._ended,
            failed=self._failed,
        )
        clear(self._column)
        card = Card(title=_("Searching"))
        card.add(PlainLabel(_about(chosen), colour="text2"))
        self.working = Working(_("Searching…"))
        self.working.cancel_button.setText(_("Stop"))
        self.working.follow(self._job)
        card.add(self.working)
        card.add(PlainLabel(_("What comes back is kept at once. You can stop at any time."), "small", "text2"))
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.stepped.emit()
        focus_heading(card.heading)

    def _ended(self, run: Run) -> None:
        self._job = None
        self.ended.emit(run, self._wish)

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._desk.show_problem(problem)
        self._leave()

    def back(self) -> bool:
        """To where it was asked for: the choices, the results, or the ways when it is the rest of a search."""
        self._leave()
        return True

    def _leave(self) -> None:
        if self._wish.copies_of:
            self.went.emit(Stage.SORT)
        else:
            self.went.emit(Stage.WAYS if self._wish.only else Stage.PLAN)


def _ended_in_words(run: Run) -> str:
    """For the toast: the person may be somewhere else by then, and Undo takes the whole search back."""
    return _("The search was stopped") if run.stopped else _("The search has ended")


def _few(plan: Plan) -> list[Line]:
    """Every line that is on, and the first of those that are off."""
    counted: Counter[str] = Counter()
    found = []
    for line in plan.lines:
        counted[line.provider] += 1
        if line.on or counted[line.provider] <= _MOST_OF_A_SOURCE:
            found.append(line)
    return found


def _shown(line: Line) -> SendLine:
    """One line of the preview for a line of the plan; its further pages are named with the first."""
    first = line.sendings[0]
    more = len(line.sendings) - 1
    pages = ngettext("and {n} more page of the same", "and {n} more pages of the same", more).format(n=number(more))
    return SendLine(
        number=line.number,
        words=line.words,
        to=f"{line.label} ({first.host})",
        why=line.why if not more else f"{line.why} ({pages})",
        details=line.details,
        url="\n".join(one.url for one in line.sendings),
        keep=first.keeps,
        on=line.on,
    )


def _about(plan: Plan) -> str:
    lines = len(plan.chosen)
    words = ngettext("{n} line is asked.", "{n} lines are asked, one at a time of each source.", lines)
    time = ngettext("It takes about {m} minute.", "It takes about {m} minutes.", plan.minutes)
    return f"{words.format(n=number(lines))} {time.format(m=number(plan.minutes))}"


def _verb(count: int) -> str:
    return ngettext("Send this {n} search", "Send these {n} searches", count).format(n=number(count))
