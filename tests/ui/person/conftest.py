"""The accounts page on a real vault, with the checklists that ship."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.person.accounts import AccountsPage

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> AccountsPage:
    made = AccountsPage(desk)
    qtbot.addWidget(made)
    made.resize(960, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    settle()
    return made
