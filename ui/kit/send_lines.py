"""What one preview sends, line by line: the exact words with a tick, grouped by where they go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import bring_into_view
from ui.kit.choice_cards import Tick
from ui.kit.group import Group
from ui.kit.layout import Columns, hbox
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import px, space

MANY = 3  # from this many lines to one place, all of them can be switched at once


@dataclass(frozen=True)
class SendLine:
    """One thing that would leave the computer.

    `words` go exactly as they stand here; `to` is who gets them; `details` are the person's own details in them;
    `url` is the exact request, or several, one to a line; `keep` is what the receiver may keep. `place` tells the
    receivers apart where `to` speaks of several together.
    """

    number: int
    words: str
    to: str
    why: str
    details: Sequence[str] | str = ()
    url: str = ""
    keep: str = ""
    on: bool = True
    place: str = ""


def shared(texts: Sequence[str]) -> str:
    """The text that all lines have in common, said once above them; "" when they differ."""
    return texts[0] if len(set(texts)) == 1 else ""


class SendGroup(Group):
    """All lines that go to one place."""

    toggled = Signal()

    def __init__(self, lines: Sequence[SendLine]) -> None:
        to = lines[0].to
        super().__init__(_("To {place}").format(place=to))
        self.lines = tuple(lines)
        self.ticks: dict[int, Tick] = {}
        why, keep = shared([line.why for line in lines]), shared([line.keep for line in lines])
        named = shared([_named(line) for line in lines]) if len(lines) >= MANY else ""
        column = QVBoxLayout(self)
        space(column, 4)
        column.addWidget(self._head(to))
        for words in (_("Why: {why}").format(why=why) if why else "", named_words(named), keep_words(keep)):
            if words:
                label = PlainLabel(words, "small", "text2")
                label.setContentsMargins(px(28), 0, 0, 0)
                column.addWidget(label)
        for line in lines:
            tick = Tick(line.words, _second(line, why=not why, named=not named, keep=not keep))
            tick.setChecked(line.on)
            tick.clicked.connect(self._changed)
            tick.installEventFilter(self)
            self.ticks[line.number] = tick
            column.addWidget(tick)
        self._say_button()

    def numbers(self) -> list[int]:
        return [number for number, tick in self.ticks.items() if tick.isChecked()]

    def _head(self, to: str) -> QWidget:
        icon = IconLabel("external", "text2", 18)
        row = hbox(icon, Heading(_("To {place}").format(place=to), "h3"), spacing=10)
        row.setStretch(1, 1)
        title = QWidget()
        title.setLayout(row)
        self.all_button = Btn("", "quiet")
        self.all_button.clicked.connect(self._switch_all)
        beside = ButtonRow(self.all_button, at_end=True)
        beside.setVisible(len(self.lines) >= MANY)
        return Columns([title, beside], [3, 1], 460)

    def _changed(self) -> None:
        self._say_button()
        self.toggled.emit()

    def _switch_all(self) -> None:
        on = not self.numbers()
        for tick in self.ticks.values():
            tick.setChecked(on)
        self._changed()

    def _say_button(self) -> None:
        words = _("Switch all off") if self.numbers() else _("Switch all on")
        self.all_button.setText(words)
        self.all_button.setAccessibleName(_("{what}: {place}").format(what=words, place=self.lines[0].to))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A line that is reached by keyboard is scrolled to, also inside a list of its own."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            bring_into_view(watched)
        return super().eventFilter(watched, event)


def keep_words(keep: str) -> str:
    return _("They may keep: {what}").format(what=keep) if keep else ""


def named_words(named: str) -> str:
    return _("Your details in it: {details}").format(details=named) if named else ""


def _named(line: SendLine) -> str:
    """The person's own details in a line."""
    details = (line.details,) if isinstance(line.details, str) else tuple(line.details)
    return ", ".join(detail for detail in details if detail)


def _second(line: SendLine, *, why: bool, named: bool, keep: bool) -> str:
    """The lines of small print under the words: only what is not already said above the group."""
    return "\n".join(
        words
        for words in (
            _("Why: {why}").format(why=line.why) if why and line.why else "",
            named_words(_named(line)) if named else "",
            keep_words(line.keep) if keep else "",
        )
        if words
    )
