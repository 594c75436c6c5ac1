"""“Ten minutes as a stranger”: what a stranger could learn now, the same card from before, and a line to take along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Sign, stranger
from footprint.checklists.stranger import Card as Learned
from footprint.checklists.stranger import Look, Seen
from footprint.dates import day_in_words, local_day, months_later
from footprint.i18n import _
from footprint.supervision import take
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.layout import Columns
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.stranger.learned import line
from ui.stranger.now import LOOK_AGAIN_MONTHS
from ui.supervision.now import Now
from ui.supervision.take_sheet import TakeSheet


class StrangerView(QWidget):
    """Only the person sees this. What goes to supervision is a line they write themselves."""

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        space(column, 16)
        self.look_button = Btn(_("Look as a stranger"), "primary", "eye")
        self.look_button.clicked.connect(lambda: desk.go("stranger"))
        if not now.looks:
            said = _("Open your profiles signed out and tick what you see. About 10 minutes, and again in 6 months.")
            column.addWidget(EmptyState("eye", _("You have not looked yet"), said, self.look_button))
            return
        column.addWidget(self._next(now))
        here, then = stranger.card(now.looks), stranger.card_before(now.looks)
        was = {one.sign: _group(one) for one in then.lines}
        cards: list[Card] = [_card(_("Now, {day}").format(day=_days(here.looks)), here, was)]
        if then.looks:
            cards.append(_card(_("Before, {day}").format(day=_days(then.looks)), then, kind="sunken"))
        else:
            said = _("When you look again, this card stands here beside the new one.")
            cards[0].add(PlainLabel(said, "small", "text2"))
        self.cards = cards
        column.addWidget(Columns(cards, [1, 1], min_width=700))

    def _next(self, now: Now) -> Card:
        due = next_look(now.looks)
        card = Card("hero", _("Ten minutes as a stranger"))
        said = _("It is time to look again.") if due <= now.today else _("Look again from {day}. Reminders tell you.")
        card.add(PlainLabel(said.format(day=day_in_words(due))))
        self.take_button = Btn(_("Take a line to supervision"), icon="plus")
        self.take_button.clicked.connect(lambda: TakeSheet(self._desk, self.window(), take.from_stranger()).open())
        card.add(ButtonRow(self.look_button, self.take_button))
        return card


def next_look(looks: Sequence[Look]) -> date:
    """Half a year after the account that was looked at longest ago."""
    return months_later(min(local_day(one.at) for one in stranger.newest(looks)), LOOK_AGAIN_MONTHS)


def _card(title: str, learned: Learned, was: Mapping[Sign, Seen] | None = None, kind: str = "plain") -> Card:
    """Thing by thing in an order that never changes, so that two cards can be read across."""
    made = Card(kind, title)
    space(made.body, 8, (20, 18, 20, 18))
    for one in sorted(learned.lines, key=lambda one: list(Sign).index(one.sign)):
        seen = _group(one)
        words = _WORDS[seen]()
        changed = {seen, (was or {}).get(one.sign, seen)} == {Seen.SEEN, Seen.NOT_SEEN}
        if changed:
            words = _("{words}. This has changed.").format(words=words)
        made.add(line(seen, stranger.label(one.sign), words))
    return made


def _group(one: stranger.Learned) -> Seen:
    return Seen.SEEN if one.seen_on else Seen.NOT_LOOKED if one.not_looked_on else Seen.NOT_SEEN


_WORDS = {
    Seen.SEEN: lambda: _("A stranger can see this"),
    Seen.NOT_SEEN: lambda: _("You did not see it"),
    Seen.NOT_LOOKED: lambda: _("Not looked at everywhere"),
}


def _days(looks: Sequence[Look]) -> str:
    return day_in_words(local_day(max(one.at for one in looks)))
