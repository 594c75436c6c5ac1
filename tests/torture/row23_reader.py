"""A reader written apart from the app reads every vault there is: rows equal, and a flipped byte makes it fail."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from docs import reader
from footprint import vault as v
from tests.torture import kept
from tests.torture.fixtures import Rows, every, read_rows
from tests.torture.outcome import Outcome, Row, each, scratch

SCRIPT = Path(reader.__file__)


def run_script(source: Path, secret: str, out: Path) -> subprocess.CompletedProcess[str]:
    """As a stranger would, in a folder where nothing of the app is to be found."""
    command = [sys.executable, "-I", str(SCRIPT), str(source), "--out", str(out)]
    return subprocess.run(command, input=f"{secret}\n", capture_output=True, text=True, cwd=out.parent, check=False)


def rows_in(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as db:
        return read_rows(db)


def every_fixture(_runs: int) -> Outcome:
    tried = bad = 0
    for fixture in every():
        with scratch() as place:
            for number, secret in enumerate((fixture.code.written, fixture.phrase)):
                said = run_script(fixture.folder, secret, place / f"{number}.db")
                tried += 1
                bad += said.returncode != 0 or rows_in(place / f"{number}.db") != fixture.rows
    return Outcome(tried, bad, f"{len(every())} versions, by passphrase and by code")


def open_and_backed_up(_runs: int) -> Outcome:
    """A vault that is open, with changes only in its log; and a backup of it."""
    with scratch() as place:
        vault = kept.make(place / "vault")
        kept.fill(vault)
        opened = vault.open().vault
        for number in range(30):
            v.set_fact(opened, f"test.late.{number}", "only in the log " * 20)
        backup = v.backup(opened, place / "b.footprint").path
        with opened.reading() as db:
            wanted = sorted(db.execute("SELECT name, value FROM vault_fact WHERE name LIKE 'test.%'"))
        bad = 0
        for number, source in enumerate((vault.folder, backup)):
            said = run_script(source, vault.code.written, place / f"{number}.db")
            with closing(sqlite3.connect(place / f"{number}.db")) as db:
                found = sorted(db.execute("SELECT name, value FROM vault_fact WHERE name LIKE 'test.%'"))
            bad += said.returncode != 0 or found != wanted
        logged = (vault.folder / "vault.db-wal").stat().st_size
        opened.close()
    return Outcome(2, bad + (logged == 0), f"log of {logged // 1000} kB read")


def flipped(runs: int) -> Outcome:
    """A flipped bit anywhere in the database or the slot file: refused, in words."""
    chance, silent, broke = random.Random(23), 0, 0
    fixture = every()[-1]
    slot_files, database, log = reader.parts(fixture.folder)
    good = reader.data_key(reader.read_slots(slot_files[0]), fixture.code.written)
    page_key = reader.derive(good, b"vault page key 1")
    unchanged = reader.read_database(database, log, page_key)
    for number in each(runs, "flips"):
        whole = number % 4 == 0
        data = bytearray(slot_files[0] if whole else database)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            if whole:
                silent += reader.data_key(reader.read_slots(bytes(data)), fixture.code.written) != good
            else:
                silent += reader.read_database(bytes(data), log, page_key) != b""
        except reader.CannotRead:
            continue
        except (ValueError, KeyError, TypeError):
            broke += not whole
    return Outcome(
        runs, silent + broke, "all refused", int(unchanged[:15] == b"SQLite format 3"), "unchanged, it reads"
    )


ROWS = (
    Row("23", "a reader of its own, every fixture", 1, every_fixture),
    Row("23 log", "the same, a vault that is open, and a backup", 1, open_and_backed_up),
    Row("23 flip", "the same, one bit flipped", 400, flipped),
)
