"""What can be done beside sorting: hide a site, see what was learned, go to the item, ask for kept copies of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from footprint import log, search
from footprint.i18n import _
from footprint.log import Item
from footprint.search import Finding, Lesson, Plan
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.search.sorting.hidden import HiddenSites
from ui.search.sorting.lessons import Lessons
from ui.search.wish import Wish


class Beside(QObject):
    """Each is one change with its Undo, or leads elsewhere. `over` is the widget whose window the sheets stand over."""

    plan_made = Signal(object, object)  # Plan, Wish

    def __init__(self, over: QWidget, desk: Desk) -> None:
        super().__init__(over)
        self._over, self._desk, self._vault = over, desk, desk.bench.vault

    # -- sites -----------------------------------------------------------------------------------------

    def hide(self, host: str) -> None:
        """No more results of this site in the list."""
        self._desk.run(
            Operation(
                lambda _task: search.hide_site(self._vault, host),
                changes=Changes(findings=True),
                said=lambda site: _("Results from {site} are hidden").format(site=site),
            )
        )

    def show_hidden(self, hosts: Sequence[str]) -> None:
        HiddenSites(self._over.window(), tuple(hosts), self._show_site).open()

    def _show_site(self, host: str) -> None:
        self._desk.run(
            Operation(
                lambda _task: search.show_site(self._vault, host),
                changes=Changes(findings=True),
                said=lambda site: _("Results from {site} are shown again").format(site=site),
            )
        )

    # -- what was learned ------------------------------------------------------------------------------

    def show_lessons(self, lessons: Sequence[Lesson]) -> None:
        Lessons(self._over.window(), tuple(lessons), self._forget, self._forget_all).open()

    def _forget(self, lesson: Lesson) -> None:
        self._desk.run(
            Operation(
                lambda _task: search.forget_lesson(self._vault, lesson),
                changes=Changes(findings=True),
                said=lambda one: _("Forgotten: {what}").format(what=one.text),
            )
        )

    def _forget_all(self) -> None:
        self._desk.run(
            Operation(
                lambda _task: search.forget_all_lessons(self._vault),
                changes=Changes(findings=True),
                said=lambda _count: _("All that was learned is forgotten. Your answers stay."),
            )
        )

    # -- elsewhere -------------------------------------------------------------------------------------

    def find_item(self, one: Finding) -> None:
        """To what was made of this result on the To remove list."""
        self._desk.read(lambda _task: log.of_finding(self._vault, one.id), self._go_to_item)

    def _go_to_item(self, items: tuple[Item, ...]) -> None:
        if items:
            self._desk.go("remove", item=items[0].id)
        else:
            self._desk.say(_("It is no longer on your list."))

    def plan_copies(self, one: Finding) -> None:
        """Who keeps older copies of the page: in a preview, like any other question."""
        if self._desk.bench.settings.now.never_use_internet:
            self._desk.say(_("The internet is switched off in Settings."))
            return
        wish = Wish(copies_of=one.address)
        self._desk.read(lambda _task: (wish.plan(self._desk.bench), wish), self._planned)

    def _planned(self, made: tuple[Plan, Wish]) -> None:
        self.plan_made.emit(*made)
