"""Something of the newest is missing: a damaged end of the log, or an older copy put back. Said at every unlock."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from footprint import vault as v
from footprint.vault.state import STATE
from tests.torture import kept
from tests.torture.kept import Kept
from tests.torture.outcome import Outcome, Row, each, scratch

FRAME, HEAD = 4096 + 24, 32


def _with_a_log(folder: Path) -> Kept:
    """A vault as it stands while it is open: ten changes in the log only."""
    made = kept.make(folder.with_name(f"{folder.name}-open"))
    opened = made.open().vault
    for number in range(10):
        v.set_fact(opened, f"test.{number}", "x" * 2000)
    copied = made.copy(folder)
    opened.close()
    (folder / "vault.db-shm").unlink(missing_ok=True)
    return copied


def _warned(vault: Kept) -> tuple[bool, int]:
    """Whether it said something, and how many of the ten changes are there."""
    try:
        opened = vault.open()
    except v.DatabaseDamaged:
        return True, 0
    there = sum(bool(v.fact(opened.vault, f"test.{number}")) for number in range(10))
    opened.vault.close()
    return opened.older is not None, there


def log_flips(runs: int) -> Outcome:
    """A bit flipped in the log: what comes after is gone without an error, so the number of commits has to tell.

    The control: the same flips with the small file gone that holds this number.
    """
    chance, bad, lost, unnoticed = random.Random(5), 0, 0, 0
    controls = max(10, runs // 4)
    with scratch() as place:
        template = _with_a_log(place / "template")
        log = (template.folder / "vault.db-wal").read_bytes()
        for number in each(runs, "log"):
            at = chance.randrange(HEAD, len(log))
            for state in (True, False) if number < controls else (True,):
                vault = template.copy(place / f"vault-{number}-{state}")
                flipped = bytearray(log)
                flipped[at] ^= 1 << chance.randrange(8)
                (vault.folder / "vault.db-wal").write_bytes(flipped)
                if not state:
                    (vault.folder / STATE).unlink()
                warned, there = _warned(vault)
                if state:
                    bad += there < 10 and not warned
                    lost += there < 10
                else:
                    unnoticed += there < 10 and not warned
                shutil.rmtree(vault.folder)
    return Outcome(
        runs, bad, f"lost something and said so {lost}", unnoticed, f"of {controls} unnoticed without {STATE}"
    )


def old_copies(runs: int) -> Outcome:
    """The database of an earlier moment put back. The control: without the number of commits nothing is said."""
    chance, bad, unnoticed = random.Random(6), 0, 0
    controls = max(5, runs // 4)
    with scratch() as place:
        vault = kept.make(place / "vault")
        copies = []
        for number in range(12):
            copies.append(vault.copy(place / f"copy-{number}").database.read_bytes())
            opened = vault.open().vault
            v.set_fact(opened, "test.number", str(number))
            opened.close()
        for number in each(runs, "old copy"):
            for state in (True, False) if number < controls else (True,):
                trial = vault.copy(place / f"trial-{number}-{state}")
                trial.database.write_bytes(chance.choice(copies))
                if not state:
                    (trial.folder / STATE).unlink()
                opened = trial.open()
                bad += state and opened.older is None
                unnoticed += not state and opened.older is None
                opened.vault.close()
                shutil.rmtree(trial.folder)
        quiet = vault.open()
        bad += quiet.older is not None
        quiet.vault.close()
    return Outcome(runs, bad, "and nothing said of the newest", unnoticed, f"of {controls} unnoticed without {STATE}")


ROWS = (
    Row("5", "a bit flipped in the write-ahead log", 100, log_flips),
    Row("5 copy", "an older copy put back", 100, old_copies),
)
