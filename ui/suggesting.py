"""Suggesting the check to a team, with or without notes of one’s own: the page alone in the window, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from footprint import checklists
from footprint.dates import local_day, utc_now

if TYPE_CHECKING:
    from footprint.supervision.plans import Plan
    from ui.app import App
    from ui.supervision.suggest import SuggestPage


class Suggesting(QObject):
    """One per app. A draft that a lock took away is there again the next time; it holds nothing of the notes."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self._page: SuggestPage | None = None
        self._draft: Plan | None = None

    def show(self) -> None:
        """In place of what is shown, whether notes are open or not."""
        from ui.supervision.suggest import SuggestPage

        app = self._app
        if app.window.shell is not None:
            app.window.shell.put_away()
        app.keeping.note_step()
        session = app.session
        library = session.bench.checklists if session is not None else checklists.load_with_steps(app.folder)
        now = session.vault.now() if session is not None else utc_now()
        page = SuggestPage(library, app.lanes, local_day(now), self._draft)
        page.left.connect(self._leave)
        self._page, self._draft = page, None
        app.window.show_cover(page)
        app.watch_soon()

    @property
    def page(self) -> SuggestPage | None:
        """What is shown, while it is."""
        return self._page if self._page is not None and isValid(self._page) else None

    def note(self) -> None:
        """Something is about to stand in its place: remember what is filled in."""
        page = self.page
        if page is not None and page.unsaved:
            self._draft = page.draft

    def may_close(self) -> bool:
        """Whether the app may close; where something would be lost it asks, and closes if that is the answer."""
        page = self.page
        if page is None or not page.unsaved:
            return True
        page.ask_before(self._close)
        return False

    def _close(self) -> None:
        self._page = None
        self._app.window.close()

    def _leave(self) -> None:
        self._page = None
        if self._app.session is not None:
            self._app.show_session()
        else:
            self._app.look_again()
