"""The vault's own salt for the keys of entries and people: without it nobody can make or guess one."""

from __future__ import annotations

import secrets

from footprint.archives.index.numbers import Keys
from footprint.vault import Connection, Writing
from footprint.vault.facts import read_fact, write_fact

_SALT = "archives.salt"


def keys(db: Connection) -> Keys:
    """Those of this vault; before anything was imported there is nothing they could find."""
    return Keys(bytes.fromhex(read_fact(db, _SALT)))


def make_keys(write: Writing) -> Keys:
    """The same, with a new salt where there is none."""
    if not read_fact(write.db, _SALT):
        write_fact(write.db, _SALT, secrets.token_hex(16), write.now)
    return keys(write.db)
