"""One password: a field, a button, and what it is like in words. The field empties itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import passwords
from footprint.i18n import _
from footprint.passwords import Judgement, NoPassword, Plan, Seen
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.fields import Field
from ui.kit.files import ask_open
from ui.kit.progress import Working
from ui.kit.send_preview import SendPreview
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.passwords.arriving import arrive_at, show_from_top
from ui.passwords.box import PasswordBox
from ui.passwords.sending import preview
from ui.passwords.verdict import Verdict

CLEAR_AFTER_SECONDS = 60


@dataclass(frozen=True)
class _Found:
    """What one look at the field gave. The hash is for the leaked lists, and goes when the field is emptied."""

    judgement: Judgement
    sha1: bytes = field(repr=False)


class OnePart(QWidget):
    """Checked on the computer first; the leaked lists only when the person asks, each time."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sha1 = b""
        self._job: Job | None = None
        self.preview: SendPreview | None = None
        self.verdict: Verdict | None = None
        self.box = PasswordBox(_("A password"))
        hint = _("Nothing you type here is kept. The box empties itself after 1 minute, and when you leave.")
        self.field = Field(_("A password"), self.box, hint)
        self.check = Btn(_("Check it"), "primary")
        self.empty = Btn(_("Empty the box"), "quiet")
        self.note = PlainLabel("", "small", "text2")
        self.note.hide()
        self.card = Card(title=_("Is it a good one?"))
        self.card.add(self.field)
        self.card.add(ButtonRow(self.check, self.empty))
        self.card.add(self.note)
        self._below = QVBoxLayout()
        space(self._below, 16)
        column = QVBoxLayout(self)
        space(column, 16)
        column.addWidget(self.card)
        column.addLayout(self._below)
        column.addStretch(1)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(CLEAR_AFTER_SECONDS * 1000)
        self.timer.timeout.connect(self._time_is_up)
        self.check.clicked.connect(self._check)
        self.empty.clicked.connect(self._empty)
        self.box.edit.returnPressed.connect(self._check)
        self.box.edit.textEdited.connect(self._edited)

    # -- emptying -----------------------------------------------------------------------------------

    def forget(self) -> None:
        """The box, and what was made from it. What was said about it stays: it tells nothing of the password."""
        self.timer.stop()
        self.box.wipe()
        self._sha1 = b""
        if self.preview is not None:
            self.close_preview()
        if self.verdict is not None:
            self.verdict.cannot_look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._job is not None:
            self._job.stop()
        self.forget()

    def _empty(self) -> None:
        self.forget()
        self._take_away()
        self._say("")
        self.box.edit.setFocus()

    def _time_is_up(self) -> None:
        self.forget()
        self._say(_("The box was emptied after 1 minute."))
        announce(self, self.note.text())

    def _edited(self) -> None:
        self.timer.start()
        self._say("")
        self.field.clear_error()
        if self.verdict is not None or self.preview is not None:
            self._take_away()

    def _take_away(self) -> None:
        """What was said about another password."""
        self._sha1 = b""
        self.preview = self.verdict = None
        clear(self._below)
        self.turned.emit()

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    # -- checking -----------------------------------------------------------------------------------

    def _check(self) -> None:
        text = self.box.text()
        self._take_away()
        self._say("")
        self.field.clear_error()
        bench = self._desk.bench

        def work(_task: Task) -> _Found:
            networks = passwords.network_names(bench.vault, bench.checklists)
            own = passwords.own_words(bench.vault, networks)
            return _Found(passwords.judge(text, own), passwords.sha1_of(text))

        self.timer.start()
        self._desk.read(work, self._show, failed=self._refused)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, NoPassword):
            self.field.show_error(str(problem))
            self.box.edit.setFocus()
        else:
            self._desk.show_problem(problem)

    def _show(self, found: _Found) -> None:
        self._take_away()
        there = bool(self.box.text())
        self._sha1 = found.sha1 if there else b""
        self.verdict = Verdict(self._desk, found.judgement)
        self.verdict.ask_lists.connect(self._plan)
        self.verdict.ask_file.connect(self._ask_file)
        if not there:
            self.verdict.cannot_look()
        self._below.addWidget(self.verdict)
        show_from_top(self.card)

    # -- leaked lists ---------------------------------------------------------------------------------

    def _plan(self) -> None:
        plan = passwords.plan([self._sha1])
        self.preview = preview(plan)
        self.preview.send.connect(lambda _numbers: self._send(plan))
        self.preview.not_sent.connect(self.close_preview)
        self._below.insertWidget(0, self.preview)
        if self.verdict is not None:
            self.verdict.hide()
        arrive_at(self.preview)
        self.turned.emit()

    def close_preview(self) -> None:
        """Nothing is sent, or it has just been."""
        if self.preview is not None:
            self.preview.hide()
            self.preview.deleteLater()
            self.preview = None
        if self.verdict is not None:
            self.verdict.show()
        self.turned.emit()

    def _send(self, plan: Plan) -> None:
        bench = self._desk.bench
        self._follow(
            self._desk.run(
                Operation(
                    lambda task: passwords.look_up(bench.web, plan, task), "web", Changes(ledger=True)
                ),
                then=lambda seen: self._seen(seen[plan.hashes[0]]),
                failed=self._failed,
            ),
            _("Asking…"),
        )  # fmt: skip
        self.close_preview()

    def _ask_file(self) -> None:
        sha1 = self._sha1
        words = [_("Lists of leaked passwords (*.txt)"), _("All files (*)")]
        ask_open(self, _("Choose the list"), words, lambda path: self._look_in(path, sha1))

    def _look_in(self, path: Path, sha1: bytes) -> None:
        def work(_task: Task) -> Seen:
            return passwords.open_list(path).look_up(sha1)

        self._follow(self._desk.read(work, self._seen, failed=self._failed), _("Looking in the list…"))

    def _follow(self, job: Job, words: str) -> None:
        self._job = job
        working = Working(words)
        working.cancel_button.setText(_("Stop"))
        working.follow(job)
        job.ended.connect(self._over)
        if self.verdict is not None:
            self.verdict.show_working(working)

    def _over(self) -> None:
        self._job = None

    def stop(self) -> bool:
        """Stop what is asked at present."""
        if self._job is None:
            return False
        self._job.stop()
        return True

    def _seen(self, seen: Seen) -> None:
        if self.verdict is not None:
            self.verdict.show_seen(seen)

    def _failed(self, problem: Exception) -> None:
        self._desk.show_problem(problem)
        if self.verdict is not None:
            self.verdict.show_asking()
