"""The files a copy was read from: they hold years of posts, so when the person has finished they should go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from footprint.archives import shredding
from footprint.archives.shredding import Shredded
from footprint.i18n import _
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.dialogs import Question
from ui.kit.layout import Fold
from ui.kit.progress import Working
from ui.kit.text import PlainLabel


class ShredCard(Card):
    """Asked first, as it cannot be undone. `gone` when every file is; what deleting cannot do is said beside it."""

    gone = Signal()

    def __init__(self, desk: Desk, files: Sequence[Path]) -> None:
        super().__init__(title=_("What about the file?"))
        self._desk, self._files = desk, tuple(files)
        self.add(PlainLabel(_("It holds all your posts. Anyone who opens it can read them.")))
        for file in self._files:
            self.add(PlainLabel(str(file), "small", "text2"))
        self.shred_button = Btn(_("Overwrite and delete it"), "danger")
        self.shred_button.clicked.connect(self._ask)
        self.add(ButtonRow(self.shred_button))
        self.working = Working(_("Deleting…"))
        self.working.cancel_button.setText(_("Stop"))
        self.add(self.working)
        self.result = Banner("info", "")
        self.result.hide()
        self.add(self.result)
        fold = Fold(_("What this cannot do"))
        for words in shredding.what_stays(self._files):
            fold.body.addWidget(PlainLabel(words, colour="text2"))
        self.add(fold)

    def _ask(self) -> None:
        names = ", ".join(file.name for file in self._files)
        ask = Question(
            self.window(),
            _("Delete {name} for good?").format(name=names),
            _("It does not go to the bin, so it cannot be put back. What was read stays in this app."),
            _("Delete it"),
            _("Keep it"),
            danger=True,
        )
        ask.accepted.connect(self.shred)
        ask.open()

    def shred(self) -> None:
        """Overwrite, rename, delete; a large file takes minutes."""
        files = self._files
        self.working.follow(self._desk.read(lambda task: shredding.shred(files, task), self._shredded))

    def _shredded(self, done: Shredded) -> None:
        left = [one for one in done.files if one.problem]
        if not left:
            self.shred_button.hide()
            self.result.say(_("Overwritten and deleted"))
            self.gone.emit()
        else:
            self.result.say(_("Something is still there"), " ".join(f"{one.file.name}: {one.problem}" for one in left))
        self.result.show()
