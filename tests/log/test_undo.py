"""Whatever is done to a few items, undone in reverse, leaves them exactly as they were; and redone, as they became."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import log
from footprint.errors import FootprintError
from footprint.vault import Done, Vault, schema
from footprint.vault.connection import open_store

TODAY = date(2026, 11, 16)
START = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)


@contextmanager
def fresh_vault() -> Iterator[Vault]:
    with TemporaryDirectory() as folder:
        path, key = Path(folder) / "vault.db", os.urandom(32)
        first = open_store(path, key, create=True)
        schema.migrate(first)
        first.close()
        ticks = iter(range(10**6))
        opened = Vault(lambda: open_store(path, key), clock=lambda: START + timedelta(seconds=next(ticks)))
        try:
            yield opened
        finally:
            opened.close()


def seen(vault: Vault, ids: list[str]) -> list[Any]:
    """All a person could see of the items, but for the instant a row was last written."""
    there = [replace(log.get(vault, one), changed_at=START) for one in log.ids(vault, log.Query(), TODAY)]
    told = [(log.history(vault, one), log.evidence(vault, one), log.requests(vault, one)) for one in ids]
    words = [log.count(vault, log.Query(text=text), TODAY) for text in ("thing", "changed", "new")]
    deleted = {row.id for row in log.recently_deleted(vault)}
    return [there, told, words, deleted, log.counts_by_status(vault, TODAY)]


def act(vault: Vault, ids: list[str], what: str, which: list[int], pick: int) -> Done[Any]:
    some = [ids[n] for n in which]
    if what == "move":
        return log.move(vault, some, list(log.State)[pick % 8], note=f"note {pick}")
    if what == "change":
        return log.change(vault, some[0], title=f"Changed {pick}", notes="changed words", due=TODAY)
    if what == "many":
        return log.change_many(vault, some, action=list(log.Action)[pick % 6], due=None)
    if what == "delete":
        return log.delete(vault, some)
    if what == "restore":
        return log.restore(vault, some)
    if what == "ask":
        return log.sent(vault, some[0], how=log.How.IN_PERSON)
    if what == "keep":
        return log.add_text(vault, some[0], f"words {pick}")
    return log.add(vault, log.New(f"New {pick}"))


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["move", "change", "many", "delete", "restore", "ask", "keep", "add"]),
        st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True),
        st.integers(0, 100),
    ),
    max_size=10,
)


@settings(max_examples=30, deadline=None)
@given(acts=ACTS)
def test_undo_puts_back_exactly_and_redo_does_it_again(acts: list[tuple[str, list[int], int]]) -> None:
    with fresh_vault() as vault:
        origins = (log.Origin.ME, log.Origin.KNOWN, log.Origin.WORK, log.Origin.ORGANISATION)
        ids = [log.add(vault, log.New(f"Thing {n}", origin=one)).value.id for n, one in enumerate(origins)]
        before, undos = seen(vault, ids), []
        for what, which, pick in acts:
            try:
                undos.append(act(vault, ids, what, which, pick).undo)
            except FootprintError:
                continue
        after = seen(vault, ids)
        redos = [vault.undo(one) for one in reversed(undos)]
        assert seen(vault, ids) == before
        for one in reversed(redos):
            vault.undo(one)
        assert seen(vault, ids) == after
