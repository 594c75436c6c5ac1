"""No byte of the file can change without notice: it reads as it was written, or not at all."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from footprint import vault as v
from footprint.vault import connection, slotfile, slots
from footprint.vault.backing import DATABASE


def page_key(kept: Any) -> bytes:
    (found, *_spare) = slotfile.candidates(kept.folder)
    return slots.enter(found, kept.code).key.page_key()


def fill(kept: Any) -> dict[str, list[tuple[Any, ...]]]:
    opened = v.unlock(kept.folder, kept.code).vault
    for number in range(6):
        with opened.writing() as write:
            for row in range(40):
                name = f"test.{number}.{row}"
                write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", (name, "value " * 20, write.now))
    opened.close()
    with closing(connection.open_store(kept.folder / DATABASE, page_key(kept))) as db:
        return read_all(db)


def read_all(db: v.Connection) -> dict[str, list[tuple[Any, ...]]]:
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: list(db.execute(f"SELECT * FROM {name}")) for name in sorted(names)}
    if not db.sound():
        raise v.DatabaseDamaged
    return found


def read_or_refuse(path: Path, key: bytes) -> dict[str, list[tuple[Any, ...]]] | None:
    try:
        with closing(connection.open_store(path, key)) as db:
            return read_all(db)
    except v.DatabaseDamaged:
        return None


@pytest.mark.slow
def test_no_flipped_bit_ever_reads_as_other_content(kept: Any) -> None:
    good, key, path = fill(kept), page_key(kept), kept.folder / DATABASE
    data = path.read_bytes()
    pages = len(data) // 4096
    places = [(at, bit) for at in range(32) for bit in (0, 7)]
    chosen = random.Random(11)
    places += [(page * 4096 + chosen.randrange(4096), chosen.randrange(8)) for page in range(pages) for _n in range(3)]
    refused = 0
    for at, bit in places:
        flipped = bytearray(data)
        flipped[at] ^= 1 << bit
        path.write_bytes(flipped)
        found = read_or_refuse(path, key)
        assert found is None or found == good, f"byte {at} read as other content"
        refused += found is None
    assert refused >= len(places) - 8


def test_the_same_flips_do_change_a_plain_file(tmp_path: Path) -> None:
    """The control: without the cipher some of them are read as if nothing were wrong."""
    path = tmp_path / "plain.db"
    with closing(apsw.Connection(str(path))) as plain:
        plain.execute("create table t(a text)")
        plain.execute(
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 400) "
            "insert into t select 'value ' || i from n"
        )
    data, silent = path.read_bytes(), 0
    chosen = random.Random(5)
    with closing(apsw.Connection(str(path))) as plain:
        good = plain.execute("select a from t").fetchall()
    for _flip in range(60):
        flipped = bytearray(data)
        flipped[chosen.randrange(4096, len(data))] ^= 1
        path.write_bytes(flipped)
        with closing(apsw.Connection(str(path))) as plain:
            try:
                silent += plain.execute("select a from t").fetchall() != good
            except apsw.Error:
                continue
    assert silent > 0


@pytest.mark.parametrize("how", ["swap", "zero", "cut", "repeat"])
def test_pages_moved_about_are_refused(kept: Any, how: str) -> None:
    fill(kept)
    key, path = page_key(kept), kept.folder / DATABASE
    data = path.read_bytes()
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    if how == "swap":
        pages[3], pages[5] = pages[5], pages[3]
    elif how == "zero":
        pages[4] = bytes(4096)
    elif how == "cut":
        del pages[-4:]
    else:
        pages[6] = pages[7]
    path.write_bytes(b"".join(pages))
    assert read_or_refuse(path, key) is None


def test_an_emptied_file_is_damage_and_not_a_new_vault(kept: Any) -> None:
    (kept.folder / DATABASE).write_bytes(b"")
    with pytest.raises(v.DatabaseDamaged):
        v.unlock(kept.folder, kept.code)
    assert (kept.folder / DATABASE).read_bytes() == b""
