"""Unlocking: what is left beside the key derivation, which is slow on purpose."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Ratio, in_turn, timed
from footprint import vault as vaults
from footprint.vault.keys import strength_for_this_computer, stretch

ROUNDS = 5
PHRASE = "four invented words only"


def run() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "notes"
        strength = strength_for_this_computer()
        vaults.create(folder, PHRASE, strength=strength).vault.close()

        def unlock() -> float:
            opened: list[vaults.Opened] = []
            took = timed(lambda: opened.append(vaults.unlock(folder, PHRASE)))
            opened[0].vault.close()
            return took

        salt = os.urandom(16)
        ours, theirs = in_turn(unlock, lambda: timed(lambda: stretch(PHRASE.encode(), salt, strength)), ROUNDS)
    yield Ratio("unlock with the passphrase", ours, "Argon2id alone", theirs)
