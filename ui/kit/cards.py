"""Surfaces that hold words and widgets: cards, banners, the empty state and the summary of what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.column import TopColumn
from ui.kit.layout import hbox, vbox
from ui.kit.paint import begin, panel
from ui.kit.pressable import Pressable
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import font, is_high_contrast, px, space
from ui.kit.tokens import RADIUS
from ui.kit.words import draw_words, words_height, words_width

_FILLS = {"plain": ("surface", "border"), "hero": ("accent_soft", ""), "sunken": ("sunken", ""), "flat": ("", "")}
_MARGINS = {"plain": (20, 18, 20, 18), "hero": (24, 20, 24, 20), "sunken": (16, 12, 16, 12), "flat": (0, 0, 0, 0)}
_TONE_ICONS = {"info": "info", "warn": "warn", "danger": "warn", "ok": "check_circle"}


class _Surface(QFrame):
    """A rounded surface in a token's colour. In high contrast, where soft fills are gone, it has an edge."""

    def __init__(self, fill: str, edge: str, radius: int) -> None:
        super().__init__()
        self._fill, self._edge, self._radius = fill, edge, radius

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._fill:
            return
        painter = begin(self)
        edge = self._edge or ("border_strong" if is_high_contrast() else "")
        panel(painter, QRectF(self.rect()), self._fill, edge, self._radius)
        painter.end()


class Card(_Surface):
    """A surface for what belongs together. Kinds: plain, hero (the one next thing), sunken (quoted text), flat."""

    def __init__(self, kind: str = "plain", title: str = "") -> None:
        fill, edge = _FILLS[kind]
        super().__init__(fill, edge, RADIUS["card"] if kind != "sunken" else RADIUS["control"])
        self.body = TopColumn(self)
        space(self.body, 10, _MARGINS[kind])
        self.heading: Heading | None = None
        if title:
            self.heading = Heading(title, "h2")
            self.body.addWidget(self.heading)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> QWidget | QLayout:
        """Put a widget or a layout at the end, and hand it back."""
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        elif isinstance(part, Btn):
            part.set_flush()
            self.body.addWidget(part, stretch, Qt.AlignmentFlag.AlignLeft)
        else:
            self.body.addWidget(part, stretch)
        return part


class Banner(_Surface):
    """A message in a tone (info, warn, danger, ok): icon, title, one sentence, perhaps a button. Said when it appears.

    It is announced once it is visible; a banner that stands there from the start can be made with `quiet=True`.
    """

    def __init__(
        self, tone: str, title: str, words: str = "", button: Btn | None = None, *, quiet: bool = False
    ) -> None:
        super().__init__(f"{tone}_soft", "", RADIUS["tile"])
        self.tone, self.button, self._quiet = tone, button, quiet
        self.icon = IconLabel(_TONE_ICONS[tone], tone, 22)
        self.title = PlainLabel(title, "button" if words else "label")
        self.words = PlainLabel(words, "body")
        if not words:
            self.words.hide()
        self.column = vbox(self.title, self.words, spacing=2)
        if button is not None:
            button.set_flush()
            self.column.addSpacing(px(6))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = hbox(self.icon, self.column, spacing=12, margins=(16, 14, 16, 14))
        row.setAlignment(self.icon, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.setLayout(row)

    def say(self, title: str, words: str = "") -> None:
        """Another message in the same place; it is announced if it is new and seen."""
        new = (title, words) != (self.title.text(), self.words.text())
        self.title.set_role("button" if words else "label")  # over a sentence it is a heading, alone it is one itself
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        if new and self.isVisible():
            self._announce()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not self._quiet:
            QTimer.singleShot(0, self, self._announce)
        return super().event(event)

    def _announce(self) -> None:
        if self.isVisible():
            announce(self, " ".join(part for part in (self.title.text(), self.words.text()) if part))


class EmptyState(QWidget):
    """What will be here one day, why it is worth it, and one button that starts it."""

    def __init__(self, icon: str, title: str, words: str, button: Btn | None = None) -> None:
        super().__init__()
        self.button = button
        column = QVBoxLayout(self)
        space(column, 6, (16, 26, 16, 26))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel(icon, "accent", 30, tile="accent_soft", box=60), 0, middle)
        column.addSpacing(px(6))
        self.heading = Heading(title, "h2")
        self.words = PlainLabel(words, "body", "text2")
        for label in (self.heading, self.words):
            label.setAlignment(middle)
            column.addWidget(label)
        if button is not None:
            column.addSpacing(px(8))
            column.addWidget(button, 0, middle)
        column.addStretch(1)  # its parts stay together where there is room to spare


class ProblemLink(Pressable):
    """One line of the summary: underlined words that lead to the field they are about. They wrap."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(px(28), round(words_height(self.text(), font("label"), width)) + px(6))

    def sizeHint(self) -> QSize:
        width = min(px(420), round(words_width(self.text(), font("label"))))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        face = font("label")
        face.setUnderline(True)
        high = words_height(self.text(), face, self.width())
        tint = "text" if self.underMouse() or self.isDown() else "danger"
        draw_words(painter, self, QRectF(0, (self.height() - high) / 2, self.width(), high), self.text(), face, tint)
        painter.end()


class ErrorSummary(_Surface):
    """ "There is a problem", at the top of a form: takes the focus when shown; each line leads to its field."""

    went = Signal(object)  # the widget a line led to

    def __init__(self) -> None:
        super().__init__("danger_soft", "", RADIUS["tile"])
        self.title = Heading(_("There is a problem"), "h3")
        self._lines = QVBoxLayout()
        space(self._lines, 2)
        icon = IconLabel("warn", "danger", 22)
        row = hbox(icon, vbox(self.title, self._lines, spacing=4), spacing=12, margins=(16, 14, 16, 14))
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("There is a problem"))
        self.links: tuple[ProblemLink, ...] = ()
        self._places: tuple[QWidget, ...] = ()
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show one line for each problem, in the words that stand beside its field; none hides the summary."""
        self.clear()
        if not problems:
            return
        self._places = tuple(widget for _words, widget in problems)
        self.links = tuple(ProblemLink(words) for words, _widget in problems)
        for link, (_words, widget) in zip(self.links, problems, strict=True):
            link.clicked.connect(lambda _on=False, widget=widget: self._go(widget))
            self._lines.addWidget(link)
        for before, link in zip((self, *self.links), self.links, strict=False):
            QWidget.setTabOrder(before, link)  # made last, but read and reached before the fields
        self.setAccessibleDescription(" ".join(words for words, _widget in problems))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._reveal)

    def clear(self) -> None:
        for link in self.links:
            self._lines.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links, self._places = (), ()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._places:
            self._go(self._places[0])
            return
        super().keyPressEvent(event)

    def _go(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(widget)
        self.went.emit(widget)

    def _reveal(self) -> None:
        bring_into_view(self)


def bring_into_view(widget: QWidget) -> None:
    """Scroll every area the widget stands in until it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, px(20), px(20))
        above = above.parentWidget()
