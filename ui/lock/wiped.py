"""After “Delete everything”: what went, and what this app cannot reach."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout

from footprint.dates import number
from footprint.i18n import _
from footprint.traces import Left, Wiped
from ui.cover import Cover
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel


class WipingPage(Cover):
    """While it goes: a password store may take some seconds to answer."""

    def __init__(self) -> None:
        super().__init__(_("Your notes go now"), _("It takes a few seconds."), width=560, icon="trash")


class WipedPage(Cover):
    """Told once: nobody keeps a list of it."""

    again_asked = Signal()
    leave_asked = Signal()

    def __init__(self, wiped: Wiped) -> None:
        whole = not any(one.stuck for one in wiped.left)
        super().__init__(
            _("Everything is deleted") if whole else _("Your notes are deleted, but not every trace"),
            _("Nobody can bring it back, except from a copy.") if whole else _("What is left stands first below."),
            width=640,
            icon="check" if whole else "info",
        )
        left = Card("plain", _("What this app cannot reach"))
        for one in wiped.left:
            left.add(_told(one))
        self.body.addWidget(left)
        gone = Card("flat", _("What went"))
        many = _("{what} ({n})")
        words = [
            one.words if one.count == 1 else many.format(what=one.words, n=number(one.count)) for one in wiped.removed
        ]
        gone.add(vbox(*(PlainLabel(one, "small") for one in words), spacing=4))
        self.body.addWidget(gone)
        leave = Btn(_("Close Footprint Check"), "primary")
        leave.clicked.connect(self.leave_asked)
        again = Btn(_("Start again"))
        again.clicked.connect(self.again_asked)
        self.primary = leave
        self.set_foot(leave, again)


def _told(one: Left) -> QLayout:
    """What it is, where, and what to do, as one."""
    where = [PlainLabel(one.where, "small", selectable=True)] if one.where else []
    return vbox(PlainLabel(one.words, "button"), *where, PlainLabel(one.do, "small", "text2"), spacing=2)
