"""The command line in this process or as a process of its own, for the tests of this folder."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from footprint import workbench
from footprint.cli import Windows
from footprint.cli.main import run
from footprint.demo.web import LoopbackWeb
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import Workbench

ROOT = Path(__file__).parents[2]
PHRASE = "olive kettle harbour mitten wagon prune"


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


def command(folder: Path, phrase: Path) -> list[str]:
    """The start of a command line in a process of its own."""
    return [sys.executable, "-m", "footprint", "--vault", str(folder), "--passphrase-file", str(phrase)]


def process(*arguments: str, stdin: str = "") -> Said:
    """Run a whole process to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        arguments,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


class App:
    """The command line on one vault, in this process."""

    def __init__(self, folder: Path, phrase: Path, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch):
        self.folder = folder
        self.windows: Windows | None = None
        self._start = ["--vault", str(folder), "--passphrase-file", str(phrase)]
        self._capture, self._patch = capture, patch

    def __call__(self, *arguments: str, stdin: str = "", json: bool = False, options: tuple[str, ...] = ()) -> Said:
        self._patch.setattr("sys.stdin", io.StringIO(stdin))
        self._capture.readouterr()
        code = run([*self._start, *options, *(["--json"] if json else []), *arguments], self.windows)
        out, err = self._capture.readouterr()
        return Said(code, out, err)

    def data(self, *arguments: str, stdin: str = "") -> Any:
        """What the command answers to programs; it has to succeed."""
        said = self(*arguments, stdin=stdin, json=True)
        assert said.code == 0, said.err
        return said.data

    def ok(self, *arguments: str, stdin: str = "") -> str:
        """What the command says to a person; it has to succeed."""
        said = self(*arguments, stdin=stdin)
        assert said.code == 0, said.err
        return said.out


def on_loopback(place: LoopbackWeb) -> Callable[..., Workbench]:
    """`open_bench`, with a door that leads to the loopback web (unless it brings its own, as the demo does)."""
    opened = workbench.open_bench

    def open_bench(
        folder: Path, vault: Vault, *, web: Web | None = None, offline: bool = False, **options: Any
    ) -> Workbench:
        door = web or Web(
            vault,
            offline=lambda: offline,
            resolver=place.resolver,
            dial=place.dial,
            authority=place.authority,
            pace=0,
        )
        return opened(folder, vault, web=door, offline=offline, **options)

    return open_bench
