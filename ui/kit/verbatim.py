"""Text shown letter by letter as it is: it can be selected and copied, and breaks anywhere; nothing is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from ui.kit.theme import font, px, restyles


class Verbatim(QPlainTextEdit):
    """As tall as its text up to `most` units; beyond that it scrolls."""

    def __init__(self, label: str, *, most: int = 240) -> None:
        super().__init__()
        self._most = most
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()

    def show_text(self, text: str) -> None:
        self.setPlainText(text)
        self._set_height()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(44))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_height()

    def _restyle(self) -> None:
        self.document().setDefaultFont(font("small"))
        self._set_height()

    def _set_height(self) -> None:
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            self.document().documentLayout().blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        wanted = lines * self.fontMetrics().lineSpacing() + px(28)
        self.setFixedHeight(max(px(44), min(wanted, px(self._most))))
