"""A reply to paste: what it most likely says, the words that say so, and what could come next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.log.ladder import LONGEST, Ground, Reading, ReplyKind, read_reply
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choice_cards import Tick
from ui.kit.fields import Field, NotesBox
from ui.kit.layout import vbox
from ui.kit.text import Heading, PlainLabel
from ui.log.caution import Caution


class ReplyPart(QWidget):
    """Nothing is done by reading; the person says whether it is right. The words stay only if they want that."""

    agreed = Signal(object, str, bool)  # the Reading, the text, whether to keep it
    frightened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reading: Reading | None = None
        self.text = NotesBox(_("Their answer"), rows=4)
        self.text.textChanged.connect(lambda: self.found.hide())
        self.read = Btn(_("Read it for me"))
        self.read.clicked.connect(self._read)
        self.found = Card("sunken")
        self.kind = Heading("", "h3")
        self.words = PlainLabel("")
        self.next = PlainLabel("")
        self.caution = Caution(self.text)
        self.caution.kept.connect(self._use)
        self.keep = Tick(_("Keep their words here"), _("Else only what they said in short is kept."))
        self.use = Btn(_("Yes, that is it"), icon="check")
        self.use.clicked.connect(self._use)
        self.fear = Btn(_("They frighten me"), icon="flag")
        self.fear.clicked.connect(self.frightened)
        self.wrong = Btn(_("No, it says something else"), "quiet")
        self.wrong.clicked.connect(self._wrong)
        for part in (self.kind, self.words, self.next, self.keep):
            self.found.add(part)
        self.keep.toggled.connect(lambda on: on or self.caution.hide())
        self.found.add(self.caution)
        self.found.add(ButtonRow(self.use, self.fear, self.wrong))
        self.found.hide()
        field = Field(_("Their answer"), self.text, _("Paste it here. Nothing is sent anywhere."))
        self.setLayout(vbox(field, self.read, self.found, spacing=10))

    def clear(self) -> None:
        self.text.clear()
        self.keep.setChecked(False)
        self.caution.start(kept=False)
        self._reading = None
        self.found.hide()

    def _read(self) -> None:
        reading = self._reading = read_reply(self.text.toPlainText()[:LONGEST])
        self.kind.setText(reading.kind.label)
        self.words.setText(_led_by(reading))
        self.words.setVisible(bool(self.words.text()))
        self.next.setText(reading.next)
        telling = reading.kind not in (ReplyKind.UNCLEAR, ReplyKind.SILENCE)
        self.keep.setVisible(telling)
        self.use.setVisible(telling)
        self.fear.setVisible(reading.kind is ReplyKind.WORRYING)
        self.wrong.setVisible(telling)
        self.found.show()
        announce(self.found, f"{reading.kind.label}. {reading.next}")

    def _use(self) -> None:
        """Words that are kept and look like case data are spoken of first, as with any note."""
        if self.keep.isChecked() and self.caution.asks():
            return
        if self._reading is not None:
            self.agreed.emit(self._reading, self.text.toPlainText(), self.keep.isChecked())

    def _wrong(self) -> None:
        self.found.hide()
        self.text.setFocus()


def _led_by(reading: Reading) -> str:
    if not reading.words:
        return ""
    words = _("It looks like that because of: {words}.").format(words=", ".join(f"“{one}”" for one in reading.words))
    if reading.kind is ReplyKind.REFUSED and reading.ground is not Ground.NONE:
        return words + " " + _("Their reason: {ground}.").format(ground=reading.ground.label)
    return words
