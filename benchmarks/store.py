"""The encrypted store against plain SQLite: the same library, tables, settings and rows, with a million posts.

Each bar is 1.5 times the ratio measured when the store was chosen.
"""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import apsw

from benchmarks.measure import Ratio, in_turn, timed
from footprint.vault import Connection
from footprint.vault.connection import SETTINGS, open_store

POSTS = 1_000_000
BATCH = 5_000
COMMITS = OPENINGS = 100
QUESTIONS = 60
WORDS = 20_000
KEY = bytes(range(32))
PLAIN = "plain SQLite"

_POST = "CREATE TABLE {name} (num INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT"
_INDEX = """CREATE VIRTUAL TABLE words USING fts5
    (text, content = 'post', content_rowid = 'num', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2')"""
_NEWEST = "SELECT p.num, p.text FROM words w JOIN post p ON p.num = w.rowid WHERE words MATCH ? ORDER BY {} LIMIT 50"
_BY_DAY, _BY_RANK = _NEWEST.format("w.rowid DESC"), _NEWEST.format("w.rank")


@dataclass(frozen=True)
class Stores:
    """Where the two files are, and how each is opened."""

    folder: Path

    def ours(self, path: str = "ours.db") -> Connection:
        return open_store(self.folder / path, KEY, create=not (self.folder / path).exists())

    def theirs(self, path: str = "theirs.db") -> Connection:
        raw = apsw.Connection(str(self.folder / path))
        for pragma, value in SETTINGS:
            raw.pragma(pragma, value)
        return Connection(raw)


def run() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as scratch:
        stores = Stores(Path(scratch))
        with closing(stores.ours()) as ours, closing(stores.theirs()) as theirs:
            yield from _rows_alone(ours, theirs)
            yield from _import(ours, theirs)
            yield from _questions(ours, theirs)
            yield from _commits(ours, theirs)
            yield from _copies(ours, theirs, stores.folder)
        yield _opening(stores)
        sizes = ((stores.folder / name).stat().st_size / 1e6 for name in ("ours.db", "theirs.db"))
        yield Ratio("1,000,000 posts: size", next(sizes), PLAIN, next(sizes), unit="MB")


# -- what is compared ------------------------------------------------------------------------------


