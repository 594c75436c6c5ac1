"""What every section of the settings has in common: a plain setting is saved, applied and said at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.settings import Settings
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.cards import Card, bring_into_view
from ui.kit.theme import space
from ui.page import clear


def titled(title: str) -> Card:
    """A card under the heading of its section, so its own heading is one level lower."""
    card = Card(title=title)
    if card.heading is not None:
        card.heading.set_role("h3")
    return card


class OpeningCard(Card):
    """A card with a button that opens a form in its place. What stands under the title is cleared, the title stays."""

    def __init__(self, title: str) -> None:
        super().__init__(title=title)
        if self.heading is not None:
            self.heading.set_role("h3")

    def clear_card(self) -> None:
        if self.heading is not None:
            self.body.removeWidget(self.heading)
        clear(self.body)
        if self.heading is not None:
            self.body.addWidget(self.heading)


def focus_soon(widget: QWidget) -> None:
    """Focus for a widget that has only just been put on the page: Qt shows it when the event in hand is over."""
    QTimer.singleShot(0, widget, lambda: _focus(widget))


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_view(widget)


class Section(QWidget):
    """One part of the page. Settings are no record of the vault: they are changed back by choosing again."""

    primary_changed = Signal(object)  # the button Ctrl+Enter presses from now on, or None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.bench = desk.bench
        self.vault = desk.bench.vault
        self.primary: QAbstractButton | None = None
        self.body = QVBoxLayout(self)
        space(self.body, 16)

    @property
    def now(self) -> Settings:
        return self.bench.settings.now

    def reload(self) -> None:
        """Read what the section shows; called when it is first shown and after a change elsewhere."""

    def escape(self) -> bool:
        """Esc: close what is open; False when there was nothing to close."""
        return False

    def change(self, said: str = "", **values: Any) -> bool:
        """Save some settings; see `put`."""
        return self.put(replace(self.now, **values), said)

    def put(self, settings: Settings, said: str = "") -> bool:
        """Save the settings, have them applied, and say so. False when they could not be saved and nothing changed."""
        try:
            self.bench.settings.put(settings)
        except OSError:
            self.desk.trouble.emit(
                _("This could not be saved. Check that there is room on the disk, then choose it again.")
            )
            return False
        self.desk.settings_changed.emit(self.now)
        self.desk.changed.emit(Changes(settings=True), self.window())
        self.desk.say(said or _("Saved. To change it back, choose again."))
        return True
