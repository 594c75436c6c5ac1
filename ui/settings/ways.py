"""What opens the notes: every way in with the day it was made, and taking out what is not needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from footprint import vault as vaults
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Way, WayIn
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.dialogs import Question
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.settings.section import OpeningCard

_LABELS = {
    Way.PASSPHRASE: lambda: _("Passphrase"),
    Way.CODE: lambda: _("Recovery sheet"),
    Way.KEYRING: lambda: _("This computer"),
}


class WaysCard(OpeningCard):
    """A line for each; only a second sheet and this computer can be taken out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("What opens your notes"))
        self._desk = desk
        self._vault = desk.bench.vault
        self.question: Question | None = None
        self.removes: dict[str, Btn] = {}
        self._shown: tuple[WayIn, ...] = ()

    def reload(self) -> None:
        self._desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[WayIn, ...]:
        return vaults.list_ways(self._vault)

    def _show(self, found: tuple[WayIn, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        self.clear_card()
        self.removes = {}
        for one in found:
            self.add(self._line(one))
        if sum(one.way is Way.CODE for one in found) > 1:
            self.add(PlainLabel(_("The day stands on each sheet too."), "small", "text2"))

    def _line(self, one: WayIn) -> QWidget | QHBoxLayout:
        label, since = _LABELS[one.way](), _("since {day}").format(day=day_in_words(one.day))
        words = PlainLabel(_("{way}, {since}").format(way=label, since=since))
        if one.needed:
            return words
        remove = Btn(_("Remove"), "quiet")
        remove.setAccessibleName(_("Remove: {way}, {since}").format(way=label, since=since))
        remove.clicked.connect(lambda: self._ask(one))
        self.removes[one.id] = remove
        line = hbox(words, remove, spacing=12)
        line.setStretch(0, 1)
        line.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _ask(self, one: WayIn) -> None:
        if one.way is Way.KEYRING:
            self._remove(one)
            return
        self.question = Question(
            self.window(),
            _("Remove this recovery sheet?"),
            _("The sheet of {day} opens your notes no more. Backups made before still open with it.").format(
                day=day_in_words(one.day)
            ),
            _("Remove it"),
            _("Keep it"),
            danger=True,
        )
        self.question.accepted.connect(lambda: self._remove(one))
        self.question.open()

    def _remove(self, one: WayIn) -> None:
        self._desk.run(
            Operation(
                lambda _task: vaults.remove_way(self._vault, one.id),
                changes=Changes(settings=True),
                said=lambda _nothing: _("Removed. It opens your notes no more."),
            )
        )
