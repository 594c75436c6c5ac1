"""Every page of a vault in clear, by the reader that was written apart from the app: to look for what must be gone."""

from __future__ import annotations

from pathlib import Path

from docs import reader
from footprint import vault as v


def plain(folder: Path, made: v.Created) -> bytes:
    """What the file holds once the log is in it, free pages too."""
    made.vault.settle()
    key = reader.data_key(reader.read_slots((folder / "vault.keys").read_bytes()), made.sheet.code.written)
    return raw(folder / "vault.db", reader.derive(key, b"vault page key 1"))


def raw(path: Path, page_key: bytes) -> bytes:
    data = path.read_bytes()
    pages = range(len(data) // reader.PAGE)
    return b"".join(reader.open_page(data[at * reader.PAGE : (at + 1) * reader.PAGE], at + 1, page_key) for at in pages)
