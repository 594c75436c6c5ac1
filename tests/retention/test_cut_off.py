"""Killed at any moment, a purge has taken out whole things only, and the next start carries it through everywhere."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint import log, retention
from footprint import vault as v
from footprint.vault import automatic
from tests.retention.conftest import PHRASE, STRENGTH
from tests.retention.test_purge import WORD, copies_hold, plain

ROOT = Path(__file__).resolve().parents[2]
ITEMS = 45
# It dies of a real kill when it has said so many words: at a step, or when a file has been opened so many times.
CHILD = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from footprint import retention, vault as v
from footprint.tasks import Task
folder, code, at = Path(sys.argv[1]), v.read_code(sys.argv[2]), int(sys.argv[3])
count = 0
def tick():
    global count
    count += 1
    if count == at:
        os.kill(os.getpid(), signal.SIGKILL)
vault = v.unlock(folder, code, clock=lambda: datetime(2028, 1, 1, tzinfo=UTC)).vault
def hook(event, values):
    if event in ("os.rename", "os.remove", "os.rmdir") or (event == "open" and str(folder) in str(values[0])):
        tick()
sys.addaudithook(hook)
retention.purge(vault, retention.plan(vault, 12), Task(lambda *_step: tick()))
vault.close()
print("ended")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("at", [2, 4, 6, 9, 13, 18])
def test_killed_it_is_carried_through(at: int, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    made = v.create(folder, PHRASE, strength=STRENGTH, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    with closing(made.vault) as vault:
        titles = [log.New(f"{WORD} {number}", notes=WORD * 20) for number in range(ITEMS)]
        log.move(vault, [log.add(vault, one).value.id for one in titles], log.State.KEPT)
        automatic.copy_now(vault)
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), made.sheet.code.written, str(at)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == -9 or (at > 9 and "ended" in ended.stdout), ended.stderr
    opened = v.unlock(folder, made.sheet.code, clock=lambda: datetime(2028, 1, 2, tzinfo=UTC)).vault
    with closing(opened) as vault:
        with vault.using() as db:
            assert db.sound()
        left = log.count(vault, log.Query(), vault.now().date())
        assert left in {max(0, ITEMS - 20 * batch) for batch in range(4)}
        assert retention.is_due(vault, 12) or "ended" in ended.stdout or left == 0
        retention.finish(vault)
        retention.purge(vault, retention.plan(vault, 12))
        assert WORD.encode() not in plain(folder, v.Created(vault, made.sheet))
        assert copies_hold(vault, tmp_path, WORD.encode()) == [False]
        assert not [path for path in folder.rglob("*") if ".purging" in path.name]
