"""Locking covers first: what was shown is painted over before anything is saved, closed or waited for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from tests.ui.shell.driving import keep_it, page_of
from ui.app import App
from ui.lock.page import LockPage
from ui.main_window import Veil
from ui.session import Session


@pytest.mark.parametrize("way", ["lock", "hide"])
def test_the_cover_is_painted_before_anything_else(
    way: str, make_app: Callable[..., App], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, order = make_app(), list[str]()
    keep_it(app, qtbot)
    paint, end = Veil.paintEvent, Session.end

    def painted(veil: Veil, event: QPaintEvent) -> None:
        order.append("covered")
        assert veil.size() == app.window.size()
        paint(veil, event)

    def ended(session: Session) -> str:
        order.append("ended")
        return end(session)

    monkeypatch.setattr(Veil, "paintEvent", painted)
    monkeypatch.setattr(Session, "end", ended)
    getattr(app, way)()
    assert order[0] == "covered" and order.count("ended") == 1
    assert page_of(app, LockPage)
    assert not [one for one in app.window.findChildren(Veil) if one.isVisible()]
