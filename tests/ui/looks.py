"""What every page is looked at for, in both themes and at every size: nothing cut off, all in reach, all named.

Each check answers with what is wrong, in words, so that an empty list is a pass and a failure says what to mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from ui.kit import theme
from ui.kit.text import Heading

SMALLEST_TARGET = 24
MOST_WIDGETS = 150


class Size(NamedTuple):
    """A window and a text size; `ui-design` 11.6, and the narrowest that must still work."""

    width: int
    height: int
    scale: float


SIZES = (
    Size(1200, 800, 1.0),
    Size(1024, 640, 1.25),
    Size(1366, 768, 1.5),
    Size(1366, 768, 2.0),
    Size(480, 640, 1.0),
)
THEMES = (False, True)


@contextmanager
def themed(dark: bool = False, scale: float = 1.0, *, contrast: bool = False) -> Iterator[None]:
    """Put a look on the app for a while, and the usual one back afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark, scale, contrast)
    try:
        yield
    finally:
        theme.apply(app, False, 1.0, False)


def settle(rounds: int = 4) -> None:
    """Let layouts that depend on each other come to rest."""
    for _round in range(rounds):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def show_at(window: QWidget, size: Size) -> None:
    window.resize(size.width, size.height)
    window.show()
    settle()


def open_window(window: QWidget) -> None:
    """Show a window and have the keyboard go to it."""
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    settle()


def problems(window: QWidget) -> list[str]:
    """Every check that holds for every page, together."""
    return [
        *clipped_labels(window),
        *too_wide(window),
        *unnamed_or_small(window),
        *hard_to_read(window),
        *heading_faults(window),
        *too_many_widgets(window),
    ]


def problems_everywhere(window: QWidget) -> list[str]:
    """The same at every size in both themes; each says where."""
    wrong = []
    for dark in THEMES:
        for size in SIZES:
            with themed(dark, size.scale):
                show_at(window, size)
                wrong += [f"{'dark' if dark else 'light'} {size}: {words}" for words in problems(window)]
    return wrong


# -- nothing cut off, nothing off the side -------------------------------------------------------------


def clipped_labels(window: QWidget) -> list[str]:
    """Labels whose words do not fit into them, and buttons narrower or lower than their words."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        need = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        narrow = not label.wordWrap() and label.width() + 1 < label.sizeHint().width()
        if narrow or label.height() + 2 < need:
            found.append(f"cut off: label {label.text()!r} {label.width()}x{label.height()}, needs {need} high")
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.hasHeightForWidth() and button.text():
            need = button.heightForWidth(button.width())
            if button.height() + 2 < need:
                found.append(f"cut off: button {button.text()!r} {button.height()} high, needs {need}")
    return found


def too_wide(window: QWidget) -> list[str]:
    """Scroll areas that would have to scroll sideways, and widgets that stick out of what holds them."""
    found = []
    for area in window.findChildren(QScrollArea):
        inner = area.widget()
        if area.isVisible() and inner is not None and inner.width() > area.viewport().width() + 1:
            found.append(f"too wide: {inner.width()} in {area.viewport().width()}, because of {_widest(inner)}")
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow() or not widget.isVisible() or not _is_content(widget):
            continue
        if widget.x() + widget.width() > parent.width() + 6 or widget.x() < -6:
            found.append(f"sticks out sideways: {_say(widget)} in {_say(parent)}")
    return found


def _is_content(widget: QWidget) -> bool:
    overlay = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return not overlay and not isinstance(widget, QScrollBar)


def _widest(inner: QWidget) -> str:
    widgets = [one for one in inner.findChildren(QWidget) if one.isVisible()]
    widest = max(widgets, key=lambda one: one.minimumSizeHint().width(), default=inner)
    return f"{_say(widest)} ({widest.minimumSizeHint().width()})"


# -- everything in reach ---------------------------------------------------------------------------------


def tab_walk(window: QWidget, limit: int = 200) -> list[QWidget]:
    """What Tab comes to, in order, until it is back where it began; AssertionError when it never is."""
    seen: list[QWidget] = []
    open_window(window)
    window.setFocus()
    for _step in range(limit):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is None or (seen and now is seen[0]):
            return seen
        seen.append(now)
    raise AssertionError(f"focus never came back round; stuck near {_say(seen[-1])}")


def out_of_reach(window: QWidget) -> list[str]:
    """Controls that Tab passes by. An exclusive group is one tab stop: its arrows reach the rest."""
    reached = tab_walk(window)
    groups = {id(one.parentWidget()) for one in reached if _is_exclusive(one)}
    found = []
    for widget in controls(window):
        if widget in reached or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        if _is_exclusive(widget) and id(widget.parentWidget()) in groups:
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.ClickFocus and any(_are_alike(widget, one) for one in reached):
            continue  # a list that is one tab stop: its arrows reach the rest
        found.append(f"Tab does not reach {_say(widget)}")
    return found


def _are_alike(widget: QWidget, other: QWidget) -> bool:
    return type(widget) is type(other) and widget.parentWidget() is other.parentWidget()


def _is_exclusive(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def controls(window: QWidget) -> list[QWidget]:
    """What can be worked with."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    return [one for one in window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible() and _own(one)]


