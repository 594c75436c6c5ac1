"""All copies: those on their way with what is next, and the networks that can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from footprint import person
from footprint.archives import concierge
from footprint.archives.concierge import Copy
from footprint.dates import local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.archives import words
from ui.archives.stage import ArchivePart, Stage
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.cards import Banner
from ui.kit.layout import Fold
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.theme import space
from ui.page import clear

_WATCHES = Changes(accounts=True, archives=True, steps=True)


@dataclass(frozen=True)
class Asked:
    """One network that gives copies, with the newest that is under way."""

    network: str
    name: str
    copy: Copy | None
    mine: bool


@dataclass(frozen=True)
class Seen:
    """How things stand on `today`."""

    today: date
    networks: tuple[Asked, ...]


def read_seen(_task: Task, bench: Workbench) -> Seen:
    accounts = {one.network for one in person.accounts(bench.vault, include_closed=False)}
    running: dict[str, Copy] = {}
    for one in concierge.under_way(bench.vault):
        running.setdefault(one.network, one)
    found = [
        Asked(
            how.network,
            bench.checklists.network(how.network).name,
            running.get(how.network),
            not accounts.isdisjoint((how.network, *how.also)),
        )
        for how in concierge.exports()
    ]
    return Seen(local_day(bench.vault.now()), tuple(found))


class Overview(ArchivePart):
    """Where the page begins."""

    way_back = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.rows: dict[str, RowButton] = {}
        desk.changed.connect(self._on_changed)
        self._reload()

    def line(self) -> str:
        return _("Read the copy of your posts that a network lets you download. It is read on this computer only.")

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(_WATCHES):
            self._reload()

    def _reload(self) -> None:
        bench = self._desk.bench
        self._desk.read(lambda task: read_seen(task, bench), self._show)

    def _show(self, seen: Seen) -> None:
        clear(self._column)
        self.rows = {}
        running = [one for one in seen.networks if one.copy is not None]
        mine = [one for one in seen.networks if one.copy is None and one.mine]
        others = [one for one in seen.networks if one.copy is None and not one.mine]
        if running:
            self._add_card(_("On their way"), running, seen.today)
        if mine:
            self._add_card(_("Ask for a copy"), mine, seen.today)
        if others and not (running or mine):
            self._column.addWidget(Banner("info", _("Say which networks you use, and they come first."), quiet=True))
            self._add_card(_("Ask for a copy"), others, seen.today)
        elif others:
            fold = Fold(_("Other networks"))
            for one in others:
                fold.body.addWidget(self._row(one, seen.today, last=one is others[-1]))
            self._column.addWidget(fold)
        self._column.addStretch(1)

    def _add_card(self, title: str, found: Sequence[Asked], today: date) -> None:
        card = RowsCard(title)
        for one in found:
            card.add(self._row(one, today, last=one is found[-1]))
        self._column.addWidget(card)

    def _row(self, one: Asked, today: date, *, last: bool) -> RowButton:
        said, tone = words.pill(one.copy, today)
        meta = words.meta(one.copy, today) or words.how_long(concierge.export(one.network))
        row = RowButton(one.name, meta, said, tone, letter=one.name[:1], last=last)
        row.clicked.connect(lambda: self.went.emit(f"{Stage.ASK}:{one.network}"))
        self.rows[one.network] = row
        return row
