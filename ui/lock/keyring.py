"""This computer's own password store at the lock page: asked when the app starts, and by a button after a lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.vault import KeyringUnavailable, SlotSecret, VaultError, Way
from ui.lock.forgot import ForgotPage
from ui.lock.page import LockPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.app import App

Refused = Callable[[KeyringUnavailable], None]


class KeyringDoor(QObject):
    """One per app. Whatever the store does, the passphrase can be typed meanwhile and opens the notes as before."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app

    # -- at the lock page --------------------------------------------------------------------------

    def look(self, page: LockPage) -> None:
        """After a lock: offer it on `page` where it is a way in, and wait to be asked: the person locked the app."""
        folder = self._app.folder
        self._app.in_background(
            lambda: vaults.look(folder).ways,  # in the lane that unlocks, so that the two never meet
            lambda ways: self.offer(ways, page),
            lambda _problem: None,
        )

    def offer(self, ways: Sequence[Way], page: LockPage, *, at_once: bool = False) -> None:
        """Show the button on `page` where it is a way in; with `at_once` ask by itself, unless somebody types."""
        if Way.KEYRING not in ways or not self._stands(page):
            return
        page.keyring_asked.connect(lambda: self._ask_for(page))
        page.offer_keyring()
        if at_once and not page.busy and not page.box.text():
            self._ask_for(page)

    def _ask_for(self, page: LockPage) -> None:
        def refused(problem: KeyringUnavailable) -> None:
            if self._stands(page):
                page.keyring_refused(problem.happened, problem.do)

        def held(secret: SlotSecret) -> None:
            if self._stands(page) and not page.busy:
                self._open(secret, refused)

        page.asking_keyring()
        self._ask(held, refused)

    # -- when the passphrase is forgotten ------------------------------------------------------------

    def ask_for_forgotten(self, page: ForgotPage) -> None:
        """What this computer holds opens the notes, and a new passphrase is chosen straight after."""

        def refused(problem: KeyringUnavailable) -> None:
            self._app.forgotten = False
            if isValid(page):
                page.keyring_refused(problem.happened)

        def held(secret: SlotSecret) -> None:
            if self._stands(page):
                self._app.forgotten = True
                self._open(secret, refused)

        page.asking_keyring()
        self._ask(held, refused)

    # -- the store ---------------------------------------------------------------------------------

    def _ask(self, held: Callable[[SlotSecret], None], refused: Refused) -> None:
        """On a thread that keeps nobody else waiting."""
        folder = self._app.folder
        job = self._app.lanes.start("web", lambda _task: _secret(folder))
        job.finished.connect(held)
        job.failed.connect(lambda problem: self._failed(problem, refused))

    def _failed(self, problem: Exception, refused: Refused) -> None:
        if isinstance(problem, KeyringUnavailable):
            refused(problem)
        elif not isinstance(problem, VaultError):
            raise problem
        elif self._app.session is None:
            self._app.ways_in.show_problem(problem)

    def _open(self, secret: SlotSecret, refused: Refused) -> None:
        folder = self._app.folder

        def failed(problem: FootprintError) -> None:
            self._failed(problem, refused)

        self._app.in_background(lambda: vaults.unlock(folder, secret), self._app.opened, failed)

    def _stands(self, page: LockPage | ForgotPage) -> bool:
        return isValid(page) and self._app.window.page is page and self._app.session is None


def _secret(folder: Path) -> SlotSecret:
    """On the lane's thread. A way in that is none any more is to the person the same as an empty store."""
    found = vaults.keyring_secret(folder)
    if found is None:
        raise KeyringUnavailable(vaults.Situation.EMPTY)
    return found
