"""The app from start to end: first steps, lock, open, lock again. The only place here that opens and closes a vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.logs import Catcher, Event, Log
from footprint.settings import SettingsFile
from ui.appearance import Appearance
from ui.collector import Collector
from ui.cover import tell
from ui.early import load_home
from ui.instance import knock
from ui.kit import clipboard, theme
from ui.kit.access import install_accessibility
from ui.kit.focus import FocusRings
from ui.lock.idle import IdleWatch
from ui.lock.keys import KeysOverDialogs
from ui.lock.page import LockPage
from ui.lock.sharing import Sharing
from ui.lock.system import SystemLock
from ui.main_window import MainWindow

# Only what the lock page needs is imported above: every other page, and the whole of the open app, where it is shown.
if TYPE_CHECKING:
    from footprint.vault import Inside, Look, Opened, Vault
    from footprint.workbench import Workbench
    from ui.copies import Copies
    from ui.crash import CrashSheet
    from ui.instance import Doorbell
    from ui.jobs import Lanes
    from ui.keeping import Keeping
    from ui.lock.keyring import KeyringDoor
    from ui.reminders.teller import Teller
    from ui.session import Session
    from ui.suggesting import Suggesting
    from ui.ways_in import WaysIn

SOON_MS = 50  # long enough for the first picture to stand
LATER_MS = 500  # long enough for what that picture shows
_SHEET_MINUTES = 10  # at least so long to write a code down, however soon the app locks otherwise


class App(QObject):
    """Always in one of four states: first steps, a cover (lock, problem, covered), or a session."""

    def __init__(
        self,
        qt: QApplication,
        folder: Path,
        *,
        offline: bool = False,
        make_bench: Callable[..., Workbench] | None = None,
        opener: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(qt)
        self.folder = folder
        self.settings = SettingsFile(folder)
        self.log = Log(folder)
        self.appearance = Appearance(qt, self.settings.now)
        self.window = MainWindow()
        self.window.may_close = self._may_close
        self.session: Session | None = None
        self._offline = offline
        self._make_bench = make_bench
        self._opener = opener
        self._idle = IdleWatch(qt, self._minutes_away)
        self._idle.idle.connect(self.lock)
        self._keys = KeysOverDialogs(qt, self.lock, self.hide, self)
        self._system = SystemLock(qt)
        self._system.locked.connect(self.lock)
        self._sharing = Sharing(qt, lambda: self.settings.now.hide_from_sharing)
        self._closing = False
        self._crash: CrashSheet | None = None
        self._bell: Doorbell | None = None
        self.teller: Teller | None = None
        self._keeping: Keeping | None = None
        self._suggesting: Suggesting | None = None
        self._plan_waiting: Path | None = None  # dropped on the lock page
        self.window.takes[".footprint-plan"] = self.open_plan
        self.forgotten = False  # what is opened next comes with a new passphrase

    # -- starting ----------------------------------------------------------------------------------

    def start(self, *, minimised: bool = False) -> None:
        """Show what the folder asks for: the lock page, a problem, or a first look without a vault.

        A lock page stands at once. What may wait (the careful look at the folder, hearing the computer lock, answering
        further starts) begins when it has been painted.
        """
        if vaults.seems_kept(self.folder):
            self.show_lock(first=True)
            QTimer.singleShot(SOON_MS, self, self._look_closer)
        else:
            self.look_again()
        if minimised:
            self.window.showMinimized()
        else:
            self.window.show()
        QTimer.singleShot(LATER_MS, self, self._listen)

    def look_again(self) -> None:
        """Look carefully at the folder, and show what it asks for."""
        from footprint import paths

        if not self.folder.is_dir() and self.folder == paths.chosen_folder(paths.usual_vault_folder()):
            self.ways_in.show_problem(vaults.FolderGone())
            return
        found = vaults.look(self.folder)
        if found.found is vaults.Found.VAULT:
            self.show_lock()
        elif found.problem is not None:
            self.ways_in.show_problem(found.problem)
        else:
            self._look_first()

    @cached_property
    def lanes(self) -> Lanes:
        """Where slow work for a cover runs."""
        from ui.jobs import Lanes

        return Lanes(self, self.log)

    @property
    def keeping(self) -> Keeping:
        """The first steps, “Keep this?” and the recovery sheet; made when first wanted."""
        if self._keeping is None:
            from ui.keeping import Keeping

            self._keeping = Keeping(self)
        return self._keeping

    @property
    def suggesting(self) -> Suggesting:
        """“Suggest this to my team”; made when first wanted."""
        if self._suggesting is None:
            from ui.suggesting import Suggesting

            self._suggesting = Suggesting(self)
        return self._suggesting

    @cached_property
    def keyring(self) -> KeyringDoor:
        """This computer's own password store, where the person made it a way in."""
        from ui.lock.keyring import KeyringDoor

        return KeyringDoor(self)

    @cached_property
    def ways_in(self) -> WaysIn:
        """What stands in front of notes that do not open."""
        from ui.ways_in import WaysIn

        return WaysIn(self)

    @cached_property
    def copies(self) -> Copies:
        """What needs the notes closed and is about copies of them."""
        from ui.copies import Copies

        return Copies(self)

    def _look_closer(self) -> None:
        """Behind the lock page: a problem takes its place. What unlocking and Home need is loaded meanwhile."""
        self.lanes.start("bulk", lambda _task: load_home())
        self.in_background(lambda: vaults.look(self.folder), self._looked_closer, self._broke_off)

    def _looked_closer(self, found: Look) -> None:
        if found.problem is not None and self.session is None:
            self.ways_in.show_problem(found.problem)
        elif vaults.Way.KEYRING in found.ways and isinstance(self.window.page, LockPage):
            self.keyring.offer(found.ways, self.window.page, at_once=True)

    def _broke_off(self, problem: FootprintError) -> None:
        if isinstance(problem, vaults.VaultError) and self.session is None:
            self.ways_in.show_problem(problem)

    def _listen(self) -> None:
        """To the computer, for when it locks its screen, and to further starts of the app."""
        self._system.listen(int(self.window.winId()))
        if self.session is not None:
            self.session.desk.system_lock_works = self._system.works
        self._hear_starts()
        self._begin_to_tell()

    def _begin_to_tell(self) -> None:
        """Reminders while the app runs, locked or not."""
        from ui.reminders.teller import Teller

        self.teller = Teller(
            lambda: self.folder, lambda: self.settings.now, lambda: self.lanes, self.window.bring_to_front, self
        )

    def _hear_starts(self) -> None:
        from ui.instance import Doorbell

        if self._bell is not None:
            self._bell.deleteLater()
        self._bell = Doorbell(self.folder, self.window.bring_to_front, self)

    def _look_first(self) -> None:
        """No vault yet: everything lives in memory until the person keeps it."""
        try:
            vault = vaults.throw_away()
        except vaults.VaultError as problem:
            self.ways_in.show_problem(problem)
            return
        self._keeping = None  # whatever first steps were left before are over
        self._open_session(vault)
        self.show_session()

    def _open_session(self, vault: Vault) -> None:
        from footprint.workbench import open_bench
        from ui.links import Links, open_in_browser
        from ui.session import Session

        make_bench = self._make_bench or open_bench
        bench = make_bench(self.folder, vault, settings=self.settings, offline=self._offline)
        links = Links(self.window, self.settings, opener=self._opener or open_in_browser)
        self.session = Session(self.window, bench, links, self.appearance)
        self.session.desk.system_lock_works = self._system.works
        self.session.desk.settings_changed.connect(lambda _new: self._settings_changed())
        for signal, do in (
            (self.session.desk.lock_asked, self.lock),
            (self.session.desk.hide_asked, self.hide),
            (self.session.desk.keep_asked, lambda: self.keeping.ask()),
            (self.session.desk.suggest_asked, lambda: self.suggesting.show()),
            (self.session.desk.restore_asked, lambda: self.ways_in.leave_to_restore()),
            (self.session.desk.look_asked, lambda copy: self.copies.look(copy)),
            (self.session.desk.put_back_asked, lambda name: self.copies.put_back(name)),
            (self.session.desk.move_asked, lambda target: self.copies.move(target)),
            (self.session.desk.close_copy_asked, self.lock),
            (self.session.desk.wipe_asked, lambda: self.ways_in.wipe()),
            (self.session.sheet_asked, lambda: self.keeping.make_sheet()),
        ):
            signal.connect(do)
        self.watch_soon()

    def _settings_changed(self) -> None:
        self._sharing.apply()
        if self.teller is not None:
            self.teller.apply()

    def show_session(self) -> None:
        """What is open: Home, or the first steps where they were left."""
        if self.session is None:
            return
        self.watch_soon()
        looking = self.session.vault.only_to_look
        if looking or self.settings.now.seen_welcome or not self.keeping.resume():
            self.session.show()
        if self._plan_waiting is not None:
            self.open_plan(self._plan_waiting)

    def open_plan(self, file: Path) -> None:
        """A plan dropped on the window. Where notes are locked it waits until they are open."""
        self._plan_waiting = None
        if self.session is None:
            self._plan_waiting = file
            if isinstance(self.window.page, LockPage):
                self.window.page.say_plan_waits()
        elif self.window.shell is not None:
            self.session.desk.go("plan", file=file)
        elif not self.keeping.open_plan(file):
            self._plan_waiting = file  # until what stands in front of the open notes has gone

    def watch_soon(self) -> None:
        """Begin to notice absence. It sees every event there is, and would slow the first page."""
        QTimer.singleShot(LATER_MS, self, self._watch)

    def _watch(self) -> None:
        if self.session is not None:
            self._idle.start()

    def _minutes_away(self) -> int:
        minutes = self.settings.now.lock_after_minutes
        return max(minutes, _SHEET_MINUTES) if getattr(self.window.page, "sheet", None) is not None else minutes

    # -- unlocking ---------------------------------------------------------------------------------

    def show_lock(self, lost: str = "", *, first: bool = False) -> None:
        """The lock page; `lost` says what could not be saved when it was locked. The `first` one stands by itself."""
        page = LockPage(lost)
        page.entered.connect(lambda phrase: self.unlock(phrase, page.refused))
        page.forgotten.connect(lambda: self.ways_in.show_forgot())
        self.window.show_cover(page)
        if not first:
            self.keyring.look(page)

    def unlock(self, secret: Any, refused: Callable[[str], None]) -> None:
        """Open the notes with a passphrase or a recovery code; `refused` hears why that was not the right one."""
        self.in_background(
            lambda: vaults.unlock(self.folder, secret), self.opened, lambda problem: self._not_opened(problem, refused)
        )

    def _not_opened(self, problem: FootprintError, refused: Callable[[str], None]) -> None:
        if isinstance(problem, vaults.WrongSecret | vaults.CodeMistyped) or not isinstance(problem, vaults.VaultError):
            tell(refused, str(problem))
        else:
            self.ways_in.show_problem(problem)

    def opened(self, opened: Opened) -> None:
        """Show what has been opened, and say what has to be said once."""
        if self.session is not None:  # by another way, in the same moment
            opened.vault.close()
            return
        self._open_session(opened.vault)
        assert self.session is not None
        if opened.way is vaults.Way.CODE or self.forgotten:
            self.forgotten = False
            self.keeping.ask_new_passphrase()
            return
        self.show_session()
        if self.window.shell is not None:
            self.session.say_after_unlock(opened)

    def open_copy(self, inside: Inside) -> None:
        """A copy in place of the notes, until it is closed or locked; nothing in it can be changed."""
        self._open_session(inside.vault)
        self.show_session()
        if self.session is not None:
            self.session.say_only_to_look(inside)

    # -- locking -----------------------------------------------------------------------------------

    def lock(self) -> None:
        """Close the vault and everything that shows it. Without a passphrase there is only a cover to put up."""
        if self.session is None:
            return
        self.window.veil()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()  # nothing stands in front of a cover, and nothing of the notes stays on the screen
        if self._keeping is not None:
            self._keeping.note_step()
        if self._suggesting is not None:
            self._suggesting.note()
        if not self.session.vault.kept and not self.session.vault.only_to_look:
            self._idle.stop()
            self.keeping.cover()
            return
        lost = ""
        try:
            lost = self.end_session()
        finally:
            self.show_lock(lost)

    def hide(self) -> None:
        """Gone from the screen first, then locked."""
        self.window.veil()  # what the system keeps as a picture of the window shows nothing either
        self.window.showMinimized()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.lock()

    def end_session(self) -> str:
        """Close the vault; gives what was lost by it, in words, where something could not be saved."""
        self._idle.stop()
        ending, self.session = self.session, None
        return ending.end() if ending is not None else ""

    # -- another folder ----------------------------------------------------------------------------

    def use_folder(self, folder: Path) -> None:
        """From now on the notes are in `folder`, with the settings kept there."""
        self.folder = self.log.folder = folder
        self.settings = SettingsFile(folder)
        self.appearance.apply(self.settings.now)
        if self._bell is not None:
            self._hear_starts()

    def move_to(self, folder: Path) -> None:
        """What is open and not kept yet will be kept in `folder`; the settings move with it."""
        self.folder = self.settings.folder = self.log.folder = folder
        if self.session is not None:
            self.session.desk.bench = replace(self.session.bench, folder=folder)
        if self._bell is not None:
            self._hear_starts()

    # -- closing -----------------------------------------------------------------------------------

    def _may_close(self) -> bool:
        """Ask “Keep this?” where something would be lost; otherwise close tidily."""
        session = self.session
        if not self._closing and self._suggesting is not None and not self._suggesting.may_close():
            return False
        at_risk = session is not None and not session.vault.kept and not session.vault.only_to_look
        if self._closing or session is None or not at_risk or not session.holds_anything():
            return self._close_tidily()
        from ui.keep_question import KeepQuestion

        question = KeepQuestion(self.window)
        question.kept.connect(self.keeping.ask)
        question.thrown_away.connect(self.close_without_asking)
        question.open()
        return False

    def _close_tidily(self) -> bool:
        """Not before the person has read what could not be saved."""
        kept, lost = self.session is not None and self.session.vault.kept, self.end_session()
        if lost and kept and not self._closing:
            self.show_lock(lost)
            return False
        self.lanes.stop_all()
        return True

    def close_without_asking(self) -> None:
        """Close, and let go of whatever was not kept."""
        self._closing = True
        self.window.close()

    def broke(self, problem: BaseException) -> None:
        """A mistake of ours, wherever it happened: said once, with the app left as it is."""
        if self._crash is None or not isValid(self._crash):
            from ui.crash import CrashSheet

            self._crash = CrashSheet(self.window, problem)
            self._crash.open()

    # -- helpers -----------------------------------------------------------------------------------

    def in_background(
        self, work: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[FootprintError], None]
    ) -> None:
        """Slow work for a cover; a mistake of ours is raised where it is seen, not hidden behind a sentence."""
        job = self.lanes.start("vault", lambda _task: work())
        job.finished.connect(then)
        job.failed.connect(lambda problem: _sorted(problem, failed))


