"""The ways to be told, each off until it is chosen, and a button to try one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from footprint import web
from footprint.dates import local_day
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.reminders import calendars, desktop, schedule
from footprint.reminders.digests import neutral_words, title
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.due_notes import note_due
from ui.jobs import Operation
from ui.kit import files
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choice_cards import Tick
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px
from ui.reminders.showing import show_now


@dataclass(frozen=True)
class Stands:
    """How this computer stands: its scheduler, and whether the app opens at login."""

    timer: schedule.State
    kind: str
    login: bool


class WaysCard(Card):
    """On the page and in the settings alike. `timer` is another computer's scheduler, for tests."""

    def __init__(self, desk: Desk, timer: schedule.Scheduler | None = None) -> None:
        super().__init__(title=_("How you are told"))
        self.desk = desk
        self.timer = timer or schedule.Scheduler(schedule.here())
        self.add(
            PlainLabel(_("Each way is off until you choose it. You are told once a day at most."), "small", "text2")
        )
        self._add_computer()
        self._add_calendar()
        quiet = Btn(_("Quiet hours and days off"), "quiet", "clock")
        quiet.clicked.connect(lambda: desk.go("settings", section="reminders"))
        self.more = quiet
        self.add(ButtonRow(quiet))

    def _add_computer(self) -> None:
        self.body.addSpacing(px(4))
        self.add(Heading(_("This computer"), "h3"))
        self.open_tick = Tick(_("While the app is open"), _("It says “You have a check to do”, and nothing more."))
        self.open_tick.clicked.connect(self._set_open)
        self.closed_tick = Tick(
            _("Also while the app is closed"), _("This computer looks once an hour, without your notes.")
        )
        self.closed_tick.clicked.connect(self._set_closed)
        self.login_tick = Tick(_("Open the app when I log in"), _("It starts minimised, and locked."))
        self.login_tick.clicked.connect(self._set_login)
        for tick in (self.open_tick, self.closed_tick, self.login_tick):
            self.add(tick)
        self.try_button = Btn(_("Try it now"), icon="bell")
        self.try_button.clicked.connect(self.try_now)
        self.tried = PlainLabel("", "small", "text2")
        self.tried.hide()
        self.add(ButtonRow(self.try_button))
        self.add(self.tried)

    def _add_calendar(self) -> None:
        self.body.addSpacing(px(8))
        self.add(Heading(_("My calendar"), "h3"))
        self.add(
            PlainLabel(
                _("A work calendar may be visible to colleagues. We use the title “Online check”."), "small", "text2"
            )
        )
        save = Btn(_("Save a calendar file…"), icon="calendar")
        save.clicked.connect(self._ask_file)
        self.add(ButtonRow(save))

    # -- how it stands -----------------------------------------------------------------------------

    def reload(self) -> None:
        self.open_tick.setChecked(self.desk.bench.settings.now.notifications)
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> Stands:
        folder = self.desk.bench.folder
        return Stands(self.timer.state(folder), self.timer.kind, schedule.opens_at_login(self.timer.at, folder))

    def _show(self, stands: Stands) -> None:
        kept = self.desk.bench.vault.kept
        self.closed_tick.setChecked(stands.timer in (schedule.State.ON, schedule.State.WRITTEN))
        self.closed_tick.setVisible(kept and stands.timer is not schedule.State.NOT_HERE)
        self.login_tick.setChecked(stands.login)
        self.login_tick.setVisible(kept)

    # -- choosing ----------------------------------------------------------------------------------

    def _set_open(self) -> None:
        settings = self.desk.bench.settings
        settings.hold(replace(settings.now, notifications=self.open_tick.isChecked()))
        self.desk.settings_changed.emit(settings.now)
        self.desk.changed.emit(Changes(settings=True), self.window())
        self.desk.say(_("Saved"))

    def _set_closed(self) -> None:
        on, folder = self.closed_tick.isChecked(), self.desk.bench.folder

        def work(_task: Task) -> bool:
            note_due(self.desk)
            if on:
                self.timer.turn_on(folder)
            else:
                self.timer.turn_off(folder)
            return on

        self._run(
            work, _("This computer will remind you") if on else _("This computer does nothing by itself any more")
        )

    def _set_login(self) -> None:
        on, folder = self.login_tick.isChecked(), self.desk.bench.folder

        def work(_task: Task) -> bool:
            if on:
                schedule.open_at_login(self.timer.at, folder)
            else:
                schedule.do_not_open_at_login(self.timer.at, folder)
            return on

        self._run(work, _("The app opens at your next login") if on else _("The app does not open at login"))

    def _run(self, work: object, said: str) -> None:
        self.desk.run(
            Operation(work, lane="bulk", changes=Changes(settings=True), said=lambda _on: said),  # type: ignore[arg-type]
            origin=self.window(),
            then=lambda _on: self.reload(),
            failed=self._not_done,
        )

    def _not_done(self, problem: Exception) -> None:
        self.desk.show_problem(problem)
        self.reload()

    # -- trying and saving -------------------------------------------------------------------------

    def try_now(self) -> None:
        """A real notification, in the words of a real one."""
        if desktop.is_there():
            self.desk.read(lambda _task: desktop.show(title(), neutral_words(1)), self._tried, lane="web")
        else:
            self._tried(show_now(title(), neutral_words(1)))

    def _tried(self, shown: bool) -> None:
        words = (
            _("Shown. If you saw nothing, look at “Do not disturb” in this computer’s settings.")
            if shown
            else _("This computer cannot show it here. Home and your calendar still remind you.")
        )
        self.tried.setText(words)
        self.tried.show()
        announce(self, words, urgent=True)

    def _ask_file(self) -> None:
        files.ask_save(
            self, _("Save the calendar file"), calendars.FILE_NAME, [_("Calendar (*.ics)")], self.save_calendar
        )

    def save_calendar(self, path: Path) -> None:
        bench = self.desk.bench
        today = local_day(bench.vault.now())
        months = bench.settings.now.months_between_checks

        def work(_task: Task) -> int:
            data = calendars.calendar_file(bench.vault, bench.checklists, today, months)
            try:
                path.write_bytes(data)
            except OSError as problem:
                raise NotSaved from problem
            web.note_made(bench.vault, _("Calendar file"), (path.name,))
            return data.count(b"BEGIN:VEVENT")

        said = _("Saved. Open the file to put it into your calendar.")
        self.desk.run(Operation(work, changes=Changes(ledger=True), said=lambda _count: said), origin=self.window())


class NotSaved(FootprintError):
    def __init__(self) -> None:
        super().__init__(_("It could not be saved there. Choose another folder."))
