"""Going through old posts: filters and bars above, a list on the left, the post on the right, five choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.deciding import decide
from footprint.archives.index.filters import Decided
from footprint.archives.index.finding import Row, entry
from footprint.dates import number
from footprint.i18n import _, ngettext
from ui.archives.review import now
from ui.archives.review.entry import CHOICES, EntryCard, said
from ui.archives.review.filters import Filters, Offered
from ui.archives.review.lens_words import lens_words
from ui.archives.review.months import MonthChart, label_of
from ui.archives.review.pictures import PicturesSheet
from ui.archives.review.thread import ThreadSheet
from ui.archives.review.wrong import WrongSheet
from ui.archives.stage import ArchivePart, Stage
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState, bring_into_view
from ui.kit.lists import PagedRows, RowLook
from ui.kit.progress import Working
from ui.kit.theme import space
from ui.log.lists.list_card import FittingList, ListCard
from ui.page import clear
from ui.search.sorting.sides import Side, Sides

BATCH = 20  # decided before a place to stop is offered
_SIDE = (12, 20, 12, 20)
_ENTRY = "entry:"


class Review(ArchivePart):
    """Nothing on a network is changed from here: what should go becomes a thing in the list.

    `about`: a choice of “Show” to begin with, or `entry:` and the number of one entry to open.
    """

    def __init__(self, desk: Desk, about: str = "") -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self._around: now.Around | None = None
        self._seen: now.Seen | None = None
        self._wanted = about
        self._key = ""
        self._done = 0
        self._job: Job | None = None
        self.card: EntryCard | None = None
        self._build()
        desk.changed.connect(self._on_changed)
        desk.read(lambda task: now.read_around(task, desk.bench), self._show_around)

    def line(self) -> str:
        if self._seen is None:
            return ""
        found = self._seen.count
        words = ngettext("{n} thing", "{n} things", found.number).format(n=number(found.number))
        return words if found.exact else _("{n} or more").format(n=words)

    def choose(self, choice: int) -> None:
        """Ctrl+1 to Ctrl+5."""
        if self.card is not None and choice in CHOICES:
            self._say(self.card.row, CHOICES[choice])

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        space(column, 14)
        self.filters = Filters()
        self.filters.changed.connect(self._ask)
        self.months = MonthChart()
        self.months.chosen.connect(self._go_to_month)
        self.working = Working(_("Looking through your posts…"))
        self._message, self._rest = QVBoxLayout(), QVBoxLayout()
        self.rows = PagedRows(lambda _offset, _limit: [], 0)
        self.rows.set_reader(self._read)
        self.rows.failed.connect(self._desk.show_problem)
        self._list_card = ListCard(self.rows)
        self.rows.setParent(self)
        self.list = FittingList(self.rows, _("Posts"), chevron=False)
        self.list.chosen.connect(lambda key: self._open(key, take_focus=True))
        self.list.moved.connect(self._open)
        self._list_card.show_list(self.list)
        self.side = Card()
        space(self.side.body, 0, _SIDE)
        self.parts = Sides(Side(self._list_card), Side(self.side))
        for part in (self.filters, self.months, self.working):
            column.addWidget(part)
        column.addLayout(self._rest)
        column.addLayout(self._message)
        column.addWidget(self.parts, 1)
        column.addStretch(0)
        self.parts.hide()
        self.months.hide()
        self.filters.hide()

    # -- reading -------------------------------------------------------------------------------------

    def _show_around(self, around: now.Around) -> None:
        self._around = around
        if not around.contents.entries:
            bring = Btn(_("Bring in a copy"), "primary")
            bring.clicked.connect(lambda: self.went.emit(Stage.BRING))
            clear(self._message)
            self._message.addWidget(
                EmptyState(
                    "posts", _("No posts yet"), _("Bring in a copy of an account to go through its posts."), bring
                )
            )
            self.primary = bring
            self.stepped.emit()
            return
        lenses = [(lens, lens_words(lens).title, count) for lens, count in around.contents.lenses.items()]
        self.filters.offer(Offered(around.names, around.contents.kinds, around.years, lenses, undated=around.undated))
        if self._wanted.startswith(_ENTRY):
            self.filters.kind.set_value("")  # it may be of any kind
            self._open(self._wanted.removeprefix(_ENTRY), take_focus=True)
        elif self._wanted:
            self.filters.show_only.set_value(self._wanted)
        self._wanted = ""
        self.filters.show()
        self._look()

    def _ask(self) -> None:
        """Something else is wanted: the first of it is shown."""
        self._key = ""
        self._look()

    def _look(self) -> None:
        """Ask the index anew; an older question that still waits is dropped."""
        if self._job is not None:
            self._job.stop()
        vault, find = self._vault, self.filters.find
        self._job = self._desk.read(lambda task: now.read_seen(task, vault, find), self._show)
        self._job.ended.connect(self._ended)
        if self._seen is None:
            self.working.follow(self._job)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _read(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._desk.read(lambda _task: work(), then)

    def _show(self, seen: now.Seen) -> None:
        around = self._around
        if around is None or seen.find != self.filters.find:
            return
        self._seen = seen
        vault, find = self._vault, seen.find

        def fetch(offset: int, limit: int) -> Sequence[RowLook]:
            return now.fetch(vault, find, around, offset, limit)

        self.rows.reload(seen.count.number, fetch=fetch, first=now.looks(seen.first, around))
        self.months.show_months(seen.months)
        self.months.setVisible(len(seen.months) > 1)
        self.parts.setVisible(bool(seen.count.number))
        clear(self._message)
        if not seen.count.number:
            self._show_none()
        elif not self._key:
            self._put(seen.first[0], 0)
        elif self.card is None:
            self._open(self._key, take_focus=True)
        self.stepped.emit()

    def _show_none(self) -> None:
        self.card = None
        clear(self.side.body)
        every = Btn(_("Show everything"))
        every.clicked.connect(self.filters.clear)
        self._message.addWidget(EmptyState("search", _("Nothing matches"), _("Choose other words or filters."), every))

    def _on_changed(self, changes: Changes, origin: object) -> None:
        if changes.touches(Changes(archives=True)) and origin is not self:
            self._desk.read(lambda task: now.read_around(task, self._desk.bench), self._show_around)

    # -- one post ------------------------------------------------------------------------------------

    def _open(self, key: str, *, take_focus: bool = False) -> None:
        if key and (key != self._key or take_focus):
            at = self.rows.row_of(key)
            vault, entry_id = self._vault, int(key)
            self._key = key
            self._desk.read(
                lambda _task: entry(vault, entry_id), lambda one: self._put_if(key, one, at, take_focus), lane="vault"
            )

    def _put_if(self, key: str, one: Row, at: int, take_focus: bool) -> None:
        if key == self._key:
            self._put(one, at, take_focus=take_focus)

    def _put(self, one: Row, at: int, *, take_focus: bool = False) -> None:
        around, seen = self._around, self._seen
        if around is None or seen is None:
            return
        clear(self.side.body)
        self._key = str(one.id)
        network = around.names.get(one.entry.network, one.entry.network)
        self.card = EntryCard(one, network, lens_words, max(0, at), seen.count.number)
        self.card.said.connect(lambda value: self._say(one, Decided(value)))
        self.card.opened.connect(self._desk.open_link)
        self.card.thread_asked.connect(lambda: ThreadSheet(self, self._desk, one, around).open())
        self.card.pictures_asked.connect(lambda: PicturesSheet(self, self._desk, one).open())
        self.card.wrong.connect(lambda flag: WrongSheet(self.window(), self._desk, one, flag).open())
        self.side.add(self.card)
        self.list.select_key(self._key, at)
        if take_focus:
            focus_heading(self.card.heading)
            bring_into_view(self.card.heading)

    def _go_to_month(self, month: int) -> None:
        """The bars choose a year; pressing one that is chosen shows all years again."""
        year = str(month // 12)
        self.filters.year.set_value("" if self.filters.year.value == year else year)
        announce(self, label_of(month))
        self._ask()

    # -- deciding ------------------------------------------------------------------------------------

    def _say(self, one: Row, choice: Decided) -> None:
        at = self.rows.row_of(str(one.id))
        self._desk.run(
            Operation(
                lambda _task: decide(self._vault, [one.id], choice),
                changes=Changes(archives=True, items=True),
                said=lambda _value: said(choice),
            ),
            origin=self,
            then=lambda _items: self._decided(one, choice, at),
        )

    def _decided(self, one: Row, choice: Decided, at: int) -> None:
        """The next one, at once; the list is read anew behind it."""
        following = self.rows.key_at(at + 1) or self.rows.key_at(at - 1)
        self._done += choice is not Decided.NOTHING
        clear(self._rest)
        self._job = None
        self._look()
        if self._done and self._done % BATCH == 0 and choice is not Decided.NOTHING:
            self._offer_to_stop()
        if following and following != str(one.id):
            self._key = following
            self._open(following, take_focus=True)

    def _offer_to_stop(self) -> None:
        stop = Btn(_("Stop here"))
        stop.clicked.connect(lambda: self.went.emit(Stage.OVERVIEW))
        words = _("You can stop here, or go on. Nothing is lost.")
        self._rest.addWidget(Banner("ok", _("{n} done").format(n=number(self._done)), words, stop))
