"""One page that changed: what became of it, what that rests on, and the ways to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _
from footprint.search import Verdict
from footprint.search.changes import Change, Reworded, reasons
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Columns
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import px, space
from ui.search.changes.words import TONES
from ui.search.pill import Pill
from ui.search.wording import shown_address

_LONGEST = 280
_MOST = 3  # wordings shown one by one


class ChangedPage(QWidget):
    """All words of the page come from outside and are shown as plain text."""

    opened = Signal(str)
    result_asked = Signal(str)

    def __init__(self, one: Change, at: int, total: int) -> None:
        super().__init__()
        self.change = one
        column = QVBoxLayout(self)
        space(column, 8)
        place = PlainLabel(
            _("{n} of {total}").format(n=number(at + 1), total=number(total)), "small", "text2", wrap=False
        )
        pill = Pill(one.kind.label, TONES.get(one.kind, "neutral"))
        column.addWidget(Columns([ButtonRow(place), ButtonRow(pill, at_end=True)], [2, 5], 260, 8))
        self.heading = Heading(one.title or shown_address(one.address), "h2")
        column.addWidget(self.heading)
        column.addWidget(PlainLabel(shown_address(one.address), "small", "text2"))
        said = _said(one.verdict)
        if said:
            column.addWidget(PlainLabel(said, "label"))
        column.addSpacing(px(4))
        column.addWidget(Heading(_("How we know"), "h3"))
        for words in reasons(one):
            column.addLayout(_line(words))
        told = {(each.was, each.now): each for each in one.reworded}  # several searches may say the same
        for each in list(told.values())[:_MOST]:
            column.addWidget(_both_wordings(each))
        column.addSpacing(px(4))
        self.open_button = Btn(_("Open in your browser"), icon="external")
        self.open_button.clicked.connect(lambda: self.opened.emit(one.address))
        self.result_button = Btn(
            _("Sort it") if one.verdict in (None, Verdict.NOT_SURE) else _("See the result"), "quiet"
        )
        self.result_button.clicked.connect(lambda: self.result_asked.emit(one.finding_id))
        column.addWidget(ButtonRow(self.open_button, self.result_button))
        column.addStretch(1)


def _line(words: str) -> QHBoxLayout:
    line = QHBoxLayout()
    space(line, 8)
    line.addWidget(IconLabel("info", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(PlainLabel(words, "small"), 1)
    return line


def _both_wordings(one: Reworded) -> QWidget:
    before, now = Card("sunken"), Card("sunken")
    for card, title, words in ((before, _("Before"), one.was), (now, _("Now"), one.now)):
        card.add(PlainLabel(title, "small", "text2"))
        card.add(PlainLabel(f"“{_cut(words)}”", "small"))
    return Columns([before, now], [1, 1], 420, 8)


def _said(verdict: Verdict | None) -> str:
    return (
        {
            Verdict.REMOVE: _("You said: it is me, and it should change"),
            Verdict.FINE: _("You said: it is me, and fine"),
            Verdict.NOT_ME: _("You said: it is not me"),
        }.get(verdict, "")
        if verdict is not None
        else _("You have not sorted this yet")
    )


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(".,;:… ") + "…"
