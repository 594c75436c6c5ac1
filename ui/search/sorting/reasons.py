"""Why a result may be about the person, and why not: what speaks for it and what speaks against, apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Reason
from ui.kit.layout import Fold
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import px, space

FEW = 4  # up to so many stand open


class Reasons(QWidget):
    """Few stand open; many fold behind a button that says how many speak for and against."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 4)
        self.against = [one for one in reasons if one.points < 0]
        self.pro = [one for one in reasons if one.points >= 0]
        self.fold: Fold | None = None
        if len(reasons) > FEW:
            self.fold = Fold(_counted(len(self.pro), len(self.against)))
            column.addWidget(self.fold)
            column = self.fold.body
        self._add(column, _("What speaks for it"), self.pro, "check", "ok")
        self._add(column, _("What speaks against it"), self.against, "close", "text2")

    def _add(self, column: QVBoxLayout, title: str, reasons: Sequence[Reason], icon: str, tone: str) -> None:
        if not reasons:
            return
        if self.against:  # with nothing against it, there are no two sides to tell apart
            if column.count():
                column.addSpacing(px(4))
            column.addWidget(PlainLabel(title, "label"))
        for one in reasons:
            line = QHBoxLayout()
            space(line, 8)
            mark = IconLabel(icon if one.points else "info", tone if one.points else "text2", 16)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(one.text, "small"), 1)
            column.addLayout(line)


def _counted(pro: int, against: int) -> str:
    speaks = ngettext("Why: {n} point for it", "Why: {n} points for it", pro).format(n=number(pro))
    return _("{points}, {n} against").format(points=speaks, n=number(against)) if against else speaks
