"""Shown instead of a lock while there is no passphrase yet: nothing on screen, and honest about what that means."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.i18n import _
from ui.cover import Cover
from ui.kit.buttons import Btn
from ui.kit.cards import Banner


class CoveredPage(Cover):
    """Carry on, keep it and so lock it, or let go of all of it."""

    back_asked = Signal()
    keep_asked = Signal()
    away_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Your notes are covered"),
            _("Nothing shows on this screen, and nothing is kept yet."),
            width=560,
            icon="eye_off",
        )
        self.body.addWidget(
            Banner(
                "warn",
                _("This is not a lock"),
                _("You have no passphrase yet, so anyone at this computer can carry on. Keep your notes to lock them."),
            )
        )
        keep = Btn(_("Keep this"), "primary", "lock")
        keep.clicked.connect(self.keep_asked)
        self.primary = keep
        back = Btn(_("Carry on"))
        back.clicked.connect(self.back_asked)
        away = Btn(_("Throw it away and close"), "quiet")
        away.clicked.connect(self.away_asked)
        self.set_foot(keep, back, away)
