"""A few a day of what should go: networks take deleting in bulk for an attack, and lock accounts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint import log
from footprint.archives import pacing
from footprint.archives.index.filters import Decided
from footprint.archives.index.finding import Row
from footprint.archives.pacing import DayPlan
from footprint.dates import local_day, number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.archives.review import words
from ui.archives.stage import ArchivePart, Stage
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.progress import Progress
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.log.considering import Considering
from ui.page import clear

_SHOWN = 20


@dataclass(frozen=True)
class Seen:
    """The plan of today, the addresses of its things in the list, and what networks are called."""

    plan: DayPlan
    addresses: dict[str, str]
    names: dict[str, str]


def read_seen(_task: Task, bench: Workbench) -> Seen:
    plan = pacing.plan(bench.vault, local_day(bench.vault.now()))
    items = {one.id: one.address for one in log.several(bench.vault, [row.item_id for row in plan.today])}
    names = {row.entry.network: bench.checklists.network_or_any(row.entry.network).name for row in plan.today}
    return Seen(plan, items, names)


class DayPart(ArchivePart):
    """One at a time: open it, delete it there, come back and say so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._considering = Considering(desk, self)
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        desk.changed.connect(self._on_changed)
        self._reload()

    def line(self) -> str:
        return _("A few a day. Deleting hundreds at once can get an account locked.")

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(Changes(archives=True, items=True)):
            self._reload()

    def _reload(self) -> None:
        bench = self._desk.bench
        self._desk.read(lambda task: read_seen(task, bench), self._show)

    def _show(self, seen: Seen) -> None:
        clear(self._column)
        self.primary = None
        plan = seen.plan
        if plan.held:
            self._column.addWidget(Banner("warn", _("Wait with this"), plan.held, quiet=True))
        if plan.today:
            bar = Progress(_("Done today"), bare=True)
            bar.show(plan.done, plan.done + len(plan.today))
            self._column.addWidget(bar)
            self._column.addWidget(PlainLabel(_how_long(plan), colour="text2"))
            self._column.addWidget(self._first(seen, plan.today[0]))
            self._add_rest(seen)
        elif not plan.held:
            self._column.addWidget(self._nothing(plan))
        if plan.kept:
            kept = ngettext(
                "{n} is left out, because a complaint or a case could need it.",
                "{n} are left out, because a complaint or a case could need them.",
                plan.kept,
            )
            self._column.addWidget(PlainLabel(kept.format(n=number(plan.kept)), "small", "text2"))
        self._column.addStretch(1)
        self.stepped.emit()

    def _first(self, seen: Seen, one: Row) -> Card:
        card = Card()
        network = seen.names[one.entry.network]
        day = words.when(one)
        card.add(Heading(_("{kind} on {network}, {day}").format(kind=one.entry.kind.label, network=network, day=day)))
        quote = Card("sunken")
        quote.add(PlainLabel(words.title(one)))
        card.add(quote)
        what = _("Delete it there.") if one.decided is Decided.DELETE else _("Change there who can see it.")
        card.add(PlainLabel(what))
        buttons: list[Btn] = []
        address = seen.addresses.get(one.item_id, "")
        if address:
            go = LinkBtn(_("Open it on {network}").format(network=network))
            go.clicked.connect(lambda: self._desk.open_link(address))
            buttons.append(go)
        if not one.entry.link and address:
            card.add(
                PlainLabel(_("It has no address of its own. Look for the day and the first words."), "small", "text2")
            )
        done = Btn(_("I have done it"), "primary")
        done.clicked.connect(lambda: self._tick(one))
        self.primary = done
        see = Btn(_("See it on your list"), "quiet", "remove")
        see.clicked.connect(lambda: self._desk.go("remove", item=one.item_id))
        card.add(ButtonRow(done, *buttons, see))
        return card

    def _add_rest(self, seen: Seen) -> None:
        rest = seen.plan.today[1:_SHOWN]
        if not rest:
            return
        card = RowsCard(_("Then these"))
        for one in rest:
            network = seen.names[one.entry.network]
            row = RowButton(words.title(one), f"{one.entry.kind.label}, {network}, {words.when(one)}",
                            icon=words.ICONS.get(one.entry.kind, "posts"), last=one is rest[-1])  # fmt: skip
            row.clicked.connect(lambda _on=False, one=one: self._desk.go("remove", item=one.item_id))
            card.add(row)
        self._column.addWidget(card)

    def _nothing(self, plan: DayPlan) -> EmptyState:
        if plan.done and plan.left:
            return EmptyState("check_circle", _("That is enough for today"), _("The next ones come up tomorrow."))
        if plan.done:
            return EmptyState("check_circle", _("All of it is done"), _("A newer copy will show if it is gone."))
        review = Btn(_("Go through your posts"))
        review.clicked.connect(lambda: self.went.emit(Stage.REVIEW))
        return EmptyState("posts", _("Nothing to delete"), _("What you choose to delete comes here."), review)

    def _tick(self, one: Row) -> None:
        vault = self._desk.bench.vault
        self._considering.run(
            lambda considered: pacing.tick(vault, [one.id], considered=considered),
            changes=Changes(archives=True, items=True),
            said=lambda _ids: _("Done. One less."),
        )


def _how_long(plan: DayPlan) -> str:
    left = ngettext("{n} left in all.", "{n} left in all.", plan.left).format(n=number(plan.left))
    days = ngettext("At this pace it takes {n} day.", "At this pace it takes {n} days.", plan.days)
    return f"{left} {days.format(n=number(plan.days))}"
