"""What was kept of it: covered until it is asked for, encrypted, each with its time and its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout

from footprint import log
from footprint.i18n import _, ngettext
from footprint.log import Evidence
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.help_now.button import help_now_button
from ui.incoming import Incoming, has_something, of_file, of_mime
from ui.jobs import Operation
from ui.kit import files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import hbox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.asking import Asking
from ui.log.bundle import BundleSheet
from ui.log.copy_sheet import CopySheet
from ui.log.evidence_tile import EvidenceTile
from ui.log.keep_sheet import Decided
from ui.log.words import as_image
from ui.page import clear

AT_FIRST = 3
TILE_SIDE = 640


class EvidenceCard(Card):
    """Paste, drop or choose; then each copy with what is known about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(title=_("Copies you kept"))
        self._desk, self._vault = desk, desk.bench.vault
        self._item_id, self._address = "", ""
        self._kept: tuple[Evidence, ...] = ()
        self._most = AT_FIRST
        self.tiles: dict[str, EvidenceTile] = {}
        self.sheet: CopySheet | None = None
        self.asking = Asking(self, desk)
        self.asking.decided.connect(self._keep)
        self.bundle: BundleSheet | None = None
        self.setAcceptDrops(True)
        self.paste_button = Btn(_("Paste a picture"), icon="camera")
        self.paste_button.clicked.connect(self.paste)
        self.choose = Btn(_("Choose a file"))
        self.choose.clicked.connect(self._ask_file)
        self._list = QVBoxLayout()
        space(self._list, 16)
        self.all = Btn("", "quiet")
        self.all.set_flush()
        self.all.clicked.connect(self._show_all)
        self.help = PlainLabel("", "small", "text2")
        self.buttons = ButtonRow(self.paste_button, self.choose)
        self.working = Working(_("Keeping it…"))
        for part in (self.help, self.buttons, self.working):
            self.add(part)
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
        self._offer()
        if item_id != self._item_id:
            self._most = AT_FIRST
        elif tuple(kept) == self._kept:
            return
        self._item_id, self._address, self._kept = item_id, address, tuple(kept)
        self._put()

    def _offer(self) -> None:
        """Whether copies are offered at all is a choice in Settings: on a shared computer they are not."""
        wanted = self._desk.bench.settings.now.keep_evidence
        self.buttons.setVisible(wanted)
        self.help.setText(
            _("Press Ctrl+V to paste a picture, or drop a file here. You are asked what it shows before it is kept.")
            if wanted
            else _("The app does not offer to keep copies on this computer. You can change that in Settings.")
        )

    # -- taking in -----------------------------------------------------------------------------------

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
        keeping = Operation(
            self._work(one, decided), lane="bulk", changes=Changes(items=True), said=lambda _made: _("The copy is kept")
        )
        self.working.follow(self._desk.run(keeping))

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

    def _ask_file(self) -> None:
        files.ask_open(
            self.window(),
            _("Choose a file to keep a copy of"),
            [_("Pictures, pages, emails (*.png *.jpg *.jpeg *.webp *.gif *.pdf *.eml *.html *.htm *.mhtml *.txt)")],
            lambda path: self.keep([of_file(Path(path))]),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.keep_mime(event.mimeData())
        event.acceptProposedAction()

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
        self._desk.run(
            Operation(
                lambda _task: log.remove_evidence(self._vault, evidence_id),
                changes=Changes(items=True),
                said=lambda _value: _("The copy is removed"),
            )
        )
