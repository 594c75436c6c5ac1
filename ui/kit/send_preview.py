"""What stands before everything that leaves the computer: what exactly, to whom, why, and what they may keep.

Nothing is sent from here. The page that shows the preview sends what `send` names, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from ui.kit.access import announce
from ui.kit.bounded import Bounded
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold
from ui.kit.send_lines import SendGroup, SendLine
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.kit.verbatim import Verbatim

__all__ = ["SendLine", "SendPreview"]

SHORT = 5  # up to this many lines stand whole on the page; more scroll in a part of it
TALLEST = 430
RING = 6  # kept free round a list that scrolls, where a focus ring would be cut off


class SendPreview(Card):
    """Every line can be switched off. One press of the verb is one consent, for the lines that are on."""

    send = Signal(list)  # the numbers of the lines that are on
    not_sent = Signal()

    def __init__(self, title: str, verb: Callable[[int], str], parts: Sequence[SendLine]) -> None:
        super().__init__("plain", title)
        self._verb, self._parts, self._pressed = verb, tuple(parts), False
        space(self.body, 12, (20, 18, 20, 18))
        self.add(PlainLabel(self._intro(), "body", "text2"))
        self.groups = tuple(self._grouped())
        self.add(self._listed())
        self.exact = Fold(_("The exact requests, word for word"))
        self.requests = Verbatim(_("The exact requests, word for word"))
        self.exact.body.addWidget(self.requests)
        self.add(self.exact)  # on the card before it is shown: without a parent it would be a window of its own
        self.exact.setVisible(any(part.url for part in self._parts))
        self.problem = Banner("warn", _("Every line is switched off"), _("Switch one on, or choose “Do not send”."))
        self.problem.hide()
        self.add(self.problem)
        self.count = PlainLabel("", "label")
        self.add(self.count)
        self.count.setVisible(len(self._parts) > 1)
        self.send_button = Btn("", "primary")
        self.stop_button = Btn(_("Do not send"))
        self.send_button.clicked.connect(self._press)
        self.stop_button.clicked.connect(self._stop)
        self.add(ButtonRow(self.send_button, self.stop_button))
        self.add(PlainLabel(_("Your privacy journal keeps a note of what you send, for you only."), "small", "text2"))
        self._refresh()

    def numbers(self) -> list[int]:
        """The lines that are on, in the order shown."""
        return [number for group in self.groups for number in group.numbers()]

    def rearm(self) -> None:
        """Let the verb be pressed again, after sending failed."""
        self._pressed = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rearm()

    # -- building -----------------------------------------------------------------------------------

    def _intro(self) -> str:
        if len(self._parts) == 1:
            return _("Nothing has been sent yet. This is what would leave this computer.")
        return _("Nothing has been sent yet. Switch off any line you do not want to send.")

    def _grouped(self) -> list[SendGroup]:
        """One group for each place, in the order in which the places first come up."""
        places: dict[str, list[SendLine]] = {}
        for part in self._parts:
            places.setdefault(part.to, []).append(part)
        groups = [SendGroup(lines) for lines in places.values()]
        for group in groups:
            group.toggled.connect(self._changed)
        return groups

    def _listed(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        space(column, 18)
        for group in self.groups:
            column.addWidget(group)
        if len(self._parts) <= SHORT:
            return holder
        space(column, 18, (RING, RING, RING, RING))
        return Bounded(holder, TALLEST)

    # -- acting -------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._pressed = False
        self.problem.setVisible(False)
        self._refresh()

    def _refresh(self) -> None:
        on = frozenset(self.numbers())
        self.send_button.setText(self._verb(len(on)))
        self.count.setText(self._count_words(on))
        self.send_button.setAccessibleDescription(self.count.text())
        exact = [part.url for part in self._parts if part.number in on and part.url]
        self.requests.show_text("\n\n".join(exact))

    def _count_words(self, on: frozenset[int]) -> str:
        """How much goes where, as it stands now."""
        total = len(self._parts)
        if not on:
            return ngettext("The {total} line is off.", "All {total} lines are off.", total).format(total=number(total))
        places = {part.place or part.to for part in self._parts if part.number in on}
        words = ngettext("{n} of {total} lines is on", "{n} of {total} lines are on", len(on))
        where = ngettext("to {places} place.", "to {places} places.", len(places)).format(places=number(len(places)))
        return _("{lines}, {where}").format(lines=words.format(n=number(len(on)), total=number(total)), where=where)

    def _press(self) -> None:
        chosen = self.numbers()
        if not chosen:
            self.problem.show()
            return
        if self._pressed:  # a second press of the same consent, as from a double click, sends nothing more
            return
        self._pressed = True
        self.send.emit(chosen)

    def _stop(self) -> None:
        announce(self.window(), _("Nothing was sent"))
        self.not_sent.emit()
