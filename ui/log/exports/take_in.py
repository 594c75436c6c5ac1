"""“Import from another computer”: which file and its passphrase, what is in it, and then into the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.log import exchange
from footprint.log.exchange import Contents, Merged
from footprint.vault import WrongSecret
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit import files
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.fields import Field, PassphraseBox
from ui.kit.layout import vbox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.view import View
from ui.page import clear


class TakeInView(View):
    """Nothing changes until the person has seen what is in the file; then one undo takes all of it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.path: Path | None = None
        self._job: Job | None = None
        self.contents: Contents | None = None
        self._make_form()
        self.found = QVBoxLayout()
        space(self.found, 16)
        self.body.addLayout(self.found)
        self.body.addStretch(1)
        self.primary = self.look

    def show_at(self, **details: object) -> None:
        self._start_anew()

    def reload(self) -> None:
        """Nothing of it is read from the list."""
        line = _("A locked list that you saved there with “Save a copy…”.")
        self.headed.emit(_("Import from another computer"), line)

    def put_away(self) -> None:
        """A passphrase does not wait behind the lock."""
        self._start_anew()

    def escape(self) -> bool:
        if self._job is None or not self.working.cancel_button.isVisible():
            return False
        self.working.cancel()
        return True

    # -- which file ----------------------------------------------------------------------------------

    def _make_form(self) -> None:
        card = Card()
        self.choose_file = Btn(_("Choose a file…"))
        self.choose_file.clicked.connect(self._ask_file)
        self.name = PlainLabel("", "body", "text2")
        line = QWidget()
        line.setLayout(vbox(ButtonRow(self.choose_file), self.name, spacing=4))
        line.setFocusProxy(self.choose_file)
        self.file_field = Field(_("The file"), line)
        self.box = PassphraseBox(_("Its passphrase"))
        self.field = Field(_("Its passphrase"), self.box, _("The one you chose for this file on the other computer."))
        self.box.edit.returnPressed.connect(self._look)
        self.look = Btn(_("See what is in it"), "primary")
        self.look.clicked.connect(self._look)
        self.working = Working(_("Opening the file"))
        for part in (self.file_field, self.field, self.working):
            card.add(part)
        card.add(ButtonRow(self.look))
        self.body.addWidget(card)

    def _start_anew(self) -> None:
        self.path, self.contents = None, None
        self.box.clear()
        self.file_field.clear_error()
        self.field.clear_error()
        self._show_name()
        self._forget()

    def _forget(self) -> None:
        """What was found belongs to another file or passphrase."""
        clear(self.found)
        self.contents = None
        self.look.setVisible(True)
        self.primary = self.look

    def _ask_file(self) -> None:
        kinds = [_("Locked lists (*.footprint-list)"), _("All files (*)")]
        files.ask_open(self.window(), _("Choose the file"), kinds, self.chosen)

    def chosen(self, path: Path) -> None:
        """The file to look into."""
        self.path = path
        self.file_field.clear_error()
        self._forget()
        self._show_name()
        self.box.edit.setFocus()

    def _show_name(self) -> None:
        self.name.setText(self.path.name if self.path else _("No file chosen yet"))

    # -- what is in it -------------------------------------------------------------------------------

    def _look(self) -> None:
        path, passphrase = self.path, self.box.text()
        if self._job is not None:
            return
        self.field.clear_error()
        if path is None:
            self._wrong(self.file_field, self.choose_file, _("Choose the file first."))
        elif not passphrase:
            self._wrong(self.field, self.box.edit, _("Enter the passphrase of the file."))
        else:
            self._forget()
            job = self.desk.read(lambda _task: exchange.read_bundle(path, passphrase), self._show, failed=self._refused)
            self._follow(job, _("Opening the file"), stop=False)

    def _show(self, contents: Contents) -> None:
        self.contents = contents
        card = Card(title=_("What is in the file"))
        for words in exchange.contents_in_words(contents):
            card.add(PlainLabel(words))
        card.add(
            Banner(
                "info",
                _("Your list stays"),
                _("What is new comes in. Where both changed the same thing, the later change counts. You can undo it."),
                quiet=True,
            )
        )
        self.take = Btn(_("Bring it into my list"), "primary", icon="plus")
        self.take.clicked.connect(self._take)
        card.add(ButtonRow(self.take))
        self.found.addWidget(card)
        self.look.setVisible(False)
        self.primary = self.take
        self.reload()
        self.take.setFocus()
        announce(self, " ".join(exchange.contents_in_words(contents)))

    def _take(self) -> None:
        path, passphrase, vault = self.path, self.box.text(), self.vault
        if path is None or self._job is not None:
            return
        job = self.desk.run(
            Operation(
                lambda task: exchange.merge_bundle(vault, path, passphrase, task=task),
                lane="bulk",
                changes=Changes(items=True),
                said=lambda _merged: _("The list was brought in"),
            ),
            origin=self,
            then=self._taken,
            failed=self._refused,
        )
        self.take.setEnabled(False)
        self._follow(job, _("Bringing it in"), stop=True)

    def _taken(self, merged: Merged) -> None:
        self._start_anew()
        back = Btn(_("Back to the list"))
        back.clicked.connect(lambda: self.asked.emit("list", {}))
        self.found.addWidget(Banner("ok", _("Done"), " ".join(exchange.merged_in_words(merged)), back))

    # -- while it works ------------------------------------------------------------------------------

    def _follow(self, job: Job, words: str, *, stop: bool) -> None:
        self._job = job
        self.look.setEnabled(False)
        job.ended.connect(self._over)
        self.working.follow(job, words)
        self.working.cancel_button.setVisible(stop)

    def _over(self) -> None:
        self._job = None
        self.look.setEnabled(True)
        if self.contents is not None:
            self.take.setEnabled(True)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, WrongSecret):
            self.box.edit.selectAll()
            self._wrong(self.field, self.box.edit, str(problem))
        elif isinstance(problem, FootprintError):
            self._wrong(self.file_field, self.choose_file, str(problem))
        else:
            self.desk.show_problem(problem)

    def _wrong(self, field: Field, box: QWidget, words: str) -> None:
        field.show_error(words)
        box.setFocus()
        announce(self, words, urgent=True)
