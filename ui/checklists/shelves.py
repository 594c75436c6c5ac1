"""The library on shelves: a list under each heading, and a box that narrows them all while one types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from footprint.checklists import Head, Kind
from footprint.i18n import N_, _, ngettext
from ui.checklists.catalogue import Catalogue, Row, before_reading, matches, shelf_title
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.fields import Field, TextBox
from ui.kit.layout import hbox, vbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.text import Heading
from ui.kit.theme import px, space

TYPING_PAUSE_MS = 150
# The key of what is for another part of the UK, after all shelves.
ELSEWHERE = "elsewhere"
# Rows bring room of their own at the sides, so that the heading above them needs some to stand in line.
_CARD_OF_ROWS, _BESIDE_ROWS = (8, 14, 8, 8), (12, 0, 12, 0)
_FIND = {
    Kind.NETWORK: (N_("Find a network"), N_("A name, or what it is for")),
    Kind.PLACE: (N_("Find a place"), N_("A name, or what it lists")),
    Kind.SITUATION: (N_("Find a situation"), N_("A few words")),
}


class WholeList(ListPane):
    """As tall as all its rows, each as tall as its words: the page scrolls, not the list."""

    most_short: ClassVar[int] = 60

    def __init__(self, rows: PagedRows, label: str) -> None:
        super().__init__(rows, label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows.modelReset.connect(self.updateGeometry)
        self.moved.connect(lambda _key: self._reveal())

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height_of_rows(self.rows.rowCount()) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def take_focus(self) -> None:
        """Focus, with the row at hand in sight."""
        self.setFocus()
        self._reveal()

    def _reveal(self) -> None:
        """Arrows bring the row into sight in the page."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is None or not self.hasFocus():
            return
        inner, box = above.widget(), self.visualRect(self.currentIndex())
        box = QRect(self.viewport().mapTo(inner, QPoint(box.left(), box.top())), box.size())
        above.ensureVisible(px(20), box.top(), 0, px(16))
        above.ensureVisible(px(20), box.bottom(), 0, px(16))


class ShelfCard(Card):
    """One shelf: its heading and its rows."""

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        space(self.body, 4, _CARD_OF_ROWS)
        self.looks: list[RowLook] = []
        self.title = Heading(title, "h2")
        self.add(hbox(self.title, None, margins=_BESIDE_ROWS))
        self.rows = PagedRows(lambda offset, limit: self.looks[offset : offset + limit], 0, self)
        self.list = WholeList(self.rows, title)
        self.list.chosen.connect(self.chosen)
        self.add(self.list)

    def show_looks(self, looks: Sequence[RowLook]) -> None:
        if list(looks) != self.looks:
            self.looks = list(looks)
            self.rows.reload(len(self.looks), first=self.looks)
        self.setVisible(bool(looks))


class Shelves(QWidget):
    """All files of one kind. Rows show as soon as their names are known, and say more once their files are read."""

    chosen = Signal(str)
    any_asked = Signal()

    def __init__(self, of: Catalogue, typed: str = "") -> None:
        super().__init__()
        self.catalogue = of
        self._rows: dict[str, Row] = {one.id: before_reading(one) for one in of.heads}
        label, hint = _FIND[of.kind]
        self.search = TextBox(_(label), _(hint))
        self.search.setText(typed)
        self._column = vbox(Field(_(label), self.search), spacing=16)
        self.setLayout(self._column)
        titles = {shelf.value: shelf_title(of.kind, shelf) for shelf in of.shelves}
        self.cards = {key: ShelfCard(title) for key, title in (titles | {ELSEWHERE: _("Elsewhere in the UK")}).items()}
        for card in self.cards.values():
            card.chosen.connect(self.chosen)
            self._column.addWidget(card)
        self.nothing = self._make_nothing()
        self._column.addWidget(self.nothing)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE_MS)
        self._typed.timeout.connect(self.narrow)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self._fill()

    @property
    def typed(self) -> str:
        return self.search.text().strip()

    @property
    def waiting(self) -> bool:
        """Something was typed and is not looked for yet."""
        return self._typed.isActive()

    @property
    def shown(self) -> list[RowLook]:
        """Every row there is now, in order."""
        return [look for card in self.cards.values() for look in card.looks]

    def show_catalogue(self, of: Catalogue) -> None:
        """The same files after something has changed; what their rows say is read anew."""
        self.catalogue = of
        self._rows = {one.id: self._rows.get(one.id) or before_reading(one) for one in of.heads}
        self._fill()

    def go_to(self, key: str) -> None:
        """The row somebody comes back to, if it is there."""
        for card in self.cards.values():
            if any(look.key == key for look in card.looks):
                card.list.select_key(key)
                QTimer.singleShot(0, card.list, card.list.take_focus)

    def show_rows(self, rows: Mapping[str, Row]) -> None:
        """What has been read."""
        self._rows.update(rows)
        self._fill()

    def clear(self) -> None:
        """Show everything again."""
        self.search.clear()
        self._typed.stop()
        self.narrow()

    def narrow(self) -> None:
        """Show what fits the words typed, and say how many."""
        self._fill()
        count = len(self.shown)
        announce(self, ngettext("{n} found", "{n} found", count).format(n=count))

    def _fill(self) -> None:
        found: dict[str, list[RowLook]] = {key: [] for key in self.cards}
        for shelf, heads in self.catalogue.shelves.items():
            for head in heads:
                row = self._rows[head.id]
                if self._wanted(head):
                    found[ELSEWHERE if row.elsewhere else shelf.value].append(row.look)
        for key, card in self.cards.items():
            card.show_looks(found[key])
        self.nothing.setVisible(not any(found.values()))

    def _wanted(self, head: Head) -> bool:
        return matches(head, self.typed) if self.typed else self.catalogue.listed(head)

    def _make_nothing(self) -> EmptyState:
        if self.catalogue.kind is not Kind.NETWORK:
            return EmptyState("search", _("Nothing found"), _("Try another word, or fewer of them."))
        self.any_button = Btn(_("See checks that fit any network"))
        self.any_button.clicked.connect(self.any_asked)
        said = _("Try another word. Some checks fit every network, even one we do not know.")
        return EmptyState("search", _("Nothing found"), said, self.any_button)
