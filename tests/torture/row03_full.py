"""No room: refused with a sentence, all that was saved is there and readable, and it goes on when there is room."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

from footprint import vault as v
from footprint.vault import connection, schema
from tests.torture import doing, kept
from tests.torture import small_disk as small
from tests.torture.disks import open_on, troubled
from tests.torture.kept import CODE
from tests.torture.killing import run_and_kill
from tests.torture.outcome import Outcome, Row, each, scratch

ROOT = Path(__file__).parents[2]
KEY = bytes([3]) * 32
ROUNDS = 12  # saves a run, the room gone before some of them


def full_disk(runs: int) -> Outcome:
    chance, trouble = random.Random(3), troubled()
    bad, acknowledged, refused = 0, 0, 0
    with scratch() as place:
        for number in each(runs, "full disk"):
            path = place / f"vault-{number}.db"
            with closing(connection.open_store(path, KEY, create=True)) as first:
                schema.migrate(first)
            trouble.left = None
            vault = v.Vault(lambda path=path: open_on(path, KEY))
            saved: list[int] = []
            for one in range(ROUNDS):
                trouble.left = chance.choice((None, chance.randrange(60_000)))
                try:
                    v.set_fact(vault, f"test.{one}", "x" * 6000)
                    saved.append(one)
                except v.DiskFull:
                    refused += 1
                    bad += not all(v.fact(vault, f"test.{each}") for each in saved)
                if chance.random() < 0.2:
                    with suppress(v.DiskFull):
                        vault.settle()
            with suppress(v.DiskFull):  # said only by a disk that is written in Python
                vault.close()
            trouble.left = None
            bad += not _goes_on(path, saved)
            acknowledged += len(saved)
            path.unlink()
    return Outcome(runs, bad, f"{acknowledged:,} saved", refused, "saves that found no room")


def _goes_on(path: Path, saved: list[int]) -> bool:
    again = v.Vault(lambda: open_on(path, KEY))
    there = [one for one in range(ROUNDS) if v.fact(again, f"test.{one}")]
    v.set_fact(again, "test.more", "goes on")
    with again.reading() as db:
        sound = db.sound()
    again.close()
    return there == saved and sound


def limited(say: doing.Say, place: Path, room: int) -> None:
    """Save until the system lets no file grow beyond `room` bytes more than the log has."""
    import resource

    vault = v.unlock(place, CODE).vault
    v.set_fact(vault, "test.first", "saved")
    size = (place / "vault.db-wal").stat().st_size + room
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    say("ready")
    with suppress(v.DiskFull):
        for number in range(1000):
            v.set_fact(vault, f"test.{number}", "x" * 6000)
            say(str(number))
    say("refused" if v.fact(vault, "test.0") or room < 20_000 else "unreadable")


def size_limit(runs: int) -> Outcome:
    if sys.platform == "win32":
        return Outcome(0, 0, skipped="file-size limits are POSIX")
    chance, bad, acknowledged, refused = random.Random(4), 0, 0, 0
    with scratch() as place:
        template = kept.make(place / "template")
        for number in each(runs, "size limit"):
            vault = template.copy(place / f"vault-{number}")
            said = run_and_kill(limited, vault.folder, chance.randrange(5_000, 300_000), after=None)
            refused += said.words[-1] == "refused"
            acknowledged += len(said.numbers)
            opened = vault.open()
            bad += opened.older is not None
            bad += not all(v.fact(opened.vault, f"test.{one}") for one in said.numbers)
            bad += bool(v.fact(opened.vault, f"test.{len(said.numbers)}"))
            v.set_fact(opened.vault, "test.more", "goes on")
            opened.vault.close()
    return Outcome(runs, bad, f"{acknowledged:,} saved", refused, "runs that met the limit")


def small_disk(runs: int) -> Outcome:
    """On a disk of 3 MB that is really full (Linux, where an account may mount one for itself)."""
    bad = saved = refused = 0
    with scratch() as place:
        if not shutil.which("unshare") or _mounted(place, "true") is None:
            return Outcome(0, 0, skipped="a small disk cannot be mounted here")
        for number in each(runs, "small disk"):
            done = _mounted(place, f'exec "{sys.executable}" -m tests.torture.small_disk "{place}" {number}')
            if done is None:
                bad += 1
                continue
            found = small.read(done)
            bad += found.bad
            saved += int(found.detail)
            refused += found.control or 0
    return Outcome(runs, bad, f"{saved:,} saved", refused, "times it was refused")


def _mounted(place: Path, command: str) -> str | None:
    """What `command` says with a small disk on `place`; None where it fails."""
    script = f'mount -t tmpfs -o size=3m none "{place}" && {command}'
    start = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*start, script], capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr[-800:])
        return None
    return done.stdout


ROWS = (
    Row("3", "the disk is full, again and again", 50, full_disk),
    Row("3 small", "a small disk that is really full", 50, small_disk),
    Row("3 limit", "a limit to the size of files", 50, size_limit),
)
