"""The walk-through of one network in focus mode: it keeps every answer at once and decides what comes next."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from footprint import checklists
from footprint.checklists import Answer, Check, Given, Guidance, Kind, Note, NoteKind, State
from footprint.i18n import _, ngettext
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.checklists import trail as trails
from ui.checklists import words
from ui.checklists.finish import Finish
from ui.checklists.frame import Frame
from ui.checklists.now import Now, Overview, read_network, read_overview
from ui.checklists.pages import SettingsPageView
from ui.checklists.same import Same
from ui.checklists.step_rows import step_rows
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.access import announce


class WalkThrough(Frame):
    """Handed to `desk.focus_asked`. `left` says that the person is done with it; everything is kept by then."""

    help_topic: ClassVar[str] = "walk"

    left_it = Signal()
    to_phone = Signal()
    to_network = Signal(str)
    part_done = Signal(int)  # how many of the checks asked for were answered

    def __init__(
        self, desk: Desk, now: Now, guidance: Guidance, *, check: str = "", part: Collection[str] = ()
    ) -> None:
        """At `check`, or where the person stopped; a second visit starts with "Still the same?".

        With `part` only these checks are asked, and `part_done` is said in place of the finish page.
        """
        super().__init__(_title(now))
        self.desk, self.now, self.guidance = desk, now, guidance
        self.view: SettingsPageView | Same | Finish | None = None
        self.trail = trails.essentials(now)
        self._resumed = checklists.stopped_in_words(now.progress) if not check else ""
        self._said_saved = False
        self._part = frozenset(part)
        self._answered: set[str] = set()
        self.primary = self.go_on
        self.leave.connect(self.go_away)
        self.lock.connect(self._lock)
        self.step_chosen.connect(self.show_check)
        self.back_button.clicked.connect(self.back)
        self.skip.clicked.connect(self._skip)
        self.go_on.clicked.connect(self._go_on)
        desk.changed.connect(self._on_changed)
        desk.trouble.connect(self.show_trouble)
        asked = trails.at_check(now, check) if check else None
        if self._part:
            self.trail = trails.only(now, set(self._part))
            self.trail = (self.trail.to(check) if check else None) or self.trail
            self._show_page()
        elif asked is not None:
            self.trail = asked
            self._show_page()
        elif now.progress.state in (State.DUE, State.DONE):
            self._show_same()
        else:
            self._show_page()

    # -- what the window may press -----------------------------------------------------------------

    def arrive(self) -> None:
        if self.heading_now is not None:
            focus_heading(self.heading_now)

    def back(self) -> None:
        """Alt+Left: the page before; from the first one, to the list."""
        self.flush()
        if isinstance(self.view, Same) or self.trail.at == 0 or not self.trail.pages:
            self.go_away()
            return
        self.trail = self.trail.moved(-1)
        self._show_page()

    def escape(self) -> bool:
        self.go_away()
        return True

    def go_away(self) -> None:
        """Leave. Answers are kept already; what is being typed is kept now."""
        self.flush()
        self.left_it.emit()

    def flush(self) -> None:
        if isinstance(self.view, SettingsPageView):
            self.view.flush()

    def to_take(self) -> str:
        """The check at hand for “Take to supervision”, by its title and without its answer."""
        question = self.view.at_hand() if isinstance(self.view, SettingsPageView) else None
        return "" if question is None else self._line_of(question.check)

    def _line_of(self, check: Check) -> str:
        from footprint.supervision import take

        return take.from_check(check.title, self.now.network.name)

    def put_away(self) -> None:
        """The app is about to lock: keep what is typed, here and now."""
        if not isinstance(self.view, SettingsPageView):
            return
        vault, network = self.desk.bench.vault, self.now.network
        for question in self.view.questions:
            for kind, text in question.pending():
                keep = checklists.note if kind is NoteKind.NOTE else checklists.looks_different
                keep(vault, network, question.check, text)
            question.mark_kept()

    def choose(self, number: int) -> None:
        """Ctrl+1 to Ctrl+5: a choice of the check the focus is in, else of the first without an answer."""
        if not isinstance(self.view, SettingsPageView):
            return
        question = self.view.at_hand()
        if question is not None:
            question.choose(number)

    def hideEvent(self, event: QHideEvent) -> None:
        """Shown no more, by whatever way: what is typed is kept."""
        if not event.spontaneous():
            self.flush()
        super().hideEvent(event)

    def _lock(self) -> None:
        self.flush()
        self.desk.lock_asked.emit()

    # -- moving ------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        view = self.view
        if isinstance(view, Same):
            self._confirm(view)
        elif isinstance(view, Finish):
            self.go_away()
        elif isinstance(view, SettingsPageView):
            missing = view.unanswered()
            if missing is not None:
                missing.show_problem(words.choose_first(missing.check))
                self.area.ensureWidgetVisible(missing.choices)
                return
            self._skip()

    def _skip(self) -> None:
        self.flush()
        self.trail = self.trail.moved(1)
        self._show_page()

    def show_check(self, check_id: str) -> None:
        """From the list of steps or the finish page."""
        self.flush()
        found = self.trail.to(check_id) or trails.at_check(self.now, check_id)
        if found is not None:
            self.trail = found
            self._show_page()

    def _go_through_all(self) -> None:
        self.trail = trails.whole(self.now)
        self._show_page()

    def _go_further(self) -> None:
        self.trail = trails.further(self.now)
        self._show_page()

    def _confirm(self, view: Same) -> None:
        same, again = view.same(), view.changed()
        self.trail = trails.only(self.now, again)
        if not same:
            self._show_page()
            return
        network, answers, vault = self.now.network, self.now.answers, self.desk.bench.vault
        self.desk.run(
            Operation(
                lambda _task: checklists.confirm_same(vault, network, answers, same), changes=Changes(answers=True)
            ),
            origin=self,
            then=self._confirmed,
        )

    def _confirmed(self, answers: tuple[Answer, ...]) -> None:
        self.now = self.now.with_answers(answers)
        self._show_page()

    # -- showing -----------------------------------------------------------------------------------

    def _show_page(self) -> None:
        if self.trail.finished and self._part:
            self.part_done.emit(len(self._answered & self._part))
            return
        if self.trail.finished:
            self._read_finish()
            return
        view = SettingsPageView(self.now, self.trail, self.guidance, on=self._on(), resumed=self._resumed)
        self._resumed = ""
        view.opened.connect(self.desk.open_link)
        for question in view.questions:
            question.given.connect(self._keep)
            question.noted.connect(self._write_note)
            question.swapped.connect(self._remember_on)
            question.history_asked.connect(self._read_history)
            question.old_photo.connect(self._old_photo)
            question.taken.connect(lambda check: self.desk.take_asked.emit(self._line_of(check)))
            question.asked_more.connect(self.reveal)
        rows = len(step_rows(self.trail, self.now))
        self._put(view, steps=rows, skip=True, go_on=_("Save and continue"), beside=view.side_widgets())
        self._show_progress()

    def _show_same(self) -> None:
        view = Same(self.now)
        view.whole.connect(self._go_through_all)
        self._put(view, steps=0, skip=False, go_on=_("Save and continue"))
        self._show_progress()

    def _read_finish(self) -> None:
        self.desk.read(lambda _task: read_overview(self.desk.bench), self._show_finish)

    def _show_finish(self, overview: Overview) -> None:
        if not isValid(self):
            return
        network = self.now.network.id
        own = self.now.network.kind is Kind.NETWORK
        view = Finish(self.now, after=overview.next_after(network), phone=overview.on_phone if own else 0)
        view.open_check.connect(self.show_check)
        view.further.connect(self._go_further)
        view.phone.connect(self.to_phone)
        view.another.connect(self.to_network)
        self._put(view, steps=0, skip=False, go_on=_("Done"))
        self._show_progress()

    def _put(
        self,
        view: SettingsPageView | Same | Finish,
        *,
        steps: int,
        skip: bool,
        go_on: str,
        beside: Iterable[QWidget] = (),
    ) -> None:
        self.clear_content()
        self.view = view
        self.content.addWidget(view)
        for widget in beside:
            self.side.addWidget(widget)
        self.skip.setVisible(skip)
        self.go_on.setText(go_on)
        self.want_steps(steps)
        self.show_heading(view.heading, focus=True)

    def _show_progress(self) -> None:
        one = self.now.progress
        finishing = isinstance(self.view, Finish)
        if isinstance(self.view, Same):
            again = [state.check for page in self.now.second.again for state in page.checks]
            done, total, minutes = one.dealt_with, one.total, 1 + checklists.minutes(again)
        elif (self.trail.further or self._part) and not finishing:
            states = self.trail.states(self.now)
            done, total = sum(state.dealt_with for state in states), len(states)
            minutes = checklists.minutes(state.check for state in states if state.open)
        else:
            done, total, minutes = one.dealt_with, one.total, one.minutes_left
        said = ngettext("{done} of {total} check done", "{done} of {total} checks done", total)
        self.progress.show(done, total, said.format(done=done, total=total))
        self.say_left("" if finishing else words.minutes_left(minutes))
        if isinstance(self.view, SettingsPageView):
            self._show_steps()

    def _show_steps(self) -> None:
        self.steps.show(step_rows(self.trail, self.now))

    def _on(self) -> str:
        return self.desk.bench.settings.now.steps_on

    def _remember_on(self, on: str) -> None:
        self.desk.bench.settings.hold(replace(self.desk.bench.settings.now, steps_on=on))
        if isinstance(self.view, SettingsPageView):
            for question in self.view.questions:
                question.show_on(on)

    # -- keeping -----------------------------------------------------------------------------------

    def _keep(self, given: Given) -> None:
        network, vault = self.now.network, self.desk.bench.vault
        self.desk.run(
            Operation(lambda _task: checklists.answer_together(vault, network, [given]), changes=Changes(answers=True)),
            origin=self,
            then=self._kept,
            failed=self._not_kept,
        )

    def _not_kept(self, problem: Exception) -> None:
        """Say why, and show what is kept: nothing on the screen claims more than the vault has."""
        self.desk.show_problem(problem)
        if isinstance(self.view, SettingsPageView):
            self.view.show_now(self.now)

    def _kept(self, answers: tuple[Answer, ...]) -> None:
        self.now = self.now.with_answers(answers)
        self._answered.update(one.check for one in answers)
        if not isinstance(self.view, SettingsPageView):
            return
        self.view.show_now(self.now)
        for one in answers:
            question = self.view.question(one.check)
            if question is not None:
                question.say_saved()
        self._say_saved_once()
        self._show_progress()

    def _say_saved_once(self) -> None:
        if not self._said_saved:
            self._said_saved = True
            announce(self, _("Saved"))

    def _write_note(self, check: Check, kind: NoteKind, text: str) -> None:
        network, vault = self.now.network, self.desk.bench.vault
        write = checklists.note if kind is NoteKind.NOTE else checklists.looks_different

        def written(note: Note | None) -> None:
            if isValid(self):
                self._noted(check, kind, note)

        self.desk.run(
            Operation(lambda _task: write(vault, network, check, text), changes=Changes(answers=True)),
            origin=self,
            then=written,
        )

    def _noted(self, check: Check, kind: NoteKind, note: Note | None) -> None:
        self.now = self.now.with_note(check, kind, note)
        if isinstance(self.view, SettingsPageView):
            question = self.view.question(check.id)
            if question is not None:
                question.say_saved()
        self._say_saved_once()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        """Something else changed the answers: undo, above all."""
        if origin is self or not changes.answers:
            return
        bench, network = self.desk.bench, self.now.network.id
        self.desk.read(lambda _task: read_network(bench, network), self._show_now)

    def _show_now(self, now: Now) -> None:
        if not isValid(self):
            return
        self.now = now
        if isinstance(self.view, SettingsPageView):
            self.view.show_now(now)
            self._show_progress()
        elif isinstance(self.view, Same):
            self._show_same()

    # -- beside it ---------------------------------------------------------------------------------

    def _read_history(self, check: Check) -> None:
        vault, network = self.desk.bench.vault, self.now.network

        def show(found: Any) -> None:
            from ui.checklists.history import HistorySheet

            if isValid(self):
                HistorySheet(self, check, found).open()

        self.desk.read(lambda _task: checklists.history(vault, network, check), show)

    def _old_photo(self, check: Check) -> None:
        network = self.now.network.id
        self.go_away()
        self.desk.go("remove", new=True, network=network, check=check.id)


def _title(now: Now) -> str:
    name = now.network.name
    return _("{name} privacy and password checks").format(name=name) if now.network.kind is Kind.NETWORK else name
