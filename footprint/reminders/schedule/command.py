"""What the computer's own scheduler is to call, and how such a call is written for each of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Command:
    """A program with its arguments. `folder` is where it has to start, None where that does not matter."""

    program: str
    arguments: tuple[str, ...]
    folder: Path | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return (self.program, *self.arguments)


def remind(vault_folder: Path) -> Command:
    """`footprint remind due --notify` on this vault, as this very app was started."""
    return _app("--vault", str(vault_folder.absolute()), "remind", "due", "--notify")


def open_minimised(vault_folder: Path) -> Command:
    """The app itself, out of the way until it is wanted."""
    return _app("--vault", str(vault_folder.absolute()), "open", "--minimised")


def _app(*arguments: str) -> Command:
    if getattr(sys, "frozen", False):  # a bundle: the program is the app
        return Command(sys.executable, arguments)
    python = Path(sys.executable)
    windowless = python.with_name("pythonw.exe")  # on Windows, so that no black window flashes up
    if python.name.casefold() == "python.exe" and windowless.exists():
        python = windowless
    return Command(str(python), ("-m", "ui.start", *arguments), _checkout())


def _checkout() -> Path | None:
    """Where the packages lie when they are not installed: Python finds them from there."""
    above = Path(__file__).resolve().parents[3]
    return above if (above / "pyproject.toml").exists() else None


def for_systemd(words: Sequence[str]) -> str:
    """For `ExecStart=` (systemd.service, "Command lines"): quoted, `%` and `$` doubled, C escapes inside quotes.

    The program itself is no place for variables, so a `$` in it stands for itself; and systemd takes no program with
    quotes or backslashes in its path at all, so a shell that gets it as an argument starts that one.
    """
    if set(words[0]) & set("\"'\\"):
        words = ("/bin/sh", "-c", 'exec "$0" "$@"', *words)
    return " ".join((_systemd(words[0]), *(_systemd(one).replace("$", "$$") for one in words[1:])))


def path_for_systemd(path: Path) -> str:
    """For `WorkingDirectory=`, which takes a whole line and knows only `%`."""
    return str(path).replace("%", "%%")


def for_desktop_file(words: Sequence[str]) -> str:
    """For `Exec=` (Desktop Entry Specification): quoted, escaped for the quotes, and again as a value of the file."""
    return " ".join(_desktop(one) for one in words)


def for_windows(words: Sequence[str]) -> str:
    """One line that `CommandLineToArgvW` takes apart into the same words."""
    return " ".join(_windows(one) for one in words)


def _systemd(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{_no_control(escaped)}"'


def _desktop(word: str) -> str:
    quoted = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return f'"{_no_control(quoted)}"'.replace("\\", "\\\\").replace("%", "%%")


def _windows(word: str) -> str:
    if word and not set(word) & set(' \t"'):
        return word
    out, slashes = "", 0
    for letter in word:
        if letter == "\\":
            slashes += 1
            continue
        out += "\\" * (slashes * 2 + 1 if letter == '"' else slashes) + letter
        slashes = 0
    return f'"{out}{chr(92) * (slashes * 2)}"'


def _no_control(text: str) -> str:
    """Such a file has one line for a call; a path that needs two cannot be written there."""
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in text):
        raise ValueError("a control character in a path")
    return text
