"""Opens settings, web, checklists and providers around a vault in one place, and hands them down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from footprint import checklists, logs, paths, search
from footprint import vault as vaults
from footprint import web as web_room
from footprint.checklists import FolderLibrary, Guidance
from footprint.logs import Log
from footprint.packs.door import PackDoor
from footprint.packs.uses import FOLDER as PACKS
from footprint.registry import Registry
from footprint.reminders import duefile
from footprint.settings import FILE as SETTINGS
from footprint.settings import SettingsFile
from footprint.vault import Vault

if TYPE_CHECKING:
    from footprint.checklists.packed import PackPart
    from footprint.packs.installed import Shelf
    from footprint.packs.records import Pack
    from footprint.search import Provider
    from footprint.web import Web


@dataclass(frozen=True)
class Workbench:
    """Everything a command or a window may need. What only a search needs is opened when it is first asked for."""

    folder: Path
    settings: SettingsFile
    vault: Vault
    checklists: FolderLibrary
    pack_door: PackDoor
    packs_folder: Path
    offline: bool = False
    dialled: Web | None = None

    def renew_checklists(self) -> None:
        """Read the checklists again, after new steps or a pack came or went."""
        self.packs.renew()
        self.checklists.renew(checklists.newer_files(self.folder))

    @property
    def packs(self) -> Shelf:
        """The packs of this vault: the one in use, those on offer, and the ways to change that."""
        return self.pack_door.shelf

    def pack_waits(self) -> bool:
        """Whether the organisation put a pack on this computer that the person has not looked at."""
        return self.pack_door.waits(self.packs_folder)

    @property
    def pack(self) -> Pack | None:
        """The employer's pack in use, for the rooms that take a part of it."""
        return self.pack_door.pack

    def guidance(self) -> Guidance:
        """The guidance that ships, with that of the pack in use over it."""
        shipped, pack = checklists.load_guidance()[0], self.pack
        if pack is None:
            return shipped
        from footprint.checklists import packed_guidance

        return packed_guidance.over(shipped, pack.guidance, pack.organisation)

    @cached_property
    def web(self) -> Web:
        """The one door to other computers."""
        return self.dialled or web_room.Web(
            self.vault, offline=lambda: self.offline or self.settings.now.never_use_internet
        )

    @cached_property
    def log(self) -> Log:
        """What the app notes about itself; nothing of the person can get into it."""
        return Log(self.folder)

    @cached_property
    def providers(self) -> Registry[Provider]:
        """The searches there are."""
        return Registry(search.PROVIDERS)


def open_bench(
    folder: Path,
    vault: Vault,
    *,
    settings: SettingsFile | None = None,
    web: Web | None = None,
    offline: bool = False,
    packs: Path | None = None,
) -> Workbench:
    """A workbench round an open vault. `offline` holds for this start, whatever the settings say.

    `packs`: where an organisation's pack is looked for, in place of the system's configuration folder. `web` is only
    for the demo and the tests, which dial loopback.
    """
    site = packs or paths.organisation_packs()
    door = PackDoor(vault, lambda: _shelf(folder, vault, site))
    return Workbench(
        folder=folder,
        settings=settings or SettingsFile(folder),
        vault=vault,
        checklists=checklists.load_with_steps(folder, pack=lambda: _part_of(door.pack)),
        pack_door=door,
        packs_folder=site,
        offline=offline,
        dialled=web,
    )


def _shelf(folder: Path, vault: Vault, organisation: Path) -> Shelf:
    from footprint.packs.installed import Shelf

    return Shelf(folder, vault, read=_read_pack, check=lambda data: _check_pack(folder, data), folders=(organisation,))


def _read_pack(data: bytes) -> Pack:
    """A pack that was taken before: an update of the app, which may ship less than it names, never takes it away."""
    from footprint.pack_parts import PARTS
    from footprint.packs.reading import read_pack

    return read_pack(data, parts=PARTS)


def _check_pack(folder: Path, data: bytes) -> Pack:
    """A pack to be taken: everything it names must be there, in the steps in use here."""
    from footprint.pack_parts import PARTS, ships
    from footprint.packs.reading import read_pack

    return read_pack(data, parts=PARTS, ships=ships(checklists.load_with_steps(folder)))


def _part_of(pack: Pack | None) -> PackPart | None:
    if pack is None:
        return None
    from footprint.checklists.packed import part_of

    return part_of(pack)


def move_notes(folder: Path, target: Path, *, note: bool = True) -> bool:
    """Move the vault and all the app keeps beside it to `target`; with `note` the next start looks there.

    Close the vault first. Gives whether the old folder is empty of it. Raises what `vault.move_folder` does.
    """
    others = (SETTINGS, duefile.FILE, checklists.STEPS_FILE, PACKS, logs.FOLDER)
    (folder / duefile.LOCK).unlink(missing_ok=True)
    emptied = vaults.move_folder(
        folder,
        target,
        lambda to: paths.remember_folder(to) if note else True,
        others=others,
        apps_own=target.absolute() == paths.usual_vault_folder().absolute(),
    )
    from footprint.reminders import schedule

    schedule.follow(schedule.Scheduler(schedule.here()), folder, target)
    return emptied
