"""Any bytes at all: never a crash, only the named errors, in bounded time and memory."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import vault as v
from footprint.vault import backupfile, incoming, slotfile, slots
from footprint.vault.backing import DATABASE
from footprint.vault.state import STATE
from tests.torture import kept
from tests.torture.kept import CODE, Kept
from tests.torture.outcome import Outcome, Row, scratch, tally
from tests.torture.row06_slot_file import MOST_MEMORY, listed, most_memory, with_checksum

MOST_SECONDS = 5.0

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
edits = st.lists(
    st.tuples(st.sampled_from(("flip", "cut", "insert", "repeat")), st.integers(0, 2**20), st.binary(max_size=40)),
    min_size=1,
    max_size=4,
)


def edited(data: bytes, changes: list[tuple[str, int, bytes]]) -> bytes:
    """`data` after some changes, each at a place."""
    found = bytearray(data)
    for how, at, more in changes:
        at %= max(1, len(found))
        if how == "flip":
            for number, byte in enumerate(more or b"\1"):
                if at + number < len(found):
                    found[at + number] ^= byte or 1
        elif how == "cut":
            del found[at : at + 1 + len(more) * 97]
        elif how == "insert":
            found[at:at] = more or b"\0"
        else:
            found[at:at] = found[max(0, at - 64) : at]
    return bytes(found)


class Tries:
    """How the tries ended, and what should not have happened."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.bad = 0
        self.longest = 0.0
        self._before = most_memory()

    def run(self, work: Callable[[], str], *named: type[Exception]) -> None:
        start = time.process_time()
        try:
            self.seen[work()] += 1
        except named as problem:
            self.seen[type(problem).__name__] += 1
        except Exception as problem:  # noqa: BLE001 whatever it is, it should have been a named one
            sys.stderr.write(f"  {problem!r}\n")
            self.seen[f"CRASH {type(problem).__name__}"] += 1
            self.bad += 1
        took = time.process_time() - start
        self.longest = max(self.longest, took)
        self.bad += took > MOST_SECONDS

    def outcome(self) -> Outcome:
        grown = most_memory() - self._before
        cost = f"longest {self.longest:.1f} s of the processor, {grown // 1_000_000} MB more at most"
        detail = f"{tally(self.seen.most_common())}; {cost}"
        return Outcome(self.seen.total(), self.bad + (grown > MOST_MEMORY), detail)


def _try(runs: int, strategy: st.SearchStrategy[Any], one: Callable[[Any], None]) -> None:
    """Let Hypothesis think of `runs` examples; nothing of them is kept on disk."""
    wanted = settings(max_examples=runs, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    wanted(given(strategy)(one))()


def slot_lists(runs: int) -> Outcome:
    """Bytes of any kind, the slot file edited, and its JSON with any value in any field and the checksum right."""
    tries, whole = Tries(), listed()
    data = slotfile.to_bytes(whole)
    tree = msgspec.json.decode(data.split(b"\n")[0])

    def enter(found: bytes) -> str:
        key = slots.enter(slotfile.from_bytes(found), CODE).key
        if found != data:
            raise AssertionError("a changed slot file opened")
        key.drop()
        return "unchanged"

    def change(drawn: tuple[int, str, Any]) -> bytes:
        at, field, value = drawn
        copy = msgspec.json.decode(msgspec.json.encode(tree))
        target = (copy, *copy["slots"])[at % 3]
        target[field] = value
        return with_checksum(msgspec.json.encode(copy))

    fields = st.sampled_from([*tree, *tree["slots"][0], "extra"])
    some = st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=400).map(lambda found: with_checksum(found.replace(b"\n", b""))),
        edits.map(lambda found: edited(data, found)),
        edits.map(lambda found: with_checksum(edited(data.split(b"\n")[0], found).replace(b"\n", b""))),
        st.tuples(st.integers(0, 2), fields, values).map(change),
    )
    _try(runs, some, lambda found: tries.run(lambda: enter(found), v.KeysDamaged, v.WrongSecret))
    return tries.outcome()


def headers(runs: int) -> Outcome:
    """The first page of the database, and its length: damage, never a new vault, never a byte written."""
    tries = Tries()
    with scratch() as place:
        vault = kept.make(place / "vault")
        data = vault.database.read_bytes()
        head = st.tuples(st.integers(0, 110), st.binary(min_size=1, max_size=120)).map(
            lambda found: data[: found[0]] + found[1] + data[found[0] + len(found[1]) :]
        )
        lengths = st.integers(0, len(data) - 1).map(lambda length: data[:length])

        def one(found: bytes) -> None:
            vault.database.write_bytes(found)
            tries.run(lambda: _unlocked(vault, found == data), v.DatabaseDamaged)
            if found != data and vault.database.read_bytes() != found:
                tries.bad += 1

        _try(runs, head | lengths | st.just(data), one)
    return tries.outcome()


def _unlocked(vault: Kept, unchanged: bool) -> str:
    opened = vault.open()
    try:
        greeting = v.fact(opened.vault, "test.greeting")
        with opened.vault.reading() as db:
            sound = db.sound()
    finally:
        opened.vault.close()
    if not unchanged and sound and greeting != "good morning":
        raise AssertionError("a changed database opened to something else")
    return "opened" if sound else "opened, and the check of the whole tells"


