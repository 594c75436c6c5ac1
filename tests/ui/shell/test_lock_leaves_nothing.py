"""After each lock Python knows nothing more of what was shown: no dead page, no dead shell."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.ui.shell.driving import keep_it, unlock
from ui.app import App
from ui.desk import Desk
from ui.page import Page
from ui.session import Session
from ui.shell import Shell


def left() -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sorted(type(one).__name__ for one in gc.get_objects() if isinstance(one, Shell | Desk | Page | Session))


def test_nothing_of_the_open_app_is_known_after_a_lock(make_app: Callable[..., App], qtbot: QtBot) -> None:
    before = left()
    app = make_app()
    keep_it(app, qtbot)
    for way in ("lock", "hide"):
        getattr(app, way)()
        qtbot.waitUntil(lambda: left() == before, timeout=5_000)
        unlock(app, qtbot)
        qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
