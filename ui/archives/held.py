"""What else networks keep about the person: counted, with the check that leads to the page that clears it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.held import Kept, held
from footprint.archives.records import HeldKind
from footprint.dates import number
from footprint.i18n import _
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.archives.stage import ArchivePart
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.cards import EmptyState
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.theme import space
from ui.page import clear

_ICONS = {
    HeldKind.LOGIN: "key", HeldKind.DEVICE: "phone", HeldKind.APP: "link", HeldKind.ADVERTISER: "share",
    HeldKind.INTEREST: "eye", HeldKind.INFERENCE: "eye", HeldKind.ADDRESS_BOOK: "people", HeldKind.SEARCH: "search",
    HeldKind.VIEW: "video", HeldKind.PLACE: "place", HeldKind.DETAIL: "accounts",
}  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """What is kept, and what the networks are called."""

    kept: tuple[Kept, ...]
    names: dict[str, str]


def read_seen(_task: Task, bench: Workbench) -> Seen:
    kept = held(bench.vault, bench.checklists)
    return Seen(kept, {one.network: bench.checklists.network_or_any(one.network).name for one in kept})


class HeldPart(ArchivePart):
    """Only numbers: what it is, stands on the network’s own page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        desk.changed.connect(self._on_changed)
        self._reload()

    def line(self) -> str:
        return _("Not posts, but what a network writes down about you. Each leads to the page that clears it.")

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(Changes(archives=True)):
            self._reload()

    def _reload(self) -> None:
        bench = self._desk.bench
        self._desk.read(lambda task: read_seen(task, bench), self._show)

    def _show(self, seen: Seen) -> None:
        clear(self._column)
        for network, kept in groupby(seen.kept, key=lambda one: one.network):
            self._column.addWidget(self._card(seen.names[network], tuple(kept)))
        if not seen.kept:
            self._column.addWidget(
                EmptyState("eye", _("Nothing else was found"), _("The copies held posts and people only."))
            )
        self._column.addStretch(1)

    def _card(self, name: str, kept: Sequence[Kept]) -> RowsCard:
        card = RowsCard(name)
        for one in kept:
            card.add(self._row(one, last=one is kept[-1]))
        return card

    def _row(self, one: Kept, *, last: bool) -> RowButton:
        meta = one.check.title if one.check is not None else _("Look for it in the settings of your account.")
        row = RowButton(
            one.kind.label, meta, number(one.count), icon=_ICONS[one.kind], chevron=one.check is not None, last=last
        )
        if one.check is None:
            row.setEnabled(False)
        else:
            check = one.check.id
            row.clicked.connect(lambda: self._desk.go("checklists", network=one.network, check=check))
        return row
