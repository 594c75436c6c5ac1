"""The card on the left: what is still to sort, and the way back to what is sorted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Finding
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.column import TopColumn
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.rows import RowButton
from ui.kit.text import Heading
from ui.kit.theme import px, space
from ui.search.sorting.now import Part, Shown, Sorted
from ui.search.wording import row

FEW = 6  # up to so many stand whole
LEAST = 4  # of more than a few, at least so many are seen at once
_MARGINS = (8, 16, 8, 10)  # rows bring room of their own at the sides
_FOLDED = (8, 8, 8, 8)
_BESIDE = (12, 0, 12, 0)


class _Results(ListPane):
    """As tall as its rows while they are few; with more it takes the room there is and scrolls by itself."""

    def __init__(self, rows: PagedRows) -> None:
        super().__init__(rows, _("Results"), chevron=False)
        rows.modelReset.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self._tall())

    def _tall(self) -> int:
        count = self.rows.rowCount()
        return self.height_of_rows(count if count <= FEW else LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _fit(self) -> None:
        policy = QSizePolicy.Policy
        few = self.rows.rowCount() <= FEW
        self.setSizePolicy(policy.Expanding, policy.Fixed if few else policy.Expanding)
        self.updateGeometry()


class ResultList(Card):
    """In a narrow window all of it folds behind a button, so that the result comes first."""

    chosen = Signal(str)  # opened by Enter or the mouse
    moved = Signal(str)  # come to with the arrows
    group_chosen = Signal(str)
    hidden_chosen = Signal()
    lessons_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        space(self.body, 4, _MARGINS)
        self._found: tuple[Finding, ...] = ()
        self._lines: list[Finding | RowLook] = []
        self._shown = Shown.LEFT
        self._is_folded = self._is_foldable = False
        self.toggle = Btn("", "quiet")
        self.toggle.clicked.connect(lambda: self._fold(not self._is_folded))
        self.toggle.hide()
        self.body.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.inner = QWidget()
        column = TopColumn(self.inner)
        space(column, 6)
        self.body.addWidget(self.inner)
        self._make_list(column)
        self._make_groups(column)

    # -- showing -------------------------------------------------------------------------------------

    def show_sorted(self, read: Sorted, parts: list[Part]) -> None:
        """Every part of the card for one reading."""
        self._shown = read.shown
        aside = read.counts.sorted - read.counts.to_remove
        self.back.setVisible(read.shown is not Shown.LEFT)
        found = sum(len(part) for _section, part in parts)
        self.new.setVisible(read.shown is Shown.LEFT and 0 < read.new < found)
        self.new.setText(
            ngettext("Show only the {n} new one", "Show only the {n} new ones", read.new).format(n=number(read.new))
        )
        self.sorted_heading.setText(_("Sorted ({n})").format(n=number(read.counts.sorted)))
        self.sorted_heading.setVisible(bool(read.counts.sorted or read.hidden or read.lessons))
        self._show_group(
            Shown.SET_ASIDE,
            aside,
            ngettext("{n} not me or fine as it is", "{n} not me or fine as they are", aside),
        )
        listed = read.counts.to_remove
        self._show_group(
            Shown.LISTED, listed, ngettext("{n} on your To remove list", "{n} on your To remove list", listed)
        )
        sites = len(read.hidden)
        self.hidden.setVisible(bool(sites))
        self.hidden.show_row(
            ngettext("Results of {n} site are hidden", "Results of {n} sites are hidden", sites).format(n=number(sites))
        )
        learned = len(read.lessons)
        self.lessons.setVisible(bool(learned))
        self.lessons.show_row(
            ngettext("{n} thing learned from your answers", "{n} things learned from your answers", learned).format(
                n=number(learned)
            )
        )
        self._last_without_rule()
        self.show_found(parts)

    def show_found(self, parts: list[Part]) -> None:
        """Other rows in the same list. With more than one section, each has its heading and how many are in it."""
        self._found = tuple(chain.from_iterable(part for _section, part in parts))
        self._lines, headings = [], []
        for section, part in parts:
            if section is not None and len(parts) > 1:
                headings.append(len(self._lines))
                words = _("{group} ({n})").format(group=section.label, n=number(len(part)))
                self._lines.append(RowLook(words, heading=True))
            self._lines += part
        self.heading_of_list.setText(self._title())
        self.rows.reload(len(self._lines), first=self._fetch(0, 100), headings=frozenset(headings))
        self.list.setVisible(bool(self._found))
        self._show_heading()
        self._say_toggle()

    def _show_heading(self) -> None:
        """Where the list folds, its button says the same."""
        shown = bool(self._found) or self._shown is not Shown.LEFT
        self.heading_of_list.setVisible(shown and not self._is_foldable)

    def select(self, key: str) -> None:
        at = (at for at, one in enumerate(self._lines) if isinstance(one, Finding) and one.id == key)
        self.list.select_key(key, next(at, -1))

    def set_foldable(self, on: bool) -> None:
        """Fold in a narrow window, stand open in a wide one."""
        self._is_foldable = on
        self.toggle.setVisible(on)
        self._show_heading()
        space(self.body, 4, _FOLDED if on else _MARGINS)
        self._fold(on)

    def add_note(self, note: QWidget) -> None:
        """What follows from the last verdict, under the rows."""
        self.body.addWidget(note)

    def add_below(self, part: QWidget) -> None:
        """Right under the rows of the list; it folds with them."""
        self._below.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def fold_away(self) -> None:
        """Something was chosen in a narrow window: the result comes into sight."""
        if self._is_foldable:
            self._fold(True)

    # -- building ------------------------------------------------------------------------------------

    def _make_list(self, column: QVBoxLayout) -> None:
        self.heading_of_list = Heading(_("Still to sort"), "h3")
        self.heading_of_list.setContentsMargins(*(px(one) for one in _BESIDE))
        column.addWidget(self.heading_of_list)
        self.back = Btn(_("Back to what is left to sort"), "quiet", "left")
        self.back.clicked.connect(lambda: self.group_chosen.emit(Shown.LEFT.value))
        self.new = Btn("", "quiet")
        self.new.clicked.connect(lambda: self.group_chosen.emit(Shown.NEW.value))
        for button in (self.back, self.new):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.hide()
        self.rows = PagedRows(self._fetch, 0, self)
        self.list = _Results(self.rows)
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self.moved)
        column.addWidget(self.list)
        self._below = QVBoxLayout()
        column.addLayout(self._below)

    def _make_groups(self, column: QVBoxLayout) -> None:
        self.sorted_heading = Heading("", "h3")
        self.sorted_heading.setContentsMargins(px(12), px(12), px(12), 0)
        column.addWidget(self.sorted_heading)
        groups = QWidget()
        rows = QVBoxLayout(groups)
        space(rows, 0)
        self.groups: dict[Shown, RowButton] = {}
        for shown in (Shown.SET_ASIDE, Shown.LISTED):
            made = RowButton("")
            made.clicked.connect(lambda _checked=False, shown=shown: self.group_chosen.emit(shown.value))
            self.groups[shown] = made
            rows.addWidget(made)
        self.hidden = RowButton("")
        self.hidden.clicked.connect(self.hidden_chosen)
        self.lessons = RowButton("")
        self.lessons.clicked.connect(self.lessons_chosen)
        for made in (self.hidden, self.lessons):
            rows.addWidget(made)
        column.addWidget(groups)

    # -- parts ---------------------------------------------------------------------------------------

    def _show_group(self, shown: Shown, count: int, words: str) -> None:
        button = self.groups[shown]
        button.show_row(words.format(n=number(count)))
        button.setVisible(bool(count) and shown is not self._shown)

    def _last_without_rule(self) -> None:
        seen = [one for one in (*self.groups.values(), self.hidden, self.lessons) if not one.isHidden()]
        for one in seen:
            one.set_last(one is seen[-1])

    def _title(self) -> str:
        return {
            Shown.LEFT: _("Still to sort"),
            Shown.NEW: _("New since last time"),
            Shown.SET_ASIDE: _("Not me, or fine"),
            Shown.LISTED: _("On your To remove list"),
        }[self._shown]

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        return [row(one) if isinstance(one, Finding) else one for one in self._lines[offset : offset + limit]]

    def _fold(self, folded: bool) -> None:
        self._is_folded = folded
        self.inner.setVisible(not folded)
        self._say_toggle()

    def _say_toggle(self) -> None:
        self.toggle.set_icon("right" if self._is_folded else "down")
        self.toggle.setText(_("{group} ({n})").format(group=self._title(), n=number(len(self._found))))
        self.toggle.setAccessibleDescription(_("Closed") if self._is_folded else _("Open"))
