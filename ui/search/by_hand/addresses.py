"""Addresses worth acting on: by paste, by typing, from a page that was copied whole, or from one that was saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.i18n import _
from footprint.search import Added, HandOff
from footprint.search.pages import looks_copied
from footprint.search.pages.folders import KINDS as PAGES
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
from ui.search.by_hand.came import added_in_words, lines_of

_LOOKED_AT = 20_000  # letters of a paste that are looked at to tell a page from a list: some milliseconds


class AddressBox(NotesBox):
    """Text is pasted as anywhere; a picture, a file or a whole page that is pasted here is handed on."""

    other_pasted = Signal(object)  # QMimeData that is no list of addresses

    def __init__(self, label: str, rows: int) -> None:
        super().__init__(label, rows)
        self.setAcceptDrops(False)  # the card takes what is dropped, so that a file does not become words here
        self.viewport().setAcceptDrops(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_something(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        has_file = bool(of_mime(source)) and not (source.hasText() and not source.hasUrls())
        if has_file or is_page(source):
            self.other_pasted.emit(source)
        else:
            super().insertFromMimeData(source)


def is_page(data: QMimeData) -> bool:
    """Whether a paste is a page of results that was copied whole."""
    return (
        data.hasText() and not any(url.isLocalFile() for url in data.urls()) and looks_copied(data.text()[:_LOOKED_AT])
    )


class Addresses(QWidget):
    """Adds to one look. What could not be used stays in the box, with the reason below it.

    `asked` is the search that was opened, where no look is kept of it yet: what is pasted first begins it.
    """

    added = Signal(object)  # Added

    def __init__(self, desk: Desk, look_id: str = "", asked: HandOff | None = None) -> None:
        super().__init__()
        self._desk, self._look, self._asked = desk, look_id, asked
        label = _("Addresses you may want to act on") if asked is None else _("The page, or addresses from it")
        self.box = AddressBox(label, 3)
        self.field = Field(label, self.box, _hint(asked), optional=asked is None)
        self.add_button = Btn(_("Add these"), "secondary", "plus")
        self.add_button.clicked.connect(self.add)
        self.paste_button = Btn(_("Paste what I copied"), "secondary", "copy")
        self.paste_button.clicked.connect(self.paste)
        choose = Btn(_("Choose a saved page"), "quiet")
        choose.clicked.connect(self._ask_file)
        self.working = Working(_("Reading the page…"))
        self._said = QVBoxLayout()
        space(self._said, 4)
        column = QVBoxLayout(self)
        space(column, 10)
        column.addLayout(self._said)
        column.addWidget(self.working)
        column.addWidget(self.field)
        column.addWidget(ButtonRow(self.paste_button, self.add_button, choose))

    def add(self) -> None:
        """Keep the addresses that are typed or pasted."""
        text = self.box.toPlainText()
        if not text.strip():
            self.field.show_error(_("Paste or type an address first."))
            self.box.setFocus()
            return
        self.add_text(text)

    def paste(self) -> None:
        """What is on the clipboard: a whole page is read at once, anything else comes into the box."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasText():
            self.say_problem(_("There is nothing to paste. Press Ctrl+A and Ctrl+C on the results page first."))
        elif is_page(data):
            self.add_text(data.text(), data.html() if data.hasHtml() else "")
        else:
            self.type_in(data.text())

    def add_text(self, text: str, html: str = "") -> None:
        """Keep what is in a paste: a list of addresses, or a page that was copied, with its links in `html`."""
        vault, look, asked = self._desk.bench.vault, self._look, self._asked
        self._run(
            lambda task: search.add_pasted(vault, text, look, html=html, asked=asked, task=task), self._pasted
        )  # fmt: skip

    def type_in(self, text: str) -> None:
        """Words that were dropped, added to what stands in the box."""
        before = self.box.toPlainText().rstrip()
        self.box.setPlainText("\n".join(part for part in (before, text.strip()) if part))
        self.box.setFocus()

    def add_page(self, page: Incoming) -> None:
        """Read a results page the person saved. It is read in a process of its own and never shown as a page."""
        vault, look, asked = self._desk.bench.vault, self._look, self._asked
        self._run(lambda task: search.add_saved_page(vault, page.read(), look, task, asked=asked), self._page_read)

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
        if self._asked is not None and added.look is not None and not added.apart:
            self._look, self._asked = added.look.id, None
        show_lines(self._said, added)
        self.added.emit(added)
        self.box.setFocus()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, search.BadPage | search.BadAddress):
            self.say_problem(str(problem))
        else:
            self._desk.show_problem(problem)


def show_lines(column: QVBoxLayout, added: Added) -> None:
    """What came of it, one line under the other."""
    clear(column)
    for line in lines_of(added):
        size = "label" if line.words == added_in_words(added) else "small"
        column.addWidget(PlainLabel(line.words, size, line.tone))


def _hint(asked: HandOff | None) -> str:
    if asked is not None:
        return _("Press Ctrl+A and Ctrl+C on the results page, then Ctrl+V here. A list of addresses is fine too.")
    return _("Paste the whole results page, or one or more addresses. You can also drop a saved page on this card.")
