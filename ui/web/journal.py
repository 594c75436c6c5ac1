"""The Privacy journal: what has ever left this computer, word for word, and the files made from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from footprint import web
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.web import Press
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.dialogs import Question
from ui.kit.fields import Field, Select
from ui.kit.layout import Columns, vbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.text import PlainLabel
from ui.kit.theme import px, restyles, space
from ui.kit.tokens import HEIGHT
from ui.page import Page
from ui.saving import save_as, writing
from ui.web import words
from ui.web.detail import DetailCard

_MOST = 20_000
_ROWS_IN_SIGHT = 7


@dataclass(frozen=True)
class _Seen:
    """All of it, and by month, the newest first: worked out where it is read, as there may be thousands."""

    sent_today: int
    presses: tuple[Press, ...]
    months: Mapping[str, Sequence[Press]]
    ever: str
    today: date


class JournalPage(Page):
    """A list of what was pressed on one side, one of them in full on the other."""

    watches: ClassVar[Changes] = Changes(ledger=True)
    help_topic: ClassVar[str] = "journal"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Privacy journal"))
        self._presses: dict[str, Press] = {}
        self._shown: Sequence[Press] = ()
        self._seen: _Seen | None = None
        self._month = ""
        self._today = date.min
        self._build_parts()

    def save_copy(self) -> None:
        """Ctrl+S."""
        if self._presses:
            self._export()

    def _build_parts(self) -> None:
        self.large = PlainLabel("", "display")
        self.months = Select(_("Month"), [("", _("All months"))])
        self.months.chosen.connect(self._choose_month)
        self.save = Btn(_("Save a copy"))
        self.save.clicked.connect(self._export)
        self.clear_old = Btn(_("Clear old entries"), "quiet")
        self.clear_old.clicked.connect(self._ask_to_clear)
        self._rows = PagedRows(self._fetch, 0, self)
        self.list = _PressList(self._rows)
        self.list.chosen.connect(self._show_press)
        self.list.moved.connect(self._show_press)
        self.detail = DetailCard()
        self.empty = EmptyState(
            "lock",
            _("Nothing has left this computer since you installed the app"),
            _("When you press a button that sends something, what was sent stands here, word for word."),
        )
        self._tools = Columns([Field(_("Month"), self.months), _at_the_foot(self.save, self.clear_old)], [1, 2], 560)
        holder = Card()
        space(holder.body, 0, (8, 8, 8, 8))
        holder.add(self.list)
        self._parts = Columns([holder, self.detail], [5, 6])
        self.ever = PlainLabel("", colour="text2")
        for part in (self.large, self.ever, self.empty, self._tools, self._parts):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> _Seen:
        today = local_day(self.vault.now())
        presses = web.presses(self.vault, limit=_MOST)
        months: dict[str, list[Press]] = {}
        for one in presses:
            months.setdefault(_month_of(one), []).append(one)
        return _Seen(web.sent_today(self.vault, today), presses, months, words.ever_in_words(presses), today)

    def _show(self, seen: _Seen) -> None:
        self._seen, self._today = seen, seen.today
        self._presses = {one.entries[0].id: one for one in seen.presses}
        self.large.setText(f"{words.sent_in_words(seen.sent_today)}.")
        some = bool(seen.presses)
        self.ever.setText(seen.ever)
        self.empty.setVisible(not some)
        for part in (self._parts, self._tools, self.ever):
            part.setVisible(some)
        self.months.set_options([("", _("All months")), *((one, _month_in_words(one)) for one in seen.months)])
        self.months.set_value(self._month if self._month in seen.months else "")
        self._choose_month(self.months.value)

    def _choose_month(self, month: str) -> None:
        self._month = month
        if self._seen is not None:
            self._shown = self._seen.months.get(month, self._seen.presses)
        at = self.list.current_key()
        self._rows.reload(len(self._shown))
        self.list.fit()
        keys = [one.entries[0].id for one in self._shown]
        if keys:
            key = at if at in keys else keys[0]
            self.list.select_key(key)
            self._show_press(key)

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        return [words.row_of(one) for one in self._shown[offset : offset + limit]]

    def _show_press(self, key: str) -> None:
        if key in self._presses:
            self.detail.show_press(self._presses[key])

    # -- saving and clearing -----------------------------------------------------------------------

    def _export(self) -> None:
        name = f"privacy-journal-{self._today.isoformat()}.csv"
        save_as(self, _("Save a copy of the journal"), name, [_("Table (*.csv)")], self._write)

    def _write(self, path: Path) -> None:
        def write(_task: Task) -> Path:
            text = web.journal_csv(self.vault)
            with writing():
                path.write_text(text, encoding="utf-8", newline="")
                path.chmod(0o600)
            web.note_made(self.vault, _("A copy of this journal was saved"))
            return path

        self.desk.run(Operation(write, "bulk", Changes(ledger=True), lambda _path: _("Copy saved. It is not locked.")))

    def _ask_to_clear(self) -> None:
        first = self._today.replace(day=1)
        question = Question(
            self,
            _("Clear entries from before {day}?").format(day=day_in_words(first)),
            _("They cannot be brought back. The journal keeps a line that says how many you cleared."),
            _("Clear entries"),
            _("Keep entries"),
            danger=True,
        )
        question.accepted.connect(lambda: self._clear_before(first))
        question.open()

    def _clear_before(self, day: date) -> None:
        self.desk.run(
            Operation(
                lambda _task: web.clear_before(self.vault, day).value.note,
                changes=Changes(ledger=True),
                said=lambda note: note,
            )
        )


def _at_the_foot(*buttons: Btn) -> QWidget:
    """Buttons that stand level with the box beside them, not with its label."""
    part = QWidget()
    part.setLayout(vbox(None, ButtonRow(*buttons)))
    return part


class _PressList(ListPane):
    """As tall as its rows, up to a screenful; then it scrolls by itself."""

    def __init__(self, rows: PagedRows) -> None:
        super().__init__(rows, _("Everything that left this computer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fit()

    def fit(self) -> None:
        shown = max(1, min(self.rows.rowCount(), _ROWS_IN_SIGHT))
        self.setFixedHeight(max(px(HEIGHT["row"]), self.height_of_rows(shown)) + 2 * self.frameWidth())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _month_of(press: Press) -> str:
    return local_day(press.entries[0].at).strftime("%Y-%m")


def _month_in_words(month: str) -> str:
    from babel.dates import format_date

    from footprint.i18n import locale_name

    return str(format_date(date.fromisoformat(f"{month}-01"), "LLLL y", locale=locale_name()))
