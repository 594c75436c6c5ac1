"""Search for me: how much would be asked and what would be in it, before every word of it is read and sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from footprint import person
from footprint.i18n import _
from footprint.person import DetailKind
from footprint.search import BUDGETS, Kind, Plan
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.sources import Sources, missing_in_words, read_sources
from ui.search.stage import Seen, Stage, StagePart
from ui.search.wish import USUAL, Wish
from ui.search.wishes import Budget, Wishes
from ui.search.wording import about, in_it, listed

_PAUSE_MS = 300  # after a letter typed, before the plan is made anew


@dataclass(frozen=True)
class _Planned:
    plan: Plan
    wish: Wish
    sources: Sources
    in_it: str


class ForMe(StagePart):
    """The budget first. Every choice makes the plan anew; nothing is sent from here."""

    help_topic: ClassVar[str] = "search_plan"

    def __init__(self, desk: Desk, draft: Wish = USUAL) -> None:
        super().__init__()
        self._desk = desk
        self._shown: _Planned | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        if desk.bench.settings.now.never_use_internet:
            self._say_offline()
            return
        self.card = Card("hero")
        self.budget_words = Heading("", "h2")
        self.to = PlainLabel("")
        self.holds = PlainLabel("", colour="text2")
        self.few = PlainLabel(_("These know few people. Your own browser finds more, or set up one more source below."))
        for part in (self.budget_words, self.to, self.holds, self.few):
            self.card.add(part)
        self.read_button = Btn(_("Read what would be sent"), "primary")
        self.read_button.clicked.connect(self._read_it)
        self.card.add(ButtonRow(self.read_button))
        self.budget = Budget()
        self.wishes = Wishes()
        self.budget.set_value(draft.options.budget)
        self.wishes.set_options(draft.options)
        self.missing = Fold(_("How to set up more"))
        self._place = QVBoxLayout()
        self._column.addLayout(self._place)
        for widget in (self.card, self.budget, self.wishes, self.missing):
            self._column.addWidget(widget)
            widget.hide()
        self._column.addStretch(1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._make)
        self.budget.changed.connect(self._make)
        self.wishes.changed.connect(self._later.start)
        desk.changed.connect(self._on_changed)
        self._make()

    def line(self, _seen: Seen) -> str:
        return _("The app asks public sources. You read every word first, and you press the button.")

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        """A key that was given meanwhile, or another name, is in the plan at once."""
        if changes.settings or changes.person:
            self._make()

    # -- the plan --------------------------------------------------------------------------------------

    def wish(self) -> Wish:
        return Wish(self.wishes.options(self.budget.value))

    def _make(self) -> None:
        self._later.stop()
        wish = self.wish()
        self._desk.read(lambda task: self._plan(task, wish), self._show)

    def _plan(self, task: Task, wish: Wish) -> _Planned:
        bench = self._desk.bench
        plan = wish.plan(bench)
        details = {one.text: one.kind for kind in DetailKind for one in person.details(bench.vault, kind)}
        counted: Counter[DetailKind | None] = Counter()
        for line in plan.chosen:
            counted.update({details.get(text) for text in line.details})
        return _Planned(plan, wish, read_sources(task, bench), in_it(counted))

    def _show(self, made: _Planned) -> None:
        if made.wish != self.wish():
            return  # something else is wished for by now, and its plan is on the way
        known, self._shown = self._shown, made
        clear(self._place)
        has_lines = bool(made.plan.lines)
        for widget in (self.card, self.wishes):
            widget.setVisible(has_lines)
        self.budget.setVisible(len(made.plan.lines) > BUDGETS[0])  # with fewer there is nothing to choose
        open_web = any(one.kind is Kind.PAGES for one in made.sources.ready)
        self.few.setVisible(has_lines and not open_web)
        if known is None or known.sources != made.sources:
            self.wishes.show_choices(made.sources)
            self._show_missing(made.sources)
        self.missing.setVisible(has_lines and bool(missing_in_words(made.sources)))
        self.primary = self.read_button if has_lines else None
        if not has_lines:
            self._say_no_name()
        else:
            words = about(made.plan).rstrip(".")  # a heading
            changed = self.budget_words.text() not in ("", words)
            self.budget_words.setText(words)
            asked = listed(list(dict.fromkeys(line.label for line in made.plan.chosen)))
            self.to.setText(_("Asked, one question at a time each: {sources}.").format(sources=asked))
            self.holds.setText(made.in_it)
            if changed:
                announce(self, self.budget_words.text())
        self.stepped.emit()

    def _read_it(self) -> None:
        """With what is chosen at this moment: a word typed last is in it."""
        wish = self.wish()
        if self._shown is not None and self._shown.wish == wish:
            self.plan_made.emit(self._shown.plan, wish)
        else:
            self._desk.read(lambda _task: (wish.plan(self._desk.bench), wish), self._planned)

    def _planned(self, made: tuple[Plan, Wish]) -> None:
        self.plan_made.emit(*made)

    # -- parts -----------------------------------------------------------------------------------------

    def _show_missing(self, sources: Sources) -> None:
        clear(self.missing.body)
        for words in missing_in_words(sources):
            self.missing.body.addWidget(PlainLabel(words, "small", "text2"))
        set_up = Btn(_("Set up sources"))
        set_up.clicked.connect(lambda: self._desk.go("settings", section="internet"))
        self.missing.body.addWidget(ButtonRow(set_up))

    def _say_no_name(self) -> None:
        names = Btn(_("Add your name"), "primary", "plus")
        names.clicked.connect(lambda: self.went.emit(Stage.NAMES))
        self.primary = names
        words = _("Add your name first, then come back here.")
        self._place.addWidget(EmptyState("search", _("There is no name to look for"), words, names))

    def _say_offline(self) -> None:
        settings = Btn(_("Open Settings"))
        settings.clicked.connect(lambda: self._desk.go("settings", section="internet"))
        words = _("You chose this in Settings. You can still look in your own browser.")
        self._column.addWidget(Banner("info", _("The internet is switched off"), words, settings, quiet=True))
        self.primary = Btn(_("Look in my browser"), "primary", "external")
        self.primary.clicked.connect(lambda: self.went.emit(Stage.BY_HAND))
        self._column.addWidget(ButtonRow(self.primary))
        self._column.addStretch(1)
