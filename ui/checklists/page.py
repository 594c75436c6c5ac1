"""The place "Privacy checklists": the library in its parts, one file of it, and the way into the walk-through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QScrollArea
from shiboken6 import isValid

from footprint.checklists import Guidance, PlaceFacts, plain
from footprint.i18n import _
from footprint.tasks import Task
from ui.changes import Changes
from ui.checklists import phone_sheet, quick
from ui.checklists.about import About
from ui.checklists.cards import NetworkList
from ui.checklists.large_sheet import LargeSheet
from ui.checklists.library import LibraryView
from ui.checklists.now import Now, OnPhone, Quick, read_network, read_phone, read_quick
from ui.checklists.parts import Part, part_of
from ui.checklists.phone import PhonePage
from ui.checklists.place import PlaceView
from ui.checklists.quick import QuickView, Sitting
from ui.checklists.shelves import Shelves
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk
from ui.focus_host import FocusHost
from ui.kit.layout import vbox
from ui.page import Page, clear

LIST, ABOUT, PHONE, QUICK = "list", "about", "phone", "quick"


class ChecklistsPage(FocusHost[WalkThrough], Page):
    """`desk.go("checklists")` shows the person's own; with `network=` (and `check=`) it opens that walk-through.

    `part=` shows another part of the library (`Part`). `view="about"` shows the own page of a network, place or
    situation instead, `view="phone"` the page "On my phone", and `view="quick"` the few checks that fit 15 minutes.
    """

    watches = Changes(answers=True, accounts=True, steps=True)
    help_topic: ClassVar[str] = "checklists"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Privacy checklists"))
        self.view = LIST
        self.network = ""
        self.phone_page: PhonePage | None = None
        self.library = self._make_library()
        self.about: About | None = None
        self.place: PlaceView | None = None
        self._own = vbox(spacing=16)
        self._left = ""
        self.quick: QuickView | None = None
        self._sitting: Sitting | None = None
        self._then: tuple[str, dict[str, str]] | None = None  # the place that asked for a sitting, and what it shows
        self._gone_through = 0

        self.body.addWidget(self.library)
        self.body.addLayout(self._own)
        self.body.addStretch(1)

    def _make_library(self) -> LibraryView:
        made = LibraryView(self.desk)
        made.hide()
        made.walk.connect(self.open_walk)
        made.about.connect(lambda network: self._go(ABOUT, network))
        made.phone.connect(lambda: self._go(PHONE))
        made.add_account.connect(lambda: self.desk.go("accounts"))
        made.headed.connect(self._say_where)
        made.arrived.connect(self._take_keys)
        return made

    @property
    def list(self) -> NetworkList | None:
        """The person's own networks, while they are in sight."""
        return self.library.list if self.view == LIST else None

    @property
    def shelves(self) -> Shelves | None:
        """The shelves, while they are in sight."""
        return self.library.shelves if self.view == LIST else None

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        network, check = str(details.get("network", "") or ""), str(details.get("check", "") or "")
        view = str(details.get("view", "") or "")
        if details.get("sitting"):
            self._sit_down_for(details["sitting"], details["then"])
        elif view in (PHONE, QUICK):
            self._go(view)
        elif network and view == ABOUT:
            self._go(ABOUT, network)
        elif network:
            self.open_walk(network, check)
        else:
            part = str(details.get("part", "") or "")
            self.library.part = Part(part) if part in list(Part) else Part.MINE
            self._go(LIST)

    def _go(self, view: str, network: str = "") -> None:
        self.drop_hidden_walk()
        self.view, self.network, self._gone_through = view, network, 0
        self._to_top()
        self.reload()
        self.arrive()

    def _to_top(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)

    def _back_to_list(self) -> None:
        """To the part that was left, and to the row that led away from it."""
        left = self.network
        self.drop_hidden_walk()
        self.view, self.network, self._gone_through, self._left = LIST, "", 0, left
        self._to_top()
        self.reload()
        self.arrive()

    def to_take(self) -> str:
        return self.walking.to_take() if self.walking is not None else ""

    def put_away(self) -> None:
        self.put_walk_away()

    def choose(self, number: int) -> None:
        if self.walking is not None:
            self.walking.choose(number)

    def print_page(self) -> None:
        """Ctrl+P."""
        shown = self.about or self.place
        if self.phone_page is not None:
            self.phone_page.print_it()
        elif shown is not None:
            shown.paper.emit()

    def save_copy(self) -> None:
        """Ctrl+S."""
        shown = self.about or self.place
        if self.phone_page is not None:
            self.phone_page.save_it()
        elif shown is not None:
            shown.paper.emit()

    def back(self) -> None:
        """Alt+Left: from a network or the phone page to the list; from the list, to Home."""
        if self.walking is not None:
            self.walking.back()
        elif self.view == LIST:
            self.desk.go("home")
        else:
            self._back_to_list()

    def escape(self) -> bool:
        if self.walking is not None:
            return self.walking.escape()
        if self.view != LIST:
            self._back_to_list()
            return True
        if self.shelves is not None and self.shelves.typed:
            self.shelves.clear()
            return True
        return False

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        self.library.stop()
        bench, network = self.bench, self.network
        if self.view == ABOUT:
            self.desk.read(lambda _task: read_network(bench, network), self._show_about)
        elif self.view == PHONE:
            self.desk.read(lambda _task: read_phone(bench), self._show_phone)
        elif self.view == QUICK:
            self.desk.read(lambda _task: read_quick(bench), self._show_quick)
        else:
            self._show_library()

    def _show_library(self) -> None:
        self._start_over(_("Privacy checklists"), self.library.said)
        self.library.show()
        self._take_keys()
        self.library.come_back(self._left)
        self._left = ""

    def _take_keys(self) -> None:
        """What Ctrl+Enter and Ctrl+F are for, while the library is in sight."""
        if self.view == LIST:
            self.primary = self.library.primary
            self.search_box = self.shelves.search if self.shelves is not None else None

    def _say_where(self, line: str) -> None:
        if self.view == LIST:
            self.say_line(line)

    def _start_over(self, title: str, line: str) -> None:
        """Another view in place of the one there was; the library is only put aside."""
        clear(self._own)
        self.library.hide()
        self.about = self.place = self.phone_page = self.quick = None
        self.primary = self.search_box = None
        self.heading.setText(title)
        self.say_line(line)

    def _show_about(self, now: Now) -> None:
        if self.view != ABOUT or now.network.id != self.network:
            return
        self._start_over(now.network.name, plain(now.network.summary))
        if self.library.part.kind is not now.network.kind:
            self.library.part = part_of(now.network.kind)
        shown = self._put_place(now, now.network.place) if now.network.place is not None else self._put_about(now)
        shown.start.connect(lambda: self.open_walk(self.network))
        shown.open_check.connect(lambda check: self.open_walk(self.network, check))
        shown.opened.connect(self.desk.open_link)
        shown.paper.connect(lambda: LargeSheet(self.desk, self, now).open())
        self.primary = shown.start_button
        self._own.addWidget(shown)

    def _put_about(self, now: Now) -> About:
        self.about = About(now)
        self.about.look.connect(lambda: self.desk.go("stranger", network=self.network))
        return self.about

    def _put_place(self, now: Now, facts: PlaceFacts) -> PlaceView:
        self.place = PlaceView(now, facts)
        self.place.log_asked.connect(lambda: self.desk.go("remove", new=True, listing=self.network))
        return self.place

    def _show_phone(self, found: OnPhone) -> None:
        if self.view != PHONE:
            return
        self._start_over(phone_sheet.title(), phone_sheet.lead())
        self.phone_page = PhonePage(self.desk, found)
        self.phone_page.answer.connect(self.open_walk)
        self._own.addWidget(self.phone_page)

    # -- fifteen minutes ---------------------------------------------------------------------------

    def _show_quick(self, found: Quick) -> None:
        if self.view != QUICK:
            return
        self._start_over(quick.title(), quick.line(found.checks))
        self.quick = QuickView(found.checks, due=found.due, done=self._gone_through)
        self.quick.start.connect(lambda: self._sit_down(found, "", ""))
        self.quick.chosen.connect(lambda network, check: self._sit_down(found, network, check))
        self.quick.add_account.connect(lambda: self.desk.go("accounts"))
        self.quick.due.connect(lambda: self.desk.go("remove"))
        self.quick.leave.connect(lambda: self._go(LIST))
        self.primary = self.quick.primary
        self._own.addWidget(self.quick)

    def _sit_down(self, found: Quick, network: str, check: str) -> None:
        self._sitting = Sitting(quick.parts(found.checks)).starting_at(network)
        self._gone_through, self._then = 0, None
        self._next_part(check)

    def _sit_down_for(self, parts: Sequence[tuple[str, tuple[str, ...]]], then: tuple[str, dict[str, str]]) -> None:
        """Checks that another place asks for, network by network; afterwards the person is back there."""
        self._sitting, self._gone_through, self._then = Sitting(parts), 0, then
        self._next_part()

    def _next_part(self, check: str = "") -> None:
        """The checks of the next network; after the last one, the list as it stands then."""
        sitting = self._sitting
        part = sitting.next() if sitting is not None else None
        if part is not None:
            self.open_walk(part[0], check, part=part[1])
            return
        self._gone_through = sitting.done if sitting is not None else 0
        self._sitting = None
        if self._then is not None:
            self._go_back_there()
            return
        self.view = QUICK
        self.close_walk()

    def _go_back_there(self) -> None:
        """To the place that had asked for these checks."""
        assert self._then is not None
        (place, details), self._then = self._then, None
        self.view = LIST
        self.close_walk()
        self.desk.go(place, **details)

    def _part_done(self, answered: int) -> None:
        if self._sitting is not None:
            self._sitting.went_through(answered)
        self._next_part()

    # -- the walk-through --------------------------------------------------------------------------

    def open_walk(self, network: str, check: str = "", *, part: tuple[str, ...] = ()) -> None:
        """Focus mode for a network: at a check, or where the person stopped; with `part` only these checks."""
        self.library.stop()
        bench = self.bench

        def read(_task: Task) -> tuple[Now, Guidance]:
            return read_network(bench, network), bench.guidance()

        def show(found: tuple[Now, Guidance]) -> None:
            if isValid(self):
                self._show_walk(*found, check=check, part=part)

        self.desk.read(read, show)

    def _show_walk(self, now: Now, guidance: Guidance, *, check: str, part: tuple[str, ...]) -> None:
        self.drop_walk()
        walk = WalkThrough(self.desk, now, guidance, check=check, part=part)
        walk.part_done.connect(self._part_done)
        walk.left_it.connect(self._leave_walk)
        walk.to_phone.connect(self._walk_to_phone)
        walk.to_network.connect(self._walk_to_network)
        self.show_walk(walk)

    def _leave_walk(self) -> None:
        """In the middle: what was answered is kept, and another place that asked for it is shown again."""
        self._sitting = None
        if self._then is not None:
            self._go_back_there()
        else:
            self.close_walk()

    def close_walk(self) -> None:
        """Out of focus mode, to the page as it stands now."""
        self.leave_focus()
        self.reload()
        self.arrive()

    def _walk_to_phone(self) -> None:
        self.view = PHONE
        self.close_walk()

    def _walk_to_network(self, network: str) -> None:
        self.close_walk()
        self.open_walk(network)
