"""Single lines of the guidance: what it says, what stands today, and how many checks put it to use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from footprint.checklists import GuidanceStatement, Rule
from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from ui.guidance.checks import CheckOf
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Columns, hbox, vbox
from ui.kit.paint import begin
from ui.kit.row_paint import draw_rule
from ui.kit.rows import RowButton
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import px, space


class RuleCard(Card):
    """A list of what to do, or of what not to do: every line can be understood without the heading above it."""

    asked = Signal(str)  # a statement whose checks the person wants to see

    def __init__(
        self,
        title: str,
        rule: Rule,
        statements: Sequence[GuidanceStatement],
        used_by: Mapping[str, tuple[CheckOf, ...]],
    ) -> None:
        super().__init__(title=title)
        space(self.body, 0, (8, 18, 8, 12))
        if self.heading is not None:
            self.heading.setContentsMargins(px(12), 0, px(12), px(4))
        icon = "check" if rule is Rule.DO else "close"
        for one in statements:
            checks, last = len(used_by.get(one.id, ())), one is statements[-1]
            if checks:
                row = RowButton(one.short, one.text, _count(checks), icon=icon, last=last)
                row.clicked.connect(lambda _on=False, key=one.id: self.asked.emit(key))
                self.body.addWidget(row)
            else:
                self.body.addWidget(_PlainRow(icon, one, last=last))


class _PlainRow(QWidget):
    """A line that no check serves leads nowhere, so it is not a button; it looks the same but for that."""

    def __init__(self, icon: str, one: GuidanceStatement, *, last: bool) -> None:
        super().__init__()
        self._last = last
        words = vbox(PlainLabel(one.short, "label"), PlainLabel(one.text, "small", "text2"), spacing=3)
        row = hbox(IconLabel(icon, "text2", 20, tile="sunken", box=38), words, spacing=14, margins=(12, 10, 12, 10))
        row.setStretch(1, 1)
        self.setLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._last:
            return
        painter = begin(self)
        draw_rule(painter, QRectF(self.rect()))
        painter.end()


class StatementCard(Card):
    """One statement in full."""

    asked = Signal(str)

    def __init__(self, one: GuidanceStatement, checks: int) -> None:
        super().__init__()
        heading = Heading(one.short, "h3")
        if checks:
            show = Btn(_count(checks), "quiet", "checklist")
            show.clicked.connect(lambda _on=False: self.asked.emit(one.id))
            self.add(Columns([heading, ButtonRow(show, at_end=True)], [3, 1], 420))
        else:
            self.add(heading)
        self.add(PlainLabel(one.text))
        if one.now:
            title = _("What stands today")
            if one.now_seen:
                title = _("What stands today, seen on {day}").format(day=day_in_words(one.now_seen))
            self.add(Banner("info", title, one.now, quiet=True))
            if one.now_source:
                self.add(PlainLabel(_("From: {source}").format(source=one.now_source), "small", "text2"))


def _count(checks: int) -> str:
    return ngettext("{n} check", "{n} checks", checks).format(n=checks)
