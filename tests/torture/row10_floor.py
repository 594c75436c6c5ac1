"""What the store refuses to begin with: old parts, keys of another length, files that are not encrypted."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing

import apsw

from footprint import vault as v
from footprint.vault import connection
from footprint.vault.connection import check_versions, is_encrypted, open_store
from tests.torture.outcome import Outcome, Row, scratch

OLD = (
    ("3.51.2", "2.6.1"),
    ("3.7.0", "2.6.1"),
    ("3.52.0", "2.7.0"),
    ("3.51.3", "2.6.0"),
    ("3.54.0", "2.4.0"),
    ("?", "?"),
)
GOOD = (("3.51.3", "2.6.1"), ("3.53.0", "2.7.0"))


def _refuses(problem: type[Exception], ask: Callable[[], object]) -> bool:
    try:
        ask()
    except problem:
        return True
    return False


def floor(_runs: int) -> Outcome:
    tried = bad = 0
    for sqlite, ciphers in OLD:
        tried += 1
        bad += not _refuses(
            v.PartsTooOld, lambda s=sqlite, c=ciphers: check_versions(s, f"SQLite3 Multiple Ciphers {c}")
        )
    accepted = sum(
        not _refuses(v.PartsTooOld, lambda s=s, c=c: check_versions(s, f"SQLite3 Multiple Ciphers {c}"))
        for s, c in GOOD
    )
    check_versions()
    return Outcome(tried, bad, "what is installed is accepted", accepted, "good versions accepted")


def key_length(_runs: int) -> Outcome:
    """Any length but 32 bytes would be taken for a passphrase."""
    lengths = (0, 1, 16, 31, 33, 64)
    with scratch() as place:
        bad = sum(
            not _refuses(ValueError, lambda size=size: open_store(place / f"{size}.db", os.urandom(size), create=True))
            for size in lengths
        )
        bad += any(place.iterdir())
    return Outcome(len(lengths), bad)


def encrypted(_runs: int) -> Outcome:
    """Another key, no key, a plain file: all refused, and none of the files is touched."""
    with scratch() as place:
        good, key = place / "good.db", os.urandom(32)
        with closing(open_store(good, key, create=True)) as db:
            db.execute("CREATE TABLE t (a TEXT)")
        plain = place / "plain.db"
        with closing(apsw.Connection(str(plain))) as raw:
            raw.execute("create table t (a text)")
        before = (good.read_bytes(), plain.read_bytes())
        bad = not is_encrypted(good)
        bad += not _refuses(v.DatabaseDamaged, lambda: open_store(good, os.urandom(32)))
        bad += not _refuses(v.DatabaseDamaged, lambda: open_store(plain, key))
        bad += not _refuses(apsw.NotADBError, lambda: _plain_read(good))
        bad += not _refuses(v.DatabaseMissing, lambda: open_store(place / "missing.db", key))
        bad += not _refuses(v.VaultError, lambda: open_store(good, key, create=True))
        bad += before != (good.read_bytes(), plain.read_bytes())
        bad += (place / "missing.db").exists()
        seen = not is_encrypted(plain)
    return Outcome(8, bad, "", int(seen), "a plain file is seen to be plain")


def _plain_read(path: os.PathLike[str]) -> None:
    with closing(apsw.Connection(str(path))) as raw:
        raw.execute("select count(*) from sqlite_schema").fetchall()


def settings_hold(_runs: int) -> Outcome:
    """Every setting of the store is as decided on an open connection."""
    wanted = {"journal_mode": "wal", "synchronous": 2, "temp_store": 2, "secure_delete": 1, "mmap_size": 0}
    wanted |= {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "cipher": "chacha20"}
    with scratch() as place, closing(connection.open_store(place / "v.db", bytes(32), create=True)) as db:
        found = {name: db.value(f"PRAGMA {name}") for name in wanted}
    return Outcome(len(wanted), sum(found[name] not in (value, str(value)) for name, value in wanted.items()))


ROWS = (
    Row("10", "old parts are refused", 1, floor),
    Row("10 key", "keys of another length are refused", 1, key_length),
    Row("10 plain", "nothing opens without the key, nothing plain is taken", 1, encrypted),
    Row("10 settings", "the store's settings hold", 1, settings_hold),
)
