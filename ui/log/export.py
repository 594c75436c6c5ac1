"""“Save a copy of this list”: which kind of copy, what goes in, what that is word for word, and then the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from footprint import dates, web
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
from ui.log.export_choices import ExportChoices
from ui.log.export_forms import FILTERS, JOURNAL, Seen, Wanted, look_in, make
from ui.log.export_preview import PreviewCard
from ui.log.view import View
from ui.saving import warn_of_copies, whole_file


class ExportView(View):
    """Choices on the left, what comes of them on the right. Nothing leaves: the file is the person's to hand on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reading: Job | None = None
        self._making: Job | None = None
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

    # -- saving --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """The name suggested says nothing about the person."""
        wanted = self.choices.wanted
        day = dates.local_day(self.vault.now()).isoformat()
        ask_save(
            self.window(),
            _("Save a copy of this list"),
            f"online-check-{day}.{wanted.form.value}",
            [_(FILTERS[wanted.form])],
            lambda path: self.save_to(path, wanted),
        )

    def save_to(self, path: Path, wanted: Wanted | None = None) -> None:
        """Write what was chosen, after a word about folders that are copied elsewhere."""
        what = wanted or self.choices.wanted
        self.question = warn_of_copies(self, path, lambda: self._write(path, what), self.ask)

    def _write(self, path: Path, wanted: Wanted) -> None:
        bench = self.desk.bench

        def work(task: Task) -> Path:
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

    def _made(self) -> None:
        self._making = None
        self.save.setEnabled(True)
