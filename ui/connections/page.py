"""The place “Connections”: everybody a copy names, one at a time, and what is left to do on the networks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from footprint import retention
from footprint.archives import connections
from footprint.archives.connections import Choice, Somebody
from footprint.dates import local_day, number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.connections import words
from ui.connections.card import CHOICES, THROUGH_WORK, PersonCard
from ui.connections.work import WorkCard
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, EmptyState
from ui.kit.dialogs import Question
from ui.kit.fields import Select
from ui.kit.layout import Columns
from ui.kit.progress import Progress
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import PlainLabel
from ui.page import Page

_SHOWN = 20  # left to do, before “and n more”
_ALL = ""
_LEFT, _SEEN = "left", "seen"


@dataclass(frozen=True)
class Seen:
    """Everybody, and what their networks are called."""

    people: tuple[Somebody, ...]
    names: dict[str, str]


def read_seen(_task: Task, bench: Workbench) -> Seen:
    people = connections.people(bench.vault)
    networks = dict.fromkeys(one.network for one in people)
    return Seen(people, {one: bench.checklists.network_or_any(one).name for one in networks})


class ConnectionsPage(Page):
    """Names stand on the screen only while this page does, and in nothing else the app makes."""

    watches: ClassVar[Changes] = Changes(archives=True, connections=True)
    help_topic: ClassVar[str] = "connections"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Connections"))
        self.card: PersonCard | WorkCard | None = None
        self.network, self.group = _ALL, _LEFT
        self._seen = Seen((), {})
        self._passed: list[int] = []  # people the person went past, so that the next one comes

    def reload(self) -> None:
        bench = self.bench
        self.desk.read(lambda task: read_seen(task, bench), self._show)

    # -- who is shown ------------------------------------------------------------------------------

    @property
    def people(self) -> list[Somebody]:
        """Those of the filter, the ones gone past at the end."""
        found = [
            one
            for one in self._seen.people
            if self.network in (_ALL, one.network) and (one.choice is None) == (self.group == _LEFT) and not one.gone
        ]
        return sorted(found, key=lambda one: self._passed.index(one.key) if one.key in self._passed else -1)

    def choose(self, number_: int) -> None:
        """Ctrl+1 to Ctrl+5."""
        if not isinstance(self.card, PersonCard):
            return
        if number_ in CHOICES:
            self._say(self.card.person, CHOICES[number_])
        elif number_ == THROUGH_WORK:
            self._through_work(self.card.person)

    def back(self) -> None:
        if isinstance(self.card, WorkCard):
            self._show(self._seen)
        else:
            super().back()

    def escape(self) -> bool:
        if not isinstance(self.card, WorkCard):
            return False
        self._show(self._seen)
        return True

    # -- showing -----------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        focus = self.window().focusWidget()
        was_in = focus is not None and self.card is not None and self.card.isAncestorOf(focus)
        self._seen = seen
        self.clear_body()
        self.card, self.primary = None, None
        counts = connections.counted(seen.people)
        self.say_line(words.how_far(counts))
        if not seen.people:
            self._show_empty()
            return
        bar = Progress(_("People looked at"), bare=True)
        bar.show(counts.seen, counts.total)
        self.body.addWidget(bar)
        self.body.addWidget(self._filters())
        people = self.people
        left = self._person(people) if people else self._none_left()
        to_do = [one for one in seen.people if one.open]
        self.body.addWidget(Columns([left, self._to_do(to_do)], [5, 4]) if to_do else left)
        forget = Btn(_("Forget this list"), "quiet", "trash")
        forget.clicked.connect(self._ask_to_forget)
        self.body.addWidget(ButtonRow(forget))
        self.body.addStretch(1)
        if was_in:
            focus_heading(self.card.heading if self.card is not None else self.heading)

    def _show_empty(self) -> None:
        ask = Btn(_("Ask for a copy"), "primary")
        ask.clicked.connect(lambda: self.desk.go("archives"))
        self.primary = ask
        self.body.addWidget(
            EmptyState(
                "people",
                _("See who is on your lists"),
                _("Most people have more friends online than they think. A copy of an account holds the list."),
                ask,
            )
        )

    def _filters(self) -> ButtonRow:
        networks = [(_ALL, _("All networks")), *self._seen.names.items()]
        where = Select(_("Network"), networks)
        where.set_value(self.network)
        where.chosen.connect(self._set_network)
        which = Select(_("Who to show"), [(_LEFT, _("Not looked at yet")), (_SEEN, _("Looked at"))])
        which.set_value(self.group)
        which.chosen.connect(self._set_group)
        return ButtonRow(which, where)

    def _person(self, people: list[Somebody]) -> PersonCard:
        one = people[0]
        card = PersonCard(one, self._seen.names[one.network], 0, len(people))
        card.said.connect(lambda value: self._say(one, Choice(value)))
        card.through_work.connect(lambda: self._through_work(one))
        card.opened.connect(self.desk.open_link)
        card.passed.connect(lambda: self._pass(one))
        self.card = card
        return card

    def _none_left(self) -> Banner:
        if self.group == _SEEN:
            return Banner("info", _("You have not looked at anybody here yet"), quiet=True)
        return Banner("ok", _("You have looked at everybody here"), quiet=True)

    def _to_do(self, people: list[Somebody]) -> RowsCard:
        card = RowsCard(_("Left to do on the networks"))
        card.add_beside(PlainLabel(_("Choose a name when you have done it there."), "small", "text2"))
        for one in people[:_SHOWN]:
            assert one.choice is not None
            meta = f"{self._seen.names[one.network]}. {words.title(one.choice)}."
            row = RowButton(one.shown, meta, icon="circle", chevron=False, last=one is people[:_SHOWN][-1])
            row.clicked.connect(lambda _on=False, one=one: self._tick(one))
            card.add(row)
        more = len(people) - _SHOWN
        if more > 0:
            card.add_beside(PlainLabel(ngettext("And {n} more.", "And {n} more.", more).format(n=number(more))))
        return card

    # -- changing ----------------------------------------------------------------------------------

    def _set_network(self, value: str) -> None:
        self.network = value
        self._show(self._seen)

    def _set_group(self, value: str) -> None:
        self.group = value
        self._show(self._seen)

    def _pass(self, one: Somebody) -> None:
        self._passed = [key for key in self._passed if key != one.key] + [one.key]
        self._show(self._seen)

    def _say(self, one: Somebody, choice: Choice) -> None:
        self._run(lambda _task: connections.choose(self.vault, [one.key], choice), words.said(choice))

    def _tick(self, one: Somebody) -> None:
        today = local_day(self.vault.now())
        self._run(lambda _task: connections.tick(self.vault, one.key, today), _("Done on the network"))

    def _through_work(self, one: Somebody) -> None:
        """In the page’s place; nothing is kept of it."""
        self.clear_body()
        card = WorkCard(one)
        card.opened.connect(self.desk.open_link)
        card.note_asked.connect(lambda: self.desk.go("incidents"))
        card.left.connect(lambda: self._show(self._seen))
        card.done.connect(lambda: self._forget(one))
        self.card, self.primary = card, card.done_button
        self.body.addWidget(card)
        self.body.addStretch(1)
        focus_heading(card.heading)

    def _forget(self, one: Somebody) -> None:
        vault, key = self.vault, one.key
        self._run(lambda task: retention.forget_person(vault, key, task), _("The name is gone from this app"))

    def _ask_to_forget(self) -> None:
        ask = Question(
            self,
            _("Forget this list?"),
            _("All names, and what you said about them, go from this app. Undo cannot bring them back."),
            _("Forget it"),
            _("Keep it"),
            danger=True,
        )
        ask.accepted.connect(
            lambda: self._run(lambda task: retention.forget_people(self.vault, task), _("The list is gone"))
        )
        ask.open()

    def _run(self, work: Callable[[Task], Any], said: str) -> None:
        self.desk.run(
            Operation(work, changes=Changes(connections=True), said=lambda _value: said),
        )
