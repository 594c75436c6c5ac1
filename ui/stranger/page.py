"""The place "Log out and look": the list of accounts, the guided look, and the card that comes of it."""

from __future__ import annotations

from typing import ClassVar

from shiboken6 import isValid

from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Look
from footprint.errors import NotFound
from footprint.i18n import _, ngettext
from ui.changes import Changes
from ui.desk import Desk
from ui.focus_host import FocusHost
from ui.jobs import Operation
from ui.page import Page
from ui.stranger import words
from ui.stranger.learned import Learned
from ui.stranger.log_it import log_it
from ui.stranger.now import Now, Overview, last_of, read_look, read_new, read_overview
from ui.stranger.overview import LookList
from ui.stranger.walk import LookWalk

LIST, LEARNED = "list", "learned"


class StrangerPage(FocusHost[LookWalk], Page):
    """`desk.go("stranger")` shows the list; with `network=` (and `account=`) it opens the look there.

    `look=` shows the card of one look, `view="learned"` with `network=` that of the last one there.
    """

    watches: ClassVar[Changes] = Changes(looks=True, accounts=True, items=True, steps=True)
    help_topic: ClassVar[str] = "stranger"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Log out and look"))
        self.view, self.look = LIST, ""
        self.list: LookList | None = None
        self.learned: Learned | None = None

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        network, account = str(details.get("network", "") or ""), str(details.get("account", "") or "")
        look, view = str(details.get("look", "") or ""), str(details.get("view", "") or "")
        if look:
            self._go(LEARNED, look)
        elif network and view == LEARNED:
            self._find_last(network, account)
        elif network:
            self.open_walk(network, account)
        else:
            self._go(LIST)

    def _go(self, view: str, look: str = "") -> None:
        self.drop_hidden_walk()
        self.view, self.look = view, look
        self.reload()
        self.arrive()

    def _find_last(self, network: str, account: str) -> None:
        """The last look there, or a first one."""
        bench = self.bench

        def show(found: str) -> None:
            if isValid(self):
                self._go(LEARNED, found) if found else self.open_walk(network, account)

        self.desk.read(lambda _task: last_of(bench, network, account), show)

    def put_away(self) -> None:
        self.put_walk_away()

    def choose(self, number: int) -> None:
        if self.walking is not None:
            self.walking.choose(number)

    def back(self) -> None:
        """Alt+Left: from a look or its card to the list; from the list, to Home."""
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
        bench, look = self.bench, self.look
        if self.view == LEARNED:
            self.desk.read(lambda _task: read_look(bench, look), self._show_learned, failed=self._gone)
        else:
            self.desk.read(lambda _task: read_overview(bench), self._show_list)

    def _start_over(self, title: str, line: str) -> None:
        """Shown anew. Focus that was on something below goes to the heading: what it was on is gone."""
        holder = self.window().focusWidget()
        if holder is not None and holder is not self.heading and self.isAncestorOf(holder):
            self.arrive()
        self.clear_body()
        self.list = self.learned = None
        self.primary = None
        self.heading.setText(title)
        self.say_line(line)

    def _show_list(self, overview: Overview) -> None:
        if self.view != LIST:
            return
        self._start_over(_("Log out and look"), _list_line(overview))
        self.list = LookList(overview)
        self.list.look.connect(self.open_walk)
        self.list.learned.connect(lambda look: self._go(LEARNED, look))
        self.list.add_account.connect(lambda: self.desk.go("accounts", new=True))
        self.primary = self.list.primary
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _show_learned(self, now: Now) -> None:
        if self.view != LEARNED or now.look.id != self.look:
            return
        line = _("You looked on {day}. {count}.").format(day=words.day(now.look), count=stranger.counted(now.look))
        if not now.look.finished:
            line = _("This look is not finished. {count}.").format(count=stranger.counted(now.look))
        self._start_over(_("{name} as a stranger").format(name=now.name), line)
        shown = Learned(now)
        shown.logged.connect(lambda sign: self._log(now, sign))
        shown.shown.connect(lambda item: self.desk.go("remove", item=item))
        shown.settings.connect(lambda: self.desk.go("checklists", network=now.network.id))
        shown.change.connect(lambda: self._change(now.look.id))
        shown.again.connect(lambda: self.open_walk(now.network.id, now.account_id, again=True))
        shown.forget.connect(lambda: self._forget(now.look))
        shown.earlier.connect(lambda look: self._go(LEARNED, look))
        self.learned = shown
        self.primary = shown.settings_button
        self.body.addWidget(shown)
        self.body.addStretch(1)

    def _gone(self, problem: Exception) -> None:
        """The look was taken back or forgotten somewhere else."""
        if not isinstance(problem, NotFound):
            self.desk.show_problem(problem)
        self._go(LIST)

    # -- changing ----------------------------------------------------------------------------------

    def _log(self, now: Now, sign: Sign) -> None:
        note = now.look.marks[sign].note
        self.desk.run(
            Operation(
                lambda _task: log_it(self.vault, now, sign, note),
                changes=Changes(looks=True, items=True),
                said=lambda _look: _("Added to your list: {what}").format(what=stranger.label(sign)),
            ),
            origin=self,
            then=self._logged,
        )

    def _logged(self, look: Look) -> None:
        """The button says so where it stands, so that the focus stays on it."""
        if self.learned is not None and self.learned.now.look.id == look.id:
            self.learned.card.show_items(look)

    def _forget(self, look: Look) -> None:
        self.desk.run(
            Operation(
                lambda _task: stranger.remove(self.vault, look.id),
                changes=Changes(looks=True),
                said=lambda _look: _("Look forgotten"),
            ),
            origin=self,
            then=self._forgotten,
        )

    def _forgotten(self, _look: Look) -> None:
        self._go(LIST)

    # -- the look in focus mode --------------------------------------------------------------------

    def open_walk(self, network: str, account: str = "", *, again: bool = False) -> None:
        """Focus mode: the look that was begun there, or a new one (`again`)."""
        bench = self.bench
        self.desk.read(lambda _task: read_new(bench, network, account, again=again), self._show_walk)

    def _change(self, look: str) -> None:
        """The ticks of a finished look, to be put right."""
        bench = self.bench
        self.desk.read(lambda _task: read_look(bench, look), self._show_walk)

    def _show_walk(self, now: Now) -> None:
        if not isValid(self):
            return
        self.drop_walk()
        walk = LookWalk(self.desk, now)
        walk.left_it.connect(self.close_walk)
        walk.ended.connect(self._ended)
        walk.again.connect(lambda: self.open_walk(now.network.id, now.account_id, again=True))
        self.show_walk(walk)

    def close_walk(self) -> None:
        """Out of focus mode, to the page as it stands now."""
        self.leave_focus()
        self.reload()
        self.arrive()

    def _ended(self, look: str) -> None:
        self.leave_focus()
        self._go(LEARNED, look)


def _list_line(overview: Overview) -> str:
    """One line that says where things stand."""
    if not overview.rows:
        return _("See what strangers see when they look you up.")
    left = sum(one.last is None for one in overview.rows)
    if left:
        said = ngettext("You have not looked at {n} account yet.", "You have not looked at {n} accounts yet.", left)
        return said.format(n=left)
    due = sum(one.due for one in overview.rows)
    if due:
        said = ngettext("It is time to look at {n} account again.", "It is time to look at {n} accounts again.", due)
        return said.format(n=due)
    return _("You have looked at all your accounts.")
