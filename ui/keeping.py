"""From “look first” to kept notes: the first steps, “Keep this?”, and the recovery sheet. Covers over an open vault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from footprint import paths
from footprint import vault as vaults
from footprint.dates import local_day
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.vault import Created, RecoveryCode, Sheet
from footprint.vault.backing import kept
from footprint.vault.sheet import short_name
from ui.kit import files
from ui.lock.covered import CoveredPage
from ui.lock.keep import KeepPage

if TYPE_CHECKING:
    from footprint.vault import Vault
    from ui.app import App
    from ui.first_run.wizard import FirstRun, Standing
    from ui.session import Session


class Keeping(QObject):
    """One per app. It knows where the first steps were left, for when they come back after a lock or a cover."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self._first: FirstRun | None = None
        self._left_at: Standing | None = None
        self._new_code: RecoveryCode | None = None  # shown, and in force once a group of it is typed back

    # -- the first steps ---------------------------------------------------------------------------

    def note_step(self) -> None:
        """Something is about to stand in front of the first steps: remember where they are."""
        if self._first is not None and isValid(self._first):
            self._left_at = self._first.standing()

    def resume(self) -> bool:
        """Show the first steps where they were left; False when there are none to show."""
        if self._vault.kept and self._left_at is None:
            return False
        from ui.first_run.wizard import FirstRun

        first = FirstRun(self._session.desk, self._left_at)
        self._first = first
        first.keep_asked.connect(lambda phrase: self._keep(phrase, first))
        first.sheet_asked.connect(lambda: self._show_sheet(first))
        first.sheet_typed_back.connect(lambda: self._take_sheet(first, first.go_on))
        first.other_folder_asked.connect(lambda: self._choose_folder(first))
        first.finished.connect(self._finished)
        first.suggest_asked.connect(self._app.suggesting.show)
        self._app.window.show_cover(first)
        return True

    def open_plan(self, file: Path) -> bool:
        """A plan dropped on the first steps; False where there are none to show it in."""
        if self._first is None or not isValid(self._first) or self._app.window.centralWidget() is not self._first:
            return False
        self._first.open_plan(file)
        return True

    def _finished(self) -> None:
        self._first = self._left_at = None
        self._session.show()

    def cover(self) -> None:
        """What there is instead of a lock while nothing is kept."""
        page = CoveredPage()
        page.back_asked.connect(self._app.show_session)
        page.keep_asked.connect(self.ask)
        page.away_asked.connect(self._app.close_without_asking)
        self._app.window.show_cover(page)

    # -- keeping -----------------------------------------------------------------------------------

    def ask(self) -> None:
        """The person wants to keep what is only in memory so far."""
        if self._app.session is None or self._vault.kept or self._vault.only_to_look:
            return
        page = self._page(_("Keep this?"))
        page.passphrase_chosen.connect(lambda phrase: self._keep(phrase, page))
        self._app.window.show_cover(page)
        self._app.watch_soon()

    def make_sheet(self) -> None:
        """A new recovery sheet, in place of one that was never written or is lost."""
        page = self._page("")
        self._show_sheet(page)
        self._app.window.show_cover(page)

    def ask_new_passphrase(self) -> None:
        """Opened with the recovery code: a new passphrase comes before anything else."""
        page = self._page(_("Choose a new passphrase"))
        page.passphrase_chosen.connect(lambda phrase: self._set_passphrase(phrase, page))
        self._app.window.show_cover(page)

    def _page(self, title: str) -> KeepPage:
        page, go_on = KeepPage(self._app.lanes, title=title, leave=_("Not now")), self._app.show_session
        page.sheet_typed_back.connect(lambda: self._take_sheet(page, go_on))
        page.sheet_put_off.connect(go_on)
        page.left.connect(go_on)
        page.other_folder_asked.connect(lambda: self._choose_folder(page))
        return page

    def _keep(self, phrase: str, page: KeepPage | FirstRun) -> None:
        vault, folder = self._vault, self._app.folder
        self._app.in_background(
            lambda: vaults.keep(vault, folder, phrase),
            lambda created: self._kept(created, page),
            lambda problem: self._not_kept(problem, page),
        )

    def _kept(self, created: Created, page: KeepPage | FirstRun) -> None:
        self._new_code = None
        if isValid(page):
            page.show_sheet(created.sheet)
        else:
            self._app.lock()  # covered meanwhile: from now on that can be a real lock

    def _not_kept(self, problem: FootprintError, page: KeepPage | FirstRun) -> None:
        if isValid(page):
            page.refused(str(problem), other_folder=isinstance(problem, vaults.ReadOnlyPlace | vaults.NetworkPlace))

    def _set_passphrase(self, phrase: str, page: KeepPage) -> None:
        vault = self._vault
        self._app.in_background(
            lambda: vaults.set_passphrase(vault, phrase),
            lambda _nothing: self._app.show_session(),
            lambda problem: self._not_kept(problem, page),
        )

    def _choose_folder(self, page: KeepPage | FirstRun) -> None:
        files.ask_folder(page, _("Choose a folder for your notes"), lambda folder: self._move(folder, page))

    def _move(self, folder: Path, page: KeepPage | FirstRun) -> None:
        self._app.move_to(folder)
        page.folder_chosen(remembered=paths.remember_folder(folder))

    # -- the sheet ---------------------------------------------------------------------------------

    def _show_sheet(self, page: KeepPage | FirstRun) -> None:
        """A code that is not in force yet: the one before goes on working until this one is on paper."""
        self._new_code = vaults.new_code()
        name = short_name(kept(self._vault).vault_id)
        page.show_sheet(Sheet(self._new_code, name, local_day(self._vault.now())))

    def _take_sheet(self, page: KeepPage | FirstRun, then: Callable[[], object]) -> None:
        """It is on paper: note that, and put a new code in force."""
        vault, code = self._vault, self._new_code
        self._app.in_background(
            lambda: _put_in_force(vault, code),
            lambda _nothing: then() if isValid(page) else None,
            lambda problem: self._not_kept(problem, page),
        )

    # -- helpers -----------------------------------------------------------------------------------

    @property
    def _session(self) -> Session:
        session = self._app.session
        assert session is not None
        return session

    @property
    def _vault(self) -> Vault:
        return self._session.vault


def _put_in_force(vault: Vault, code: RecoveryCode | None) -> None:
    if code is not None:
        vaults.new_recovery_code(vault, code=code)
    vaults.sheet_written(vault)
