"""Every action of the list and of an item’s page, in any order: undone, each row is exactly what it was.

`test_undo.py` compares what a person sees; here it is the rows of every table of the log, so that nothing is left over
that shows only later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import log
from footprint.errors import FootprintError
from footprint.log import Query, duplicates, ladder, recheck, sets, views
from footprint.vault import Done, Vault
from tests.log.test_undo import TODAY, fresh_vault

Rows = dict[tuple[str, str], dict[str, Any]]
PAGE = "https://photos.example/p/17"


def rows(vault: Vault) -> Rows:
    """Every row of the log by table and id, but for the instant it was last written."""
    found: Rows = {}
    with vault.reading() as db:
        tables = [
            name
            for name in sorted(db.record_tables())
            if name.startswith(("log_", "recheck_", "incident")) or name == "vault_fact"
        ]
        assert {"log_item", "log_event", "log_view", "log_set_item", "log_merged", "recheck_look"} <= set(tables)
        for table in tables:
            key = "name" if table == "vault_fact" else "id"
            names = [name for (name,) in db.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]
            for row in db.execute(f"SELECT * FROM {table}"):
                one = dict(zip(names, row, strict=True))
                one.pop("changed_at")
                found[table, one[key]] = one
    return found


def differences(before: Rows, now: Rows) -> list[str]:
    """What is not as it was. A row that came since may stay as a tombstone: a merge of two vaults needs it."""
    wrong = [f"{key}: {one} / {now.get(key)}" for key, one in before.items() if now.get(key) != one]
    return wrong + [f"{key} is left over" for key, one in now.items() if key not in before and not one["deleted_at"]]


def _of_set(vault: Vault) -> str:
    return next((one.id for one in sets.all_sets(vault)), "none")


def _own_view(vault: Vault) -> str:
    return next((one.id for one in views.views(vault, hidden=True) if not one.made), "none")


def _rung(pick: int) -> ladder.Rung:
    return list(ladder.Rung)[pick % len(ladder.Rung)]


def _outcome(pick: int) -> ladder.Outcome:
    return list(ladder.Outcome)[pick % len(ladder.Outcome)]


def _remove_copy(vault: Vault, some: list[str]) -> Done[Any]:
    kept = [copy.id for one in some for copy in log.evidence(vault, one)]
    return log.remove_evidence(vault, kept[0] if kept else "none")


Act = Callable[[Vault, list[str], int], Done[Any]]
ACTIONS: dict[str, Act] = {
    "move": lambda v, some, n: log.move(v, some, list(log.State)[n % 8], note=f"note {n}"),
    "change": lambda v, some, n: log.change(v, some[0], title=f"Changed {n}", notes="words", due=TODAY),
    "who": lambda v, some, n: log.change(v, some[0], origin=list(log.Origin)[n % 7]),
    "many": lambda v, some, n: log.change_many(v, some, due=TODAY, origin=list(log.Origin)[n % 7]),
    "delete": lambda v, some, n: log.delete(v, some),
    "restore": lambda v, some, n: log.restore(v, some),
    "ask": lambda v, some, n: log.sent(v, some[0], how=log.How.IN_PERSON),
    "copy": lambda v, some, n: log.add_text(v, some[0], f"words {n}"),
    "no copy": lambda v, some, n: _remove_copy(v, some),
    "add": lambda v, some, n: log.add(v, log.New(f"New {n}", PAGE)),
    "merge": lambda v, some, n: duplicates.merge(v, some[0], some[1:]),
    "split": lambda v, some, n: duplicates.split(v, some[0]),
    "group": lambda v, some, n: sets.make(v, some, f"Group {n}"),
    "into group": lambda v, some, n: sets.add(v, _of_set(v), some),
    "out of group": lambda v, some, n: sets.take_out(v, some),
    "name group": lambda v, some, n: sets.rename(v, _of_set(v), f"Name {n}"),
    "no group": lambda v, some, n: sets.take_apart(v, _of_set(v)),
    "save filter": lambda v, some, n: views.save(v, f"Filter {n % 3}", Query(text=str(n))),
    "name filter": lambda v, some, n: views.rename(v, _own_view(v), f"Named {n}"),
    "no filter": lambda v, some, n: views.delete(v, _own_view(v)),
    "hide filter": lambda v, some, n: views.hide(v, views.views(v, hidden=True)[n % 5].id, n % 2 == 0),
    "open with": lambda v, some, n: views.open_with(v, views.views(v, hidden=True)[n % 5].id if n % 4 else ""),
    "choose": lambda v, some, n: ladder.choose(v, some[0], _rung(n)),
    "take": lambda v, some, n: ladder.take(v, some[0], _rung(n)),
    "finish": lambda v, some, n: ladder.finish(v, some[0], _rung(n), _outcome(n)),
    "work": lambda v, some, n: ladder.say_work(v, some[0], n % 2 == 0),
    "case": lambda v, some, n: ladder.say_case(v, some[0], list(ladder.Case)[n % len(ladder.Case)]),
    "life": lambda v, some, n: ladder.set_life_event(v, list(ladder.LifeEvent)[n % len(ladder.LifeEvent)], n % 3 > 0),
    "look": lambda v, some, n: recheck.say(v, some[0], list(recheck.Word)[n % 3]),
}  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(ACTIONS)), st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True),
        st.integers(0, 100),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(steps=STEPS)
def test_undo_puts_every_row_back_and_redo_does_it_again(steps: list[tuple[str, list[int], int]]) -> None:
    with fresh_vault() as vault:
        origins = (log.Origin.ME, log.Origin.KNOWN, log.Origin.WORK, log.Origin.ORGANISATION)
        ids = [log.add(vault, log.New(f"Thing {n}", PAGE, origin=one)).value.id for n, one in enumerate(origins)]
        before, undos = rows(vault), []
        for name, which, pick in steps:
            try:
                done = ACTIONS[name](vault, [ids[n] for n in which], pick)
            except FootprintError:
                continue
            undos.append(done.undo)
        after = rows(vault)
        redos = [vault.undo(one) for one in reversed(undos)]
        assert not differences(before, rows(vault))
        for one in reversed(redos):
            vault.undo(one)
        again = rows(vault)
        live = {key: one for key, one in after.items() if not one["deleted_at"]}
        assert not differences(live, {key: one for key, one in again.items() if not one["deleted_at"]})


def test_each_action_does_something_that_can_be_undone() -> None:
    """So that the test above cannot pass by doing nothing: each is done where it is possible."""
    first = {"into group": "group", "out of group": "group", "name group": "group", "no group": "group",
             "name filter": "save filter", "no filter": "save filter", "split": "merge", "restore": "delete",
             "no copy": "copy", "hide filter": "save filter", "open with": "hide filter"}  # fmt: skip
    for name, act in ACTIONS.items():
        with fresh_vault() as vault:
            ids = [log.add(vault, log.New(f"Thing {n}", PAGE, origin=log.Origin.KNOWN)).value.id for n in range(3)]
            log.sent(vault, ids[0], how=log.How.IN_PERSON)
            if name in first:
                ACTIONS[first[name]](vault, ids[:2], 2)
            before, done = rows(vault), None
            for pick in range(40):
                try:
                    done = act(vault, ids[2:] if name in ("into group", "take", "choose") else ids, pick)
                except FootprintError:
                    continue
                if done.undo:
                    break
            assert done is not None and done.undo, name
            assert differences(before, rows(vault)), name
            vault.undo(done.undo)
            assert not differences(before, rows(vault)), name
