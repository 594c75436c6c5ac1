"""What is done with several things at once: one operation, one undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from footprint import dates, log
from footprint.i18n import _, ngettext
from footprint.log import Query, State, sets
from footprint.log.sets import ItemSet
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.log.considering import Considering
from ui.log.lists.bulk import BulkBar
from ui.log.lists.group_sheet import GroupSheet
from ui.log.lists.long_list import LongList
from ui.log.sheets import DaySheet, StateSheet


class Many(QObject):
    """Joins the bulk bar to the list: asks what is left to ask, then does it."""

    def __init__(self, desk: Desk, parent: QWidget, bar: BulkBar, shown: LongList, query: Callable[[], Query]) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._bar, self._list, self._query = desk, parent, bar, shown, query
        self._vault = desk.bench.vault
        self.considering = Considering(desk, parent)
        self.sheet: StateSheet | DaySheet | GroupSheet | None = None
        bar.all_asked.connect(self._tick_all)
        bar.mark_asked.connect(self._ask_state)
        bar.date_asked.connect(self._ask_day)
        bar.group_asked.connect(self._ask_group)
        bar.deleted.connect(self._delete)

    def _tick_all(self) -> None:
        query, today = self._query(), dates.local_day(self._vault.now())
        self._desk.read(lambda _task: log.ids(self._vault, query, today), self._list.rows.set_ticked)

    def _ask_state(self) -> None:
        chosen = self._list.rows.ticked_keys()
        self._desk.read(lambda _task: log.allowed_for(self._vault, chosen), self._open_states)

    def _open_states(self, states: tuple[State, ...]) -> None:
        if not states:
            self._desk.say(_("These are too different to be marked alike. Select fewer."))
            return
        self.sheet = StateSheet(self._parent.window(), self._bar.selected, states)
        self.sheet.picked.connect(self._move)
        self.sheet.open()

    def _move(self, value: str) -> None:
        chosen = self._list.rows.ticked_keys()
        self.considering.run(
            lambda known: log.move(self._vault, chosen, State(value), considered=known),
            changes=Changes(items=True),
            said=lambda ids: _marked(len(ids)),
            then=self._done,
        )

    def _ask_day(self) -> None:
        today = dates.local_day(self._vault.now())
        self.sheet = DaySheet(self._parent.window(), self._bar.selected, today)
        self.sheet.picked.connect(self._set_day)
        self.sheet.open()

    def _set_day(self, day: date) -> None:
        chosen = self._list.rows.ticked_keys()
        self._run(lambda: log.change_many(self._vault, chosen, due=day), lambda _n: _("The date is set"))

    def _ask_group(self) -> None:
        self._desk.read(lambda _task: sets.all_sets(self._vault), self._open_groups)

    def _open_groups(self, there: tuple[ItemSet, ...]) -> None:
        self.sheet = GroupSheet(self._parent.window(), self._bar.selected, there, inside=bool(self._query().set_id))
        self.sheet.made.connect(self._make_group)
        self.sheet.added.connect(self._add_to_group)
        self.sheet.taken_out.connect(self._take_out)
        self.sheet.open()

    def _make_group(self, name: str) -> None:
        chosen = self._list.rows.ticked_keys()
        self._run(lambda: sets.make(self._vault, chosen, name), _grouped)

    def _add_to_group(self, set_id: str) -> None:
        chosen = self._list.rows.ticked_keys()
        self._run(lambda: sets.add(self._vault, set_id, chosen), _grouped)

    def _take_out(self) -> None:
        chosen = self._list.rows.ticked_keys()
        self._run(lambda: sets.take_out(self._vault, chosen), lambda _n: _("Taken out of the group"))

    def _delete(self) -> None:
        chosen = self._list.rows.ticked_keys()
        self.considering.run(
            lambda known: log.delete(self._vault, chosen, considered=known),
            changes=Changes(items=True),
            said=deleted_words,
            then=self._done,
        )

    def _run(self, work: Callable[[], Any], said: Callable[[Any], str]) -> None:
        def on_lane(_task: Task) -> Any:
            return work()

        self._desk.run(Operation(on_lane, changes=Changes(items=True), said=said), then=self._done)

    def _done(self, _value: Any) -> None:
        self._list.rows.set_ticked(())


def deleted_words(count: int) -> str:
    return ngettext("{n} thing deleted", "{n} things deleted", count).format(n=dates.number(count))


def _marked(count: int) -> str:
    return ngettext("{n} thing marked", "{n} things marked", count).format(n=dates.number(count))


def _grouped(one: ItemSet) -> str:
    return _("In the group “{name}”").format(name=one.name[:60])
