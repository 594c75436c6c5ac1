"""Addresses worth acting on, once the person has said what they saw: by paste, by typing, or from a saved page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Added
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, has_something, of_file, of_mime
from ui.jobs import Operation
from ui.kit import files
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.fields import Field, NotesBox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

PAGES = (".html", ".htm", ".mht", ".mhtml", ".xhtml")
_MOST_PROBLEMS = 8


class AddressBox(NotesBox):
    """Text is pasted as anywhere; a picture that is pasted here is handed on, to be kept as evidence."""

    other_pasted = Signal(object)  # QMimeData without text

    def __init__(self, label: str, rows: int) -> None:
        super().__init__(label, rows)
        self.setAcceptDrops(False)  # the card takes what is dropped, so that a file does not become words here
        self.viewport().setAcceptDrops(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_something(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if of_mime(source) and not (source.hasText() and not source.hasUrls()):
            self.other_pasted.emit(source)
        else:
            super().insertFromMimeData(source)


class Addresses(QWidget):
    """Adds to one look. What could not be used stays in the box, with the reason below it."""

    added = Signal(int)

    def __init__(self, desk: Desk, look_id: str) -> None:
        super().__init__()
        self._desk, self._look = desk, look_id
        self.box = AddressBox(_("Addresses"), 3)
        self.field = Field(
            _("Addresses you may want to act on"),
            self.box,
            _("Paste or type one or more. You can also drop a saved results page on this card."),
            optional=True,
        )
        self.add_button = Btn(_("Add these"), "secondary", "plus")
        self.add_button.clicked.connect(self.add)
        choose = Btn(_("Choose a saved page"), "quiet")
        choose.clicked.connect(self._ask_file)
        self.working = Working(_("Reading the page…"))
        self._said = QVBoxLayout()
        space(self._said, 4)
        column = QVBoxLayout(self)
        space(column, 10)
        column.addWidget(self.field)
        column.addWidget(ButtonRow(self.add_button, choose))
        column.addWidget(self.working)
        column.addLayout(self._said)

    def add(self) -> None:
        """Keep the addresses that are typed or pasted."""
        text = self.box.toPlainText()
        if not text.strip():
            self.field.show_error(_("Paste or type an address first."))
            self.box.setFocus()
            return
        vault, look = self._desk.bench.vault, self._look
        self._run(lambda _task: search.add_pasted(vault, text, look), self._pasted)

    def type_in(self, text: str) -> None:
        """Words that were dropped, added to what stands in the box."""
        before = self.box.toPlainText().rstrip()
        self.box.setPlainText("\n".join(part for part in (before, text.strip()) if part))
        self.box.setFocus()

    def add_page(self, page: Incoming) -> None:
        """Read a results page the person saved. It is read in a process of its own and never shown as a page."""
        vault, look = self._desk.bench.vault, self._look
        self._run(lambda task: search.add_saved_page(vault, page.read(), look, task), self._page_read)

    def say_problem(self, words: str) -> None:
        self.field.show_error(words)
        announce(self, words)

    def _ask_file(self) -> None:
        kinds = " ".join(f"*{one}" for one in PAGES)
        files.ask_open(
            self.window(),
            _("Choose a saved page"),
            [_("Saved pages ({kinds})").format(kinds=kinds)],
            lambda path: self.add_page(of_file(Path(path))),
        )

    def _run(self, work: Callable[[Task], Done[Added]], then: Callable[[Added], None]) -> None:
        self.field.clear_error()
        job = self._desk.run(
            Operation(work, "bulk", Changes(findings=True), said=added_in_words),
            then=then,
            failed=self._refused,
        )
        self.working.follow(job)

    def _pasted(self, added: Added) -> None:
        self.box.setPlainText("\n".join(one.text for one in added.problems if one.text))
        self._show(added)

    def _page_read(self, added: Added) -> None:
        self._show(added)

    def _show(self, added: Added) -> None:
        clear(self._said)
        for problem in added.problems[:_MOST_PROBLEMS]:
            words = _("{what}: {why}").format(what=problem.text, why=problem.why) if problem.text else problem.why
            self._said.addWidget(PlainLabel(words, "small", "warn"))
        more = len(added.problems) - _MOST_PROBLEMS
        if more > 0:
            words = ngettext("{n} more line could not be read.", "{n} more lines could not be read.", more)
            self._said.addWidget(PlainLabel(words.format(n=number(more)), "small", "warn"))
        self._said.addWidget(PlainLabel(added_in_words(added), "label", "ok" if added.findings else "text2"))
        self.added.emit(len(added.findings))
        self.box.setFocus()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, search.BadPage | search.BadAddress):
            self.say_problem(str(problem))
        else:
            self._desk.show_problem(problem)


def added_in_words(added: Added) -> str:
    count = len(added.findings)
    if not count:
        return _("No address was added")
    return ngettext("{n} address added to sort", "{n} addresses added to sort", count).format(n=number(count))
