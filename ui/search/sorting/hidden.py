"""The sites whose results are hidden, each with a way to show them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.kit.bounded import Bounded
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel

_MOST = 40


class HiddenSites(Sheet):
    """Opens over the page; choosing a site shows its results again and closes it."""

    def __init__(self, parent: QWidget, sites: Sequence[str], show: Callable[[str], None]) -> None:
        super().__init__(parent, _("Sites whose results are hidden"))
        self._show = show
        self.add(PlainLabel(_("You said that results from these sites are not about you."), colour="text2"))
        self.buttons: dict[str, Btn] = {}
        for site in sites[:_MOST]:
            button = Btn(_("Show {site} again").format(site=site))
            button.clicked.connect(lambda _checked=False, site=site: self._choose(site))
            self.buttons[site] = button
        rows = QWidget()
        rows.setLayout(vbox(*(ButtonRow(one) for one in self.buttons.values()), spacing=8))
        self.add(Bounded(rows, 360))
        close = Btn(_("Close"))
        close.clicked.connect(self.reject)
        self.add_button(close)

    def _choose(self, site: str) -> None:
        self._show(site)
        self.accept()
