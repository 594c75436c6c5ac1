"""Every row there is, in order: each file of this folder that has `ROWS`."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from tests.torture.outcome import Outcome, Row


def rows() -> list[Row]:
    found: list[Row] = []
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if re.match(r"row\d|rotation", path.name):
            found += importlib.import_module(f"tests.torture.{path.stem}").ROWS
    return sorted(found, key=lambda row: (int(re.sub(r"\D.*", "", row.number) or 99), row.label))


def try_row(label: str, runs: int) -> Outcome:
    """One row, by its label."""
    return next(row for row in rows() if row.label == label).run(runs)
