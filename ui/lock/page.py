"""The lock page: one field, and a way on for somebody who forgot."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from footprint.i18n import _
from ui.cover import Cover
from ui.help_now.button import help_now_button
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, bring_into_view
from ui.kit.fields import Field, PassphraseBox

_FREE_TRIES = 5
_LONGEST_WAIT = 10  # seconds


def wait_before(tries: int) -> int:
    """Seconds to wait before the next try, after so many that failed: none for 5, then a little longer each time."""
    return min(max(0, tries - _FREE_TRIES + 1), _LONGEST_WAIT)


class LockPage(Cover):
    """Says which passphrase was entered; whoever listens answers with `refused` or takes the page away.

    `lost` is a sentence on what could not be saved when the app was locked. Where the person let this computer open
    their notes, `offer_keyring` puts a button for it beside the one that unlocks.
    """

    safety_help_topic: ClassVar[str] = "protected"

    entered = Signal(str)
    keyring_asked = Signal()
    forgotten = Signal()

    def __init__(self, lost: str = "") -> None:
        super().__init__(
            _("Footprint Check is locked"),
            _("Enter your passphrase to carry on. Everything is encrypted on this computer."),
            icon="lock",
        )
        self._tries = 0
        self.trouble: Banner | None = None
        self.waiting: Banner | None = None
        if lost:
            self.body.addWidget(Banner("warn", lost))
        self.box = PassphraseBox(_("Passphrase"))
        self.field = Field(_("Passphrase"), self.box)
        self.body.addWidget(self.field)
        self.unlock = Btn(_("Unlock"), "primary")
        self.unlock.clicked.connect(self._enter)
        self.box.edit.returnPressed.connect(self._enter)
        forgot = Btn(_("I forgot my passphrase"), "quiet")
        forgot.clicked.connect(self.forgotten)
        self.protected = Btn(_("What protects my notes?"), "quiet")
        self.protected.clicked.connect(self._say_what_protects)
        self.help_now = help_now_button(self)
        self.without = Btn(_("Open without a passphrase"))
        self.without.clicked.connect(self.keyring_asked)
        self.set_foot(self.unlock, self.without, forgot, self.protected, self.help_now)
        self.without.hide()  # after the row has shown what it was given
        self.primary = self.unlock

    def arrive(self) -> None:
        """The one page where focus starts in the field."""
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refused(self, words: str) -> None:
        """The passphrase was wrong: it stays, selected, so that it can be mended or typed over."""
        self._tries += 1
        self._busy(False)
        self.field.show_error(words)
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.edit.selectAll()
        announce(self, words, urgent=True)

    @property
    def busy(self) -> bool:
        """Whether a passphrase is being tried."""
        return not self.unlock.isEnabled()

    def offer_keyring(self) -> None:
        """This computer's own password store is a way in."""
        self.without.show()

    def say_plan_waits(self) -> None:
        """A plan was dropped here; it opens once the notes are open."""
        if self.waiting is None:
            self.waiting = Banner("info", _("Unlock first. Then your plan opens."))
            self.body.insertWidget(0, self.waiting)

    def asking_keyring(self) -> None:
        """It is being asked; the field stays free for the passphrase meanwhile."""
        self.without.setText(_("Asking this computer…"))
        self.without.setEnabled(False)
        if self.trouble is not None:
            self.trouble.hide()

    def keyring_refused(self, happened: str, do: str) -> None:
        """It could not open the notes: what happened, and what to do now."""
        self.without.setText(_("Ask this computer again"))
        self.without.setEnabled(True)
        if self.trouble is None:
            self.trouble = Banner("info", happened, do)
            self.body.insertWidget(0, self.trouble)
        else:
            self.trouble.say(happened, do)
            self.trouble.show()
        self.arrive()
        QTimer.singleShot(0, self, lambda: bring_into_view(self.field))

    def _enter(self) -> None:
        if not self.unlock.isEnabled():
            return
        if not self.box.text():
            self.field.show_error(_("Enter your passphrase."))
            announce(self, self.field.words, urgent=True)
            return
        self.field.clear_error()
        self._busy(True)
        text = self.box.text()
        wait = wait_before(self._tries)
        if wait:
            QTimer.singleShot(1000 * wait, self, lambda: self.entered.emit(text))
        else:
            self.entered.emit(text)

    def _say_what_protects(self) -> None:
        from ui.help.sheet import HelpSheet

        HelpSheet(self.window(), self.safety_help_topic).open()

    def _busy(self, busy: bool) -> None:
        self.unlock.setEnabled(not busy)
        self.unlock.setText(_("Unlocking…") if busy else _("Unlock"))
        self.box.edit.setReadOnly(busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter unlocks from the tick as well; the box has said so itself already."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.box.edit.hasFocus():
            self._enter()
        else:
            super().keyPressEvent(event)
