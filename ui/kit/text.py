"""Words on the screen. All is plain text; `**bold**` in our own step texts is painted, never turned to markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from ui.kit.paint import begin, draw_icon, panel
from ui.kit.square import Square
from ui.kit.theme import colour, font, px, restyles
from ui.kit.tokens import RADIUS
from ui.kit.words import NO_WIDTH, breakable, in_reading_order

_ROLE = QPalette.ColorRole
# Colours that the palette already carries: the label then needs no palette of its own.
_IN_PALETTE = {
    "text": _ROLE.WindowText,
    "text2": _ROLE.PlaceholderText,
    "accent_text": _ROLE.Link,
    "danger": _ROLE.BrightText,
}
_BOLD = re.compile(r"\*\*(.+?)\*\*")


class PlainLabel(QLabel):
    """Words in a role and a colour of the tokens. Text from outside is safe here: it is never read as markup, and
    where it wraps no long word in it makes the page wider than its window.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        wrap: bool = True,
        *,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role, self._colour = role, colour
        self._restyling = False
        self._spelled = False  # a screen reader is given the words without the places to break
        if selectable:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self._restyle()
        self.setText(text)

    @property
    def role(self) -> str:
        return self._role

    def setText(self, text: str) -> None:
        text = in_reading_order(text)
        shown = breakable(text) if self.wordWrap() else text
        super().setText(shown)
        if shown != text or self._spelled:
            self._spelled = shown != text
            self.setAccessibleName(text if self._spelled else "")

    def text(self) -> str:
        return super().text().replace(NO_WIDTH, "")

    def set_colour(self, colour: str) -> None:
        """Paint in another colour of the tokens."""
        if colour != self._colour:
            self._colour = colour
            self._restyle()
            self.update()

    def set_role(self, role: str) -> None:
        if role != self._role:
            self._role = role
            self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and not self._restyling:
            self._restyle()

    def _restyle(self) -> None:
        self._restyling = True  # what follows causes change events of its own
        self.setFont(font(self._role))
        self._put_colour()
        self._restyling = False

    def _put_colour(self) -> None:
        if self._colour in _IN_PALETTE:
            self.setForegroundRole(_IN_PALETTE[self._colour])
            return
        shade = colour(self._colour)
        self.setForegroundRole(_ROLE.WindowText)
        if self.palette().color(_ROLE.WindowText) != shade:
            made = self.palette()
            made.setColor(_ROLE.WindowText, shade)
            self.setPalette(made)


class Heading(PlainLabel):
    """A title of the page (h1), of a card (h2) or of a group in it (h3); a heading to screen readers as well."""

    def __init__(
        self, text: str = "", role: str = "h2", colour: str = "text", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, colour, parent=parent)

    @property
    def level(self) -> int:
        return {"display": 1, "h1": 1, "h2": 2}.get(self.role, 3)


def without_marks(text: str) -> str:
    """The words of a step text without its stars."""
    return _BOLD.sub(r"\1", text)


def set_tip(widget: QWidget, words: str) -> None:
    """Words on hovering, for what is also said elsewhere. Tooltips guess at markup: no "<" is let near a letter."""
    widget.setToolTip(words.replace("<", "<\u2060"))


class BoldText(PlainLabel):
    """Step text with `**bold**` words, wrapped and painted here; screen readers get the words without the stars."""

    def __init__(
        self, text: str = "", role: str = "body", colour: str = "text", *, parent: QWidget | None = None
    ) -> None:
        self._bold: list[tuple[int, int]] = []
        self._laid: tuple[int, str, QTextLayout, float] | None = None
        super().__init__(text, role, colour, parent=parent)

    def setText(self, text: str) -> None:
        text = in_reading_order(text)
        self._bold, shift = [], 0
        for found in _BOLD.finditer(text):
            self._bold.append((found.start() - shift, len(found.group(1))))
            shift += 4
        self._laid = None
        super().setText(without_marks(text))

    def heightForWidth(self, width: int) -> int:
        return round(self._lay_out(width)[1] + 0.49)

    def sizeHint(self) -> QSize:
        natural = self.fontMetrics().horizontalAdvance(self.text()) * 1.06
        width = int(min(natural + px(4), px(340)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        # An address is one very long word, and it may break anywhere: it must not make the page wider.
        return QSize(min(int(widest * 1.1), px(200)), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, _height = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        key = self.font().toString()
        if self._laid is not None and self._laid[:2] == (width, key):
            return self._laid[2], self._laid[3]
        layout = QTextLayout(self.text().replace("\n", " "), self.font())
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_bold_range(start, length) for start, length in self._bold])
        height = _break_lines(layout, max(1, width))
        self._laid = (width, key, layout, height)
        return layout, height


def _bold_range(start: int, length: int) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    made.start, made.length, made.format = start, length, look
    return made


def _break_lines(layout: QTextLayout, width: int) -> float:
    """Break a text into lines; its height."""
    height = 0.0
    layout.beginLayout()
    while True:
        row = layout.createLine()
        if not row.isValid():
            break
        row.setLineWidth(width)
        row.setPosition(QPointF(0, height))
        height += row.height()
    layout.endLayout()
    return height


class IconLabel(Square):
    """An icon beside words; on a rounded tile of `box` units when `tile` names a colour. Sizes at 100% text."""

    def __init__(self, name: str, colour: str = "text2", size: int = 20, *, tile: str = "", box: int = 0) -> None:
        super().__init__(box or size)
        self._name, self._colour, self._size, self._tile = name, colour, size, tile
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect())
        if self._tile:
            panel(painter, whole, self._tile, radius=RADIUS["tile"])
        inset = (self.width() - px(self._size)) / 2
        draw_icon(painter, whole.adjusted(inset, inset, -inset, -inset), self._name, self._colour)
        painter.end()


def draw_letter(painter: QPainter, rect: QRectF, letter: str, ground: str = "sunken") -> None:
    """The first letter of a network on a quiet tile, in place of its logo."""
    panel(painter, rect, ground, radius=RADIUS["tile"])
    look = font("label")
    look.setWeight(QFont.Weight.DemiBold)
    painter.setFont(look)
    painter.setPen(colour("text2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter.value, letter)
