"""What was kept of it: covered until it is asked for, encrypted, each with its time and its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout

from footprint import log
from footprint.i18n import _, ngettext
from footprint.log import Evidence
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.help_now.button import help_now_button
from ui.incoming import Incoming
from ui.kit.buttons import Btn
from ui.kit.layout import hbox
from ui.kit.theme import space
from ui.log.considering import Considering
from ui.log.copies.bundle import BundleSheet
from ui.log.copies.copy_sheet import CopySheet
from ui.log.copies.evidence_tile import EvidenceTile
from ui.log.copies.intake import PictureIntake
from ui.log.copies.keep_sheet import Decided
from ui.log.words import as_image
from ui.page import clear

AT_FIRST = 3
TILE_SIDE = 640


class EvidenceCard(PictureIntake):
    """Paste, drop or choose; then each copy with what is known about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self._work,
            Changes(items=True),
            _("Choose a file to keep a copy of"),
            _("Pictures, pages, emails (*.png *.jpg *.jpeg *.webp *.gif *.pdf *.eml *.html *.htm *.mhtml *.txt)"),
        )
        self._item_id, self._address = "", ""
        self._kept: tuple[Evidence, ...] = ()
        self._most = AT_FIRST
        self.tiles: dict[str, EvidenceTile] = {}
        self.sheet: CopySheet | None = None
        self.considering = Considering(desk, self)
        self.bundle: BundleSheet | None = None
        self._list = QVBoxLayout()
        space(self._list, 16)
        self.all = Btn("", "quiet")
        self.all.set_flush()
        self.all.clicked.connect(self._show_all)
        self.add(self._list)
        self.add(hbox(self.all, None))
        self.pack = Btn(_("All copies as one file…"), "quiet", "share")
        self.pack.set_flush()
        self.pack.clicked.connect(self._show_bundle)
        self.add(hbox(self.pack, None))
        self.help_now = help_now_button(self)
        self.help_now.set_flush()
        self.add(hbox(self.help_now, None))

    def show_evidence(self, item_id: str, address: str, kept: Sequence[Evidence]) -> None:
        self.offer(
            _("Press Ctrl+V to paste a picture, or drop a file here. You are asked what it shows before it is kept.")
        )
        if item_id != self._item_id:
            self._most = AT_FIRST
        elif tuple(kept) == self._kept:
            return
        self._item_id, self._address, self._kept = item_id, address, tuple(kept)
        self._put()

    def _work(self, one: Incoming, decided: Decided) -> Callable[[Task], Done[Evidence]]:
        vault, item_id, address = self._vault, self._item_id, self._address

        def work(_task: Task) -> Done[Evidence]:
            data, edit = one.read(), decided.edit
            if edit is None:
                return log.keep_copy(
                    vault, item_id, data, one.name, shows=decided.shows, thought=decided.thought, address=address
                )
            return log.add_changed(
                vault, item_id, data, edit, original_too=decided.original_too, address=address, name=one.name,
                shows=decided.shows, thought=decided.thought,
            )  # fmt: skip

        return work

    # -- showing -------------------------------------------------------------------------------------

    def _put(self) -> None:
        now = QApplication.focusWidget()
        held = next((at for at, tile in enumerate(self.tiles.values()) if tile.isAncestorOf(now)), -1)
        clear(self._list)
        self.tiles = {}
        for one in self._kept[: self._most]:
            tile = EvidenceTile(one)
            tile.remove_asked.connect(self._remove)
            tile.look_asked.connect(lambda one=one, tile=tile: self._look_at(one, tile.title))
            self.tiles[one.id] = tile
            tile.show_asked.connect(lambda one=one: self._uncover(one.id))
            self._list.addWidget(tile)
        left = len(self._kept) - self._most
        self.all.setText(ngettext("Show {n} more", "Show {n} more", max(1, left)).format(n=max(1, left)))
        self.all.setVisible(left > 0)
        self.pack.setVisible(bool(self._kept))
        if held >= 0:
            self._hold(held)

    def _hold(self, at: int) -> None:
        """The focus was in a copy: it goes on to the one that stands there now, or to the first button."""
        tiles = list(self.tiles.values())
        (tiles[min(at, len(tiles) - 1)].look if tiles else self.paste_button).setFocus()

    def _show_all(self) -> None:
        self._most = len(self._kept)
        self._put()

    def _uncover(self, evidence_id: str) -> None:
        self._desk.read(lambda _task: self._picture(evidence_id), self._show_picture)

    def _picture(self, evidence_id: str) -> tuple[str, QImage]:
        """On the lane's thread: our own pixels, made anew each time; the foreign file is read by another process."""
        return evidence_id, as_image(log.picture(self._vault, evidence_id, most=TILE_SIDE))

    def _show_picture(self, found: tuple[str, QImage]) -> None:
        tile = self.tiles.get(found[0])
        if tile is not None and self.isVisible():
            tile.uncover(found[1])

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page finds everything covered on coming back."""
        for tile in self.tiles.values():
            tile.cover()
        super().hideEvent(event)

    def _show_bundle(self) -> None:
        self.bundle = BundleSheet(self.window(), self._desk, self._item_id)
        self.bundle.open()

    def _look_at(self, one: Evidence, title: str) -> None:
        self.sheet = CopySheet(self.window(), self._desk, one, title)
        self.sheet.open()

    def _remove(self, evidence_id: str) -> None:
        self.considering.run(
            lambda known: log.remove_evidence(self._vault, evidence_id, considered=known),
            changes=Changes(items=True),
            said=lambda _value: _("The copy is removed"),
        )
