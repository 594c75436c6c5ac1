"""The one next thing of Home, with its reason and its minutes, or a calm word when there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout

from footprint.dates import day_in_words
from footprint.home import Kind, Overview, Suggestion, Urgency
from footprint.i18n import _, ngettext
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.progress import Ring
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px


class HeroCard(Card):
    """Says `opened` or `put_off` with the suggestion it shows. `primary` is its main button, if it has one."""

    opened = Signal(object)
    put_off = Signal(object)

    def __init__(self, seen: Overview) -> None:
        super().__init__("hero")
        self.primary: QAbstractButton | None = None
        self._words = QVBoxLayout()
        self._words.setSpacing(px(4))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addLayout(self._words, 1)
        self.body.addLayout(row)
        one = seen.next
        if one is None:
            self._show_done(seen)
            return
        self._show_next(one)
        if one.total and one.done:
            row.addWidget(Ring(one.done, one.total))

    def _show_next(self, one: Suggestion) -> None:
        self._words.addWidget(PlainLabel(_lead(one), "small", "accent_text"))
        self._words.addWidget(Heading(one.title, "h2"))
        self._words.addWidget(PlainLabel(_reason(one)))
        go = Btn(_("Continue") if one.done else _("Start"), "primary")
        go.clicked.connect(lambda: self.opened.emit(one))
        buttons = [go]
        if one.kind is not Kind.NAME:
            later = Btn(_("Remind me tomorrow"), "quiet")
            later.clicked.connect(lambda: self.put_off.emit(one))
            buttons.append(later)
        self.primary = go
        self._words.addSpacing(px(8))
        self._words.addWidget(ButtonRow(*buttons))

    def _show_done(self, seen: Overview) -> None:
        self._words.addWidget(Heading(_("All done for now"), "h2"))
        if seen.nothing_due_until is not None:
            words = _("Nothing is due until {day}. Thank you for looking after this.")
            self._words.addWidget(PlainLabel(words.format(day=day_in_words(seen.nothing_due_until))))
        else:
            self._words.addWidget(PlainLabel(_("You have dealt with everything you looked at.")))
        if seen.trend_words:
            changed = _("Things you want to change: {change}.").format(change=seen.trend_words)
            self._words.addWidget(PlainLabel(changed, "small", "text2"))


def _lead(one: Suggestion) -> str:
    if one.urgency is Urgency.UNFINISHED and one.kind is not Kind.NAME:
        return _("Carry on where you left off")
    if one.urgency is Urgency.OVERDUE:
        return _("This is due")
    if one.urgency is Urgency.SOON:
        return _("This is due soon")
    return _("A good next step")


def _reason(one: Suggestion) -> str:
    time = ngettext("About {m} minute.", "About {m} minutes.", one.minutes).format(m=one.minutes)
    return f"{one.reason} {time}"
