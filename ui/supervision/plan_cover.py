"""A plan that was opened in the first steps, before there is anything else: the same to see and to choose."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.supervision.plans import Choice, Offer, Taken
from ui.cover import Cover
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.supervision.plan_files import ask_for_file
from ui.supervision.plan_offer import OfferView
from ui.supervision.plan_reading import read_offer, take_on

WIDTH = 760


class PlanCover(Cover):
    """`taken` with the networks that were taken on, `left` when none of it was."""

    help_topic: ClassVar[str] = "plan"

    taken = Signal(tuple)
    left = Signal()

    def __init__(self, desk: Desk, file: Path) -> None:
        super().__init__(
            _("A plan for you"),
            _("See what it asks, and choose. Nobody is told what you choose, or that you opened it."),
            width=WIDTH,
        )
        self._desk = desk
        self.offer: OfferView | None = None
        self.refused: Banner | None = None
        self._add_back()
        read_offer(desk, file, self._show, self._refuse)

    def escape(self) -> bool:
        self.left.emit()
        return True

    def _add_back(self) -> None:
        back = Btn(_("Back"))
        back.clicked.connect(self.left)
        self.set_foot(back)

    def _show(self, offer: Offer) -> None:
        self.offer = OfferView(offer)
        self.offer.closed.connect(self.left)
        self.offer.taken.connect(self._take)
        self.primary = self.offer.take_button
        self.body.addWidget(self.offer)
        self.clear_foot()  # “None of it” is the way back now

    def _refuse(self, problem: Exception) -> None:
        if not isinstance(problem, FootprintError):
            raise problem
        self.heading.setText(_("This plan was not opened"))
        self.line.setText(_("Nothing was changed."))
        another = Btn(_("Open another file…"))
        another.clicked.connect(lambda: ask_for_file(self, self._open_other))
        if self.refused is not None:
            self.refused.hide()
            self.refused.deleteLater()
        self.refused = Banner("warn", str(problem), "", another)
        self.body.addWidget(self.refused)

    def _open_other(self, file: Path) -> None:
        read_offer(self._desk, file, self._show_other, self._refuse)

    def _show_other(self, offer: Offer) -> None:
        if self.refused is not None:
            self.refused.hide()
        self.heading.setText(_("A plan for you"))
        self._show(offer)

    def _take(self, choice: Choice) -> None:
        assert self.offer is not None
        take_on(self._desk, self, self.offer.offer.opened, choice, self._took)

    def _took(self, taken: Taken) -> None:
        self.taken.emit(taken.networks)
