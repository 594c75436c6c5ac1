"""The end of a walk-through: what was changed, what was kept, what is still open, and when to look again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import checklists
from footprint.checklists import CheckState, Decision, Progress, Standing, label
from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.checklists.now import Now
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space


class Finish(QWidget):
    """One plain sentence, then what happened, then what could come next."""

    open_check = Signal(str)
    further = Signal()
    phone = Signal()
    another = Signal(str)

    def __init__(self, now: Now, *, after: Progress | None, phone: int) -> None:
        super().__init__()
        self.now = now
        self._box = QVBoxLayout(self)
        space(self._box, 16)
        self.heading = Heading(self._title(), "h1")
        self._box.addWidget(self.heading)
        self._box.addWidget(PlainLabel(self._thanks(), "body"))
        essential = [one for page in now.walk.essential for one in page.checks]
        further = [one for page in now.walk.further for one in page.checks if one.answered]
        everything = [*essential, *further]
        self._changed([one for one in everything if one.answer and one.answer.decision is Decision.CHANGED])
        self._kept([one for one in everything if one.standing is Standing.KEPT])
        self._open([one for one in essential if one.open])
        self._next(after, phone)

    def _title(self) -> str:
        name, one = self.now.network.name, self.now.progress
        if one.dealt_with == one.total:
            return _("{name} is done").format(name=name)
        return _("{name}: that is it for now").format(name=name)

    def _thanks(self) -> str:
        one = self.now.progress
        if one.dealt_with == one.total:
            said = _("Thank you for looking after yourself. You have gone through every main check.")
        else:
            said = _("{done} of {total} checks are done. Everything is saved, so you can stop here.").format(
                done=one.dealt_with, total=one.total
            )
        if one.check_again:
            said += " " + _("Check again on {day}.").format(day=day_in_words(one.check_again))
        return said

    def _changed(self, states: list[CheckState]) -> None:
        if not states:
            return
        card = self._card(_("What you changed"))
        for one in states:
            if one.answer:
                said = _("{check}: from “{before}” to “{after}”")
                before, after = label(one.check, one.answer.choice), label(one.check, one.answer.set_to)
                card.add(PlainLabel(said.format(check=words.short_name(one.check), before=before, after=after), "body"))

    def _kept(self, states: list[CheckState]) -> None:
        if not states:
            return
        card = self._card(_("What you kept as it is"))
        for one in states:
            what = checklists.set_to_in_words(one)
            said = _("{check}: “{what}”").format(check=words.short_name(one.check), what=what)
            if one.answer and one.answer.until:
                said += ". " + _("Look again on {day}").format(day=day_in_words(one.answer.until))
            card.add(PlainLabel(said, "body"))

    def _open(self, states: list[CheckState]) -> None:
        if not states:
            return
        card = self._card(_("Still open"))
        space(card.body, 0, (8, 18, 8, 12))  # rows have room of their own at the sides
        if card.heading is not None:
            card.heading.setContentsMargins(px(12), 0, px(12), px(4))
        for one in states:
            row = RowButton(words.short_name(one.check), words.standing(one))
            row.set_last(one is states[-1])
            row.clicked.connect(lambda _on=False, check=one.check.id: self.open_check.emit(check))
            card.add(row)

    def _next(self, after: Progress | None, phone: int) -> None:
        buttons: list[QWidget] = []
        left = [one.check for page in self.now.walk.further for one in page.checks if one.open]
        if left:
            said = ngettext("Go further: {n} more check", "Go further: {n} more checks", len(left))
            buttons.append(self._button(said.format(n=len(left)), "plus", self.further.emit))
        if phone:
            buttons.append(self._button(_("See the checks for your phone"), "checklist", self.phone.emit))
        if after is not None:
            said = _("Next: {name}, {minutes}").format(name=after.name, minutes=words.minutes_about(after.minutes_left))
            network = after.network
            buttons.append(self._button(said, "right", lambda: self.another.emit(network)))
        if buttons:
            card = self._card(_("What to do next"))
            if left:
                about = words.minutes_about(checklists.minutes(left))
                card.add(
                    PlainLabel(
                        _("The other checks matter less. They take {minutes}.").format(minutes=about), "body", "text2"
                    )
                )
            card.add(ButtonRow(*buttons, gap=8))

    def _card(self, title: str) -> Card:
        card = Card(title=title)
        self._box.addWidget(card)
        return card

    def _button(self, said: str, icon: str, do: Callable[[], object]) -> Btn:
        button = Btn(said, icon=icon)
        button.clicked.connect(lambda: do())
        return button
