"""Steps: numbered instructions, the list of steps of a walk-through, and the line of stages of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import N_, _
from ui.kit.cards import bring_into_view
from ui.kit.choice_cards import ARROWS, step_of
from ui.kit.group import Group
from ui.kit.layout import hbox, vbox
from ui.kit.paint import begin, draw_icon, is_rtl, mirrored, panel
from ui.kit.pressable import Pressable
from ui.kit.square import Square
from ui.kit.stage_line import StageLine
from ui.kit.text import BoldText, PlainLabel
from ui.kit.theme import colour, font, px, space
from ui.kit.tokens import RADIUS
from ui.kit.words import bold, draw_words, words_height

__all__ = ["NumberedSteps", "StageLine", "StepList", "StepRow", "StepState"]


class _Number(Square):
    """The number of a step on a round, quiet ground; the words beside it say it again to screen readers."""

    def __init__(self, words: str) -> None:
        super().__init__(26)
        self._words = words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken"))
        painter.drawEllipse(self.rect())
        painter.setFont(bold())
        painter.setPen(colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self._words)
        painter.end()


class NumberedSteps(QWidget):
    """What to do, one thing after the other; words to look for on the screen stand in bold."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        space(self._column, 10)
        self.texts: tuple[BoldText, ...] = ()
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[str]) -> None:
        while self._column.count():
            row = self._column.takeAt(0).widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.texts = tuple(BoldText(step) for step in steps)
        for at, text in enumerate(self.texts, 1):
            text.setAccessibleName(_("{n}. {words}").format(n=number(at), words=text.accessibleName() or text.text()))
            row = QWidget()
            mark = _Number(number(at))
            line = hbox(mark, vbox(text, margins=(0, 2, 0, 0)), spacing=12)
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            row.setLayout(line)
            self._column.addWidget(row)


class StepState(StrEnum):
    TODO = "todo"
    HERE = "here"
    DONE = "done"

    @property
    def label(self) -> str:
        return _(_STATE_WORDS[self])


_STATE_WORDS = {StepState.TODO: N_("Not started"), StepState.HERE: N_("You are here"), StepState.DONE: N_("Done")}
_STATE_ICONS = {
    StepState.TODO: ("circle", "border_strong"),
    StepState.HERE: ("circle", "accent"),
    StepState.DONE: ("check_circle", "ok"),
}


@dataclass(frozen=True)
class StepRow:
    """One step of a walk-through; `group` is the small heading it stands under."""

    key: str
    title: str
    state: StepState | str = StepState.TODO
    group: str = ""


class StepButton(Pressable):
    """One row of the list. It wraps rather than being cut off."""

    stepped = Signal(int)

    def __init__(self, row: StepRow) -> None:
        super().__init__()
        self.show_row(row)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_row(self, row: StepRow) -> None:
        self.row, self.state = row, StepState(row.state)
        self.setText(row.title)
        self.setAccessibleName(f"{row.title}. {self.state.label}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(px(37), round(words_height(self.row.title, self._face(), width - px(44))) + px(16))

    def sizeHint(self) -> QSize:
        return QSize(px(220), self.heightForWidth(max(px(220), self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(37))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self.stepped.emit(step_of(event.key(), is_rtl(self)))
        else:
            super().keyPressEvent(event)

    def _face(self) -> QFont:
        return bold("small") if self.state is StepState.HERE else font("small")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self.state is StepState.HERE:
            panel(painter, whole, "accent_soft", radius=RADIUS["control"])
        elif self.underMouse() or self.isDown():
            panel(painter, whole, "hover", radius=RADIUS["control"])
        high = words_height(self.row.title, self._face(), self.width() - px(44))
        top = (self.height() - high) / 2
        first = words_height("x", self._face(), px(99))
        mark = QRectF(px(10), top + (first - px(18)) / 2, px(18), px(18))
        self._paint_mark(painter, mirrored(mark, self.width(), is_rtl(self)))
        tint = "text2" if self.state is StepState.DONE else "text"
        words = QRectF(px(38), top, self.width() - px(44), high)
        draw_words(painter, self, words, self.row.title, self._face(), tint)
        painter.end()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        name, tint = _STATE_ICONS[self.state]
        draw_icon(painter, place, name, tint, 2)
        if self.state is StepState.HERE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QPointF(place.center()), px(3.5), px(3.5))


class StepList(Group):
    """The steps of a walk-through as one tab stop; arrows move in it, Enter goes there."""

    chosen = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._column = QVBoxLayout(self)
        space(self._column, 1)
        self.buttons: tuple[StepButton, ...] = ()
        # Never seen: it holds the list's place in the tab order of the page while the steps are made anew.
        self._place_holder = QWidget(self)
        self._place_holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place_holder.hide()

    def show(self, rows: Sequence[StepRow] | None = None) -> None:
        """Show these steps; with nothing, become visible like any widget. Focus stays on the step it was on."""
        if rows is None:
            super().show()
            return
        if [(row.key, row.group) for row in rows] == [(one.row.key, one.row.group) for one in self.buttons]:
            for button, row in zip(self.buttons, rows, strict=True):
                button.show_row(row)
        else:
            self._build(rows)
        here = next((button for button in self.buttons if button.state is StepState.HERE), None)
        if not any(button.hasFocus() for button in self.buttons):
            self._one_tab_stop(here or (self.buttons[0] if self.buttons else None))

    def _build(self, rows: Sequence[StepRow]) -> None:
        held = next((button.row.key for button in self.buttons if button.hasFocus()), "")
        before, group = self._take_out(), ""
        self.buttons = tuple(self._made(row) for row in rows)
        for previous, button in zip((self._place_holder, *self.buttons), self.buttons, strict=False):
            if button.row.group != group:
                group = button.row.group
                if group:
                    self._column.addWidget(self._small_heading(group))
            self._column.addWidget(button)
            QWidget.setTabOrder(previous, button)
            button.show()
            if held and button.row.key == held:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.addStretch(1)
        for widget in before:
            widget.hide()
            widget.deleteLater()

    def _made(self, row: StepRow) -> StepButton:
        button = StepButton(row)
        button.clicked.connect(lambda: self.chosen.emit(row.key))
        button.stepped.connect(lambda by: self._step(button, by))
        return button

    def _small_heading(self, words: str) -> PlainLabel:
        label = PlainLabel(words, "small", "text2")
        label.setContentsMargins(px(10), px(8), 0, px(3))
        return label

    def _take_out(self) -> list[QWidget]:
        """Empty the column; what stood in it goes only when the new steps can take over the focus."""
        taken = [self._column.takeAt(0).widget() for _at in range(self._column.count())]
        return [widget for widget in taken if widget is not None]

    def _step(self, button: StepButton, by: int) -> None:
        at = self.buttons.index(button) + by
        if 0 <= at < len(self.buttons):
            following = self.buttons[at]
            self._one_tab_stop(following)
            following.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(following)

    def _one_tab_stop(self, stop: StepButton | None) -> None:
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