def containers(runs: int) -> Outcome:
    """A backup's head: any bytes, with the right beginning or not, or the real one edited."""
    tries = Tries()
    with scratch() as place:
        opened = kept.make(place / "vault").open().vault
        data = v.backup(opened, place / "b.footprint").path.read_bytes()[:3000]
        opened.close()
        some = st.one_of(
            st.binary(max_size=300),
            st.binary(max_size=300).map(lambda found: b"Footprint backup 1\n" + found),
            st.tuples(st.integers(0, 2**32 - 1), st.binary(max_size=2000)).map(
                lambda found: b"Footprint backup 1\n" + found[0].to_bytes(4, "big") + found[1]
            ),
            edits.map(lambda found: edited(data[:800], found) + data[800:]),
        )
        path = place / "any.footprint"

        def one(found: bytes) -> None:
            path.write_bytes(found)
            tries.run(lambda: str(bool(backupfile.open_container(path))), v.NotABackup)

        _try(runs, some, one)
    return tries.outcome()


def restores(runs: int) -> Outcome:
    """A whole backup edited anywhere: restored as it was, or refused with the present vault untouched."""
    tries = Tries()
    with scratch() as place:
        vault = kept.make(place / "vault")
        opened = vault.open().vault
        data = v.backup(opened, place / "b.footprint").path.read_bytes()
        v.set_fact(opened, "test.greeting", "good evening")
        opened.close()
        before = _files(vault.folder)
        path = place / "any.footprint"

        def one(changes: list[tuple[str, int, bytes]]) -> None:
            path.write_bytes(edited(data, changes))
            tries.run(lambda: _restored(path, vault, place / "restored"), v.NotABackup, v.WrongSecret)
            if _files(vault.folder) != before or (vault.folder / incoming.INCOMING).exists():
                tries.bad += 1
                shutil.rmtree(vault.folder)
                kept.make(vault.folder)

        _try(runs, edits, one)
    return tries.outcome()


def _restored(source: Path, vault: Kept, place: Path) -> str:
    """Into the folder of the present vault; when it goes in, that is a copy, so that the next try finds it again."""
    copy = vault.copy(place)
    try:
        before = _files(copy.folder)
        patience = v.Patience(seconds=0)
        try:
            opened = v.restore(source, CODE, copy.folder, patience=patience)
        except v.VaultError:
            if _files(copy.folder) != before:
                raise AssertionError("a refused restore changed the vault") from None
            raise
        greeting = v.fact(opened.vault, "test.greeting")
        with opened.vault.reading() as db:
            sound = db.sound()
        opened.vault.close()
        if greeting != "good morning" or not sound:
            raise AssertionError("a changed backup was restored as something else")
        return "restored as it was"
    finally:
        shutil.rmtree(place)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "app.lock"}


def leftovers(runs: int) -> Outcome:
    """The small files beside the vault: whatever is in them, it opens, and nothing lands outside of its folder."""
    tries = Tries()
    names = (STATE, backupfile.NOTED, f"{incoming.INCOMING}/ready", f"{incoming.INCOMING}/moved")
    with scratch() as place:
        template = kept.make(place / "template")
        opened = template.open().vault
        v.backup(opened, place / "b.footprint")
        opened.close()
        real = {name: (template.folder / name).read_bytes() for name in names if (template.folder / name).exists()}
        traps = (b"../../outside", b"/tmp/outside", b"\xff\xfe", b"", b"a\0b", b"con", b"x" * 300, b"..", b".")
        content = st.one_of(
            st.binary(max_size=300), st.sampled_from(traps), edits.map(lambda c: edited(real[STATE], c))
        )

        def one(drawn: tuple[str, bytes]) -> None:
            name, data = drawn
            vault = template.copy(place / "inside" / "vault")
            (vault.folder / name).parent.mkdir(exist_ok=True, mode=0o700)
            (vault.folder / name).write_bytes(data)
            try:
                tries.run(lambda: _still_there(vault), v.VaultError)
                stray = [path.name for path in (place / "inside").iterdir() if path.name != "vault"]
                tries.bad += bool(stray)
                if stray:
                    sys.stderr.write(f"  {name} with {data!r}: outside of the folder: {stray}\n")
            finally:
                shutil.rmtree(place / "inside")

        _try(runs, st.tuples(st.sampled_from(names), content), one)
    return tries.outcome()


def _still_there(vault: Kept) -> str:
    """Open it; a take-over that was said to be ready has moved the vault aside, where it still opens."""
    try:
        opened = vault.open()
    except v.NoVault:
        aside = list((vault.folder / incoming.ASIDE).rglob(DATABASE))
        if len(aside) != 1:
            raise AssertionError("the vault is gone") from None
        opened = v.unlock(aside[0].parent, CODE)
    greeting = v.fact(opened.vault, "test.greeting")
    opened.vault.close()
    if greeting != "good morning":
        raise AssertionError("something else opened")
    return "opened, and a notice" if opened.older is not None else "opened"


ROWS = (
    Row("+ fuzz slots", "any bytes as a slot file", 5000, slot_lists),
    Row("+ fuzz header", "any bytes as the first page of the database", 1000, headers),
    Row("+ fuzz container", "any bytes as a backup file", 5000, containers),
    Row("+ fuzz restore", "a backup edited anywhere, restored", 1000, restores),
    Row("+ fuzz leftovers", "any bytes in the small files beside the vault", 1000, leftovers),
)
