"""The calm page for somebody met through work: what to do now, and then nothing of them is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.archives.connections import THROUGH_WORK, Somebody
from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.steps import NumberedSteps
from ui.kit.text import Heading, PlainLabel


class WorkCard(Card):
    """Nothing is kept while it stands there, and leaving it leaves no trace."""

    opened = Signal(str)
    note_asked = Signal()
    manager_asked = Signal()
    done = Signal()
    left = Signal()

    def __init__(self, one: Somebody) -> None:
        super().__init__()
        self.person = one
        self.heading = Heading(_("You met {name} through work").format(name=one.shown), "h2")
        self.add(self.heading)
        self.add(Banner("warn", THROUGH_WORK.words, quiet=True))
        self.add(
            NumberedSteps(
                (
                    _("Open their page. Unfriend them, or turn the request down. You need not explain."),
                    _("Tell your manager soon. You have done nothing wrong by finding this."),
                    _("Did you know them before, or live in a small place? Ask your manager what to do."),
                )
            )
        )
        buttons = []
        if one.link:
            go = Btn(_("Open their page"), icon="external")
            go.clicked.connect(lambda: self.opened.emit(one.link))
            buttons.append(go)
        note = Btn(_("Write an incident note"), "quiet", "edit")
        note.clicked.connect(self.note_asked)
        self.add(ButtonRow(*buttons, note))
        self.add(
            PlainLabel(
                _("When you have done it, the name goes from this app for good. Undo cannot bring it back."),
                colour="text2",
            )
        )
        self.done_button = Btn(_("Done. Forget the name"), "primary")
        self.done_button.clicked.connect(self.done)
        back = Btn(_("Not now"))
        back.clicked.connect(self.left)
        self.add(ButtonRow(self.done_button, back))
