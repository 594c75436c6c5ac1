"""The recovery sheet: shown once, printed or written by hand, and one group of it typed back."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.vault import Sheet
from ui.kit import clipboard, printing
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.fields import Field, TextBox
from ui.kit.layout import Flow
from ui.kit.text import PlainLabel
from ui.kit.theme import space


class SheetForm(QWidget):
    """`confirmed` is sent once the group asked for has been typed back from the sheet."""

    confirmed = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet, self._code = sheet, sheet.code
        self.asked_for = secrets.randbelow(len(sheet.code.groups))
        self._column = QVBoxLayout(self)
        space(self._column, 12)
        self._add_code()
        self._add_type_back()

    def submit(self) -> None:
        if self._code.is_group(self.asked_for, self.box.text()):
            self.field.clear_error()
            self.confirmed.emit()
            return
        words = _("This is not group {n} of your code. Look at your sheet and type it again.")
        self.field.show_error(words.format(n=self.asked_for + 1))
        self.box.setFocus()
        announce(self, self.field.words, urgent=True)

    def _add_code(self) -> None:
        card = Card()
        card.add(PlainLabel(_("Your recovery code"), "small", "text2"))
        groups = [_group(number, group) for number, group in enumerate(self._code.groups, 1)]
        pairs = [Flow(groups[at : at + 2], 124, most=2) for at in range(0, len(groups), 2)]
        card.add(Flow(pairs, 260, most=2))  # four beside each other or two and two, never three and one
        print_it = Btn(_("Print the sheet"), icon="share")
        print_it.clicked.connect(self._print)
        copy = Btn(_("Copy the code"), "quiet")
        copy.clicked.connect(self._copy)
        card.add(ButtonRow(print_it, copy))
        self.copied = PlainLabel("", "small", "ok")
        self.copied.hide()
        card.add(self.copied)
        card.add(PlainLabel(_("Or write it by hand. Keep it at home, away from this computer."), "small", "text2"))
        self._column.addWidget(card)

    def _add_type_back(self) -> None:
        self.box = TextBox(_("Group {n} of your code").format(n=self.asked_for + 1))
        self.field = Field(
            _("Type group {n} from your sheet").format(n=self.asked_for + 1),
            self.box,
            _("So you know that what is on paper is right."),
        )
        self.box.returnPressed.connect(self.submit)
        self._column.addWidget(self.field)

    def _print(self) -> None:
        printing.print_html(self, sheet_html(self._sheet), _("Recovery sheet"))

    def _copy(self) -> None:
        clipboard.copy_secret(self._code.written)
        words = _("Copied. It is cleared after {n} seconds.").format(n=clipboard.CLEAR_AFTER_SECONDS)
        self.copied.setText(words)
        self.copied.show()
        announce(self, words)


def _group(number: int, group: str) -> QWidget:
    card = Card("sunken")
    card.add(PlainLabel(_("Group {n}").format(n=number), "small", "text2"))
    card.add(PlainLabel(group, "h2", wrap=False))
    return card


def sheet_html(sheet: Sheet) -> str:
    """The page to print. Every part of it is our own text, and none of it says what the notes are about."""
    groups = "".join(f"<p style='font-size:22pt;font-family:monospace'>{group}</p>" for group in sheet.code.groups)
    lines = (
        _("This code opens the notes kept by Footprint Check if the passphrase is forgotten."),
        _("Notes {id}, made on {day}").format(id=sheet.vault, day=day_in_words(sheet.day)),
        _("Keep this sheet away from the computer. Whoever has both can open the notes."),
    )
    words = "".join(f"<p style='font-size:12pt'>{line}</p>" for line in lines)
    return f"<h1>{_('Recovery sheet')}</h1>{words}{groups}"
