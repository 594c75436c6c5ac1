"""After a list was read its passwords are not in the memory of the app: they passed through one small buffer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.passwords.lists import Entry, chrome

ROOT = Path(__file__).resolve().parents[2]
COUNT = 200
# Looks through everything this process can read of itself. The mark is put together here, so as not to find itself.
_PROGRAM = """
import gc, re, sys, tempfile
from pathlib import Path
from footprint import checklists, passwords, person
from footprint import vault as vaults
from footprint.paths import shipped
from footprint.tasks import Task
how, file = sys.argv[1], Path(sys.argv[2])
vault = vaults.throw_away(temporary=Path(tempfile.mkdtemp(dir=file.parent)))
person.add_account(vault, "facebook")
if how == "app":
    found = passwords.read_list(vault, checklists.load(shipped("checklists")), file, Task())
    assert found.total == 200 and found.known
else:
    held = file.read_bytes()
gc.collect()
mark = re.compile(b"-mark".join((b"qzk", b"er-")) + rb"\\d\\d\\d")
hits = 0
with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
    for line in maps:
        start, end, rights = re.match("([0-9a-f]+)-([0-9a-f]+) (\\\\S+)", line).groups()
        if rights.startswith("r") and "[v" not in line:
            try:
                memory.seek(int(start, 16))
                hits += len(mark.findall(memory.read(int(end, 16) - int(start, 16))))
            except (OSError, OverflowError):
                continue
vault.close()
print(hits)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows a process its own memory as a file")
@pytest.mark.parametrize(("how", "is_there"), [("app", False), ("control", True)])
def test_no_password_of_a_list_stays_in_memory(how: str, is_there: bool, tmp_path: Path) -> None:
    file = tmp_path / "logins.csv"
    file.write_bytes(
        chrome([
            Entry(f"S{at}", f"https://{'facebook.com' if at % 3 else 'shop.example'}", "a", f"qzk-marker-{at:03}-Long")
            for at in range(COUNT)
        ])
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, how, str(file)], capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if "PermissionError" in done.stderr:
        pytest.skip("this process may not look at its own memory")
    assert done.returncode == 0, done.stderr[-2000:]
    assert (int(done.stdout) > 0) is is_there
