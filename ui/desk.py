"""What every page is handed: the workbench, and the few things a page may ask of the window it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Done, Undo
from footprint.workbench import Workbench
from ui.jobs import Job, Lanes, Operation
from ui.undo import Step, UndoStack


class Desk(QObject):
    """Lives from unlock to lock. Pages call its methods; the window listens to its signals."""

    changed = Signal(object, object)  # Changes, origin (the page that asked, or None)
    went = Signal(str, dict)  # place, details for that page
    said = Signal(str, bool)  # words for the toast, whether Undo stands beside them
    trouble = Signal(str)  # a problem the person can act on, in words
    broke = Signal(object)  # a mistake of ours: the exception
    link_asked = Signal(str)  # an address to open in the person's own browser
    focus_asked = Signal(object)  # a widget to show alone (walk-through), or None to go back
    lock_asked = Signal()
    hide_asked = Signal()
    keep_asked = Signal()
    suggest_asked = Signal()  # the check, to a team
    restore_asked = Signal()
    look_asked = Signal(object)  # a copy (its Path) to look into, in place of what is open
    close_copy_asked = Signal()  # the copy that is looked into
    put_back_asked = Signal(str)  # the name of notes that were set aside
    move_asked = Signal(object)  # the folder everything is to be moved to
    wipe_asked = Signal()  # delete everything; the person has typed the word that confirms it
    settings_changed = Signal(object)  # the new Settings, to be applied at once
    help_asked = Signal(str)
    take_asked = Signal(str)  # the words a line for “Take to supervision” begins with

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.lanes = Lanes(self, bench.log)
        self.undo_stack = UndoStack(self)
        self.keep_offered = False  # whether “Keep this?” has been put at the top once
        self.system_lock_works = False  # whether the app hears it when the computer locks its screen

    # -- doing -----------------------------------------------------------------------------------

    def run(
        self,
        operation: Operation,
        origin: QWidget | None = None,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do something the person asked for. `then` gets the result (the value of a `Done`) on the main thread.

        Give `then` and `failed` as bound methods of a page: a page that is gone by then is not called.
        """
        job = self.lanes.start(operation.lane, operation.work)
        job.finished.connect(lambda answer: self._finished(operation, origin, answer))
        if then is not None:
            job.finished.connect(_Unwrap(then, job).deliver)
        job.failed.connect(failed if failed is not None else self.show_problem)
        return job

    def read(
        self,
        work: Callable[[Task], Any],
        then: Callable[[Any], None],
        *,
        lane: str = "bulk",
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Look something up without changing anything."""
        job = self.lanes.start(lane, work)
        job.finished.connect(then)
        job.failed.connect(failed if failed is not None else self.show_problem)
        return job

    def _finished(self, operation: Operation, origin: QWidget | None, answer: Any) -> None:
        words = operation.said(answer.value if isinstance(answer, Done) else answer) if operation.said else ""
        undoable = isinstance(answer, Done) and bool(answer.undo)
        if isinstance(answer, Done) and answer.undo:
            self.undo_stack.push(Step(answer.undo, words, operation.changes))
        self.changed.emit(operation.changes, origin)
        if words:
            self.said.emit(words, undoable)

    def undo(self) -> None:
        """Take back the newest step."""
        stack = self.undo_stack
        step = stack.take_undo()
        if step is None:
            self.said.emit(_("There is nothing to undo."), False)
        else:
            words = _("Undone: {what}").format(what=step.said) if step.said else _("Undone")
            self._turn(step, words, stack.can_redo, stack.can_undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        stack = self.undo_stack
        step = stack.take_redo()
        if step is None:
            self.said.emit(_("There is nothing to redo."), False)
        else:
            words = _("Done again: {what}").format(what=step.said) if step.said else _("Done again")
            self._turn(step, words, stack.can_undo, stack.can_redo)

    def _turn(self, step: Step, words: str, put: Callable[[Step], None], put_back: Callable[[Step], None]) -> None:
        """Apply the inverse of a step; `put` gets the inverse of that, `put_back` the step itself if it failed."""

        def done(inverse: Undo) -> None:
            put(replace(step, undo=inverse))
            self.changed.emit(step.changes, None)
            self.said.emit(words, False)

        def failed(problem: Exception) -> None:
            put_back(step)
            self.show_problem(problem)

        def turn(_task: Task) -> Undo:
            turned = self.bench.vault.undo(step.undo)
            if step.changes.steps:  # which pack is in use may be another now
                self.bench.renew_checklists()
            return turned

        job = self.lanes.start("vault", turn)
        job.finished.connect(done)
        job.failed.connect(failed)

    # -- asking the window -----------------------------------------------------------------------

    def go(self, place: str, **details: Any) -> None:
        """Show a place ("home", "checklists", "search", "remove", …), perhaps at one thing in it."""
        self.went.emit(place, details)

    def say(self, words: str) -> None:
        self.said.emit(words, False)

    def open_link(self, address: str) -> None:
        """Open an address in the person's own browser, after they have seen the host."""
        self.link_asked.emit(address)

    def show_problem(self, problem: Exception) -> None:
        """A sentence for what the person can act on; the crash page for what is ours to mend."""
        if isinstance(problem, FootprintError):
            self.trouble.emit(str(problem))
        else:
            self.broke.emit(problem)


class _Unwrap(QObject):
    """Hands the value inside a `Done` to a page; a child of the job, so that both go together."""

    def __init__(self, then: Callable[[Any], None], job: Job) -> None:
        super().__init__(job)
        self._then = then

    def deliver(self, answer: Any) -> None:
        page = getattr(self._then, "__self__", None)
        if isinstance(page, QObject) and not isValid(page):
            return
        self._then(answer.value if isinstance(answer, Done) else answer)
