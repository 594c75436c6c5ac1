"""The hub of “Search my name”: the one next thing first, then every way to look with what is new or left there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.search import Counts, Run
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.page import clear
from ui.search.hub import WAYS, Hub, News, Next, Way, next_thing, read_hub
from ui.search.stage import Seen, Stage, StagePart

_WATCHES = Changes(person=True, accounts=True, findings=True, settings=True)


class Ways(StagePart):
    """Nothing leaves the computer from here."""

    def __init__(self, desk: Desk, seen: Seen, stages: frozenset[Stage]) -> None:
        super().__init__()
        self._desk = desk
        self.rows: dict[Stage, RowButton] = {}
        self.hero: NextThing | None = None
        self._hub: Hub | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self._top = QVBoxLayout()
        self._column.addLayout(self._top)
        self._ways = RowsCard(_("Ways to look"))
        for way in WAYS:
            if way.stage in stages:
                row = RowButton(way.title, icon=way.icon)
                row.clicked.connect(lambda _on=False, stage=way.stage: self.went.emit(stage))
                self.rows[way.stage] = row
                self._ways.add(row)
        list(self.rows.values())[-1].set_last(True)
        self._column.addWidget(self._ways)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._last_time(seen.last, seen.counts))
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self._seen = seen
        desk.changed.connect(self._on_changed)
        self._reload()

    way_back = ""

    def line(self, _seen: Seen) -> str:
        return _("See what comes up when someone looks for you.")

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(_WATCHES):
            self._reload()

    def _reload(self) -> None:
        self._desk.read(lambda task: read_hub(task, self._desk.bench, self._seen), self._show)

    def _last_time(self, last: Run | None, counts: Counts) -> Card:
        card = Card("flat")
        if last is not None:
            day = day_in_words(local_day(last.started_at))
            words = _("You last looked on {day}. {how}").format(day=day, how=last.outcome.sentence)
            card.add(PlainLabel(words, colour="text2"))
        names = Btn(_("Change who is looked for"), "quiet", "edit")
        names.clicked.connect(lambda: self.went.emit(Stage.NAMES))
        buttons = [names]
        if counts.total:
            results = Btn(_("See all results"), "quiet", "right")
            results.clicked.connect(lambda: self.went.emit(Stage.SORT))
            buttons.append(results)
        card.add(ButtonRow(*buttons))
        return card

    def _show(self, hub: Hub) -> None:
        if self._hub == hub:
            return
        focus = self.window().focusWidget()
        was_here = self.hero is not None and focus is not None and self.hero.isAncestorOf(focus)
        clear(self._top)
        clear(self._foot)
        self._foot.addWidget(self._last_time(hub.last, hub.counts))
        self.hero = NextThing(next_thing(hub))
        self.primary = self.hero.button
        if self.hero.button is not None:
            self.hero.button.clicked.connect(lambda: self._go_on(hub))
        self._top.addWidget(self.hero)
        if was_here:
            (self.hero.button or next(iter(self.rows.values()))).setFocus()
        for way in WAYS:
            if way.stage in self.rows:
                news = way.news(hub)
                self.rows[way.stage].show_row(way.title, way.words(hub), news.words, news.tone)
        self.stepped.emit()
        self._hub = hub
        later = [way for way in WAYS if way.stage in self.rows and way.later is not None]
        self._desk.read(lambda task: _find_out(task, later, self._desk.bench), self._show_later)

    def _show_later(self, found: list[tuple[Way, News]]) -> None:
        """A method, so that it is not called any more when the stage has gone."""
        for way, news in found:
            if self._hub is not None:
                self.rows[way.stage].show_row(way.title, way.words(self._hub), news.words, news.tone)

    def _go_on(self, hub: Hub) -> None:
        stage = next_thing(hub).stage
        if stage is not None:
            self.went.emit(stage)
        elif hub.stopped is not None:
            self.plan_made.emit(hub.rest, replace(hub.wish, goes_on=hub.stopped.id))


def _find_out(task: Task, ways: Sequence[Way], bench: Workbench) -> list[tuple[Way, News]]:
    """News that take longer; a stage that was left needs none."""
    found = []
    for way in ways:
        task.check()
        if way.later is not None:
            found.append((way, way.later(bench)))
    return found


class NextThing(Card):
    """The one next thing; without a button where there is nothing left to do."""

    def __init__(self, one: Next) -> None:
        super().__init__("hero")
        space(self.body, 4, (24, 20, 24, 20))
        if one.lead:
            self.add(PlainLabel(one.lead, "small", "accent_text"))
        self.heading = Heading(one.title, "h2")
        self.add(self.heading)
        self.add(PlainLabel(one.words))
        self.button: Btn | None = None
        if one.button:
            self.button = Btn(one.button, "primary")
            self.body.addSpacing(px(8))
            self.add(ButtonRow(self.button))
