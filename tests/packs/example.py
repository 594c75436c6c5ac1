"""The council's pack that ships as the example, its texts by name, and a key to sign what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from footprint import checklists, paths
from footprint.pack_parts import PARTS, ships
from footprint.packs import Pack, Ships, folder_texts, read_pack
from footprint.packs.building import pack_of

FOLDER = paths.shipped("resources") / "packs" / "example-council"
KEY = Ed25519PrivateKey.from_private_bytes(b"\x05" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"\x06" * 32)


@cache
def _texts() -> Mapping[str, str]:
    return folder_texts(FOLDER)


def texts() -> dict[str, str]:
    """The files of the example, to be changed at will."""
    return dict(_texts())


@cache
def what_ships() -> Ships:
    """What a pack may name: all that ships, read once for all tests."""
    return ships(checklists.load(paths.shipped("checklists")))


def read(data: bytes, *, strict: bool = True, signed: bool = True) -> Pack:
    return read_pack(data, parts=PARTS, ships=what_ships() if strict else None, signed=signed)


def made(changed: Mapping[str, str] | None = None, key: Ed25519PrivateKey = KEY) -> bytes:
    """The example, or what was made of it, as a signed file."""
    return pack_of(texts() if changed is None else changed, key)


def read_path(path: Path) -> Pack:
    return read_pack(path, parts=PARTS, ships=what_ships())
