"""What came of one look in the person's own browser: ticks first, then addresses by paste, drop or typing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from footprint import search
from footprint.i18n import _, ngettext
from footprint.search import Added, HandOff, Outcome, Picture, Run, Saw
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import of_mime
from ui.jobs import Operation
from ui.kit import files
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Option, Ticks
from ui.kit.fields import Field, NotesBox
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

_LARGEST = 20_000_000
_PAGES = (".html", ".htm", ".mht", ".mhtml", ".xhtml")


class LookCard(Card):
    """First what was there about them; once that is kept, the addresses worth acting on."""

    def __init__(self, desk: Desk, hand_off: HandOff) -> None:
        super().__init__(title=_("What did you see on {site}?").format(site=hand_off.engine.label))
        self._desk = desk
        self._hand_off = hand_off
        self._look = ""
        self._part = QVBoxLayout()
        space(self._part, 12)
        self.body.addLayout(self._part)
        self._show_ticks()

    # -- ticks -------------------------------------------------------------------------------------

    def _show_ticks(self) -> None:
        self.ticks = Ticks(_("Tick everything about you"), [Option(one.value, one.label) for one in Saw], columns=2)
        self._part.addWidget(self.ticks)
        keep = Btn(_("Keep what I ticked"), "secondary", "check")
        keep.clicked.connect(self._keep_ticks)
        nothing = Btn(_("Nothing about me"), "quiet")
        nothing.clicked.connect(lambda: self._record(nothing=True))
        away = Btn(_("The site did not let me look"), "quiet")
        away.clicked.connect(lambda: self._record(turned_away=True))
        self._part.addLayout(hbox(keep, nothing, away, None))
        self._problem = Banner("warn", _("Tick what you saw, or choose one of the other buttons"))
        self._problem.hide()
        self._part.addWidget(self._problem)

    def _keep_ticks(self) -> None:
        saw = tuple(Saw(value) for value in self.ticks.values())
        self._problem.setVisible(not saw)
        if saw:
            self._record(saw=saw)

    def _record(self, saw: tuple[Saw, ...] = (), *, nothing: bool = False, turned_away: bool = False) -> None:
        vault, one = self._desk.bench.vault, self._hand_off
        self._desk.run(
            Operation(
                lambda _task: search.record_look(
                    vault, one.engine.name, one.words, saw, nothing=nothing, turned_away=turned_away
                ),
                changes=Changes(findings=True),
                said=lambda _run: _("Kept what you saw"),
            ),
            then=self._recorded,
        )

    def _recorded(self, run: Run) -> None:
        self._look = run.looks[0].id
        clear(self._part)
        self._part.addWidget(PlainLabel(run.outcome.sentence))
        if run.outcome is not Outcome.EMPTY:
            self._show_addresses()

    # -- addresses ---------------------------------------------------------------------------------

    def _show_addresses(self) -> None:
        self.setAcceptDrops(True)
        self.box = NotesBox(_("Addresses"), 3)
        self.field = Field(
            _("Addresses you may want to act on"),
            self.box,
            _("Paste or type one or more. You can also drop a saved results page here."),
            optional=True,
        )
        self._part.addWidget(self.field)
        add = Btn(_("Add these"), "secondary", "plus")
        add.clicked.connect(self._add_pasted)
        choose = Btn(_("Choose a saved page…"), "quiet")
        choose.clicked.connect(self._choose)
        picture = Btn(_("Paste a picture of it"), "quiet", "camera")
        picture.clicked.connect(self._paste_picture)
        self._part.addLayout(hbox(add, choose, picture, None))
        self._said = QVBoxLayout()
        space(self._said, 4)
        self._part.addLayout(self._said)
        self.box.setFocus()

    def _add_pasted(self) -> None:
        text = self.box.toPlainText()
        if not text.strip():
            self.field.show_error(_("Paste or type an address first."))
            return
        self.field.clear_error()
        vault, look = self._desk.bench.vault, self._look
        self._desk.run(
            Operation(
                lambda _task: search.add_pasted(vault, text, look),
                changes=Changes(findings=True),
                said=_added_in_words,
            ),
            then=self._added,
            failed=self._refused,
        )

    def _choose(self) -> None:
        files.ask_open(self, _("Choose a saved page"), [_("Saved pages (*.html *.htm *.mht *.mhtml)")], self.add_file)

    def add_file(self, path: Path) -> None:
        """Read a results page the person saved; it is read here and never shown as a page."""
        vault, look = self._desk.bench.vault, self._look
        self._desk.run(
            Operation(
                lambda _task: search.add_saved_page(vault, _read(path), look),
                changes=Changes(findings=True),
                said=_added_in_words,
            ),
            then=self._added,
            failed=self._refused,
        )

    def _paste_picture(self) -> None:
        """A picture of the screen from the clipboard is kept as evidence; it is not opened here."""
        pasted = of_mime(QGuiApplication.clipboard().mimeData())
        if not pasted or not pasted[0].is_picture:
            self.field.show_error(_("There is no picture to paste. Take a picture of your screen first."))
            return
        self.field.clear_error()
        vault, look, read = self._desk.bench.vault, self._look, pasted[0].read
        self._desk.run(
            Operation(
                lambda _task: search.add_picture(vault, look, read()),
                changes=Changes(findings=True),
                said=_picture_in_words,
            ),
            failed=self._refused,
        )

    def _added(self, added: Added) -> None:
        clear(self._said)
        for problem in added.problems[:8]:
            self._said.addWidget(PlainLabel(f"{problem.text}: {problem.why}".strip(": "), "small", "warn"))
        if not added.problems:
            self.box.clear()
        self._said.addWidget(PlainLabel(_added_in_words(added), "small", "ok" if added.findings else "text2"))

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, (search.BadPage, search.BadAddress, search.BadPicture)):
            self.field.show_error(str(problem))
        else:
            self._desk.show_problem(problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None and self._look:
            event.acceptProposedAction()
            self.add_file(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that is dropped; an address from the web is never fetched."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in _PAGES:
            return path
    return None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except OSError as problem:
        raise search.BadPage(_("This file could not be opened. Choose another one.")) from problem


def _picture_in_words(_picture: Picture) -> str:
    return _("Picture kept, locked with your notes")


def _added_in_words(added: Added) -> str:
    count = len(added.findings)
    if not count:
        return _("No address was added")
    return ngettext("{n} address added to sort", "{n} addresses added to sort", count).format(n=count)
