"""What stands beside the questions all the time: what not to write, and who there is to tell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log.incidents import Contact
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.from_pack import FromPackMark
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

_FEW = 3


class Reminder(Card):
    """It is there on every page, so that it need not be remembered."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self.add(Heading(_("While you write"), "h3"))
        for words in (
            _("Use initials or roles, not names."),
            _("Do not paste other people’s posts about people who use services."),
            _("Leave out dates of birth, case numbers and addresses of other people."),
            _("What you type is kept as you type it. You can stop at any time."),
        ):
            self.add(PlainLabel(words, "small"))


class WhoToTell(Card):
    """Whom this goes to, the first of them first; and what to do where the first is not the right person."""

    turned = Signal(bool)  # whether the line manager is the right person
    edit = Signal()

    def __init__(self, in_line: Sequence[Contact], *, manager_fits: bool, few: bool = True) -> None:
        super().__init__()
        self.add(Heading(_("Who to tell"), "h3"))
        for at, one in enumerate(in_line[:_FEW] if few else in_line, 1):
            self.add(_lines(at, one))
        self.turn = Btn(
            _("My line manager is not the right person") if manager_fits else _("Begin with my line manager"), "quiet"
        )
        self.turn.clicked.connect(lambda: self.turned.emit(not manager_fits))
        self.edit_button = Btn(_("Add names and numbers"), "quiet")
        self.edit_button.clicked.connect(self.edit)
        self.add(ButtonRow(self.turn, gap=4))
        self.add(ButtonRow(self.edit_button, gap=4))


def _lines(at: int, one: Contact) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    space(column, 1)
    column.addWidget(PlainLabel(f"{at}. {one.called}", "label"))
    said = ", ".join(part for part in (one.phone, one.email, one.hours) if part)
    if said:
        column.addWidget(PlainLabel(said, "small", "text2"))
    if one.note:
        column.addWidget(PlainLabel(one.note, "small", "text2"))
    if one.origin is not None:
        column.addWidget(FromPackMark(one.origin), 0, Qt.AlignmentFlag.AlignLeft)
    return box
