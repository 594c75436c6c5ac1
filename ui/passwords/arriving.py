"""Where the eye and the keyboard go when something new stands on the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.arrival import focus_heading
from ui.kit.cards import Card
from ui.kit.theme import px

GAP = 16


def show_from_top(part: QWidget) -> None:
    """Once it has been laid out, scroll until its top is near the top of the page."""

    def scroll() -> None:
        above = part.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and above.widget() is not None:
            at = part.mapTo(above.widget(), QPoint(0, 0)).y()
            above.verticalScrollBar().setValue(at - px(GAP))

    QTimer.singleShot(0, part, scroll)


def arrive_at(card: Card) -> None:
    """To its top and its heading, so that it is read from its start: a second press of Enter does nothing."""
    show_from_top(card)
    if card.heading is not None:
        focus_heading(card.heading)
