"""Boxes to fill in, each with its label, hint and error in that order, and named for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _
from ui.kit.choice_cards import Tick
from ui.kit.date_field import DateField
from ui.kit.layout import hbox
from ui.kit.paint import begin, draw_icon, is_rtl, leading, mirrored, panel
from ui.kit.text import IconLabel, PlainLabel, set_tip
from ui.kit.theme import colour, font, line, px, restyles, space
from ui.kit.tokens import HEIGHT, RADIUS

__all__ = ["DateField", "Field", "NotesBox", "PassphraseBox", "Select", "TextBox"]


class TextBox(QLineEdit):
    """One line of text."""

    def __init__(self, label_for_access: str = "", placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(label_for_access)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), super().minimumSizeHint().height())


class PassphraseBox(QWidget):
    """A hidden line of text and a tick that shows it; pasting is allowed."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.edit = TextBox(label)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.tick = Tick(_("Show passphrase"))
        self.tick.toggled.connect(self._show)
        column = QVBoxLayout(self)
        space(column, 4)
        column.addWidget(self.edit)
        column.addWidget(self.tick)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        return self.edit.text()

    def show_passphrase(self, on: bool) -> None:
        """Show or hide what is typed, as the tick does."""
        self.tick.setChecked(on)

    def clear(self) -> None:
        """Forget what was typed and hide the box again."""
        self.edit.clear()
        self.tick.setChecked(False)

    def _show(self, on: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)


class NotesBox(QPlainTextEdit):
    """Several lines of plain text. Tab leaves the box, as everywhere."""

    def __init__(self, label: str, rows: int = 4) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._set_height()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self._tall())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self._set_height()

    def _tall(self) -> int:
        return QFontMetrics(font("body")).lineSpacing() * self._rows + px(26)

    def _set_height(self) -> None:
        self.setFixedHeight(self._tall())


class Select(QComboBox):
    """One of a few, in a box that opens. `chosen` tells what the person chose."""

    chosen = Signal(str)

    def __init__(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(label)
        for value, words in options:
            self.addItem(words, value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(lambda _at: self.chosen.emit(self.value))
        self.currentIndexChanged.connect(lambda _at: self._tell_whole())
        self._tell_whole()

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer others, without telling anyone."""
        was = self.blockSignals(True)
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.blockSignals(was)
        self.updateGeometry()
        self._tell_whole()

    def set_value(self, value: str) -> None:
        """Show `value` without telling anyone; a value that is not offered is left alone."""
        at = self.findData(value)
        if at >= 0:
            self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes an answer on the way."""
        event.ignore()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("body"))
        widest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        return QSize(min(px(420), widest + px(58)), px(HEIGHT["input"]))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(HEIGHT["input"]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rtl, whole, enabled = is_rtl(self), QRectF(self.rect()), self.isEnabled()
        wrong = self.property("error") == "1"
        edge = "danger" if wrong else "border_strong" if enabled else "border"
        fill = "sunken" if not enabled else "hover" if self.underMouse() else "surface"
        panel(painter, whole, fill, edge, RADIUS["control"], line() + 1 if wrong else line())
        words = mirrored(whole.adjusted(px(12), 0, -px(38), 0), self.width(), rtl)
        painter.setFont(font("body"))
        painter.setPen(colour("text" if enabled else "text_disabled"))
        shown = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, leading(rtl, middle=True), shown)
        arrow = QRectF(self.width() - px(30), (self.height() - px(18)) / 2, px(18), px(18))
        draw_icon(painter, mirrored(arrow, self.width(), rtl), "down", "text2" if enabled else "text_disabled", 2)
        painter.end()

    def _tell_whole(self) -> None:
        """The whole words on hovering, as a very narrow box may cut them short."""
        set_tip(self, self.currentText())


class Field(QWidget):
    """A label, a hint, an error and the box, in that order. The error is words, an icon and a thicker edge."""

    def __init__(self, label: str, widget: QWidget, hint: str = "", optional: bool = False) -> None:
        super().__init__()
        self.widget = widget
        self._name = _("{label} (optional)").format(label=label) if optional else label
        self.label = PlainLabel(self._name.replace("&", "&&"), "label")
        self.label.setBuddy(_box_of(widget))
        self.hint = PlainLabel(hint, "small", "text2")
        if not hint:
            self.hint.hide()
        self.error = PlainLabel("", "label", "danger")
        icon = IconLabel("warn", "danger", 18)
        self._error_row = QWidget()
        row = hbox(icon, self.error, spacing=6)
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        row.setStretch(1, 1)
        self._error_row.setLayout(row)
        self._error_row.hide()
        column = QVBoxLayout(self)
        space(column, 5)
        for part in (self.label, self.hint, self._error_row, widget):
            column.addWidget(part)
        if hasattr(widget, "hide_label"):
            widget.hide_label()
        self.setFocusProxy(widget)
        self._describe()

    @property
    def words(self) -> str:
        """The error that is shown, "" when there is none."""
        return self.error.text()

    def set_label(self, words: str) -> None:
        """Ask for something else in the same box."""
        self._name = words
        self.label.setText(words.replace("&", "&&"))
        self._describe()

    def set_hint(self, words: str) -> None:
        """Say another hint, or none."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self._describe()

    def show_error(self, words: str) -> None:
        """Say what is wrong, in the same words as the summary at the top."""
        self.error.setText(words)
        self._error_row.setVisible(bool(words))
        _mark(self.widget, bool(words))
        self._describe()

    def clear_error(self) -> None:
        self.show_error("")

    def _describe(self) -> None:
        wrong = _("Error: {words}").format(words=self.words) if self.words else ""
        box = _box_of(self.widget)
        words = " ".join(part for part in (wrong, self.hint.text()) if part)
        for one in {box, self.widget}:
            one.setAccessibleName(self._name)
            one.setAccessibleDescription(words)
        if isinstance(self.widget, DateField):  # a group is passed over by some readers; its first box is not
            self.widget.boxes["day"].setAccessibleDescription(words)


def _box_of(widget: QWidget) -> QWidget:
    """The part of a box made of several that takes the typing."""
    return widget.edit if isinstance(widget, PassphraseBox) else widget


def _mark(widget: QWidget, wrong: bool) -> None:
    """Give the boxes of a field, or take from them, the thick edge of an error."""
    for one in (widget, *widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)):
        if isinstance(one, QLineEdit | QPlainTextEdit | QComboBox):
            one.setProperty("error", "1" if wrong else "")
            one.style().unpolish(one)
            one.style().polish(one)
            one.update()
