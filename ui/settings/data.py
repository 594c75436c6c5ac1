"""Your data: where it is and how big, a backup, bringing one back, and deleting everything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footprint import vault as vaults
from footprint import web
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Backup
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit import clipboard, files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.dialogs import Question
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.saving import warn_of_copies
from ui.settings.closed import ClosedThings
from ui.settings.copies import AutomaticCard, BesideCard
from ui.settings.delete import DeleteEverything
from ui.settings.section import Section, titled
from ui.settings.sizes import size_in_words


@dataclass(frozen=True)
class _Facts:
    """What there is on disk, in bytes, and the last backup."""

    bytes: int
    last: Backup | None


class DataSection(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.folder = self.bench.folder
        self.question: Question | None = None
        self.body.addWidget(self._where())
        self.body.addWidget(self._backup())
        self.automatic: AutomaticCard | None = None
        self.beside: BesideCard | None = None
        if self.vault.kept:
            self._add_copies()
        self.body.addWidget(self._restore())
        self.closed = ClosedThings(desk)
        self.body.addWidget(self.closed)
        self.body.addWidget(self._delete())
        self.body.addStretch(1)

    def _add_copies(self) -> None:
        self.automatic = AutomaticCard(self.desk)
        self.automatic.turned.connect(self._turn_automatic)
        self.beside = BesideCard(self.desk)
        self.beside.look_asked.connect(self.desk.look_asked)
        self.beside.put_back_asked.connect(self.desk.put_back_asked)
        for card in (self.automatic, self.beside):
            self.body.addWidget(card)

    def _turn_automatic(self, on: bool) -> None:
        self.change(automatic_copies=on)
        self.reload()

    def reload(self) -> None:
        for card in (self.automatic, self.beside):
            if card is not None:
                card.reload()
        self.closed.reload()
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> _Facts:
        return _Facts(_size(self.folder), vaults.last_backup(self.vault) if self.vault.kept else None)

    def _show(self, found: _Facts) -> None:
        if self.vault.kept:
            self.size.setText(_("It takes up {size}.").format(size=size_in_words(found.bytes)))
            day = day_in_words(found.last.day) if found.last else ""
            self.last.setText(_("Last backup: {day}").format(day=day) if day else _("You have no backup yet."))

    # -- parts -------------------------------------------------------------------------------------

    def _where(self) -> Card:
        card = titled(_("Where your notes are"))
        self.size = PlainLabel("", colour="text2")
        if not self.vault.kept:
            card.add(PlainLabel(_("Only in memory for now. They go when you close the app.")))
            self.keep = Btn(_("Keep this"), "primary", "lock")
            self.keep.clicked.connect(self.desk.keep_asked)
            self.primary = self.keep
            card.add(self.keep)
            return card
        service = vaults.synced_by(self.folder)
        only_here = _("On this computer only, locked with your passphrase:")
        card.add(PlainLabel(_("Locked with your passphrase, in this folder:") if service else only_here))
        self.place = PlainLabel(str(self.folder), "label")
        card.add(self.place)
        card.add(self.size)
        self.copy = Btn(_("Copy where it is"), "quiet", icon="copy")
        self.copy.clicked.connect(self._copy)
        card.add(self.copy)
        self.move = Btn(_("Move to another folder…"), "quiet")
        self.move.clicked.connect(self._ask_move)
        if service:
            words = _(
                "{service} copies this folder to other computers. Two computers can then undo each other’s changes, "
                "and a copy there cannot be called back."
            )
            banner = Banner("warn", _("This folder is copied elsewhere"), words.format(service=service), quiet=True)
            banner.column.addSpacing(6)
            self.move.setText(_("Move to a safe place…"))
            self.move.set_kind("secondary")
            banner.column.addWidget(ButtonRow(self.move))
            card.add(banner)
        else:
            card.add(self.move)
        return card

    def _ask_move(self) -> None:
        self.dialog = files.ask_folder(self, _("Choose a folder for your notes"), self.move_to)

    def move_to(self, target: Path) -> None:
        """Where the notes are to be from now on. One that is copied elsewhere is no safe place."""
        service = vaults.synced_by(target)
        if service:
            words = _("{service} copies that folder to other computers. Choose one that stays on this computer.")
            self.desk.trouble.emit(words.format(service=service))
            return
        self.question = Question(
            self.window(),
            _("Move your notes?"),
            _("They are copied to {folder}, compared, and then deleted here. Afterwards you unlock them there.").format(
                folder=target
            ),
            _("Move them"),
            _("Leave them here"),
        )
        self.question.accepted.connect(lambda: self.desk.move_asked.emit(target))
        self.question.open()

    def _copy(self) -> None:
        clipboard.copy_text(str(self.folder))
        self.desk.say(_("Copied"))

    def _backup(self) -> Card:
        card = titled(_("Back up"))
        card.add(PlainLabel(_("One file with everything in it. It opens with your passphrase or your recovery sheet.")))
        self.last = PlainLabel("", "small", "text2")
        self.last.setVisible(self.vault.kept)
        card.add(self.last)
        self.back_up = Btn(_("Back up to a file…"), icon="share")
        self.back_up.clicked.connect(self._ask_where)
        self.working = Working(_("Making your backup"))
        card.add(self.working)
        card.add(self.back_up)
        return card

    def _restore(self) -> Card:
        card = titled(_("Restore"))
        card.add(PlainLabel(_("Bring back a backup. The notes you have now are set aside, not deleted.")))
        self.restore = Btn(_("Restore from a file…"), icon="undo")
        self.restore.clicked.connect(self.desk.restore_asked)
        card.add(self.restore)
        return card

    def _delete(self) -> Card:
        card = titled(_("Delete everything"))
        card.add(
            PlainLabel(_("Takes away all your notes, answers and settings on this computer. Backups elsewhere stay."))
        )
        self.delete = Btn(_("Delete everything…"), "danger")
        self.delete.clicked.connect(self._ask_delete)
        card.add(self.delete)
        return card

    # -- backing up --------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        if not self.vault.kept:
            self.desk.trouble.emit(_("There is nothing to back up yet. Choose “Keep this” first."))
            return
        name = vaults.backup_name(local_day(self.vault.now()))
        self.dialog = files.ask_save(self, _("Back up to a file"), name, [_("Backups (*.footprint)")], self.chosen)

    def chosen(self, path: Path) -> None:
        """Where to: a folder that is copied elsewhere is said first."""
        locked = _("The backup is locked, but others could keep a copy of it.")
        self.question = warn_of_copies(self, path, lambda: self._make(path), beside=locked)

    def _make(self, path: Path) -> None:
        self.back_up.setEnabled(False)
        job = self.desk.run(
            Operation(
                lambda _task: self._put(path),
                changes=Changes(ledger=True),
                said=lambda made: _("Backed up: {size}").format(size=size_in_words(made.bytes or 0)),
            ),
            then=self._made,
        )
        job.ended.connect(self._over)
        self.working.follow(job)
        self.working.cancel_button.hide()

    def _put(self, path: Path) -> Backup:
        """On the lane's thread; the journal tells what was made."""
        made = vaults.backup(self.vault, path)
        web.note_made(self.vault, _("A backup of your notes"), (path.name,))
        return made

    def _made(self, _made: Backup) -> None:
        self.reload()

    def _over(self) -> None:
        self.back_up.setEnabled(True)

    # -- deleting ----------------------------------------------------------------------------------

    def _ask_delete(self) -> None:
        self.sheet = DeleteEverything(self.window())
        self.sheet.accepted.connect(self.desk.wipe_asked)
        self.sheet.open()


def _size(folder: Path) -> int:
    """Bytes of all files in the folder; one that goes while we look counts nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total
