"""The app from start to end: first steps, lock, open, lock again. The only place here that opens and closes a vault."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.settings import SettingsFile
from ui.appearance import Appearance
from ui.instance import knock
from ui.jobs import Lanes
from ui.kit import theme
from ui.kit.access import install_accessibility
from ui.kit.focus import FocusRings
from ui.lock.idle import IdleWatch
from ui.lock.keys import KeysOverDialogs
from ui.lock.page import LockPage
from ui.lock.system import SystemLock
from ui.main_window import MainWindow

# Only what the lock page needs is imported above: every other page, and the whole of the open app, where it is shown.
if TYPE_CHECKING:
    from footprint.vault import Created, Look, Opened, Vault, VaultError
    from footprint.workbench import Workbench
    from ui.crash import CrashSheet
    from ui.first_run.wizard import FirstRun
    from ui.instance import Doorbell
    from ui.lock.keep import KeepPage
    from ui.session import Session

SOON_MS = 50  # long enough for the first picture to stand
LATER_MS = 500  # long enough for what that picture shows


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
        self.appearance = Appearance(qt, self.settings.now)
        self.lanes = Lanes(self)
        self.window = MainWindow()
        self.window.may_close = self._may_close
        self.session: Session | None = None
        self._offline = offline
        self._make_bench = make_bench
        self._opener = opener
        self._idle = IdleWatch(qt, lambda: self.settings.now.lock_after_minutes)
        self._idle.idle.connect(self.lock)
        self._keys = KeysOverDialogs(qt, self.lock, self.hide, self)
        self._system = SystemLock(qt)
        self._system.locked.connect(self.lock)
        self._closing = False
        self._crash: CrashSheet | None = None
        self._bell: Doorbell | None = None

    # -- starting ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Show what the folder asks for: the lock page, a problem, or a first look without a vault.

        A lock page stands at once. What may wait (the careful look at the folder, hearing the computer lock, answering
        further starts) begins when it has been painted.
        """
        if vaults.seems_kept(self.folder):
            self.show_lock()
            QTimer.singleShot(SOON_MS, self, self._look_closer)
        else:
            self.look_again()
        self.window.show()
        QTimer.singleShot(LATER_MS, self, self._listen)

    def look_again(self) -> None:
        """Look carefully at the folder, and show what it asks for."""
        found = vaults.look(self.folder)
        if found.found is vaults.Found.VAULT:
            self.show_lock()
        elif found.problem is not None:
            self.show_problem(found.problem)
        else:
            self._look_first()

    def _look_closer(self) -> None:
        """Behind the lock page: a problem takes its place. What unlocking and Home need is loaded meanwhile."""
        self.lanes.start("bulk", lambda _task: _load_the_rest())
        self._in_background(lambda: vaults.look(self.folder), self._looked_closer, self._broke_off)

    def _looked_closer(self, found: Look) -> None:
        if found.problem is not None and self.session is None:
            self.show_problem(found.problem)

    def _broke_off(self, problem: FootprintError) -> None:
        if isinstance(problem, vaults.VaultError) and self.session is None:
            self.show_problem(problem)

    def _listen(self) -> None:
        """To the computer, for when it locks its screen, and to further starts of the app."""
        from ui.instance import Doorbell

        self._system.listen(int(self.window.winId()))
        if self.session is not None:
            self.session.desk.system_lock_works = self._system.works
        self._bell = Doorbell(self.folder, self.window.bring_to_front, self)

    def _look_first(self) -> None:
        """No vault yet: everything lives in memory until the person keeps it."""
        try:
            vault = vaults.throw_away()
        except vaults.VaultError as problem:
            self.show_problem(problem)
            return
        self._open_session(vault)
        assert self.session is not None
        if self.settings.now.seen_welcome:
            self.session.show()
            return
        from ui.first_run.wizard import FirstRun

        first = FirstRun(self.session.desk)
        first.keep_asked.connect(lambda phrase: self._keep(phrase, first))
        first.sheet_written.connect(self._sheet_written)
        first.finished.connect(self.session.show)
        self.window.show_cover(first)

    def _open_session(self, vault: Vault) -> None:
        from footprint.workbench import open_bench
        from ui.links import Links, open_in_browser
        from ui.session import Session

        make_bench = self._make_bench or open_bench
        bench = make_bench(self.folder, vault, settings=self.settings, offline=self._offline)
        links = Links(self.window, self.settings, opener=self._opener or open_in_browser)
        self.session = Session(self.window, bench, links, self.appearance)
        self.session.desk.system_lock_works = self._system.works
        for signal, do in (
            (self.session.desk.lock_asked, self.lock),
            (self.session.desk.hide_asked, self.hide),
            (self.session.desk.keep_asked, self.ask_to_keep),
            (self.session.desk.restore_asked, lambda: self._leave_for(self.show_restore)),
            (self.session.desk.wipe_asked, self.wipe),
        ):
            signal.connect(do)
        QTimer.singleShot(LATER_MS, self, self._watch)  # it sees every event there is, and would slow the first page

    def _watch(self) -> None:
        if self.session is not None:
            self._idle.start()

    # -- unlocking ---------------------------------------------------------------------------------

    def show_lock(self) -> None:
        page = LockPage()
        page.entered.connect(lambda phrase: self._unlock(phrase, page.refused))
        page.forgotten.connect(self.show_forgot)
        self.window.show_cover(page)

    def show_forgot(self) -> None:
        from ui.lock.forgot import ForgotPage

        page = ForgotPage()
        page.code_entered.connect(lambda text: self._unlock_with_code(text, page.refused))
        page.restore_asked.connect(self.show_restore)
        page.new_start_asked.connect(self._ask_new_start)
        page.left.connect(self.show_lock)
        self.window.show_cover(page)

    def show_problem(self, problem: VaultError) -> None:
        from ui.lock.problem import ProblemPage

        page = ProblemPage(problem)
        page.again_asked.connect(self.look_again)
        page.restore_asked.connect(self.show_restore)
        page.leave_asked.connect(self.window.close)
        self.window.show_cover(page)

    def show_restore(self, path: Path | None = None) -> None:
        from ui.lock.restore import RestorePage

        page = RestorePage(path)
        page.entered.connect(lambda file, text: self._restore(file, text, page.refused))
        page.left.connect(self.look_again)
        self.window.show_cover(page)

    def _unlock_with_code(self, text: str, refused: Callable[[str], None]) -> None:
        try:
            code = vaults.read_code(text)
        except vaults.VaultError as problem:
            refused(str(problem))
            return
        self._unlock(code, refused)

    def _unlock(self, secret: Any, refused: Callable[[str], None]) -> None:
        self._in_background(
            lambda: vaults.unlock(self.folder, secret), self._opened, lambda problem: self._not_opened(problem, refused)
        )

    def _not_opened(self, problem: FootprintError, refused: Callable[[str], None]) -> None:
        if isinstance(problem, vaults.WrongSecret | vaults.CodeMistyped) or not isinstance(problem, vaults.VaultError):
            refused(str(problem))
        else:
            self.show_problem(problem)

    def _opened(self, opened: Opened) -> None:
        self._open_session(opened.vault)
        assert self.session is not None
        if opened.way is vaults.Way.CODE:
            self._ask_new_passphrase()
            return
        self.session.show()
        self.session.say_after_unlock(opened)

    def _ask_new_passphrase(self) -> None:
        """Opened with the recovery code: a new passphrase comes before anything else."""
        from ui.lock.keep import KeepPage

        page = KeepPage(self.lanes, title=_("Choose a new passphrase"), leave=_("Not now"))
        page.passphrase_chosen.connect(lambda phrase: self._set_passphrase(phrase, page))
        page.left.connect(self._show_session)
        self.window.show_cover(page)

    def _set_passphrase(self, phrase: str, page: KeepPage) -> None:
        assert self.session is not None
        vault = self.session.vault
        self._in_background(
            lambda: vaults.set_passphrase(vault, phrase),
            lambda _nothing: self._show_session(),
            lambda problem: page.refused(str(problem)),
        )

    def _show_session(self) -> None:
        if self.session is not None:
            self.session.show()

    # -- keeping -----------------------------------------------------------------------------------

    def ask_to_keep(self) -> None:
        """The person wants to keep what is only in memory so far."""
        if self.session is None or self.session.vault.kept:
            return
        from ui.lock.keep import KeepPage

        page = KeepPage(self.lanes, title=_("Keep this?"), leave=_("Not now"))
        page.passphrase_chosen.connect(lambda phrase: self._keep(phrase, page))
        page.sheet_confirmed.connect(self._sheet_written)
        page.sheet_confirmed.connect(self._show_session)
        page.sheet_put_off.connect(self._show_session)
        page.left.connect(self._left_keeping)
        self.window.show_cover(page)

    def _keep(self, phrase: str, page: KeepPage | FirstRun) -> None:
        assert self.session is not None
        vault = self.session.vault
        self._in_background(
            lambda: vaults.keep(vault, self.folder, phrase),
            lambda created: self._kept(created, page),
            lambda problem: page.refused(str(problem)),
        )

    def _kept(self, created: Created, page: KeepPage | FirstRun) -> None:
        page.show_sheet(created.sheet)

    def _sheet_written(self) -> None:
        if self.session is not None:
            vault = self.session.vault
            self.lanes.start("vault", lambda _task: vaults.sheet_written(vault))

    def _left_keeping(self) -> None:
        if self._closing:
            self._closing = False
        self._show_session()

    # -- locking -----------------------------------------------------------------------------------

    def lock(self) -> None:
        """Close the vault and everything that shows it. Without a passphrase there is only a cover to put up."""
        if self.session is None:
            return
        for dialog in self.window.findChildren(QDialog):
            dialog.close()  # nothing stands in front of a cover, and nothing of the notes stays on the screen
        if not self.session.vault.kept:
            self._cover()
            return
        try:
            self._end_session()
        finally:
            self.show_lock()

    def hide(self) -> None:
        """Gone from the screen first, then locked."""
        self.window.showMinimized()
        QApplication.processEvents()
        self.lock()

    def _cover(self) -> None:
        from ui.lock.covered import CoveredPage

        page = CoveredPage()
        page.back_asked.connect(self._uncover)
        page.keep_asked.connect(self.ask_to_keep)
        page.away_asked.connect(self.close_without_asking)
        self._idle.stop()
        self.window.show_cover(page)

    def _uncover(self) -> None:
        self._idle.start()
        self._show_session()

    def _end_session(self) -> None:
        self._idle.stop()
        ending, self.session = self.session, None
        if ending is not None:
            ending.end()

    def _leave_for(self, then: Callable[[], None]) -> None:
        """Close the vault for something that needs it closed, such as restoring another one."""
        self._end_session()
        then()

    # -- restoring, starting anew, wiping -----------------------------------------------------------

    def _restore(self, file: Path, text: str, refused: Callable[[str], None]) -> None:
        self._in_background(
            lambda: vaults.restore(file, _secret(text), self.folder),
            self._opened,
            lambda problem: refused(str(problem)),
        )

    def _ask_new_start(self) -> None:
        from ui.kit.dialogs import Question

        question = Question(
            self.window,
            _("Start again with empty notes?"),
            _("Your old notes are set aside on this computer, still locked, in case the sheet turns up."),
            _("Start again"),
            _("Keep looking for a way in"),
            danger=True,
        )
        question.accepted.connect(self._new_start)
        question.open()

    def _new_start(self) -> None:
        try:
            vaults.set_aside(self.folder)
        except vaults.VaultError as problem:
            self.show_problem(problem)
            return
        self.look_again()

    def wipe(self) -> None:
        """The person typed that everything is to be deleted: keys first, then files, then the first steps again."""
        self._end_session()
        try:
            vaults.wipe(self.folder)
        except vaults.VaultError as problem:
            self.show_problem(problem)
            return
        self.settings = SettingsFile(self.folder)
        self.look_again()

    # -- closing -----------------------------------------------------------------------------------

    def _may_close(self) -> bool:
        """Ask “Keep this?” where something would be lost; otherwise close tidily."""
        if self._closing or self.session is None or self.session.vault.kept or not self.session.holds_anything():
            self._end_session()
            self.lanes.stop_all()
            return True
        from ui.keep_question import KeepQuestion

        question = KeepQuestion(self.window)
        question.kept.connect(self.ask_to_keep)
        question.thrown_away.connect(self.close_without_asking)
        question.open()
        return False

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

    def _in_background(
        self, work: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[FootprintError], None]
    ) -> None:
        """Slow work for a cover; a mistake of ours is raised where it is seen, not hidden behind a sentence."""
        job = self.lanes.start("vault", lambda _task: work())
        job.finished.connect(then)
        job.failed.connect(lambda problem: _sorted(problem, failed))


