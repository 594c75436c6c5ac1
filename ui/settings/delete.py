"""“Delete everything”: the only place where a word must be typed before the button does what it says."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, TextBox
from ui.kit.text import PlainLabel


class DeleteEverything(Sheet):
    """`accepted` once the word was typed and the button pressed; anything else keeps everything."""

    WIDTH = 520

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, _("Delete everything?"))
        self.word = _("delete")
        self.add(PlainLabel(_("Your names, accounts, answers, search results, list and copies all go.")))
        self.add(
            Banner("danger", _("This cannot be undone"), _("Nobody can bring it back, except from a backup of yours."))
        )
        self.box = TextBox(_("Type the word “{word}”").format(word=self.word))
        self.field = Field(_("Type the word “{word}”").format(word=self.word), self.box)
        self.box.returnPressed.connect(self._press)
        self.add(self.field)
        self.keep = self.add_button(Btn(_("Keep everything")))
        self.keep.clicked.connect(self.reject)
        self.do = self.add_button(Btn(_("Delete everything"), "danger"))
        self.do.clicked.connect(self._press)
        self.keep.setFocus()

    def _press(self) -> None:
        if self.box.text().strip().casefold() == self.word.casefold():
            self.accept()
            return
        words = _("Type “{word}” to go on, or choose “Keep everything”.").format(word=self.word)
        self.field.show_error(words)
        QTimer.singleShot(0, self, self.fit)
        self.box.setFocus()
        announce(self, words, urgent=True)
