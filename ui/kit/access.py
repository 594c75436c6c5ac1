"""What screen readers are told beyond what Qt says by itself: headings, and words about what has just happened."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_KEPT = 20
# The last things announced, newest at the end, so that tests can listen. Cleared when the vault is locked.
spoken: list[str] = []

_alive: dict[int, QAccessibleInterface] = {}
_installed: list[bool] = []


class _HeadingAccessible(QAccessibleWidget):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Heading)

    def text(self, kind: QAccessible.Text) -> str:
        widget = self.object()
        if widget is not None and kind == QAccessible.Text.Name:
            return str(widget.accessibleName() or widget.text())
        return super().text(kind)


def _factory(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Only for what stands still: an interactive widget would lose what Qt says about it."""
    if class_name != "Heading" or not isinstance(thing, QWidget):
        return None
    made = _HeadingAccessible(thing)
    key = id(made)
    _alive[key] = made  # Qt does not keep the Python half
    thing.destroyed.connect(lambda: _alive.pop(key, None))
    return made


def install_accessibility() -> None:
    """Before the first window; a second call does nothing."""
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed.append(True)


def announce(widget: QWidget, words: str, urgent: bool = False) -> None:
    """Have a screen reader say `words`; `urgent` interrupts what it is reading."""
    if not words:
        return
    spoken.append(words)
    del spoken[:-_KEPT]
    if not QAccessible.isActive():
        return
    from PySide6.QtGui import QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, words)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)
