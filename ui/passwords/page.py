"""Password check: is one password good, and do accounts share one?"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.layout import Columns
from ui.kit.theme import space
from ui.page import Page
from ui.passwords.advice import AdviceCard
from ui.passwords.lists import ListPart
from ui.passwords.one import OnePart


class PasswordsPage(Page):
    """Two questions, one above the other. Leaving the page empties what was typed."""

    watches: ClassVar[Changes] = Changes(accounts=True)
    help_topic: ClassVar[str] = "passwords"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Password check"))
        self.say_line(_("Checked on this computer. No password is kept, and none is ever sent."))
        self.one = OnePart(desk)
        self.advice = AdviceCard(desk)
        self.lists = ListPart(desk)
        questions = QWidget()
        column = QVBoxLayout(questions)
        space(column, 16)
        column.addWidget(self.one)
        column.addWidget(self.lists)
        column.addStretch(1)
        advice = QWidget()
        beside = QVBoxLayout(advice)
        space(beside, 0)
        beside.addWidget(self.advice)
        beside.addStretch(1)
        self.body.addWidget(Columns([questions, advice], ratio=(1.7, 1), min_width=820))
        self.body.addStretch(1)
        self.one.turned.connect(lambda: self._one_preview(self.lists if self.one.preview else None))
        self.lists.turned.connect(lambda: self._one_preview(self.one if self.lists.preview else None))
        self._turned()

    def reload(self) -> None:
        self.lists.reload()

    def put_away(self) -> None:
        """About to lock."""
        self.one.forget()
        self.lists.forget()

    def back(self) -> None:
        if not self.lists.back():
            super().back()

    def escape(self) -> bool:
        return self.one.stop() or self.lists.stop()

    def _one_preview(self, other: OnePart | ListPart | None) -> None:
        """Two previews at once would be two questions at once: the other one closes."""
        if other is not None and other.preview is not None:
            other.close_preview()
        self._turned()

    def _turned(self) -> None:
        """A preview that is open has the button that Ctrl+Enter presses, and no other looks like the main one."""
        preview = self.lists.preview or self.one.preview
        self.primary = preview.send_button if preview is not None else self.one.check
        self.one.check.set_kind("secondary" if preview is not None else "primary")
