"""Looking in one's own browser: choose a site and words, open it, and write down what was there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint import person, search
from footprint.i18n import _
from footprint.person import DetailKind
from footprint.search import HandOff, Look, Options
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import EmptyState
from ui.kit.theme import space
from ui.page import clear
from ui.search.look import LookCard
from ui.search.stage import Seen, Stage, StagePart
from ui.search.today import TodayCard, looks_today
from ui.search.where import WhereCard


@dataclass(frozen=True)
class _Seen:
    offers: tuple[HandOff, ...]
    today: tuple[Look, ...]
    has_work: bool


class ByHand(StagePart):
    """One look after another: the choice of where to look gives way to what was seen, and comes back after it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.look: LookCard | None = None
        column = QVBoxLayout(self)
        space(column, 16)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self.where = WhereCard(desk)
        self.where.opened.connect(self.show_look)
        self.where.work_switched.connect(lambda _on: self._reload())
        self.where.hide()
        column.addWidget(self.where)
        self.today = TodayCard()
        column.addWidget(self.today)
        self.sort_button = Btn(_("Sort what you have found"), "quiet")
        self.sort_button.clicked.connect(lambda: self.went.emit(Stage.SORT))
        column.addWidget(ButtonRow(self.sort_button))
        column.addStretch(1)
        desk.changed.connect(self._on_changed)
        self._reload()

    def line(self, _seen: Seen) -> str:
        return _("You look in your own browser, and write down here what you saw.")

    def show_look(self, hand_off: HandOff) -> None:
        """The page is open in the browser: ask what was there."""
        clear(self._place)
        self.where.hide()
        self.look = LookCard(self._desk, hand_off)
        self.look.left.connect(self.choose_again)
        self.look.sort_chosen.connect(lambda: self.went.emit(Stage.SORT))
        self.look.stepped.connect(self._turn)
        self._place.addWidget(self.look)
        self._turn()

    def choose_again(self) -> None:
        """Another site or other words."""
        clear(self._place)
        self.look = None
        self.where.show()
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

    # -- reading -------------------------------------------------------------------------------------

    def _reload(self) -> None:
        options = Options(from_work=self.where.from_work)
        self._desk.read(lambda task: self._read(task, options), self._show)

    def _read(self, _task: Task, options: Options) -> _Seen:
        vault = self._desk.bench.vault
        work = any(person.details(vault, kind) for kind in (DetailKind.EMPLOYER, DetailKind.JOB_TITLE))
        return _Seen(search.hand_offs(vault, options), looks_today(vault), work)

    def _show(self, seen: _Seen) -> None:
        self.today.show_looks(seen.today)
        if self.look is not None:
            self.where.show_offers(seen.offers, seen.today, has_work=seen.has_work)
            return
        clear(self._place)
        self.where.setVisible(bool(seen.offers))
        self.where.show_offers(seen.offers, seen.today, has_work=seen.has_work)
        if not seen.offers:
            names = Btn(_("Add your name"), "primary", "plus")
            names.clicked.connect(lambda: self.went.emit(Stage.NAMES))
            words = _("Add your name first, then come back here.")
            self._place.addWidget(EmptyState("search", _("There is no name to look for"), words, names))
        self._step()

    def _turn(self) -> None:
        self._step()
        self.turned.emit()
        (self.look or self.where).arrive()

    def _step(self) -> None:
        if self.look is not None:
            self.primary = self.look.primary
        else:
            self.primary = self.where.open_button if not self.where.isHidden() else None
        self.stepped.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.findings or changes.person:
            self._reload()
