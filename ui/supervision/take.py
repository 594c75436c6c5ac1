"""“Take to supervision”: the person's own list, written, ordered, ticked and printed by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from footprint.reports import Paper
from footprint.supervision import take
from footprint.supervision.take import TakeLine
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.fields import Field, TextBox
from ui.kit.keys import shortcut
from ui.kit.lists import PagedRows, RowLook
from ui.kit.rows_card import RowsCard
from ui.kit.text import PlainLabel
from ui.kit.theme import px, space
from ui.log.lists.list_card import FittingList
from ui.supervision.now import Now
from ui.supervision.own_files import OwnFiles

CHANGES = Changes(supervision=True)


class TakeView(QWidget):
    """The list with its buttons. What is selected stays selected when the list is shown anew."""

    def __init__(self, desk: Desk, now: Now, selected: str = "") -> None:
        super().__init__()
        self._desk, self._now = desk, now
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self._column.addWidget(self._adding())
        self.list: FittingList | None = None
        self.files: OwnFiles | None = None
        if now.lines:
            self._column.addWidget(self._listed(selected))
            self._column.addWidget(self._paper_card())
            self._column.addWidget(self._after())
        else:
            self._column.addWidget(self._nothing())

    # -- adding ------------------------------------------------------------------------------------

    def _adding(self) -> Card:
        card = Card()
        self.box = TextBox(_("What do you want to talk about?"))
        self.box.setMaxLength(take.LONGEST)
        self.box.returnPressed.connect(self.add)
        keys = shortcut("take").shown
        hint = _("Your own words. Nobody sees them until you show them. On any page, {keys} adds a line.")
        self.field = Field(_("What do you want to talk about?"), self.box, hint.format(keys=keys))
        card.add(self.field)
        self.add_button = Btn(_("Add to my list"), "primary", "plus")
        self.add_button.clicked.connect(self.add)
        card.add(ButtonRow(self.add_button))
        return card

    def add(self) -> None:
        words = self.box.text()
        if not words.strip():
            self.field.show_error(_("Say in a few words what you want to talk about."))
            self.box.setFocus()
            return
        self.field.clear_error()
        self.box.clear()
        self._run(lambda: take.add(self._desk.bench.vault, words), _("Added to your list"))

    def _nothing(self) -> EmptyState:
        said = _("Here is what you want to talk about. Write a line above, or add one from any page.")
        return EmptyState("edit", _("Your list is empty"), said)

    # -- the list ----------------------------------------------------------------------------------

    def _listed(self, selected: str) -> Card:
        card = RowsCard(_("My list"))
        looks = [_look(one) for one in self._now.lines]
        self.rows = PagedRows(lambda offset, limit: looks[offset : offset + limit], len(looks), self)
        self.list = FittingList(self.rows, _("My list"), chevron=False)
        card.add(self.list)
        self.up = self._button(_("Move up"), "up", lambda one: self._move(one, -1))
        self.down = self._button(_("Move down"), "down", lambda one: self._move(one, 1))
        self.tick = self._button(_("Talked about"), "check", self._tick)
        self.edit = self._button(_("Change"), "edit", self._change)
        self.off = self._button(_("Take off"), "close", self._remove)
        card.body.addSpacing(px(8))
        card.add_beside(ButtonRow(self.up, self.down, self.tick, self.edit, self.off))
        self.list.moved.connect(lambda _key: self._fit())
        self.list.chosen.connect(lambda _key: self._fit())
        keys = [one.id for one in self._now.lines]
        at = keys.index(selected) if selected in keys else 0
        self.list.select_key(keys[at], at)
        self._fit()
        return card

    def _button(self, words: str, icon: str, do: Callable[[TakeLine], object]) -> Btn:
        button = Btn(words, icon=icon)
        button.clicked.connect(lambda: self._with_current(do))
        return button

    @property
    def selected(self) -> str:
        return self.list.current_key() if self.list is not None else ""

    def _current(self) -> TakeLine | None:
        return next((one for one in self._now.lines if one.id == self.selected), None)

    def _with_current(self, do: Callable[[TakeLine], object]) -> None:
        one = self._current()
        if one is not None:
            do(one)

    def _fit(self) -> None:
        one = self._current()
        self.tick.setText(_("Not talked about yet") if one is not None and one.talked else _("Talked about"))

    def _move(self, one: TakeLine, by: int) -> None:
        self._run(lambda: take.move(self._desk.bench.vault, one.id, by), "")

    def _tick(self, one: TakeLine) -> None:
        said = _("Not talked about yet") if one.talked else _("Talked about")
        self._run(lambda: take.talked(self._desk.bench.vault, one.id, not one.talked), said)

    def _remove(self, one: TakeLine) -> None:
        self._run(lambda: take.remove(self._desk.bench.vault, one.id), _("Taken off your list"))

    def _change(self, one: TakeLine) -> None:
        from ui.supervision.take_sheet import TakeSheet

        TakeSheet(self._desk, self.window(), one.words, line=one.id).open()

    # -- paper and afterwards ----------------------------------------------------------------------

    def _paper_card(self) -> OwnFiles:
        self.files = OwnFiles(
            self._desk,
            self._paper,
            "my-list",
            _("Your list for supervision"),
            _("It holds your own words. Whoever has the paper or the file can read them."),
        )
        return self.files

    def _paper(self) -> Paper:
        return take.take_paper(self._now.lines, self._now.today)

    def _after(self) -> Card:
        card = Card(title=_("After the talk"))
        count = sum(one.talked for one in self._now.lines)
        said = ngettext("{n} line is talked about.", "{n} lines are talked about.", count).format(n=count)
        card.add(PlainLabel(_("Keep the list, or clear it. You can undo it until you lock the app.")))
        self.clear_talked = Btn(_("Clear what was talked about"))
        self.clear_talked.clicked.connect(lambda: self._clear(only_talked=True))
        self.clear_talked.setVisible(0 < count < len(self._now.lines))
        self.clear_all = Btn(_("Clear the whole list"))
        self.clear_all.clicked.connect(lambda: self._clear(only_talked=False))
        if count:
            card.add(Banner("ok", said, quiet=True))
        card.add(ButtonRow(self.clear_talked, self.clear_all))
        return card

    def _clear(self, *, only_talked: bool) -> None:
        self._run(lambda: take.clear(self._desk.bench.vault, only_talked=only_talked), _("Cleared"))

    def _run(self, work: Callable[[], Any], said: str) -> None:
        words = (lambda _value: said) if said else None
        self._desk.run(Operation(lambda _task: work(), changes=CHANGES, said=words))


def _look(one: TakeLine) -> RowLook:
    day = _("Talked about on {day}").format(day=day_in_words(one.talked_on)) if one.talked_on else ""
    pill, tone = (_("Talked about"), "done") if one.talked else ("", "neutral")
    return RowLook(one.words, day, pill, tone, key=one.id)
