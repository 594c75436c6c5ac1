"""Trying a key that was given: what is asked is shown first; it can be kept without that, and a refused one is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.i18n import _
from footprint.search import KeyState, Provider, Tried
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.theme import space
from ui.page import clear
from ui.settings.section import focus_soon


class KeyTrial(QWidget):
    """The key is held here until it is decided what becomes of it, and never shown."""

    kept = Signal(object)  # Tried
    refused = Signal(object)  # the problem; nothing was kept
    left = Signal()  # neither: back to the box

    def __init__(self, desk: Desk, provider: Provider) -> None:
        super().__init__()
        self._desk, self._provider = desk, provider
        self._key = ""
        self._job: Job | None = None
        self.preview: SendPreview | None = None
        self.keep: Btn | None = None
        self.again: Btn | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 12)
        self.hide()

    @property
    def asking(self) -> bool:
        """A key waits here for a yes or a no, or is being tried."""
        return bool(self._key)

    def offer(self, key: str) -> None:
        """Show what trying it would send. Offline it can only be kept."""
        self._key = key
        clear(self._column)
        self.keep = Btn(_("Keep it without trying"))
        self.keep.clicked.connect(self._keep)
        self.again = Btn(_("Change the key"), "quiet")
        self.again.clicked.connect(self._leave)
        if self._desk.bench.settings.now.never_use_internet:
            words = _("The key cannot be tried now. It can be kept and tried by your next search.")
            self._column.addWidget(Banner("info", _("The internet is switched off"), words))
            self.preview = None
            first = self.keep
        else:
            self.preview = self._preview()
            self._column.addWidget(self.preview)
            first = self.preview.send_button
        self._column.addWidget(ButtonRow(self.keep, self.again))
        self.show()
        QTimer.singleShot(0, first, lambda: focus_soon(first))  # once it is laid out, so that it can be scrolled to

    def _preview(self) -> SendPreview:
        label = _(self._provider.label)
        lines = [
            SendLine(1, one.words, f"{label} ({one.host})", one.why, (), one.url, one.keeps)
            for one in search.key_preview(self._provider)
        ]
        shown = SendPreview(_("Try the key first?"), lambda _n: _("Try the key with 1 question"), lines)
        if shown.heading is not None:
            shown.heading.set_role("h3")
        shown.send_button.set_kind("secondary")  # one of many cards on the page, none of which is the main one
        shown.stop_button.hide()
        shown.send.connect(lambda numbers: self._try() if numbers else None)
        return shown

    # -- doing -----------------------------------------------------------------------------------------

    def _try(self) -> None:
        bench, provider, key = self._desk.bench, self._provider, self._key
        self._start(lambda task: search.try_and_give(bench.vault, bench.web, provider, key, task), "web")
        clear(self._column)
        working = Working(_("Trying the key…"))
        working.cancel_button.setText(_("Stop"))
        if self._job is not None:
            working.follow(self._job)
        self._column.addWidget(working)

    def _keep(self) -> None:
        vault, provider, key = self._desk.bench.vault, self._provider, self._key

        def keep(_task: Task) -> Done[Tried]:
            done = search.give(vault, provider, key)
            return Done(Tried(done.value, KeyState.UNTRIED), done.undo)

        self._start(keep, "vault")

    def _start(self, work: Callable[[Task], Done[Tried]], lane: str) -> None:
        label = _(self._provider.label)
        self._job = self._desk.run(
            Operation(
                work,
                lane,
                Changes(settings=True, ledger=True),
                said=lambda _v: _("{source} is ready").format(source=label),
            ),
            then=self._done,
            failed=self._failed,
        )
        self._job.stopped.connect(self._leave)

    def _done(self, tried: Tried) -> None:
        self._forget()
        self.kept.emit(tried)

    def _failed(self, problem: Exception) -> None:
        self._forget()
        self.refused.emit(problem)

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        self._key, self._job = "", None
        clear(self._column)
        self.hide()
