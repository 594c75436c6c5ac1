"""A reflective note for the person's own record of learning: four short questions, kept as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import load_guidance
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.reports import Paper
from footprint.supervision import reflection
from footprint.supervision.reflection import STANDARDS, Reflection
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.date_field import DateField
from ui.kit.fields import Field, NotesBox
from ui.kit.layout import Fold
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.supervision.now import Now
from ui.supervision.own_files import OwnFiles

CHANGES = Changes(supervision=True)
AT_ONCE = 12


class NotesView(QWidget):
    """The notes there are, and a button for a new one."""

    opened = Signal(str)  # the id of a note; "" for a new one

    def __init__(self, now: Now) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 16)
        card = Card("hero", _("What did you take from it?"))
        card.add(PlainLabel(_("4 short questions, about 10 minutes. The note is yours: it is never in a summary.")))
        self.new = Btn(_("Write a reflective note"), "primary", "edit")
        self.new.clicked.connect(lambda: self.opened.emit(""))
        card.add(ButtonRow(self.new))
        column.addWidget(card)
        self.rows: list[RowButton] = []
        if now.notes:
            column.addWidget(self._listed(now))

    def _listed(self, now: Now) -> RowsCard:
        card = RowsCard(_("Your notes"))
        shown = now.notes[:AT_ONCE]
        for one in shown:
            card.body.addWidget(self._row(one, last=one is shown[-1]))
        if now.notes[AT_ONCE:]:
            fold = Fold(_("Earlier notes"))
            rest = now.notes[AT_ONCE : AT_ONCE * 8]

            def fill(is_open: bool) -> None:
                for one in rest if is_open and not fold.body.count() else ():
                    fold.body.addWidget(self._row(one))

            fold.toggled.connect(fill)
            card.add_beside(fold)
        return card

    def _row(self, one: Reflection, *, last: bool = False) -> RowButton:
        first = next((text for text in (one.looked, one.learned, one.change, one.standards) if text.strip()), "")
        row = RowButton(day_in_words(one.day), " ".join(first.split())[:80], last=last)
        row.clicked.connect(lambda: self.opened.emit(one.id))
        self.rows.append(row)
        return row


class NoteView(QWidget):
    """One note. It is saved with its button, and when the person goes away from it."""

    done = Signal()

    def __init__(self, desk: Desk, now: Now, one: Reflection) -> None:
        super().__init__()
        self._desk, self._now, self.note = desk, now, one
        self.kept = any(note.id == one.id for note in now.notes)
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.boxes: dict[str, NotesBox] = {}
        self._column.addWidget(self._questions())
        self.files = OwnFiles(
            desk,
            self._paper,
            "reflective-note",
            _("A reflective note"),
            _("It holds your own words. Leave out names and anything from a case."),
        )
        self._column.addWidget(self.files)

    def _questions(self) -> Card:
        card = Card()
        space(card.body, 16, (20, 18, 20, 18))
        caution = _("Do not write about people you work with. Your registration body may ask to see notes like this.")
        card.add(Banner("info", _("Keep it about you"), caution, quiet=True))
        self.day = DateField(_("Date"))
        self.day.set_date(self.note.day)
        self.day_field = Field(_("Date"), self.day)
        card.add(self.day_field)
        self.fields: dict[str, Field] = {}
        for question in reflection.questions(self._now.regulator):
            box = NotesBox(question.words, rows=4)
            box.setPlainText(getattr(self.note, question.field))
            self.boxes[question.field] = box
            self.fields[question.field] = Field(question.words, box, question.hint)
            card.add(self.fields[question.field])
        card.add(self._guidance())
        self.save_button = Btn(_("Save note"), "primary")
        self.save_button.clicked.connect(lambda: self.save(self.done.emit))
        self.delete_button = Btn(_("Delete note"), "quiet", "trash")
        self.delete_button.clicked.connect(self._delete)
        self.delete_button.setVisible(self.kept)
        card.add(ButtonRow(self.save_button, self.delete_button))
        return card

    def _guidance(self) -> Fold:
        """The statements that bear on standards, by id; read when it is opened."""
        fold = Fold(_("What the guidance says about standards"))

        def fill(is_open: bool) -> None:
            if is_open and not fold.body.count():
                known = {one.id: one for one in load_guidance().statements}
                for key in STANDARDS:
                    if key in known:
                        fold.body.addWidget(PlainLabel(f"{key}: {known[key].text}"))

        fold.toggled.connect(fill)
        return fold

    def typed(self) -> Reflection:
        """The note as it stands in the boxes; the day as it was where the boxes hold none."""
        try:
            day = self.day.date() or self.note.day
        except ValueError:
            day = self.note.day
        return replace(self.note, day=day, **{field: box.toPlainText() for field, box in self.boxes.items()})

    @property
    def changed(self) -> bool:
        return self.typed() != self.note and not self.typed().empty

    def save(self, then: Callable[[], object]) -> None:
        """Keep it, and go on with `then`; every problem is said beside its box."""
        problem = self._problem()
        self.day_field.clear_error()
        for field in self.fields.values():
            field.clear_error()
        if problem:
            field, words = problem
            (self.day_field if field == "day" else self.fields[field]).show_error(words)
            return
        one, vault = self.typed(), self._desk.bench.vault
        self.note = one
        self._desk.run(
            Operation(
                lambda _task: reflection.keep(vault, one), changes=CHANGES, said=lambda _one: _("Saved your note")
            )
        )
        then()

    def _problem(self) -> tuple[str, str] | None:
        try:
            day = self.day.date()
        except ValueError as problem:
            return "day", str(problem)
        if day is None or not date(1990, 1, 1) <= day <= self._now.today:
            return "day", _("The day of the note must be today or in the past.")
        if self.typed().empty:
            return "looked", _("Write a few words first.")
        long = [field for field, box in self.boxes.items() if len(box.toPlainText()) > reflection.LONGEST]
        return (long[0], _("This is too long to keep. Make it shorter.")) if long else None

    def keep_soon(self) -> None:
        """Keep what is typed: the person goes somewhere else in the app."""
        if self.changed and self._problem() is None:
            one, vault = self.typed(), self._desk.bench.vault
            self.note = one
            self._desk.run(
                Operation(
                    lambda _task: reflection.keep(vault, one), changes=CHANGES, said=lambda _one: _("Saved your note")
                )
            )

    def keep_now(self) -> None:
        """Keep what is typed, at once and on this thread: the app is about to lock."""
        if self.changed and self._problem() is None:
            self.note = reflection.keep(self._desk.bench.vault, self.typed()).value

    def _delete(self) -> None:
        vault, key = self._desk.bench.vault, self.note.id
        self.note = self.typed()  # nothing is left to keep
        self._desk.run(
            Operation(lambda _task: reflection.remove(vault, key), changes=CHANGES, said=lambda _one: _("Note deleted"))
        )
        self.done.emit()

    def _paper(self) -> Paper:
        return reflection.reflection_paper(self.typed(), self._now.regulator)
