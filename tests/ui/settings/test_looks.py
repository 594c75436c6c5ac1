"""Every section in both themes and at every size: nothing cut off, all named, all in reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint import person
from footprint import vault as vaults
from footprint.person import DetailKind
from footprint.vault import FLOOR, Vault
from tests.ui import looks
from tests.ui.settings.conftest import PHRASE, Kept, around
from ui.settings.page import PARTS, SettingsPage

Settle = Callable[[], None]
VAULT = tuple[Vault, Path]
NAMES = [one.name for one in PARTS]
OPEN = ("passphrase", "sheet", "key")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VAULT]:
    """Making a vault derives keys, which is slow by design; looking at it changes nothing."""
    folder = tmp_path_factory.mktemp("settings") / "kept"
    vault = vaults.create(folder, PHRASE, strength=FLOOR).vault
    yield vault, folder
    vault.close()


@pytest.fixture
def kept(made_once: VAULT, qtbot: QtBot) -> Iterator[Kept]:
    with around(*made_once, qtbot) as made:
        yield made


def bring(page: SettingsPage, which: str, vault: Vault, settle: Settle) -> None:
    """Show one section, or one of the forms of the lock section."""
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.EMAIL, "ada.example.with.a.long.address@mail.example")
    page.show_at(section=which if which in NAMES else "internet" if which == "key" else "lock")
    settle()
    if which == "passphrase":
        page.section.passphrase.change.click()
        page.section.passphrase.save.click()
    elif which == "sheet":
        page.section.sheet.renew.click()
    elif which == "key":
        page.section.sources["mojeek"].box.setText("an-invented-key-0000")
        page.section.sources["mojeek"].save.click()
    elif which == "about":
        page.section.parts.set_open(True)
    settle()


@pytest.mark.parametrize("dark", looks.THEMES)
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
@pytest.mark.parametrize("which", ["lock", "data", *OPEN])
def test_it_looks_right_once_it_is_kept(which: str, size: looks.Size, dark: bool, kept: Kept) -> None:
    with looks.themed(dark, size.scale):
        bring(kept.page, which, kept.vault, kept.settle)
        looks.show_at(kept.page, size)
        kept.settle()
        assert looks.problems(kept.page) == []
        assert len(looks.primary_buttons(kept.page)) <= 1


@pytest.mark.parametrize("dark", looks.THEMES)
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
@pytest.mark.parametrize("which", NAMES)
def test_it_looks_right(
    which: str, size: looks.Size, dark: bool, page: SettingsPage, vault: Vault, settle: Settle
) -> None:
    with looks.themed(dark, size.scale):
        bring(page, which, vault, settle)
        looks.show_at(page, size)
        settle()
        assert looks.problems(page) == []
        assert len(looks.primary_buttons(page)) <= 1


@pytest.mark.parametrize("which", [*NAMES, *OPEN])
def test_tab_reaches_everything(which: str, kept: Kept) -> None:
    bring(kept.page, which, kept.vault, kept.settle)
    assert looks.out_of_reach(kept.page) == []
