"""kill -9 while everything is put under a new key: the old vault or the new one is there, whole, and only one of them.

Also what a power cut may do in the middle of it: `ROTATING` is a scenario like the others.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from footprint import vault as v
from footprint.tasks import Task
from footprint.vault import disk, slotfile, slots
from footprint.vault.backing import DATABASE
from footprint.vault.keys import DataKey
from tests.torture import kept
from tests.torture.doing import VAULT, Say
from tests.torture.kept import CODE, STRENGTH
from tests.torture.killing import run_and_kill, seconds
from tests.torture.outcome import Outcome, Row, each, scratch, tally
from tests.torture.row01_kill import killed
from tests.torture.scenarios import Scenario, Words, Wrong, expect, opens

NEW_CODE = v.RecoveryCode("B" * 26)
NEW_PHRASE = "window candle harbour violin"
ROWS_INSIDE = 2_000
_CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"})
FILES = {"app.lock", DATABASE, slotfile.KEYS, slotfile.SPARE, "vault.state"}


def a_full_vault(place: Path) -> None:
    made = kept.make(place / VAULT)
    kept.fill(made, ROWS_INSIDE)


def rotating(say: Say, place: Path) -> None:
    """`ready` once the keys are made: what comes then is the part that writes."""
    vault = v.unlock(place / VAULT, CODE).vault
    first = True

    def report(done: int, _total: int, _note: str) -> None:
        nonlocal first
        if first and done > 0:
            first = False
            say("ready")

    v.rotate(vault, "", NEW_PHRASE, code=NEW_CODE, strength=STRENGTH, task=Task(report))
    say("rotated")


def rotating_until(say: Say, place: Path, last: int) -> None:
    """The same, killed by itself just before change number `last` to a file or folder; says how many there were."""
    count = 0

    def watch(event: str, values: tuple[Any, ...]) -> None:
        nonlocal count
        if event in _CHANGES or (event == "open" and isinstance(values[2], int) and values[2] & os.O_CREAT):
            count += 1
            if count == last:
                _die()

    def listen(word: str) -> None:
        say(word)
        if word == "ready":
            sys.addaudithook(watch)

    rotating(listen, place)
    say(str(count))


def _die() -> None:
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)


def rotating_in_place(say: Say, place: Path) -> None:
    """The control: the slots first, then the copy put over the old file."""
    folder = place / VAULT
    vault = v.unlock(folder, CODE).vault
    key = DataKey.new()
    say("ready")
    made = slots.make_slot(key, "ab" * 16, NEW_CODE, "2026-11-16T00:00:00.000000Z", STRENGTH)
    slotfile.write(folder, slots.sealed(key, "ab" * 16, (made,)))
    with vault.using() as db:
        db.copy_into(folder / "copy", key.page_key())
    disk.move(folder / "copy", folder / DATABASE)
    say("rotated")


def old_or_rotated(place: Path, words: Words) -> str:
    """The next unlock opens exactly one of the two, whole, and clears away what was left of the other."""
    folder = place / VAULT
    found = v.look(folder)
    expect(found.found is v.Found.VAULT, f"half a vault: {found.found}")
    lists = slotfile.candidates(folder)
    expect(len(lists) == 1, "the slot file and its spare differ")
    new, old = opens(lists[0], NEW_CODE), opens(lists[0], CODE)
    expect(new is not old, "both open" if new else "neither the old vault nor the new one opens")
    expect(new or not words, "what was said to be done is not")
    opened = v.unlock(folder, NEW_CODE if new else CODE)
    with opened.vault.reading() as db:
        sound, rows = db.sound(), db.value("SELECT count(*) FROM vault_fact WHERE name LIKE 'test.%.%'")
    greeting = v.fact(opened.vault, "test.greeting")
    opened.vault.close()
    expect(sound and rows == ROWS_INSIDE and greeting == "good morning", "something of the content is gone")
    expect(opened.older is None, "taken for an older copy")
    left = {path.name for path in folder.rglob("*")} - FILES
    expect(not left, f"left over: {sorted(left)}")
    return "the new one" if new else "the old one"


ROTATING = Scenario(
    "rotate", "putting everything under a new key", a_full_vault, rotating, old_or_rotated, acknowledged=1
)


def at_each_change(runs: int) -> Outcome:
    """Killed once before each single change to a file or folder; before every few of them where `runs` is less."""
    seen, bad, tried = Counter[str](), 0, 0
    with scratch() as scratched:
        template, measured = scratched / "template", scratched / "measured"
        template.mkdir()
        a_full_vault(template)
        shutil.copytree(template, measured)
        (changes,) = run_and_kill(rotating_until, measured, 0, after=None).numbers
        for last in range(1, changes + 1, max(1, changes // runs)):
            tried += 1
            place = scratched / f"{last}"
            shutil.copytree(template, place)
            said = run_and_kill(rotating_until, place, last, after=None)
            try:
                seen[old_or_rotated(place, said.words)] += 1
            except Wrong as problem:
                sys.stderr.write(f"  before change {last}: {problem}\n")
                bad += 1
            shutil.rmtree(place)
    return Outcome(tried, bad, f"{changes} changes; {tally(seen.items())}")


def in_place(runs: int) -> Outcome:
    """Only the control: killed between two files, neither key opens what is there."""
    chance, lost = random.Random(11), 0
    with scratch() as scratched:
        template = scratched / "template"
        template.mkdir()
        a_full_vault(template)
        measured = scratched / "measured"
        shutil.copytree(template, measured)
        longest = seconds(rotating_in_place, measured) * 1.1
        for number in each(runs, "control"):
            place = scratched / f"{number}"
            shutil.copytree(template, place)
            said = run_and_kill(rotating_in_place, place, after=chance.uniform(0, longest))
            lost += not said.words and not _is_whole(place / VAULT)
            shutil.rmtree(place)
    return Outcome(runs, 0, "", lost, "keys and file replaced one after the other")


def _is_whole(folder: Path) -> bool:
    for code in (CODE, NEW_CODE):
        try:
            v.unlock(folder, code, patience=v.Patience(seconds=0)).vault.close()
        except v.VaultError:
            continue
        return True
    return False


ROWS = (
    Row("1 rotate", f"kill -9 while {ROTATING.what}", 300, partial(killed, ROTATING)),
    Row("1 rotate each", "the same, before each change to a file or folder", 300, at_each_change),
    Row("1 rotate control", "kill -9 while keys and file are replaced one after the other", 100, in_place),
)
