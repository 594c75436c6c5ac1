""" "My screen looks different": written down for this check, with plain help at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Check, help_when_different
from footprint.i18n import _
from ui.checklists.note import NoteBox
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import BoldText, Heading, PlainLabel


def marked() -> str:
    """What is kept while the person has not said more."""
    return _("The steps do not fit my screen.")


class LooksDifferent(QWidget):
    """The help for one check. `written` keeps what is different, an empty text takes it back; `opened` a help page."""

    written = Signal(object, str)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, check: Check, text: str) -> None:
        super().__init__()
        self.check = check
        card = Card("sunken")
        card.add(Heading(_("If your screen looks different"), "h3"))
        for one in help_when_different(check):
            card.add(BoldText(one))
        card.add(
            PlainLabel(_("The steps come from: {source}.").format(source=check.source.rstrip(".")), "small", "text2")
        )
        self.note = NoteBox(
            check,
            "" if text == marked() else text,
            words=_("What do you see instead? (only kept on this computer)"),
            rows=2,
        )
        self.note.written.connect(lambda which, words: self.written.emit(which, words or marked()))
        card.add(self.note)
        buttons: list[QWidget] = []
        if check.help:
            help_page = Btn(_("Open the help page"), "secondary", icon="external")
            help_page.clicked.connect(lambda: self.opened.emit(check.help))
            buttons.append(help_page)
        back = Btn(_("The steps do fit"), "quiet")
        back.clicked.connect(self._take_back)
        buttons.append(back)
        card.add(ButtonRow(*buttons, gap=8))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def flush(self) -> None:
        self.note.flush()

    def _take_back(self) -> None:
        self.written.emit(self.check, "")
        self.closed.emit()
