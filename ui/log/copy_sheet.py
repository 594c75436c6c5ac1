"""One copy, larger: the picture as our own pixels, or the words of a page as plain text."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from footprint import log
from footprint.i18n import _
from footprint.log import Evidence, EvidenceKind
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.fields import NotesBox
from ui.kit.picture import PictureBox
from ui.kit.progress import Working

LARGEST_SIDE = 1600


class CopySheet(Sheet):
    """Opens at once and fills when the copy has been read; foreign bytes are decoded by a process of their own."""

    WIDTH = 860

    def __init__(self, parent: QWidget, desk: Desk, one: Evidence, title: str) -> None:
        super().__init__(parent, title)
        self._desk, self._vault, self._one = desk, desk.bench.vault, one
        self.picture = PictureBox(title, most_height=900)
        self.words = NotesBox(title, rows=20)
        self.words.setReadOnly(True)
        self.working = Working(_("Reading the copy…"))
        for part in (self.working, self.picture, self.words):
            part.hide()
            self.add(part)
        self.close_button = self.add_button(Btn(_("Close"), "primary"))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        is_picture = one.kind is EvidenceKind.PICTURE
        job = desk.read(
            (lambda _task: self._pixels()) if is_picture else (lambda _task: log.page_words(self._vault, one.id)),
            self._show_picture if is_picture else self._show_words,
        )
        self.working.follow(job)

    def _pixels(self) -> QImage:
        """On the lane's thread."""
        found = log.picture(self._vault, self._one.id, most=LARGEST_SIDE)
        image = QImage(found.rgba, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBA8888)
        return image.copy()  # the bytes above are not the image's own

    def _show_picture(self, image: QImage) -> None:
        self.picture.show_image(image)
        self.picture.show()
        self.fit()

    def _show_words(self, words: str) -> None:
        self.words.setPlainText(words)
        self.words.show()
        self.fit()
