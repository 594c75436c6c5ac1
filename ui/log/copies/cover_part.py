"""“Cut off or cover parts first”: the picture with its boxes, the hidden notes, and what becomes of the original."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from footprint.i18n import _
from footprint.log import Edit
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.choices import Tick
from ui.kit.layout import Fold
from ui.kit.text import PlainLabel
from ui.log.copies.cover_canvas import CoverCanvas


class CoverPart(Fold):
    """Closed at first: the picture is shown only to somebody who opens it."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(_("Cut off or cover parts first"))
        self.canvas = CoverCanvas()
        self.canvas.hide()
        self.canvas.changed.connect(self._show)
        self.help = PlainLabel(
            _("Draw boxes with the mouse, or add one and move it with the arrow keys."), "small", "text2"
        )
        self.add_box, self.next_box = Btn(_("Add a box")), Btn(_("Next box"), "quiet")
        self.remove_box = Btn(_("Remove this box"), "quiet")
        self.crop = Tick(
            _("Now choose the part to keep"), _("The rest is cut off. Arrows move it, Shift and arrows size it.")
        )
        self.notes = Tick(_("Leave out hidden notes"), _("Such as where and when it was taken, and on which phone."))
        self.original = Tick(
            _("Throw the original away"),
            _("The police may want it as it is. Without this tick both are kept."),
        )
        for button, do in (
            (self.add_box, self.canvas.add_box),
            (self.next_box, self.canvas.next_box),
            (self.remove_box, self.canvas.remove_box),
        ):
            button.clicked.connect(lambda _checked=False, do=do: self._do(do))
        self.crop.toggled.connect(self.canvas.set_cropping)
        self.notes.toggled.connect(lambda _on: self._show())
        self.buttons = ButtonRow(self.add_box, self.next_box, self.remove_box)
        for part in (self.help, self.canvas, self.buttons, self.crop, self.notes, self.original):
            self.body.addWidget(part)
        self.toggled.connect(lambda on: self.opened.emit() if on and not self.canvas.isVisibleTo(self) else None)
        self._show()

    @property
    def edit(self) -> Edit | None:
        """What to do to the picture, or None for nothing at all."""
        edit = self.canvas.edit
        return edit if edit.changes or self.notes.isChecked() else None

    @property
    def original_too(self) -> bool:
        return not self.original.isChecked()

    def show_pixels(self, image: QImage) -> None:
        self.canvas.show_image(image)
        self.canvas.show()

    def put_away(self) -> None:
        """Nothing of the picture stays on the screen."""
        self.set_open(False)
        self.canvas.show_image(QImage())
        self.canvas.hide()

    def _do(self, do: object) -> None:
        self.crop.setChecked(False)
        do()  # type: ignore[operator]
        self.canvas.setFocus()

    def _show(self) -> None:
        some = bool(self.canvas.boxes)
        self.next_box.setEnabled(len(self.canvas.boxes) > 1)
        self.remove_box.setEnabled(some)
        self.original.setVisible(self.edit is not None)
