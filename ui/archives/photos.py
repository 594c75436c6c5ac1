"""Photographs as a grid: where people would rather look than read. Decoded in memory, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.index.filters import Find
from footprint.archives.index.finding import count, page
from footprint.archives.thumbnails import Thumbnail, thumbnails
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.vault import Vault
from ui.archives.review import words
from ui.archives.stage import ArchivePart, Stage
from ui.desk import Desk
from ui.jobs import Job
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, EmptyState
from ui.kit.layout import Flow
from ui.kit.progress import Working
from ui.kit.theme import space
from ui.page import clear
from ui.search.likeness.tiles import PictureTile

AT_ONCE = 24
_FIND = Find(photo=True)


@dataclass(frozen=True)
class Seen:
    """One page of them, of so many in all."""

    thumbs: tuple[Thumbnail, ...]
    total: int


def read_seen(task: Task, vault: Vault, offset: int) -> Seen:
    return Seen(thumbnails(vault, page(vault, _FIND, offset, AT_ONCE), task), count(vault, _FIND).number)


class Photos(ArchivePart):
    """Newest first. A press opens the post it belongs to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._offset, self._total = 0, 0
        self._job: Job | None = None
        self.tiles: list[PictureTile] = []
        column = QVBoxLayout(self)
        space(column, 14)
        self.working = Working(_("Looking into the copies…"))
        column.addWidget(self.working)
        self._place = QVBoxLayout()
        space(self._place, 14)
        column.addLayout(self._place)
        column.addStretch(1)
        self._reload()

    def line(self) -> str:
        if not self._total:
            return ""
        words_ = ngettext("{n} post with a photograph.", "{n} posts with a photograph.", self._total)
        return words_.format(n=number(self._total))

    def _reload(self) -> None:
        if self._job is not None:
            self._job.stop()
        vault, offset = self._desk.bench.vault, self._offset
        self._job = self._desk.read(lambda task: read_seen(task, vault, offset), self._show)
        self._job.ended.connect(self._ended)
        self.working.follow(self._job)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _show(self, seen: Seen) -> None:
        clear(self._place)
        self._total, self.tiles = seen.total, []
        if not seen.total:
            self._place.addWidget(
                EmptyState(
                    "image", _("No photographs"), _("The copies you brought in have no posts with a photograph.")
                )
            )
        else:
            self._fill(seen.thumbs)
        self.stepped.emit()
        self.turned.emit()

    def _fill(self, thumbs: Sequence[Thumbnail]) -> None:
        if thumbs and not any(one.there for one in thumbs):
            self._place.addWidget(
                Banner(
                    "info", _("The copy is not where it was"), _("Put the file back to see its pictures."), quiet=True
                )
            )
        self.tiles = [self._tile(one) for one in thumbs]
        self._place.addWidget(Flow(self.tiles, column=136, gap=12))
        newer, older = Btn(_("Newer"), icon="left"), Btn(_("Older"), icon="right")
        newer.setEnabled(self._offset > 0)
        older.setEnabled(self._offset + AT_ONCE < self._total)
        newer.clicked.connect(lambda: self._turn(-AT_ONCE))
        older.clicked.connect(lambda: self._turn(AT_ONCE))
        if self._total > AT_ONCE:
            self._place.addWidget(ButtonRow(newer, older))

    def _tile(self, one: Thumbnail) -> PictureTile:
        tells = one.notes is not None and one.notes.place
        second = _("Tells where it was taken") if tells else words.title(one.row)[:60]
        data = one.notes.small if one.notes is not None else b""
        tile = PictureTile(words.when(one.row), second, data, warn=tells)
        tile.clicked.connect(lambda: self.went.emit(f"{Stage.REVIEW}:entry:{one.row.id}"))
        return tile

    def _turn(self, by: int) -> None:
        self._offset = max(0, self._offset + by)
        self._reload()
