"""Opens settings, web, checklists and providers around a vault in one place, and hands them down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from footprint import checklists, logs, paths, search
from footprint import vault as vaults
from footprint import web as web_room
from footprint.checklists import FolderLibrary
from footprint.logs import Log
from footprint.registry import Registry
from footprint.reminders import duefile
from footprint.settings import FILE as SETTINGS
from footprint.settings import SettingsFile
from footprint.vault import Vault

if TYPE_CHECKING:
    from footprint.search import Provider
    from footprint.web import Web


@dataclass(frozen=True)
class Workbench:
    """Everything a command or a window may need. What only a search needs is opened when it is first asked for."""

    folder: Path
    settings: SettingsFile
    vault: Vault
    checklists: FolderLibrary
    offline: bool = False
    dialled: Web | None = None

    def renew_checklists(self) -> None:
        """Read the checklists again, after new steps came or went."""
        self.checklists.renew(checklists.newer_files(self.folder))

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
    folder: Path, vault: Vault, *, settings: SettingsFile | None = None, web: Web | None = None, offline: bool = False
) -> Workbench:
    """A workbench round an open vault. `offline` holds for this start, whatever the settings say.

    `web` is only for the demo and the tests, which dial loopback.
    """
    return Workbench(
        folder=folder,
        settings=settings or SettingsFile(folder),
        vault=vault,
        checklists=checklists.load_with_steps(folder),
        offline=offline,
        dialled=web,
    )


def move_notes(folder: Path, target: Path, *, note: bool = True) -> bool:
    """Move the vault and all the app keeps beside it to `target`; with `note` the next start looks there.

    Close the vault first. Gives whether the old folder is empty of it. Raises what `vault.move_folder` does.
    """
    others = (SETTINGS, duefile.FILE, checklists.STEPS_FILE, logs.FOLDER)
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
