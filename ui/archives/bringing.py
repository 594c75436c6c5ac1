"""Bringing a copy in: choose the files, see what is in them, and read them on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.bringing import bring_in
from footprint.archives.index.importing import Report
from footprint.archives.opening import reading
from footprint.archives.opening.batches import Inside, Options
from footprint.errors import FootprintError
from footprint.i18n import _
from ui.archives.inside import InsideCard, is_locked
from ui.archives.stage import ArchivePart, Stage
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit import files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Tick
from ui.kit.fields import Field, TextBox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

_CHATS = ("whatsapp",)  # copies that do not say which of the names is the person's own


class Bringing(ArchivePart):
    """Nothing is changed, moved or unpacked: the files are read where they lie."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paths: tuple[Path, ...] = ()
        self._inside: Inside | None = None
        self._job: Job | None = None
        self._options = Options()
        column = QVBoxLayout(self)
        space(column, 16)
        self.problem = Banner("warn", "")
        self.problem.hide()
        self.working = Working(_("Looking into the files…"))
        self._place = QVBoxLayout()
        space(self._place, 16)
        column.addWidget(self.problem)
        column.addWidget(self.working)
        column.addLayout(self._place)
        column.addStretch(1)
        self.setAcceptDrops(True)
        self._show_choice()

    @property
    def busy(self) -> bool:
        return self._job is not None

    def line(self) -> str:
        return _("The files are read on this computer. They are not changed, and nothing is sent.")

    def stop(self) -> bool:
        if self._job is None:
            return False
        self.working.cancel()
        return True

    def back(self) -> bool:
        if self._inside is None:
            return False
        self._show_choice()
        return True

    # -- the files ---------------------------------------------------------------------------------

    def _show_choice(self) -> None:
        self._inside, self._paths = None, ()
        clear(self._place)
        card = Card(title=_("Which files?"))
        card.add(PlainLabel(_("Choose all parts of the copy at once. You do not have to unpack them.")))
        self.choose_button = Btn(_("Choose the files"), "primary", "download")
        self.choose_button.clicked.connect(self._ask_files)
        folder = Btn(_("Choose a folder"))
        folder.clicked.connect(self._ask_folder)
        card.add(ButtonRow(self.choose_button, folder))
        card.add(PlainLabel(_("You can also drop them here."), "small", "text2"))
        self._place.addWidget(card)
        self._turn(self.choose_button)

    def _ask_files(self) -> None:
        kinds = [
            _("Copies of accounts (*.zip *.tar *.gz *.tgz *.json *.txt *.car *.csv *.html)"),
            _("All files (*)"),
        ]
        files.ask_several(self.window(), _("Choose the files of the copy"), kinds, self.take)

    def _ask_folder(self) -> None:
        files.ask_folder(self.window(), _("Choose the folder of the copy"), lambda path: self.take([path]))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._job is None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self._job is None:
            event.acceptProposedAction()
            self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Look what is in there; nothing is kept yet."""
        self.problem.hide()
        self._paths = tuple(paths)
        wanted = self._paths
        self._begin(
            self._desk.read(lambda task: reading.look(wanted, task), self._show_inside, failed=self._refused),
            _("Looking into the files…"),
        )

    # -- before it is read -------------------------------------------------------------------------

    def _show_inside(self, found: Inside) -> None:
        self._inside = found
        clear(self._place)
        library = self._desk.bench.checklists
        names = {one.name: library.network_or_any(one.name).name for one in found.networks}
        self._place.addWidget(InsideCard(found, names))
        if not found.networks:
            self._show_unknown(found)
            return
        self.messages = Tick(
            _("Read my messages too"),
            _("Messages hold the words of people who trusted you with them. They are left out unless you need them."),
        )
        options = Card("flat")
        options.add(self.messages)
        self.me = TextBox(_("Your own name in the chat"))
        if any(one.name in _CHATS for one in found.networks):
            hint = _("As it stands in the file. The copy does not say which name is yours.")
            options.add(Field(_("Your own name in the chat"), self.me, hint))
        self._place.addWidget(options)
        go = Btn(_("Read it"), "primary")
        go.clicked.connect(self._start)
        other = Btn(_("Choose other files"))
        other.clicked.connect(self._show_choice)
        self._place.addWidget(ButtonRow(go, other))
        self._turn(go)

    def _show_unknown(self, found: Inside) -> None:
        if is_locked(found):
            words = _("The file has a password. Open it with the password, save it without one, and choose it again.")
        else:
            words = _("It may not be a copy of an account, or of a network we cannot read yet. Nothing was kept.")
        self._place.insertWidget(0, Banner("info", _("There is nothing here to read"), words))
        other = Btn(_("Choose other files"), "primary")
        other.clicked.connect(self._show_choice)
        self._place.addWidget(ButtonRow(other))
        self._turn(other)

    # -- reading -----------------------------------------------------------------------------------

    def _start(self) -> None:
        self._options = Options(messages=self.messages.isChecked(), me=self.me.text().strip())
        self._read()

    def _read(self) -> None:
        bench, paths, options = self._desk.bench, self._paths, self._options
        operation = Operation(
            lambda task: bring_in(bench.vault, paths, options, task, pack=bench.pack),
            lane="bulk",
            changes=Changes(archives=True, connections=True, reminders=True, items=True),
        )
        clear(self._place)
        self.primary = None
        self._begin(self._desk.run(operation, then=self._ended, failed=self._refused), _("Reading the copy…"))
        self.working.cancel_button.setText(_("Stop"))
        self.stepped.emit()

    def _begin(self, job: Job, words: str) -> None:
        self._job = job
        job.stopped.connect(self._stopped)
        job.ended.connect(self._forget_job)
        self.working.follow(job, words)

    def _forget_job(self) -> None:
        self._job = None

    def _ended(self, report: Report) -> None:
        self.went.emit(f"{Stage.REPORT}:{report.number}")

    def _stopped(self) -> None:
        """What was read stays; the same files go on from there."""
        if self._inside is None:
            self._show_choice()
            return
        clear(self._place)
        again = Btn(_("Go on reading"), "primary")
        again.clicked.connect(self._read)
        other = Btn(_("Choose other files"))
        other.clicked.connect(self._show_choice)
        words = _("What was read is kept. You can go on now, or choose the same files another day.")
        self._place.addWidget(Banner("info", _("Stopped"), words))
        self._place.addWidget(ButtonRow(again, other))
        self._turn(again)

    def _refused(self, problem: Exception) -> None:
        self._show_choice()
        if isinstance(problem, FootprintError | OSError):
            words = (
                str(problem)
                if isinstance(problem, FootprintError)
                else _("A file could not be opened. Is it still there?")
            )
            self.problem.say(_("This copy could not be read"), words)
            self.problem.show()
        else:
            self._desk.show_problem(problem)

    def _turn(self, button: Btn) -> None:
        self.primary = button
        self.turned.emit()
        self.stepped.emit()
