"""The place “Reminders”: what is due and what comes up, by its day, and the ways to be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QWidget

from footprint import reminders
from footprint.dates import day_in_words, local_day, number, when_in_words
from footprint.i18n import _, ngettext
from footprint.reminders import BadReminder, Every, Kind, Own, Rhythm, Thing
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.cards import EmptyState
from ui.kit.layout import Columns, Fold, hbox, vbox
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import Page
from ui.reminders.form import OwnForm
from ui.reminders.row import row_of
from ui.reminders.sheet import ReminderSheet
from ui.reminders.ways import WaysCard
from ui.reminders.words import counts_in_words, heading_of

_MOST_DUE = 8
_MOST_NEXT = 8
_MOST_FOLDED = 24
_CHANGES = Changes(reminders=True, answers=True)


@dataclass(frozen=True)
class Shown:
    now: Rhythm
    own: tuple[Own, ...]


class RemindersPage(Page):
    watches: ClassVar[Changes] = Changes(
        accounts=True, answers=True, findings=True, items=True, settings=True, steps=True, reminders=True
    )
    help_topic: ClassVar[str] = "reminders"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Reminders"))
        add = Btn(_("Add a reminder"), "primary", "plus")
        add.clicked.connect(self.add)
        self.add_action(add)
        self.primary = add
        self.shown: Shown | None = None
        self._wanted = ""
        self.list = vbox(spacing=16)
        self.ways = WaysCard(desk)
        left = QWidget()
        left.setLayout(self.list)
        right = QWidget()
        right.setLayout(vbox(self.ways, None))
        self.body.addWidget(Columns([left, right], [6, 5]))
        self.body.addStretch(1)

    # -- reading and showing -----------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        self._wanted = str(details.get("key", "") or "")
        if self.shown is not None:
            self._open_wanted()

    def reload(self) -> None:
        self.desk.read(self._read, self._show)
        self.ways.reload()

    def _read(self, _task: Task) -> Shown:
        months = self.bench.settings.now.months_between_checks
        today = local_day(self.vault.now())
        return Shown(reminders.rhythm(self.vault, self.bench.checklists, today, months), reminders.own(self.vault))

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        now, today = shown.now, shown.now.today
        held = self._held()
        self.say_line(_line(now))
        from ui.page import clear

        clear(self.list)
        due = now.due
        coming = [one for one in now.things if one.due is not None and one.due > today]
        rest = [one for one in now.things if one.due is None and (one.kind is not Kind.OWN or one.put_off)]
        if not due and not coming:
            words = _(
                "What you check, search or ask for comes up here again when it is time. You can add your own too."
            )
            self.list.addWidget(EmptyState("bell", _("Nothing comes up yet"), words))
        if due:
            self.list.addWidget(self._due_card(now, due))
        elif coming:
            self.list.addWidget(self._done_card(now))
        if coming:
            self.list.addWidget(self._coming_card(coming, today))
        if rest:
            self.list.addWidget(self._rest_card(rest, today))
        self.list.addStretch(1)
        self._hold(held)
        self._open_wanted()

    def _due_card(self, now: Rhythm, due: Sequence[Thing]) -> RowsCard:
        card = RowsCard(_("Due now"))
        self._add_rows(card, due[:_MOST_DUE], now.today)
        self._fold(card, due[_MOST_DUE:_MOST_FOLDED], now.today, now.due_count)
        if now.due_count > min(len(due), _MOST_FOLDED):
            more = Btn(_("The rest is under To remove"), "quiet")
            more.clicked.connect(lambda: self.desk.go("remove"))
            card.add_quiet(more)
        return card

    def _done_card(self, now: Rhythm) -> RowsCard:
        card = RowsCard(_("Everything is done"))
        day = now.next_day
        words = _("Nothing is due until {day}.").format(day=day_in_words(day)) if day else _("Nothing is due.")
        card.add_beside(PlainLabel(words))
        return card

    def _coming_card(self, coming: Sequence[Thing], today: date) -> RowsCard:
        card = RowsCard(_("Coming up"))
        self._add_days(card.body, coming[:_MOST_NEXT], today)
        if len(coming) > _MOST_NEXT:
            fold = Fold(_("See all {n}").format(n=number(len(coming))))
            space(fold.body, 4)
            self._add_days(fold.body, coming[_MOST_NEXT : _MOST_NEXT + _MOST_FOLDED], today)
            card.body.addLayout(hbox(fold, margins=(12, 0, 12, 0)))
        return card

    def _rest_card(self, rest: Sequence[Thing], today: date) -> RowsCard:
        card = RowsCard(_("No day yet"))
        card.add_beside(PlainLabel(_("Each of these gets its day when you have done it once."), "small", "text2"))
        self._add_rows(card, rest[:_MOST_NEXT], today)
        self._fold(card, rest[_MOST_NEXT:_MOST_FOLDED], today, len(rest))
        return card

    def _add_rows(self, card: RowsCard, found: Sequence[Thing], today: date) -> None:
        for at, one in enumerate(found):
            card.body.addWidget(self._row(one, today, last=at + 1 == len(found)))

    def _fold(self, card: RowsCard, found: Sequence[Thing], today: date, count: int) -> None:
        if not found:
            return
        fold = Fold(_("See all {n}").format(n=number(count)))
        space(fold.body, 0)
        for one in found:
            fold.body.addWidget(self._row(one, today, last=False))
        card.body.addLayout(hbox(fold, margins=(12, 0, 12, 0)))

    def _add_days(self, column: object, found: Sequence[Thing], today: date) -> None:
        for day, those in groupby(found, key=lambda one: one.due or today):
            of_day = list(those)
            heading = Heading(heading_of(day, today), "h3")
            column.addLayout(hbox(heading, margins=(12, 8, 12, 0)))  # type: ignore[attr-defined]
            for at, one in enumerate(of_day):
                column.addWidget(self._row(one, today, last=at + 1 == len(of_day)))  # type: ignore[attr-defined]

    def _row(self, one: Thing, today: date, *, last: bool) -> RowButton:
        row = row_of(one, today, last=last)
        row.setObjectName(one.key)
        row.clicked.connect(lambda: self.open(one.key))
        return row

    def _held(self) -> str:
        now = QApplication.focusWidget()
        return now.objectName() if now is not None and self.isAncestorOf(now) else ""

    def _hold(self, key: str) -> None:
        """The focus goes back to the same reminder, or where that is gone to the heading."""
        if not key:
            return
        row = self.findChild(RowButton, key)
        if row is not None:
            row.setFocus()
        else:
            self.arrive()

    # -- doing -------------------------------------------------------------------------------------

    def _open_wanted(self) -> None:
        key, self._wanted = self._wanted, ""
        if key:
            self.open(key)

    def open(self, key: str) -> None:
        """Show one reminder and what can be done with it."""
        one = self.shown.now.get(key) if self.shown is not None else None
        if one is not None and self.shown is not None:
            ReminderSheet(
                self.window(), one, self.shown.now.today, lambda what, value: self._do(one, what, value)
            ).open()

    def add(self) -> None:
        today = local_day(self.vault.now())
        OwnForm(self.window(), today, self._add).open()

    def _add(self, what: str, first: date, every: Every | None) -> None:
        today = local_day(self.vault.now())
        self._run(lambda: reminders.add(self.vault, what, first, every, today=today), _("Reminder added"))

    def _do(self, one: Thing, what: str, value: object) -> None:
        today = local_day(self.vault.now())
        if what == "open":
            self.desk.go(one.place, **one.details)
        elif what == "change":
            self._change(one, today)
        elif what == "later" and isinstance(value, date):
            said = _("It comes up {when}").format(when=when_in_words(value, today))
            self._run(lambda: reminders.snooze(self.vault, one.key, value, today, one.planned), said)
        elif what == "skip":
            self._run(lambda: self._skip(one.key), _("Left out this time"))
        elif what == "back":
            self._run(lambda: reminders.bring_back(self.vault, one.key), _("It comes up on its own day again"))
        elif what == "done":
            self._run(lambda: reminders.tick(self.vault, one, today), _("Done"))
        elif what == "remove":
            own_id = one.key.partition(":")[2]
            self._run(lambda: reminders.remove(self.vault, own_id), _("Reminder removed"))
        elif what == "often":
            self._set_every(one, str(value))

    def _skip(self, key: str) -> object:
        now = self._read(Task()).now
        return reminders.skip(self.vault, now, key)

    def _change(self, one: Thing, today: date) -> None:
        old = next((own for own in (self.shown.own if self.shown else ()) if own.key == one.key), None)
        if old is None:
            return

        def put(what: str, first: date, every: Every | None) -> None:
            self._run(
                lambda: reminders.change(self.vault, old.id, what, first, every, today=today), _("Reminder changed")
            )

        OwnForm(self.window(), today, put, old).open()

    def _set_every(self, one: Thing, value: str) -> None:
        try:
            every = None if value == "usual" else reminders.read_every(value)
        except BadReminder as problem:
            self.desk.show_problem(problem)
            return
        library = self.bench.checklists
        words = every.words if every else _("as usual")
        self._run(
            lambda: reminders.set_every(self.vault, library, one.key, every),
            _("From now on: {every}").format(every=words),
        )

    def _run(self, work: object, said: str) -> None:
        self.desk.run(Operation(lambda _task: work(), changes=_CHANGES, said=lambda _value: said))  # type: ignore[operator]


def _line(now: Rhythm) -> str:
    """What is due and what comes next, in one line."""
    if now.due_count:
        return counts_in_words(now.due_count)
    if now.next_day is None:
        return _("You are told here when something is due again.")
    count = now.days.get(now.next_day, 0)
    words = ngettext("Next: {n} thing {when}.", "Next: {n} things {when}.", count)
    return words.format(n=count, when=when_in_words(now.next_day, now.today))
