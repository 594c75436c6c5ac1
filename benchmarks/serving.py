"""A web on loopback in a process of its own, so that nobody shares its processor time with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Server:
    """Where it listens, and the certificate to trust."""

    process: subprocess.Popen[str]
    port: int
    authority: Path

    def ask(self) -> dict[str, Any]:
        """What it has counted so far."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found


@contextmanager
def served(module: str, *options: str) -> Iterator[Server]:
    """`module` as a process that says where it listens, and answers each line with a line of JSON."""
    # A place of its own for its certificates: a wipe on this computer takes what demos left in the usual one.
    with (
        tempfile.TemporaryDirectory() as place,
        subprocess.Popen(
            [sys.executable, "-m", module, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_HERE.parent,
            env={**os.environ, "TMPDIR": place},
        ) as process,
    ):
        assert process.stdin is not None and process.stdout is not None
        where = json.loads(process.stdout.readline())
        try:
            yield Server(process, where["port"], Path(where["authority"]))
        finally:
            process.stdin.close()
            process.wait()
