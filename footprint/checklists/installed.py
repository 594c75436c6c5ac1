"""The new steps kept beside the vault: the signed file as it came, looked at again each time it is read.

They hold nothing of the person's. A file that was altered is left out and said, and the steps that came with the app
are used: it is never trusted for lying where the app put it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from footprint import paths
from footprint.checklists.changed import CheckChange, changes, lost
from footprint.checklists.load import FolderLibrary, Library, load
from footprint.checklists.records import Latest
from footprint.checklists.release import ENDING, LARGEST_FILE, BadSteps, Release, read_release, shipped_steps
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.vault.disk import disk_problems, replace_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from footprint.checklists.packed import PackPart

FILE = f"steps{ENDING}"


@dataclass(frozen=True)
class Steps:
    """Which steps are in use: those of a file (`release`), or those of the app. `problem` says what was left out."""

    serial: int
    sentence: str
    release: Release | None = None
    problem: str = ""


@dataclass(frozen=True)
class Offered:
    """New steps that could be used: what they would change, before anything does."""

    data: bytes
    release: Release
    changes: tuple[CheckChange, ...]

    @property
    def again(self) -> tuple[CheckChange, ...]:
        """Those that ask the person again."""
        return tuple(one for one in self.changes if one.again)


def steps(folder: Path, *, keys: tuple[Ed25519PublicKey, ...] | None = None) -> Steps:
    """The steps in use for the vault in `folder`. Newer ones of the app itself win over an older file."""
    own = shipped_steps()
    came = _("These steps came with the app, made on {day}.").format(day=day_in_words(own.made))
    path = folder / FILE
    if not path.exists():
        return Steps(own.serial, came)
    try:
        release = read_release(read_file(path), keys, new=False)
    except BadSteps as problem:
        return Steps(own.serial, came, problem=_("New steps were left out. {why}").format(why=problem))
    if release.serial <= own.serial:
        return Steps(own.serial, came)
    words = _("These steps came in a file made on {day}.").format(day=day_in_words(release.made))
    return Steps(release.serial, words, release)


def load_with_steps(
    folder: Path,
    *,
    keys: tuple[Ed25519PublicKey, ...] | None = None,
    pack: Callable[[], PackPart | None] = lambda: None,
) -> FolderLibrary:
    """The checklists that ship, newer steps of `folder` in their place where there are any, and a pack over them."""
    base = paths.shipped("checklists")
    return load(base, newer_files(folder, keys=keys), pack)


def newer_files(folder: Path, *, keys: tuple[Ed25519PublicKey, ...] | None = None) -> Mapping[str, str]:
    """The texts to use in place of those that ship; none where there is no file of new steps to trust."""
    if not (folder / FILE).exists():
        return {}
    release = steps(folder, keys=keys).release
    return {} if release is None else release.files


def load_release(release: Release) -> Library:
    """The checklists that ship with those of a release in their place."""
    return load(paths.shipped("checklists"), release.files)


def offer(
    folder: Path, data: bytes, answers: Mapping[str, Latest], *, keys: tuple[Ed25519PublicKey, ...] | None = None
) -> Offered:
    """What a signed file would change. Raises `BadSteps` for one not signed, not newer, or that loses an answer."""
    release = read_release(data, keys)
    now = steps(folder, keys=keys)
    if release.serial <= now.serial:
        raise BadSteps(
            _("These steps, made on {day}, are not newer than yours. Nothing changed.").format(
                day=day_in_words(release.made)
            )
        )
    before = load_with_steps(folder, keys=keys)
    after = load_release(release)
    gone = lost(before, after)
    if gone:
        raise BadSteps(
            _("These steps say nothing about “{check}”, so an answer to it would be lost. Nothing changed.").format(
                check=gone[0]
            )
        )
    return Offered(data, release, changes(before, after, answers))


def use(folder: Path, offered: Offered) -> None:
    """Use them from now on. Raises `DiskFull` or `ReadOnlyPlace`."""
    replace_file(folder / FILE, offered.data)


def go_back(folder: Path) -> None:
    """Use the steps that came with the app again. No answer is touched."""
    with disk_problems():
        (folder / FILE).unlink(missing_ok=True)


def read_file(path: Path) -> bytes:
    """The bytes of a file the person chose, up to the most that can be new steps."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as problem:
        raise BadSteps(_("This file could not be read: {why}").format(why=problem.strerror)) from None
