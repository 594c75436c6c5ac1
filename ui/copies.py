"""What needs the notes closed and is about copies of them: looking into one, putting one back, moving everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from footprint import paths
from footprint import vault as vaults
from footprint.i18n import _
from footprint.vault import Inside
from footprint.workbench import move_notes
from ui.cover import Cover, tell
from ui.lock.look import LookPage
from ui.ways_in import as_secret

if TYPE_CHECKING:
    from ui.app import App


class Copies(QObject):
    """One per app. Each way on begins with locking what is open and ends at the lock page, whatever happens."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app

    # -- looking -----------------------------------------------------------------------------------

    def look(self, copy: Path) -> None:
        self._app.end_session()
        page = LookPage(copy.name)
        page.entered.connect(lambda text: self._open(copy, text, page))
        page.left.connect(self._app.look_again)
        self._app.window.show_cover(page)

    def _open(self, copy: Path, text: str, page: LookPage) -> None:
        self._app.in_background(
            lambda: vaults.look_inside(copy, as_secret(text)),
            lambda inside: self._opened(inside, page),
            lambda problem: tell(page.refused, str(problem)),
        )

    def _opened(self, inside: Inside, page: LookPage) -> None:
        if self._app.session is not None or not isValid(page):  # the person went on meanwhile
            inside.vault.close()
            return
        self._app.open_copy(inside)

    # -- putting back ------------------------------------------------------------------------------

    def put_back(self, name: str) -> None:
        folder = self._app.folder
        self._wait(_("Putting your notes back"))
        self._app.in_background(
            lambda: vaults.put_back(folder, name), lambda _none: self._app.look_again(), self._app.ways_in.show_problem
        )

    # -- moving ------------------------------------------------------------------------------------

    def move(self, target: Path) -> None:
        folder = self._app.folder
        note = folder.absolute() == paths.default_vault_folder().absolute()
        self._wait(_("Moving your notes"))
        self._app.in_background(
            lambda: move_notes(folder, target, note=note),
            lambda clean: self._moved(target, clean),
            self._app.ways_in.show_problem,
        )

    def _moved(self, target: Path, clean: bool) -> None:
        left = "" if clean else _("Some of it could not be deleted in the old folder. It is locked.")
        self._app.use_folder(target)
        self._app.show_lock(left)

    def _wait(self, title: str) -> None:
        self._app.end_session()
        self._app.window.show_cover(Cover(title, _("This takes a moment. Leave the computer on."), icon="lock"))
