"""“What this page shows about you”: in the card of a result, from what reading its page found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.search import Finding, reading
from footprint.search.reading import Line, Reading
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, of_file, of_mime
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.files import ask_open
from ui.kit.progress import Working
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.sorting.facets import FacetList


@dataclass(frozen=True)
class Known:
    """What is known of the page: what reading it would ask for, its last reading, its last good one, and how many
    other results have the same words."""

    line: Line
    last: Reading | None
    good: Reading | None
    alike: int


class PageShows(QWidget):
    """States: not read, only by hand, offline, read, read and nothing found, could not be read."""

    read_asked = Signal(str)  # a finding whose page is to be read, once the person has seen what that asks

    def __init__(self, desk: Desk, one: Finding) -> None:
        super().__init__()
        self._desk, self._vault, self.finding = desk, desk.bench.vault, one
        self.facets: FacetList | None = None
        self.banner: Banner | None = None
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        space(column, 8, (0, 6, 0, 0))
        self.heading = Heading(_("What this page shows about you"), "h3")
        column.addWidget(self.heading)
        self._column = QVBoxLayout()
        space(self._column, 10)
        column.addLayout(self._column)
        self.working = Working(_("Reading the page you saved…"))
        column.addWidget(self.working)
        self.read_button = Btn(_("Read this page"), "quiet", "eye")
        self.read_button.clicked.connect(lambda: self.read_asked.emit(one.id))
        self.saved_button = Btn(_("Use a page you saved"), "quiet", "download")
        self.saved_button.clicked.connect(self.choose_page)
        self.buttons = ButtonRow(self.read_button, self.saved_button)
        column.addWidget(self.buttons)
        desk.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        self._desk.read(self._read, self._show)

    def choose_page(self) -> None:
        kinds = [_("Saved pages (*.html *.htm *.mhtml *.mht *.txt)"), _("All files (*)")]
        ask_open(self, _("Choose the page you saved"), kinds, lambda path: self.add_page(of_file(Path(path))))

    def add_page(self, saved: Incoming) -> None:
        """Read a page from a file of this computer. Nothing is sent."""
        job = self._desk.run(
            Operation(
                lambda task: reading.add_page(self._vault, self.finding.id, saved.read(), task),
                "bulk",
                Changes(findings=True),
                said=ended_in_words,
            )
        )
        self.working.follow(job)

    # -- dropping ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(not one.is_picture for one in of_mime(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        saved = next((one for one in of_mime(event.mimeData()) if not one.is_picture), None)
        if saved is not None:
            event.acceptProposedAction()
            self.add_page(saved)

    # -- showing -------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.findings or changes.settings:
            self.reload()

    def _read(self, _task: Task) -> Known:
        line = reading.plan(self._vault, [self.finding.id]).lines[0]
        mine = reading.readings(self._vault, [self.finding.id])
        good = next((one for one in reversed(mine) if one.good), None)
        return Known(
            line, mine[-1] if mine else None, good, reading.alike(self._vault, good) if good is not None else 0
        )

    def _show(self, known: Known) -> None:
        clear(self._column)
        self.facets = self.banner = None
        offline = self._desk.bench.offline or self._desk.bench.settings.now.never_use_internet
        if known.last is not None and not known.last.good:
            self._say_failed(known.last, known.good)
        if known.good is not None:
            self._say_shown(known.good, known.alike)
        elif known.last is None:
            self._say_unread(known.line, offline)
        can = not known.line.problem and not offline
        # Not read yet: one line of quiet buttons, so that the four choices stay near the top of the card.
        self.heading.setHidden(can and known.last is None)
        self.read_button.setAccessibleDescription(_("You see first what is asked.") if can else "")
        self.read_button.setVisible(can)
        self.read_button.setText(_("Read this page") if known.last is None else _("Read it again"))
        self.updateGeometry()

    def _say_unread(self, line: Line, offline: bool) -> None:
        if line.problem:
            words = line.problem
        elif offline:
            words = _("The internet is switched off in Settings. You can still save the page and drop it here.")
        else:
            return
        self._add(words)

    def _say_failed(self, last: Reading, good: Reading | None) -> None:
        title = _("This page could not be read") if good is None else _("The last try to read it did not work")
        words = last.note
        if last.why is not None and last.why.by_hand_helps and last.why is not reading.Why.PDF:
            words = f"{words} {_by_hand(last)}".strip()
        self.banner = Banner("warn", title, words, quiet=True)
        self._column.addWidget(self.banner)

    def _say_shown(self, good: Reading, alike: int) -> None:
        if good.professional and not self.finding.on_register:
            words = _("This page is there for your work. Check that what it says is right.")
            self._column.addWidget(Banner("info", _("You are meant to be listed here"), words, quiet=True))
        if good.exposed:
            self.facets = FacetList(good.exposed)
            self._column.addWidget(self.facets)
        else:
            self._add(
                _("We read it and saw nothing we know to look for. Look yourself as well: we cannot see pictures.")
            )
        self._add(" ".join(about(good)), small=True)
        if alike:
            words = ngettext("{n} more result has the same words.", "{n} more results have the same words.", alike)
            self._add(words.format(n=number(alike)), small=True)

    def _add(self, words: str, *, small: bool = False) -> None:
        self._column.addWidget(PlainLabel(words, "small" if small else "body", "text2"))


def _by_hand(last: Reading) -> str:
    if last.why in (reading.Why.ROBOTS, reading.Why.NETWORK, reading.Why.SCRIPTED):
        return ""  # its own sentence says it
    return _("If you can see it in your browser, save it and drop it here.")


def about(one: Reading) -> list[str]:
    """When it was read, and what the page says of itself, a sentence each."""
    read = _("You saved this page; we read it on {day}.") if one.by_hand else _("Read on {day}.")
    said = [read.format(day=day_in_words(local_day(one.read_at)))]
    day = one.modified or one.published
    if day:
        words = _("The page was changed on {day}.") if one.modified else _("The page is from {day}.")
        said.append(words.format(day=day_in_words(date.fromisoformat(day))))
    if one.author:
        said.append(_("It names {name} as its writer.").format(name=one.author))
    if one.hidden_from_search:
        said.append(_("It asks search engines to leave it out."))
    if one.exposed:
        said.append(_("It may show more than we can tell, so look yourself too."))
    return said


def ended_in_words(one: Reading) -> str:
    """For the toast."""
    if not one.good:
        return _("The page could not be read")
    kinds = len(one.facets)
    return ngettext("Read: it shows {n} kind of thing", "Read: it shows {n} kinds of things", kinds).format(
        n=number(kinds)
    )
