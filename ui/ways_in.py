"""When notes do not open: a forgotten passphrase, a problem, a backup to bring back, another folder, a new start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from footprint import paths
from footprint import vault as vaults
from footprint.i18n import _
from footprint.vault import Look, VaultError
from ui.cover import tell
from ui.kit import files
from ui.kit.dialogs import Message, Question
from ui.lock.forgot import ForgotPage
from ui.lock.problem import ProblemPage
from ui.lock.restore import RestorePage

if TYPE_CHECKING:
    from footprint.home import Contents
    from ui.app import App


class WaysIn(QObject):
    """One per app. Shows covers over a closed vault, and changes nothing unless the person says so."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app

    def show_forgot(self) -> None:
        """“I forgot my passphrase”: look which ways are left, then show them."""
        folder = self._app.folder
        self._app.in_background(lambda: vaults.look(folder), self._show_ways, self.show_problem)

    def show_problem(self, problem: VaultError) -> None:
        page = ProblemPage(problem)
        page.again_asked.connect(self._app.look_again)
        page.restore_asked.connect(self.show_restore)
        page.folder_asked.connect(self._choose_folder)
        page.leave_asked.connect(self._app.window.close)
        self._app.window.show_cover(page)

    def show_restore(self, path: Path | None = None) -> None:
        page = RestorePage(path)
        page.asked.connect(lambda file, text: self._look_first(file, text, page))
        page.entered.connect(lambda file, text: self._restore(file, text, page.refused))
        page.left.connect(self._app.look_again)
        self._app.window.show_cover(page)

    # -- leaving for something that needs the vault closed -------------------------------------------

    def leave_to_restore(self) -> None:
        self._app.end_session()
        self.show_restore()

    def wipe(self) -> None:
        """The person typed that everything is to be deleted: every trace goes, then they read what could not."""
        from ui.wiping import wipe

        wipe(self._app)

    # -- forgotten ---------------------------------------------------------------------------------

    def _show_ways(self, found: Look) -> None:
        if self._app.session is not None:  # opened meanwhile
            return
        if found.problem is not None:
            self.show_problem(found.problem)
            return
        page = ForgotPage(found.ways, found.backups)
        page.code_entered.connect(lambda text: self._unlock_with_code(text, page.refused))
        page.keyring_asked.connect(lambda: self._app.keyring.ask_for_forgotten(page))
        page.restore_asked.connect(self.show_restore)
        page.new_start_asked.connect(self._ask_new_start)
        page.left.connect(lambda: self._app.show_lock())
        self._app.window.show_cover(page)

    def _unlock_with_code(self, text: str, refused: Callable[[str], None]) -> None:
        try:
            code = vaults.read_code(text)
        except VaultError as problem:
            refused(str(problem))
            return
        self._app.unlock(code, refused)

    def _ask_new_start(self) -> None:
        question = Question(
            self._app.window,
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
            vaults.set_aside(self._app.folder)
        except VaultError as problem:
            self.show_problem(problem)
            return
        self._app.look_again()

    # -- restoring ---------------------------------------------------------------------------------

    def _look_first(self, file: Path, text: str, page: RestorePage) -> None:
        """What is in it, before it takes the place of anything."""
        self._app.in_background(
            lambda: _contents(file, text),
            lambda found: page.show_inside(found) if isValid(page) else None,
            lambda problem: tell(page.refused, str(problem)),
        )

    def _restore(self, file: Path, text: str, refused: Callable[[str], None]) -> None:
        folder = self._app.folder
        self._app.in_background(
            lambda: vaults.restore(file, as_secret(text), folder),
            self._app.opened,
            lambda problem: tell(refused, str(problem)),
        )

    # -- another folder ----------------------------------------------------------------------------

    def _choose_folder(self) -> None:
        files.ask_folder(self._app.window, _("Choose a folder for your notes"), self._use_folder)

    def _use_folder(self, folder: Path) -> None:
        """Start from this folder, now and, where that can be noted, from now on."""
        noted = paths.remember_folder(folder)
        self._app.use_folder(folder)
        self._app.look_again()
        if not noted:
            Message(
                self._app.window,
                _("This folder cannot be remembered"),
                _("Choose it again the next time you open the app."),
                _("Close"),
            ).open()


def _contents(file: Path, text: str) -> Contents:
    from footprint import home

    inside = vaults.look_inside(file, as_secret(text))
    try:
        return home.contents(inside)
    finally:
        inside.vault.close()


def as_secret(text: str) -> Any:
    """What was typed as a recovery code when it can be one, else as a passphrase."""
    try:
        return vaults.read_code(text)
    except VaultError:
        return text
