"""What was done is there after the process was killed in the middle of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.driver import ROOT, command, process

# Works through the commands while it keeps the vault open itself, then waits to be killed.
_WORK = """
import sys, time
from pathlib import Path
from footprint import vault as vaults, workbench
from footprint.cli.main import run
from footprint.demo.web import LoopbackWeb
from tests.cli.driver import PHRASE, on_loopback

folder, phrase = sys.argv[1:]
opened = vaults.unlock(Path(folder), PHRASE)
with LoopbackWeb() as web:
    workbench.open_bench = on_loopback(web)
    start = ["--vault", folder, "--passphrase-file", phrase]
    library = workbench.open_bench(Path(folder), opened.vault).checklists
    linkedin = library.network("linkedin")
    work = [["person", "add", "name", "Ada Example"], ["account", "add", "linkedin"]]
    work += [["checklists", "answer", "linkedin", one.id, one.choices[0].id, "--decision", "keep"]
             for one in [check for check in linkedin.checks if check.essential][:5]]
    work += [["search", "run", "--send"]]
    work += [["log", "add", title] for title in ("Old post", "Photo from the fair", "A review")]
    for arguments in work:
        assert run([*start, *arguments]) == 0, arguments
    print("ready", flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_everything_is_there_after_a_kill(folder: Path, phrase: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", _WORK, str(folder), str(phrase)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(phrase.parent)},  # whoever is killed cannot tidy up
    )
    assert running.stdout is not None
    try:
        while (line := running.stdout.readline()) and line != "ready\n":
            pass
        assert line == "ready\n"
        assert process(*command(folder, phrase), "status").code == 3  # held while it lives
    finally:
        running.kill()
        running.wait()
        running.stdout.close()
    start = [*command(folder, phrase), "--json"]
    status = process(*start, "status").data
    assert status["networks"][0]["not_looked_at"] == status["networks"][0]["total"] - 5
    assert status["last_run"]["outcome"] == "results"
    assert {one["title"] for one in process(*start, "log", "list").data["items"]} == {
        "Old post",
        "Photo from the fair",
        "A review",
    }
    runs = process(*start, "search", "runs").data
    assert len(runs) == 1 and runs[0]["looks"] and runs[0]["ended_at"]
    assert process(*start, "search", "findings").data
    assert process(*command(folder, phrase), "doctor").code in (0, 1)
    assert "All of it can be read" in process(*command(folder, phrase), "doctor").out
