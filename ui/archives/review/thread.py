"""The whole talk an entry belongs to, oldest first: only the person’s own words, as the copy has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from footprint.archives.index.finding import Row, thread
from footprint.i18n import _
from ui.archives.review import words
from ui.archives.review.now import Around
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel

_MOST = 40


class ThreadSheet(Sheet):
    """The entry itself stands out."""

    def __init__(self, parent: QWidget, desk: Desk, one: Row, around: Around) -> None:
        super().__init__(parent, _("The whole talk"))
        self._one, self._around = one, around
        close = Btn(_("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close)
        vault = desk.bench.vault
        desk.read(lambda _task: thread(vault, one.id, _MOST), self._show)

    def _show(self, rows: Sequence[Row]) -> None:
        for one in sorted(rows, key=lambda row: row.id):
            card = Card("hero" if one.id == self._one.id else "sunken")
            card.add(PlainLabel(f"{one.entry.kind.label}, {words.when(one)}", "small", "text2"))
            card.add(PlainLabel(words.title(one) if not one.entry.text else one.entry.text))
            self.body.addWidget(card)
