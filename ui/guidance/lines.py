"""Single lines of the guidance: what it says, what stands today, and how many checks put it to use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from footprint.checklists import GuidanceStatement, Rule
from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from ui.guidance.checks import CheckOf
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import hbox, vbox
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import px, space

_MARKS = {Rule.DO: ("check", "ok"), Rule.DONT: ("close", "text2")}


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
        name, colour = _MARKS[rule]
        for one in statements:
            icon = IconLabel(name, colour, 20)
            words = vbox(PlainLabel(one.short, "label"), PlainLabel(one.text, "small", "text2"), spacing=2)
            _add_count(words, len(used_by.get(one.id, ())), lambda key=one.id: self.asked.emit(key))
            row = QHBoxLayout()
            space(row, 12, (0, 4, 0, 4))
            row.addWidget(icon)
            row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            self.add(row)


class StatementCard(Card):
    """One statement in full."""

    asked = Signal(str)

    def __init__(self, one: GuidanceStatement, checks: int) -> None:
        super().__init__()
        self.add(Heading(one.short, "h3"))
        self.add(PlainLabel(one.text))
        if one.now:
            title = _("What stands today")
            if one.now_seen:
                title = _("What stands today, seen on {day}").format(day=day_in_words(one.now_seen))
            self.add(Banner("info", title, one.now, quiet=True))
            if one.now_source:
                self.add(PlainLabel(_("From: {source}").format(source=one.now_source), "small", "text2"))
        column = vbox(spacing=0)
        _add_count(column, checks, lambda: self.asked.emit(one.id))
        if column.count():
            self.add(column)


def _add_count(column: QVBoxLayout, checks: int, do: Callable[[], object]) -> None:
    """A quiet button with the number of checks; nothing where no check does it."""
    if not checks:
        return
    words = ngettext("{n} check does this", "{n} checks do this", checks).format(n=checks)
    show = Btn(words, "quiet", "checklist")
    show.clicked.connect(lambda _on=False: do())
    line = hbox(show, None)
    line.setContentsMargins(-px(11), 0, 0, 0)
    column.addLayout(line)
