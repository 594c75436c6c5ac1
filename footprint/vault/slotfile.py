"""The slot file beside the vault: read whole or not at all, replaced in one step, kept twice.

JSON with sorted keys, then a line with the first 16 hex digits of its SHA-256. The checksum tells a damaged file from a
wrong secret; whoever changes the file on purpose meets the seal of `slots`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from footprint.vault import slots
from footprint.vault.disk import replace_file
from footprint.vault.errors import KeysDamaged, KeysMissing
from footprint.vault.glance import KEYS as KEYS
from footprint.vault.slots import SlotList

SPARE = "vault.keys.bak"
LARGEST = 64 * 1024


def to_bytes(found: SlotList) -> bytes:
    body = msgspec.json.encode(found, order="deterministic")
    return body + b"\n" + _checksum(body) + b"\n"


def from_bytes(data: bytes) -> SlotList:
    """The slot list in `data`; every problem of whatever kind is `KeysDamaged`."""
    body, newline, rest = data[:LARGEST].partition(b"\n")
    if not newline or rest != _checksum(body) + b"\n":
        raise KeysDamaged
    try:
        found = msgspec.json.decode(body, type=SlotList)
    except (msgspec.MsgspecError, ValueError, RecursionError) as problem:  # ValueError: base64 or UTF-8 that is none
        raise KeysDamaged from problem
    if to_bytes(found) != data:
        raise KeysDamaged  # another spelling of the same list: not written by us
    return slots.check(found)


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:16].encode()


def candidates(folder: Path) -> tuple[SlotList, ...]:
    """The readable ones of the file and its spare, best first and without doubles.

    Raises `KeysMissing` when neither is there, `KeysDamaged` when none can be read.
    """
    there = [path for path in (folder / KEYS, folder / SPARE) if path.is_file()]
    if not there:
        raise KeysMissing
    found: list[SlotList] = []
    for path in there:
        try:
            one = from_bytes(_bytes(path))
        except KeysDamaged:
            continue
        if one not in found:
            found.append(one)
    if not found:
        raise KeysDamaged
    return tuple(found)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        raise KeysDamaged from problem


def write(folder: Path, found: SlotList) -> None:
    """Replace the file, then its spare; after a crash each is the old one or the new one."""
    data = to_bytes(found)
    replace_file(folder / KEYS, data)
    replace_file(folder / SPARE, data)


def is_whole(folder: Path, found: SlotList) -> bool:
    """Whether file and spare both are exactly `found`."""
    data = to_bytes(found)
    return all(path.is_file() and _bytes(path) == data for path in (folder / KEYS, folder / SPARE))
