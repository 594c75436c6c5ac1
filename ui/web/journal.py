"""The Privacy journal: what has ever left this computer, word for word, and the files made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from footprint import web
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.web import Entry, Kind, Purpose
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit import files
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.dialogs import Question
from ui.kit.fields import Select
from ui.kit.layout import Columns, hbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.text import Heading, PlainLabel
from ui.page import Page, clear
from ui.web.words import sent_in_words

_MOST = 5000


@dataclass(frozen=True)
class _Seen:
    sent_today: int
    entries: tuple[Entry, ...]
    today: date


class JournalPage(Page):
    watches: ClassVar[Changes] = Changes(ledger=True)
    help_topic: ClassVar[str] = "journal"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Privacy journal"))
        self._entries: dict[str, Entry] = {}
        self._month = ""
        self._today = date.min
        self._build_parts()

    def _build_parts(self) -> None:
        self._large = Heading("", "h2")
        self._months = Select(_("Month"), [("", _("All months"))])
        self._months.chosen.connect(self._choose_month)
        self._save = Btn(_("Save a copy"))
        self._save.clicked.connect(self._export)
        self._clear = Btn(_("Clear old entries"), "quiet")
        self._clear.clicked.connect(self._ask_to_clear)
        self._rows = PagedRows(self._fetch, 0)
        self._list = ListPane(self._rows, _("Everything that left this computer"))
        self._list.chosen.connect(self._show_entry)
        self._detail = Card()
        self._empty = EmptyState(
            "lock",
            _("Nothing has left this computer"),
            _("When you press a button that sends something, what was sent stands here, word for word."),
        )
        self.body.addWidget(self._large)
        self.body.addWidget(self._empty)
        self._bar = hbox(self._months, None, self._save, self._clear)
        self.body.addLayout(self._bar)
        self._parts = Columns([self._list, self._detail], [5, 6])
        self.body.addWidget(self._parts, 1)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> _Seen:
        today = local_day(self.vault.now())
        return _Seen(web.sent_today(self.vault, today), web.entries(self.vault, limit=_MOST), today)

    def _show(self, seen: _Seen) -> None:
        self._today = seen.today
        self._entries = {one.id: one for one in seen.entries}
        self._large.setText(sent_in_words(seen.sent_today))
        some = bool(seen.entries)
        self._empty.setVisible(not some)
        for part in (self._parts, self._months, self._save, self._clear):
            part.setVisible(some)
        months = dict.fromkeys(local_day(one.at).strftime("%Y-%m") for one in seen.entries)
        self._months.set_options([("", _("All months")), *((month, _month_in_words(month)) for month in months)])
        self._months.set_value(self._month if self._month in months else "")
        self._choose_month(self._months.value)

    def _choose_month(self, month: str) -> None:
        self._month = month
        shown = self._shown()
        self._rows.reload(len(shown))
        if shown:
            self._list.select_key(shown[0].id)
            self._show_entry(shown[0].id)

    def _shown(self) -> list[Entry]:
        return [one for one in self._entries.values() if local_day(one.at).strftime("%Y-%m").startswith(self._month)]

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        return [_row(one) for one in self._shown()[offset : offset + limit]]

    def _show_entry(self, entry_id: str) -> None:
        one = self._entries.get(entry_id)
        clear(self._detail.body)
        if one is None:
            return
        self._detail.add(Heading(what_in_words(one), "h2"))
        for label, words in _facts(one):
            if words:
                self._detail.add(PlainLabel(label, "small", "text2"))
                self._detail.add(PlainLabel(words))
        self._detail.body.addStretch(1)

    # -- saving and clearing -----------------------------------------------------------------------

    def _export(self) -> None:
        name = f"privacy-journal-{self._today.isoformat()}.csv"
        files.ask_save(self, _("Save a copy of the journal"), name, [_("Table (*.csv)")], self._write)

    def _write(self, path: Path) -> None:
        def write(_task: Task) -> Path:
            path.write_text(web.journal_csv(self.vault), encoding="utf-8", newline="")
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
                lambda _task: web.clear_before(self.vault, day),
                changes=Changes(ledger=True),
                said=lambda entry: entry.note,
            )
        )


def _purposes() -> dict[Purpose, str]:
    return {
        Purpose.SEARCH: _("Search for your name"),
        Purpose.PROBE: _("Look for a handle"),
        Purpose.PAGE: _("Open a page you found"),
        Purpose.RECHECK: _("Look whether something is gone"),
        Purpose.BREACH: _("Check a password"),
        Purpose.UPDATE: _("Look for a new version"),
    }


def what_in_words(one: Entry) -> str:
    if one.kind is Kind.SENT and one.purpose is not None:
        return _purposes()[one.purpose]
    return one.note


def _row(one: Entry) -> RowLook:
    when = one.at.astimezone().strftime("%H:%M")
    meta = _("{day}, {time}").format(day=day_in_words(local_day(one.at)), time=when)
    pill, tone = _ended(one)
    icon = {Kind.SENT: "external", Kind.MADE: "share", Kind.CLEARED: "remove"}[one.kind]
    title = f"{what_in_words(one)}: {one.host}" if one.host else what_in_words(one)
    return RowLook(title=title, meta=meta, pill=pill, tone=tone, icon=icon, key=one.id)


def _ended(one: Entry) -> tuple[str, str]:
    if one.kind is not Kind.SENT:
        return "", "neutral"
    if one.outcome == "answered":
        return _("Answered"), "done"
    if not one.outcome:
        return _("No answer noted"), "neutral"
    return (_("Not answered"), "warn") if one.connected else (_("Did not leave"), "neutral")


def _facts(one: Entry) -> tuple[tuple[str, str], ...]:
    back = ngettext("{n} byte", "{n} bytes", one.bytes or 0).format(n=one.bytes or 0)
    status = _("{size}, status {status}").format(size=back, status=one.status) if one.status else ""
    return (
        (_("When"), one.at.astimezone().strftime("%d %B %Y, %H:%M:%S")),
        (_("Where it went"), one.host),
        (_("What was sent"), f"{one.method} {one.url}".strip()),
        (_("With these lines"), "\n".join(one.headers)),
        (_("Your details in it"), ", ".join(one.details)),
        (_("What came back"), status),
        (_("How it ended"), "" if one.kind is not Kind.SENT else _ended(one)[0]),
    )


def _month_in_words(month: str) -> str:
    from babel.dates import format_date

    from footprint.i18n import locale_name

    return str(format_date(date.fromisoformat(f"{month}-01"), "LLLL y", locale=locale_name()))
