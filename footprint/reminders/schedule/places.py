"""Where the schedulers of each system look for such files, for one vault. The name tells vaults apart, nothing else."""

from __future__ import annotations

import os
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The places of one system. `system` is `linux`, `darwin` or `win32`; tests hand in a home of their own."""

    system: str
    home: Path
    config: Path
    roaming: Path

    def timer(self, folder: Path) -> Path:
        return self._units / f"{name(folder)}.timer"

    def service(self, folder: Path) -> Path:
        return self._units / f"{name(folder)}.service"

    def wanted(self, folder: Path) -> Path:
        """The link by which systemd remembers that the timer is on."""
        return self._units / "timers.target.wants" / f"{name(folder)}.timer"

    def agent(self, folder: Path, *, login: bool = False) -> Path:
        return self.home / "Library" / "LaunchAgents" / f"{label(folder, login=login)}.plist"

    def autostart(self, folder: Path) -> Path:
        return self.config / "autostart" / f"{name(folder)}.desktop"

    def startup(self, folder: Path) -> Path:
        """In the folder of what Windows starts at login; a `.cmd` needs no shortcut and no registry."""
        return self.roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup" / f"{name(folder)}.cmd"

    @property
    def _units(self) -> Path:
        return self.config / "systemd" / "user"


def here() -> Places:
    """Those of this computer and person."""
    home = Path.home()
    config = os.environ.get("XDG_CONFIG_HOME", "")
    roaming = os.environ.get("APPDATA", "")
    return Places(
        "linux" if sys.platform.startswith("linux") else sys.platform,
        home,
        Path(config) if config.startswith("/") else home / ".config",
        Path(roaming) if roaming else home / "AppData" / "Roaming",
    )


def name(folder: Path) -> str:
    return f"footprint-remind-{zlib.crc32(str(folder.absolute()).encode('utf-8', 'surrogateescape')):08x}"


def label(folder: Path, *, login: bool = False) -> str:
    """What launchd calls it."""
    return f"check.footprint.{'login' if login else 'remind'}-{name(folder).rpartition('-')[2]}"
