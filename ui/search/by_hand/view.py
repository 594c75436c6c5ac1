"""Looking in one's own browser: one search after the other, or words and a site of one's choice, and what was there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint import person, search
from footprint.i18n import _
from footprint.person import DetailKind
from footprint.search import HandOff, Look, Options, rounds
from footprint.search.rounds import Round
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import EmptyState
from ui.kit.layout import Fold
from ui.kit.theme import space
from ui.page import clear
from ui.search.by_hand.look import LookCard
from ui.search.by_hand.next_card import NextCard
from ui.search.by_hand.today import TodayCard, looks_today
from ui.search.by_hand.where import WhereCard
from ui.search.stage import Seen, Stage, StagePart


@dataclass(frozen=True)
class _Seen:
    offers: tuple[HandOff, ...]
    round: Round
    today: tuple[Look, ...]
    has_work: bool


class ByHand(StagePart):
    """One look after another: the choice of what to open gives way to what was seen, and comes back after it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.look: LookCard | None = None
        self._at = ""  # the look that is shown, once it is kept
        column = QVBoxLayout(self)
        space(column, 16)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self.next = NextCard()
        self.next.opened.connect(self.open)
        self.next.again_chosen.connect(self._start_again)
        self.next.copied.connect(lambda words: desk.say(_("Copied: {words}").format(words=words)))
        self.next.stepped.connect(self._step)
        self.next.hide()
        column.addWidget(self.next)
        self.where = WhereCard(desk)
        self.where.opened.connect(self._opened)
        self.where.work_switched.connect(lambda _on: self._reload())
        self.where.open_button.set_kind("secondary")  # one main button: the next search
        self.own = Fold(_("Choose the words and the site yourself"))
        self.own.body.addWidget(self.where)
        self.own.hide()
        column.addWidget(self.own)
        self.today = TodayCard()
        column.addWidget(self.today)
        column.addWidget(self._make_ways())
        column.addStretch(1)
        desk.changed.connect(self._on_changed)
        self._reload()

    def _make_ways(self) -> ButtonRow:
        picture = Btn(_("Look with a picture"), "quiet", "camera")
        picture.clicked.connect(lambda: self.went.emit(Stage.BY_PICTURE))
        bookmarks = Btn(_("Look through my bookmarks"), "quiet", "book")
        bookmarks.clicked.connect(lambda: self.went.emit(Stage.BOOKMARKS))
        self.sort_button = Btn(_("Sort what you have found"), "quiet")
        self.sort_button.clicked.connect(lambda: self.went.emit(Stage.SORT))
        return ButtonRow(picture, bookmarks, self.sort_button)

    def line(self, _seen: Seen) -> str:
        return _("You look in your own browser, and write down here what you saw.")

    # -- opening and looking ---------------------------------------------------------------------------

    def open(self, hand_off: HandOff) -> None:
        """Open a search in the person's browser, and ask what was there."""
        self._desk.open_link(hand_off.url)
        self._opened(hand_off)

    def _opened(self, hand_off: HandOff) -> None:
        vault = self._desk.bench.vault

        def remember(_task: Task) -> None:
            rounds.mark_opened(vault, hand_off)  # no step to undo: the page is open in any case

        self._desk.run(Operation(remember), then=lambda _done: self._reload())
        self.show_look(hand_off)

    def show_look(self, hand_off: HandOff) -> None:
        """The page is open in the browser: ask what was there."""
        clear(self._place)
        self._show_choice(False)
        self.look = LookCard(self._desk, hand_off)
        self._at = ""
        self.look.left.connect(self.choose_again)
        self.look.next_chosen.connect(self._open_next)
        self.look.sort_chosen.connect(lambda: self.went.emit(Stage.SORT))
        self.look.stepped.connect(self._looked_on)
        self._place.addWidget(self.look)
        self._turn()

    def _looked_on(self) -> None:
        """What was seen is kept, or there is another way on."""
        at = self.look.look_id if self.look is not None else ""
        if at == self._at:
            self._step()
        else:
            self._at = at
            self._turn()

    def choose_again(self) -> None:
        """Another site or other words."""
        clear(self._place)
        self.look = None
        self._show_choice(True)
        self._turn()

    def back(self) -> bool:
        """From a look to the choice of where; False when that is what is shown."""
        if self.look is None:
            return False
        self.choose_again()
        return True

    def paste(self) -> None:
        if self.look is not None:
            self.look.paste()

    def _open_next(self) -> None:
        if self.next.open_next() is None:
            self.choose_again()

    def _show_choice(self, on: bool) -> None:
        self.next.setVisible(on)
        self.own.setVisible(on)

    def _start_again(self) -> None:
        vault = self._desk.bench.vault
        self._desk.run(
            Operation(
                lambda _task: rounds.start_again(vault),
                changes=Changes(findings=True),
                said=lambda _none: _("All searches are to do again. What you saw stays kept."),
            )
        )

    # -- reading -------------------------------------------------------------------------------------

    def _reload(self) -> None:
        options = Options(from_work=self.where.from_work)
        self._desk.read(lambda task: self._read(task, options), self._show)

    def _read(self, _task: Task, options: Options) -> _Seen:
        vault = self._desk.bench.vault
        work = any(person.details(vault, kind) for kind in (DetailKind.EMPLOYER, DetailKind.JOB_TITLE))
        offers = search.hand_offs(vault, options)
        return _Seen(offers, rounds.current(vault, options, offers=offers), looks_today(vault), work)

    def _show(self, seen: _Seen) -> None:
        self.today.show_looks(seen.today)
        self.where.show_offers(seen.offers, seen.today, has_work=seen.has_work)
        self.next.show_round(seen.round)
        if self.look is not None:
            self.look.offer_next(self.next.next_words())
            return
        clear(self._place)
        self._show_choice(bool(seen.offers))
        if not seen.offers:
            names = Btn(_("Add your name"), "primary", "plus")
            names.clicked.connect(lambda: self.went.emit(Stage.NAMES))
            words = _("Add your name first, then come back here.")
            self._place.addWidget(EmptyState("search", _("There is no name to look for"), words, names))
        self._step()

    def _turn(self) -> None:
        self._step()
        self.turned.emit()
        (self.look or self.next).arrive()

    def _step(self) -> None:
        if self.look is not None:
            self.primary = self.look.primary
        else:
            self.primary = self.next.primary if not self.next.isHidden() else None
        self.stepped.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.findings or changes.person:
            self._reload()
