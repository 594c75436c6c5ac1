"""One result: what it says, why it may be about the person, and the four things they can say about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.search import Band, Finding, Verdict
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Fold, hbox
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

_TONES = {Band.LIKELY: "warn", Band.MAYBE: "text2", Band.UNLIKELY: "text2"}


class ResultCard(QWidget):
    """All of its words come from outside and are shown as plain text."""

    said = Signal(str)
    glad = Signal()
    worried = Signal()

    def __init__(self, one: Finding, number: int, total: int, open_link: Callable[[str], None]) -> None:
        super().__init__()
        self.finding = one
        column = QVBoxLayout(self)
        space(column, 8)
        place = PlainLabel(_("Result {n} of {total}").format(n=number, total=total), "small", "text2", wrap=False)
        column.addLayout(hbox(place, None, PlainLabel(one.band.label, "small", _TONES[one.band], wrap=False)))
        self.heading = Heading(one.title or one.address, "h2")
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self.heading)
        column.addWidget(PlainLabel(one.address, "small", "text2"))
        if one.snippet:
            quote = Card("sunken")
            quote.add(PlainLabel(f"“{one.snippet}”"))
            column.addWidget(quote)
        go = Btn(_("Open in your browser"), icon="external")
        go.clicked.connect(lambda: open_link(one.address))
        column.addLayout(hbox(go, None))
        self._add_reasons(column)
        self._add_choices(column)
        column.addStretch(1)

    def _add_reasons(self, column: QVBoxLayout) -> None:
        if not self.finding.reasons:
            return
        why = Fold(_("Why this may be you"))
        for reason in self.finding.reasons:
            why.body.addWidget(PlainLabel(reason.text, "small"))
        column.addWidget(why)

    def _add_choices(self, column: QVBoxLayout) -> None:
        column.addWidget(Heading(_("What do you want to do?"), "h3"))
        for verdict, title, meta, keys, icon in _choices():
            row = RowButton(title, meta, keys, "neutral", icon=icon, chevron=False)
            row.clicked.connect(lambda _checked=False, said=verdict: self.said.emit(said.value))
            column.addWidget(row)
        good = Btn(_("It is me, and I am glad people find it"), "quiet")
        good.clicked.connect(self.glad)
        worry = Btn(_("This worries me"), "quiet")
        worry.clicked.connect(self.worried)
        column.addLayout(hbox(good, worry, None))


def _choices() -> tuple[tuple[Verdict, str, str, str, str], ...]:
    return (
        (
            Verdict.REMOVE,
            _("It is me: change it or ask"),
            _("Adds it to your list with the next step"),
            "Ctrl+1",
            "remove",
        ),
        (Verdict.FINE, _("It is me, and it is fine"), _("You are not asked about it again"), "Ctrl+2", "check"),
        (Verdict.NOT_ME, _("It is not me"), _("You are not asked about it again"), "Ctrl+3", "people"),
        (Verdict.NOT_SURE, _("I am not sure"), _("Leaves it in this list for later"), "Ctrl+4", "clock"),
    )
