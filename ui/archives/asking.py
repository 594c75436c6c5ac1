"""One network’s copy: how to ask, when to look, how to fetch it, and what becomes of the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from footprint import checklists, person
from footprint.archives import concierge
from footprint.archives.concierge import Copy, Ending, Export
from footprint.archives.concierge import Stage as CopyStage
from footprint.archives.index.imported import imports
from footprint.checklists import Page
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import Done
from footprint.workbench import Workbench
from ui.archives import words
from ui.archives.shredding import ShredCard
from ui.archives.stage import ArchivePart, Stage
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Banner, Card
from ui.kit.layout import hbox
from ui.kit.stage_line import StageLine
from ui.kit.steps import NumberedSteps
from ui.kit.text import BoldText, Heading, IconLabel, PlainLabel
from ui.kit.theme import space
from ui.page import clear

_WATCHES = Changes(accounts=True, archives=True, steps=True)


@dataclass(frozen=True)
class Seen:
    """One network on `today`. `page` is the way to its own page, `link` its address ("" without one).

    `files`: what the copy was read from, once it was brought in.
    """

    today: date
    name: str
    how: Export
    page: Page | None
    link: str
    copy: Copy | None
    files: tuple[Path, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        """The way to ask; where the page leads elsewhere, what to choose is the way."""
        return self.how.choose if self.page is None or self.how.own_way else self.page.steps

    @property
    def choose(self) -> tuple[str, ...]:
        return () if self.steps is self.how.choose else self.how.choose


def read_seen(_task: Task, bench: Workbench, network: str) -> Seen:
    how = concierge.export(network)
    file = bench.checklists.network(how.network)
    page = file.pages.download
    handles = [one.handle for one in person.accounts(bench.vault) if one.network == how.network]
    link = checklists.address(page.link, handles[0] if handles else "") if page is not None else ""
    running = next((one for one in concierge.under_way(bench.vault) if one.network == how.network), None)
    files: tuple[Path, ...] = ()
    if running is not None and running.stage is CopyStage.BROUGHT_IN:
        files = _files_of(bench, how)
    return Seen(local_day(bench.vault.now()), file.name, how, page, "" if how.own_way else link, running, files)


def _files_of(bench: Workbench, how: Export) -> tuple[Path, ...]:
    """The files that the newest copy of that network was read from, as far as they still lie there."""
    for one in imports(bench.vault):
        if not {how.network, *how.also}.isdisjoint(one.networks):
            return tuple(path for path in one.paths if path.exists())
    return ()


class Asking(ArchivePart):
    """The person does each step on the network’s own page; the app only says what is next, and when."""

    def __init__(self, desk: Desk, network: str) -> None:
        super().__init__()
        self._desk, self._network = desk, network
        self._seen: Seen | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        desk.changed.connect(self._on_changed)
        self._reload()

    @property
    def title(self) -> str:
        name = self._desk.bench.checklists.network(concierge.export(self._network).network).name
        return _("Your copy of {network}").format(network=name)

    def line(self) -> str:
        return words.how_long(self._seen.how) if self._seen is not None else ""

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(_WATCHES):
            self._reload()

    def _reload(self) -> None:
        bench, network = self._desk.bench, self._network
        self._desk.read(lambda task: read_seen(task, bench, network), self._show)

    # -- showing -----------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        clear(self._column)
        self.primary = None
        self._column.addWidget(StageLine(words.stages(), words.stage_at(seen.copy)))
        shows: dict[CopyStage | None, Callable[[Seen, Copy], None]] = {
            CopyStage.ASKED: self._show_waiting,
            CopyStage.READY: self._show_ready,
            CopyStage.BROUGHT_IN: self._show_brought_in,
        }
        if seen.copy is None:
            self._show_how_to_ask(seen)
        else:
            shows[seen.copy.stage](seen, seen.copy)
        self._column.addStretch(1)
        self.stepped.emit()

    def _show_how_to_ask(self, seen: Seen) -> None:
        card = Card(title=_("How to ask for it"))
        card.add(NumberedSteps(seen.steps))
        if seen.choose:
            card.add(Heading(_("Choose this there"), "h3"))
            for line in seen.choose:
                card.add(_choice(line))
        self._add_source(card, seen)
        asked = Btn(_("I have asked for it"), "primary")
        asked.clicked.connect(lambda: self._run(_("Kept. We remind you."), self._ask))
        self.primary = asked
        card.add(ButtonRow(*self._page_button(seen), asked))
        self._column.addWidget(card)
        self._column.addWidget(self._what_you_get(seen))

    def _show_waiting(self, seen: Seen, copy: Copy) -> None:
        due = concierge.next_of(copy, seen.today)
        assert due is not None
        if due.late:
            self._column.addWidget(Banner("warn", _("This takes longer than usual"), due.words, quiet=True))
        card = Card(title=_("Is it ready?"))
        card.add(PlainLabel(words.since(copy)))
        if due.day > seen.today:
            card.add(PlainLabel(_("We remind you on {day}.").format(day=day_in_words(due.day)), colour="text2"))
        ready = Btn(_("It is ready"), "primary")
        ready.clicked.connect(lambda: self._run(_("Ready to fetch"), self._ready))
        later = Btn(_("Not yet"))
        later.clicked.connect(lambda: self._run(_("We ask again later"), self._not_yet))
        self.primary = ready
        card.add(ButtonRow(ready, later, *self._page_button(seen)))
        self._column.addWidget(card)
        self._add_ways_out(copy)

    def _show_ready(self, seen: Seen, copy: Copy) -> None:
        due = concierge.next_of(copy, seen.today)
        assert due is not None
        card = Card(title=_("Fetch it, then bring it in"))
        card.add(Banner("warn" if due.late else "info", due.words, quiet=True))
        card.add(
            NumberedSteps(
                (
                    _("Open the page of {network} and save the file on this computer.").format(network=seen.name),
                    seen.how.file,
                    _("Leave the file as it is. You do not have to open or unpack it."),
                )
            )
        )
        bring = Btn(_("Bring it in"), "primary")
        bring.clicked.connect(lambda: self.went.emit(Stage.BRING))
        self.primary = bring
        card.add(ButtonRow(bring, *self._page_button(seen)))
        self._column.addWidget(card)
        self._add_ways_out(copy)

    def _show_brought_in(self, seen: Seen, copy: Copy) -> None:
        if seen.files:
            shred = ShredCard(self._desk, seen.files)
            shred.gone.connect(lambda: self._run(_("Finished"), lambda: self._finish(Ending.SHREDDED)))
            self._column.addWidget(shred)
        card = Card("flat")
        gone = Btn(_("I have deleted it myself"))
        gone.clicked.connect(lambda: self._run(_("Finished"), lambda: self._finish(Ending.SHREDDED)))
        kept = Btn(_("I keep it"))
        kept.clicked.connect(lambda: self._run(_("Finished"), lambda: self._finish(Ending.KEPT)))
        card.add(ButtonRow(gone, kept))
        self._column.addWidget(card)

    def _page_button(self, seen: Seen) -> tuple[Btn, ...]:
        if not seen.link:
            return ()
        button = LinkBtn(_("Open the page of {network}").format(network=seen.name))
        button.clicked.connect(lambda: self._desk.open_link(seen.link))
        return (button,)

    def _what_you_get(self, seen: Seen) -> Card:
        card = Card("flat")
        card.add(Heading(_("What you get"), "h3"))
        card.add(PlainLabel(seen.how.file, colour="text2"))
        return card

    def _add_source(self, card: Card, seen: Seen) -> None:
        if seen.page is not None:
            said = checklists.freshness(seen.name, seen.page, seen.today).sentence
            card.add(PlainLabel(said, "small", "text2"))

    def _add_ways_out(self, copy: Copy) -> None:
        stop = Btn(_("I do not want it any more"), "quiet")
        stop.clicked.connect(lambda: self._run(_("Given up"), lambda: self._finish(Ending.GIVEN_UP)))
        self._column.addWidget(ButtonRow(stop))

    # -- changing ----------------------------------------------------------------------------------

    def _run(self, said: str, work: Callable[[], Done[Copy]]) -> None:
        self._desk.run(
            Operation(lambda _task: work(), changes=Changes(archives=True, reminders=True), said=lambda _value: said),
        )

    def _ask(self) -> Done[Copy]:
        vault = self._desk.bench.vault
        return concierge.ask(vault, self._network, local_day(vault.now()))

    def _ready(self) -> Done[Copy]:
        vault, copy = self._desk.bench.vault, self._copy()
        return concierge.ready(vault, copy.id, local_day(vault.now()))

    def _not_yet(self) -> Done[Copy]:
        vault, copy = self._desk.bench.vault, self._copy()
        return concierge.not_yet(vault, copy.id, local_day(vault.now()))

    def _finish(self, ending: Ending) -> Done[Copy]:
        return concierge.finish(self._desk.bench.vault, self._copy().id, ending)

    def _copy(self) -> Copy:
        assert self._seen is not None and self._seen.copy is not None
        return self._seen.copy


def _choice(said: str) -> QHBoxLayout:
    """One thing to tick on the network’s own page."""
    icon = IconLabel("check", "accent", 20)
    line = hbox(icon, BoldText(said), spacing=12, margins=(3, 0, 0, 0))
    line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return line
