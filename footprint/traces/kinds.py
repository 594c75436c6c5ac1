"""The kinds of traces there are, in the order they go: what opens the notes first, the folder last."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from footprint import checklists, logs, paths
from footprint import vault as vaults
from footprint.i18n import N_
from footprint.packs.uses import FOLDER as PACKS
from footprint.registry import Registry
from footprint.reminders import duefile
from footprint.reminders import schedule as schedules
from footprint.settings import FILE as SETTINGS
from footprint.vault import disk, place, slotfile, throwaway

_DEMO = "footprint-demo-*"
_HALF = ".tmp"


@dataclass(frozen=True)
class Trace:
    """One kind. `find` says where it lies for a vault folder; `remove` takes away one such place.

    Where it is no file (an entry in the computer's own password store), `find` gives a name for it.
    """

    name: str
    label: str
    find: Callable[[Path], tuple[Path, ...]]
    remove: Callable[[Path], None]


def keyring_vaults(folder: Path) -> tuple[Path, ...]:
    """The vaults of `folder` the computer's password store may know of, by name; read from the slots, without a key."""
    found: dict[str, None] = {}
    for where in (folder, folder / "incoming", *(folder / "set-aside").glob("*")):
        with suppress(vaults.VaultError):
            for slots in slotfile.candidates(where):
                if slots.of(vaults.Way.KEYRING):
                    found[slots.vault] = None
    return tuple(Path(one) for one in found)


def _files(*names: str) -> Callable[[Path], tuple[Path, ...]]:
    def find(folder: Path) -> tuple[Path, ...]:
        named = (folder / one for name in names for one in (name, name + _HALF))
        return tuple(path for path in named if disk.is_file(path))

    return find


def _logs(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted((folder / logs.FOLDER).glob("footprint*.log")))


def _packs(folder: Path) -> tuple[Path, ...]:
    return (folder / PACKS,) if disk.is_folder(folder / PACKS) else ()


def _second_versions(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in place.conflicts(folder))


def _temporary(_folder: Path) -> tuple[Path, ...]:
    """Throw-away vaults and folders of demos that nobody holds any more."""
    root = Path(tempfile.gettempdir())
    return (*throwaway.left_over(root), *(one for one in root.glob(_DEMO) if throwaway.is_left_over(one)))


def _doorbell(folder: Path) -> tuple[Path, ...]:
    """The socket a second start knocks at; left by a crash, or by the window that is open now."""
    path = Path(tempfile.gettempdir()) / paths.doorbell_name(folder)
    return (path,) if path.is_socket() else ()


def _note_of_folder(folder: Path) -> tuple[Path, ...]:
    usual = paths.usual_vault_folder()
    note = usual / paths.ELSEWHERE
    return (note,) if paths.chosen_folder(usual) == folder.absolute() and disk.is_file(note) else ()


def _remove(path: Path) -> None:
    """A file or a folder; gone already is as good."""
    with disk.disk_problems(), suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            disk.remove_folder(path)
        else:
            path.unlink()


def _remove_slots(path: Path) -> None:
    """What may hold slots: their place is overwritten before the file goes."""
    if disk.is_file(path):
        disk.destroy(path, slotfile.LARGEST)
    else:
        _remove(path)


def _empty_folders(folder: Path) -> tuple[Path, ...]:
    """The folders of the app that hold nothing any more but its lock, the inner ones first."""
    ours = (folder / logs.FOLDER, folder, paths.usual_vault_folder())
    return tuple(dict.fromkeys(one for one in ours if disk.is_folder(one) and _is_empty(one, ours)))


def _is_empty(folder: Path, ours: tuple[Path, ...]) -> bool:
    return all(one.name == place.LOCK or one in ours for one in folder.iterdir())


def _remove_empty(folder: Path) -> None:
    """One that is in use, or where something new has come, stays."""
    with suppress(OSError):
        (folder / place.LOCK).unlink(missing_ok=True)
        folder.rmdir()


def all_kinds(
    keyring: vaults.SystemKeyring | None = None, scheduler: schedules.Scheduler | None = None
) -> Registry[Trace]:
    """All kinds; `keyring` is another way to the password store, `scheduler` another computer's, for tests."""
    timer = scheduler or schedules.Scheduler(schedules.here())

    def login(folder: Path) -> tuple[Path, ...]:
        file = schedules.login_file(timer.at, folder)
        return (file,) if disk.is_file(file) else ()

    def forget(name: Path) -> None:
        (keyring or vaults.SystemKeyring()).forget_all(str(name))

    return Registry(
        (
            Trace("keyring", N_("Entries in this computer’s own password store"), keyring_vaults, forget),
            Trace(
                "vault", N_("Your notes, and the copies the app kept beside them"), vaults.vault_files, _remove_slots
            ),
            Trace(
                "second", N_("Second versions made by a service that copies folders"), _second_versions, _remove_slots
            ),
            Trace("settings", N_("Settings"), _files(SETTINGS), _remove),
            Trace("due", N_("Reminders"), _files(duefile.FILE, duefile.LOCK), _remove),
            Trace("schedule", N_("The app’s entry in this computer’s scheduler"), timer.files, timer.remove),
            Trace("login", N_("Opening the app at login"), login, _remove),
            Trace("steps", N_("Newer steps for the checks"), _files(checklists.STEPS_FILE), _remove),
            Trace("packs", N_("Your organisation’s pack, as its file came"), _packs, _remove),
            Trace("logs", N_("The app’s log"), _logs, _remove),
            Trace("temporary", N_("Temporary folders"), _temporary, _remove),
            Trace("doorbell", N_("The sign that the app is open"), _doorbell, _remove),
            Trace("note", N_("The note of where your notes are"), _note_of_folder, _remove),
            Trace("folder", N_("Empty folders of the app"), _empty_folders, _remove_empty),
        )
    )


TRACES: Registry[Trace] = all_kinds()
