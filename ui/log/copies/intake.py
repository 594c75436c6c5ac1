"""Taking copies in: paste, drop or choose; what each shows is asked, then it is kept. One way for every place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, has_something, of_file, of_mime
from ui.jobs import Operation
from ui.kit import files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.log.copies.asking import Asking
from ui.log.copies.keep_sheet import Decided

Keeping = Callable[[Incoming, Decided], Callable[[Task], Done[Any]]]


class PictureIntake(Card):
    """The head of the card, the two buttons, and the work; a subclass adds what it shows below."""

    def __init__(self, desk: Desk, keeping: Keeping, changes: Changes, file_title: str, file_kinds: str) -> None:
        """`keeping` makes what keeps a thing as was decided, and `changes` says what is different then; the file dialog
        has a title, and kinds of files it offers."""
        super().__init__(title=_("Copies you kept"))
        self._desk, self._vault = desk, desk.bench.vault
        self._keeping, self._changes = keeping, changes
        self._file_title, self._file_kinds = file_title, file_kinds
        self.setAcceptDrops(True)
        self.paste_button = Btn(_("Paste a picture"), icon="camera")
        self.paste_button.clicked.connect(self.paste)
        self.choose = Btn(_("Choose a file"))
        self.choose.clicked.connect(self._ask_file)
        self.buttons = ButtonRow(self.paste_button, self.choose)
        self.help = PlainLabel("", "small", "text2")
        self.working = Working(_("Keeping it…"))
        self.asking = Asking(self, desk)
        self.asking.decided.connect(self._keep)
        for part in (self.help, self.buttons, self.working):
            self.add(part)

    def offer(self, words: str) -> None:
        """Whether copies are offered at all is a choice in Settings: on a shared computer they are not."""
        wanted = self._desk.bench.settings.now.keep_evidence
        self.buttons.setVisible(wanted)
        self.help.setText(
            words
            if wanted
            else _("The app does not offer to keep copies on this computer. You can change that in Settings.")
        )

    def paste(self) -> None:
        """Keep what is on the clipboard."""
        if not self.keep_mime(QGuiApplication.clipboard().mimeData()):
            self._desk.say(_("There is no picture to paste. Copy one first, or take a picture of your screen."))

    def keep_mime(self, data: QMimeData) -> bool:
        """Keep what a paste or a drop carries; False when there is nothing to keep in it."""
        found = of_mime(data)
        self.keep(found)
        return bool(found)

    def keep(self, things: Iterable[Incoming]) -> None:
        """Ask about things one after the other before each is kept; each can be undone by itself."""
        self.asking.ask(things)

    def _keep(self, one: Incoming, decided: Decided) -> None:
        operation = Operation(
            self._keeping(one, decided), lane="bulk", changes=self._changes, said=lambda _made: _("The copy is kept")
        )
        self.working.follow(self._desk.run(operation))

    def _ask_file(self) -> None:
        files.ask_open(
            self.window(), self._file_title, [self._file_kinds], lambda path: self.keep([of_file(Path(path))])
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.keep_mime(event.mimeData())
        event.acceptProposedAction()
