"""The pictures of an entry, out of the copy where it lies, shown on request; and what their notes tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from footprint.archives.index.finding import Row
from footprint.archives.thumbnails import pictures_of
from footprint.i18n import _
from footprint.search import picture_notes
from footprint.search.kept_pictures import BadPicture
from footprint.tasks import Task
from footprint.vault import Vault
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.picture import PictureBox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel

_MOST = 12


@dataclass(frozen=True)
class Found:
    """One picture. `small` is made anew by the process apart, "" bytes where it could not show it.

    `there`: the copy was found and holds the file.
    """

    words: str
    there: bool
    small: bytes = b""
    tells: tuple[str, ...] = ()


def read_pictures(task: Task, vault: Vault, one: Row) -> tuple[Found, ...]:
    """Look in the copies of that network, the newest first. Nothing is written anywhere."""
    wanted = [medium for medium in one.entry.media if medium.path][:_MOST]
    found = pictures_of(vault, [(one.entry.network, medium.path) for medium in wanted], task)
    return tuple(_found(task, medium.words, found.get(medium.path)) for medium in wanted)


def _found(task: Task, words: str, data: bytes | None) -> Found:
    if data is None:
        return Found(words, there=False)
    try:
        notes = picture_notes.picture_notes(data, task)
    except BadPicture:
        return Found(words, there=True)
    return Found(words, True, notes.small, notes.tells)


class PicturesSheet(Sheet):
    """Decoded in memory only."""

    def __init__(self, parent: QWidget, desk: Desk, one: Row) -> None:
        super().__init__(parent, _("Pictures of this post"))
        self.working = Working(_("Looking into the copy…"))
        self.body.addWidget(self.working)
        close = Btn(_("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close)
        self.boxes: list[PictureBox] = []
        vault = desk.bench.vault
        self.working.follow(desk.read(lambda task: read_pictures(task, vault, one), self._show))

    def _show(self, found: Sequence[Found]) -> None:
        for n, one in enumerate(found, 1):
            if not one.there:
                self._say(_("This picture was not found. Is the copy still where it was?"))
                continue
            box = PictureBox(one.words or _("Picture {n}").format(n=n))
            if not one.small or not box.show_bytes(one.small):
                self._say(_("This is a film, or a picture of a kind that we do not show."))
                continue
            self.boxes.append(box)
            self.body.addWidget(box)
            if one.words:
                self._say(one.words)
            if one.tells:
                self._say(_("Its notes tell: {what}.").format(what=", ".join(one.tells)))

    def _say(self, words: str) -> None:
        self.body.addWidget(PlainLabel(words, "small", "text2"))
