"""The checks of one file with how each stands: the main ones in sight, the others in a fold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import CheckState, SettingsPage
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.checklists.now import Now
from ui.kit.cards import Card
from ui.kit.layout import Fold, vbox
from ui.kit.steps import StepList, StepRow


class CheckLists(QWidget):
    """`chosen` opens one check."""

    chosen = Signal(str)

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        self._list(_("Main checks"), now.walk.essential, folded=False)
        self._list(_("Go further"), now.walk.further, folded=True)

    def _list(self, title: str, pages: tuple[SettingsPage, ...], *, folded: bool) -> None:
        states = [one for page in pages for one in page.checks]
        if not states:
            return
        count = ngettext("{title}: {n} check", "{title}: {n} checks", len(states)).format(title=title, n=len(states))
        card = Card(title=count)
        if folded:
            fold = Fold(_("Show the list"))

            def fill(is_open: bool) -> None:
                if is_open and not fold.body.count():
                    self._add_rows(fold.body, count, states)

            fold.toggled.connect(fill)
            card.add(fold)
        else:
            self._add_rows(card.body, count, states)
        self._column.addWidget(card)

    def _add_rows(self, place: QVBoxLayout, count: str, states: list[CheckState]) -> None:
        steps = StepList(count)
        steps.show(
            [
                StepRow(
                    one.check.id,
                    _("{check}. {how}").format(check=words.short_name(one.check), how=words.standing(one)),
                    "done" if one.dealt_with and not one.due else "todo",
                )
                for one in states
            ]
        )
        steps.chosen.connect(self.chosen)
        place.addWidget(steps)
