"""Fetching pictures of found profiles: what would be asked, the fetching, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import likeness
from footprint.search.likeness import Fetched, Line, Plan
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear


class FetchPart(QWidget):
    """One pressed preview is one consent; calling `likeness.run` is that press."""

    left = Signal()
    stepped = Signal()

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__()
        self._desk, self._plan = desk, plan
        self._job: Job | None = None
        self.working: Working | None = None
        self.outcome: Fetched | None = None
        self.primary: QAbstractButton | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.preview = SendPreview(_("This leaves your computer"), _verb, [_shown(line) for line in plan.lines])
        self.preview.send.connect(lambda numbers: self._send(plan.only(numbers)))
        self.preview.not_sent.connect(self.left)
        self.primary = self.preview.send_button
        self._column.addWidget(self.preview)
        if plan.by_hand:
            count = len(plan.by_hand)
            words = ngettext(
                "{n} profile is not asked. Its site does not let programs ask, or its page was not read.",
                "{n} profiles are not asked. Their sites do not let programs ask, or their pages were not read.",
                count,
            )
            self._column.addWidget(PlainLabel(words.format(n=number(count)), "small", "text2"))
        self._column.addStretch(1)

    @property
    def busy(self) -> bool:
        return self._job is not None

    @property
    def line(self) -> str:
        if self.busy:
            return _("You can go on with other things. The result waits for you here.")
        return "" if self.outcome is not None else _("Read what would be asked. Nothing has left this computer yet.")

    def stop(self) -> bool:
        """Stop the fetching; what came so far is kept."""
        if self._job is None or self.working is None:
            return False
        self.working.cancel()
        return True

    def _send(self, chosen: Plan) -> None:
        bench = self._desk.bench
        self._job = self._desk.run(
            Operation(
                lambda task: likeness.run(bench.vault, bench.web, chosen, task),
                "web",
                Changes(findings=True, ledger=True),
                said=_said,
            ),
            then=self._ended,
            failed=self._failed,
        )
        clear(self._column)
        card = Card(title=_("Fetching pictures"))
        self.working = Working(_("Fetching…"))
        self.working.cancel_button.setText(_("Stop"))
        self.working.follow(self._job)
        card.add(self.working)
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.primary = None
        self.stepped.emit()

    def _ended(self, fetched: Fetched) -> None:
        self._job = None
        if not fetched.failures and not fetched.stopped:
            self.left.emit()
        else:
            self.show_outcome(fetched)

    def show_outcome(self, fetched: Fetched) -> None:
        """What did not come, and why; a picture that did not come says nothing about the profile."""
        clear(self._column)
        self.outcome = fetched
        card = Card(title=_("Fetching was stopped") if fetched.stopped else _("Not every picture came"))
        card.add(
            Banner(
                "warn",
                _said(fetched),
                _("A picture that did not come says nothing about the profile. You can add it by hand."),
                quiet=True,
            )
        )
        for one in fetched.failures:
            card.add(PlainLabel(f"{one.found.network_name}: {one.found.title}. {one.why}", "small", "text2"))
        on = Btn(_("See my pictures"), "primary")
        on.clicked.connect(self.left)
        card.add(ButtonRow(on))
        self.primary = on
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.stepped.emit()

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._desk.show_problem(problem)
        self.left.emit()


def _shown(line: Line) -> SendLine:
    one = line.sendings[0]
    return SendLine(
        number=line.number,
        words=f"{line.found.network_name}: {line.found.title}",
        to=one.host,
        why=one.why,
        url="\n".join(each.url for each in line.sendings),
        keep=_("They may note that somebody looked, from where, and when."),
        on=line.on,
    )


def _verb(count: int) -> str:
    return ngettext("Fetch this {n} picture", "Fetch these {n} pictures", count).format(n=number(count))


def _said(fetched: Fetched) -> str:
    count = len(fetched.pictures)
    if not count:
        return _("No picture came")
    return ngettext("{n} picture came", "{n} pictures came", count).format(n=number(count))
