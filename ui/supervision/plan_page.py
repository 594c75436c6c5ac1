"""The place “Plans”: a plan that was opened, to take on all, part or none of; and those that were taken on."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.supervision.plans import Choice, Offer, Taken
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, EmptyState
from ui.page import Page
from ui.supervision.plan_files import ask_for_plan
from ui.supervision.plan_offer import OfferView
from ui.supervision.plan_reading import read_offer, take_on
from ui.supervision.plans import PlansSection


class PlanPage(Page):
    """`desk.go("plan")` shows what was taken on; with `file=` (a Path) what is in that file."""

    watches: ClassVar[Changes] = Changes()
    help_topic: ClassVar[str] = "plan"
    max_width: ClassVar[int] = 860

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Plans"))
        self.offer: OfferView | None = None
        self.section: PlansSection | None = None
        self.empty: EmptyState | None = None
        self.refused: Banner | None = None
        self._file: Path | None = None

    # -- where we are ------------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        file = details.get("file")
        self._file = Path(str(file)) if file else None
        self.reload()

    def reload(self) -> None:
        if self._file is None:
            self._show_taken()
            return
        read_offer(self.desk, self._file, self._show_offer, self._show_refused)

    def back(self) -> None:
        """Alt+Left: from a plan that was opened to those taken on; from there, to Home."""
        if self._file is None:
            super().back()
        else:
            self._close()

    def escape(self) -> bool:
        if self._file is None:
            return False
        self._close()
        return True

    def _close(self) -> None:
        self._file = None
        self.reload()
        self.arrive()

    # -- showing -----------------------------------------------------------------------------------------

    def _start_over(self, title: str, line: str) -> None:
        self.clear_body()
        self.offer, self.section, self.empty, self.refused, self.primary = None, None, None, None, None
        self.heading.setText(title)
        self.say_line(line)

    def _show_offer(self, offer: Offer) -> None:
        self._start_over(
            _("A plan for you"),
            _("See what it asks, and choose. Nobody is told what you choose, or that you opened it."),
        )
        self.offer = OfferView(offer)
        self.offer.taken.connect(self._take)
        self.offer.closed.connect(self._close)
        self.primary = self.offer.take_button
        if offer.before is not None:
            again = _("You took on this plan before. What you choose now takes its place.")
            self.body.addWidget(Banner("info", again, quiet=True))
        self.body.addWidget(self.offer)
        self.body.addStretch(1)

    def _show_refused(self, problem: Exception) -> None:
        if not isinstance(problem, FootprintError):
            raise problem
        self._start_over(_("This plan was not opened"), _("Nothing was changed."))
        another = Btn(_("Open another file…"))
        another.clicked.connect(lambda: ask_for_plan(self, self.desk))
        self.refused = Banner("warn", str(problem), "", another)
        self.body.addWidget(self.refused)
        self.body.addStretch(1)

    def _show_taken(self) -> None:
        self._start_over(_("Plans"), _("What you took on, and how far you are. Only you see this page."))
        self.section = PlansSection(self.desk)
        self.section.filled.connect(self._say_empty)
        self.section.reload()
        self.body.addWidget(self.section)
        self.body.addStretch(1)

    def _say_empty(self, count: int) -> None:
        if self.empty is not None:
            self.empty.setVisible(not count)
        elif not count:
            self.empty = EmptyState(
                "checklist",
                _("No plan yet"),
                _("Somebody may give you a small file or a page. Open the file here, and choose what you take on."),
            )
            self.body.insertWidget(0, self.empty)

    # -- changing ----------------------------------------------------------------------------------------

    def _take(self, choice: Choice) -> None:
        assert self.offer is not None
        take_on(self.desk, self, self.offer.offer.opened, choice, self._took)

    def _took(self, _taken: Taken) -> None:
        self._close()
