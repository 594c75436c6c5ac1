"""A backup made while others write, restored with the recovery code alone: all of one moment, all of it fits."""

from __future__ import annotations

import shutil
import threading

from footprint import vault as v
from tests.torture import kept
from tests.torture.outcome import Outcome, Row, each, scratch


def while_writing(runs: int) -> Outcome:
    """Two rows a transaction, always both: no backup may hold one without the other, nor miss what was saved before."""
    with scratch() as place:
        vault = kept.make(place / "vault")
        opened, stop, written = vault.open().vault, threading.Event(), [0]

        def write() -> None:
            number = 0
            while not stop.wait(0.0005):
                with opened.writing() as writing:
                    for side in ("left", "right"):
                        writing.db.execute(
                            "INSERT OR REPLACE INTO vault_fact VALUES (?, ?, ?, NULL)",
                            (f"{side}.{number % 2000}", f"{number} " + "x" * 300, writing.now),
                        )
                written[0] = number = number + 1

        writer = threading.Thread(target=write)
        writer.start()
        bad = unequal = 0
        try:
            for number in each(runs, "backups"):
                before = written[0]
                made = v.backup(opened, place / f"{number}.footprint")
                back = v.restore(made.path, vault.code, place / "back").vault
                with back.reading() as db:
                    left, right = (
                        dict(db.execute("SELECT substr(name, ?), value FROM vault_fact WHERE name LIKE ?", (at, like)))
                        for at, like in ((6, "left.%"), (7, "right.%"))
                    )
                    newest = max((int(value.split(" ")[0]) for value in left.values()), default=-1)
                    bad += left != right or newest < before - 1 or not db.sound()
                back.close()
                unequal += newest != written[0] - 1
                shutil.rmtree(place / "back")
                made.path.unlink()
        finally:
            stop.set()
            writer.join()
            opened.close()
    return Outcome(runs, bad, f"{written[0]:,} transactions meanwhile", unequal, "backups with writing going on")


ROWS = (Row("22", "a backup made while others write, restored by code", 100, while_writing),)
