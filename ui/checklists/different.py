""" "My screen looks different": written down for this check, with plain help at once and another way to try."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Check, NetworkFile, correction, help_when_different
from footprint.i18n import _
from ui.checklists.note import NoteBox
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.clipboard import copy_text
from ui.kit.dialogs import Sheet
from ui.kit.steps import NumberedSteps
from ui.kit.text import BoldText, Heading, PlainLabel


def marked() -> str:
    """What is kept while the person has not said more."""
    return _("The steps do not fit my screen.")


class LooksDifferent(QWidget):
    """The help for one check. `written` keeps what is different, an empty text takes it back; `opened` a help page.

    `on_phone` says which steps the person has before them: the other ones are shown here.
    """

    written = Signal(object, str)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, network: NetworkFile, check: Check, text: str, today: date, *, on_phone: bool) -> None:
        super().__init__()
        self.network, self.check, self._today = network, check, today
        card = Card("sunken")
        card.add(Heading(_("If your screen looks different"), "h3"))
        for one in help_when_different(check):
            card.add(BoldText(one))
        self.other = self._add_other_path(card, on_phone)
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
        card.add(self._buttons())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def flush(self) -> None:
        self.note.flush()

    def _add_other_path(self, card: Card, on_phone: bool) -> NumberedSteps | None:
        """The same setting by the other way in, where there is one."""
        steps = self.check.web if on_phone else self.check.phone
        if not steps:
            return None
        title = _("Or try it on the website") if on_phone else _("Or try it in the phone app")
        card.add(Heading(title, "h3"))
        shown = NumberedSteps(list(steps))
        card.add(shown)
        return shown

    def _buttons(self) -> ButtonRow:
        buttons: list[QWidget] = []
        if self.check.help:
            help_page = Btn(_("Open the help page"), "secondary", icon="external")
            help_page.clicked.connect(lambda: self.opened.emit(self.check.help))
            buttons.append(help_page)
        self.copy = Btn(_("Copy as a correction"), "secondary", icon="copy")
        self.copy.clicked.connect(self._offer_copy)
        back = Btn(_("The steps do fit"), "quiet")
        back.clicked.connect(self._take_back)
        return ButtonRow(*buttons, self.copy, back, gap=8)

    def _offer_copy(self) -> None:
        self.flush()
        seen = self.note.edit.toPlainText()
        CorrectionSheet(self, correction(self.network, self.check, seen, self._today)).open()

    def _take_back(self) -> None:
        self.written.emit(self.check, "")
        self.closed.emit()


class CorrectionSheet(Sheet):
    """The exact words before they are copied."""

    WIDTH = 560

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent, _("A correction to send in"))
        self.text = text
        self.add(PlainLabel(_("This is all of it. It goes nowhere by itself: send it to whoever gave you this app.")))
        card = Card("sunken")
        card.add(PlainLabel(text.rstrip("\n")))
        self.add(card)
        close = self.add_button(Btn(_("Close")))
        close.clicked.connect(self.reject)
        copy = self.add_button(Btn(_("Copy"), "primary", icon="copy"))
        copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        copy_text(self.text)
        self.accept()
