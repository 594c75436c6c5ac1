"""A temporary folder of a demo that says it is in use, so that deleting every trace leaves one that runs alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footprint.vault.place import hold

PREFIX = "footprint-demo-"


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Gone at the end; what a crash left behind is taken for a trace of the app."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name)
        claim = hold(folder)
        try:
            yield folder
        finally:
            claim.release()
