"""What changed between two times the person looked, and what pages about them show over time."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import day_in_words, local_day
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.changes import Comparison, Exposure, Moment, headline
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.fields import Field, Select
from ui.kit.layout import Columns, Fold
from ui.kit.progress import Working
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.page import clear
from ui.search.changes.exposure import ExposureCard
from ui.search.changes.list import ChangedList
from ui.search.changes.now import Changed, read_changed, read_exposure
from ui.search.changes.page import ChangedPage
from ui.search.changes.words import failed_lines, failed_title, moment_options, rests_on
from ui.search.sorting.sides import Side, Sides
from ui.search.stage import Seen, Stage, StagePart


class WhatChanged(StagePart):
    """The two times on top, then the list and the page chosen there, then the chart."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self.read: Changed | None = None
        self.page: ChangedPage | None = None
        self.exposure: ExposureCard | None = None
        self._key, self._number, self._first = "", 0, ""
        self._wanted = ("", "")  # the moments that were chosen; "" for the usual ones
        self._job: Job | None = None
        self._build()
        desk.changed.connect(self._on_changed)
        self.reload()

    def line(self, _seen: Seen) -> str:
        return _("What is new, gone or different since you looked before.")

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        space(column, 16)
        self.working = Working(_("Comparing…"))
        column.addWidget(self.working)
        self._message = QVBoxLayout()
        column.addLayout(self._message)
        self.top = Card()
        self.since = Select(_("From"), [])
        self.until = Select(_("To"), [])
        for box in (self.since, self.until):
            box.chosen.connect(lambda _value: self._choose())
        self.headline = Heading("", "h2")
        self.top.add(self.headline)
        self.words = PlainLabel("", colour="text2")
        self.top.add(self.words)
        self.failed = Banner("warn", "", "", quiet=True)
        self.top.add(self.failed)
        self.which = Fold(_("Which, and why"))
        self.which_words = PlainLabel("", "small", "text2")
        self.which.body.addWidget(self.which_words)
        self.top.add(self.which)
        self.top.body.addSpacing(px(4))
        self.top.add(Columns([Field(_("From"), self.since), Field(_("To"), self.until)], [1, 1], 520))
        self.usual = Btn(_("Since last time"), "quiet", "undo")
        self.usual.clicked.connect(lambda: self._compare("", ""))
        self.whole = Btn(_("Over all the time"), "quiet", "clock")
        self.whole.clicked.connect(lambda: self._compare(self._first, ""))
        self.top.add(ButtonRow(self.usual, self.whole))
        column.addWidget(self.top)
        self.list = ChangedList()
        self.list.chosen.connect(self._open)
        self.list.moved.connect(self._move_to)
        self.list.narrowed.connect(self._put)
        self.side = Card()
        self.parts = Sides(Side(self.list), Side(self.side))
        column.addWidget(self.parts, 1)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)
        column.addStretch(0)
        self.top.hide()
        self.parts.hide()

    # -- reading -----------------------------------------------------------------------------------

    def reload(self) -> None:
        if self._job is not None:
            self._job.stop()
        self._number += 1
        number, (since, until) = self._number, self._wanted
        self._job = self._desk.read(
            lambda task: read_changed(task, self._vault, number, since, until), self._show, failed=self._not_read
        )
        self._job.ended.connect(self._ended)
        if self.read is None:
            self.working.follow(self._job)
        self._desk.read(lambda task: read_exposure(task, self._vault), self._show_exposure)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.findings or changes.items:
            self.reload()

    def _not_read(self, problem: Exception) -> None:
        clear(self._message)
        again = Btn(_("Try again"), icon="undo")
        again.clicked.connect(self.reload)
        self._message.addWidget(
            Banner("danger", _("What changed could not be read"), _("Nothing is lost. Try again."), again)
        )
        if not isinstance(problem, FootprintError):
            self._desk.show_problem(problem)

    # -- showing -----------------------------------------------------------------------------------

    def _show(self, read: Changed) -> None:
        if read.number != self._number:
            return
        again, self.read = self.read is not None, read
        clear(self._message)
        compared = read.comparison
        self.top.setVisible(compared is not None)
        if compared is None:
            self.parts.hide()
            self._message.addWidget(self._nothing_to_compare(read.moments))
            self.stepped.emit()
            return
        self._show_moments(read.moments, compared)
        self._show_words(compared)
        self.parts.setVisible(bool(compared.changes))
        self.list.show_changes(compared.changes)
        if again:
            announce(self, self.headline.text())
        self.stepped.emit()

    def _nothing_to_compare(self, moments: tuple[Moment, ...]) -> EmptyState:
        if not moments:
            title = _("You have not searched yet")
            words = _("Search for your name now and again in a while. Then you see here what is new and what is gone.")
        else:
            title = _("There is nothing to compare with yet")
            words = _("You looked on {day}. Look again in a while. Then you see here what is new and what is gone.")
            words = words.format(day=day_in_words(local_day(moments[-1].at)))
        button = Btn(_("See the ways to look"), "primary")
        button.clicked.connect(lambda: self.went.emit(Stage.WAYS))
        self.primary = button
        return EmptyState("clock", title, words, button)

    def _show_moments(self, moments: tuple[Moment, ...], compared: Comparison) -> None:
        options = moment_options(moments)
        self.since.set_options(options[1:])
        self.since.set_value(compared.since.id)
        self.until.set_options(options[:-1])
        self.until.set_value(compared.until.id)
        self._first = moments[0].id
        self.usual.setVisible(self._wanted != ("", ""))
        self.whole.setVisible(compared.since.id != self._first or compared.until.id != moments[-1].id)
        self.primary = None

    def _show_words(self, compared: Comparison) -> None:
        self.headline.setText(headline(compared.about(not_me=False)))
        self.words.setText(rests_on(compared))
        self.words.setVisible(bool(self.words.text()))
        self.failed.setVisible(bool(compared.failed))
        self.which.setVisible(bool(compared.failed))
        if compared.failed:
            self.failed.say(failed_title(compared), _("So nothing is said about what they would have shown."))
            self.which_words.setText("\n".join(failed_lines(compared.failed)))

    def _show_exposure(self, shown: Exposure) -> None:
        clear(self._foot)
        self.exposure = ExposureCard(shown)
        self.exposure.sort_chosen.connect(lambda: self.went.emit(Stage.SORT))
        self._foot.addWidget(self.exposure)

    # -- the page that is chosen ---------------------------------------------------------------------

    def _put(self) -> None:
        """The page that is chosen, in the card on the right; the first where that one is not listed."""
        found = self.list.found
        at = next((at for at, one in enumerate(found) if one.finding_id == self._key), 0)
        clear(self.side.body)
        self.page = None
        self.side.setVisible(bool(found))
        if not found:
            return
        one = found[at]
        self._key = one.finding_id
        self.page = ChangedPage(one, at, len(found))
        self.page.opened.connect(self._desk.open_link)
        self.page.result_asked.connect(lambda finding: self._desk.go("search", stage=Stage.SORT.value, finding=finding))
        self.side.add(self.page)
        self.list.select(one.finding_id)

    def _open(self, key: str) -> None:
        """Enter or the mouse: show it, and go there."""
        self._key = key
        self._put()
        if self.page is not None:
            focus_heading(self.page.heading)

    def _move_to(self, key: str) -> None:
        """The arrows: show it, and stay in the list."""
        if key != self._key and any(one.finding_id == key for one in self.list.found):
            self._key = key
            self._put()

    def _choose(self) -> None:
        """Two other times. Whichever way round they were chosen, the earlier one comes first."""
        self._compare(self.since.value, self.until.value)

    def _compare(self, since: str, until: str) -> None:
        self._wanted, self._key = (since, until), ""
        self.reload()
