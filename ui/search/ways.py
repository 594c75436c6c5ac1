"""The two ways to look, side by side: in the person's own browser, or by sources they have set up."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.search import Plan, Run
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Tick
from ui.kit.layout import Columns, Fold
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.sources import Sources, missing_in_words, read_sources, ready_in_words
from ui.search.stage import Seen, Stage, StagePart
from ui.search.wish import Wish
from ui.search.wishes import Wishes


class Ways(StagePart):
    def __init__(self, desk: Desk, last: Run | None) -> None:
        super().__init__()
        self._desk = desk
        self.plan_button: Btn | None = None
        column = QVBoxLayout(self)
        space(column, 16)
        column.addWidget(Columns([self._own_browser(), self._for_me()], [1, 1]))
        column.addWidget(self._about(last))
        column.addStretch(1)
        desk.read(lambda task: read_sources(task, desk.bench), self._show_sources)

    def line(self, seen: Seen) -> str:
        left = seen.counts.left
        words = ngettext("{n} result is left to sort.", "{n} results are left to sort.", left)
        here = _("See what comes up when someone looks for you.")
        return f"{here} {words.format(n=number(left))}" if left else here

    def _own_browser(self) -> Card:
        card = Card(title=_("Look in my own browser"))
        card.add(PlainLabel(_("We give you the words and open the page. You say here what you saw.")))
        card.add(
            PlainLabel(_("Works for Google, Bing, DuckDuckGo, Facebook, LinkedIn, Instagram and X."), colour="text2")
        )
        card.add(
            PlainLabel(_("Sign out or use a private window, so that you see what strangers see."), "small", "text2")
        )
        card.body.addStretch(1)
        self.primary = Btn(_("Look in my browser"), "primary", "external")
        self.primary.clicked.connect(lambda: self.went.emit(Stage.BY_HAND))
        card.add(ButtonRow(self.primary))
        return card

    def _for_me(self) -> Card:
        card = Card(title=_("Search for me"))
        card.add(PlainLabel(_("The app asks public sources. You read every word first, and you press the button.")))
        if self._desk.bench.settings.now.never_use_internet:
            settings = Btn(_("Open Settings"))
            settings.clicked.connect(self._to_settings)
            card.add(
                Banner(
                    "info",
                    _("The internet is switched off"),
                    _("You chose this in Settings. The other way still works: it uses your own browser."),
                    settings,
                    quiet=True,
                )
            )
            return card
        self.ready = PlainLabel("", colour="text2")
        card.add(self.ready)
        self.missing = Fold(_("How to set up more"))
        self.missing.hide()
        card.add(self.missing)
        self.from_work = Tick(
            _("Look as someone from work would"),
            _("Off, because your employer and job title together with your name lead straight to you."),
        )
        self.from_work.hide()
        card.add(self.from_work)
        self.wishes = Wishes()
        card.add(self.wishes)
        self.plan_button = Btn(_("Show what would be sent"), "secondary", "search")
        self.plan_button.clicked.connect(self._make_plan)
        card.body.addStretch(1)
        card.add(ButtonRow(self.plan_button))
        return card

    def _about(self, last: Run | None) -> Card:
        card = Card("flat")
        if last is not None:
            day = day_in_words(local_day(last.started_at))
            card.add(PlainLabel(_("You last looked on {day}. {how}").format(day=day, how=last.outcome.sentence)))
        names = Btn(_("Change who is looked for"), "quiet")
        names.clicked.connect(lambda: self.went.emit(Stage.NAMES))
        results = Btn(_("See all results"), "quiet")
        results.clicked.connect(lambda: self.went.emit(Stage.SORT))
        card.add(ButtonRow(names, results))
        return card

    def _show_sources(self, sources: Sources) -> None:
        if self.plan_button is None:
            return
        self.ready.setText(ready_in_words(sources))
        self.from_work.setVisible(sources.has_work)
        self.wishes.show_contacts(sources.contacts)
        lines = missing_in_words(sources)
        self.missing.setVisible(bool(lines))
        clear(self.missing.body)
        for words in lines:
            self.missing.body.addWidget(PlainLabel(words, "small", "text2"))
        set_up = Btn(_("Set up sources"))
        set_up.clicked.connect(self._to_settings)
        self.missing.body.addWidget(ButtonRow(set_up))

    def _to_settings(self) -> None:
        self._desk.go("settings", section="internet")

    # -- the plan --------------------------------------------------------------------------------------

    def _make_plan(self) -> None:
        wish = Wish(self.wishes.options(from_work=self.from_work.isChecked()))
        self._desk.read(lambda _task: wish.plan(self._desk.bench), lambda plan: self._planned(plan, wish))

    def _planned(self, plan: Plan, wish: Wish) -> None:
        if plan.lines:
            self.plan_made.emit(plan, wish)
        else:
            self._desk.say(_("There is no name to look for yet. Add your name first."))
            self.went.emit(Stage.NAMES)
