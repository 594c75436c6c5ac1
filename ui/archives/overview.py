"""All copies: those on their way with what is next, and the networks that can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from footprint import person
from footprint.archives import concierge
from footprint.archives.concierge import Copy
from footprint.archives.index.contents import Contents, contents
from footprint.archives.index.imported import Imported, imports
from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.archives import words
from ui.archives.stage import ArchivePart, Stage
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear

_WATCHES = Changes(accounts=True, archives=True, steps=True)
_COPIES = 6


@dataclass(frozen=True)
class Asked:
    """One network that gives copies, with the newest that is under way."""

    network: str
    name: str
    copy: Copy | None
    mine: bool


@dataclass(frozen=True)
class Seen:
    """How things stand on `today`: networks that can be asked, and what was brought in."""

    today: date
    networks: tuple[Asked, ...]
    contents: Contents
    copies: tuple[Imported, ...]
    names: dict[str, str]


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
    copies = imports(bench.vault)
    names = {one: bench.checklists.network_or_any(one).name for copy in copies for one in copy.networks}
    return Seen(local_day(bench.vault.now()), tuple(found), contents(bench.vault), copies, names)


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
        self._column.addWidget(self._hero(seen))
        if seen.contents.entries or seen.contents.held:
            self._column.addWidget(self._brought_in(seen))
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

    def _hero(self, seen: Seen) -> Card:
        """The one next thing."""
        card = Card("hero")
        left = seen.contents.flagged
        if seen.contents.entries:
            title, button, stage = _("Go through your posts"), _("Go on"), Stage.REVIEW.value
            words = ngettext("{n} thing from your copies is here.", "{n} things from your copies are here.",
                             seen.contents.entries).format(n=number(seen.contents.entries))  # fmt: skip
            if left:
                flags = ngettext("{n} is worth a look.", "{n} are worth a look.", left).format(n=number(left))
                words = f"{words} {flags}"
        else:
            title, button, stage = _("See all you ever posted"), _("Bring in a copy"), Stage.BRING.value
            words = _("Have you downloaded a copy already? Bring it in. Or ask for one below.")
        card.add(Heading(title, "h2"))
        card.add(PlainLabel(words))
        go = Btn(button, "primary")
        go.clicked.connect(lambda: self.went.emit(stage))
        self.primary = go
        card.add(ButtonRow(go))
        self.stepped.emit()
        return card

    def _brought_in(self, seen: Seen) -> RowsCard:
        card = RowsCard(_("Brought in"))
        for copy in seen.copies[:_COPIES]:
            names = ", ".join(seen.names[one] for one in copy.networks) or _("Nothing we know")
            day = day_in_words(local_day(copy.started_at))
            pill, tone = (_("Stopped"), "warn") if copy.ended_at is None else ("", "neutral")
            kept = copy.course.new + copy.course.changed + copy.course.same
            meta = f"{day}, " + ngettext("{n} thing", "{n} things", kept).format(n=number(kept))
            row = RowButton(names, meta, pill, tone, icon="posts")
            row.clicked.connect(lambda _on=False, copy=copy: self.went.emit(f"{Stage.REPORT}:{copy.number}"))
            card.add(row)
        for title, meta, icon, stage in (
            (
                _("What to look out for"),
                _("Work, court, addresses and more."),
                "filter",
                Stage.LENSES.value,
            ),
            (_("Your photographs"), _("All of them as pictures."), "image", Stage.PHOTOS.value),
            (_("A few to delete each day"), _("What you chose to delete, in small steps."), "trash", Stage.DAY.value),
            (_("Your connections"), _("Who can see what friends see."), "people", "connections"),
            (_("Also held about you"), _("Logins, apps, adverts and more."), "eye", Stage.HELD.value),
            (
                _("Bring in another copy"),
                _("Or a newer one: only what is new is added."),
                "download",
                Stage.BRING.value,
            ),
        ):
            row = RowButton(title, meta, icon=icon, last=stage == Stage.BRING.value)
            row.clicked.connect(lambda _on=False, stage=stage: self._go(stage))
            card.add(row)
        return card

    def _go(self, stage: str) -> None:
        if stage == "connections":
            self._desk.go("connections")
        else:
            self.went.emit(stage)

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
