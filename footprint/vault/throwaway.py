"""Look first, keep later: a vault under a key that exists only in memory, gone when the app closes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from footprint import dates
from footprint.vault import disk, schema
from footprint.vault.backing import DATABASE
from footprint.vault.connection import Connection, check_versions, open_store
from footprint.vault.errors import VaultError
from footprint.vault.keys import DataKey
from footprint.vault.place import Hold, hold
from footprint.vault.vault import Vault

_PREFIX = "footprint-look-"


class ThrowAway:
    """The backing of a vault nobody has decided to keep."""

    folder: Path | None = None

    def __init__(self, place: Path, key: DataKey, claim: Hold) -> None:
        self._place = place
        self._key = key
        self._claim = claim

    def connect(self) -> Connection:
        return open_store(self._place / DATABASE, self._key.page_key(), lasting=False)

    def committed(self, number: int, now: str) -> None:
        """Nothing outside it needs to know."""

    def settled(self) -> None:
        """Nothing outside it needs to know."""

    def closed(self) -> None:
        self._key.drop()
        self._claim.release()
        shutil.rmtree(self._place, ignore_errors=True)


def throw_away(*, clock: Callable[[], datetime] = dates.utc_now, temporary: Path | None = None) -> Vault:
    """A new vault in a private folder under `temporary` (the system's own when not given); `close` removes it.

    What crashed runs left there is removed first; nobody could have read it. Raises `DiskFull`, `ReadOnlyPlace`.
    """
    key = DataKey.new()

    def begin(path: Path) -> None:
        with closing(open_store(path, key.page_key(), create=True, lasting=False)) as first:
            schema.migrate(first)

    return throw_away_over(key, begin, clock=clock, temporary=temporary)


def throw_away_over(
    key: DataKey, begin: Callable[[Path], None], *, clock: Callable[[], datetime], temporary: Path | None = None
) -> Vault:
    """A throw-away vault over the file that `begin` puts where it is told to; takes `key` over."""
    check_versions()
    root = temporary or Path(tempfile.gettempdir())
    _sweep(root)
    with disk.disk_problems():
        place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
    backing = ThrowAway(place, key, hold(place))
    try:
        begin(place / DATABASE)
    except BaseException:
        backing.closed()
        raise
    return Vault(backing.connect, clock=clock, backing=backing)


def left_over(root: Path) -> tuple[Path, ...]:
    """Folders of throw-away vaults under `root` that were left by a crash."""
    return tuple(one for one in root.glob(f"{_PREFIX}*") if is_left_over(one))


def is_left_over(folder: Path) -> bool:
    """Whether this person's app made it and nobody uses it any more, in this process or another."""
    if folder.is_symlink() or not folder.is_dir() or not _ours(folder):
        return False
    try:
        hold(folder, first=True).release()
    except VaultError:
        return False
    return True


def _sweep(root: Path) -> None:
    for left in left_over(root):
        with suppress(OSError):
            shutil.rmtree(left)


def _ours(folder: Path) -> bool:
    """Whether this person made it: in a shared temporary folder others may lay traps under the same name."""
    try:
        return os.name != "posix" or folder.stat().st_uid == os.getuid()
    except FileNotFoundError:  # gone since it was listed
        return False
