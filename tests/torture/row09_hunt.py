"""The plaintext hunt: 300 words that stand nowhere else go through every room, then everything on disk is searched."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw

from footprint import checklists, log, paths
from footprint import vault as v
from footprint.settings import SettingsFile
from tests.secrets import Secrets, fill, spellings
from tests.torture import doing
from tests.torture.kept import CODE, PHRASE, STRENGTH
from tests.torture.killing import run_and_kill
from tests.torture.outcome import Outcome, Row, scratch

ROOT = Path(__file__).parents[2]
AT_HOME = ("HOME", "TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
           "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE")  # fmt: skip


def at_home(place: Path) -> dict[str, str]:
    """Every place a program may write to, inside `place`."""
    return {name: str(place / name.lower()) for name in AT_HOME}


def everything(say: doing.Say, place: Path) -> None:
    """Words into every room of a vault that is only looked at, then kept; search, sort, copy, back up; then a crash."""
    for name, folder in at_home(place).items():
        Path(folder).mkdir(exist_ok=True)
        os.environ[name] = folder
    tempfile.tempdir = None
    vault = v.throw_away()
    secrets = fill(vault, checklists.load(paths.shipped("checklists")))
    say("ready")
    for one in secrets.given:
        say(f"word {one}")
    _look_around(vault)
    say("while only looking")
    v.keep(vault, place / doing.VAULT, PHRASE, code=CODE, strength=STRENGTH)
    _look_around(vault)
    v.backup(vault, place / "b.footprint")
    SettingsFile(place / doing.VAULT).change(seen_welcome=True)
    say("open")
    vault.settle()
    say("settled")
    with vault.writing() as write:
        write.db.execute("INSERT INTO vault_fact VALUES ('test.last', ?, ?, NULL)", (secrets.text(), write.now))
        say("inside a transaction")
        raise RuntimeError(f"a crash over {secrets.given[0]}")


def _look_around(vault: v.Vault) -> None:
    """Searches, lists, big sorts in temporary tables."""
    query = log.Query(text="Zoë")
    assert log.count(vault, query, vault.now().date()) >= 0
    log.page(vault, query, 0, 50, vault.now().date())
    with vault.using() as db:
        db.execute("CREATE TEMP TABLE test_sorted AS SELECT title, notes FROM log_item ORDER BY notes || title DESC")
        list(db.execute("SELECT title FROM log_item a, (SELECT 1 UNION SELECT 2) ORDER BY random() || notes"))
        db.execute("DROP TABLE test_sorted")


class Hunt:
    """All spellings of all words, looked for in files, and in files that have no name any more."""

    def __init__(self, words: list[str]) -> None:
        texts = {spelling for word in words for spelling in spellings(word)}
        wide = {word.encode(code) for word in words for code in ("utf-16-le", "utf-16-be")}
        self.wanted = {text.encode() for text in texts} | wide
        # Most of them begin alike: a look for how they begin spares the long one.
        self._begin = re.compile(b"|".join(sorted({re.escape(one[:5]) for one in self.wanted})))

    def hits(self, *roots: Path) -> list[str]:
        return [str(path) for path in _files(*roots) if self._in(path.read_bytes())]

    def open_files_of(self, process: int) -> list[str]:
        """The same for what a running process has open, whether or not it still has a name (Linux)."""
        found = []
        for link in Path(f"/proc/{process}/fd").glob("*"):
            try:
                if link.is_file() and self._in(link.read_bytes()):
                    found.append(str(link.readlink()))
            except OSError:
                continue
        return found

    def _in(self, data: bytes) -> bool:
        low = data.lower()
        return bool(self._begin.search(low)) and any(one in low for one in self.wanted)


def _files(*roots: Path) -> Iterator[Path]:
    for root in roots:
        yield from (path for path in sorted(root.rglob("*")) if path.is_file())


def hunt(_runs: int) -> Outcome:
    """While it runs (stopped at each step), after it crashed, after commands, after closing."""
    found: list[str] = []
    with scratch() as place:
        home = place / "home"
        home.mkdir()
        words, steps = _watched(home, found)
        seen = Hunt(words)
        found += [f"after the crash: {hit}" for hit in seen.hits(home)]
        steps += _commands(home, seen, found)
        opened = v.unlock(home / doing.VAULT, CODE).vault
        there = log.count(opened, log.Query(), opened.now().date())
        opened.close()
        found += [f"after closing: {hit}" for hit in seen.hits(home)]
        files = sum(1 for _one in _files(home))
        control = _control(place / "plain", seen)
    sys.stderr.writelines(f"  {one}\n" for one in found)
    detail = f"{len(words)} words, {there} items, {files} files at the end"
    return Outcome(
        steps + 2, len(found) + (there == 0), detail, control, "plain SQLite, its log, a file without a name: found"
    )


def _watched(home: Path, found: list[str]) -> tuple[list[str], int]:
    """Let it run step by step; at each it stands still until the search is through."""
    words: list[str] = []
    steps = 0

    def hear(word: str, process: int) -> None:
        nonlocal steps
        if word.startswith("word "):
            words.append(word.removeprefix("word "))
        elif word not in ("ready", "ended"):
            steps += 1
            seen = Hunt(words)
            found.extend(f"{word}: {hit}" for hit in (*seen.hits(home), *seen.open_files_of(process)))

    run_and_kill(everything, home, after=None, hear=hear, crashes=True)
    return words, steps


def _commands(home: Path, seen: Hunt, found: list[str]) -> int:
    """Commands that read everything; what they print is theirs to print, what they leave on disk is not."""
    environment = {**os.environ, **at_home(home), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    start = [sys.executable, "-m", "footprint", "--vault", str(home / doing.VAULT), "--passphrase-file", "-"]
    asked = (("status",), ("log", "list"), ("person", "show"), ("ledger",), ("incident", "list"), ("doctor",))
    for one in asked:
        done = subprocess.run(
            [*start, *one], input=f"{PHRASE}\n", capture_output=True, text=True, env=environment, check=False, cwd=home
        )
        if done.returncode not in (0, 1):
            found.append(f"{one}: ended with {done.returncode}")
        found += [f"after {' '.join(one)}: {hit}" for hit in seen.hits(home)]
    return len(asked)


def _control(place: Path, seen: Hunt) -> int:
    """Plain SQLite, its log while it is open, and an unnamed file: each has to be found."""
    place.mkdir()
    secrets = Secrets()
    secrets.given = sorted(word.decode() for word in seen.wanted if re.fullmatch(rb"qzk\d+vxj", word))[:3]
    with closing(apsw.Connection(str(place / "plain.db"))) as plain:
        plain.pragma("journal_mode", "wal")
        plain.execute("create table t(a)")
        plain.execute("insert into t values (?)", (secrets.given[0],))
        found = len([hit for hit in seen.hits(place) if hit.endswith("-wal")])
    found += len([hit for hit in seen.hits(place) if hit.endswith("plain.db")])
    with tempfile.TemporaryFile() as unnamed:
        unnamed.write(secrets.given[1].encode())
        unnamed.flush()
        found += len(seen.open_files_of(os.getpid())) if sys.platform == "linux" else 1
    return found if found >= 3 else 0


ROWS = (Row("9", "plaintext hunt through every room", 1, hunt),)
