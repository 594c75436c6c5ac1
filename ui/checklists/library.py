"""The library: the bar of its parts, and under it the person's own networks or the shelves of one kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from footprint.checklists import ANY, Problem
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.checklists import words
from ui.checklists.cards import FaultyFiles, NetworkList
from ui.checklists.catalogue import Catalogue, Row, how_many, read_catalogue, read_problems, read_rows
from ui.checklists.now import Overview, read_overview
from ui.checklists.parts import Part, PartBar
from ui.checklists.shelves import Shelves
from ui.desk import Desk
from ui.jobs import Job
from ui.kit.layout import vbox
from ui.page import clear


class LibraryView(QWidget):
    """Built once and kept: on coming back what was typed is still there. It reads in its own time, off the main thread.

    `headed` says where things stand, `arrived` that what the page's keys are for has changed.
    """

    walk = Signal(str)
    about = Signal(str)
    phone = Signal()
    add_account = Signal()
    headed = Signal(str)
    arrived = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.part = Part.MINE
        self.said = ""
        self.list: NetworkList | None = None
        self._shelves: dict[Part, Shelves] = {}
        self._typed: dict[Part, str] = {}
        self._left = ""
        self._jobs: list[Job] = []
        self.bar = PartBar()
        self.bar.went.connect(lambda part: self.show_part(Part(part)))
        self._place = vbox(spacing=16)
        self.setLayout(vbox(self.bar, self._place, spacing=16))

    @property
    def shelves(self) -> Shelves | None:
        """The shelves in sight, if any are."""
        return self._shelves.get(self.part)

    @property
    def primary(self) -> QPushButton | None:
        return self.list.primary if self.list is not None else None

    def show_part(self, part: Part) -> None:
        """Another part, with the bar above it as it is."""
        if part is not self.part:
            self.part = part
            self.reload()

    def come_back(self, left: str) -> None:
        """From the page of the file `left`: its row is gone to once it is there."""
        self._left = left
        self.reload()

    def reload(self) -> None:
        """Read the part in sight, anew."""
        self.stop()
        self.bar.show_part(self.part)
        bench, kind = self._desk.bench, self.part.kind
        if self.part is Part.MINE:
            self._desk.read(lambda _task: read_overview(bench), self._show_mine)
            self._read_on(lambda task: read_problems(bench, task), self._show_problems)
            return
        self._desk.read(lambda _task: how_many(bench), self._show_count)
        self._desk.read(lambda _task: read_catalogue(bench, kind), self._show_shelves)

    def stop(self) -> None:
        """Give up what is still being read: something else is asked for."""
        for job in self._jobs:
            if isValid(job):
                job.stop()
        self._jobs = []

    # -- showing -----------------------------------------------------------------------------------

    def _show_count(self, said: str) -> None:
        if self.part is not Part.MINE:
            self._say(said)

    def _show_mine(self, overview: Overview) -> None:
        if not isValid(self) or self.part is not Part.MINE:
            return
        self._clear()
        self.list = NetworkList(overview)
        self.list.walk.connect(self.walk)
        self.list.about.connect(self.about)
        self.list.phone.connect(self.phone)
        self.list.add_account.connect(self.add_account)
        self._place.addWidget(self.list)
        self._say(where_things_stand(overview))
        self.arrived.emit()

    def _show_shelves(self, of: Catalogue) -> None:
        if not isValid(self) or self.part is Part.MINE or self.part.kind is not of.kind:
            return
        if self.shelves is not None:
            self.shelves.show_catalogue(of)
        else:
            self._put_shelves(of)
        bench = self._desk.bench
        for heads in of.shelves.values():
            self._read_on(lambda task, heads=heads: read_rows(bench, of, heads, task), self._show_rows)
        self._read_on(lambda task: read_problems(bench, task), self._show_problems)
        if self.shelves is not None and self._left:
            self.shelves.go_to(self._left)
        self._left = ""

    def _put_shelves(self, of: Catalogue) -> None:
        self._clear()
        made = Shelves(of, self._typed.get(self.part, ""))
        made.chosen.connect(self.about)
        made.any_asked.connect(lambda: self.about.emit(ANY))
        self._shelves[self.part] = made
        self._place.addWidget(made)
        self.arrived.emit()

    def _clear(self) -> None:
        for part, shelves in self._shelves.items():
            self._typed[part] = shelves.typed
        clear(self._place)
        self._shelves, self.list = {}, None

    def _show_rows(self, rows: dict[str, Row]) -> None:
        if isValid(self) and self.shelves is not None:
            self.shelves.show_rows(rows)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        """Above the first card, once."""
        if isValid(self) and problems and not self.findChildren(FaultyFiles):
            self._place.insertWidget(0, FaultyFiles(problems))

    def _say(self, words_: str) -> None:
        self.said = words_
        self.headed.emit(words_)

    def _read_on(self, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        self._jobs.append(self._desk.read(work, then))


def where_things_stand(overview: Overview) -> str:
    """One line on the person's own networks."""
    left = [one for one in overview.mine if one.minutes_left]
    minutes = sum(one.minutes_left for one in left)
    if not overview.mine:
        return _("Go through the settings of a network, one page at a time.")
    if not left:
        return _("Every checklist is done for now.")
    said = ngettext("{n} network still has checks, {minutes}.", "{n} networks still have checks, {minutes}.", len(left))
    return said.format(n=len(left), minutes=words.minutes_about(minutes))
