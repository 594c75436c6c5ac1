"""“Save a copy of this list”: which kind of copy, what goes in, what that is word for word, and then the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent

from footprint import web
from footprint.i18n import _
from footprint.log import Query
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.buttons import Btn
from ui.kit.dialogs import Question
from ui.kit.files import ask_save
from ui.kit.layout import Columns
from ui.kit.progress import Working
from ui.log.exports.choices import ExportChoices
from ui.log.exports.forms import FILTERS, JOURNAL, Seen, Wanted, What, look_in, make, make_locked, name_of
from ui.log.exports.preview import PreviewCard
from ui.log.exports.secret import SecretPart
from ui.log.view import View
from ui.saving import warn_of_copies, whole_file


class ExportView(View):
    """Choices on the left, what comes of them on the right. Nothing leaves: the file is the person's to hand on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reading: Job | None = None
        self._making: Job | None = None
        self._left = False  # before what the file would hold was read
        self.question: Question | None = None
        self.choices = ExportChoices()
        self.choices.changed.connect(self.reload)
        self.preview = PreviewCard()
        self.looking = Working(_("Reading your list"))
        self.looking.cancel_button.hide()
        self.working = Working(_("Making the file"))
        self.save = Btn(_("Save the file…"), "primary", icon="download")
        self.save.clicked.connect(self.ask)
        self.primary = self.save
        self.secret = SecretPart(desk.lanes)
        self.secret.chosen.connect(self._ask_where)
        self.choices.add(self.secret)
        for part in (self.looking, self.working, self.save):
            self.preview.foot.addWidget(part)
        self.preview.foot.setAlignment(self.save, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Columns([self.choices, self.preview], ratio=(4, 5)))
        self.body.addStretch(1)

    def show_at(self, **details: object) -> None:
        """`query`: what the list shows; `ticked`: the ids of what is selected in it."""
        query, ticked = details.get("query"), details.get("ticked")
        self.choices.offer(
            query if isinstance(query, Query) else Query(), tuple(ticked) if isinstance(ticked, tuple) else ()
        )

    def reload(self) -> None:
        """Read what the file would hold; an older look that still waits is dropped."""
        self.headed.emit(_("Save a copy of this list"), _("You get a file. The app sends it to nobody."))
        if self._reading is not None:
            self._reading.stop()
        wanted = self.choices.wanted
        self.secret.setVisible(wanted.what is What.BUNDLE)
        self.save.setEnabled(False)
        self._reading = self.desk.read(
            lambda task: look_in(self.desk.bench, wanted, task), self._show, failed=self.desk.show_problem
        )
        self._reading.ended.connect(self._read)
        self.looking.follow(self._reading)

    def save_copy(self) -> None:
        if self.save.isEnabled():
            self.ask()

    def escape(self) -> bool:
        if self._making is None:
            return False
        self.working.cancel()
        return True

    def put_away(self) -> None:
        """A passphrase does not wait behind the lock."""
        self.secret.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits any more for what is being read, and the list must not wait behind it."""
        super().hideEvent(event)
        if self._reading is not None:
            self._reading.stop()
            self._left = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._left:
            self._left = False
            self.reload()

    # -- saving --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Where to; before that the passphrase, if the file is to be locked."""
        if self.choices.wanted.what is What.BUNDLE:
            self.secret.submit()
        else:
            self._ask_where()

    def _ask_where(self, passphrase: str = "") -> None:
        wanted = self.choices.wanted
        ask_save(
            self.window(),
            _("Save a copy of this list"),
            name_of(self.desk.bench, wanted),
            [_(FILTERS[wanted.form])],
            lambda path: self.save_to(path, wanted, passphrase),
        )

    def save_to(self, path: Path, wanted: Wanted | None = None, passphrase: str = "") -> None:
        """Write what was chosen, after a word about folders that are copied elsewhere."""
        what = wanted or self.choices.wanted
        locked = _("The file is locked, but others could keep a copy of it.") if what.what is What.BUNDLE else ""
        self.question = warn_of_copies(
            self,
            path,
            lambda: self._write(path, what, passphrase),
            lambda: self._ask_where(passphrase),
            beside=locked,
        )

    def _write(self, path: Path, wanted: Wanted, passphrase: str) -> None:
        bench = self.desk.bench

        def work(task: Task) -> Path:
            if wanted.what is What.BUNDLE:
                make_locked(bench, wanted, path, passphrase, task)
            else:
                with whole_file(path) as part:
                    make(bench, wanted, part, task)
            web.note_made(bench.vault, _(JOURNAL[wanted.what]), (path.name,))
            return path

        self.save.setEnabled(False)
        self._making = self.desk.run(
            Operation(
                work,
                lane="bulk",
                changes=Changes(ledger=True),
                said=lambda made: _("Saved {name}").format(name=made.name),
            ),
            origin=self,
            then=self._saved,
        )
        self._making.ended.connect(self._made)
        self.working.follow(self._making)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        if seen.wanted == self.choices.wanted:
            self.preview.show_seen(seen)
            self.save.setEnabled(self._making is None and seen.contents.items > 0)

    def _read(self) -> None:
        if self.sender() is self._reading:
            self._reading = None

    def _saved(self, _path: Path) -> None:
        self.secret.clear()

    def _made(self) -> None:
        self._making = None
        self.save.setEnabled(True)
