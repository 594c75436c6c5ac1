"""The one exception to the address rules a person can make: their own search server, one exact origin."""

from __future__ import annotations

from footprint.vault.changes import Done
from footprint.vault.vault import Vault
from footprint.web import links, store


def own_origin(vault: Vault) -> str | None:
    """The origin the person typed and confirmed, such as `http://192.168.1.20:8888`; None when there is none."""
    with vault.reading() as db:
        return store.origin(db)


def allow_own_origin(vault: Vault, origin: str) -> Done[str]:
    """Allow this one origin from now on, in place of any other; raises `Refused` when it is not one."""
    plain = links.judge_origin(origin)
    with vault.writing() as write:
        store.set_origin(write.db, plain, write.now)
    return write.done(plain)


def forget_own_origin(vault: Vault) -> Done[None]:
    with vault.writing() as write:
        store.set_origin(write.db, None, write.now)
    return write.done(None)
