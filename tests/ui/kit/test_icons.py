"""Icons: each of them draws something, in the colour it was asked for, sharp on dense screens."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.kit import icons, theme


@pytest.mark.parametrize("name", icons.NAMES)
def test_every_icon_draws_something_in_its_colour(name: str, qtbot: QtBot) -> None:
    image = icons.pixmap(name, "danger", 24).toImage()
    seen = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
    assert seen
    wanted = theme.colour("danger")
    assert all(abs(one.red() - wanted.red()) < 12 and abs(one.blue() - wanted.blue()) < 12 for one in seen)


def test_a_dense_screen_gets_more_pixels_in_the_same_place(qtbot: QtBot) -> None:
    made = icons.pixmap("home", "text", 20, 2.0)
    assert (made.width(), made.devicePixelRatio(), made.deviceIndependentSize().width()) == (40, 2.0, 20)


def test_an_icon_is_drawn_once(qtbot: QtBot) -> None:
    assert icons.pixmap("lock", "ok", 20).cacheKey() == icons.pixmap("lock", "ok", 20).cacheKey()
