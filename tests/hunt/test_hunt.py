"""What the app leaves on a computer, looked for from outside: nothing of the person in clear, and after a wipe nothing.

Every program runs in a home of its own. Where the system lets itself be asked (`strace`), every file the app ever made
is followed; elsewhere what is there before and after is compared.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hunt import living
from tests.secrets import spellings
from tests.torture.row09_hunt import at_home

ROOT = Path(__file__).resolve().parents[2]
_SHORTEST = 6  # letters: a shorter word stands in any file
_MADE = re.compile(r'(?:openat\(AT_FDCWD, |creat\()"([^"]+)", [^)\n]*(?:O_CREAT|0\d{3})')
_NOT_OURS = ("/dev/", "/proc/", "/sys/")


class Home:
    """A home, and what was said by the programs that ran there."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.words: set[str] = set()
        self.reports: list[str] = []
        self.made: set[Path] = set()
        for folder in at_home(place).values():
            Path(folder).mkdir(parents=True, exist_ok=True)
        self.before = self.files()

    @property
    def folder(self) -> Path:
        return Path(at_home(self.place)["XDG_DATA_HOME"]) / "Footprint"

    def files(self) -> set[Path]:
        return set(self.place.rglob("*"))

    def run(self, *command: str, codes: tuple[int, ...] = (0,)) -> str:
        """A program in this home; `word` lines of it are remembered."""
        trace = self.place.parent / "trace"
        watched = ["strace", "-f", "-qq", "-e", "trace=openat,creat", "-o", str(trace)] if traced() else []
        environment = {**os.environ, **at_home(self.place), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
                       "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
        done = subprocess.run(
            [*watched, sys.executable, *command], input=f"{living.PHRASE}\n", capture_output=True, text=True,
            env=environment, check=False, cwd=self.place, timeout=300,
        )  # fmt: skip
        assert done.returncode in codes, done.stderr[-2000:]
        lines = done.stdout.splitlines()
        self.words |= {line[5:] for line in lines if line.startswith("word ")}
        self.reports += [line[5:] for line in lines if line.startswith("said ")]
        self.reports.append(done.stderr)
        if traced():
            found = _MADE.findall(trace.read_text(errors="replace"))
            self.made |= {Path(self.place, one) for one in found if not one.startswith(_NOT_OURS)}
        return done.stdout

    def live(self, step: str) -> None:
        self.run("-m", "tests.hunt.living", str(self.folder), step)

    def hits(self, *more: Path) -> list[str]:
        """Where a word of the person stands in clear: in a file, in the name of one, or in what was printed."""
        hunt = Words(self.words)
        found = [str(path) for path in sorted(self.files() | self.made | set(more)) if hunt.in_file(path)]
        return found + [f"printed: {one}" for one in hunt.in_text("\n".join(self.reports))]

    def left(self) -> list[str]:
        """What is there that was not there before the app first ran, wherever it was made."""
        return sorted(str(one) for one in (self.files() - self.before) | {one for one in self.made if one.exists()})


class Words:
    """Words, in every way they can be written, looked for."""

    def __init__(self, words: set[str]) -> None:
        self.words = sorted({one.lower() for one in words if len(one) >= _SHORTEST})
        every = {way for word in self.words for way in spellings(word)} | set(self.words)
        wide = {word.encode(code) for word in self.words for code in ("utf-16-le", "utf-16-be")}
        self._pattern = re.compile(any_of({way.encode() for way in every} | wide))

    def in_file(self, path: Path) -> bool:
        if self._pattern.search(str(path).lower().encode("utf-8", "surrogateescape")):
            return True
        try:
            return bool(path.is_file() and self._pattern.search(path.read_bytes().lower()))
        except OSError:
            return False

    def in_text(self, text: str) -> list[str]:
        return [one.group().decode("utf-8", "replace") for one in self._pattern.finditer(text.lower().encode())]


def any_of(words: set[bytes]) -> bytes:
    """A pattern for any of the words that looks at each letter once: side by side, thousands take minutes a file."""
    first, last = min(words), max(words)
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    start = first[:same]
    rest = {one[len(start) :] for one in words}
    if b"" in rest:
        return re.escape(start)  # where it stands none of the longer ones matters
    firsts = {one[:1] for one in rest}
    parts = [any_of({one for one in rest if one[:1] == first}) for first in sorted(firsts)]
    return re.escape(start) + b"(?:" + b"|".join(parts) + b")"


def traced() -> bool:
    return sys.platform == "linux" and shutil.which("strace") is not None


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    yield Home(tmp_path / "home")


@given(st.sets(st.text("aáb<", min_size=1, max_size=4).map(str.encode), min_size=1), st.text("aáb<", max_size=9))
def test_the_pattern_finds_what_a_plain_search_finds(words: set[bytes], text: str) -> None:
    assert bool(re.search(any_of(words), text.encode())) is any(one in text.encode() for one in words)


@pytest.mark.slow
def test_200_secrets_through_every_room_leave_no_trace_in_clear(home: Home) -> None:
    home.live("rooms")
    assert len(home.words) >= 200
    names = {path.name for path in home.folder.rglob("*")}
    assert {"vault.db", "settings.json", "footprint.log", "app.lock"} <= names
    assert len(home.reports) > 100 and any("ValueError" in one for one in home.reports)
    assert home.hits() == []
    control = home.place / "notes.txt"
    control.write_text(f"plain {sorted(home.words)[7]}")
    assert home.hits() == [str(control)]


@pytest.mark.slow
def test_after_the_whole_audit_and_after_a_wipe(home: Home) -> None:
    home.live("audit")
    assert len(home.words) >= 50
    assert home.hits() == [], "after the audit"
    home.live("window")
    assert (home.folder / "logs" / "footprint.log").is_file()
    assert home.hits() == [], "after the window"
    home.run("-m", "footprint", "--passphrase-file", "-", "wipe", "--yes")
    assert home.hits() == [], "after the wipe"
    assert [one for one in home.left() if one != str(home.folder.parent)] == []
    if traced():
        assert "vault.db" in {one.name for one in home.made}, "the control: what is followed is really seen"
