"""Two other readers of archives, in the same run over the same entries: put into a throw-away Python, never needed.

One loads tweets into an open SQLite file, without an index of words; the other reads what Google keeps of searches and
stores nothing. Where they cannot be installed a sentence says so.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import archive_corpus
from benchmarks.measure import processor
from benchmarks.vaults import open_vault
from footprint.archives.bringing import bring_in
from footprint.archives.opening.batches import Options

_INSTALLING, _RUNNING = 180, 900  # seconds at most
_TWEETS, _TAKEOUT = "twitter-to-sqlite", "google-takeout-parser"
_READ = (
    "import sys, time; from google_takeout_parser.path_dispatch import TakeoutParser; began = time.perf_counter(); "
    "n = sum(1 for _ in TakeoutParser(sys.argv[1], error_policy='drop').parse(cache=False)); "
    "print(n, time.perf_counter() - began)"
)


def run(folder: Path, entries: int) -> Iterator[str]:
    ours, slower = _ours(folder, entries)
    yield (
        f"{entries:,} tweets, ours: {entries / ours:8,.0f} a second by the clock, {entries / slower:8,.0f} by the "
        "processor of the busier of two (read, looked at by lenses, indexed with every word, encrypted)"
    )
    home = folder / "peers"
    for package, work in ((_TWEETS, _tweets), (_TAKEOUT, _takeout)):
        try:
            python = _python_with(home / package, package)
        except (OSError, subprocess.SubprocessError):
            yield f"{package}: cannot be installed here, so it is left out"
            continue
        try:
            yield work(python, folder, entries)
        except (OSError, subprocess.SubprocessError, ValueError):
            yield f"{package}: installed, and did not get through these {entries:,} entries"


def _ours(folder: Path, entries: int) -> tuple[float, float]:
    """By the clock, and of the processor in the process that took more of it."""
    here = folder / "ours"
    here.mkdir()
    path = archive_corpus.write_x(here, entries)
    vault = open_vault(here)
    try:
        before = processor()
        done = bring_in(vault, [path], Options())
        slower = max(now - then for now, then in zip(processor(), before, strict=True))
    finally:
        vault.close()
    if done.course.new != entries:
        raise ValueError(f"{done.course.new} of {entries} tweets were read")
    return done.seconds, slower


def _python_with(home: Path, package: str) -> Path:
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
    subprocess.run(wanted, check=True, timeout=_INSTALLING, capture_output=True)
    return python


def _tweets(python: Path, folder: Path, entries: int) -> str:
    """It knows the name the file had until 2022."""
    with zipfile.ZipFile(next((folder / "ours").glob("twitter-*.zip"))) as archive:
        (folder / "tweet.js").write_bytes(archive.read("data/tweets.js"))
    began, before = time.perf_counter(), processor()[1]
    command = [str(python.with_name("twitter-to-sqlite")), "import", str(folder / "open.db"), str(folder / "tweet.js")]
    subprocess.run(command, check=True, timeout=_RUNNING, capture_output=True)
    took, spent = time.perf_counter() - began, processor()[1] - before
    return (
        f"{entries:,} tweets, {_TWEETS}: {entries / took:8,.0f} a second by the clock, {entries / spent:8,.0f} by the "
        "processor (an open file, no index of words)"
    )


def _takeout(python: Path, folder: Path, entries: int) -> str:
    place = folder / "Takeout" / "My Activity" / "Search"
    place.mkdir(parents=True)
    speech = archive_corpus.Speech(5)
    rows = [
        {
            "header": "Search", "title": f"Searched for {speech.text(4)}", "titleUrl": "https://www.google.com/search?q=a",
            "time": datetime.fromtimestamp(archive_corpus.FIRST + n * 60, UTC).strftime("%Y-%m-%dT%H:%M:%S.123Z"),
            "products": ["Search"],
        }
        for n in range(entries)
    ]  # fmt: skip
    (place / "MyActivity.json").write_text(json.dumps(rows), encoding="utf-8")
    command = [str(python), "-c", _READ, str(folder / "Takeout")]
    said = subprocess.run(command, check=True, timeout=_RUNNING, capture_output=True, text=True).stdout.split()
    found, took = int(said[-2]), float(said[-1])
    return f"{found:,} lines of activity, {_TAKEOUT}: {found / took:8,.0f} a second (reads only, keeps nothing)"
