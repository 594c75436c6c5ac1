"""What happened to the thing, with the day of each step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.log import Event
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import hbox, vbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.words import moment
from ui.page import clear

AT_FIRST = 1


class HistoryCard(Card):
    """The newest step; the rest on request, and built only then."""

    def __init__(self) -> None:
        super().__init__(title=_("What happened so far"))
        self._events: tuple[Event, ...] = ()
        self._lines = QVBoxLayout()
        space(self._lines, 10)
        self.all = Btn("", "quiet")
        self.all.set_flush()
        self.all.clicked.connect(lambda: self._put(len(self._events)))
        self.add(self._lines)
        self.add(hbox(self.all, None))

    def show_events(self, events: Sequence[Event]) -> None:
        """`events` come oldest first."""
        self._events = tuple(reversed(events))
        self._put(AT_FIRST)

    @property
    def words(self) -> tuple[str, ...]:
        """The steps as they are shown, newest first."""
        return tuple(event.words for event in self._events)

    def _put(self, most: int) -> None:
        clear(self._lines)
        for event in self._events[:most]:
            parts = [PlainLabel(moment(event.at), "small", "text2"), PlainLabel(event.words)]
            if event.note:
                parts.append(PlainLabel(event.note, "small", "text2"))
            self._lines.addLayout(vbox(*parts, spacing=0))
        count = len(self._events)
        self.all.setText(ngettext("Show the {n} step", "Show all {n} steps", count).format(n=number(count)))
        self.all.setVisible(len(self._events) > most)
