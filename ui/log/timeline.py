"""The timeline: what is coming, then everything that happened, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from footprint import dates
from footprint.i18n import _, ngettext
from footprint.log import timeline
from footprint.log.timeline import Coming, Entry, Month, Outline, Sort, What
from footprint.tasks import Task
from footprint.vault import Vault
from ui.desk import Desk
from ui.jobs import Job
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.fields import Field, Select
from ui.kit.layout import Flow, hbox
from ui.kit.lists import PAGE, PagedRows, RowLook
from ui.kit.progress import Working
from ui.kit.text import Heading
from ui.kit.theme import space
from ui.log.lists.list_card import BESIDE_ROWS, CARD_OF_ROWS, FittingList, ListCard
from ui.log.view import View
from ui.log.words import clock

FIRST_COMING = 3
_ICONS = {
    Sort.FOUND: "plus",
    Sort.ASKED: "mail",
    Sort.ANSWERED: "mail",
    Sort.GONE: "check_circle",
    Sort.CAME_BACK: "undo",
    Sort.LOOKED: "eye",
    Sort.CHANGED: "edit",
}
_COMING_ICONS = {What.ANSWER: "mail", What.REMINDER: "calendar", What.LOOK: "eye"}


@dataclass(frozen=True)
class _Seen:
    line: Outline
    first: tuple[RowLook, ...]
    coming: tuple[RowLook, ...]
    today: date


def look(task: Task, vault: Vault, sort: Sort | None) -> _Seen:
    """The outline, its first page and what is coming."""
    task.check()
    today = dates.local_day(vault.now())
    line = timeline.outline(vault, sort)
    first = rows_of(vault, line, 0, PAGE, today)
    task.check()
    ahead = tuple(_coming_look(one, today) for one in timeline.coming(vault, today))
    return _Seen(line, first, ahead, today)


def rows_of(vault: Vault, line: Outline, offset: int, limit: int, today: date) -> tuple[RowLook, ...]:
    return tuple(_entry_look(one, today) for one in timeline.page(vault, line, offset, limit))


class ComingCard(Card):
    """The next few days on which something comes up; all of them on request."""

    def __init__(self) -> None:
        super().__init__()
        self._looks: tuple[RowLook, ...] = ()
        self.rows = PagedRows(lambda offset, limit: self._looks[offset : offset + limit], 0, self)
        self.list = FittingList(self.rows, _("What is coming"))
        self.all = Btn("", "quiet")
        self.all.clicked.connect(lambda: self._put(len(self._looks)))
        space(self.body, 6, CARD_OF_ROWS)
        self.add(hbox(Heading(_("What is coming"), "h2"), margins=BESIDE_ROWS))
        self.add(self.list)
        self.add(hbox(self.all, None))

    def show_looks(self, looks: tuple[RowLook, ...]) -> None:
        opened = self.rows.rowCount() > FIRST_COMING
        self._looks = looks
        self._put(len(looks) if opened else FIRST_COMING)

    def _put(self, most: int) -> None:
        shown = min(most, len(self._looks))
        if self.all.hasFocus() and shown > FIRST_COMING:
            self.list.setFocus()
        self.rows.reload(shown)
        self.all.setText(_("See all {n}").format(n=dates.number(len(self._looks))))
        self.all.setVisible(shown < len(self._looks))


class TimelineView(View):
    """One line through everything. A row opens its item."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._line: Outline | None = None
        self.coming = ComingCard()
        self.coming.list.chosen.connect(self._open)
        shown = [("", _("Everything")), *((one.value, one.label) for one in Sort)]
        self.sort = Select(_("Show"), shown)
        self.sort.chosen.connect(lambda _value: self.reload())
        self.month = Select(_("Go to"), [])
        self.month.chosen.connect(self._go_to)
        self.tools = Flow([Field(_("Show"), self.sort), Field(_("Go to"), self.month)], column=220, gap=12)
        self.working = Working(_("Looking through your list…"))
        self.rows = PagedRows(lambda _offset, _limit: [], 0)
        self.rows.set_reader(self._read)
        self.rows.failed.connect(self.desk.show_problem)
        self.card = ListCard(self.rows)
        self.rows.setParent(self)
        self.list = FittingList(self.rows, _("What happened"))
        self.list.chosen.connect(self._open)
        self.card.show_list(self.list)
        self.nothing: QWidget = EmptyState(
            "clock", _("Nothing has happened yet"), _("What you do with the things in your list is told here, by day.")
        )
        self.no_match: QWidget = EmptyState("clock", _("Nothing of this kind"), _("Choose something else to show."))
        self.heading = Heading(_("What happened"), "h2")
        for part in (self.coming, self.heading, self.tools, self.working, self.card, self.nothing, self.no_match):
            self.body.addWidget(part, 1 if part is self.card else 0)
            part.hide()
        self.body.addStretch(0)

    def show_at(self, **details: object) -> None:
        self._head(0)

    def reload(self) -> None:
        """Look again; an older look that is still waiting for its turn is dropped."""
        if self._job is not None:
            self._job.stop()
        sort = Sort(self.sort.value) if self.sort.value else None
        self._job = self.desk.read(lambda task: look(task, self.vault, sort), self._show)
        self._job.ended.connect(self._ended)
        self.working.follow(self._job)

    def _show(self, seen: _Seen) -> None:
        line = seen.line
        if (line.sort or "") != self.sort.value:
            return
        if self._line is not None and line.sort is not self._line.sort:
            announce(self, _told(line.total))
        self._line = line
        self.coming.setVisible(bool(seen.coming))
        self.coming.show_looks(seen.coming)
        for part in (self.heading, self.tools):
            part.setVisible(bool(line.total or self.sort.value))
        was = self.month.value
        self.month.set_options([(str(one.at), _month_words(one)) for one in line.months])
        self.month.set_value(was)
        self.month.setEnabled(len(line.months) > 1)

        def fetch(offset: int, limit: int) -> Sequence[RowLook]:
            return rows_of(self.vault, line, offset, limit, seen.today)

        self.rows.reload(line.total, fetch=fetch, first=seen.first)
        self.card.setVisible(line.total > 0)
        self.nothing.setVisible(not line.total and not self.sort.value)
        self.no_match.setVisible(not line.total and bool(self.sort.value))
        self._head(line.total)

    def _head(self, total: int) -> None:
        self.headed.emit(_("Timeline"), _told(total) if total else "")

    def _go_to(self, at: str) -> None:
        """The newest entry of that month comes to the top of the list and gets the focus."""
        index = self.rows.index(int(at))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, FittingList.ScrollHint.PositionAtTop)
        self.list.setFocus()

    def _open(self, key: str) -> None:
        self.asked.emit("item", {"item": key.partition(" ")[0]})

    def _read(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.desk.read(lambda _task: work(), then)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None


def _told(total: int) -> str:
    return ngettext("{n} step so far.", "{n} steps so far.", total).format(n=dates.number(total))


def _entry_look(one: Entry, today: date) -> RowLook:
    meta = f"{clock(one.at)}. {one.words}" + (f" {one.note}" if one.note else "")
    day = dates.short_day(dates.local_day(one.at), today)
    return RowLook(title=one.title, meta=meta, pill=day, tone="neutral", icon=_ICONS[one.sort], key=one.key)


def _coming_look(one: Coming, today: date) -> RowLook:
    when = dates.when_in_words(one.day, today)
    when = when[:1].upper() + when[1:]
    key = f"{one.item_id} {one.what.value} {one.day}"
    return RowLook(one.title, one.what.label, when, "neutral", _COMING_ICONS[one.what], key=key)


def _month_words(month: Month) -> str:
    """`November 2026 (12)`."""
    name = dates.month_in_words(month.first.year, month.first.month)
    return _("{month} ({n})").format(month=name, n=dates.number(month.entries))
