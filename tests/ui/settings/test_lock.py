"""Passphrase and recovery sheet: the old ones open until the new ones were proved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from footprint import vault as vaults
from footprint.vault import Patience, WrongSecret
from tests.ui.settings.conftest import PHRASE, Kept

NEW = "amber kettle orbit meadow violin crane"


def opens(kept: Kept, phrase: str) -> bool:
    """Whether this passphrase opens the vault on disk."""
    kept.vault.close()
    try:
        vaults.unlock(kept.folder, phrase, patience=Patience(0)).vault.close()
    except WrongSecret:
        return False
    return True


def test_a_passphrase_is_changed(kept: Kept, qtbot: QtBot) -> None:
    kept.page.show_at(section="lock")
    card = kept.page.section.passphrase
    card.change.click()
    qtbot.waitUntil(card.old.edit.hasFocus)
    card.old.edit.setText(PHRASE)
    card.form.box.edit.setText(NEW)
    card.save.click()
    qtbot.waitUntil(lambda: kept.heard.said == ["Your passphrase is changed"], timeout=20_000)
    kept.settle()
    assert card.form is None
    qtbot.waitUntil(card.change.hasFocus)
    assert opens(kept, NEW)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("", NEW, "Enter the passphrase you use now."),
        ("not the passphrase", NEW, "This is not your passphrase."),
    ],
)
def test_a_wrong_passphrase_is_said_beside_the_field(old: str, new: str, words: str, kept: Kept) -> None:
    kept.page.show_at(section="lock")
    card = kept.page.section.passphrase
    card.change.click()
    card.old.edit.setText(old)
    card.form.box.edit.setText(new)
    card.save.click()
    kept.settle()
    assert card.old_field.words.startswith(words)
    assert card.form is not None and card.form.box.text() == new
    assert opens(kept, PHRASE)


def test_a_weak_passphrase_is_refused(kept: Kept) -> None:
    kept.page.show_at(section="lock")
    card = kept.page.section.passphrase
    card.change.click()
    card.old.edit.setText(PHRASE)
    card.form.box.edit.setText("password")
    card.save.click()
    kept.settle()
    assert card.form.field.words
    assert opens(kept, PHRASE)


def test_escape_closes_the_form_and_forgets_what_was_typed(kept: Kept, qtbot: QtBot) -> None:
    kept.page.show_at(section="lock")
    card = kept.page.section.passphrase
    assert kept.page.escape() is False
    card.change.click()
    card.old.edit.setText(PHRASE)
    assert kept.page.escape() is True
    assert card.form is None
    qtbot.waitUntil(card.change.hasFocus)
    card.change.click()
    assert card.old.text() == ""


def test_closing_the_form_while_a_passphrase_is_being_judged_is_safe(kept: Kept, qtbot: QtBot) -> None:
    kept.page.show_at(section="lock")
    card = kept.page.section.passphrase
    card.change.click()
    card.old.edit.setText(PHRASE)
    card.form.box.edit.setText(NEW)
    card.form._judge()
    card.save.click()
    kept.page.show_at(section="look")
    qtbot.wait(1)
    kept.settle()
    assert opens(kept, PHRASE)


def test_a_new_sheet_counts_once_a_group_was_typed_back(kept: Kept, qtbot: QtBot) -> None:
    kept.page.show_at(section="lock")
    kept.settle()
    card = kept.page.section.sheet
    card.renew.click()
    code = card.form._code
    card.form.box.setText("wrong")
    card.done.click()
    assert "not group" in card.form.field.words
    card.form.box.setText(code.groups[card.form.asked_for])
    card.done.click()
    kept.settle()
    assert card.form is None
    qtbot.waitUntil(card.renew.hasFocus)
    assert vaults.is_sheet_written(kept.vault)
    kept.vault.close()
    vaults.unlock(kept.folder, code, patience=Patience(0)).vault.close()


def test_keeping_the_old_sheet_changes_nothing(kept: Kept) -> None:
    kept.page.show_at(section="lock")
    kept.settle()
    card = kept.page.section.sheet
    card.renew.click()
    code = card.form._code
    assert kept.page.escape() is True
    kept.vault.close()
    with pytest.raises(WrongSecret):
        vaults.unlock(kept.folder, code, patience=Patience(0))


def test_a_sheet_still_at_hand_is_asked_for_when_it_is_due(kept: Kept, clock) -> None:
    vaults.sheet_written(kept.vault)
    kept.page.show_at(section="lock")
    kept.settle()
    card = kept.page.section.sheet
    assert not card.at_hand.isVisible()
    clock.now += timedelta(days=40)
    kept.page.reload()
    kept.settle()
    assert card.at_hand.isVisible()
    card.at_hand.click()
    kept.settle()
    assert not card.at_hand.isVisible()
    assert kept.heard.said == ["Good. We will ask again in a year."]
