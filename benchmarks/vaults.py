"""A vault for a benchmark: encrypted under a key of its own, and gone with its folder."""

from __future__ import annotations

import os
from pathlib import Path

from footprint.vault import Vault, schema
from footprint.vault.connection import open_store


def open_vault(folder: Path) -> Vault:
    """With nothing in it."""
    key, path = os.urandom(32), folder / "vault.db"
    first = open_store(path, key, create=True)
    schema.migrate(first)
    first.close()
    return Vault(lambda: open_store(path, key))
