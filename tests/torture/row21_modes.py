"""Every file is its owner's alone, from the moment it is made."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footprint import vault as v
from tests.torture import kept
from tests.torture.kept import CODE, PHRASE, STRENGTH
from tests.torture.outcome import Outcome, Row, scratch


@contextmanager
def loose_umask() -> Iterator[None]:
    """What is usual: others may read what is made."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def modes(_runs: int) -> Outcome:
    """Through a whole life: made in a folder that was open to others, changed, backed up, restored, kept."""
    if sys.platform == "win32":
        return Outcome(0, 0, skipped="file modes are POSIX; the rights on Windows were not looked at")
    with scratch() as place, loose_umask():
        loose = place / "loose"
        loose.mkdir(mode=0o755)
        opened = v.create(loose, PHRASE, code=CODE, strength=STRENGTH).vault
        v.set_fact(opened, "test.a", "one")
        backup = v.backup(opened, loose / "b.footprint").path
        v.backup(opened, place / "elsewhere.footprint")
        found = _wrong(loose)
        opened.close()
        v.restore(backup, CODE, loose).vault.close()
        fixture_like = kept.make(place / "kept")
        (place / "temporary").mkdir()
        looking = v.throw_away(temporary=place / "temporary")
        found += _wrong(place / "kept") + _wrong(loose) + _wrong(place / "temporary", top=False)
        v.keep(looking, place / "later", PHRASE, strength=STRENGTH)
        found += _wrong(place / "later")
        looking.close()
        found += [] if (place / "elsewhere.footprint").stat().st_mode & 0o777 == 0o600 else ["elsewhere.footprint"]
        files = sum(1 for one in place.rglob("*") if one.is_file())
        (fixture_like.folder / "seen").touch(mode=0o644)
        control = len(_wrong(fixture_like.folder))
    sys.stderr.writelines(f"  {one}\n" for one in found)
    return Outcome(files, len(found), "files 0600, folders 0700", control, "a file made the usual way is seen")


def _wrong(folder: Path, *, top: bool = True) -> list[str]:
    there = ([folder] if top else []) + list(folder.rglob("*"))
    return [str(one) for one in there if one.stat().st_mode & 0o777 != (0o700 if one.is_dir() else 0o600)]


ROWS = (Row("21", "file modes under the usual umask", 1, modes),)
