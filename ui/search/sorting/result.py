"""One result: what it says, why it may be about the person, and the four things they can say about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _
from footprint.search import Band, Finding, Verdict
from ui.help_now.button import help_now_button
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.keys import choice_keys
from ui.kit.layout import Columns, hbox
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.kit.tokens import HEIGHT
from ui.search.pill import Pill
from ui.search.sorting.reasons import Reasons
from ui.search.wording import shown_address, standing

_TONES = {Band.LIKELY: "warn", Band.MAYBE: "info", Band.UNLIKELY: "neutral"}
_LONGEST_QUOTE = 320
# Rows have room of their own at the sides, so that what stands above and below them needs some to be in line.
BESIDE_ROWS = (12, 0, 12, 0)
CHOICES = {1: Verdict.REMOVE, 2: Verdict.FINE, 3: Verdict.NOT_ME, 4: Verdict.NOT_SURE}


class ResultCard(QWidget):
    """All of its words come from outside and are shown as plain text."""

    said = Signal(str)
    glad = Signal()
    worried = Signal()
    opened = Signal(str)
    put_back = Signal()
    item_asked = Signal()
    copies_asked = Signal()

    def __init__(self, one: Finding) -> None:
        super().__init__()
        self.finding = one
        whole = QVBoxLayout(self)
        space(whole, 8)
        column = QVBoxLayout()
        space(column, 8, BESIDE_ROWS)
        whole.addLayout(column)
        self.place = _Place("", "small", "text2", wrap=False)
        marks = [Pill(one.band.label, _TONES[one.band])]
        if one.is_new and one.verdict is None:
            marks.insert(0, Pill(_("New since last time"), "info"))
        column.addWidget(Columns([ButtonRow(self.place), ButtonRow(*marks, at_end=True)], [2, 5], 300, 8))
        self.heading = Heading(one.title or shown_address(one.address), "h2")
        column.addWidget(self.heading)
        column.addWidget(PlainLabel(shown_address(one.address), "small", "text2"))
        if one.snippet:
            quote = Card("sunken")
            quote.add(PlainLabel(f"“{_cut(one.snippet)}”"))
            column.addWidget(quote)
        go = Btn(_("Open in your browser"), icon="external")
        go.clicked.connect(lambda: self.opened.emit(one.address))
        self.copies_button = Btn(_("Ask for kept copies"), "quiet", "clock")
        self.copies_button.clicked.connect(self.copies_asked)
        column.addWidget(ButtonRow(go, self.copies_button))
        self._add_reasons(column)
        self._add_standing(column)
        self._more = QVBoxLayout()
        column.addLayout(self._more)
        column.addWidget(Heading(_("What do you want to do?"), "h3"))
        self._add_choices(whole)
        whole.addStretch(1)

    def add_part(self, part: QWidget) -> None:
        """Something more about the result, between why it may be the person and what they can say."""
        self._more.addWidget(part)

    def show_place(self, at: int, total: int) -> None:
        """“Result 2 of 4”; `at` counts from 0."""
        self.place.setText(_("Result {n} of {total}").format(n=number(at + 1), total=number(total)))
        self.place.updateGeometry()

    def _add_reasons(self, column: QVBoxLayout) -> None:
        if self.finding.on_register:
            column.addWidget(
                Banner(
                    "info",
                    _("You are meant to be listed here"),
                    _("This is a professional register. Check that what it says is right."),
                    quiet=True,
                )
            )
        self.reasons = Reasons(self.finding.reasons)
        column.addWidget(self.reasons)

    def _add_standing(self, column: QVBoxLayout) -> None:
        """For a result that was sorted before: what was said, and the ways back."""
        words = standing(self.finding)
        if not words:
            return
        column.addWidget(PlainLabel(words, "label"))
        if self.finding.verdict is Verdict.NOT_SURE:
            return
        back = Btn(_("Put it back to sort"), "quiet", "undo")
        back.clicked.connect(self.put_back)
        ways = ButtonRow(back)
        if self.finding.verdict is Verdict.REMOVE:
            see = Btn(_("See it on your list"), "quiet", "remove")
            see.clicked.connect(self.item_asked)
            ways.add(see)
        column.addWidget(ways)

    def _add_choices(self, column: QVBoxLayout) -> None:
        rows = QWidget()
        inside = QVBoxLayout(rows)
        space(inside, 0)
        self.choices: dict[Verdict, RowButton] = {}
        for number_, verdict in CHOICES.items():
            title, meta, icon, tone = _choice(verdict, self.finding)
            keys = choice_keys(number_)
            last = verdict is Verdict.NOT_SURE
            made = RowButton(title, meta, tone=tone, icon=icon, chevron=False, hint=keys, last=last)
            made.clicked.connect(lambda _checked=False, verdict=verdict: self.said.emit(verdict.value))
            self.choices[verdict] = made
            inside.addWidget(made)
        column.addWidget(rows)
        self.glad_button = Btn(_("It is me, and I am glad of it"), "quiet")
        self.glad_button.clicked.connect(self.glad)
        self.worry_button = Btn(_("This worries me"), "quiet")
        self.worry_button.clicked.connect(self.worried)
        self.help_button = help_now_button(self)
        column.addLayout(hbox(ButtonRow(self.glad_button, self.worry_button, self.help_button), margins=BESIDE_ROWS))


class _Place(PlainLabel):
    """As tall as the pill at the other end of its line."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, px(HEIGHT["pill"])))


def _choice(verdict: Verdict, one: Finding) -> tuple[str, str, str, str]:
    """Title, what it does, icon and tone."""
    if verdict is Verdict.REMOVE:
        meta = (
            _("Only if something in it is wrong") if one.on_register else _("Adds it to your list with the next step")
        )
        return _("It is me: change it or ask"), meta, "remove", "warn"
    if verdict is Verdict.FINE:
        return _("It is me, and it is fine"), _("Keeps it. You are not asked again"), "check", "ok"
    if verdict is Verdict.NOT_ME:
        return _("It is not me"), _("Puts it away. You are not asked again"), "people", "neutral"
    return _("I am not sure"), _("Leaves it in this list"), "clock", "neutral"


def _cut(words: str) -> str:
    """Long text is cut between words; the whole of it is in the browser."""
    if len(words) <= _LONGEST_QUOTE:
        return words
    return words[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(".,;:… ") + "…"
