"""“Delete everything”, from the typed word to the page that says what went and what this app cannot reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footprint import traces
from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.traces import Wiped
from ui.lock.wiped import WipedPage, WipingPage

if TYPE_CHECKING:
    from ui.app import App


def wipe(app: App) -> None:
    """Where copies elsewhere are is read while the notes are still open; then they are closed, and all goes."""
    assert app.session is not None
    known = traces.what_is_known(app.session.vault)
    app.end_session()
    app.window.show_cover(WipingPage())
    app.in_background(
        lambda: traces.wipe(app.folder, known), lambda wiped: _wiped(app, wiped), lambda problem: _failed(app, problem)
    )


def _wiped(app: App, wiped: Wiped) -> None:
    page = WipedPage(wiped)
    page.again_asked.connect(app.look_again)
    page.leave_asked.connect(app.close_without_asking)
    app.use_folder(app.folder)
    app.window.show_cover(page)


def _failed(app: App, problem: FootprintError) -> None:
    if isinstance(problem, vaults.VaultError):
        app.ways_in.show_problem(problem)