def _load_the_rest() -> None:
    """While the person types their passphrase, so that Home stands the sooner once it is found right."""
    for name in ("footprint.workbench", "ui.session", "ui.links", "ui.home.page"):
        import_module(name)


def _sorted(problem: Exception, failed: Callable[[FootprintError], None]) -> None:
    if not isinstance(problem, FootprintError):
        raise problem
    failed(problem)


def _secret(text: str) -> Any:
    """What was typed as a recovery code when it can be one, else as a passphrase."""
    try:
        return vaults.read_code(text)
    except vaults.VaultError:
        return text


def open_app(folder: Path, *, offline: bool = False) -> App | None:
    """The app on `folder` with its window shown; None when one is open there already, which then comes to the front."""
    vaults.make_private()
    qt = QApplication.instance() or theme.new_application()
    assert isinstance(qt, QApplication)
    if knock(folder):
        return None
    qt.setApplicationDisplayName(_("Footprint Check"))
    install_accessibility()
    FocusRings(qt)
    app = App(qt, folder, offline=offline)
    sys.excepthook = lambda _kind, problem, _trace: app.broke(problem)
    app.start()
    QTimer.singleShot(LATER_MS, app, gc.enable)
    return app


def run(folder: Path, *, offline: bool = False) -> int:
    """Open the app on `folder` and stay until it is closed; gives the exit code."""
    app = open_app(folder, offline=offline)
    return 0 if app is None else QApplication.exec()
