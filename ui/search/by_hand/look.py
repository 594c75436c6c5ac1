"""What came of one look in the person's own browser: ticks, or the page itself, and then addresses and pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from footprint import search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Added, HandOff, Outcome, PictureEngine, Run, Saw
from footprint.search.pages.folders import pages_in
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, has_something, of_file, of_mime
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Option, Ticks
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.by_hand.addresses import PAGES, Addresses, is_page, show_lines
from ui.search.by_hand.kept_pictures import KeptPictures
from ui.search.by_hand.today import saw_in_words


class LookCard(Card):
    """First what was there about them; once that is kept, the addresses worth acting on.

    The whole page can be pasted in place of the ticks: it says itself how the search ended.
    """

    left = Signal()  # look somewhere else
    next_chosen = Signal()  # open the next search
    sort_chosen = Signal()
    stepped = Signal()  # from the ticks to the addresses

    def __init__(self, desk: Desk, hand_off: HandOff) -> None:
        super().__init__(title=_("What did you see on {site}?").format(site=_(hand_off.engine.label)))
        self._desk, self._hand_off = desk, hand_off
        self.look_id, self._added, self._next = "", 0, ""
        self.outcome: Outcome | None = None  # how it ended, once that is kept
        self.addresses: Addresses | None = None
        self.pictures: KeptPictures | None = None
        self.primary: QAbstractButton | None = None
        self.next_button: Btn | None = None
        self.add(PlainLabel(_looked_for(hand_off), "small", "text2"))
        self._part = QVBoxLayout()
        space(self._part, 12)
        self.body.addLayout(self._part)
        self._show_ticks()

    def arrive(self) -> None:
        if self.heading is not None:
            focus_heading(self.heading)

    def offer_next(self, words: str) -> None:
        """There is another search to open; `words` are on the button, empty where all are done."""
        self._next = words
        if self.next_button is not None:
            before = self.primary
            self._show_next()
            if self.primary is not before:
                self.stepped.emit()

    # -- ticks -------------------------------------------------------------------------------------

    def _show_ticks(self) -> None:
        self.ticks = Ticks(_("Tick all that is about you"), [Option(one.value, one.label) for one in Saw], columns=3)
        self._part.addWidget(self.ticks)
        self.keep_button = Btn(_("Keep what I ticked"), "primary", "check")
        self.keep_button.clicked.connect(self._keep_ticks)
        self.nothing_button = Btn(_("Nothing about me"))
        self.nothing_button.clicked.connect(lambda: self._record(nothing=True))
        self.away_button = Btn(_("The site did not let me look"))
        self.away_button.clicked.connect(lambda: self._record(turned_away=True))
        self._problem = Banner("warn", _("Tick what you saw, or choose one of the other buttons"))
        self._problem.hide()
        self._part.addWidget(self._problem)
        self._part.addWidget(ButtonRow(self.keep_button, self.nothing_button, self.away_button))
        self.fold = Fold(_("Paste the whole page instead"))
        self.whole = Addresses(self._desk, asked=self._hand_off)
        self.whole.box.other_pasted.connect(self.take)
        self.whole.added.connect(self._page_came)
        self.fold.body.addWidget(self.whole)
        self._part.addWidget(self.fold)
        self.setAcceptDrops(True)
        again = Btn(_("Open it again"), "quiet", "external")
        again.clicked.connect(lambda: self._desk.open_link(self._hand_off.url))
        leave = Btn(_("I did not look"), "quiet")
        leave.clicked.connect(self.left)
        self._part.addWidget(ButtonRow(again, leave))
        self.primary = self.keep_button

    def _keep_ticks(self) -> None:
        saw = tuple(Saw(value) for value in self.ticks.values())
        self._problem.setVisible(not saw)
        if saw:
            self._record(saw)

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
        if self.look_id:
            return
        look = run.looks[0]
        self.look_id, self.outcome = look.id, run.outcome
        clear(self._part)
        self._part.addWidget(PlainLabel(_came_of(run.outcome, look.saw)))
        if run.outcome is Outcome.RESULTS:
            self._show_addresses()
        self._show_ways_on()
        self.stepped.emit()

    def _page_came(self, added: Added) -> None:
        """The page was pasted before anything was ticked: it is the look now, unless it is of another search."""
        if added.look is None or added.apart or self.look_id:
            return
        self.look_id, self.outcome = added.look.id, added.look.outcome
        clear(self._part)
        said = QVBoxLayout()
        space(said, 4)
        self._part.addLayout(said)
        show_lines(said, added)
        if added.findings:
            self._show_addresses()
        self._show_ways_on()
        self._count(added)
        left = "\n".join(one.text for one in added.problems if one.text)
        if left and self.addresses is not None:
            self.addresses.type_in(left)  # what could not be used stays in the box
        self.stepped.emit()

    # -- addresses and pictures ----------------------------------------------------------------------

    def _show_addresses(self) -> None:
        self.addresses = Addresses(self._desk, self.look_id)
        self.addresses.box.other_pasted.connect(self.take)
        self.addresses.added.connect(self._count)
        self.pictures = KeptPictures(self._desk, self.look_id)
        self.pictures.refused.connect(self.addresses.say_problem)
        self._part.addWidget(self.addresses)
        self._part.addWidget(Heading(_("A picture of it"), "h3"))
        self._part.addWidget(self.pictures)

    def _show_ways_on(self) -> None:
        self.next_button = Btn(self._next, "primary", "external")
        self.next_button.clicked.connect(self.next_chosen)
        self.on_button = Btn(_("Look somewhere else"), "primary", "search")
        self.on_button.clicked.connect(self.left)
        self.sort_button = Btn(_("Sort what you have found"))
        self.sort_button.clicked.connect(self.sort_chosen)
        self.sort_button.hide()
        self._part.addWidget(ButtonRow(self.next_button, self.on_button, self.sort_button))
        self._show_next()

    def _show_next(self) -> None:
        """One primary button: the next search where there is one."""
        assert self.next_button is not None
        self.next_button.setText(self._next)
        self.next_button.setVisible(bool(self._next))
        self.on_button.set_kind("secondary" if self._next else "primary")
        self.primary = self.next_button if self._next else self.on_button

    def _count(self, added: Added) -> None:
        self._added += len(added.findings)
        if self._added:
            words = ngettext("Sort the {n} you added", "Sort the {n} you added", self._added)
            self.sort_button.setText(words.format(n=number(self._added)))
            self.sort_button.show()

    # -- pasting and dropping ------------------------------------------------------------------------

    def paste(self) -> None:
        """Ctrl+V outside a box: a whole page, a saved one or a picture of it."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None:
            return  # nothing on the clipboard
        if is_page(data) or of_mime(data):
            self.take(data)
        elif self.pictures is not None:
            self.pictures.paste()
        elif data.hasText():
            self.fold.set_open(True)
            self.whole.type_in(data.text())

    def take(self, data: QMimeData) -> None:
        """Pictures are kept, pages are read, words go into the box; anything else is named."""
        if self.look_id and self.addresses is None:
            return  # nothing was there: nothing to add to
        adding = self.addresses or self.whole
        if adding is self.whole:
            self.fold.set_open(True)
        found = [page for one in of_mime(data) for page in _pages_of(one, data)]
        for one in found:
            self._take_file(one, adding)
        if not found and is_page(data):
            adding.add_text(data.text(), data.html() if data.hasHtml() else "")
        elif not found and data.hasText():
            adding.type_in(data.text())

    def _take_file(self, one: Incoming, adding: Addresses) -> None:
        if _is_page(one):
            adding.add_page(one)
        elif one.is_picture and self.pictures is not None:
            self.pictures.keep(one)
        elif one.is_picture:
            adding.say_problem(_("Say first what you saw. Then you can keep a picture of it here."))
        else:
            words = _("{name} is no picture and no saved page, so it was left out.")
            adding.say_problem(words.format(name=one.name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_something(event.mimeData()) or event.mimeData().hasText():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()


def _looked_for(hand_off: HandOff) -> str:
    words = _("You looked for {words}")
    if isinstance(hand_off.engine, PictureEngine):
        words = _("You looked for the picture {words}")
    return words.format(words=hand_off.words)


def _pages_of(one: Incoming, data: QMimeData) -> list[Incoming]:
    """The thing itself; for a folder, the saved pages it stands for."""
    places = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    folder = next((place for place in places if place.name == one.name and place.is_dir()), None)
    if folder is None:
        return [one]
    return [of_file(page) for page in pages_in(folder)] or [one]


def _is_page(one: Incoming) -> bool:
    return one.name.lower().endswith(PAGES)


def _came_of(outcome: Outcome, saw: tuple[str, ...]) -> str:
    """In the person's own terms, with what it means."""
    if outcome is Outcome.RESULTS:
        return _("Kept: {what}. If a page should go, give its address now. You can also leave it at that.").format(
            what=saw_in_words(saw)
        )
    if outcome is Outcome.EMPTY:
        return _("Kept: nothing about you there. That is good news, but a search cannot find everything.")
    return _("Kept: the site did not let you look. That does not mean that nothing is there. Try another site.")
