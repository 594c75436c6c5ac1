"""Flags raised anew over what was brought in, after lenses or what they know of the person changed.

No copy is read again: entries come from the index, a piece at a time, each piece in a transaction of its own. It can be
stopped; what was done stays, and the rest keeps the flags it had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from footprint.archives.index import entries, store
from footprint.archives.index.contents import contents
from footprint.archives.index.found import store as queries
from footprint.archives.index.numbers import month_of
from footprint.archives.lenses import wrong
from footprint.archives.lenses.load import load_lenses
from footprint.archives.lenses.matcher import matcher_for
from footprint.archives.lenses.settings import looking
from footprint.archives.records import Entry, Flag
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.packs.records import Pack
from footprint.tasks import Task
from footprint.vault import Connection, Vault

_PIECE = 500  # entries of one transaction: well under 200 ms
_BEFORE_ALL = -(1 << 63)
FlagsOf = Callable[[Entry], tuple[Flag, ...]]


def key_of(vault: Vault, entry_id: int) -> int:
    """What tells this entry from others in every copy: for `wrong.wrong_entry`."""
    with vault.reading() as db:
        for one in entries.read(db, [entry_id]):
            return one.key
    raise NotFound(_("This is not in your copies any more."))


def reflag(vault: Vault, task: Task | None = None, pack: Pack | None = None) -> int:
    """Hold the lenses as they are chosen now over every entry. Gives how many entries changed their flags."""
    flags_of = matcher_for(looking(vault, pack), load_lenses()).flags
    silent = wrong.silent_entries(wrong.silenced(vault))
    last, changed, done = _BEFORE_ALL, 0, 0
    total = sum(one.entries for one in contents(vault).accounts)
    while True:
        with vault.reading() as db:
            ids = queries.after(db, last, _PIECE)
            found = _new_flags(db, ids, flags_of, silent)
        if not ids:
            return changed
        if found:
            with vault.writing(undo=False) as write:
                _put(write.db, found)
        changed += len(found)
        last, done = ids[-1], done + len(ids)
        if task is not None:
            task.step(done, max(done, total))


def reflag_some(vault: Vault, ids: Sequence[int], pack: Pack | None = None) -> int:
    """The same for these entries only, at once: after one of their flags was found wrong."""
    flags_of = matcher_for(looking(vault, pack), load_lenses()).flags
    silent = wrong.silent_entries(wrong.silenced(vault))
    with vault.reading() as db:
        found = _new_flags(db, ids, flags_of, silent)
    if found:
        with vault.writing(undo=False) as write:
            _put(write.db, found)
    return len(found)


def _new_flags(
    db: Connection, ids: Sequence[int], flags_of: FlagsOf, silent: frozenset[tuple[int, str]]
) -> dict[int, tuple[Flag, ...]]:
    """The flags of those entries that had others."""
    old: dict[int, list[Flag]] = {}
    for entry_id, lens, rule, words, start, end in queries.flags_of(db, ids):
        old.setdefault(entry_id, []).append(Flag(lens, rule, words, start, end))
    found = {}
    for one in entries.read(db, ids):
        flags = tuple(flag for flag in flags_of(one.entry) if (one.key, flag.lens) not in silent)
        if flags != tuple(old.get(one.id, ())):
            found[one.id] = flags
    return found


def _put(db: Connection, found: dict[int, tuple[Flag, ...]]) -> None:
    lenses, rules = store.lenses(db), store.rules(db)
    months: Counter[tuple[int, int]] = Counter()
    for entry_id, _account, _kind, _audience, _marks, bits in store.counted(db, list(found)):
        months.subtract((lens, month_of(entry_id)) for lens in _bits(bits))
    rows: list[store.FlagRow] = []
    marks: list[tuple[int, int]] = []
    for entry_id, flags in found.items():
        bits = 0
        for n, flag in enumerate(flags):
            lens = lenses.get(flag.lens)
            if lens is None:
                lens = lenses[flag.lens] = store.add_lens(db, flag.lens)
            rule = rules.get((lens, flag.rule))
            if rule is None:
                rule = rules[lens, flag.rule] = store.add_rule(db, lens, flag.rule)
            bits |= 1 << lens
            rows.append((entry_id, n, rule, flag.start, flag.end, flag.words))
        marks.append((bits, entry_id))
        months.update((lens, month_of(entry_id)) for lens in _bits(bits))
    store.replace_flags(db, list(found), rows, marks)
    store.count_lenses(db, months.items())


def _bits(bits: int) -> list[int]:
    return [place for place in range(bits.bit_length()) if bits >> place & 1]
