"""What opens the notes: this computer when asked for, a second sheet, and a new key when a passphrase was seen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.vault import Patience, Situation, Way, systemkeyring
from tests.ui.looks import settle
from tests.ui.settings.conftest import PHRASE, Kept
from tests.vault.stores import Raising, Store
from ui.kit.cards import Banner
from ui.kit.text import PlainLabel
from ui.settings.lock import LockSection
from ui.settings.rotation import RotationCard

NEW = "amber kettle orbit meadow violin crane"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    """A password store of this computer that works."""
    made = Store()
    monkeypatch.setattr(systemkeyring, "_backend", lambda: made)
    return made


@pytest.fixture
def section(kept: Kept) -> LockSection:
    kept.page.show_at(section="lock")
    kept.settle()
    return kept.page.section


def words_of(card: object) -> str:
    return " ".join(one.text() for one in card.findChildren(PlainLabel) if one.isVisibleTo(card))


def opens(kept: Kept, secret: object) -> bool:
    """Whether this opens the vault on disk; it is closed from then on."""
    kept.vault.close()
    try:
        vaults.unlock(kept.folder, secret, patience=Patience(0)).vault.close()
    except vaults.WrongSecret:
        return False
    return True


# -- this computer ---------------------------------------------------------------------------------


def test_this_computer_is_off_until_it_is_ticked(section: LockSection, kept: Kept, store: Store) -> None:
    assert not section.keyring.tick.isChecked()
    assert "IT department" in section.keyring.tick.accessibleDescription()
    section.keyring.tick.click()
    kept.settle()
    assert section.keyring.tick.isChecked() and len(store.entries) == 1
    assert "This computer, since" in words_of(section.ways)
    section.keyring.tick.click()
    kept.settle()
    assert not section.keyring.tick.isChecked() and not store.entries
    assert "This computer" not in words_of(section.ways)
    assert len(kept.heard.said) == 2


@pytest.mark.parametrize("problem", [lambda: KeyringLocked("x"), lambda: ModuleNotFoundError("x")])
def test_a_store_that_fails_leaves_the_tick_off_and_says_why(
    problem: Callable[[], Exception], section: LockSection, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(systemkeyring, "_backend", lambda: Raising(problem))
    section.keyring.tick.click()
    kept.settle()
    assert not section.keyring.tick.isChecked() and section.keyring.tick.isEnabled()
    assert section.keyring.trouble.isVisible() and "Nothing was changed" in section.keyring.trouble.words.text()
    assert Way.KEYRING not in vaults.ways_in(kept.vault) and kept.heard.said == []


# -- the list --------------------------------------------------------------------------------------


def test_a_second_sheet_is_added_and_removed_again(section: LockSection, kept: Kept, qtbot: QtBot) -> None:
    assert section.ways.removes == {}, "neither the passphrase nor the only sheet"
    section.sheet.another.click()
    form = section.sheet.form
    form.box.setText(form._code.groups[form.asked_for])
    section.sheet.done.click()
    kept.settle()
    assert kept.heard.said == ["Both sheets open your notes now."]
    assert len(section.ways.removes) == 2
    first = next(iter(section.ways.removes.values()))
    assert first.accessibleName().startswith("Remove: Recovery sheet, since ")
    first.click()
    assert section.ways.question is not None
    section.ways.question.reject()
    kept.settle()
    assert len(vaults.list_ways(kept.vault)) == 3, "kept after all"
    first.click()
    section.ways.question.do_button.click()
    kept.settle()
    assert section.ways.removes == {} and len(vaults.list_ways(kept.vault)) == 2


# -- a passphrase that was seen --------------------------------------------------------------------


def begin(card: RotationCard, qtbot: QtBot, old: str = PHRASE, new: str = NEW) -> None:
    card.begin.click()
    if card.old is not None:
        card.old.edit.setText(old)
    card.form.box.edit.setText(new)
    card.next.click()


def write_sheet(card: RotationCard, qtbot: QtBot) -> vaults.RecoveryCode:
    qtbot.waitUntil(lambda: card.sheet is not None, timeout=20_000)
    code = card.sheet._code
    card.sheet.box.setText(code.groups[card.sheet.asked_for])
    return code


def test_everything_goes_under_a_new_key(section: LockSection, kept: Kept, qtbot: QtBot, tmp_path: Path) -> None:
    vaults.backup(kept.vault, tmp_path / "mine.footprint")
    automatic = kept.folder / "backups" / "before-version-9-2026-11-12.footprint"
    automatic.parent.mkdir()
    shutil.copy(tmp_path / "mine.footprint", automatic)
    card = section.rotation
    begin(card, qtbot)
    code = write_sheet(card, qtbot)
    card.go.click()
    qtbot.waitUntil(lambda: hasattr(card, "finish"), timeout=30_000)
    kept.settle()
    assert kept.heard.said == ["Everything is under a new key."] and kept.heard.trouble == []
    assert "mine.footprint" in words_of(card) and vaults.is_sheet_written(kept.vault)
    card.delete.click()
    card.question.do_button.click()
    kept.settle()
    assert not automatic.exists() and (tmp_path / "mine.footprint").exists()
    card.finish.click()
    settle()
    assert card.begin.isVisible()
    kept.vault.close()
    vaults.unlock(kept.folder, code).vault.close()
    assert opens(kept, NEW) and not opens(kept, PHRASE)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", NEW, "Enter the passphrase you use now."),
        ("not the passphrase", NEW, "This is not your passphrase."),
        (PHRASE, PHRASE, "This is the passphrase that was seen."),
        (PHRASE, "password", "Use at least"),
    ],
)
def test_passphrases_that_will_not_do_are_said_before_a_sheet_is_written(
    old: str, new: str, words: str, section: LockSection, kept: Kept, qtbot: QtBot
) -> None:
    card = section.rotation
    begin(card, qtbot, old, new)
    kept.settle()
    assert card.sheet is None and card.form is not None
    assert f"{card.old_field.words} {card.form.field.words}".strip().startswith(words)
    card.close_form()
    assert opens(kept, PHRASE)


def test_leaving_at_any_step_changes_nothing(section: LockSection, kept: Kept, qtbot: QtBot) -> None:
    card = section.rotation
    assert kept.page.escape() is False
    card.begin.click()
    assert kept.page.escape() is True and card.form is None
    begin(card, qtbot)
    code = write_sheet(card, qtbot)
    assert kept.page.escape() is True and card.sheet is None
    assert (card._old, card._new) == ("", ""), "what was typed is forgotten"
    kept.settle()
    assert not opens(kept, code) and opens(kept, PHRASE)


def test_stopping_while_it_runs_leaves_all_as_it_was(
    section: LockSection, kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = section.rotation

    def slow(_vault: object, *_secrets: str, task: object, **_options: object) -> None:
        while True:
            task.step(40, 100, "Writing everything anew")
            task.wait(0.01)

    monkeypatch.setattr(vaults, "rotate", slow, raising=False)
    begin(card, qtbot)
    write_sheet(card, qtbot)
    card.go.click()
    qtbot.waitUntil(lambda: "40 of 100" in card.working.label.text(), timeout=20_000)
    assert kept.page.escape() is True
    qtbot.waitUntil(lambda: "Stopped. Everything is as it was." in said_in(card), timeout=20_000)
    assert card.begin.isVisible()
    kept.settle()
    assert opens(kept, PHRASE)


def said_in(card: RotationCard) -> str:
    settle()
    return " ".join(one.title.text() for one in card.findChildren(Banner))


@pytest.mark.parametrize("problem", [vaults.DiskFull(), vaults.ReadOnlyPlace()])
def test_a_disk_that_refuses_is_said_on_the_card(
    problem: vaults.VaultError, section: LockSection, kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_values: object, **_options: object) -> None:
        raise problem

    monkeypatch.setattr(vaults, "rotate", refusing, raising=False)
    begin(section.rotation, qtbot)
    write_sheet(section.rotation, qtbot)
    section.rotation.go.click()
    kept.settle()
    assert problem.happened in said_in(section.rotation) and section.rotation.begin.isVisible()


def test_a_keyring_that_is_lost_on_the_way_is_told(
    section: LockSection, kept: Kept, qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    section.keyring.tick.click()
    kept.settle()
    monkeypatch.setattr(systemkeyring, "_backend", lambda: Raising(lambda: KeyringLocked("x")))
    begin(section.rotation, qtbot)
    write_sheet(section.rotation, qtbot)
    section.rotation.go.click()
    qtbot.waitUntil(lambda: hasattr(section.rotation, "finish"), timeout=30_000)
    kept.settle()
    assert vaults.KeyringNotSet(Situation.CLOSED).happened in said_in(section.rotation)
    assert not section.keyring.tick.isChecked()


def test_opened_by_the_sheet_no_old_passphrase_is_asked_for(kept: Kept, section: LockSection, qtbot: QtBot) -> None:
    kept.vault.backing.way = Way.CODE
    section.rotation.begin.click()
    assert section.rotation.old is None and section.rotation.form is not None
