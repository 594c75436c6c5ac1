"""Before a copy is kept: two questions about what it shows, and for a picture what to cut off and cover."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint import log
from footprint.i18n import _
from footprint.log import Answer, Edit, Shows
from footprint.tasks import Task
from ui.desk import Desk
from ui.help_now.words import Part
from ui.incoming import Incoming
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.choices import Choices, Option, Tick
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel
from ui.log.copies.cover_part import CoverPart
from ui.log.words import as_image


@dataclass(frozen=True)
class Decided:
    """How to keep it: what it shows, whether its page was read, and for a picture what to change (None: nothing)."""

    shows: Shows
    thought: bool
    edit: Edit | None
    original_too: bool


class KeepSheet(Sheet):
    """`decided` carries a `Decided`; closing it in any other way keeps nothing."""

    WIDTH = 690
    decided = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, incoming: Incoming, *, may_change: bool = True) -> None:
        super().__init__(parent, _("Before you keep it"))
        self._desk, self._incoming = desk, incoming
        self._may_change = may_change and incoming.is_picture
        self.add(PlainLabel(incoming.name or _("A picture you pasted"), "label"))
        self.undressed = self._ask(_("Does it show someone undressed?"))
        self.under_18 = self._ask(_("Is anyone in it under 18?"))
        self.never = self._banner(
            _("The app does not keep this one"),
            _(
                "It was right to stop here. Having a copy of such a picture can be a crime, whatever it is for. "
                "Nothing of it was kept. There are people who know what to do now."
            ),
            Part.CHILD,
            _("What to do now"),
        )
        self.private = self._banner(
            _("You need not keep it"),
            _(
                "The address and the messages around it help as much. "
                "But the police may want to see the picture as it is, and you may keep it for that."
            ),
            Part.IMAGE,
            _("Read about private pictures"),
        )
        self.thought = Tick(
            _("I have thought about it and want to keep it"),
            _("It stays covered and locked, and is left out of files you make unless you say so."),
        )
        self.thought.toggled.connect(lambda _on: self._show())
        self.add(self.thought)
        self.faces = PlainLabel(_("You can cover the child’s face before you keep it."), "small", "text2")
        self.add(self.faces)
        self.cover = CoverPart()
        self.cover.opened.connect(self._read_picture)
        self.add(self.cover)
        leave = self.add_button(Btn(_("Do not keep it")))
        leave.clicked.connect(self.reject)
        self.keep = self.add_button(Btn(_("Keep it"), "primary"))
        self.keep.clicked.connect(self._decide)
        self._show()
        self.undressed.focus_first()

    # -- asking --------------------------------------------------------------------------------------

    def _ask(self, question: str) -> Choices:
        made = Choices(question, [Option(one.value, one.label) for one in Answer], columns=3)
        made.chosen.connect(lambda _value: self._show())
        self.add(made)
        return made

    def _banner(self, title: str, words: str, part: Part, lead: str) -> Banner:
        button = Btn(lead, "quiet")
        button.clicked.connect(lambda: self._lead(part))
        made = Banner("info", title, words, button)
        made.hide()
        self.add(made)
        return made

    @property
    def shows(self) -> Shows | None:
        """The two answers, or None until both are given."""
        if not (self.undressed.value and self.under_18.value):
            return None
        return Shows(Answer(self.undressed.value), Answer(self.under_18.value))

    def _show(self) -> None:
        shows = self.shows
        never = shows is not None and shows.never_kept
        private = shows is not None and shows.intimate
        self.never.setVisible(never)
        self.private.setVisible(private)
        self.thought.setVisible(private)
        self.faces.setVisible(shows is not None and shows.child and self._may_change)
        self.cover.setVisible(self._may_change and not never)
        self.keep.setVisible(not never)
        self.keep.setEnabled(shows is not None and not never and (not private or self.thought.isChecked()))
        if never:
            self.cover.put_away()
        self.fit()

    def _lead(self, part: Part) -> None:
        self.reject()
        self._desk.go("help_now", part=part.value)

    # -- doing ---------------------------------------------------------------------------------------

    def _read_picture(self) -> None:
        """Only when the person wants to see it; read in a process of its own."""
        self._desk.read(self._pixels, self.cover.show_pixels, failed=self._unreadable)

    def _pixels(self, _task: Task) -> object:
        return as_image(log.preview(self._incoming.read()))

    def _unreadable(self, problem: Exception) -> None:
        self.reject()
        self._desk.show_problem(problem)

    def _decide(self) -> None:
        shows = self.shows
        if shows is None:
            return
        edit = self.cover.edit
        self.decided.emit(Decided(shows, self.thought.isChecked(), edit, self.cover.original_too))
        self.accept()
