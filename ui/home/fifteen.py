"""“I have 15 minutes”: as many things as fit, each one choice away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.home import Suggestion
from footprint.i18n import _, ngettext
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel


class FifteenMinutes(Sheet):
    opened = Signal(object)

    def __init__(self, parent: QWidget, chosen: Sequence[Suggestion]) -> None:
        super().__init__(parent, _("You have 15 minutes"))
        close = self.add_button(Btn(_("Close")))
        close.clicked.connect(self.reject)
        if not chosen:
            self.body.addWidget(PlainLabel(_("There is nothing to do just now. Enjoy your 15 minutes.")))
            return
        self.body.addWidget(PlainLabel(_("These fit. You can stop at any time, and nothing is lost.")))
        for one in chosen:
            time = ngettext("about {m} minute", "about {m} minutes", one.minutes).format(m=one.minutes)
            row = RowButton(one.title, one.reason, time, "neutral", last=one is chosen[-1])
            row.clicked.connect(lambda _checked=False, what=one: self._open(what))
            self.body.addWidget(row)

    def _open(self, one: Suggestion) -> None:
        self.accept()
        self.opened.emit(one)
