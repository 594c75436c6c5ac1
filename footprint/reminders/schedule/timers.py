"""The computer's own scheduler, turned on and off for one vault: systemd, launchd, or the Task Scheduler."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from footprint.errors import FootprintError
from footprint.i18n import N_, _
from footprint.reminders.schedule import command, places, texts
from footprint.reminders.schedule.places import Places

_WAIT = 20  # seconds for a system's own tool


class State(StrEnum):
    """`WRITTEN`: the files are there, but the scheduler could not be told of them; it reads them at the next login."""

    OFF = "off"
    ON = "on"
    WRITTEN = "written"
    NOT_HERE = "not here"


class NotScheduled(FootprintError):
    """The computer's scheduler did not take it; the sentence says what can be done."""


@dataclass(frozen=True)
class Answer:
    """How a system's tool ended."""

    code: int
    words: str = ""


# Runs a system's own tool; None where it is not there.
Runner = Callable[[Sequence[str]], "Answer | None"]


def run(words: Sequence[str]) -> Answer | None:
    """For real; never through a shell."""
    program = shutil.which(words[0])
    if program is None:
        return None
    try:
        done = subprocess.run([program, *words[1:]], capture_output=True, text=True, timeout=_WAIT, check=False)
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return Answer(1)
    return Answer(done.returncode, (done.stdout or "").strip())


@dataclass(frozen=True)
class Scheduler:
    """The scheduler of one computer. `booted` is there where systemd runs it."""

    at: Places
    run: Runner = run
    booted: Path = Path("/run/systemd/system")

    @property
    def kind(self) -> str:
        """Its name, for people who know it."""
        return {"linux": "systemd", "darwin": "launchd", "win32": N_("Task Scheduler")}.get(self.at.system, "")

    def state(self, folder: Path) -> State:
        if self.at.system == "linux":
            if not self.at.timer(folder).exists():
                return State.OFF if self._has_systemd() else State.NOT_HERE
            answer = self._systemctl("is-active", f"{places.name(folder)}.timer")
            return State.ON if answer and answer.code == 0 else State.WRITTEN
        if self.at.system == "darwin":
            if not self.at.agent(folder).exists():
                return State.OFF
            answer = self.run(("launchctl", "list", places.label(folder)))
            return State.ON if answer and answer.code == 0 else State.WRITTEN
        if self.at.system == "win32":
            answer = self.run(("schtasks", "/Query", "/TN", places.name(folder)))
            return State.ON if answer and answer.code == 0 else State.OFF
        return State.NOT_HERE

    def turn_on(self, folder: Path) -> State:
        """Call the app every hour from now on; again is as good as once. Raises `NotScheduled`."""
        try:
            call = command.remind(folder)
            if self.at.system == "linux":
                return self._systemd_on(folder, call)
            if self.at.system == "darwin":
                return self._launchd_on(folder, call)
            if self.at.system == "win32":
                return self._tasks_on(folder, call)
        except (OSError, ValueError) as problem:
            raise NotScheduled(_("The file for this computer’s scheduler could not be written.")) from problem
        raise NotScheduled(_("This computer has no scheduler the app knows."))

    def turn_off(self, folder: Path) -> None:
        """Nothing of it is left; off already is as good. Raises `NotScheduled`."""
        try:
            for path in self.files(folder):
                self.remove(path)
        except OSError as problem:
            raise NotScheduled(_("The file for this computer’s scheduler could not be removed.")) from problem
        if self.at.system == "win32" and self.state(folder) is State.ON:
            raise NotScheduled(_("This computer’s scheduler would not let it go."))

    def files(self, folder: Path) -> tuple[Path, ...]:
        """What of it is on this computer. A task of Windows is no file: its name stands for it."""
        if self.at.system == "linux":
            found = (self.at.wanted(folder), self.at.timer(folder), self.at.service(folder))
            return tuple(one for one in found if one.exists() or one.is_symlink())
        if self.at.system == "darwin":
            return tuple(one for one in (self.at.agent(folder),) if one.exists())
        if self.at.system == "win32" and self.state(folder) is State.ON:
            return (Path(places.name(folder)),)
        return ()

    def remove(self, path: Path) -> None:
        """One of `files`. The scheduler is told first, so that it does not go on by what it remembers."""
        if self.at.system == "linux" and path.suffix == ".timer" and not path.is_symlink():
            self._systemctl("disable", "--now", path.name)
        elif self.at.system == "darwin":
            self.run(("launchctl", "bootout", f"{self._domain()}/{path.stem}"))
        elif self.at.system == "win32":
            self.run(("schtasks", "/Delete", "/F", "/TN", path.name))
            return
        path.unlink(missing_ok=True)
        if self.at.system == "linux":
            self._systemctl("daemon-reload")
            for folder in (path.parent, *path.parent.parents[:2]):
                if folder == self.at.config or not folder.is_relative_to(self.at.config / "systemd"):
                    break
                with suppress(OSError):
                    folder.rmdir()  # only one that is empty goes

    # -- one system each ---------------------------------------------------------------------------

    def _has_systemd(self) -> bool:
        """Whether this computer was started by systemd (`sd_booted`); its tools alone may be there without it."""
        return self.booted.is_dir()

    def _systemctl(self, *words: str) -> Answer | None:
        return self.run(("systemctl", "--user", *words))

    def _systemd_on(self, folder: Path, call: command.Command) -> State:
        if not self._has_systemd():
            raise NotScheduled(_("This computer has no systemd. Use your calendar, or open the app at login."))
        _put(self.at.service(folder), texts.systemd_service(call).encode())
        _put(self.at.timer(folder), texts.systemd_timer().encode())
        self._systemctl("daemon-reload")
        timer = self.at.timer(folder).name
        answer = self._systemctl("enable", "--now", timer)
        if answer is None or answer.code != 0:  # nobody is logged in to systemd: it reads the link at the next login
            link = self.at.wanted(folder)
            link.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not link.is_symlink():
                link.symlink_to(self.at.timer(folder))
        return self.state(folder)

    def _domain(self) -> str:
        return f"gui/{os.getuid()}" if hasattr(os, "getuid") else "gui"

    def _launchd_on(self, folder: Path, call: command.Command) -> State:
        path = self.at.agent(folder)
        _put(path, texts.launch_agent(call, places.label(folder), hourly=True))
        self.run(("launchctl", "bootout", f"{self._domain()}/{path.stem}"))
        self.run(("launchctl", "bootstrap", self._domain(), str(path)))
        return self.state(folder)

    def _tasks_on(self, folder: Path, call: command.Command) -> State:
        """The Task Scheduler copies the file, so it goes again at once."""
        path = folder / f"{places.name(folder)}.xml"
        _put(path, texts.task_xml(call, _windows_user()).encode("utf-16"))
        try:
            answer = self.run(("schtasks", "/Create", "/F", "/TN", places.name(folder), "/XML", str(path)))
        finally:
            path.unlink(missing_ok=True)
        if answer is None or answer.code != 0:
            raise NotScheduled(_("This computer’s scheduler did not take it. Your employer may not allow it."))
        return State.ON


def _windows_user() -> str:
    domain = os.environ.get("USERDOMAIN", "")
    return f"{domain}\\{getpass.getuser()}" if domain else getpass.getuser()


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.tmp")
    temporary.write_bytes(data)
    temporary.chmod(0o600)
    temporary.replace(path)
