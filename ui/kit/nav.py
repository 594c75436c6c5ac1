"""The navigation: one exclusive group of places, one tab stop, and the chip that says what has left this computer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _, ngettext
from ui.kit.layout import hbox, scroll
from ui.kit.paint import begin, draw_icon, is_rtl, leading, mirrored, panel, side_bar
from ui.kit.pressable import Pressable
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import colour, font, is_high_contrast, px, restyles, space
from ui.kit.tokens import HEIGHT, RADIUS

WIDTH = 240
TOP = "top"


class NavPlace(Protocol):
    """A line of the navigation: its group is "top", a title, or "" for the foot."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def group(self) -> str: ...


class _Line(Pressable):
    """A button as wide as the navigation."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())


class NavButton(_Line):
    """One place. Its badge counts things that can be done now, never totals."""

    def __init__(self, text: str, icon: str, badge: int = 0) -> None:
        super().__init__(text)
        self._icon, self._badge, self._close = icon, 0, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.set_badge(badge)

    @property
    def badge(self) -> int:
        return self._badge

    def set_badge(self, count: int) -> None:
        self._badge = count
        name = ngettext("{place}, {count} to do", "{place}, {count} to do", count)
        self.setAccessibleName(name.format(place=self.text(), count=count) if count else self.text())
        self.update()

    def set_close(self, close: bool) -> None:
        """Closer to its neighbours, where there is little height."""
        if close != self._close:
            self._close = close
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT["nav_close" if self._close else "nav"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows only move focus (Qt would open each place on the way); Enter and Space open."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        parent = self.parentWidget()
        if parent is not None:
            every = [one for one in parent.findChildren(NavButton) if one.isVisible()]
            at = max(0, min(len(every) - 1, every.index(self) + by))
            every[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rtl, width, here = is_rtl(self), self.width(), self.isChecked()
        whole = QRectF(self.rect())
        inside = whole.adjusted(0, 1, 0, -1)
        if here:
            panel(painter, inside, "accent_soft", "accent" if is_high_contrast() else "", RADIUS["control"])
            side_bar(painter, inside, 8, rtl)
        elif self.underMouse() or self.isDown():
            panel(painter, inside, "hover", "text" if is_high_contrast() else "", RADIUS["control"])
        icon_box = QRectF(px(12), whole.center().y() - px(10), px(20), px(20))
        draw_icon(painter, mirrored(icon_box, width, rtl), self._icon, "accent_text" if here else "text2")
        painter.setFont(font("nav_here" if here else "nav"))
        painter.setPen(colour("text"))
        room = inside.adjusted(px(42), 0, -px(44 if self._badge else 6), 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(mirrored(room, width, rtl), leading(rtl, middle=True), words)
        if self._badge:
            self._paint_badge(painter, inside, rtl)
        painter.end()

    def _paint_badge(self, painter: QPainter, inside: QRectF, rtl: bool) -> None:
        words = str(self._badge) if self._badge < 100 else "99+"
        wide = max(px(22), QFontMetrics(font("badge")).horizontalAdvance(words) + px(12))
        box = QRectF(inside.right() - px(10) - wide, inside.center().y() - px(11), wide, px(22))
        box = mirrored(box, self.width(), rtl)
        panel(painter, box, "warn_soft", "warn" if is_high_contrast() else "", 11)
        painter.setFont(font("badge"))
        painter.setPen(colour("warn"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, words)


class JournalChip(_Line):
    """Always in sight at the foot of the navigation: what has left this computer today."""

    def __init__(self, words: str = "", line: str = "") -> None:
        super().__init__()
        self._line, self._icon, self._tone = "", "lock", "ok"
        self.show_words(words or _("Nothing sent today"), line or _("See privacy journal"))

    def show_words(self, words: str, line: str = "", icon: str = "lock", tone: str = "ok") -> None:
        """Say something else: a number of things sent, or that nothing is kept yet. Never in red."""
        self._line, self._icon, self._tone = line or self._line, icon, tone
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._line)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT["chip"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rtl, width = is_rtl(self), self.width()
        whole = QRectF(self.rect())
        panel(painter, whole, "hover" if self.underMouse() or self.isDown() else "surface", "border", RADIUS["choice"])
        icon_box = QRectF(px(11), whole.center().y() - px(10), px(20), px(20))
        draw_icon(painter, mirrored(icon_box, width, rtl), self._icon, self._tone)
        room = whole.width() - px(46)
        for role, shade, words, top in (("pill", "text", self.text(), 9), ("small", "text2", self._line, 28)):
            painter.setFont(font(role))
            painter.setPen(colour(shade))
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            box = QRectF(px(40), px(top), room, px(20))
            painter.drawText(mirrored(box, width, rtl), leading(rtl, middle=True), words)
        painter.end()


class NavBar(QWidget):
    """The places in their groups. Sends the name of the place that was chosen; the window says which is open."""

    went = Signal(str)

    def __init__(self, places: Sequence[NavPlace] = (), product: str = "") -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName(_("Navigation"))
        self._buttons: dict[str, NavButton] = {}
        self._inner = QWidget()
        self._lines = QVBoxLayout(self._inner)
        space(self._lines, 1, (12, 16, 12, 0))
        self._foot = QVBoxLayout()
        space(self._foot, 6, (12, 6, 12, 12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll(self._inner), 1)
        whole.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._product, self._close = product, False
        self._head = QWidget(self._inner)
        if places:
            self.set_places(places)

    def set_places(self, places: Sequence[NavPlace]) -> None:
        """Build the lines; once, as the map of the app does not change under people."""
        if self._product:
            name = PlainLabel(self._product, "h3", wrap=False)
            self._head.setLayout(hbox(IconLabel("shield", "accent", 24), name, None, margins=(8, 0, 0, 8)))
            self._lines.addWidget(self._head)
        group = TOP
        for place in places:
            if place.group != group:
                group = place.group
                self._start_group(group)
            self._add(place)
        if group:
            self._lines.addStretch(1)

    def _start_group(self, group: str) -> None:
        if not group:
            self._lines.addStretch(1)
            return
        title = PlainLabel(_(group), "small", "text2", wrap=False)
        title.setContentsMargins(px(12), px(10), 0, px(2))
        self._lines.addWidget(title)

    def _add(self, place: NavPlace) -> None:
        button = NavButton(_(place.label), place.icon)
        button.clicked.connect(lambda _on=False, name=place.name: self.went.emit(name))
        self._buttons[place.name] = button
        self._lines.addWidget(button)

    def show_name(self, shown: bool) -> None:
        """The product's name above the places; not twice where a bar above says it already."""
        self._head.setVisible(shown and bool(self._product))

    def add_foot(self, widget: QWidget) -> None:
        """Something that stays in sight under the places."""
        self._foot.addWidget(widget)

    @property
    def buttons(self) -> dict[str, NavButton]:
        return dict(self._buttons)

    @property
    def current(self) -> str:
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, name: str) -> None:
        """Mark the open place; a name that has no line of its own marks none."""
        for one, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(one == name)
            button.setAutoExclusive(True)

    def set_badge(self, name: str, count: int) -> None:
        if name in self._buttons:
            self._buttons[name].set_badge(count)

    def neighbour(self, by: int) -> str:
        """The place `by` lines further on (Ctrl+PageDown), round the ends."""
        names = list(self._buttons)
        at = names.index(self.current) if self.current in names else -1 if by > 0 else 0
        return names[(at + by) % len(names)] if names else ""

    def focus_current(self) -> None:
        """F6 brings focus here."""
        button = self._buttons.get(self.current) or next(iter(self._buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Lines stand closer where they would not all be in sight otherwise."""
        spare = px(HEIGHT["nav"]) - px(HEIGHT["nav_close"]) if self._close else 0
        whole = self._inner.sizeHint().height() + spare * len(self._buttons)
        close = whole > self.height() - self._foot.sizeHint().height()
        if close != self._close:
            self._close = close
            for button in self._buttons.values():
                button.set_close(close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(200))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), colour("nav"))
        edge = 0 if is_rtl(self) else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), colour("border"))
        painter.end()
