"""Adding a line to “Take to supervision” from anywhere in the app, or changing one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.supervision import take
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, NotesBox
from ui.kit.text import PlainLabel


class TakeSheet(Sheet):
    """The words stand ready and can be changed before anything is kept. `line` is the one being changed."""

    def __init__(self, desk: Desk, parent: QWidget, words: str, *, line: str = "") -> None:
        super().__init__(parent, _("Change a line") if line else _("Take to supervision"))
        self._desk, self._line = desk, line
        self.add(PlainLabel(_("A line for your own list. Only you see it. It never goes into a summary.")))
        self.box = NotesBox(_("What do you want to talk about?"), rows=3)
        self.box.setPlainText(words)
        self.field = Field(_("What do you want to talk about?"), self.box)
        self.add(self.field)
        self.cancel = self.add_button(Btn(_("Cancel")))
        self.cancel.clicked.connect(self.reject)
        self.save = self.add_button(Btn(_("Save") if line else _("Add to my list"), "primary"))
        self.save.clicked.connect(self._save)
        self.box.selectAll()
        self.box.setFocus()

    def _save(self) -> None:
        words, vault, line = self.box.toPlainText(), self._desk.bench.vault, self._line
        if not words.strip() or len(" ".join(words.split())) > take.LONGEST:
            self._refuse(words)
            return
        self.accept()
        said = _("Saved") if line else _("Added to your list")
        self._desk.run(
            Operation(
                lambda _task: take.change(vault, line, words) if line else take.add(vault, words),
                changes=Changes(supervision=True),
                said=lambda _one: said,
            )
        )

    def _refuse(self, words: str) -> None:
        most = _("This is too long for one line. Use {most} letters at most.").format(most=take.LONGEST)
        self.field.show_error(most if words.strip() else _("Say in a few words what you want to talk about."))
        self.box.setFocus()
