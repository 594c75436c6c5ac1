"""One thing: what it is, how far it has come, and the one next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import log
from footprint.errors import NotFound
from footprint.i18n import _, ngettext
from footprint.log import Origin, Relation, State, Status, duplicates, ladder, sets
from footprint.log.ladder import Case, LifeEvent, Outcome, Reading, Rung
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.later import Later
from ui.kit.layout import Columns
from ui.kit.steps import StageLine
from ui.kit.theme import space
from ui.log.about import AboutCard
from ui.log.belongs import BelongsCard
from ui.log.caution import read_told
from ui.log.considering import Considering
from ui.log.copies.evidence import EvidenceCard
from ui.log.facts import Facts, facts_of
from ui.log.history import HistoryCard
from ui.log.letters.letter import LetterCard
from ui.log.lists.many import deleted_words
from ui.log.recheck import RecheckCard
from ui.log.rungs.happened import NO_REPLY, HappenedCard
from ui.log.rungs.ladder import LadderCard
from ui.log.rungs.next import NextCard
from ui.log.rungs.pause import MattersCard, PauseCard, pause_wanted
from ui.log.steps import EndedCard, OneselfCard
from ui.log.view import View
from ui.log.who import WhoCard, asks_who


class ItemView(View):
    """Cards that stay and are filled anew, so that what is being typed is not lost when something else changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._item_id = ""
        self.facts: Facts | None = None
        self.considering = Considering(desk, self)
        self._make()
        self._arrange()

    def show_at(self, **details: object) -> None:
        """`item`: which one."""
        item_id = str(details.get("item") or self._item_id)
        if item_id != self._item_id:
            self.happened.clear()
            self.desk.read(lambda _task: read_told(self.vault), self.happened.learn)
        self._item_id = item_id

    def reload(self) -> None:
        item_id = self._item_id
        library = self.desk.bench.checklists
        self.desk.read(lambda _task: facts_of(self.vault, library, item_id), self._show, failed=self._failed)

    def paste(self) -> None:
        """Ctrl+V, while no text box has the focus."""
        self.evidence.paste()

    def put_away(self) -> None:
        if self._letter.built is not None:
            self._letter.built.put_away()

    # -- building ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.stages = StageLine([_("Found"), _("Asked"), _("Reminded"), _("Gone or kept")], 0)
        self._who, self._pause, self.next = Later(self._make_who), Later(self._make_pause), NextCard()
        self.oneself, self.ended, self.happened = OneselfCard(), EndedCard(), HappenedCard()
        self._letter = Later(lambda: LetterCard(self.desk))
        self.ladder, self.matters = LadderCard(), MattersCard()
        self.recheck = RecheckCard(self.desk)
        self.about, self.evidence, self.history = AboutCard(), EvidenceCard(self.desk), HistoryCard()
        self.belongs = BelongsCard()
        self.delete = Btn(_("Delete this"), "quiet", icon="close")
        self.delete.set_flush()
        self.delete.clicked.connect(self._delete)
        self.take = Btn(_("Take to supervision"), "quiet", icon="share")
        self.take.clicked.connect(lambda: self.desk.take_asked.emit(self.to_take()))
        self._connect()
        self._connect_ladder()

    def to_take(self) -> str:
        """A neutral line for the person's own list: nothing of the thing itself."""
        from footprint.supervision import take

        return take.from_item()

    @property
    def who(self) -> WhoCard:
        return self._who.part

    @property
    def pause(self) -> PauseCard:
        return self._pause.part

    @property
    def letter(self) -> LetterCard:
        return self._letter.part

    def _make_who(self) -> WhoCard:
        made = WhoCard()
        made.chosen.connect(lambda value: self._say_who(Origin(value)))
        made.known.connect(lambda value: self._say_relation(Relation(value)))
        return made

    def _make_pause(self) -> PauseCard:
        made = PauseCard()
        made.answered.connect(self._say_case)
        return made

    def _connect(self) -> None:
        for card in (self.oneself, self.ended):
            card.moved.connect(lambda state: self._move(State(state)))
        self.oneself.worried.connect(lambda: self.desk.go("happened", item=self._item_id))
        self.oneself.link_asked.connect(self.desk.open_link)
        self.happened.answered.connect(self._answer)
        self.happened.agreed.connect(self._reply)
        self.happened.frightened.connect(lambda: self._say_who(Origin.FRIGHTENING))
        self.about.open_asked.connect(lambda: self.facts and self.desk.open_link(self.facts.item.address))
        self.belongs.set_asked.connect(lambda set_id: self.asked.emit("list", {"set": set_id}))
        self.belongs.left.connect(self._leave_group)
        self.belongs.parted.connect(self._part)
        self.about.edit_asked.connect(lambda: self.asked.emit("add", {"edit": self._item_id}))

    def _connect_ladder(self) -> None:
        self.next.done.connect(lambda rung: self._take(Rung(rung)))
        self.next.ended.connect(lambda rung, outcome: self._finish(Rung(rung), Outcome(outcome)))
        self.next.another.connect(self.ladder.focus_rungs)
        self.next.link_asked.connect(self.desk.open_link)
        self.ladder.wanted.connect(lambda rung: self._choose(Rung(rung)))
        self.matters.work_said.connect(self._say_work)
        self.matters.event_said.connect(self._say_event)

    def _doing(self) -> tuple[QWidget, ...]:
        """The cards where something is done, in the order they come up."""
        return (self._who, self._pause, self.next, self.happened, self.oneself, self._letter, self.ended)

    def _knowing(self) -> tuple[QWidget, ...]:
        """The cards that say what is known."""
        return (self.about, self.belongs, self.recheck, self.ladder, self.matters, self.evidence, self.history)

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        for side, cards in ((left, self._doing()), (right, self._knowing())):
            column = QVBoxLayout(side)
            space(column, 16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self.parts = Columns([left, right], ratio=[3, 2])
        for part in (self.stages, self.parts, self.take, self.delete):
            part.hide()
        self.body.addWidget(self.stages)
        self.body.addWidget(self.parts)
        self.body.addWidget(ButtonRow(self.take, self.delete))
        self.body.addStretch(1)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, facts: Facts) -> None:
        if facts.item.id != self._item_id:
            return
        self.facts = facts
        item, steps, open_still = facts.item, facts.steps, facts.item.state.open
        self.stages.set_stage(facts.stage)
        if self._who.built is not None or asks_who(item):
            self.who.show_item(item)
            self._who.show_part(asks_who(item, self.who.origin.value))
        self.about.show_item(item, log.network_name(item.network) if item.network else "", facts.together)
        self.belongs.show_item(facts.group, facts.parts, facts.today)
        self.recheck.show_item(item)
        self.evidence.show_evidence(item.id, item.address, facts.kept)
        self.history.show_events(facts.events)
        self.oneself.show_steps(steps)
        self._show_letter(facts)
        self.ended.show_end(item.state)
        self._show_ladder(facts)
        self.happened.setVisible(facts.waiting)
        self.oneself.setVisible(facts.shows_oneself)
        self._letter.show_part(facts.shows_letter)
        self.ended.setVisible(not open_still)
        for part in (self.stages, self.parts, self.take, self.delete):
            part.show()
        self.primary = self._one_primary(facts)
        self.headed.emit(item.title, facts.line)

    def _show_letter(self, facts: Facts) -> None:
        """Only where somebody may be written to; else what was begun is dropped."""
        if not facts.item.origin.may_be_asked:
            if self._letter.built is not None:
                self._letter.built.forget(facts.item.id)
        elif facts.shows_letter:
            step = facts.letter_step
            title = facts.standing.step(step).entry.title if step is not None else ""
            again = facts.standing.proposal.again
            self.letter.show_item(facts.item, again=again, step=step, title=title)

    def _show_ladder(self, facts: Facts) -> None:
        open_still, found = facts.item.state.open, facts.standing
        pausing = open_still and pause_wanted(found)
        if pausing:
            self.pause.show_standing(found.pause, found, facts.who)
        self._pause.show_part(pausing)
        self.next.show_standing(found, asked_elsewhere=facts.waiting)
        self.ladder.show_standing(facts.item.id, found)
        self.matters.show_standing(found)
        some = any(step.applies for step in found.steps)
        self.next.setVisible(open_still and some and not facts.pausing)
        self.ladder.setVisible(some)
        self.matters.setVisible(open_still)

    def _one_primary(self, facts: Facts) -> Btn | None:
        """The one button Ctrl+Enter presses; no other looks like it."""
        found = self._primary(facts)
        ways = [self.happened.save, self.oneself.worry.button, self.oneself.gone, self.next.did]
        if self._letter.built is not None:
            ways.append(self._letter.built.copy)
        for one in ways:
            one.set_kind("primary" if one is found else "secondary")
        return found

    def _primary(self, facts: Facts) -> Btn | None:
        if facts.waiting:
            return self.happened.save
        if not facts.item.state.open or facts.pausing:
            return self.oneself.worry.button if facts.shows_oneself and facts.steps.worries else None
        if facts.steps.worries:
            return self.oneself.worry.button
        if self.next.leads and not facts.shows_letter:
            return self.next.did if not facts.standing.proposal.waiting else None
        if facts.shows_letter:
            return self.letter.copy
        return self.oneself.gone if facts.shows_oneself else None

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, NotFound):
            self._item_id = ""
            self.desk.say(str(problem))
            self.asked.emit("list", {})
        else:
            self.desk.show_problem(problem)

    # -- doing ---------------------------------------------------------------------------------------

    def _answer(self, answer: str, note: str) -> None:
        """They removed it, or it is to stay: that moves the item. A no or no reply belongs to the rung it was on."""
        rung = self.facts.standing.answerable
        if answer == NO_REPLY:
            if rung is None:
                self._end_wait()
            else:
                self._finish(rung, Outcome.SILENCE)
        elif State(answer) is State.REFUSED and rung is not None:
            self._finish(rung, Outcome.REFUSED, note)
        else:
            self._move(State(answer), note)
        self.happened.clear()

    def _reply(self, reading: Reading, text: str, keep: bool) -> None:
        """The person agrees with how their answer was read."""
        item_id = self._item_id
        self._run(lambda: ladder.answered(self.vault, item_id, reading, text=text, keep=keep), lambda kind: kind.label)
        self.happened.clear()

    def _choose(self, rung: Rung) -> None:
        facts = self.facts
        self._run(
            lambda: ladder.choose(self.vault, facts.item.id, rung, facts.file, facts.who),
            lambda _rung: _("Next: {rung}").format(rung=facts.standing.step(rung).entry.title),
        )

    def _take(self, rung: Rung) -> None:
        facts = self.facts
        self.considering.run(
            lambda known: ladder.take(self.vault, facts.item.id, rung, facts.file, facts.who, considered=known),
            changes=Changes(items=True),
            said=lambda taken: taken.outcome.label,
        )

    def _finish(self, rung: Rung, outcome: Outcome, note: str = "") -> None:
        item_id = self._item_id
        self._run(lambda: ladder.finish(self.vault, item_id, rung, outcome, note=note), lambda out: out.label)

    def _leave_group(self) -> None:
        item_id = self._item_id
        self._run(lambda: sets.take_out(self.vault, [item_id]), lambda _n: _("Taken out of the group"))

    def _part(self) -> None:
        item_id = self._item_id
        self._run(lambda: duplicates.split(self.vault, item_id), _taken_apart)

    def _say_case(self, value: str) -> None:
        item_id = self._item_id
        self._run(lambda: ladder.say_case(self.vault, item_id, Case(value)), lambda _case: _("Saved"))

    def _say_work(self, on: bool) -> None:
        item_id = self._item_id
        self._run(lambda: ladder.say_work(self.vault, item_id, on), lambda _on: _("Saved"))

    def _say_event(self, kind: str, on: bool) -> None:
        self._run(lambda: ladder.set_life_event(self.vault, LifeEvent(kind), on), lambda _on: _("Saved"))

    def _run(self, work: Callable[[], Done[Any]], said: Callable[[Any], str]) -> None:
        """A change of the ladder; it can be undone like any other."""
        self.desk.run(Operation(lambda _task: work(), changes=Changes(items=True), said=said))

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

    def _say_relation(self, relation: Relation) -> None:
        item_id = self._item_id
        self._run(lambda: log.change(self.vault, item_id, relation=relation), lambda _item: relation.label)

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
        self.considering.run(
            lambda known: log.move(self.vault, [item_id], state, note=note, considered=known),
            changes=Changes(items=True),
            said=lambda _ids: state.label,
        )

    def _delete(self) -> None:
        item_id = self._item_id
        self.considering.run(
            lambda known: log.delete(self.vault, [item_id], considered=known),
            changes=Changes(items=True),
            said=deleted_words,
            then=self._deleted,
        )

    def _deleted(self, _count: int) -> None:
        if self._item_id:
            self._item_id = ""
            self.asked.emit("list", {})


def _taken_apart(ids: tuple[str, ...]) -> str:
    return ngettext("{n} thing is in your list again", "{n} things are in your list again", len(ids)).format(n=len(ids))
