"""The place "Privacy checklists": the list of networks, one network, and the way into the walk-through."""

from __future__ import annotations

from typing import ClassVar

from shiboken6 import isValid

from footprint.checklists import Guidance, load_guidance, plain
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.changes import Changes
from ui.checklists import phone_sheet, quick, words
from ui.checklists.about import About
from ui.checklists.cards import NetworkList
from ui.checklists.now import Now, OnPhone, Overview, Quick, read_network, read_overview, read_phone, read_quick
from ui.checklists.phone import PhonePage
from ui.checklists.quick import QuickView, Sitting
from ui.checklists.walkthrough import WalkThrough
from ui.desk import Desk
from ui.page import Page

LIST, ABOUT, PHONE, QUICK = "list", "about", "phone", "quick"


class ChecklistsPage(Page):
    """`desk.go("checklists")` shows the list; with `network=` (and `check=`) it opens that walk-through.

    `view="about"` shows a network's own page instead, `view="phone"` the page "On my phone", and `view="quick"` the few
    checks that fit 15 minutes.
    """

    watches = Changes(answers=True, accounts=True)
    help_topic: ClassVar[str] = "checklists"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Privacy checklists"))
        self.view = LIST
        self.network = ""
        self.walk: WalkThrough | None = None
        self.phone_page: PhonePage | None = None
        self.list: NetworkList | None = None
        self.about: About | None = None
        self.quick: QuickView | None = None
        self._sitting: Sitting | None = None
        self._gone_through = 0
        self._guidance: Guidance | None = None

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        network, check = str(details.get("network", "") or ""), str(details.get("check", "") or "")
        view = str(details.get("view", "") or "")
        if view in (PHONE, QUICK):
            self._go(view)
        elif network and view == ABOUT:
            self._go(ABOUT, network)
        elif network:
            self.open_walk(network, check)
        else:
            self._go(LIST)

    def _go(self, view: str, network: str = "") -> None:
        if self.walking is None:
            self._drop_walk()  # the window left focus mode by itself
        self.view, self.network, self._gone_through = view, network, 0
        self.reload()
        self.arrive()

    @property
    def walking(self) -> WalkThrough | None:
        """The walk-through, while it is what the window shows."""
        walk = self.walk
        return walk if walk is not None and isValid(walk) and walk.isVisible() else None

    def put_away(self) -> None:
        if self.walk is not None and isValid(self.walk):
            self.walk.put_away()

    def choose(self, number: int) -> None:
        if self.walking is not None:
            self.walking.choose(number)

    def print_page(self) -> None:
        """Ctrl+P."""
        if self.phone_page is not None:
            self.phone_page.print_it()

    def save_copy(self) -> None:
        """Ctrl+S."""
        if self.phone_page is not None:
            self.phone_page.save_it()

    def back(self) -> None:
        """Alt+Left: from a network or the phone page to the list; from the list, to Home."""
        if self.walking is not None:
            self.walking.back()
        elif self.view == LIST:
            self.desk.go("home")
        else:
            self._go(LIST)

    def escape(self) -> bool:
        if self.walking is not None:
            return self.walking.escape()
        if self.view != LIST:
            self._go(LIST)
            return True
        return False

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        bench, network = self.bench, self.network
        if self.view == ABOUT:
            self.desk.read(lambda _task: read_network(bench, network), self._show_about)
        elif self.view == PHONE:
            self.desk.read(lambda _task: read_phone(bench), self._show_phone)
        elif self.view == QUICK:
            self.desk.read(lambda _task: read_quick(bench), self._show_quick)
        else:
            self.desk.read(lambda _task: read_overview(bench), self._show_list)

    def _start_over(self, title: str, line: str) -> None:
        self.clear_body()
        self.list = self.about = self.phone_page = self.quick = None
        self.primary = None
        self.heading.setText(title)
        self.say_line(line)

    def _show_list(self, overview: Overview) -> None:
        if self.view != LIST:
            return
        self._start_over(_("Privacy checklists"), _list_line(overview))
        self.list = NetworkList(overview, {one.id: one for one in self.bench.checklists.networks()})
        self.list.walk.connect(self.open_walk)
        self.list.about.connect(lambda network: self._go(ABOUT, network))
        self.list.phone.connect(lambda: self._go(PHONE))
        self.list.add_account.connect(lambda: self.desk.go("accounts"))
        self.primary = self.list.primary
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _show_about(self, now: Now) -> None:
        if self.view != ABOUT or now.network.id != self.network:
            return
        self._start_over(now.network.name, plain(now.network.summary))
        self.about = About(now)
        self.about.start.connect(lambda: self.open_walk(self.network))
        self.about.open_check.connect(lambda check: self.open_walk(self.network, check))
        self.about.opened.connect(self.desk.open_link)
        self.about.look.connect(lambda: self.desk.go("stranger", network=self.network))
        self.primary = self.about.start_button
        self.body.addWidget(self.about)
        self.body.addStretch(1)

    def _show_phone(self, found: OnPhone) -> None:
        if self.view != PHONE:
            return
        self._start_over(phone_sheet.title(), phone_sheet.lead())
        self.phone_page = PhonePage(self.desk, found)
        self.phone_page.answer.connect(self.open_walk)
        self.body.addWidget(self.phone_page)
        self.body.addStretch(1)

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
        self.body.addWidget(self.quick)
        self.body.addStretch(1)

    def _sit_down(self, found: Quick, network: str, check: str) -> None:
        self._sitting, self._gone_through = Sitting(found.checks).starting_at(network), 0
        self._next_part(check)

    def _next_part(self, check: str = "") -> None:
        """The checks of the next network; after the last one, the list as it stands then."""
        sitting = self._sitting
        part = sitting.next() if sitting is not None else None
        if part is not None:
            self.open_walk(part[0], check, part=part[1])
            return
        self._gone_through = sitting.done if sitting is not None else 0
        self._sitting = None
        self.view = QUICK
        self.close_walk()

    def _part_done(self, answered: int) -> None:
        if self._sitting is not None:
            self._sitting.went_through(answered)
        self._next_part()

    # -- the walk-through --------------------------------------------------------------------------

    def open_walk(self, network: str, check: str = "", *, part: tuple[str, ...] = ()) -> None:
        """Focus mode for a network: at a check, or where the person stopped; with `part` only these checks."""
        bench, guidance = self.bench, self._guidance

        def read(_task: Task) -> tuple[Now, Guidance]:
            return read_network(bench, network), guidance or load_guidance()[0]

        def show(found: tuple[Now, Guidance]) -> None:
            if isValid(self):
                self._show_walk(*found, check=check, part=part)

        self.desk.read(read, show)

    def _show_walk(self, now: Now, guidance: Guidance, *, check: str, part: tuple[str, ...]) -> None:
        self._guidance = guidance
        self._drop_walk()
        walk = WalkThrough(self.desk, now, guidance, check=check, part=part)
        walk.part_done.connect(self._part_done)
        walk.left_it.connect(self.close_walk)
        walk.to_phone.connect(self._walk_to_phone)
        walk.to_network.connect(self._walk_to_network)
        self.walk = walk
        self.desk.focus_asked.emit(walk)
        walk.arrive()

    def close_walk(self) -> None:
        """Out of focus mode, to the page as it stands now."""
        self.desk.focus_asked.emit(None)
        self._drop_walk()
        self.reload()
        self.arrive()

    def _drop_walk(self) -> None:
        if self.walk is not None and isValid(self.walk):
            self.walk.hide()
            self.walk.setParent(None)
            self.walk.deleteLater()
        self.walk = None

    def _walk_to_phone(self) -> None:
        self.view = PHONE
        self.close_walk()

    def _walk_to_network(self, network: str) -> None:
        self.close_walk()
        self.open_walk(network)


def _list_line(overview: Overview) -> str:
    """One line that says where things stand."""
    left = [one for one in overview.mine if one.minutes_left]
    minutes = sum(one.minutes_left for one in left)
    if not overview.mine:
        return _("Go through the settings of a network, one page at a time.")
    if not left:
        return _("Every checklist is done for now.")
    said = ngettext("{n} network still has checks, {minutes}.", "{n} networks still have checks, {minutes}.", len(left))
    return said.format(n=len(left), minutes=words.minutes_about(minutes))