def _sorted(problem: Exception, failed: Callable[[FootprintError], None]) -> None:
    if not isinstance(problem, FootprintError):
        raise problem
    failed(problem)


def open_app(folder: Path, *, offline: bool = False, minimised: bool = False, packs: Path | None = None) -> App | None:
    """The app on `folder` with its window shown; None when one is open there already, which then comes to the front.

    `packs`: where an organisation's pack is looked for, in place of the system's configuration folder.
    """
    qt = QApplication.instance() or theme.new_application()
    assert isinstance(qt, QApplication)
    if knock(folder):
        return None
    qt.setApplicationDisplayName(_("Footprint Check"))
    install_accessibility()
    FocusRings(qt)
    app = App(qt, folder, offline=offline, make_bench=_bench_with(packs) if packs is not None else None)
    Catcher(lambda: app.log, app.broke)
    app.start(minimised=minimised)
    QTimer.singleShot(SOON_MS, app, vaults.make_private)  # nothing has been typed by then
    QTimer.singleShot(LATER_MS, app, lambda: _settle(app))
    return app


def _bench_with(packs: Path) -> Callable[..., Workbench]:
    def make(folder: Path, vault: Vault, **options: Any) -> Workbench:
        from footprint.workbench import open_bench

        return open_bench(folder, vault, packs=packs, **options)

    return make


def _settle(app: App) -> None:
    """Once the first page stands: end tidily when the system says so, and let the collector work again."""
    from ui.stopping import Stopping

    app.log.note(Event.STARTED)
    Stopping(app.close_without_asking, app)
    Collector(app)


def run(folder: Path, *, offline: bool = False, minimised: bool = False, packs: Path | None = None) -> int:
    """Open the app on `folder` and stay until it is closed; gives the exit code."""
    app = open_app(folder, offline=offline, minimised=minimised, packs=packs)
    if app is None:
        return 0
    qInstallMessageHandler(lambda _kind, _context, _words: app.log.note(Event.QT_SAID))
    code = QApplication.exec()
    clipboard.leave()
    app.log.note(Event.ENDED)
    return code
