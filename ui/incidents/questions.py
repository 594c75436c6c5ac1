"""The six questions of a note. Each shows what is kept, says what is typed, and looks it over before going on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import N_, _
from footprint.log.incidents import LONGEST_LINE, Incident
from ui.desk import Desk
from ui.incidents.days import day_problem, good_day, show_typed, typed_day
from ui.incidents.now import Now
from ui.incidents.proofs import ProofCard
from ui.incidents.telling import Telling
from ui.kit.date_field import DateField
from ui.kit.fields import Field, NotesBox, TextBox
from ui.kit.theme import space

TITLES = (
    N_("What happened?"),
    N_("When did you notice it?"),
    N_("Where is it?"),
    N_("Who does it concern?"),
    N_("Who have you told?"),
    N_("What do you want from your manager?"),
)


class Question(QWidget):
    """One page of the note. `changed` tells of every key typed; `did` of something to keep at once."""

    title: ClassVar[str] = ""
    hint: ClassVar[str] = ""
    optional: ClassVar[bool] = True
    changed = Signal()

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__()
        self.desk, self.now = desk, now
        self.column = QVBoxLayout(self)
        space(self.column, 16)

    def answers(self) -> dict[str, Any]:
        """What stands in the boxes, as typed."""
        return {}

    def problems(self) -> list[tuple[str, Field]]:
        """What must be put right before going on, each beside its field."""
        return []

    def show_now(self, now: Now) -> None:
        """Something else changed the note."""
        self.now = now


class What(Question):
    title = TITLES[0]
    hint = N_("What you saw or what was said, in your own words. A few sentences are enough.")
    optional = False

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(desk, now)
        self.box = NotesBox(_(TITLES[0]), rows=7)
        self.box.setPlainText(now.note.what)
        self.box.textChanged.connect(self.changed)
        self.field = Field(_("In your own words"), self.box)
        self.column.addWidget(self.field)

    def answers(self) -> dict[str, Any]:
        return {"what": self.box.toPlainText()}

    def problems(self) -> list[tuple[str, Field]]:
        self.field.clear_error()
        return [] if self.box.toPlainText().strip() else [(_("Say in a few words what happened."), self.field)]


class When(Question):
    title = TITLES[1]
    hint = N_("The day, and the time if you know it. “About 9pm” is fine.")

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(desk, now)
        self.day = DateField(_("The day you noticed it"))
        _show_day(self.day, now.note)
        self.day.changed.connect(self.changed)
        self.at = TextBox(_("The time"))
        self.at.setMaxLength(LONGEST_LINE)
        self.at.setText(now.note.seen_at)
        self.at.textEdited.connect(self.changed)
        self.day_field = Field(_("The day you noticed it"), self.day, optional=True)
        self.at_field = Field(_("The time"), self.at, optional=True)
        self.column.addWidget(self.day_field)
        self.column.addWidget(self.at_field)

    def answers(self) -> dict[str, Any]:
        day = good_day(self.desk, self.day)
        typed = "" if day is not None else typed_day(self.day)
        return {"seen_on": day, "seen_typed": typed, "seen_at": self.at.text()}

    def problems(self) -> list[tuple[str, Field]]:
        self.day_field.clear_error()
        words = day_problem(self.desk, self.day, _NOTICED)
        return [(words, self.day_field)] if words else []


class Where(Question):
    title = TITLES[2]
    hint = N_("Paste the address, or say where it is in words. Keep a copy before it goes.")

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(desk, now)
        self.box = TextBox(_("Address or place"))
        self.box.setMaxLength(LONGEST_LINE)
        self.box.setText(now.note.place)
        self.box.textEdited.connect(self.changed)
        self.field = Field(_("Address or place"), self.box, optional=True)
        self.proofs = ProofCard(desk, now)
        self.column.addWidget(self.field)
        self.column.addWidget(self.proofs)

    def answers(self) -> dict[str, Any]:
        return {"place": self.box.text()}

    def show_now(self, now: Now) -> None:
        super().show_now(now)
        self.proofs.show_now(now)


class Concerns(Question):
    title = TITLES[3]
    hint = N_("Write roles and not names, such as “me”, “a colleague”, or “an adult I work with”.")

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(desk, now)
        self.box = TextBox(_("Roles or initials"))
        self.box.setMaxLength(LONGEST_LINE)
        self.box.setText(now.note.concerns)
        self.box.textEdited.connect(self.changed)
        self.column.addWidget(Field(_("Roles or initials"), self.box, optional=True))

    def answers(self) -> dict[str, Any]:
        return {"concerns": self.box.text()}


class ToldWhom(Question):
    title = TITLES[4]
    hint = N_("Add each person you have told by their role. Then say what you agreed.")

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(desk, now)
        self.telling = Telling(desk, now)
        self.telling.changed.connect(self.changed)
        self.agreed = NotesBox(_("What was agreed"), rows=3)
        self.agreed.setPlainText(now.note.agreed)
        self.agreed.textChanged.connect(self.changed)
        self.column.addWidget(self.telling)
        self.column.addWidget(Field(_("What was agreed"), self.agreed, optional=True))

    def answers(self) -> dict[str, Any]:
        return {"agreed": self.agreed.toPlainText(), "telling": self.telling.typed}

    def problems(self) -> list[tuple[str, Field]]:
        """What stands in the boxes and was not added yet is added on going on."""
        return self.telling.problems()

    def show_now(self, now: Now) -> None:
        super().show_now(now)
        self.telling.show_now(now)


class Wanted(Question):
    title = TITLES[5]
    hint = N_("Such as advice, somebody to answer for the service, or help to have it taken down.")

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(desk, now)
        self.box = NotesBox(_("What would help"), rows=5)
        self.box.setPlainText(now.note.wanted)
        self.box.textChanged.connect(self.changed)
        self.column.addWidget(Field(_("What would help"), self.box, optional=True))

    def answers(self) -> dict[str, Any]:
        return {"wanted": self.box.toPlainText()}


QUESTIONS: Sequence[type[Question]] = (What, When, Where, Concerns, ToldWhom, Wanted)
_NOTICED = N_("The day you noticed it must be today or in the past.")


def _show_day(field: DateField, note: Incident) -> None:
    if note.seen_on is not None:
        field.set_date(note.seen_on)
    else:
        show_typed(field, note.seen_typed)
