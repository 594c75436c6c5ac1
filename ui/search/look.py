"""What came of one look in the person's own browser: ticks first, and only then addresses and pictures."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from footprint import search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import HandOff, Outcome, Run, Saw
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, has_something, of_mime
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Option, Ticks
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.addresses import PAGES, Addresses
from ui.search.kept_pictures import KeptPictures
from ui.search.today import saw_in_words


class LookCard(Card):
    """First what was there about them; once that is kept, the addresses worth acting on."""

    left = Signal()  # look somewhere else
    sort_chosen = Signal()
    stepped = Signal()  # from the ticks to the addresses

    def __init__(self, desk: Desk, hand_off: HandOff) -> None:
        super().__init__(title=_("What did you see on {site}?").format(site=hand_off.engine.label))
        self._desk, self._hand_off = desk, hand_off
        self.look_id, self._added = "", 0
        self.addresses: Addresses | None = None
        self.pictures: KeptPictures | None = None
        self.primary: QAbstractButton | None = None
        self.add(PlainLabel(_("You looked for {words}").format(words=hand_off.words), "small", "text2"))
        self._part = QVBoxLayout()
        space(self._part, 12)
        self.body.addLayout(self._part)
        self._show_ticks()

    def arrive(self) -> None:
        if self.heading is not None:
            focus_heading(self.heading)

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
        self.look_id = look.id
        clear(self._part)
        self._part.addWidget(PlainLabel(_came_of(run.outcome, look.saw)))
        if run.outcome is Outcome.RESULTS:
            self._show_addresses()
        self._show_ways_on()
        self.stepped.emit()

    # -- addresses and pictures ----------------------------------------------------------------------

    def _show_addresses(self) -> None:
        self.setAcceptDrops(True)
        self.addresses = Addresses(self._desk, self.look_id)
        self.addresses.box.other_pasted.connect(self.take)
        self.addresses.added.connect(self._count)
        self.pictures = KeptPictures(self._desk, self.look_id)
        self.pictures.refused.connect(self.addresses.say_problem)
        self._part.addWidget(self.addresses)
        self._part.addWidget(Heading(_("A picture of it"), "h3"))
        self._part.addWidget(self.pictures)

    def _show_ways_on(self) -> None:
        on = Btn(_("Look somewhere else"), "primary", "search")
        on.clicked.connect(self.left)
        self.sort_button = Btn(_("Sort what you have found"))
        self.sort_button.clicked.connect(self.sort_chosen)
        self.sort_button.hide()
        self._part.addWidget(ButtonRow(on, self.sort_button))
        self.primary = on

    def _count(self, added: int) -> None:
        self._added += added
        if self._added:
            words = ngettext("Sort the {n} you added", "Sort the {n} you added", self._added)
            self.sort_button.setText(words.format(n=number(self._added)))
            self.sort_button.show()

    # -- pasting and dropping ------------------------------------------------------------------------

    def paste(self) -> None:
        """Ctrl+V outside a box: a picture or a saved page."""
        if self.pictures is not None:
            self.pictures.paste()

    def take(self, data: QMimeData) -> None:
        """Pictures are kept, saved pages are read, words go into the box; anything else is named."""
        if self.addresses is None or self.pictures is None:
            return
        found = of_mime(data)
        for one in found:
            if one.is_picture:
                self.pictures.keep(one)
            elif _is_page(one):
                self.addresses.add_page(one)
            else:
                words = _("{name} is no picture and no saved page, so it was left out.")
                self.addresses.say_problem(words.format(name=one.name))
        if not found and data.hasText():
            self.addresses.type_in(data.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.addresses is not None and (has_something(event.mimeData()) or event.mimeData().hasText()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()


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
