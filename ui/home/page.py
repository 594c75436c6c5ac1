"""Home: the one next thing with its reason and minutes, what is due, and how many things are left to change."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from footprint import home
from footprint.dates import day_in_words, local_day
from footprint.home import Overview, Suggestion
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.home.hero import HeroCard
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.layout import Columns, vbox
from ui.page import Page, clear


class HomePage(Page):
    watches: ClassVar[Changes] = Changes.all()
    help_topic: ClassVar[str] = "home"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, heading_role="display")
        self._overview: Overview | None = None
        self.heading.setText(_greeting("", desk.bench.vault.now().astimezone()))

    def back(self) -> None:
        """Home is where back leads."""

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> Overview:
        today = local_day(self.vault.now())
        months = self.bench.settings.now.months_between_checks
        seen = home.overview(self.vault, self.bench.checklists, today, months)
        if not self.vault.only_to_look:
            home.keep_count(self.vault, today, seen.open_things)
        return seen

    def _read_changes(self, _task: Task) -> object:
        """Read apart from the rest: Home does not wait for it."""
        from footprint.search import changes

        return changes.compare(self.vault)

    def _show(self, seen: Overview) -> None:
        self._overview = seen
        today = local_day(self.vault.now())
        held = self._held()
        self.heading.setText(_greeting(seen.greeting_name, self.vault.now().astimezone()))
        self.say_line(_where_things_stand(seen))
        self.clear_body()
        self._add_hero(seen)
        self.body.addWidget(self._quiet_buttons())
        self._pack_place = vbox()
        self.body.addLayout(self._pack_place)
        bench = self.bench
        self.desk.read(lambda _task: bench.pack_waits(), self._show_pack)
        if not seen.new:
            from ui.home.cards import DueCard, ItemsCard, LastSearchCard, ProgressCard, ThingsCard

            names = {one.id: one.name for one in self.bench.checklists.heads()}
            last = LastSearchCard(seen, self.desk.go)
            if seen.last_run is not None:
                self.desk.read(self._read_changes, last.show_changes)
            left = QWidget()
            left.setLayout(
                vbox(
                    DueCard(seen, today, self._open, self.desk.go),
                    last,
                    None,
                    spacing=16,
                )
            )
            self.body.addWidget(Columns([left, ThingsCard(seen, names, self.desk.go)], [6, 5]))
            self.body.addWidget(ProgressCard(seen, self.desk.go))
            self.body.addWidget(ItemsCard(seen, self.desk.go))
        self.body.addStretch(1)
        if held is not None:
            self._hold(held)

    def _show_pack(self, waits: bool) -> None:
        """A pack the organisation put on this computer is said here, and used only from its own page."""
        clear(self._pack_place)
        if not waits:
            return
        look = Btn(_("Look at it"))
        look.clicked.connect(lambda: self.desk.go("packs"))
        words = _("It may add contacts, rules and checks. Nothing of it is used before you say so.")
        self._pack_place.addWidget(Banner("info", _("Your organisation put a pack on this computer"), words, look))

    def _held(self) -> str | None:
        """The words of the button the focus is on, "" for another part of the page, None when it is elsewhere."""
        now = self.focusWidget() if self.isAncestorOf(QApplication.focusWidget() or self.window()) else None
        return None if now is None else now.text() if isinstance(now, QAbstractButton) else ""

    def _hold(self, words: str) -> None:
        """Put the focus back on the same button, or where that is gone on the heading."""
        buttons = self.findChildren(QAbstractButton)
        same = next((one for one in buttons if words and one.text() == words and not one.isHidden()), None)
        if same is None:
            self.arrive()
        else:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_hero(self, seen: Overview) -> None:
        hero = HeroCard(seen)
        hero.opened.connect(self._open)
        hero.put_off.connect(self._put_off)
        self.primary = hero.primary
        self.body.addWidget(hero)

    def _quiet_buttons(self) -> QWidget:
        fifteen = Btn(_("I have 15 minutes"), icon="clock")
        fifteen.clicked.connect(lambda: self.desk.go("checklists", view="quick"))
        happened = Btn(_("Something has happened"), icon="flag")
        happened.clicked.connect(lambda: self.desk.go("happened"))
        changed = Btn(_("When life changes"), icon="refresh")
        changed.clicked.connect(lambda: self.desk.go("events"))
        return ButtonRow(fifteen, changed, happened)

    def _open(self, suggestion: Suggestion) -> None:
        self.desk.go(suggestion.place, **suggestion.details)

    def _put_off(self, suggestion: Suggestion) -> None:
        today = local_day(self.vault.now())
        self.desk.run(
            Operation(
                lambda _task: home.tomorrow(self.vault, suggestion.key, today),
                changes=Changes(settings=True),
                said=lambda _until: _("We will bring this up tomorrow"),
            )
        )


def _greeting(name: str, now: datetime) -> str:
    """No name unless the person has typed one."""
    if now.hour < 12:
        return _("Good morning, {name}").format(name=name) if name else _("Good morning")
    if now.hour < 18:
        return _("Good afternoon, {name}").format(name=name) if name else _("Good afternoon")
    return _("Good evening, {name}").format(name=name) if name else _("Good evening")


def _where_things_stand(seen: Overview) -> str:
    if seen.new:
        return _("Everything you do here stays on this computer. Your manager cannot see it.")
    if not seen.due:
        if seen.nothing_due_until is not None:
            return _("Nothing is due until {day}.").format(day=day_in_words(seen.nothing_due_until))
        return _("Nothing is due.")
    minutes = sum(one.minutes for one in seen.due)
    count = len(seen.due)
    things = ngettext("{n} thing is due.", "{n} things are due.", count).format(n=count)
    time = ngettext("It should take about {m} minute.", "It should take about {m} minutes.", minutes)
    times = ngettext("They should take about {m} minute.", "They should take about {m} minutes.", minutes)
    return f"{things} {(time if count == 1 else times).format(m=minutes)}"
