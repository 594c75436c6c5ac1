"""Removing every trace, with a list of what went and of what no app can reach."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footprint import vault as vaults
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.registry import Registry
from footprint.traces.elsewhere import Elsewhere
from footprint.traces.kinds import TRACES, Trace
from footprint.vault import place, wiping


@dataclass(frozen=True)
class Removed:
    """One kind of trace that went, and how many there were of it."""

    name: str
    words: str
    count: int


@dataclass(frozen=True)
class Left:
    """What is still there or may be, what it is, and what the person can do. `where` is a path, or "".

    `stuck`: it is the app's own, and it would not go.
    """

    words: str
    where: str
    do: str
    stuck: bool = False


@dataclass(frozen=True)
class Wiped:
    removed: tuple[Removed, ...]
    left: tuple[Left, ...]


def anything(folder: Path) -> bool:
    """Whether there is anything to remove, in `folder` or for it elsewhere, besides empty folders."""
    return any(one.find(folder) for one in TRACES if one.name != "folder")


def wipe(folder: Path, known: Elsewhere | None = None, kinds: Registry[Trace] = TRACES) -> Wiped:
    """Remove every trace of the vault in `folder`. Close the vault first; `known` is what it told before.

    Keyring entries go first, because only the slots say which they are; then the slots, so that what a disk keeps of
    the rest can never be read. Cut off at any point, the next call goes on.

    Raises `InUse`, `ReadOnlyPlace`, `DiskFull`; where the folder takes no deletions nothing has gone, in the computer's
    password store neither.
    """
    folder, gone, left = folder.absolute(), list[Removed](), list[Left]()
    claim = place.hold(folder) if folder.is_dir() else None  # before anything goes: another window may have it open
    try:
        if claim is not None:
            wiping.require_deletable(folder)
        for trace in kinds:
            if trace.name == "folder" and claim is not None:
                claim.release()
            found, stuck = _remove(trace, folder)
            left += stuck
            if found:
                gone.append(Removed(trace.name, _(trace.label), found))
    finally:
        if claim is not None:
            claim.release()
    return Wiped(tuple(gone), (*left, *_others(folder), *_elsewhere(folder, known or Elsewhere())))


def _remove(trace: Trace, folder: Path) -> tuple[int, list[Left]]:
    """How many went, and those that did not: one that sticks does not keep the others. The vault goes whole."""
    there = trace.find(folder)
    if trace.name == "vault" and there:
        vaults.wipe(folder)
        return len(there), []
    stuck = []
    for one in there:
        try:
            trace.remove(one)
        except FootprintError:
            stuck.append(Left(_(trace.label), str(one), _("It could not be removed. Remove it yourself."), stuck=True))
    return len(there) - len(stuck), stuck


def _others(folder: Path) -> list[Left]:
    """Files in the folder the app knows nothing of stay: they may be the person's own."""
    if not folder.is_dir():
        return []
    there = sorted(one.name for one in folder.iterdir() if one.name != place.LOCK)
    if not there:
        return []
    return [Left(_("Files that are not the app’s own: {names}").format(names=", ".join(there)), str(folder),
                 _("Look at them, and delete them if you do not need them."))]  # fmt: skip


def _elsewhere(folder: Path, known: Elsewhere) -> list[Left]:
    left = [
        Left(_("A backup of your notes"), str(one), _("It opens with your passphrase. Delete it there."))
        for one in known.backups
    ]
    left += [
        Left(_("A file or text you made: {what}").format(what=one), "", _("Delete it where you put it."))
        for one in known.made
    ]
    if not known.asked:
        words = _("Backups, reports and copies you saved elsewhere")
        left.append(Left(words, "", _("The app could not look up where they are. Delete them where you put them.")))
    service = place.synced_by(folder)
    if service:
        words = _("Copies that {service} keeps of this folder").format(service=service)
        left.append(Left(words, str(folder), _("Delete them on its website too, and empty its bin.")))
    return [*left, *_never_reached()]


def _never_reached() -> list[Left]:
    """What no app can reach, whoever it is."""
    return [
        Left(_("Your recovery sheet, on paper"), "", _("It opens old backups. Tear it up once they are gone.")),
        Left(_("Pages you opened"), "", _("Your browser keeps a history. Clear it there.")),
        Left(_("Backups of this whole computer"), "", _("They may hold your notes, locked with your passphrase.")),
        Left(
            _("Parts of memory this computer wrote to its disk"),
            "",
            _("Sleep and swap files may hold words you had on screen. Turn on disk encryption."),
        ),
    ]
