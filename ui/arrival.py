"""Focus on a heading when its page has just been gone to, and only then: Tab never stops at words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

# Ways of losing the focus after which it comes back by itself: another window or a menu was in front.
_FOR_A_WHILE = frozenset(
    {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}
)


class _Visit(QObject):
    """Takes the heading out of the keyboard's way again as soon as the focus has gone on."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _FOR_A_WHILE:
            heading = self.parent()
            if isinstance(heading, QWidget):
                heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                heading.removeEventFilter(self)
                self.deleteLater()
        return False


def focus_heading(heading: QWidget) -> None:
    """Read the heading out and go on from there with Tab (`ui-design` 9)."""
    if heading.focusPolicy() == Qt.FocusPolicy.NoFocus:
        heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        heading.installEventFilter(_Visit(heading))
    heading.setFocus(Qt.FocusReason.OtherFocusReason)
