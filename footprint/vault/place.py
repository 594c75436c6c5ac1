"""Where a vault may live: a private folder on a disk of this computer, held by one instance at a time."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock, Timeout

from footprint.vault.disk import in_words, is_folder, private_folder
from footprint.vault.errors import InUse, NetworkPlace

LOCK = "app.lock"
_NETWORK_KINDS = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "webdav", "webdavfs"}
)
_WINDOWS_REMOTE = 4
_SYNCED = ("OneDrive", "Dropbox", "iCloud Drive", "iCloudDrive", "Mobile Documents", "Google Drive", "GoogleDrive")
_CONFLICT = re.compile(r"^vault\b.*(conflict|\(\d+\))", re.IGNORECASE)


class Hold:
    """This process's claim on a folder. Claims of one process add up; the last one released frees the folder."""

    def __init__(self, lock: FileLock) -> None:
        self._lock: FileLock | None = lock

    def release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def hold(folder: Path, *, first: bool = False) -> Hold:
    """Claim `folder` for this process until released; the system frees it when the process dies.

    With `first` a claim this process holds already is in the way too. Raises `InUse`, `ReadOnlyPlace`, `DiskFull`.
    """
    private_folder(folder)
    lock = FileLock(folder.resolve() / LOCK, timeout=0, mode=0o600, thread_local=False, is_singleton=not first)
    try:
        lock.acquire()
    except Timeout as problem:
        raise InUse from problem
    except OSError as problem:
        raise in_words(problem) from problem
    return Hold(lock)


def prepare(folder: Path) -> None:
    """Make `folder` a private one. Raises `NetworkPlace`, `ReadOnlyPlace`."""
    if on_network(folder):
        raise NetworkPlace
    private_folder(folder)


def on_network(folder: Path) -> bool:
    """Whether `folder` (or the nearest folder above it that exists) is on another computer's disk."""
    there = next((one for one in (folder.absolute(), *folder.absolute().parents) if is_folder(one)), Path()).resolve()
    if sys.platform == "win32":
        import ctypes

        return str(there).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(there.anchor) == _WINDOWS_REMOTE
    return kind_of_disk(there, _mounts()) in _NETWORK_KINDS


def kind_of_disk(folder: Path, mounts: Iterable[tuple[Path, str]]) -> str:
    """The kind of file system under `folder`: that of the deepest mount point above it, the newest of several."""
    found, depth = "", -1
    for point, kind in mounts:
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = kind, len(point.parts)
    return found


def _mounts() -> list[tuple[Path, str]]:
    """The disks of this computer; none where it does not say, or not within 5 s."""
    if sys.platform == "darwin":
        return _mounts_of_a_mac()
    try:
        return read_mountinfo(Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return []


def _mounts_of_a_mac() -> list[tuple[Path, str]]:
    import subprocess

    try:
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    return read_mount(said)


def read_mountinfo(text: str) -> list[tuple[Path, str]]:
    """Mount points and kinds from Linux's /proc/self/mountinfo, where blanks in a path are written \\040."""
    found = []
    for line in text.splitlines():
        left, dash, right = line.partition(" - ")
        fields = left.split(" ")
        if dash and len(fields) > 4 and right:
            point = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            found.append((Path(point), right.split(" ")[0]))
    return found


def read_mount(text: str) -> list[tuple[Path, str]]:
    """Mount points and kinds from macOS's `mount`: `//me@host/x on /Volumes/x (smbfs, nodev)`."""
    lines = (re.match(r".* on (/.*) \(([^,)]+)", line) for line in text.splitlines())
    return [(Path(line[1]), line[2]) for line in lines if line]


def synced_by(folder: Path) -> str | None:
    """The service that copies this folder to other computers, if its path says so."""
    parts = folder.absolute().parts
    for name in _SYNCED:
        if any(part == name or part.startswith(f"{name} ") for part in parts):
            return name
    for name in ("OneDrive", "OneDriveCommercial"):
        if os.environ.get(name) and folder.absolute().is_relative_to(os.environ[name]):
            return "OneDrive"
    return None


def conflicts(folder: Path) -> tuple[str, ...]:
    """Names beside the vault that a syncing service gives to a second version of it."""
    try:
        return tuple(sorted(path.name for path in folder.iterdir() if _CONFLICT.match(path.name)))
    except OSError:
        return ()