def _own(widget: QWidget) -> bool:
    """Not a part that Qt puts inside its own controls (the list of a combo box, the edit of a spin box)."""
    return not (isinstance(widget, QAbstractItemView) and isinstance(widget.window(), QWidget) and _is_popup(widget))


def _is_popup(widget: QWidget) -> bool:
    return widget.window().windowType() == Qt.WindowType.Popup


# -- names, targets, headings --------------------------------------------------------------------------


def unnamed_or_small(window: QWidget) -> list[str]:
    """Controls without a spoken name, smaller than a finger, or that trap Tab; names that hide the visible words."""
    QAccessible.setActive(True)  # needed where no screen reader is running
    found = []
    for widget in controls(window):
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
        if not name:
            found.append(f"no name: {_say(widget)}")
        if widget.width() < SMALLEST_TARGET or widget.height() < SMALLEST_TARGET:
            found.append(f"smaller than {SMALLEST_TARGET}: {_say(widget)} {widget.width()}x{widget.height()}")
        if isinstance(widget, QAbstractButton) and widget.text():
            words = widget.text().replace("&&", "&")
            if not name.startswith(words):
                found.append(f"the name {name!r} does not start with the words {words!r}")
        if isinstance(widget, QPlainTextEdit) and not widget.tabChangesFocus():
            found.append(f"traps Tab: {_say(widget)}")
    return found


def assert_named_and_big_enough(window: QWidget) -> None:
    assert unnamed_or_small(window) == []


def heading_faults(window: QWidget) -> list[str]:
    """There is one title on a page, and no more than one."""
    firsts = [one.text() for one in window.findChildren(Heading) if one.isVisible() and one.level == 1]
    return [] if len(firsts) == 1 else [f"{len(firsts)} titles on one page: {firsts}"]


def one_heading(window: QWidget) -> bool:
    return not heading_faults(window)


def primary_buttons(window: QWidget) -> list[str]:
    """The primary buttons in sight: at most one on a page."""
    return [
        one.text()
        for one in window.findChildren(QPushButton)
        if one.isVisible() and getattr(one, "kind", "") == "primary"
    ]


def too_many_widgets(window: QWidget, most: int = MOST_WIDGETS) -> list[str]:
    """What a page holds; the lines of the navigation beside it are the same on every page."""
    beside = window.findChild(QWidget, "navigation")
    alive = [
        one for one in window.findChildren(QWidget) if one.isVisible() and not (beside and beside.isAncestorOf(one))
    ]
    return [f"{len(alive)} widgets in sight"] if len(alive) > most else []


# -- words -----------------------------------------------------------------------------------------------


# The name of a site is nobody's choice of words.
_SITE = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b")


def visible_words(window: QWidget) -> list[str]:
    """The words in sight on labels and buttons."""
    words = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton) and widget.text():
            words.append(widget.text().replace("&&", "&"))
    return words


def hard_to_read(window: QWidget) -> list[str]:
    """A sentence that is too long, and a page whose words together ask for too much schooling."""
    words = [one for one in visible_words(window) if re.search(r"[A-Za-z]{2}", one)]
    found = [
        f"{measured.longest} words in one sentence: {one!r}"
        for one in words
        if (measured := reading(one)).longest > MAX_SENTENCE
    ]
    grade = reading(_SITE.sub("there", "\n".join(words))).grade
    if grade >= MAX_GRADE:
        found.append(f"the page reads at grade {grade:.1f}")
    return found


def _say(widget: QWidget) -> str:
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.objectName()
    return f"{type(widget).__name__} {words!r}"
