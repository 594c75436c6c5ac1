"""No byte of the file can change without notice: it reads as it was written, or not at all."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from footprint import vault as v
from footprint.vault import connection
from tests.torture import kept
from tests.torture.outcome import Outcome, Row, each, scratch

PAGE = 4096
Tables = dict[str, list[tuple[Any, ...]]]


def read_all(path: Path, key: bytes) -> Tables | None:
    """Every row of every table, words found by a search among them; None where it was refused."""
    try:
        with closing(connection.open_store(path, key)) as db:
            names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            found = {name: list(db.execute(f'SELECT * FROM "{name}"')) for name in sorted(names)}
            return found if db.sound() else None
    except v.DatabaseDamaged:
        return None


def places(pages: int, each_page: int, chance: random.Random) -> list[tuple[int, int]]:
    """All of the first 32 bytes, then `each_page` places of each page."""
    head = [(at, bit) for at in range(32) for bit in range(8)]
    rest = [
        (page * PAGE + chance.randrange(PAGE), chance.randrange(8))
        for page in range(pages)
        for _one in range(each_page)
    ]
    return head + rest


def flips(runs: int) -> Outcome:
    """`runs` places of each page, and every bit of bytes 0 to 31."""
    refused = silent = 0
    with scratch() as place:
        vault = kept.make(place / "vault")
        kept.fill(vault)
        key, path = vault.page_key(), vault.database
        good, data = read_all(path, key), path.read_bytes()
        assert good is not None
        chosen = places(len(data) // PAGE, runs, random.Random(11))
        for number in each(len(chosen), "flips"):
            at, bit = chosen[number]
            with path.open("r+b") as file:
                file.seek(at)
                file.write(bytes([data[at] ^ 1 << bit]))
            found = read_all(path, key)
            refused += found is None
            silent += found is not None and found != good
            path.write_bytes(data)
    plain = plain_flips(max(60, runs * 20))
    detail = f"{len(data) // PAGE} pages; refused {refused:,}, no effect {len(chosen) - refused - silent}"
    return Outcome(len(chosen), silent, detail, plain, f"silent of {max(60, runs * 20)} in plain SQLite")


def plain_flips(runs: int) -> int:
    """The control: how many of as many flips in plain SQLite read as other content without a word."""
    chance, silent = random.Random(5), 0
    with scratch() as place:
        path = place / "plain.db"
        with closing(apsw.Connection(str(path))) as plain:
            plain.execute("create table t(a text)")
            plain.execute(
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 400) "
                "insert into t select 'value ' || i from n"
            )
            good = plain.execute("select cast(a as blob) from t").fetchall()
        data = path.read_bytes()
        for _flip in range(runs):
            flipped = bytearray(data)
            flipped[chance.randrange(PAGE, len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(flipped)
            with closing(apsw.Connection(str(path))) as plain:
                try:
                    silent += plain.execute("select cast(a as blob) from t").fetchall() != good
                except apsw.Error:
                    continue
    return silent


def pages_moved(runs: int) -> Outcome:
    """Pages swapped, emptied, left out, repeated, or cut in the middle: all refused."""
    chance, silent = random.Random(12), 0
    hows = ("swap", "zero", "cut", "repeat", "half")
    with scratch() as place:
        vault = kept.make(place / "vault")
        kept.fill(vault)
        key, path = vault.page_key(), vault.database
        data = path.read_bytes()
        good = read_all(path, key)
        for number in each(runs, "pages"):
            pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
            one, two = chance.sample(range(len(pages)), 2)
            how = hows[number % len(hows)]
            if how == "swap":
                pages[one], pages[two] = pages[two], pages[one]
            elif how == "zero":
                pages[one] = bytes(PAGE)
            elif how == "cut":
                del pages[max(1, one) :]
            elif how == "repeat":
                pages[one] = pages[two]
            else:
                pages[-1] = pages[-1][: chance.randrange(1, PAGE)]
            path.write_bytes(b"".join(pages))
            silent += read_all(path, key) is not None
    return Outcome(runs, silent, ", ".join(hows), int(good is not None), "unchanged, it reads")


def old_pages(runs: int) -> Outcome:
    """One page as it was before, put back: its tag fits, so only what goes through all of it can tell."""
    chance, silent, noticed = random.Random(13), 0, 0
    with scratch() as place:
        vault = kept.make(place / "vault")
        kept.fill(vault)
        key, path = vault.page_key(), vault.database
        before = path.read_bytes()
        opened = vault.open().vault
        for number in range(240):
            v.set_fact(opened, f"test.{number // 40}.{number % 40}", f"other {number} " * 20)
        opened.close()
        after = path.read_bytes()
        good = read_all(path, key)
        changed = [
            at
            for at in range(PAGE, min(len(before), len(after)), PAGE)
            if before[at : at + PAGE] != after[at : at + PAGE]
        ]
        for _number in each(runs, "old pages"):
            at = chance.choice(changed)
            path.write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
            found = read_all(path, key)
            noticed += found is None
            silent += found is not None and found != good
    return Outcome(
        runs, 0, f"noticed by the check of the whole {noticed}, read as other content {silent}: known, no tag tells"
    )


ROWS = (
    Row("4", "one bit flipped, in every page", 6, flips),
    Row("4 pages", "pages swapped, emptied, cut, repeated", 200, pages_moved),
    Row("4 old", "one older page put back", 40, old_pages),
)
