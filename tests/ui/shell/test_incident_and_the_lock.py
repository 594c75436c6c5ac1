"""An incident note half written when the app locks or closes: after unlocking, and after a restart, it is all there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint.log import incidents
from tests.ui.shell.driving import keep_it, unlock
from ui.app import App
from ui.incidents.page import IncidentsPage
from ui.incidents.questions import What
from ui.incidents.walk import IncidentWalk


def _page(app: App) -> IncidentsPage:
    assert app.window.shell is not None
    page = app.window.shell.page
    assert isinstance(page, IncidentsPage)
    return page


def _walk(app: App, qtbot: QtBot) -> IncidentWalk:
    qtbot.waitUntil(lambda: _page(app).walking is not None, timeout=20_000)
    found = _page(app).walking
    assert found is not None and isinstance(found.question, What)
    return found


@pytest.mark.parametrize("restart", [False, True])
def test_half_a_note_is_there_again(restart: bool, make_app: Callable[..., App], qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.session.desk.go("incidents", kind="threat")
    walk = _walk(app, qtbot)
    words = "A message came at night" + "." * incidents.LONGEST  # more than can be kept keeps nobody from locking
    walk.question.box.setPlainText(words)  # type: ignore[union-attr]
    if restart:
        app.close_without_asking()
        app = make_app()
    else:
        app.lock()
    assert app.window.shell is None
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    (note,) = incidents.incidents(app.session.vault)
    assert note.what == words[: incidents.LONGEST] and not note.finished
    app.session.desk.go("incidents")
    _page(app).change(note.id)
    assert _walk(app, qtbot).question.box.toPlainText() == note.what  # type: ignore[union-attr]


def test_a_deleted_note_is_gone_for_good_after_the_next_unlocking(make_app: Callable[..., App], qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    one = incidents.add(app.session.vault, incidents.Kind.THREAT, what="A message").value
    incidents.delete(app.session.vault, one.id)
    app.lock()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)

    def left() -> int:
        with app.session.vault.reading() as db:
            return int(db.value("SELECT count(*) FROM incident"))

    qtbot.waitUntil(lambda: left() == 0, timeout=20_000)
