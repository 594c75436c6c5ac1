"""Copies of the notes: those the app makes by itself, those set aside, and what another computer left beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import home
from footprint import vault as vaults
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Aside, Automatic, BackupFile
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.choices import Tick
from ui.kit.dialogs import Question
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.settings.section import OpeningCard
from ui.settings.sizes import size_in_words


class AutomaticCard(OpeningCard):
    """A tick for them, how the last one went, and one at once."""

    turned = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Copies the app makes"))
        self._desk = desk
        self._vault = desk.bench.vault
        self.tick = Tick(
            _("Make a copy by itself each day"), _("Kept beside your notes, locked like them: 7 days and 4 weeks.")
        )
        self.tick.clicked.connect(self.turned)
        self.last = PlainLabel("", "small", "text2")
        self.working = Working(_("Making a copy"))
        self.now = Btn(_("Make a copy now"), icon="copy")
        self.now.clicked.connect(self._make)
        for part in (
            self.tick,
            self.last,
            PlainLabel(_("They help when notes are damaged. A lost computer takes them along."), "small", "text2"),
            self.working,
            self.now,
        ):
            self.add(part)
        self.working.hide()

    def reload(self) -> None:
        self.tick.setChecked(self._desk.bench.settings.now.automatic_copies)
        self._desk.read(lambda _task: vaults.automatic_copies(self._vault), self._show)

    def _show(self, stands: Automatic) -> None:
        words = home.automatic_words(stands, self.tick.isChecked())
        size = _("They take up {size}.").format(size=size_in_words(stands.bytes)) if stands.copies else ""
        self.last.setText(f"{words} {size}".strip())

    def _make(self) -> None:
        self.now.setEnabled(False)
        job = self._desk.run(
            Operation(lambda task: vaults.copy_now(self._vault, lambda: task.stopped), lane="copies", said=_said_made)
        )
        job.ended.connect(self._over)
        self.working.follow(job)
        self.working.cancel_button.hide()

    def _over(self) -> None:
        self.now.setEnabled(True)
        self.reload()


def _said_made(_made: BackupFile) -> str:
    return _("A copy was made and read through.")


@dataclass(frozen=True)
class _Beside:
    asides: tuple[Aside, ...]
    seconds: tuple[Path, ...]


class BesideCard(OpeningCard):
    """Notes that were set aside and second versions: look inside, put back, delete. Hidden where there are none."""

    look_asked = Signal(object)  # a Path
    put_back_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Other notes kept beside these"))
        self._desk = desk
        self._folder = desk.bench.folder
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        space(self._rows, 14)
        self.add(rows)
        self.question: Question | None = None
        self.hide()

    def reload(self) -> None:
        self._desk.read(self._read, self._show)

    def _read(self, _task: Task) -> _Beside:
        return _Beside(vaults.set_asides(self._folder), vaults.second_versions(self._folder))

    def _show(self, found: _Beside) -> None:
        clear(self._rows)
        for path in found.seconds:
            self._add_second(path)
        for aside in found.asides:
            self._add_aside(aside)
        self.setVisible(bool(found.seconds or found.asides))

    def _add_second(self, path: Path) -> None:
        words = _("“{name}” was left here by a service that copies files between computers. It may hold other changes.")
        self._add(
            _("A second version of your notes"),
            words.format(name=path.name),
            self._button(_("Look inside…"), lambda: self.look_asked.emit(path), path.name),
        )

    def _add_aside(self, aside: Aside) -> None:
        day = day_in_words(local_day(aside.at)) if aside.at else aside.name
        self._add(
            _("Set aside on {day}").format(day=day),
            _("Locked with the passphrase of then. {size}.").format(size=size_in_words(aside.bytes)),
            self._button(_("Look inside…"), lambda: self.look_asked.emit(aside.path), day),
            self._button(_("Put back…"), lambda: self._ask_put_back(aside, day), day),
            self._button(_("Delete…"), lambda: self._ask_delete(aside, day), day, "danger"),
        )

    def _add(self, title: str, words: str, *buttons: Btn) -> None:
        self._rows.addWidget(PlainLabel(title, "label"))
        self._rows.addWidget(PlainLabel(words, "small", "text2"))
        self._rows.addWidget(ButtonRow(*buttons))

    def _button(self, words: str, do: object, about: str, kind: str = "secondary") -> Btn:
        made = Btn(words, kind)
        made.setAccessibleName(f"{words} {about}")
        made.clicked.connect(do)
        return made

    def _ask_put_back(self, aside: Aside, day: str) -> None:
        self._ask(
            _("Put back the notes of {day}?").format(day=day),
            _("The notes you have now are set aside in their turn. You unlock the others with their own passphrase."),
            _("Put back"),
            lambda: self.put_back_asked.emit(aside.name),
        )

    def _ask_delete(self, aside: Aside, day: str) -> None:
        self._ask(
            _("Delete the notes set aside on {day}?").format(day=day),
            _("They go for good. The notes you have now stay."),
            _("Delete"),
            lambda: self._delete(aside),
            danger=True,
        )

    def _ask(self, title: str, words: str, do: str, then: object, *, danger: bool = False) -> None:
        self.question = Question(self.window(), title, words, do, _("Leave it there"), danger=danger)
        self.question.accepted.connect(then)
        self.question.open()

    def _delete(self, aside: Aside) -> None:
        self._desk.run(
            Operation(lambda _task: vaults.delete_aside(self._folder, aside.name), said=lambda _none: _("Deleted")),
            then=self._deleted,
        )

    def _deleted(self, _none: object) -> None:
        self.reload()
