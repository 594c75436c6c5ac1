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
# How a folder on the way begins, and the service that copies what is in it to other computers.
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
}
# What a service leaves in the top folder of what it copies, whatever that folder is called.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
}
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
# A second version of one of our files: "vault (1).db", "vault-LAPTOP.db", "vault (conflicted copy 2026-11-16).db",
# "vault.sync-conflict-20261116-101500.db", "Copy of vault.db", "vault 2.keys".
_CONFLICT = re.compile(
    r"^(?:copy of vault.*|vault[ (_.-].*|vault\b.*(?:conflict|\(\d+\)).*)\.(?:db|keys|state)(?:-wal)?$"
    r"|^vault\b.*(?:conflict|\(\d+\))",
    re.IGNORECASE,
)

_OURS = re.compile(r"^vault\.(?:db|keys|state|backups)(?:\.bak|-wal|-shm)?(?:\.\d+)?(?:\.tmp)?$")


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
    """The service that copies this folder to other computers, if its path or what stands in a folder above says so."""
    whole = folder.absolute()
    for name in _ONEDRIVE:
        if os.environ.get(name) and whole.is_relative_to(os.environ[name]):
            return "OneDrive"
    for part in whole.parts:
        begins = (service for start, service in _SYNCED.items() if _begins(part.casefold(), start))
        if service := next(begins, None):
            return service
    for above in (whole, *whole.parents):
        for mark, service in _MARKS.items():
            if _is_there(above / mark):
                return service
    return None


def _begins(part: str, start: str) -> bool:
    """`OneDrive`, `OneDrive - Council`, `Nextcloud2`, `GoogleDrive-sam@mail.example`; not `OneDriveless`."""
    return part == start or (part.startswith(start) and not part[len(start)].isalpha())


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def conflicts(folder: Path) -> tuple[str, ...]:
    """Names beside the vault that a syncing service gives to a second version of it."""
    try:
        found = [path.name for path in folder.iterdir() if _CONFLICT.match(path.name)]
    except OSError:
        return ()
    return tuple(sorted(name for name in found if not _OURS.match(name)))


def is_ours(name: str) -> bool:
    """Whether a vault keeps a file of its own under this name."""
    return bool(_OURS.match(name.casefold()))
