"""The page on a real vault with accounts, and a web of its own on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.demo.web import LoopbackWeb
from footprint.person import DetailKind
from footprint.settings import SettingsFile
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import open_bench
from tests.passwords.lists import Entry, bitwarden_json
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.passwords.page import PasswordsPage

STRONG = "velvet-otter-lamp-71"
WEAK = "Otherton1984"
ENTRIES = (
    Entry("Facebook", "https://www.facebook.com", "ada", STRONG, "otpauth://x", 1_300_000_000),
    Entry("Instagram", "https://www.instagram.com", "ada", STRONG),
    Entry("X", "https://x.com", "ada", WEAK),
    Entry("LinkedIn", "https://linkedin.com", "ada", "quarry-mitten-noble-8"),
    Entry("Shop", "https://shop.example", "ada", STRONG),
)


@pytest.fixture
def ada(vault: Vault) -> Vault:
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    person.add_accounts(vault, ("facebook", "instagram", "x", "linkedin", "tiktok"))
    return vault


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def online(tmp_path: Path, ada: Vault, loopback: LoopbackWeb, qtbot: QtBot) -> Iterator[Desk]:
    """A desk whose door leads to the loopback web, and nowhere else."""
    settings = SettingsFile(tmp_path / "app")
    web = Web(
        ada,
        offline=lambda: settings.now.never_use_internet,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
        total=5,
    )
    desk = Desk(open_bench(tmp_path / "app", ada, settings=settings, web=web))
    yield desk
    assert desk.lanes.stop_all()


@pytest.fixture
def settle(online: Desk, qtbot: QtBot) -> Callable[[], None]:
    return lambda: rest(online, qtbot)


@pytest.fixture
def page(online: Desk, qtbot: QtBot, settle: Callable[[], None]) -> PasswordsPage:
    made = PasswordsPage(online)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    return made


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "logins.json"
    file.write_bytes(bitwarden_json(ENTRIES))
    return file
