"""kill -9 at any moment: nothing that was acknowledged is lost, nothing is half there, a way in is always left."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from footprint import vault as v
from footprint.vault import slotfile, slots
from footprint.vault.backing import DATABASE
from footprint.vault.keys import DataKey

WRITING = """
import sys
from pathlib import Path
from footprint import vault as v
vault = v.unlock(Path(sys.argv[1]), v.RecoveryCode(sys.argv[2])).vault
start = int(sys.argv[3])
print("ready", flush=True)
for batch in range(start, start + 100_000):
    with vault.writing() as write:
        for part in range(5):
            row = (f"b.{batch}.{part}", "x" * 500, write.now)
            write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", row)
    print(batch, flush=True)
    if batch % 7 == 0:
        vault.settle()
"""

SLOTS = """
import sys
from pathlib import Path
from footprint.vault import RecoveryCode, slotfile, slots
from footprint.vault.keys import DataKey, Strength
folder, code, key = Path(sys.argv[1]), RecoveryCode("A" * 26), DataKey(bytes(32))
print("ready", flush=True)
count = 0
while True:
    extra = tuple(slots.make_slot(key, "ab" * 16, code, str(count), Strength()) for _slot in range(1 + count % 3))
    slotfile.write(folder, slots.sealed(key, "ab" * 16, extra))
    count += 1
    print(count, flush=True)
"""

KEEPING = """
import sys
from pathlib import Path
from footprint import vault as v
vault = v.throw_away(temporary=Path(sys.argv[2]))
v.set_fact(vault, "test.greeting", "hello")
code = v.RecoveryCode("A" * 26)
print("ready", flush=True)
v.keep(vault, Path(sys.argv[1]), "lamp river stone orchard", code=code, strength=v.FLOOR)
print("kept", flush=True)
sys.stdin.read()
"""

PASSPHRASES = """
import sys
from pathlib import Path
from footprint import vault as v
vault = v.unlock(Path(sys.argv[1]), v.RecoveryCode(sys.argv[2])).vault
print("ready", flush=True)
for number in range(1000):
    v.set_passphrase(vault, f"lamp river stone orchard {number}", strength=v.FLOOR)
    print(number, flush=True)
"""


def run_and_kill(script: str, *arguments: str, after: float) -> list[str]:
    """Run `script`, kill it `after` seconds past its first line; the lines it said after that."""
    command = [sys.executable, "-c", script, *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        timer = threading.Timer(after, running.kill)
        timer.start()
        said = running.stdout.read().splitlines()
        timer.join()
    return said


@pytest.mark.slow
def test_no_acknowledged_commit_is_lost_and_none_is_half_there(kept: Any) -> None:
    chosen, acknowledged, start = random.Random(1), 0, 0
    for _round in range(12):
        said = run_and_kill(
            WRITING, str(kept.folder), kept.code.characters, str(start), after=chosen.uniform(0.005, 0.12)
        )
        complete = [int(line) for line in said if line.isdigit()]
        acknowledged += len(complete)
        found = v.unlock(kept.folder, kept.code)
        assert found.older is None
        with found.vault.reading() as db:
            rows = dict(
                db.execute(
                    "SELECT CAST(substr(name, 3, instr(substr(name, 3), '.') - 1) AS INTEGER) AS batch, count(*) "
                    "FROM vault_fact WHERE name LIKE 'b.%' GROUP BY batch"
                )
            )
            assert db.sound()
        assert set(rows.values()) <= {5}, "half a batch"
        assert set(complete[:-1]) <= set(rows), "an acknowledged batch is gone"
        start = max(rows, default=0) + 1
        found.vault.close()
    assert acknowledged > 20


@pytest.mark.slow
def test_the_slot_file_can_always_be_read(tmp_path: Path) -> None:
    chosen, key, code = random.Random(2), DataKey(bytes(32)), v.RecoveryCode("A" * 26)
    writes = 0
    for _round in range(15):
        said = run_and_kill(SLOTS, str(tmp_path), after=chosen.uniform(0.01, 0.1))
        writes += len(said)
        if not (tmp_path / slotfile.KEYS).exists():
            continue
        for found in slotfile.candidates(tmp_path):
            assert slots.enter(found, code).key.secret() == key.secret()
    assert writes > 15


@pytest.mark.slow
def test_a_passphrase_change_cut_off_leaves_the_last_one_or_the_next(kept: Any) -> None:
    chosen, last = random.Random(3), kept.phrase
    for _round in range(5):
        said = run_and_kill(PASSPHRASES, str(kept.folder), kept.code.characters, after=chosen.uniform(0.1, 0.9))
        numbers = [int(line) for line in said if line.isdigit()]
        upcoming = f"lamp river stone orchard {numbers[-1] + 1 if numbers else 0}"
        last = f"lamp river stone orchard {numbers[-1]}" if numbers else last
        lists = slotfile.candidates(kept.folder)
        assert slots.enter(lists[0], kept.code).key
        opened = [phrase for phrase in (last, upcoming) if _opens(lists[0], phrase)]
        assert opened
        last = opened[-1]


def _opens(found: slots.SlotList, phrase: str) -> bool:
    try:
        slots.enter(found, phrase).key.drop()
    except v.WrongSecret:
        return False
    return True


@pytest.mark.slow
def test_keeping_cut_off_leaves_a_whole_vault_or_none(tmp_path: Path) -> None:
    chosen, seen = random.Random(4), set[v.Found]()
    for number in range(8):
        folder, temporary = tmp_path / f"new-{number}", tmp_path / f"temporary-{number}"
        temporary.mkdir()
        said = run_and_kill(KEEPING, str(folder), str(temporary), after=chosen.uniform(0.05, 0.9))
        found = v.look(folder).found
        seen.add(found)
        assert found in (v.Found.NOTHING, v.Found.VAULT)
        if said:
            assert found is v.Found.VAULT, "it was said to be kept"
        if found is v.Found.VAULT:
            opened = v.unlock(folder, v.RecoveryCode("A" * 26)).vault
            assert v.fact(opened, "test.greeting") == "hello"
            opened.close()
        assert not list(folder.glob(f"incoming/{DATABASE}"))
