"""Opening the app at login, out of the way: XDG autostart, a launchd agent, or a line in Windows' Startup folder."""

from __future__ import annotations

from pathlib import Path

from footprint.i18n import _
from footprint.reminders.schedule import command, places, texts
from footprint.reminders.schedule.command import Command, for_windows
from footprint.reminders.schedule.places import Places
from footprint.reminders.schedule.timers import NotScheduled, _put


def file(at: Places, folder: Path) -> Path:
    """Where it stands; that it is there is that it is on."""
    if at.system == "win32":
        return at.startup(folder)
    return at.agent(folder, login=True) if at.system == "darwin" else at.autostart(folder)


def is_on(at: Places, folder: Path) -> bool:
    return file(at, folder).exists()


def turn_on(at: Places, folder: Path) -> Path:
    """Open the app at every login from now on. Raises `NotScheduled`."""
    path, call = file(at, folder), command.open_minimised(folder)
    try:
        _put(path, _text(at, folder, call))
    except (OSError, ValueError) as problem:
        raise NotScheduled(_("This could not be saved on this computer.")) from problem
    return path


def turn_off(at: Places, folder: Path) -> None:
    """Nothing of it is left. Raises `NotScheduled`."""
    try:
        file(at, folder).unlink(missing_ok=True)
    except OSError as problem:
        raise NotScheduled(_("This could not be removed from this computer.")) from problem


def _text(at: Places, folder: Path, call: Command) -> bytes:
    if at.system == "win32":
        return startup_line(call).encode("utf-8")
    if at.system == "darwin":
        return texts.launch_agent(call, places.label(folder, login=True), hourly=False)
    return texts.desktop_entry(call).encode("utf-8")


def startup_line(call: Command) -> str:
    """A batch file: UTF-8, `%` doubled, and away again at once."""
    folder = f'cd /d "{call.folder}"\r\n' if call.folder else ""
    line = f'{folder}start "" {for_windows(call.words)}\r\n'.replace("%", "%%")
    return f"@echo off\r\nchcp 65001 >nul\r\n{line}"
