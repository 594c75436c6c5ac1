"""Looking in one's own browser: open a search, tick what was seen, and only then give addresses worth acting on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.i18n import _
from footprint.search import ENGINES, HandOff, Options
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.choices import Choices, Option
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.look import LookCard

_MOST = 12


class ByHand(QWidget):
    """Choose an engine and words, open it, and write down the look."""

    sort_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: tuple[HandOff, ...] = ()
        column = QVBoxLayout(self)
        space(column, 16)
        card = Card(title=_("Where do you want to look?"))
        self.engines = Choices(_("Site"), [Option(one.name, one.label) for one in ENGINES], columns=4, show_label=False)
        self.engines.chosen.connect(lambda _name: self._show_words())
        card.add(self.engines)
        self._words = QVBoxLayout()
        space(self._words, 8)
        card.body.addLayout(self._words)
        column.addWidget(card)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        sort = Btn(_("Sort what you have found"), "quiet")
        sort.clicked.connect(self.sort_chosen)
        column.addLayout(hbox(sort, None))
        column.addStretch(1)
        desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[HandOff, ...]:
        return search.hand_offs(self._desk.bench.vault, Options())

    def _show(self, found: tuple[HandOff, ...]) -> None:
        self._found = found
        if found:
            self.engines.set_value(ENGINES[0].name)
            self._show_words()
        else:
            self._words.addWidget(
                EmptyState("search", _("There is no name to look for"), _("Add your name first, then come back here."))
            )

    def _show_words(self) -> None:
        clear(self._words)
        clear(self._place)
        mine = [one for one in self._found if one.engine.name == self.engines.value][:_MOST]
        if not mine:
            return
        self._words.addWidget(PlainLabel(mine[0].advice, "small", "text2"))
        self.words = Choices(_("Words to look for"), [Option(one.words, one.words, one.why) for one in mine])
        self.words.set_value(mine[0].words)
        self._words.addWidget(self.words)
        go = Btn(_("Open {site} in my browser").format(site=mine[0].engine.label), "primary", "external")
        go.clicked.connect(lambda: self._open(mine))
        self._words.addLayout(hbox(go, None))

    def _open(self, mine: Sequence[HandOff]) -> None:
        chosen = next(one for one in mine if one.words == self.words.value)
        self._desk.open_link(chosen.url)
        clear(self._place)
        self._place.addWidget(LookCard(self._desk, chosen))
