"""Where the person has accounts, dormant ones included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict, Unpack

from footprint.i18n import _
from footprint.ids import new_id
from footprint.person import store
from footprint.person.errors import AlreadyThere, BadInput
from footprint.person.handles import tidy_address, tidy_handle
from footprint.person.records import Account, AccountState, Purpose
from footprint.vault import Done, Vault, Writing

_LONGEST = 200


class Changes(TypedDict, total=False):
    """What of an account can be changed."""

    network: str
    label: str
    handle: str
    address: str
    purpose: Purpose
    state: AccountState


def accounts(vault: Vault, include_closed: bool = True) -> tuple[Account, ...]:
    """In the order they were added."""
    with vault.reading() as db:
        found = store.accounts(db)
    return tuple(one for one in found if include_closed or one.state is not AccountState.CLOSED)


def account(vault: Vault, account_id: str) -> Account:
    with vault.reading() as db:
        return store.account(db, account_id)


def add_account(
    vault: Vault,
    network: str,
    *,
    handle: str = "",
    address: str = "",
    purpose: Purpose = Purpose.PERSONAL,
    state: AccountState = AccountState.IN_USE,
    label: str = "",
) -> Done[Account]:
    """Keep an account. `handle` and `address` come from `read_presence`, which knows the network's rules."""
    with vault.writing() as write:
        new = _read(Account(new_id(), network, label, handle, address, purpose, state, write.instant))
        new = _put(write, new)
    return write.done(new)


def add_accounts(vault: Vault, networks: Iterable[str]) -> Done[tuple[Account, ...]]:
    """Several ticked at once, as one thing to undo. A network with an account already is left as it is."""
    with vault.writing() as write:
        new = put_accounts(write, networks)
    return write.done(new)


def put_accounts(write: Writing, networks: Iterable[str]) -> tuple[Account, ...]:
    """The same as part of something larger."""
    there = {one.network for one in store.accounts(write.db)}
    new = tuple(
        _read(Account(new_id(), one, "", "", "", Purpose.PERSONAL, AccountState.IN_USE, write.instant))
        for one in dict.fromkeys(networks)
        if one not in there
    )
    for one in new:
        store.put_account(write.db, one, write.now)
    return new


def change_account(vault: Vault, account_id: str, **values: Unpack[Changes]) -> Done[Account]:
    with vault.writing() as write:
        new = _put(write, _read(replace(store.account(write.db, account_id), **values)))
    return write.done(new)


def remove_account(vault: Vault, account_id: str) -> Done[Account]:
    with vault.writing() as write:
        old = store.account(write.db, account_id)
        store.remove_account(write.db, account_id, write.now)
    return write.done(old)


def _put(write: Writing, new: Account) -> Account:
    """Write it, unless the same handle or address on this network is another account of the list."""
    for other in store.accounts(write.db):
        alike = other.network == new.network and other.id != new.id
        if alike and (new.handle, new.address) != ("", "") and _key(other) == _key(new):
            raise AlreadyThere(_("This account is in your list already."))
    store.put_account(write.db, new, write.now)
    return new


def _key(one: Account) -> str:
    return (one.handle or one.address).casefold()


def _read(one: Account) -> Account:
    network, label = one.network.strip(), " ".join(one.label.split())
    if not network:
        raise BadInput(_("Choose which network this account is on."))
    handle = tidy_handle(one.handle)
    if len(handle) > _LONGEST or len(label) > _LONGEST:
        raise BadInput(_("This is too long. Use up to {n} letters.").format(n=_LONGEST))
    return replace(one, network=network, label=label, handle=handle, address=tidy_address(one.address))
