"""The place “Before you post”: paste a draft or drop a picture, and see it with other eyes. Nothing of it is kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from footprint import reminders
from footprint.archives.before_posting import Answers, End, look
from footprint.archives.lenses.settings import looking
from footprint.dates import local_day
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.draft.answers import AnswersPart
from ui.jobs import Job, Operation
from ui.kit import files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Tick
from ui.kit.clipboard import copy_text
from ui.kit.fields import Field, NotesBox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import Page, clear

_TYPING_MS = 350
_KINDS = "*.png *.jpg *.jpeg *.webp *.gif"


class DraftPage(Page):
    """Words and picture stand in memory while the page is open, and go when it is left, hidden or locked."""

    watches: ClassVar[Changes] = Changes(lenses=True, person=True)
    help_topic: ClassVar[str] = "draft"
    max_width: ClassVar[int] = 900

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Before you post"))
        self.say_line(_("A second look, on this computer only. Nothing you write here is kept or sent."))
        self.answers: AnswersPart | None = None
        self._picture: bytes | None = None
        self._name = ""
        self._job: Job | None = None
        self._number = 0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TYPING_MS)
        self._wait.timeout.connect(self.look_now)
        self._build_form()
        self._place = QVBoxLayout()
        space(self._place, 16)
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        self.setAcceptDrops(True)

    def _build_form(self) -> None:
        card = Card()
        self.text = NotesBox(_("What you want to post"), rows=5)
        self.text.textChanged.connect(self._wait.start)
        card.add(Field(_("What you want to post"), self.text))
        self.choose_button = Btn(_("Choose a picture"), icon="image")
        self.choose_button.clicked.connect(self._ask_picture)
        self.clear_button = Btn(_("Clear"), "quiet", "close")
        self.clear_button.clicked.connect(self.clear_all)
        card.add(ButtonRow(self.choose_button, self.clear_button))
        self.picture_line = PlainLabel("", "small", "text2")
        self.picture_line.hide()
        card.add(self.picture_line)
        self.every = Tick(
            _("Look for everything this once"),
            _("Also what touches on beliefs, health, love or politics. It stays here."),
        )
        self.every.clicked.connect(self.look_now)
        card.add(self.every)
        self.problem = Banner("warn", "")
        self.problem.hide()
        card.add(self.problem)
        self.body.addWidget(card)

    # -- nothing is kept ---------------------------------------------------------------------------

    def clear_all(self) -> None:
        """Words, picture and answers go."""
        self._number += 1
        self._wait.stop()
        self._picture, self._name = None, ""
        self.text.clear()
        self._wait.stop()
        self.text.document().clearUndoRedoStacks()
        self.every.setChecked(False)
        self.picture_line.hide()
        self.problem.hide()
        clear(self._place)
        self.answers = None

    def hideEvent(self, event: QHideEvent) -> None:
        """Another place was gone to, or the window was hidden."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.clear_all()

    def put_away(self) -> None:
        """The app locks: nothing is saved first, as nothing is kept."""
        self.clear_all()

    def reload(self) -> None:
        if self.text.toPlainText().strip() or self._picture is not None:
            self.look_now()

    # -- the picture -------------------------------------------------------------------------------

    def _ask_picture(self) -> None:
        kinds = [_("Pictures ({kinds})").format(kinds=_KINDS), _("All files (*)")]
        files.ask_open(self.window(), _("Choose a picture"), kinds, self.take)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    def take(self, path: Path) -> None:
        """A picture the person chose or dropped; only read."""
        self.desk.read(lambda _task: (path.name, path.read_bytes()), self._taken, failed=self._not_taken)

    def _taken(self, found: tuple[str, bytes]) -> None:
        self._name, self._picture = found
        self.problem.hide()
        self.picture_line.setText(_("Picture: {name}").format(name=self._name))
        self.picture_line.show()
        self.look_now()

    def _not_taken(self, problem: Exception) -> None:
        if isinstance(problem, OSError):
            self._say_problem(_("This file could not be opened. Is it still there?"))
        else:
            self.desk.show_problem(problem)

    # -- looking -----------------------------------------------------------------------------------

    def look_now(self) -> None:
        """Ask anew; an older question that still waits is dropped."""
        self._wait.stop()
        text, picture, every = self.text.toPlainText(), self._picture, self.every.isChecked()
        self._number += 1
        number, bench = self._number, self.bench
        if self._job is not None:
            self._job.stop()
        if not text.strip() and picture is None:
            clear(self._place)
            self.answers = None
            return

        def work(task: Task) -> Answers:
            return look(text, picture, looking(bench.vault, bench.pack), every=every, task=task)

        self._job = self.desk.read(work, lambda found: self._show(number, text, found), failed=self._not_looked)
        self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _show(self, number: int, text: str, found: Answers) -> None:
        if number != self._number:
            return
        clear(self._place)
        self.answers = AnswersPart(text, found)
        self.answers.ended.connect(lambda value: self._end(End(value)))
        self._place.addWidget(self.answers)

    def _not_looked(self, problem: Exception) -> None:
        if not isinstance(problem, FootprintError):
            self.desk.show_problem(problem)
            return
        self._picture, self._name = None, ""
        self.picture_line.hide()
        self._say_problem(str(problem))
        self.reload()

    def _say_problem(self, words: str) -> None:
        self.problem.say(_("This picture was not looked at"), words)
        self.problem.show()

    # -- four ends ---------------------------------------------------------------------------------

    def _end(self, end: End) -> None:
        if end is End.CHANGE:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if end is End.TOMORROW:
            self._remind()
        else:
            said = _("Nothing of it was kept.") if end is End.POST else _("A good thought. Nothing of it was kept.")
            self.desk.say(said)
        self.clear_all()
        self.arrive()

    def _remind(self) -> None:
        """Its words go to the clipboard alone; the reminder says nothing of them."""
        copy_text(self.text.toPlainText())
        vault = self.vault
        today = local_day(vault.now())
        tomorrow = today + timedelta(days=1)
        what = _("Look again at what you wanted to post")
        self.desk.run(
            Operation(
                lambda _task: reminders.add(vault, what, tomorrow, today=today),
                changes=Changes(reminders=True),
                said=lambda _value: _("Copied. We remind you tomorrow."),
            ),
            origin=self,
        )
