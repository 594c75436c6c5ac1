"""A file of bookmarks: the lines about the person are ticked, they choose, and only then is anything kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from footprint import search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Added
from footprint.search.bookmarks import BookmarkFile, Suggestion, add_bookmarks, read_bookmark_file, suggest
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import of_file
from ui.jobs import Operation
from ui.kit import files
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Columns, Fold
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.progress import Working
from ui.kit.steps import NumberedSteps
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.page import clear
from ui.search.by_hand.came import added_in_words
from ui.search.stage import Seen, Stage, StagePart

_KINDS = "*.html *.htm *.json *.jsonlz4 *.plist Bookmarks"
_ABOUT_ME, _ALL = "about me", "all"
_ROWS = 7  # lines in sight at once


@dataclass(frozen=True)
class _Read:
    file: BookmarkFile
    lines: tuple[Suggestion, ...]


class Bookmarks(StagePart):
    """Nothing of the file is kept but the lines that were ticked when the button was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: _Read | None = None
        self._shown: list[int] = []
        self.pane: ListPane | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(200)
        self._wait.timeout.connect(self._filter)
        column = QVBoxLayout(self)
        space(column, 16)
        self.problem = Banner("warn", "")
        self.problem.hide()
        column.addWidget(self.problem)
        self.working = Working(_("Reading the bookmarks…"))
        column.addWidget(self.working)
        self._place = QVBoxLayout()
        space(self._place, 16)
        column.addLayout(self._place)
        column.addStretch(1)
        self.setAcceptDrops(True)
        self._show_choice()

    def line(self, _seen: Seen) -> str:
        return _("Pages about you that you once kept. You tick which ones to add.")

    def back(self) -> bool:
        if self._found is None:
            return False
        self._found = None
        self._show_choice()
        return True

    # -- the file --------------------------------------------------------------------------------------

    def _show_choice(self) -> None:
        clear(self._place)
        self.pane = None
        card = Card(title=_("Which file of bookmarks?"))
        card.add(PlainLabel(_("The file is read on this computer. Nothing of it is kept before you say so.")))
        self.choose_button = Btn(_("Choose the file"), "primary", "book")
        self.choose_button.clicked.connect(self._ask_file)
        card.add(ButtonRow(self.choose_button))
        card.add(PlainLabel(_("You can also drop it here."), "small", "text2"))
        for title, steps in _how():
            fold = Fold(title)
            fold.body.addWidget(NumberedSteps(steps))
            card.add(fold)
        self._place.addWidget(card)
        self._turn(self.choose_button)

    def _ask_file(self) -> None:
        kinds = [_("Bookmarks ({kinds})").format(kinds=_KINDS), _("All files (*)")]
        files.ask_open(self.window(), _("Choose the file of bookmarks"), kinds, lambda path: self.take(Path(path)))

    def take(self, path: Path) -> None:
        """Read a file of bookmarks, and look for lines about the person."""
        self.problem.hide()
        incoming, vault = of_file(path), self._desk.bench.vault

        def read(task: Task) -> _Read:
            found = read_bookmark_file(incoming.read(), task)
            return _Read(found, suggest(vault, found, task))

        self.working.follow(self._desk.run(Operation(read, "bulk"), then=self._show_lines, failed=self._refused))

    def _refused(self, problem: Exception) -> None:
        self.problem.say(_("These bookmarks could not be read"), str(problem))
        self.problem.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    # -- the lines -------------------------------------------------------------------------------------

    def _show_lines(self, found: _Read) -> None:
        self._found = found
        clear(self._place)
        about_me = [at for at, one in enumerate(found.lines) if one.about_me]
        card = Card(title=_("Tick what is about you"))
        card.add(PlainLabel(_so_many(found, len(about_me))))
        self._place.addWidget(card)
        options = [(_ALL, _("All lines ({n})").format(n=number(len(found.lines))))]
        if about_me:
            options.insert(0, (_ABOUT_ME, _("Looks like you ({n})").format(n=number(len(about_me)))))
        folders = [one for one in found.file.folders if one]
        options += [(f"in {at}", one) for at, one in enumerate(folders)]
        self._folders = folders
        self.which = Select(_("Show"), options)
        self.which.chosen.connect(lambda _value: self._filter())
        self.box = TextBox(_("Find a word"))
        self.box.textChanged.connect(lambda _text: self._wait.start())
        fields = [Field(_("Show"), self.which), Field(_("Find a word"), self.box)]
        card.add(Columns(fields, [1, 1], min_width=520, spacing=16))
        self._rows = PagedRows(self._fetch, ticks=True)
        self._rows.ticks_changed.connect(self._ticked)
        self.pane = ListPane(self._rows, _("Bookmarks"), multiple=True, chevron=False)
        self.pane.viewport().installEventFilter(self)
        card.add(self.pane)
        self.nothing = PlainLabel(_("No line has this word."), colour="text2")
        card.add(self.nothing)
        self.add_button = Btn("", "primary", "plus")
        self.add_button.clicked.connect(self._add)
        self.all_button = Btn(_("Tick all that are shown"))
        self.all_button.clicked.connect(self._tick_shown)
        self.none_button = Btn(_("Untick all"), "quiet")
        self.none_button.clicked.connect(lambda: self._rows.set_ticked([]))
        other = Btn(_("Take another file"), "quiet")
        other.clicked.connect(self.back)
        card.add(ButtonRow(self.add_button, self.all_button, self.none_button, other))
        self._rows.set_ticked([str(at) for at in about_me])
        self._filter()
        self._turn(self.add_button)

    def _filter(self) -> None:
        """The lines of the chosen folder that have the word; what is ticked stays ticked."""
        if self._found is None or self.pane is None:
            return
        which, word = self.which.value, self.box.text().strip().casefold()
        folder = self._folders[int(which[3:])] if which.startswith("in ") else ""
        self._shown = [
            at
            for at, one in enumerate(self._found.lines)
            if (which != _ABOUT_ME or one.about_me)
            and (not folder or one.bookmark.place == folder or one.bookmark.place.startswith(f"{folder} › "))
            and (not word or word in f"{one.bookmark.title} {one.bookmark.address}".casefold())
        ]
        first = self._fetch(0, 100)
        self._rows.reload(len(self._shown), first=first)
        self.pane.setVisible(bool(self._shown))
        self.nothing.setVisible(not self._shown)
        self.all_button.setEnabled(bool(self._shown))
        self._fit()

    def _fit(self) -> None:
        """As tall as its lines, up to a few of them: each may take more than one line where it is narrow."""
        if self.pane is None or not self._shown:
            return
        rows = range(min(len(self._shown), _ROWS))
        self.pane.setFixedHeight(sum(max(self.pane.sizeHintForRow(row), px(44)) for row in rows) + px(4))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.pane is not None and watched is self.pane.viewport() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        found = self._found
        if found is None:
            return []
        return [_row(at, found.lines[at]) for at in self._shown[offset : offset + limit]]

    def _tick_shown(self) -> None:
        self._rows.set_ticked([*self._rows.ticked_keys(), *(str(at) for at in self._shown)])

    def _ticked(self) -> None:
        n = len(self._rows.ticked_keys())
        words = ngettext("Add the {n} that is ticked", "Add the {n} that are ticked", n).format(n=number(n))
        self.add_button.setText(words if n else _("Tick a line first"))
        self.add_button.setEnabled(bool(n))
        self.none_button.setEnabled(bool(n))

    # -- keeping ---------------------------------------------------------------------------------------

    def _add(self) -> None:
        if self._found is None:
            return
        wanted = {int(key) for key in self._rows.ticked_keys()}
        chosen = [one.bookmark for at, one in enumerate(self._found.lines) if at in wanted]
        vault = self._desk.bench.vault
        operation = Operation(
            lambda _task: add_bookmarks(vault, chosen), "bulk", Changes(findings=True), said=added_in_words
        )
        self.working.follow(self._desk.run(operation, then=self._added, failed=self._desk.show_problem))

    def _added(self, added: Added) -> None:
        self._found, self.pane = None, None
        clear(self._place)
        card = Card()
        self.heading = Heading(added_in_words(added), "h2")
        card.add(self.heading)
        card.add(PlainLabel(_("Nothing else of the file was kept."), colour="text2"))
        self.sort_button = Btn(_("Sort what you have found"), "primary")
        self.sort_button.clicked.connect(lambda: self.went.emit(Stage.SORT))
        other = Btn(_("Take another file"))
        other.clicked.connect(self._show_choice)
        card.add(ButtonRow(self.sort_button, other))
        self._place.addWidget(card)
        announce(self, added_in_words(added))
        self._turn(self.sort_button)

    def _turn(self, primary: Btn) -> None:
        self.primary = primary
        self.stepped.emit()
        self.turned.emit()


