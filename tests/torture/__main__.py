"""`make torture`, or `python -m tests.torture [--rows 1,2] [--scale 0.1]`: the vault under all that can go wrong.

Prints a table: row, runs, how many went wrong, how often the control did (it has to), seconds. Ends with 1 when
anything was bad or a control did not fail.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
import traceback
from collections.abc import Sequence

from tests.torture.outcome import Outcome, Row
from tests.torture.rows import rows


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("--rows", default="", help="numbers or labels of rows, such as 1,2,9; all when left out")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of the full count, such as 0.1")
    parser.add_argument("--list", action="store_true", help="name the rows and stop")
    asked = parser.parse_args(arguments)
    chosen = [one for one in rows() if _is_asked(one, asked.rows)]
    if asked.list or not chosen:
        sys.stdout.writelines(f"{one.label:<14} {one.what}\n" for one in (chosen or rows()))
        return 0 if asked.list else 2
    sys.stdout.write(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n\n")
    sys.stdout.write(
        "| Row | What | Runs | Bad | Control | Seconds | Seen |\n| --- | --- | --- | --- | --- | --- | --- |\n"
    )
    return max([_one(row, asked.scale) for row in chosen])


def _is_asked(row: Row, wanted: str) -> bool:
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    return not names or row.number in names or row.label in names


def _one(row: Row, scale: float) -> int:
    sys.stderr.write(f"{row.label}: {row.what}\n")
    start = time.monotonic()
    try:
        found = row.run(max(1, round(row.release * scale)))
    except Exception as problem:  # noqa: BLE001 a row that breaks is a bad row, and the others are still to be tried
        traceback.print_exc()
        found = Outcome(1, 1, f"broke: {type(problem).__name__}")
    sys.stdout.write(_line(row, found, time.monotonic() - start) + "\n")
    sys.stdout.flush()
    return 0 if found.passed else 1


def _line(row: Row, found: Outcome, seconds: float) -> str:
    if found.skipped:
        return f"| {row.label} | {row.what} | 0 | - | - | - | not run here: {found.skipped} |"
    control = "-" if found.control is None else f"{found.control}{'' if found.control else ' DID NOT FAIL'}"
    control += f" ({found.against})" if found.against else ""
    bad = f"{found.bad}" if not found.bad else f"**{found.bad}**"
    return f"| {row.label} | {row.what} | {found.runs:,} | {bad} | {control} | {seconds:.0f} | {found.detail} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
