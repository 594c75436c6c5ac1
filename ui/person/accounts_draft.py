"""What stands in the form for an account, and keeping it when the app locks half-way."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from footprint import vault as vaults
from footprint.person import Account, AccountState, Purpose
from footprint.vault import Vault

_FACT = "person.account_draft"
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


def keep(vault: Vault, draft: Draft) -> None:
    """Put it away in the vault until the form is next shown."""
    vaults.set_fact(vault, _FACT, msgspec.json.encode(draft).decode())


def forget(vault: Vault) -> None:
    """Drop what was put away, if anything was."""
    if vaults.fact(vault, _FACT):
        vaults.set_fact(vault, _FACT, "")


def kept(vault: Vault, account: str) -> Draft | None:
    """What was put away for this account ("" for a new one), if that is the form that was open."""
    text = vaults.fact(vault, _FACT)
    if not text:
        return None
    with suppress(msgspec.MsgspecError):
        found = msgspec.json.decode(text, type=Draft)
        return found if found.account == account else None
    return None
