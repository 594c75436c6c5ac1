"""A vault to torture: made once, copied for each trial, with derivations at the accepted floor."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from footprint import vault as v
from footprint.vault import slotfile, slots
from footprint.vault.backing import DATABASE

PHRASE = "lamp river stone orchard"
CODE = v.RecoveryCode("A" * 26)
STRENGTH = v.Strength(memory=64 * 1024, passes=3, lanes=4)
MADE = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """A folder with a closed vault in it, and what opens it."""

    folder: Path
    phrase: str = PHRASE
    code: v.RecoveryCode = CODE

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    def copy(self, folder: Path) -> Kept:
        shutil.copytree(self.folder, folder)
        return Kept(folder, self.phrase, self.code)

    def open(self) -> v.Opened:
        """By its code, which needs no slow derivation."""
        return v.unlock(self.folder, self.code)

    def page_key(self) -> bytes:
        return slots.enter(slotfile.candidates(self.folder)[0], self.code).key.page_key()


def make(folder: Path, *, code: v.RecoveryCode = CODE) -> Kept:
    """A closed vault with one fact in it."""
    made = v.create(folder, PHRASE, code=code, strength=STRENGTH, clock=lambda: MADE)
    v.set_fact(made.vault, "test.greeting", "good morning")
    made.vault.close()
    return Kept(folder, PHRASE, code)


def fill(kept: Kept, rows: int = 240) -> None:
    """Some pages of content, an index of words among them; the log is empty afterwards."""
    opened = kept.open().vault
    for start in range(0, rows, 40):
        with opened.writing() as write:
            for row in range(start, min(start + 40, rows)):
                values = (f"test.{row // 40}.{row % 40}", f"value {row} " * 15, write.now)
                write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", values)
    opened.close()
