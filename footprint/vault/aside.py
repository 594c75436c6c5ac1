"""Notes that were set aside when a backup took their place: listed, put back, deleted when the person says so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from footprint import dates
from footprint.vault import disk, incoming, place, slotfile
from footprint.vault.backing import DATABASE
from footprint.vault.errors import NotABackup, VaultError
from footprint.vault.making import aside_name
from footprint.vault.slots import Way
from footprint.vault.systemkeyring import SystemKeyring


@dataclass(frozen=True)
class Aside:
    """One vault that was set aside: its folder, when that was (None where the name does not say), and its bytes."""

    path: Path
    at: datetime | None
    bytes: int

    @property
    def name(self) -> str:
        return self.path.name


def set_asides(folder: Path) -> tuple[Aside, ...]:
    """Every vault that was set aside in `folder`, newest first; those on their way out are not among them."""
    there = [one for one in (folder / incoming.ASIDE).glob("*") if _is_whole(one)]
    found = [Aside(one, _instant(one.name), _bytes(one)) for one in there]
    return tuple(sorted(found, key=lambda one: one.name, reverse=True))


def put_back(folder: Path, name: str, *, clock: Callable[[], datetime] = dates.utc_now) -> None:
    """The vault set aside under `name` is the vault of `folder` again; the present one is set aside in its turn.

    Close that vault first. It stays locked, with its own passphrase and code. Raises `NotABackup` when there is none
    under that name, `InUse`, `ReadOnlyPlace`, `DiskFull`; nothing was moved then.
    """
    claim = place.hold(folder)
    try:
        incoming.finish(folder)
        source = _named(folder, name)
        with incoming.incoming(folder) as new:
            for one in incoming.FILES:
                if disk.is_file(source / one):
                    _copy(source / one, new / one)
            incoming.take_over(folder, aside_name(dates.to_text(clock())))
        incoming.remove_aside(source)  # only now: cut off before, there are two of it
    finally:
        claim.release()


def delete_aside(folder: Path, name: str, *, store: SystemKeyring | None = None) -> None:
    """Delete one for good, its keys first, and what the computer's own password store holds for it alone.

    Where there is such a thing it waits up to 10 s for the store: run it off the main thread. Raises `NotABackup`,
    `InUse`, `ReadOnlyPlace`.
    """
    claim = place.hold(folder)
    try:
        gone = _named(folder, name)
        entries = _entries(gone)
        incoming.remove_aside(gone)
        for where in (folder, *(one.path for one in set_asides(folder))):
            entries -= _entries(where)
    finally:
        claim.release()
    for vault, slot in entries:
        (store or SystemKeyring()).forget(vault, slot)


def _entries(folder: Path) -> set[tuple[str, str]]:
    """The vault and slot of every way in that leads through the password store, as far as it can be read."""
    try:
        lists = slotfile.candidates(folder)
    except VaultError:
        return set()
    return {(one.vault, slot.id) for one in lists for slot in one.of(Way.KEYRING)}


def _named(folder: Path, name: str) -> Path:
    for one in set_asides(folder):
        if one.name == name:
            return one.path
    raise NotABackup


def _is_whole(folder: Path) -> bool:
    if folder.name.startswith(incoming.LEAVING):
        return False
    return all(disk.is_file(folder / name) for name in (slotfile.KEYS, DATABASE))


def _copy(source: Path, target: Path) -> None:
    with disk.disk_problems(), source.open("rb") as data, os.fdopen(disk.new_file(target), "wb") as out:
        shutil.copyfileobj(data, out, 1024 * 1024)
        out.flush()
        os.fsync(out.fileno())


def _bytes(folder: Path) -> int:
    total = 0
    for path in folder.iterdir():
        if disk.is_file(path):
            total += path.stat().st_size
    return total


def _instant(name: str) -> datetime | None:
    """`2026-11-16-143000` as the UTC instant it stands for."""
    try:
        return datetime.strptime(name[:17], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