def _rows_alone(ours: Connection, theirs: Connection) -> Iterator[Ratio]:
    """A tenth of the posts without an index of words, 5,000 a transaction."""
    batches = list(_batches(POSTS // 10))
    sql = "INSERT INTO alone VALUES (?, ?, ?)"
    for db in (ours, theirs):
        db.execute(_POST.format(name="alone"))

    def write(db: Connection) -> Callable[[list[tuple[int, int, str]]], float]:
        return lambda rows: timed(lambda: _in_one(db, lambda: db.run_many(sql, rows)))

    yield _over("insert 5,000 posts", *_both(write(ours), write(theirs), batches), bar=2.1)


def _import(ours: Connection, theirs: Connection) -> Iterator[Ratio]:
    """Posts and index together, as an import writes them."""
    for db in (ours, theirs):
        db.execute(_POST.format(name="post"))
        db.execute(_INDEX)
        db.execute("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")

    def write(db: Connection) -> Callable[[list[tuple[int, int, str]]], float]:
        def both(rows: list[tuple[int, int, str]]) -> None:
            db.run_many("INSERT INTO post VALUES (?, ?, ?)", rows)
            db.run_many("INSERT INTO words (rowid, text) VALUES (?, ?)", [(num, text) for num, _at, text in rows])

        return lambda rows: timed(lambda: _in_one(db, lambda: both(rows)))

    took = _both(write(ours), write(theirs), _batches(POSTS))
    mine, other = (sum(times) / (POSTS / BATCH) for times in took)
    yield Ratio("import 5,000 posts with their index, on average", mine, PLAIN, other, bar=1.5)
    yield Ratio("  the slowest twentieth", _late(took[0]), PLAIN, _late(took[1]))


def _questions(ours: Connection, theirs: Connection) -> Iterator[Ratio]:
    chance = random.Random(5)
    middling = [f"w{n}" for n in range(200, 3_000)]
    asked: tuple[tuple[str, str, Callable[[], str], float], ...] = (
        ("one word, newest 50", _BY_DAY, lambda: chance.choice(middling), 2.7),
        ("the start of a word, newest 50", _BY_DAY, lambda: f"w{chance.randrange(10, 99)}*", 2.25),
        ("a phrase, newest 50", _BY_DAY, lambda: f'"w{chance.randrange(60)} w{chance.randrange(60)}"', 2.25),
        ("one word, best 50", _BY_RANK, lambda: chance.choice(middling), 2.25),
    )
    for name, sql, words, bar in asked:
        questions = [words() for _each in range(QUESTIONS)]
        took = _both(_ask(ours, sql), _ask(theirs, sql), questions)
        yield _over(f"1,000,000 posts: {name}", *took, bar=bar)
        yield Ratio("  the slowest twentieth", _late(took[0]), PLAIN, _late(took[1]))


def _commits(ours: Connection, theirs: Connection) -> Iterator[Ratio]:
    numbers = count(POSTS)

    def once(db: Connection) -> Callable[[int], float]:
        row = "INSERT INTO alone VALUES (?, 0, 'one more post')"
        return lambda num: timed(lambda: _in_one(db, lambda: db.run_many(row, [(num,)])))

    took = _both(once(ours), once(theirs), [next(numbers) for _each in range(COMMITS)])
    yield _over("one change, on the disk", *took, bar=1.8)
    yield Ratio("  the slowest twentieth", _late(took[0]), PLAIN, _late(took[1]))


def _copies(ours: Connection, theirs: Connection, folder: Path) -> Iterator[Ratio]:
    names = count()

    def copy_ours() -> float:
        path = folder / f"copy{next(names)}.db"
        took = timed(lambda: ours.copy_into(path, bytes(32)))
        path.unlink()
        return took

    def copy_theirs() -> float:
        path = folder / f"copy{next(names)}.db"
        took = timed(lambda: theirs.execute("VACUUM INTO ?", (str(path),)))
        path.unlink()
        return took

    yield Ratio("1,000,000 posts: a whole copy", *_names(in_turn(copy_ours, copy_theirs, 2)), bar=2.7)


def _opening(stores: Stores) -> Ratio:
    def once(connect: Callable[[], Connection]) -> Callable[[int], float]:
        def opened(_round: int) -> float:
            made: list[Connection] = []
            took = timed(lambda: made.append(connect()))
            made[0].close()
            return took

        return opened

    took = _both(once(stores.ours), once(stores.theirs), range(OPENINGS))
    return _over("open with the key", *took, bar=1.95)


# -- how -------------------------------------------------------------------------------------------


def _batches(posts: int) -> Iterator[list[tuple[int, int, str]]]:
    """Posts of 8 to 40 words; a word is the commoner the smaller its number, as in speech."""
    chance = random.Random(7)
    vocabulary = [f"w{n}" for n in range(WORDS)]
    weights = [1 / (n + 3) for n in range(WORDS)]
    totals = [0.0]
    for weight in weights:
        totals.append(totals[-1] + weight)
    for start in range(0, posts, BATCH):
        words = iter(chance.choices(vocabulary, cum_weights=totals[1:], k=BATCH * 40))
        yield [
            (num, num * 60, " ".join(next(words) for _word in range(chance.randint(8, 40))))
            for num in range(start, start + BATCH)
        ]


def _in_one(db: Connection, work: Callable[[], object]) -> None:
    db.execute("BEGIN IMMEDIATE")
    work()
    db.execute("COMMIT")


def _ask(db: Connection, sql: str) -> Callable[[str], float]:
    return lambda words: timed(lambda: list(db.execute(sql, (words,))))


def _both(
    ours: Callable[[Any], float], theirs: Callable[[Any], float], asked: Iterable[Any]
) -> tuple[list[float], list[float]]:
    """The times of both for each thing asked, one right after the other."""
    pairs = [(ours(one), theirs(one)) for one in asked]
    return [mine for mine, _other in pairs], [other for _mine, other in pairs]


def _over(name: str, ours: list[float], theirs: list[float], *, bar: float) -> Ratio:
    return Ratio(name, statistics.median(ours), PLAIN, statistics.median(theirs), bar=bar)


def _names(pair: tuple[float, float]) -> tuple[float, str, float]:
    return pair[0], PLAIN, pair[1]


def _late(times: list[float]) -> float:
    """The 95th hundredth."""
    return statistics.quantiles(times, n=20)[-1]
