"""Password check: is one password good, and do accounts share one?"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.packs.format import Shown
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.layout import Columns
from ui.kit.theme import space
from ui.packs.links import LinksHolder
from ui.page import Page
from ui.passwords.accounts import AccountsCard
from ui.passwords.advice import AdviceCard
from ui.passwords.habit import HabitView
from ui.passwords.lists import ListPart
from ui.passwords.one import OnePart


class PasswordsPage(Page):
    """Two questions, one above the other. Leaving the page empties what was typed."""

    watches: ClassVar[Changes] = Changes(accounts=True, steps=True)
    help_topic: ClassVar[str] = "passwords"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Password check"))
        self.say_line(_("Checked on this computer. No password is kept, and none is ever sent."))
        self.one = OnePart(desk)
        self.advice = AdviceCard(desk)
        self.lists = ListPart(desk)
        self.accounts = AccountsCard(desk)
        self.habit: HabitView | None = None
        questions = QWidget()
        column = QVBoxLayout(questions)
        space(column, 16)
        column.addWidget(self.one)
        column.addWidget(self.lists)
        column.addWidget(self.accounts)
        column.addStretch(1)
        advice = QWidget()
        beside = QVBoxLayout(advice)
        space(beside, 16)
        beside.addWidget(self.advice)
        self._links = LinksHolder(desk, Shown.PASSWORDS)
        beside.addWidget(self._links)
        beside.addStretch(1)
        self._all = Columns([questions, advice], ratio=(1.7, 1), min_width=820)
        self.body.addWidget(self._all)
        self.body.addStretch(1)
        self._to_all = Btn(_("Back"), icon="left")
        self._to_all.clicked.connect(self.back)
        self.add_action(self._to_all)
        self._to_all.hide()
        self.accounts.chosen.connect(lambda account: desk.go("passwords", account=account))
        self.one.turned.connect(lambda: self._one_preview(self.lists if self.one.preview else None))
        self.lists.turned.connect(lambda: self._one_preview(self.one if self.lists.preview else None))
        self._turned()

    def reload(self) -> None:
        self.lists.reload()
        self.accounts.reload()
        bench = self.bench
        self.desk.read(lambda _task: bench.pack, self._links.show_links)
        if self.habit is not None:
            self.habit.again()

    def show_at(self, **details: object) -> None:
        """`account`: how the password of one account is looked after."""
        account = str(details.get("account", "") or "")
        if self.habit is not None:
            self.habit.hide()
            self.habit.deleteLater()
            self.habit = None
        self._all.setVisible(not account)
        self._to_all.setVisible(bool(account))
        self.line.setVisible(not account)
        if account:
            self.habit = HabitView(self.desk, account)
            self.body.insertWidget(0, self.habit)
        elif self.isVisible():
            self.reload()
        self._turned()
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)

    def put_away(self) -> None:
        """About to lock."""
        self.one.forget()
        self.lists.forget()

    def back(self) -> None:
        if self.habit is not None:
            self.desk.go("passwords")
        elif not self.lists.back():
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
        shown = preview.send_button if preview is not None else self.one.check
        self.primary = None if self.habit is not None else shown
        self.one.check.set_kind("secondary" if preview is not None else "primary")
