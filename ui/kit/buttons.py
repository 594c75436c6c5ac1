"""Buttons, painted here: one look everywhere, no cost of a style sheet, words that wrap instead of being cut off."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.paint import begin, draw_icon, is_rtl, leading, mirrored, panel
from ui.kit.pressable import Pressable
from ui.kit.theme import colour, font, px
from ui.kit.tokens import HEIGHT, RADIUS

KINDS = ("primary", "secondary", "quiet", "danger")
_ICON, _GAP = 18, 8
_EDGE, _QUIET_EDGE = 16, 11
_ARROWS, _IN_ARROW = frozenset({"left", "right", "down"}), 4
_WIDEST_LINE = 460


class Tints(NamedTuple):
    """The tokens of a button as it stands; "" paints nothing."""

    fill: str
    edge: str
    words: str


class Btn(Pressable):
    """A button with its words, an icon before them and, where given, its keys beside them.

    `keys` are shown and spoken, not bound: the window owns the shortcuts.
    """

    def __init__(
        self, text: str, kind: str = "secondary", icon: str = "", keys: str = "", *, parent: QWidget | None = None
    ) -> None:
        if kind not in KINDS:
            raise ValueError(kind)
        super().__init__(parent=parent)
        self.kind = kind
        self._icon = icon
        self._trailing = ""
        self._flush = self._ends = False
        self._advance = -1  # how wide the words are on one line; below 0 until it is asked for
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._keys:
            self.setAccessibleDescription(self._keys)

    def setText(self, text: str) -> None:
        self._advance = -1
        super().setText(text)

    def measure_again(self) -> None:
        self._advance = -1
        super().measure_again()

    def set_icon(self, name: str) -> None:
        self._icon = name
        self.measure_again()

    def set_kind(self, kind: str) -> None:
        self.kind = kind
        self.measure_again()

    def set_flush(self, flush: bool = True) -> None:
        """Let the words of a quiet button begin in line with what stands above and below it.

        Its ground on hover would then begin at the words; they are underlined instead, as a link is.
        """
        if flush != self._flush and self.kind == "quiet":
            self._flush = flush
            self.measure_again()

    def set_ending(self) -> None:
        """Let the words of a quiet button end in line with the far edge of what stands above and below it."""
        self._ends = self.kind == "quiet"
        self.measure_again()

    # -- measures ------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(px(40), min(width, self._natural_width()) - self._beside())
        if self._words_width() <= room:  # as painted; a wrapped measure rounds differently
            return px(HEIGHT["button"])
        words = self._metrics().boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap.value, self.text())
        return max(px(HEIGHT["button"]), words.height() + px(18))

    def sizeHint(self) -> QSize:
        width = self._natural_width()
        return QSize(width, self.heightForWidth(width))

    def hint(self, flush: bool) -> QSize:
        """The size it would like at the beginning of a line (`flush`), or after other buttons."""
        was, self._flush = self._flush, flush and self.kind == "quiet"
        try:
            return self.sizeHint()
        finally:
            self._flush = was

    def _natural_width(self) -> int:
        words = min(self._words_width() + 1, px(_WIDEST_LINE))
        return max(px(HEIGHT["button"]), words + self._beside())

    def _words_width(self) -> int:
        """Measured once: a layout asks for the size of a button dozens of times before it stands."""
        if self._advance < 0:
            self._advance = self._metrics().horizontalAdvance(self.text())
        return self._advance

    def minimumSizeHint(self) -> QSize:
        metrics = self._metrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = min(max(longest, px(150)), self._words_width()) + 1 + self._beside()
        return QSize(max(px(HEIGHT["button"]), width), px(HEIGHT["button"]))

    def _beside(self) -> int:
        """What stands beside the words: the edges, the icons and the keys."""
        width = self._lead() + (0 if self._ends else px(_QUIET_EDGE if self.kind == "quiet" else _EDGE))
        width += sum(px(_ICON + _GAP) for one in (self._icon, self._trailing) if one)
        return width + (self._keys_width() + px(12) if self._keys else 0)

    def _lead(self) -> int:
        """The room before the icon or the words. An arrow has room of its own in its icon, which is taken off."""
        if self.kind != "quiet":
            return px(_EDGE)
        if not self._flush:
            return px(_QUIET_EDGE)
        return -px(_IN_ARROW) if self._icon in _ARROWS else 0

    def _keys_width(self) -> int:
        return QFontMetrics(font("tiny")).horizontalAdvance(self._keys) + px(14)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(self._font_role()))

    def _font_role(self) -> str:
        return "button" if self.kind in ("primary", "danger") else "label"

    @property
    def _is_in_line(self) -> bool:
        return self._flush or self._ends

    # -- painting ------------------------------------------------------------------------------------

    def tints(self) -> Tints:
        """The colours for the state it is in; subclasses on other grounds have their own."""
        if not self.isEnabled():
            return (
                Tints("sunken", "border", "text_disabled") if self.kind != "quiet" else Tints("", "", "text_disabled")
            )
        over, down = self.underMouse(), self.isDown()
        if self.kind == "primary":
            return Tints("accent_press" if down else "accent_hover" if over else "accent", "", "on_accent")
        if self.kind == "danger":
            return Tints("danger_hover" if over or down else "danger", "", "on_danger")
        if self.kind == "quiet":
            return Tints("accent_soft" if (over or down) and not self._is_in_line else "", "", "accent_text")
        return Tints("hover" if over or down else "surface", "border_strong", "text")

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, edge, words = self.tints()
        painter = begin(self)
        panel(painter, QRectF(self.rect()), fill, edge, RADIUS["control"])
        rtl, width, height = is_rtl(self), self.width(), self.height()
        room = width - self._beside()
        used = min(self._words_width() + 1, room)
        at = float(self._lead() if self._is_in_line else (width - self._beside() - used) / 2 + self._lead())
        if self._icon:
            box = QRectF(at, (height - px(_ICON)) / 2, px(_ICON), px(_ICON))
            draw_icon(painter, mirrored(box, width, rtl), self._icon, words, 2)
            at += px(_ICON + _GAP)
        face = font(self._font_role())
        face.setUnderline(self._is_in_line and self.isEnabled() and (self.underMouse() or self.isDown()))
        painter.setFont(face)
        painter.setPen(colour(words))
        wrap = self._words_width() > room
        painter.drawText(
            mirrored(QRectF(at, 0, used + 2, height), width, rtl),
            leading(rtl, wrap=wrap, middle=True),
            self.text(),
        )
        at += used + px(_GAP)
        if self._trailing:
            box = QRectF(at, (height - px(_ICON)) / 2, px(_ICON), px(_ICON))
            draw_icon(painter, mirrored(box, width, rtl), self._trailing, words, 2)
            at += px(_ICON + _GAP)
        if self._keys:
            self._paint_keys(painter, mirrored(self._keys_box(at), width, rtl))
        painter.end()

    def _keys_box(self, at: float) -> QRectF:
        return QRectF(at + px(4), (self.height() - px(22)) / 2, self._keys_width(), px(22))

    def _paint_keys(self, painter: QPainter, box: QRectF) -> None:
        draw_keys(painter, box, self._keys)


def draw_keys(painter: QPainter, box: QRectF, keys: str) -> None:
    """A little key cap; rows of a list paint it too."""
    panel(painter, box, "bg", "border", 5)
    painter.setFont(font("tiny"))
    painter.setPen(colour("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, keys)


class LinkBtn(Btn):
    """A quiet button that leads out of the app, into the person's own browser."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, "quiet", parent=parent)
        self._trailing = "external"
        self.updateGeometry()


class CloseBtn(Pressable):
    """The one button that may be an icon alone; `label` is its spoken name."""

    def __init__(self, label: str, colour: str = "text2", *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._colour = colour
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(32), px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            panel(painter, whole, "", self._colour, RADIUS["control"])
        inset = (self.width() - px(_ICON)) / 2
        draw_icon(painter, whole.adjusted(inset, inset, -inset, -inset), "close", self._colour, 2)
        painter.end()
