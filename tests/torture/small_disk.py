"""A whole life on a disk of a few megabytes that is really full: `python -m tests.torture.small_disk FOLDER`.

Prints what went wrong, a line each, then `saved N refused N`. Its caller mounts such a disk on FOLDER.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

from footprint import vault as v
from tests.torture import kept
from tests.torture.outcome import Outcome


def live(place: Path, seed: int) -> tuple[list[str], int, int]:
    """Save until it is full; whatever is tried then is refused in words; make room, go on, lock, open again."""
    chance, wrong, refused = random.Random(seed), [], 0
    vault = kept.make(place / "vault")
    (place / "filler").write_bytes(bytes(chance.randrange(1, 200_000)))
    opened = vault.open().vault
    saved: list[str] = []
    try:
        while True:
            v.set_fact(opened, f"test.{len(saved)}", "x" * chance.randrange(500, 9000))
            saved.append(f"test.{len(saved)}")
    except v.DiskFull:
        refused += 1
    tries: tuple[tuple[str, Callable[[], object]], ...] = (
        ("empty the log", opened.settle),
        ("back up", lambda: v.backup(opened, place / "b.footprint")),
        ("save more", lambda: v.set_fact(opened, "test.more", "x" * 20_000)),
        ("a new code", lambda: v.new_recovery_code(opened, code=kept.CODE)),
    )
    for name, work in tries:
        try:
            work()
        except v.DiskFull:
            refused += 1
        except v.VaultError as problem:
            wrong.append(f"{name}: {problem!r}")
        if not all(v.fact(opened, one) for one in saved):
            wrong.append(f"{name}: something saved cannot be read")
    if chance.random() < 0.5:
        (place / "filler").unlink()
        v.set_fact(opened, "test.after", "there is room")
        saved.append("test.after")
    opened.close()
    again = v.unlock(vault.folder, kept.CODE)
    if again.older is not None or not all(v.fact(again.vault, one) for one in saved):
        wrong.append("after opening again something is gone")
    with again.vault.reading() as db:
        if not db.sound():
            wrong.append("does not fit together")
    again.vault.close()
    return wrong, len(saved), refused


def read(said: str) -> Outcome:
    """What was printed."""
    *wrong, last = said.splitlines()
    saved, refused = last.split(" ")[1::2]
    sys.stderr.writelines(f"  {one}\n" for one in wrong)
    return Outcome(1, int(bool(wrong)), saved, int(refused))


if __name__ == "__main__":
    problems, kept_facts, said_no = live(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write("".join(f"{one}\n" for one in problems) + f"saved {kept_facts} refused {said_no}\n")
