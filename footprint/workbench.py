"""Opens settings, web, checklists and providers around a vault in one place, and hands them down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footprint import checklists, paths, search
from footprint.checklists import Library
from footprint.registry import Registry
from footprint.search import Provider
from footprint.settings import SettingsFile
from footprint.vault import Vault
from footprint.web import Web


@dataclass(frozen=True)
class Workbench:
    """Everything a command or a window may need, already opened."""

    folder: Path
    settings: SettingsFile
    vault: Vault
    web: Web
    checklists: Library
    providers: Registry[Provider]


def open_bench(
    folder: Path, vault: Vault, *, settings: SettingsFile | None = None, web: Web | None = None, offline: bool = False
) -> Workbench:
    """A workbench round an open vault. `offline` holds for this start, whatever the settings say.

    `web` is only for the demo and the tests, which dial loopback.
    """
    kept = settings or SettingsFile(folder)
    return Workbench(
        folder=folder,
        settings=kept,
        vault=vault,
        web=web or Web(vault, offline=lambda: offline or kept.now.never_use_internet),
        checklists=checklists.load(paths.shipped("checklists")),
        providers=Registry(search.PROVIDERS),
    )
