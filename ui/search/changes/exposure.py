"""The card of what pages show over time."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.i18n import _
from footprint.search.changes import Exposure
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.lines_chart import Lines
from ui.kit.text import PlainLabel
from ui.search.changes.words import chart_data, chart_notes, chart_sentence


class ExposureCard(Card):
    """A line for each kind of thing, bars while there is only one day."""

    sort_chosen = Signal()

    def __init__(self, shown: Exposure) -> None:
        super().__init__(title=_("What pages about you show"))
        self.lines: Lines | None = None
        if not shown.points:
            self.add(
                PlainLabel(
                    _("No page was read yet. Read pages while you sort, and this shows what they tell about you."),
                    colour="text2",
                )
            )
            sort = Btn(_("See the results"), "quiet")
            sort.clicked.connect(self.sort_chosen)
            self.add(ButtonRow(sort))
            return
        self.lines = Lines(chart_data(shown), chart_sentence(shown), _("What pages about you show"))
        self.add(self.lines)
        for words in chart_notes(shown):
            self.add(PlainLabel(words, "small", "text2"))
