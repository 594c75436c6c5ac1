"""What of this computer matters to the app: versions, what Qt needs, a display, the shipped files."""

from __future__ import annotations

import importlib.metadata
import platform
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import footprint
from footprint import checklists, paths
from footprint import vault as vaults
from footprint.checklists import Kind
from footprint.cli.windows import Windows
from footprint.i18n import _, ngettext
from footprint.qt_libraries import has_display, missing_packages

_PARTS = ("apsw-sqlite3mc", "cryptography", "PySide6-Essentials", "requests")


class State(StrEnum):
    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Line:
    """One thing that was looked at. `fix` is what to do, an exact command where there is one."""

    name: str
    state: State
    words: str
    fix: str = ""


def look(windows: Windows | None) -> Iterator[Line]:
    """Everything but the vault."""
    yield Line(_("Footprint"), State.OK, footprint.__version__)
    yield _python(sys.version_info[:3])
    yield from map(_part, _PARTS)
    yield _encryption()
    yield from _qt_libraries()
    yield _display(windows)
    yield _shipped()
    yield Line(
        _("Disk encryption"),
        State.NOTE,
        _("This cannot be seen from here."),
        _("Look in your computer’s settings. It protects what memory leaves on the disk."),
    )


def _python(version: tuple[int, int, int]) -> Line:
    words = f"{'.'.join(map(str, version))}, {platform.system()} {platform.machine()}"
    if version < (3, 11):
        return Line("Python", State.PROBLEM, words, _("Install Python 3.11 or newer."))
    return Line("Python", State.OK, words)


def _part(name: str) -> Line:
    try:
        return Line(name, State.OK, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        if name.startswith("PySide6"):
            return Line(name, State.NOTE, _("Not installed: there are no windows, only commands."))
        return Line(name, State.PROBLEM, _("Not installed."), _("Install the app again."))


def _encryption() -> Line:
    try:
        vaults.harden()
    except vaults.PartsTooOld as problem:
        return Line(_("Encrypted store"), State.PROBLEM, problem.happened, problem.do)
    return Line(_("Encrypted store"), State.OK, _("Its parts are new enough."))


def _qt_libraries() -> Iterator[Line]:
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(screen=has_display())
    if not missing:
        yield Line(_("Libraries for windows"), State.OK, _("All there."))
        return
    words = ngettext("{n} is missing.", "{n} are missing.", len(missing)).format(n=len(missing))
    command = f"sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
    yield Line(_("Libraries for windows"), State.PROBLEM, words, command)


def _display(windows: Windows | None) -> Line:
    name = _("Display")
    if windows is None:
        return Line(name, State.NOTE, _("Started without windows."), _("Start with: footprint"))
    if windows.can_open():
        return Line(name, State.OK, _("A window can be opened."))
    return Line(name, State.NOTE, _("There is none, so only commands work here."))


def _shipped() -> Line:
    library = checklists.load(paths.shipped("checklists"))
    if library.problems or not library.networks():
        return Line(
            _("Checklists"),
            State.PROBLEM,
            "; ".join(map(str, library.problems[:3])) or _("None were found."),
            _("For more: footprint checklists lint"),
        )
    counts = Counter(one.kind for one in library.heads())
    words = _("{networks} networks, {places} places, {situations} situations").format(
        networks=counts[Kind.NETWORK], places=counts[Kind.PLACE], situations=counts[Kind.SITUATION]
    )
    return Line(_("Checklists"), State.OK, words)
