"""What stands in the form for an account, and keeping it when the app locks half-way."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import msgspec

from footprint import vault as vaults
from footprint.person import Account, AccountState, Purpose
from footprint.vault import Vault

_FACT = "person.account_drafts"
OTHER = "another network"


class Draft(msgspec.Struct, frozen=True):
    """The form as it stands. `account` is the id of the one being changed, "" for a new one."""

    account: str = ""
    network: str = ""
    typed_network: str = ""
    who: str = ""
    label: str = ""
    purpose: str = Purpose.PERSONAL.value
    state: str = AccountState.IN_USE.value


def of(one: Account, known: bool) -> Draft:
    """An account as the form shows it; `known` when its network has a checklist."""
    return Draft(
        account=one.id,
        network=one.network if known else OTHER,
        typed_network="" if known else one.network,
        who=one.handle or one.address,
        label=one.label,
        purpose=one.purpose.value,
        state=one.state.value,
    )


def keep(vault: Vault, half_done: Mapping[str, Draft]) -> None:
    """Put drafts away in the vault, by their account ("" for a new one), until their forms are next shown."""
    if half_done:
        _put(vault, {**_all(vault), **half_done})


def forget(vault: Vault, account: str) -> None:
    """Drop what was put away for one account, if anything was."""
    there = _all(vault)
    if there.pop(account, None) is not None:
        _put(vault, there)


def kept(vault: Vault, account: str) -> Draft | None:
    """What was put away for this account."""
    return _all(vault).get(account)


def _all(vault: Vault) -> dict[str, Draft]:
    """None where they cannot be read: a draft must never stand in the way."""
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(vaults.fact(vault, _FACT) or "{}", type=dict[str, Draft])
    return {}


def _put(vault: Vault, drafts: Mapping[str, Draft]) -> None:
    vaults.set_fact(vault, _FACT, msgspec.json.encode(drafts).decode() if drafts else "")
