"""The list of life events: what can be carried on, what is worth a second look, and all the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.reminders.events import Audit, EventFile
from ui.events import words
from ui.events.now import Overview
from ui.kit.layout import vbox
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard


class EventList(QWidget):
    chosen = Signal(str)

    def __init__(self, seen: Overview) -> None:
        super().__init__()
        self.rows: dict[str, RowButton] = {}
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        if seen.running:
            self._add(_("Carry on"), [_running(one) for one in seen.running])
        again = [
            (one, _("You may want to look again since {day}.").format(day=day_in_words(on))) for one, on in seen.due
        ]
        known = {one.id for one, _day in seen.due}
        if again:
            self._add(_("Worth a second look"), again)
        others = [(one, _(one.line)) for one in seen.others if one.id not in known]
        self._add(_("What is it?"), others)

    def _add(self, title: str, lines: Sequence[tuple[EventFile, str]]) -> None:
        if not lines:
            return
        card = RowsCard(title)
        for event, line in lines:
            row = RowButton(event.name, line, icon=event.icon, last=event is lines[-1][0])
            row.clicked.connect(lambda _on=False, one=event.id: self.chosen.emit(one))
            self.rows[event.id] = row
            card.add(row)
        self._column.addWidget(card)


def _running(audit: Audit) -> tuple[EventFile, str]:
    return audit.event, words.left(audit)
