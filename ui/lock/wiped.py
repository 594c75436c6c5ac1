"""After “Delete everything”: what went, and what this app cannot reach."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.dates import number
from footprint.i18n import _
from footprint.traces import Wiped
from ui.cover import Cover
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import PlainLabel


class WipingPage(Cover):
    """While it goes: a password store may take some seconds to answer."""

    def __init__(self) -> None:
        super().__init__(_("Deleting everything"), _("This takes a few seconds."), width=560, icon="trash")


class WipedPage(Cover):
    """Told once: nobody keeps a list of it."""

    again_asked = Signal()
    leave_asked = Signal()

    def __init__(self, wiped: Wiped) -> None:
        super().__init__(
            _("Everything is deleted"), _("Nobody can bring it back, except from a copy."), width=640, icon="check"
        )
        gone = Card("plain", _("What went"))
        for one in wiped.removed:
            gone.add(PlainLabel(_("{what}: {n}").format(what=one.words, n=number(one.count))))
        self.body.addWidget(gone)
        left = Card("plain", _("What this app cannot reach"))
        for one in wiped.left:
            left.add(PlainLabel(one.words, "label"))
            if one.where:
                left.add(PlainLabel(one.where, "small", selectable=True))
            left.add(PlainLabel(one.do, "small", "text2"))
        self.body.addWidget(left)
        leave = Btn(_("Close Footprint Check"), "primary")
        leave.clicked.connect(self.leave_asked)
        again = Btn(_("Start again"))
        again.clicked.connect(self.again_asked)
        self.primary = leave
        self.set_foot(leave, again)
