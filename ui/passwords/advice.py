"""What helps most, and three random words for who has to remember one."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from footprint import passwords
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.clipboard import copy_secret
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel


class AdviceCard(Card):
    """Shown words are not kept: they go when the page is left, and the copy of them after half a minute."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(title=_("What helps most"))
        self._desk = desk
        tips = passwords.tips()
        for tip in tips:
            self.add(Heading(tip.title, "h3"))
            self.add(PlainLabel(tip.text, colour="text2"))
        self.suggest = Btn(_("Suggest 3 words"))
        self.copy = Btn(_("Copy"), "quiet")
        self.words = PlainLabel("", "h2")
        self.words.hide()
        self.copied = PlainLabel("", "small", "text2")
        self.copied.hide()
        self.add(self.words)
        self.add(ButtonRow(self.suggest, self.copy))
        self.copy.hide()
        self.add(self.copied)
        fold = Fold(_("Where this comes from"))
        for source, told in dict.fromkeys((tip.source, tip.told) for tip in tips):
            day = day_in_words(told)
            fold.body.addWidget(PlainLabel(_("{source}, {day}").format(source=source, day=day), "small", "text2"))
        work = _("At work, your employer’s own rule for passwords comes first.")
        fold.body.addWidget(PlainLabel(work, "small", "text2"))
        self.add(fold)
        self.suggest.clicked.connect(self._suggest)
        self.copy.clicked.connect(self._copy)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.words.setText("")
        for part in (self.words, self.copy, self.copied):
            part.hide()
        self.suggest.setText(_("Suggest 3 words"))

    def _suggest(self) -> None:
        def work(_task: Task) -> str:
            return passwords.suggest()

        self._desk.read(work, self._show)

    def _show(self, words: str) -> None:
        self.words.setText(words)
        self.words.show()
        self.copy.show()
        self.copied.hide()
        self.suggest.setText(_("Suggest 3 others"))

    def _copy(self) -> None:
        copy_secret(self.words.text())
        self.copied.setText(_("Copied. It leaves the clipboard after 30 seconds."))
        self.copied.show()
