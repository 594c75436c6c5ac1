"""The one salt under which this vault knows entries and people again. It is made once and stays."""

from __future__ import annotations

import secrets

from footprint.archives.numbers import Keys
from footprint.vault import Vault
from footprint.vault.facts import read_fact, write_fact

_FACT = "archives.salt"
_BYTES = 32


def keys(vault: Vault) -> Keys:
    """The hashes of this vault. Not inside a transaction of one's own: the first call writes the salt."""
    with vault.reading() as db:
        kept = read_fact(db, _FACT)
    return Keys(bytes.fromhex(kept or _make(vault)))


def _make(vault: Vault) -> str:
    with vault.writing(undo=False) as write:
        kept = read_fact(write.db, _FACT) or secrets.token_hex(_BYTES)
        write_fact(write.db, _FACT, kept, write.now)
    return kept
