"""Writing it down in focus mode: six short questions one after another, each kept as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from shiboken6 import isValid

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log import incidents
from footprint.log.incidents import BadIncident, Incident
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.checklists.frame import Frame
from ui.desk import Desk
from ui.help_now.button import help_now_button
from ui.incidents.now import Now, read_now
from ui.incidents.questions import QUESTIONS, TITLES, Question, ToldWhom
from ui.incidents.side import Reminder, WhoToTell
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, ErrorSummary, bring_into_view
from ui.kit.steps import StepRow, StepState
from ui.kit.text import Heading, PlainLabel
from ui.page import clear

PAUSE_MS = 600
_LAST = len(QUESTIONS) - 1
_TOLD = QUESTIONS.index(ToldWhom)


class IncidentWalk(Frame):
    """Handed to `desk.focus_asked`. `left_it` says that the person goes away, `ended` that the note is written."""

    help_topic: ClassVar[str] = "incidents"

    left_it = Signal()
    ended = Signal(str)
    contacts_asked = Signal()

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(now.note.kind.label)
        self.desk, self.now = desk, now
        self.at = now.note.step
        self.question: Question | None = None
        self.caution: Banner | None = None
        self._minded: set[str] = set()  # words that look like case data and were looked at and left
        self._unsaved = False
        self._said_saved = False
        self.back_to_list.setText(_("Incident notes"))
        self.progress.bar.setAccessibleName(_("Questions answered"))
        self.steps.setAccessibleName(_("Questions"))
        self.primary = self.go_on
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.leave.connect(self.go_away)
        self.lock.connect(self._lock)
        self.step_chosen.connect(lambda key: self.show_question(int(key)))
        self.go_on.clicked.connect(self._next)
        self.back_button.clicked.connect(lambda: self.show_question(self.at - 1))
        self.skip.clicked.connect(self._skip)
        desk.changed.connect(self._on_changed)
        desk.trouble.connect(self.show_trouble)
        self._fill()

    # -- what the window may press -----------------------------------------------------------------

    def arrive(self) -> None:
        focus_heading(self.heading)

    def back(self) -> None:
        """Alt+Left."""
        self.go_away()

    def escape(self) -> bool:
        self.go_away()
        return True

    def choose(self, number: int) -> None:
        """Nothing here is numbered."""

    def go_away(self) -> None:
        """Leave. What is typed is kept."""
        self.flush()
        self.left_it.emit()

    def _lock(self) -> None:
        self.flush()
        self.desk.lock_asked.emit()

    def put_away(self) -> None:
        """The app is about to lock: keep what is typed, here and now."""
        self._pause.stop()
        answers = self._pending()
        if answers:
            incidents.keep(self.desk.bench.vault, self.now.note, **_short(answers))
            self._unsaved = False

    # -- showing -----------------------------------------------------------------------------------

    def show_question(self, at: int) -> None:
        """Go to a question; what is typed in this one is kept."""
        self._add_told()
        self.at = max(0, min(at, _LAST))
        self._keep({**self._pending(), "step": self.at})
        self.now = replace(self.now, whole=replace(self.now.whole, incident=self._typed_note()))
        self._fill()

    def _fill(self) -> None:
        kind = QUESTIONS[self.at]
        self.clear_content()
        self.caution = None
        self.heading = Heading(_(kind.title), "h1")
        self.content.addWidget(self.heading)
        self.content.addWidget(PlainLabel(_(kind.hint), "body", "text2"))
        self.summary = ErrorSummary()
        self.content.addWidget(self.summary)
        self.question = kind(self.desk, self.now)
        self.question.changed.connect(self._typed)
        self.content.addWidget(self.question)
        self.content.addWidget(
            PlainLabel(
                _("This is not a report. Tell your line manager straight away. This helps you write it down."),
                "small",
                "text2",
            )
        )
        self._fill_side()
        self._show_place()
        self._unsaved = False
        self.show_heading(self.heading, focus=self.isVisible())

    def _fill_side(self) -> None:
        tell = WhoToTell(self.now.in_line, manager_fits=self.now.note.manager_fits)
        tell.turned.connect(self._turn)
        tell.edit.connect(self._contacts)
        self.tell = tell
        self.side.addWidget(Reminder())
        self.side.addWidget(tell)
        self.side.addWidget(help_now_button(self))

    def _state(self, at: int) -> StepState:
        if at == self.at:
            return StepState.HERE
        return StepState.DONE if _answered(self.now, at) else StepState.TODO

    def _name_steps_button(self) -> None:
        """The frame would say “checks”."""
        hide, show = _("Hide the list of questions"), _("Show all {n} questions").format(n=len(TITLES))
        self.all_steps.setText(hide if self._steps_open else show)

    def _show_place(self) -> None:
        rows = [StepRow(str(at), _(title), self._state(at)) for at, title in enumerate(TITLES)]
        self.want_steps(len(rows))
        self.steps.show(rows)
        said = _("Question {n} of {total}").format(n=self.at + 1, total=len(rows))
        self.progress.show(self.at, len(rows), said)
        self.say_left(said)
        self.back_button.setVisible(self.at > 0)
        self.skip.setVisible(QUESTIONS[self.at].optional and self.at < _LAST)
        self.go_on.setText(_("Save note") if self.at == _LAST else _("Save and continue"))

    # -- keeping -----------------------------------------------------------------------------------

    def _typed(self) -> None:
        self._unsaved = True
        self._pause.start()

    def _pending(self) -> dict[str, Any]:
        """What is typed and not kept yet."""
        if self.question is None or not isValid(self.question) or not self._unsaved:
            return {}
        return {**self.question.answers(), "step": self.at}

    def _typed_note(self) -> Incident:
        """The note with what stands in the boxes."""
        return replace(self.now.note, **self.question.answers()) if self.question is not None else self.now.note

    def flush(self) -> None:
        """Keep what is typed now."""
        self._pause.stop()
        self._keep(self._pending())

    def _keep(self, answers: dict[str, Any]) -> None:
        if not answers:
            return
        self._unsaved = False
        vault, note = self.desk.bench.vault, self.now.note
        # No step back for each pause in typing: undo would take away half a word.
        self.desk.run(
            Operation(lambda _task: incidents.keep(vault, note, **answers).value, changes=Changes(incidents=True)),
            origin=self,
            then=self._kept,
            failed=self._not_kept,
        )

    def _kept(self, note: Incident) -> None:
        if not isValid(self):
            return
        self.now = replace(self.now, whole=replace(self.now.whole, incident=note), kept=True)
        if not self._said_saved:
            self._said_saved = True
            announce(self, _("Saved"))

    def _not_kept(self, problem: Exception) -> None:
        self._unsaved = True
        if isinstance(problem, BadIncident) and isValid(self):
            self.show_trouble(str(problem))
        else:
            self.desk.show_problem(problem)

    # -- going on ----------------------------------------------------------------------------------

    def _skip(self) -> None:
        self.show_question(self.at + 1)

    def _next(self) -> None:
        if self.question is None:
            return
        found = self.question.problems()
        if found:
            for words, field in found:
                field.show_error(words)
            self.summary.show_problems(found)
            return
        self.summary.clear()
        if self._warned():
            return
        if self.at < _LAST:
            self.show_question(self.at + 1)
        elif self.now.note.telling:  # a telling that could not be added, because of its day
            self.show_question(_TOLD)
            self._next()
        else:
            self._unsaved = True
            self.flush()
            self._finish()

    def _add_told(self) -> None:
        """Whoever stands in the boxes is added on leaving the question, whichever way it is left."""
        question = self.question
        if isinstance(question, ToldWhom) and question.telling.typed:
            self._keep({**self._pending(), "step": self.at})  # there must be a note to add it to
            question.telling.add()

    def _warned(self) -> bool:
        """Say once what looks like case data; pressed again it is kept as it is."""
        found = [one for one in incidents.cautions(self._typed_note(), self.now.own) if one.words not in self._minded]
        mine = tuple(one for one in found if one.field in self._fields())
        if not mine:
            return False
        self._minded |= {one.words for one in mine}
        if self.caution is not None:
            self.caution.hide()
            self.caution.deleteLater()
        keep = Btn(_("Keep it as it is"))
        keep.clicked.connect(self._next)
        quoted = ", ".join(f"“{one.words}”" for one in mine)
        self.caution = Banner("warn", incidents.warning(mine), _("You wrote: {words}").format(words=quoted), keep)
        self.content.insertWidget(2, self.caution)
        bring_into_view(self.caution)
        keep.setFocus()
        return True

    def _fields(self) -> frozenset[str]:
        return frozenset(self.question.answers()) if self.question is not None else frozenset()

    def _finish(self) -> None:
        vault, note = self.desk.bench.vault, self.now.note.id
        self.desk.run(
            Operation(
                lambda _task: incidents.finish(vault, note).value,
                changes=Changes(incidents=True),
                said=lambda _note: _("Note saved"),
            ),
            origin=self,
            then=self._finished,
            failed=self._unfinished,
        )

    def _finished(self, note: Incident) -> None:
        self.ended.emit(note.id)

    def _unfinished(self, problem: Exception) -> None:
        """The first question was left empty."""
        if isinstance(problem, BadIncident) and isValid(self):
            self.show_question(0)
            self._next()
        else:
            self.desk.show_problem(problem)

    # -- who to tell -------------------------------------------------------------------------------

    def _turn(self, fits: bool) -> None:
        self.flush()
        self._keep({"manager_fits": fits, "step": self.at})
        self._read_again()

    def _contacts(self) -> None:
        self.flush()
        self.contacts_asked.emit()

    # -- changes from elsewhere --------------------------------------------------------------------

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if origin is not self and (changes.incidents or changes.items):
            self._read_again()

    def _read_again(self) -> None:
        """On the lane of the changes, so that it sees those that are still on their way."""
        vault, note = self.desk.bench.vault, self.now.note.id
        bench = self.desk.bench
        self.desk.read(
            lambda _task: read_now(vault, note, bench.pack), self._show_read, lane="vault", failed=self._not_there
        )

    def _show_read(self, now: Now) -> None:
        if not isValid(self):
            return
        turned = now.in_line != self.now.in_line
        self.now = now
        if self.question is not None:
            self.question.show_now(now)
        if turned:
            held = self.tell.turn.hasFocus()
            clear(self.side)
            self._fill_side()
            if held:
                self.tell.turn.setFocus()

    def _not_there(self, problem: Exception) -> None:
        if not isinstance(problem, NotFound):
            self.desk.show_problem(problem)


def _short(answers: dict[str, Any]) -> dict[str, Any]:
    """What can be kept of it at the last moment, when nobody can be asked to shorten it any more."""
    return {name: one[: incidents.LONGEST] if isinstance(one, str) else one for name, one in answers.items()}


def _answered(now: Now, at: int) -> bool:
    note = now.note
    return bool(
        (
            note.what.strip(),
            note.seen_on or note.seen_at.strip(),
            note.place.strip() or now.whole.proofs,
            note.concerns.strip(),
            now.whole.told or note.agreed.strip(),
            note.wanted.strip(),
        )[at]
    )