def _so_many(found: _Read, about_me: int) -> str:
    n = len(found.lines)
    said = ngettext("{n} line was read.", "{n} lines were read.", n).format(n=number(n))
    if about_me:
        like = ngettext(
            "{n} looks as if it is about you. It is ticked.",
            "{n} look as if they are about you. They are ticked.",
            about_me,
        ).format(n=number(about_me))
    else:
        like = _("None of them has your name. Tick those that are about you all the same.")
    more = ""
    if found.file.more:
        more = ngettext("{n} more line was too many.", "{n} more lines were too many.", found.file.more)
        more = " " + more.format(n=number(found.file.more))
    return f"{said} {like}{more}"


def _row(at: int, one: Suggestion) -> RowLook:
    line = one.bookmark
    where = search.host_of(line.address) or line.address
    meta = " · ".join(part for part in (where, line.place) if part)
    pill, tone = (_("Looks like you"), "info") if one.about_me else ("", "neutral")
    return RowLook(line.title or line.address, meta, pill, tone, "", "", str(at))


def _how() -> list[tuple[str, list[str]]]:
    return [
        (
            _("How to get it from Chrome, Edge or Brave"),
            [
                _("Press Ctrl+Shift+O. The list of your bookmarks opens."),
                _("Open the menu with three dots, then choose **Export bookmarks**."),
            ],
        ),
        (
            _("How to get it from Firefox"),
            [
                _("Press Ctrl+Shift+O. The library opens."),
                _("Choose **Import and Backup**, then **Export Bookmarks to HTML**."),
            ],
        ),
        (_("How to get it from Safari"), [_("Open the menu **File**, then choose **Export**, then **Bookmarks**.")]),
    ]
