"""Radio cards, check cards and ticks: painted by us, but Qt's own buttons underneath, so role and state come free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from ui.kit.marks import TAG_HEIGHT, draw_dot, draw_tag, draw_tick_box, tag_width
from ui.kit.paint import begin, is_rtl, mirrored, panel
from ui.kit.theme import colour, font, line, px, restyles
from ui.kit.words import draw_words, words_height, words_width

MARK = 24
LETTER = 30
MOST_WIDTHS = 16  # that one choice remembers its shape for
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, *_SIDEWAYS)


def step_of(key: int, rtl: bool) -> int:
    """1 for an arrow key that goes on, -1 for one that goes back."""
    forward = key in (Qt.Key.Key_Down, Qt.Key.Key_Right)
    if rtl and key in _SIDEWAYS:
        forward = not forward
    return 1 if forward else -1


@dataclass(frozen=True)
class _Face:
    """Where the parts of one choice stand, as read from the left."""

    height: int
    mark: QRectF
    title: QRectF
    second: QRectF
    tag: QRectF | None
    letter: QRectF | None


class _Choice:
    """What the three have in common; mixed into Qt's own radio button and check box."""

    boxed = True

    def _set_up(self, title: str, second: str = "", tag: str = "", letter: str = "") -> None:
        self.tag, self.letter = tag, letter
        self._faces: dict[int, _Face] = {}  # by width: a layout asks for the same height many times over
        self.say(title, second)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, title: str, second: str = "") -> None:
        """Put other words on the same choice."""
        self.title, self.second = title, second
        self._faces.clear()
        self.setText(title.replace("&", "&&"))  # words, never a shortcut
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part.replace("\n", ". ") for part in (second, self.tag) if part))
        self.updateGeometry()
        self.update()

    # -- measuring --------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._measured(width).height

    def sizeHint(self) -> QSize:
        tag = tag_width(self.tag) + px(12) if self.tag else 0
        width = max(px(150), round(self._left() + self._wanted() + tag + self._pad()))
        return QSize(min(px(320), width), self.heightForWidth(max(px(320), self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(150), px(50 if self.boxed else 36))

    def _left(self) -> int:
        return px(48 if self.boxed else 36) + (px(LETTER + 10) if self.letter else 0)

    def _pad(self) -> int:
        return px(14 if self.boxed else 6)

    def _wanted(self) -> float:
        return max(words_width(self.title, font("label")), words_width(self.second, font("small")))

    def _measured(self, width: int) -> _Face:
        known = self._faces.get(width)
        if known is None:
            if len(self._faces) >= MOST_WIDTHS:
                self._faces.clear()
            known = self._faces[width] = self._measure(width)
        return known

    def _measure(self, width: int) -> _Face:
        left, gap = self._left(), px(2) if self.second else 0
        room = width - left - self._pad()
        tag = tag_width(self.tag) + px(12) if self.tag else 0
        below = bool(tag) and room - tag < min(self._wanted(), px(190))
        words = max(px(60), room if below else room - tag)
        title = words_height(self.title, font("label"), words)
        second = words_height(self.second, font("small"), words)
        inner = title + gap + second + (px(TAG_HEIGHT + 8) if below else 0)
        least = px((66 if self.second else 50) if self.boxed else 36)
        height = max(least, round(inner + px(24 if self.boxed else 12)))
        top = (height - inner) / 2
        one_line = words_height("x", font("label"), words)
        # In a card of one or two lines the mark stands in the middle; beside more words, at the first line.
        middle = self.boxed and inner <= one_line * 2.2
        mark_top = (height - px(MARK)) / 2 if middle else top + (one_line - px(MARK)) / 2
        return _Face(
            height=height,
            mark=QRectF(px(12) if self.boxed else px(2), mark_top, px(MARK), px(MARK)),
            title=QRectF(left, top, words, title),
            second=QRectF(left, top + title + gap, words, second),
            tag=self._tag_place(width, height, top + inner, tag - px(12), below) if tag else None,
            letter=self._letter_place(left, mark_top) if self.letter else None,
        )

    def _tag_place(self, width: int, height: int, bottom: float, tag: float, below: bool) -> QRectF:
        tall = px(TAG_HEIGHT)
        if below:
            return QRectF(self._left(), bottom - tall, tag, tall)
        return QRectF(width - self._pad() - tag, (height - tall) / 2, tag, tall)

    def _letter_place(self, left: int, mark_top: float) -> QRectF:
        return QRectF(left - px(LETTER + 10), mark_top + (px(MARK) - px(LETTER)) / 2, px(LETTER), px(LETTER))

    # -- acting -----------------------------------------------------------------------------------

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and hasattr(self, "_faces"):
            self._faces.clear()
            self.updateGeometry()
            self.update()

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        face = self._measured(self.width())
        place = self._placed(face)
        warm = self.isEnabled() and (self.underMouse() or self.isDown())
        if self.boxed:
            self._paint_card(painter, warm)
        self._paint_mark(painter, place(face.mark), warm and not self.boxed)
        strong, weak = ("text", "text2") if self.isEnabled() else ("text_disabled", "text_disabled")
        down = self._spare(face)
        draw_words(painter, self, face.title.translated(0, down), self.title, font("label"), strong)
        draw_words(painter, self, face.second.translated(0, down), self.second, font("small"), weak)
        if face.tag is not None:
            draw_tag(painter, place(face.tag), self.tag, "ok" if self.isEnabled() else "neutral")
        if face.letter is not None:
            self._paint_letter(painter, place(face.letter))
        painter.end()

    def _spare(self, face: _Face) -> float:
        """A card of one line that is taller than it needs to be, as beside a taller one, keeps it in the middle.

        With a second line the words stay at the top, so that the titles of a row of cards stand on one line.
        """
        return max(0.0, (self.height() - face.height) / 2) if self.boxed and not self.second else 0.0

    def _placed(self, face: _Face) -> Callable[[QRectF], QRectF]:
        down, rtl = self._spare(face), is_rtl(self)
        return lambda rect: mirrored(rect.translated(0, down), self.width(), rtl)

    def _paint_card(self, painter: QPainter, warm: bool) -> None:
        on = self.isChecked()
        if not self.isEnabled():
            fill, edge, width = "sunken", "border", line()
        elif on:
            fill, edge, width = "accent_soft", "accent", 3 if self.isDown() else 2
        else:
            fill, edge, width = "hover" if warm else "surface", "border_strong", 2 if self.isDown() else line()
        panel(painter, QRectF(self.rect()), fill, edge, radius=9, width=width)

    def _paint_mark(self, painter: QPainter, place: QRectF, warm: bool) -> None:
        draw_tick_box(painter, place, on=self.isChecked(), enabled=self.isEnabled(), warm=warm)

    def _paint_letter(self, painter: QPainter, place: QRectF) -> None:
        panel(painter, place, "surface" if self.isChecked() else "sunken")
        painter.setPen(colour("text2" if self.isEnabled() else "text_disabled"))
        painter.setFont(font("label"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, self.letter)


class RadioCard(_Choice, QRadioButton):
    """A full-width radio button with a second line and a tag such as "Safer choice"."""

    stepped = Signal(int)  # an arrow key: on to the next card (1) or back (-1); only inside a group

    def __init__(self, title: str, second: str = "", tag: str = "") -> None:
        QRadioButton.__init__(self)
        self._set_up(title, second, tag)

    def _paint_mark(self, painter: QPainter, place: QRectF, warm: bool) -> None:
        draw_dot(painter, place, on=self.isChecked(), enabled=self.isEnabled())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.group() is not None and event.key() in ARROWS:
            self.stepped.emit(step_of(event.key(), is_rtl(self)))
            return
        super().keyPressEvent(event)


class CheckCard(_Choice, QCheckBox):
    """A full-width check box; with `letter`, the letter tile of a network stands before its name."""

    def __init__(self, title: str, second: str = "", letter: str = "") -> None:
        QCheckBox.__init__(self)
        self._set_up(title, second, letter=letter)


class Tick(_Choice, QCheckBox):
    """A check box with its words beside it and no frame round it."""

    boxed = False

    def __init__(self, text: str, second: str = "") -> None:
        QCheckBox.__init__(self)
        self._set_up(text, second)
