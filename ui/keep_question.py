"""“Keep this?”, asked before closing while everything is only in memory."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel


class KeepQuestion(Sheet):
    """Esc and “Go back” change nothing."""

    WIDTH = 520
    kept = Signal()
    thrown_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Keep what you have done?"))
        self.add(PlainLabel(_("Nothing is kept yet. If you close now without keeping it, it is gone.")))
        away = self.add_button(Btn(_("Throw it away"), "danger"))
        back = self.add_button(Btn(_("Go back")))
        keep = self.add_button(Btn(_("Keep this"), "primary"))
        away.clicked.connect(lambda: self._answer(self.thrown_away))
        back.clicked.connect(self.reject)
        keep.clicked.connect(lambda: self._answer(self.kept))
        keep.setFocus()

    def _answer(self, signal: SignalInstance) -> None:
        self.accept()
        signal.emit()
