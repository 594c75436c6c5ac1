"""The four parts of the place "Privacy checklists", and the bar that switches between them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from footprint.checklists import Kind
from footprint.i18n import N_, _
from ui.kit.fields import Field, Select
from ui.kit.group import Group
from ui.kit.layout import vbox
from ui.kit.paint import begin, panel
from ui.kit.pressable import Pressable
from ui.kit.theme import colour, font, px, space
from ui.kit.tokens import HEIGHT, RADIUS


class Part(StrEnum):
    """What of the library is shown. The values are what `desk.go("checklists", part=…)` takes."""

    MINE = "mine"
    NETWORKS = "networks"
    PLACES = "places"
    SITUATIONS = "situations"

    @property
    def label(self) -> str:
        return _(_LABELS[self])

    @property
    def kind(self) -> Kind:
        """The kind of files it lists."""
        return _KINDS.get(self, Kind.NETWORK)


_LABELS = {
    Part.MINE: N_("Mine"),
    Part.NETWORKS: N_("All networks"),
    Part.PLACES: N_("Places"),
    Part.SITUATIONS: N_("Situations"),
}
_KINDS = {Part.PLACES: Kind.PLACE, Part.SITUATIONS: Kind.SITUATION}


def part_of(kind: Kind) -> Part:
    """The part in which files of a kind are listed."""
    return next((part for part, known in _KINDS.items() if known is kind), Part.NETWORKS)


class PartButton(Pressable):
    """One part. The open one stands out by its surface, an edge and bolder words, not by colour alone."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font("nav_here")).horizontalAdvance(self.text())
        return QSize(wide + px(32), px(HEIGHT["button"]) - px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows only move focus (Qt would open each part on the way); Enter and Space open."""
        key, parent = Qt.Key(event.key()), self.parentWidget()
        on = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -on, Qt.Key.Key_Right: on, Qt.Key.Key_Home: -9, Qt.Key.Key_End: 9}
        steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps and parent is not None:
            every = parent.findChildren(PartButton)
            at = max(0, min(len(every) - 1, every.index(self) + steps[key]))
            every[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        here, whole = self.isChecked(), QRectF(self.rect())
        if here:
            panel(painter, whole, "surface", "border_strong", RADIUS["control"] - 2)
        elif self.underMouse() or self.isDown():
            panel(painter, whole, "hover", "", RADIUS["control"] - 2)
        painter.setFont(font("nav_here" if here else "nav"))
        painter.setPen(colour("accent_text" if here else "text"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter.value, self.text())
        painter.end()


class _Track(Group):
    """The buttons on one ground."""

    def __init__(self, label: str, buttons: dict[Part, PartButton]) -> None:
        super().__init__(label)
        row = QHBoxLayout(self)
        space(row, 2, (3, 3, 3, 3))
        for button in buttons.values():
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter: QPainter = begin(self)
        panel(painter, QRectF(self.rect()), "sunken", "border", RADIUS["control"])
        painter.end()


class PartBar(QWidget):
    """Buttons beside each other, one tab stop; in a window too narrow for them, a list to choose from."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        label = _("Which checklists")
        self.buttons = {part: PartButton(part.label) for part in Part}
        for part, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, part=part: self.went.emit(part.value))
        self._track = _Track(label, self.buttons)
        self.select = Select(label, [(part.value, part.label) for part in Part])
        self.select.chosen.connect(self.went)
        self._field = Field(label, self.select)
        self.setLayout(vbox(self._track, self._field, spacing=0))
        self._fit()

    def show_part(self, part: Part) -> None:
        """Mark the open part."""
        self.buttons[part].setChecked(True)
        self.select.set_value(part.value)

    @property
    def narrow(self) -> bool:
        return self.width() < self._track.sizeHint().width()

    def _fit(self) -> None:
        self._track.setVisible(not self.narrow)
        self._field.setVisible(self.narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height() if self.narrow else self._track.sizeHint().height())
