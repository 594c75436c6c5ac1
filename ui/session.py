"""The app while a vault is open: its desk, its shell in the window, and what the keys and menus do there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from footprint import checklists, log, person, search
from footprint import vault as vaults
from footprint.dates import from_text, local_day, number
from footprint.i18n import _, ngettext
from footprint.logs import Event
from footprint.settings import Settings
from footprint.supervision import plans
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.appearance import Appearance, stepped
from ui.automatic import AutomaticCopies
from ui.changes import Changes
from ui.desk import Desk
from ui.due_notes import DueNotes
from ui.kit import clipboard
from ui.kit.access import spoken
from ui.links import Links
from ui.main_window import MainWindow, focus_search, press_primary
from ui.menus import Doings, Menus
from ui.shell import Shell

if TYPE_CHECKING:
    from footprint.retention import Purged
    from footprint.vault import Inside, Opened, Vault, VaultError
    from ui.kit.dialogs import Question

_TIDY_MS = 3000
_MOST_MS = 1500  # locked within 2 seconds (`architecture`); what still runs then finds the vault closed


class Session(QObject):
    """From unlock to lock. `end` closes the vault and takes every widget that showed anything of it away."""

    sheet_asked = Signal()  # a new recovery sheet, in place of one that was never written

    def __init__(self, window: MainWindow, bench: Workbench, links: Links, appearance: Appearance) -> None:
        super().__init__(window)
        self.window = window
        self.desk = Desk(bench, self)
        self._appearance = appearance
        self.desk.link_asked.connect(links.open)
        self.desk.help_asked.connect(self._help)
        self.desk.take_asked.connect(self._take_line)
        self.desk.broke.connect(self._broke)
        self.desk.settings_changed.connect(self._apply)
        self._menus: Menus | None = None
        self._automatic = AutomaticCopies(self.desk, self)
        self._due = DueNotes(self.desk, self)

    @property
    def bench(self) -> Workbench:
        return self.desk.bench

    @property
    def vault(self) -> Vault:
        return self.bench.vault

    # -- showing and ending ------------------------------------------------------------------------

    def show(self) -> None:
        """Open the app at Home."""
        self._since = self.vault.now()
        kept = self.vault.kept or self.vault.only_to_look  # either is locked by Lock
        shell = Shell(self.desk, kept=kept)
        self._menus = self.window.show_shell(shell, self._doings(shell), kept=kept)
        self.desk.undo_stack.changed.connect(self._show_undo)
        self._show_undo()
        shell.go("home")
        self._automatic.start()
        QTimer.singleShot(_TIDY_MS, self, self._tidy)

    def _tidy(self) -> None:
        """Once Home stands and is read: what was deleted long ago goes for good."""
        if self.vault.closed or self.vault.only_to_look:  # closed: locked in the same moment
            return
        self.desk.lanes.start("bulk", lambda _task: log.empty_deleted(self.vault))
        self.desk.lanes.start("bulk", lambda _task: self._drop_notes())
        self.desk.read(self._purge, self._say_purged)

    def _purge(self, task: Task) -> Purged | None:
        """Closed things whose time has come, where the person chose one."""
        from ui.settings.closed import purge_in_time

        return purge_in_time(self.desk, task)

    def _say_purged(self, done: Purged | None) -> None:
        if done is not None and done.items:
            self.desk.bench.log.note(Event.PURGED, count=done.items)
            self.desk.changed.emit(Changes(items=True), None)
            count = done.items
            words = ngettext("{n} closed thing deleted as you chose", "{n} closed things deleted as you chose", count)
            self.desk.say(words.format(n=number(count)))

    def _drop_notes(self) -> None:
        """Incident notes deleted before this session: their step back went with it."""
        from footprint.log import incidents

        incidents.drop_deleted(self.vault, self._since)

    def end(self) -> str:
        """Save what is typed, stop what runs, close the vault. The window shows something else right after.

        Whatever goes wrong, it ends: a full disk costs what is half typed and never keeps the app unlocked. Gives a
        sentence on what was lost, "" when all is saved; it names the place and nothing that was in it.
        """
        try:
            refused = self.window.shell.put_away() if self.window.shell is not None else {}
        finally:
            self._close()
        return _lost(refused)

    def _close(self) -> None:
        self.desk.lanes.stop_all(_MOST_MS)
        self._due.note()
        self.window.clear()
        self.vault.close()
        clipboard.clear_secret()
        spoken.clear()
        self.desk.undo_stack.clear()
        self.deleteLater()

    def holds_anything(self) -> bool:
        """Whether closing now would lose something the person did."""
        vault = self.vault
        return bool(
            person.details(vault)
            or person.accounts(vault)
            or checklists.latest_of_all(vault)
            or search.last_run(vault)
            or plans.taken(vault)
            or log.count(vault, log.Query(), local_day(vault.now()))
        )

    def say_only_to_look(self, inside: Inside) -> None:
        """At the top for as long as a copy is open: whose day it is, and how to leave it."""
        from footprint.dates import day_in_words

        day = day_in_words(local_day(inside.newest or inside.made))
        if self.window.shell is not None:
            self.window.shell.say_only_to_look(day)

    def say_after_unlock(self, opened: Opened) -> None:
        """What has to be said once: an older copy was put back, or the recovery sheet wants a look."""
        if opened.older is not None:
            self._say_older(opened)
        elif not vaults.is_sheet_written(self.vault):
            self._say_unwritten()
        elif vaults.sheet_due(self.vault, local_day(self.vault.now())):
            self._ask_for_sheet()

    def _say_older(self, opened: Opened) -> None:
        older = opened.older
        assert older is not None
        words = _("These notes are from {this}. Newer ones were used here on {newest}. Carry on with the older ones?")
        question = self._question(
            _("This is an older copy of your notes"),
            words.format(this=_when(older.this_copy), newest=_when(older.newest)),
            _("Carry on with these"),
            _("Lock, so that I can look"),
        )
        question.accepted.connect(lambda: vaults.accept_older_copy(self.vault))
        question.keep_button.clicked.connect(self.desk.lock_asked)
        question.open()

    def _say_unwritten(self) -> None:
        question = self._question(
            _("You have not written the recovery code down yet"),
            _("Without it, nobody can open your notes if you forget your passphrase."),
            _("Make a new sheet now"),
            _("Do this later"),
        )
        question.accepted.connect(self.sheet_asked)
        question.open()

    def _ask_for_sheet(self) -> None:
        question = self._question(
            _("Is your recovery sheet still at hand?"),
            _("It is the only other way to open your notes. If it is lost, make a new one now."),
            _("I have it"),
            _("Make a new sheet"),
        )
        question.accepted.connect(self._sheet_confirmed)
        question.keep_button.clicked.connect(lambda: self.desk.go("settings", section="lock"))
        question.open()

    def _question(self, title: str, words: str, do: str, keep: str) -> Question:
        from ui.kit.dialogs import Question

        return Question(self.window, title, words, do, keep)

    def _sheet_confirmed(self) -> None:
        self.desk.lanes.start("vault", lambda _task: vaults.sheet_confirmed(self.vault))

    # -- what keys and menus do --------------------------------------------------------------------

    def _doings(self, shell: Shell) -> Doings:
        return Doings(
            undo=self.desk.undo,
            redo=self.desk.redo,
            find=lambda: focus_search(_current(shell)),
            primary=lambda: press_primary(_current(shell)),
            choose=lambda number: _call(shell, "choose", number),
            back=lambda: _call(shell, "back"),
            escape=lambda: self._escape(shell),
            go=shell.go,
            step_place=shell.step_place,
            step_area=shell.step_area,
            lock=self.desk.lock_asked.emit,
            hide=self.desk.hide_asked.emit,
            keep=self.desk.keep_asked.emit,
            back_up=lambda: self.desk.go("settings", section="data"),
            open_plan=self._open_plan,
            suggest=self.desk.suggest_asked.emit,
            managers_guide=self._show_managers_guide,
            print=lambda: _call(shell, "print_page"),
            save=lambda: _call(shell, "save_copy"),
            take=lambda: self._take(shell),
            text_size=self._text_size,
            help=lambda: self._help(getattr(_current(shell), "help_topic", "home")),
            keys=self._show_keys,
            about=self._show_about,
            quit=self.window.close,
        )

    def _show_managers_guide(self) -> None:
        from ui.supervision.managers_guide import ManagersGuide

        ManagersGuide(self.window).open()

    def _open_plan(self) -> None:
        from ui.supervision.plan_files import ask_for_plan

        ask_for_plan(self.window, self.desk)

    def _escape(self, shell: Shell) -> None:
        """Close the toast, then stop or close what the page has, then leave focus mode."""
        if not shell.dismiss_toast():
            _call(shell, "escape")

    def _take(self, shell: Shell) -> None:
        """A line for the person's own list, begun with words that say nothing of what was found on this page."""
        from footprint.supervision import take

        words = shell.page.to_take() if shell.page is not None else ""
        self._take_line(words or take.from_place(shell.at))

    def _take_line(self, words: str) -> None:
        from ui.supervision.take_sheet import TakeSheet

        TakeSheet(self.desk, self.window, words).open()

    def _text_size(self, by: int) -> None:
        now = self.bench.settings.now.text_size
        self._apply(
            self.bench.settings.hold(replace(self.bench.settings.now, text_size=stepped(now, by) if by else 100))
        )
        self.desk.changed.emit(Changes(settings=True), None)

    def _apply(self, settings: Settings) -> None:
        self._appearance.apply(settings)

    def _show_undo(self) -> None:
        if self._menus is not None:
            self._menus.undo.setEnabled(self.desk.undo_stack.next_undo() is not None)
            self._menus.redo.setEnabled(self.desk.undo_stack.next_redo() is not None)

    # The sheets are loaded when they are opened: Home stands without them.

    def _help(self, topic: str) -> None:
        from ui.help.sheet import HelpSheet

        HelpSheet(self.window, topic).open()

    def _broke(self, problem: BaseException) -> None:
        from ui.crash import CrashSheet

        CrashSheet(self.window, problem).open()

    def _show_keys(self) -> None:
        from ui.about import show_keys

        show_keys(self.window)

    def _show_about(self) -> None:
        from ui.about import show_about

        show_about(self.window)


def _current(shell: Shell) -> QWidget | None:
    return shell.alone or shell.page


def _call(shell: Shell, name: str, *values: object) -> None:
    """Ask the page shown (or the walk-through shown alone) for something it may not have."""
    do: Callable[..., object] | None = getattr(_current(shell), name, None)
    if do is not None:
        do(*values)


def _lost(refused: Mapping[str, VaultError]) -> str:
    if not refused:
        return ""
    places = " ".join(f"“{label}”" for label in refused)
    why = next(iter(refused.values()))
    if isinstance(why, vaults.DiskFull):
        return _("What was half typed under {places} is lost, because the disk is full.").format(places=places)
    if isinstance(why, vaults.ReadOnlyPlace):
        words = _("What was half typed under {places} is lost, because its folder lets nothing be saved.")
        return words.format(places=places)
    return _("What was half typed under {places} is lost, because it could not be saved.").format(places=places)


def _when(text: str) -> str:
    from footprint.dates import day_in_words

    return day_in_words(local_day(from_text(text))) if text else _("a day that is not known")
