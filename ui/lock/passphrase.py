"""Choosing a passphrase: six words to take, or one's own with an honest word on it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import vault
from footprint.i18n import _
from footprint.vault import Judgement
from ui.jobs import Lanes
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.fields import Field, PassphraseBox
from ui.kit.text import PlainLabel
from ui.kit.theme import space


class PassphraseForm(QWidget):
    """`chosen` is sent with a passphrase that may be used. Judging runs off the main thread: its lists load slowly."""

    chosen = Signal(str)

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._column = QVBoxLayout(self)
        space(self._column, 12)
        self._add_suggestion()
        self._add_box()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(250)
        self._pause.timeout.connect(self._judge)
        self.box.edit.textChanged.connect(lambda _text: self._pause.start())

    def submit(self) -> None:
        """Say `chosen`, or what is missing beside the field."""
        text = self.box.text()
        if not text:
            self.field.show_error(_("Enter a passphrase, or use the words above."))
            self.box.edit.setFocus()
            announce(self, self.field.words, urgent=True)
            return
        self._lanes.start("bulk", lambda _task: (text, vault.judge(text))).finished.connect(self._decide)

    def _add_suggestion(self) -> None:
        card = Card("sunken")
        card.add(PlainLabel(_("You could use these words"), "small", "text2"))
        self.suggestion = PlainLabel(vault.suggest(), "h2")
        card.add(self.suggestion)
        use = Btn(_("Use these words"))
        use.clicked.connect(self._use_suggestion)
        another = Btn(_("Suggest others"), "quiet", "undo")
        another.clicked.connect(self._suggest_another)
        card.add(ButtonRow(use, another))
        self._column.addWidget(card)

    def _add_box(self) -> None:
        self.box = PassphraseBox(_("Passphrase"))
        self.field = Field(_("Passphrase"), self.box, _("At least 4 words or 12 characters. You may paste it."))
        self.box.edit.returnPressed.connect(self.submit)
        self._column.addWidget(self.field)
        self.strength = PlainLabel("", "small", "text2")
        self.strength.hide()
        self._column.addWidget(self.strength)

    def _use_suggestion(self) -> None:
        self.box.edit.setText(self.suggestion.text())
        self.box.show_passphrase(True)
        self.box.edit.setFocus()

    def _suggest_another(self) -> None:
        self.suggestion.setText(vault.suggest())
        announce(self, self.suggestion.text())

    def _judge(self) -> None:
        text = self.box.text()
        if not text:
            self.strength.setText("")
            return
        self._lanes.start("bulk", lambda _task: (text, vault.judge(text))).finished.connect(self._say_strength)

    def _say_strength(self, judged: tuple[str, Judgement]) -> None:
        text, judgement = judged
        if text == self.box.text():
            self.strength.set_colour("ok" if judgement.ok else "text2")
            self.strength.setText(judgement.sentence)

    def _decide(self, judged: tuple[str, Judgement]) -> None:
        text, judgement = judged
        if text != self.box.text():
            return
        if judgement.ok:
            self.field.clear_error()
            self.chosen.emit(text)
        else:
            self.field.show_error(judgement.sentence)
            self.box.edit.setFocus()
            announce(self, judgement.sentence, urgent=True)
