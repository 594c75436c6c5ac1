"""One thing: what it is, how far it has come, and the one next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates, log, person
from footprint.checklists import Library
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log import Event, EventKind, Evidence, Item, Origin, State, Status, Steps
from footprint.vault import Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.layout import Columns, hbox
from ui.kit.steps import StageLine
from ui.kit.theme import space
from ui.log.about import AboutCard
from ui.log.evidence import EvidenceCard
from ui.log.happened import NO_REPLY, HappenedCard
from ui.log.history import HistoryCard
from ui.log.letter import LetterCard
from ui.log.many import deleted_words
from ui.log.steps import EndedCard, OneselfCard
from ui.log.view import View
from ui.log.who import WhoCard
from ui.log.words import standing


@dataclass(frozen=True)
class Facts:
    """All the view shows of an item, read in one go."""

    item: Item
    status: Status
    events: tuple[Event, ...]
    kept: tuple[Evidence, ...]
    steps: Steps
    today: date

    @property
    def stage(self) -> int:
        """0 found, 1 asked, 2 reminded, 3 gone or kept."""
        if not self.item.state.open:
            return 3
        asked = sum(
            event.kind is EventKind.ASKED or (event.kind is EventKind.MOVED and event.state is State.ASKED)
            for event in self.events
        )
        if self.item.state in (State.ASKED, State.WAITING, State.REFUSED):
            return 2 if asked > 1 else 1
        return 0


def facts_of(vault: Vault, library: Library, item_id: str) -> Facts:
    """On the lane's thread."""
    item, today = log.get(vault, item_id), dates.local_day(vault.now())
    network = library.network(item.network) if item.network in library else None
    steps = log.steps_for(item, network, who=person.profile(vault))
    return Facts(item, item.status(today), log.history(vault, item_id), log.evidence(vault, item_id), steps, today)


class ItemView(View):
    """Cards that stay and are filled anew, so that what is being typed is not lost when something else changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._item_id = ""
        self.facts: Facts | None = None
        self._make()
        self._arrange()

    def show_at(self, **details: object) -> None:
        """`item`: which one."""
        item_id = str(details.get("item") or self._item_id)
        if item_id != self._item_id:
            self.happened.clear()
        self._item_id = item_id

    def reload(self) -> None:
        item_id = self._item_id
        library = self.desk.bench.checklists
        self.desk.read(lambda _task: facts_of(self.vault, library, item_id), self._show, failed=self._failed)

    def paste(self) -> None:
        """Ctrl+V, while no text box has the focus."""
        self.evidence.paste()

    def put_away(self) -> None:
        self.letter.put_away()

    # -- building ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.stages = StageLine([_("Found"), _("Asked"), _("Reminded"), _("Gone or kept")], 0)
        self.who = WhoCard()
        self.who.chosen.connect(lambda value: self._say_who(Origin(value)))
        self.oneself, self.ended, self.happened = OneselfCard(), EndedCard(), HappenedCard()
        self.letter = LetterCard(self.desk)
        self.about, self.evidence, self.history = AboutCard(), EvidenceCard(self.desk), HistoryCard()
        self.delete = Btn(_("Delete this"), "quiet", icon="close")
        self.delete.set_flush()
        self.delete.clicked.connect(self._delete)
        for card in (self.oneself, self.ended):
            card.moved.connect(lambda state: self._move(State(state)))
        self.oneself.worried.connect(lambda: self.desk.go("happened"))
        self.oneself.link_asked.connect(self.desk.open_link)
        self.happened.answered.connect(self._answer)
        self.about.open_asked.connect(lambda: self.facts and self.desk.open_link(self.facts.item.address))
        self.about.edit_asked.connect(lambda: self.asked.emit("add", {"edit": self._item_id}))

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        for side, cards in (
            (left, (self.who, self.happened, self.oneself, self.letter, self.ended)),
            (right, (self.about, self.evidence, self.history)),
        ):
            column = QVBoxLayout(side)
            space(column, 16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self.parts = Columns([left, right], ratio=[3, 2])
        for part in (self.stages, self.parts, self.delete):
            part.hide()
        self.body.addWidget(self.stages)
        self.body.addWidget(self.parts)
        self.body.addLayout(hbox(self.delete, None))
        self.body.addStretch(1)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, facts: Facts) -> None:
        if facts.item.id != self._item_id:
            return
        self.facts = facts
        item, steps = facts.item, facts.steps
        # Whoever turns out to be frightening after all is not waited for: the help comes back in place of the answers.
        waiting = item.state in (State.ASKED, State.WAITING) and not steps.worries
        self.stages.set_stage(facts.stage)
        self.who.show_item(item)
        self.about.show_item(item, log.network_name(item.network) if item.network else "")
        self.evidence.show_evidence(item.id, item.address, facts.kept)
        self.history.show_events(facts.events)
        self.oneself.show_steps(steps)
        self.letter.show_item(item, again=waiting)
        self.letter.copy.set_kind("secondary" if waiting else "primary")
        self.ended.show_end(item.state)
        self.happened.setVisible(waiting)
        self.oneself.setVisible(item.state.open and not waiting)
        self.letter.setVisible(item.state.open and steps.may_ask and facts.status is not Status.WAITING)
        self.ended.setVisible(not item.state.open)
        for part in (self.stages, self.parts, self.delete):
            part.show()
        self.primary = self._primary(waiting)
        self.headed.emit(item.title, standing(item, facts.status, facts.today))

    def _primary(self, waiting: bool) -> Btn | None:
        """The one button Ctrl+Enter presses."""
        if waiting:
            return self.happened.save
        if not self.facts.item.state.open:
            return None
        if self.facts.steps.worries:
            return self.oneself.worry.button
        return self.letter.copy if self.facts.steps.may_ask else self.oneself.gone

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, NotFound):
            self._item_id = ""
            self.desk.say(str(problem))
            self.asked.emit("list", {})
        else:
            self.desk.show_problem(problem)

    # -- doing ---------------------------------------------------------------------------------------

    def _answer(self, answer: str, note: str) -> None:
        """The answers are states, but for no reply: that ends the wait, and it is the person's turn."""
        if answer == NO_REPLY:
            self._end_wait()
        else:
            self._move(State(answer), note)
        self.happened.clear()

    def _say_who(self, origin: Origin) -> None:
        """The answer changes what may be done, so the whole page is shown anew."""
        item_id = self._item_id
        if origin is Origin.UNSURE:
            self.reload()
            return
        self.desk.run(
            Operation(
                lambda _task: log.change(self.vault, item_id, origin=origin),
                changes=Changes(items=True),
                said=lambda item: item.origin.label,
            )
        )

    def _end_wait(self) -> None:
        item_id, day = self._item_id, self.facts.today - timedelta(days=1)
        self.desk.run(
            Operation(
                lambda _task: log.change(self.vault, item_id, due=day),
                changes=Changes(items=True),
                said=lambda _item: Status.FOLLOW_UP.label,
            )
        )

    def _move(self, state: State, note: str = "") -> None:
        item_id = self._item_id
        self.desk.run(
            Operation(
                lambda _task: log.move(self.vault, [item_id], state, note=note),
                changes=Changes(items=True),
                said=lambda _ids: state.label,
            )
        )

    def _delete(self) -> None:
        item_id = self._item_id
        self.asked.emit("list", {})
        self.desk.run(
            Operation(lambda _task: log.delete(self.vault, [item_id]), changes=Changes(items=True), said=deleted_words)
        )
