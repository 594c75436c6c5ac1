"""The page on a real vault, and a few invented things to sort out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.log import Item, Kind, New, Origin, State
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.page import LogPage

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> LogPage:
    made = LogPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    settle()
    return made


@pytest.fixture
def things(vault: Vault) -> dict[str, Item]:
    """Four things: one not started, one waiting, one to follow up, one done."""
    new = {
        "photo": New("Photo from Sam’s party", "https://photos.example/p/17", kind=Kind.PHOTO, origin=Origin.KNOWN),
        "club": New("Old netball club page", place="Netball club", kind=Kind.ARTICLE, origin=Origin.ORGANISATION),
        "listing": New("People-finder listing", kind=Kind.LISTING, origin=Origin.ORGANISATION, notes="has my landline"),
        "tag": New("Tag in a photo by Jo", kind=Kind.TAG, origin=Origin.KNOWN, network="facebook"),
    }
    made = {name: log.add(vault, one).value for name, one in new.items()}
    log.move(vault, [made["club"].id], State.ASKED)
    past = vault.now().date() - timedelta(days=2)
    log.move(vault, [made["listing"].id], State.ASKED, day=past)
    log.move(vault, [made["tag"].id], State.GONE)
    return made
