"""Pictures of a look, pasted or dropped: kept encrypted with the time, as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.dates import number
from footprint.i18n import _, locale_name
from footprint.search import Picture
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, of_mime
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.layout import hbox
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import space
from ui.log.copies.asking import Asking
from ui.log.copies.keep_sheet import Decided
from ui.page import clear

_SHOWN = 6


class KeptPictures(QWidget):
    """The bytes are kept as they came and are not opened here; what is shown of a picture is when it was kept."""

    refused = Signal(str)

    def __init__(self, desk: Desk, look_id: str) -> None:
        super().__init__()
        self._desk, self._vault, self._look = desk, desk.bench.vault, look_id
        self.lines: tuple[str, ...] = ()
        self.asking = Asking(self, desk, may_change=False)
        self.asking.decided.connect(self._decided)
        paste = Btn(_("Paste a picture of it"), "secondary", "camera")
        paste.clicked.connect(self.paste)
        self._rows = QVBoxLayout()
        space(self._rows, 6)
        column = QVBoxLayout(self)
        space(column, 8)
        column.addWidget(
            PlainLabel(
                _("A picture of your screen shows later what was there. Paste it with Ctrl+V, or drop it here."),
                "small",
                "text2",
            )
        )
        column.addWidget(ButtonRow(paste))
        column.addLayout(self._rows)
        desk.changed.connect(self._on_changed)
        self._reload()

    def paste(self) -> None:
        """Keep the picture on the clipboard."""
        if not self.keep_from(QGuiApplication.clipboard().mimeData()):
            self.refused.emit(_("There is no picture to paste. Take a picture of your screen first."))

    def keep_from(self, data: QMimeData) -> bool:
        """Keep every picture that a paste or a drop carries; False when there is none."""
        found = [one for one in of_mime(data) if one.is_picture]
        for one in found:
            self.keep(one)
        return bool(found)

    def keep(self, picture: Incoming) -> None:
        """Ask what it shows before it is kept."""
        self.asking.ask([picture])

    def _decided(self, picture: Incoming, decided: Decided) -> None:
        """A private picture belongs to the thing it is about: there it stays covered and out of what is made of it."""
        if decided.shows.intimate:
            self.refused.emit(_("A private picture is kept on To remove, with the thing itself. Here it was not kept."))
        else:
            self._keep(picture)

    def _keep(self, picture: Incoming) -> None:
        self._desk.run(
            Operation(
                lambda _task: self._add(picture),
                "bulk",
                Changes(findings=True),
                said=lambda _kept: _("Picture kept, locked with your notes"),
            ),
            failed=self._not_kept,
        )

    def _add(self, picture: Incoming) -> Done[Picture]:
        return search.add_picture(self._vault, self._look, picture.read())

    def _not_kept(self, problem: Exception) -> None:
        if isinstance(problem, search.BadPicture):
            self.refused.emit(str(problem))
        else:
            self._desk.show_problem(problem)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.findings:
            self._reload()

    def _reload(self) -> None:
        self._desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[str, ...]:
        return tuple(_in_words(one) for one in search.pictures(self._vault, self._look))

    def _show(self, lines: Sequence[str]) -> None:
        new = [one for one in lines if one not in self.lines]
        self.lines = tuple(lines)
        clear(self._rows)
        for words in self.lines[-_SHOWN:]:
            row = QWidget()
            line = hbox(IconLabel("check", "ok", 18), PlainLabel(words, "small"), spacing=8)
            line.setStretch(1, 1)
            row.setLayout(line)
            self._rows.addWidget(row)
        if new:
            announce(self, new[-1])


def _in_words(one: Picture) -> str:
    """“Picture kept today at 9:30am, 48 kB”: the first characters of its SHA-256 tell two pictures apart."""
    from babel.dates import format_time

    there = one.taken_at.astimezone()
    clock = format_time(there, "h:mma", tzinfo=there.tzinfo, locale=locale_name()).lower()
    size = number(max(1, round(one.size / 1_000)))
    return _("Picture kept at {time}, {size} kB, fingerprint {code}").format(time=clock, size=size, code=one.sha256[:8])
