"""Named groups of choices: one of several, or any of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.kit.choice_cards import CheckCard, RadioCard, Tick
from ui.kit.group import Group
from ui.kit.layout import Flow
from ui.kit.text import Heading
from ui.kit.theme import space

__all__ = ["CheckCard", "Choices", "Option", "RadioCard", "Tick", "Ticks"]

NARROWEST_COLUMN = 190


@dataclass(frozen=True)
class Option:
    """One thing to choose: `value` is kept, the rest is read by the person."""

    value: str
    title: str
    second: str = ""
    tag: str = ""
    letter: str = ""


class _Labelled(Group):
    """A group whose name is read out on entering it and, unless hidden, stands above it."""

    def __init__(self, label: str, show_label: bool) -> None:
        super().__init__(label)
        self._column = QVBoxLayout(self)
        space(self._column, 10)
        self.heading = Heading(label, "h3")
        if not show_label:
            self.heading.hide()
        self._column.addWidget(self.heading)

    def hide_label(self) -> None:
        """For a group inside a `Field`, which shows the label itself."""
        self.heading.hide()

    def _fill(self, cards: Sequence[QWidget], columns: int, gap: int) -> None:
        self._column.addWidget(Flow(cards, NARROWEST_COLUMN, gap, most=columns))


class Choices(_Labelled):
    """One of several: a single tab stop in which the arrow keys choose. `chosen` tells what the person chose."""

    chosen = Signal(str)

    def __init__(self, label: str, options: Sequence[Option], *, columns: int = 1, show_label: bool = True) -> None:
        super().__init__(label, show_label)
        self._group = QButtonGroup(self)
        self._value = ""
        self.cards: dict[str, RadioCard] = {}
        for option in options:
            card = RadioCard(option.title, option.second, option.tag)
            card.stepped.connect(lambda by, card=card: self._step(card, by))
            self._group.addButton(card)
            self.cards[option.value] = card
        self._fill(list(self.cards.values()), columns, 10)
        self._group.buttonClicked.connect(self._clicked)
        self._one_tab_stop()

    @property
    def value(self) -> str:
        """The value chosen, "" when none is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show `value` as chosen ("" for none) without telling anyone."""
        self._value = value if value in self.cards else ""
        self._group.setExclusive(False)
        for known, card in self.cards.items():
            card.setChecked(known == self._value)
        self._group.setExclusive(True)
        self._one_tab_stop()

    def focus_first(self) -> None:
        """Put the focus on what is chosen, or on the first card."""
        card = self.cards.get(self._value) or next(iter(self.cards.values()), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, card: RadioCard) -> None:
        value = next(known for known, one in self.cards.items() if one is card)
        if value != self._value:
            self._value = value
            self._one_tab_stop()
            self.chosen.emit(value)

    def _step(self, card: RadioCard, by: int) -> None:
        usable = [one for one in self.cards.values() if one.isEnabled()]
        following = usable[(usable.index(card) + by) % len(usable)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _one_tab_stop(self) -> None:
        stop = self.cards.get(self._value) or next(iter(self.cards.values()), None)
        for card in self.cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)


class Ticks(_Labelled):
    """Any of several. With more than one column, or `cards`, each stands on a card of its own."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        columns: int = 1,
        cards: bool | None = None,
        show_label: bool = True,
    ) -> None:
        super().__init__(label, show_label)
        on_cards = columns > 1 if cards is None else cards
        self.cards: dict[str, CheckCard | Tick] = {}
        for option in options:
            made = (
                CheckCard(option.title, option.second, option.letter) if on_cards else Tick(option.title, option.second)
            )
            made.clicked.connect(self.changed)
            self.cards[option.value] = made
        self._fill(list(self.cards.values()), columns, 10 if on_cards else 2)

    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order shown."""
        return tuple(value for value, card in self.cards.items() if card.isChecked())

    def set_values(self, values: Iterable[str]) -> None:
        """Tick exactly these, without telling anyone."""
        wanted = frozenset(values)
        for value, card in self.cards.items():
            card.setChecked(value in wanted)

    def focus_first(self) -> None:
        first = next(iter(self.cards.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
