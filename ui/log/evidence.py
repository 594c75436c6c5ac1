"""What was kept of it: pictures and saved pages, encrypted, each with its time and its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout

from footprint import dates, log
from footprint.i18n import _, ngettext
from footprint.log import Evidence, EvidenceKind
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
from ui.kit.layout import hbox
from ui.kit.picture import PictureBox, read_image
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.copy_sheet import CopySheet
from ui.log.words import moment, size
from ui.page import clear

AT_FIRST = 4


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
            _("Press Ctrl+V to paste a picture, or drop a file here. Copies are encrypted on this computer.")
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
        """Keep things one by one; each can be undone by itself."""
        for one in things:
            keeping = Operation(
                self._keeping(one), lane="bulk", changes=Changes(items=True), said=lambda _made: _("The copy is kept")
            )
            self.working.follow(self._desk.run(keeping))

    def _keeping(self, one: Incoming) -> Callable[[Task], Done[Evidence]]:
        vault, item_id, address = self._vault, self._item_id, self._address

        def work(_task: Task) -> Done[Evidence]:
            data = one.read()
            if one.is_picture:
                return log.add_picture(vault, item_id, data, address=address, name=one.name)
            return log.add_page(vault, item_id, data, one.name, address=address)

        return work

    def _ask_file(self) -> None:
        files.ask_open(
            self.window(),
            _("Choose a picture or a saved page"),
            [_("Pictures and saved pages (*.png *.jpg *.jpeg *.webp *.gif *.html *.htm *.mhtml *.txt)")],
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
            self._list.addWidget(tile)
            if one.kind is EvidenceKind.PICTURE:
                self._desk.read(lambda _task, one=one: self._picture(one.id), self._show_picture)
        left = len(self._kept) - self._most
        self.all.setText(ngettext("Show {n} more", "Show {n} more", max(1, left)).format(n=max(1, left)))
        self.all.setVisible(left > 0)
        if held >= 0:
            self._hold(held)

    def _hold(self, at: int) -> None:
        """The focus was in a copy: it goes on to the one that stands there now, or to the first button."""
        tiles = list(self.tiles.values())
        (tiles[min(at, len(tiles) - 1)].look if tiles else self.paste_button).setFocus()

    def _show_all(self) -> None:
        self._most = len(self._kept)
        self._put()

    def _picture(self, evidence_id: str) -> tuple[str, QImage | None]:
        """On the lane's thread: the small copy of our own making, never the foreign file."""
        return evidence_id, read_image(log.thumbnail(self._vault, evidence_id))

    def _show_picture(self, found: tuple[str, QImage | None]) -> None:
        tile = self.tiles.get(found[0])
        if tile is not None:
            tile.picture.show_image(found[1])

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


class EvidenceTile(Card):
    """One copy: the picture, when it was kept, and the fingerprint that shows it has not been changed."""

    remove_asked = Signal(str)
    look_asked = Signal()

    def __init__(self, one: Evidence) -> None:
        super().__init__("sunken")
        self.title = (
            one.name
            or {
                EvidenceKind.PICTURE: _("Picture"),
                EvidenceKind.PAGE: _("Saved page"),
                EvidenceKind.TEXT: _("Text"),
            }[one.kind]
        )
        self.picture = PictureBox(self.title, most_height=220)
        if one.kind is not EvidenceKind.PICTURE:
            self.picture.hide()
        self.look = Btn(_("See it larger") if one.kind is EvidenceKind.PICTURE else _("Read the words"), "quiet")
        self.look.clicked.connect(self.look_asked)
        self.remove = Btn(_("Remove this copy"), "quiet")
        self.remove.clicked.connect(lambda: self.remove_asked.emit(one.id))
        self.add(self.picture)
        self.add(PlainLabel(self.title, "label"))
        self.add(PlainLabel(_facts(one), "small", "text2"))
        code = _("Fingerprint (SHA-256): {code}").format(code=_in_groups(one.sha256))
        self.code = PlainLabel(code, "small", "text2")
        self.add(self.code)
        if one.says_where:
            self.add(
                PlainLabel(_("This picture says where it was taken. Do not pass it on as it is."), "small", "warn")
            )
        self.add(ButtonRow(self.look, self.remove))


def _facts(one: Evidence) -> str:
    parts = [_("Kept {when}").format(when=moment(one.taken_at)), size(one.bytes)]
    if one.width:
        parts.append(f"{dates.number(one.width)} × {dates.number(one.height)}")
    return ". ".join(parts)


def _in_groups(code: str) -> str:
    """A long code in groups of eight, which a person can compare and a line can break between."""
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))
