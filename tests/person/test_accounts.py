"""Accounts: added in seconds, dormant ones included, everything undoable."""

from __future__ import annotations

import pytest

from footprint.errors import NotFound
from footprint.person import (
    AccountState,
    AlreadyThere,
    BadHandle,
    BadInput,
    Purpose,
    account,
    accounts,
    add_account,
    add_accounts,
    change_account,
    remove_account,
)
from footprint.vault import Vault


def test_several_ticked_at_once_are_one_thing_to_undo(vault: Vault) -> None:
    add_account(vault, "whatsapp", handle="447700900123")
    done = add_accounts(vault, ["facebook", "linkedin", "facebook", "whatsapp"])
    assert [one.network for one in done.value] == ["facebook", "linkedin"]
    assert [one.network for one in accounts(vault)] == ["whatsapp", "facebook", "linkedin"]
    vault.undo(done.undo)
    assert [one.network for one in accounts(vault)] == ["whatsapp"]


def test_an_account_is_kept_as_it_was_told(vault: Vault) -> None:
    new = add_account(
        vault,
        "facebook",
        handle=" @ada.example ",
        address="www.facebook.com/ada.example",
        purpose=Purpose.BOTH,
        state=AccountState.DORMANT,
        label=" The old  one ",
    ).value
    assert account(vault, new.id) == new
    assert (new.handle, new.address) == ("ada.example", "https://www.facebook.com/ada.example")
    assert (new.label, new.purpose, new.state) == ("The old one", Purpose.BOTH, AccountState.DORMANT)
    assert new.added_at == vault.now()


def test_two_accounts_on_one_network_are_fine_but_not_the_same_twice(vault: Vault) -> None:
    add_account(vault, "facebook", handle="ada.example")
    second = add_account(vault, "facebook", handle="ada.work").value
    with pytest.raises(AlreadyThere):
        add_account(vault, "facebook", handle="Ada.Example")
    with pytest.raises(AlreadyThere):
        change_account(vault, second.id, handle="ada.example")
    add_account(vault, "instagram", handle="ada.example")
    assert len(accounts(vault)) == 3


def test_closed_accounts_can_be_left_out(vault: Vault) -> None:
    one = add_account(vault, "facebook").value
    done = change_account(vault, one.id, state=AccountState.CLOSED)
    assert accounts(vault) == (done.value,)
    assert accounts(vault, include_closed=False) == ()
    vault.undo(done.undo)
    assert accounts(vault, include_closed=False) == (one,)


def test_removing_is_undoable(vault: Vault) -> None:
    one = add_account(vault, "facebook").value
    done = remove_account(vault, one.id)
    with pytest.raises(NotFound):
        account(vault, one.id)
    vault.undo(done.undo)
    assert account(vault, one.id) == one


def test_wrong_input_is_refused(vault: Vault) -> None:
    with pytest.raises(BadInput, match="which network"):
        add_account(vault, "  ")
    with pytest.raises(BadHandle, match="not the address"):
        add_account(vault, "facebook", address="not an address")
    with pytest.raises(BadInput, match="too long"):
        add_account(vault, "facebook", label="x" * 300)
    assert accounts(vault) == ()


def test_every_choice_has_words() -> None:
    assert all(one.label for one in (*Purpose, *AccountState))
