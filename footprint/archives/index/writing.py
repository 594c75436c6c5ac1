"""Putting records into the index: each entry once, whatever copies and parts it comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from footprint.archives.index import store
from footprint.archives.index.entries import read
from footprint.archives.index.meeting import met
from footprint.archives.index.numbers import (
    AUDIENCE_NUM,
    COUNTED,
    HELD_NUM,
    KIND_NUM,
    PLACES,
    RELATION_NUM,
    STATE_NUM,
    UNDATED,
    Keys,
    bounded,
    content_of,
    first_place,
    marks_of,
    month_of,
)
from footprint.archives.records import Connection as Person
from footprint.archives.records import Entry, Flag, Held
from footprint.vault import Connection

Flagged = tuple[Entry, tuple[Flag, ...]]

_AHEAD = 4_096  # ids looked at together behind a second that is full
_MANY = 20_000
_MOST_LENSES = 62


@dataclass
class Added:
    """What one piece of work did, by how many entries."""

    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass
class Writer:
    """Writes for one import; knows what it has added since the keys were last put in order (`fresh`)."""

    keys: Keys
    number: int
    fresh: dict[int, int] = field(default_factory=dict)
    _accounts: dict[tuple[str, str], int] = field(default_factory=dict)
    _lenses: dict[str, int] = field(default_factory=dict)
    _rules: dict[tuple[int, str], int] = field(default_factory=dict)
    _behind: dict[int, int] = field(default_factory=dict)  # a full second -> the id to try first
    _undated: int = UNDATED

    def begin(self, db: Connection) -> None:
        """Read what is there; also after a transaction that was not kept."""
        self._accounts, self._lenses, self._rules = store.accounts(db), store.lenses(db), store.rules(db)
        self._undated = store.lowest_id(db, UNDATED)
        self._behind.clear()
        self.fresh = {key: entry for key, entry, _thread in store.new_ones(db)}

    # -- entries ------------------------------------------------------------------------------------

    def entries(self, db: Connection, flagged: Sequence[Flagged], now: str) -> Added:
        """Put entries in; those that are there already are noted as met again, and changed where they changed."""
        made: dict[int, Flagged] = {}
        key_of = self.keys.entry
        for one in flagged:
            key = key_of(one[0])
            before = made.get(key)
            made[key] = one if before is None else (met(before[0], one[0], newer=False), one[1] or before[1])
        there = {key: self.fresh[key] for key in made if key in self.fresh}
        there |= store.found_keys(db, (key for key in made if key not in there))
        added = Added(new=len(made) - len(there))
        moved: list[tuple[int, int]] = []
        if there:
            moved = self._again(db, made, there, added)
        self._add(db, made)
        if moved:
            store.decisions_move(db, [(self.fresh[key], key) for key, _id in moved], now)
        return added

    def _again(
        self, db: Connection, made: dict[int, Flagged], there: dict[int, int], added: Added
    ) -> list[tuple[int, int]]:
        """Leaves in `made` what has to be written; gives (key, old id) of what was taken out for it."""
        heads = store.heads(db, there.values())
        seen, differ = list[int](), dict[int, tuple[int, int]]()
        for key, entry_id in there.items():
            content, last, gone = heads[entry_id]
            if content == content_of(made[key][0]):
                del made[key]
                if last != self.number or gone:
                    seen.append(entry_id)
            else:
                differ[entry_id] = (key, last)
        added.same += len(there) - len(differ)
        out, sums = list[tuple[int, int]](), list[tuple[int, int]]()
        for one in read(db, differ):
            entry_id, (key, last) = one.id, differ[one.id]
            new, flags = made[key]
            old = msgspec.structs.replace(one.entry, ordinal=new.ordinal)  # a part of the key, so it is the same
            both = met(old, new, newer=last != self.number)
            if both == old:
                del made[key]
                seen.append(entry_id)
                sums.append((content_of(new), entry_id))
                added.same += 1
            else:
                made[key] = (both, flags)
                out.append((key, entry_id))
                added.changed += 1
        store.set_seen(db, seen, self.number)
        store.set_content(db, sums)
        if out:
            self.take_out(db, [entry_id for _key, entry_id in out])
        return out

    def take_out(self, db: Connection, ids: Sequence[int]) -> None:
        """Out of every table but that of keys."""
        take_out(db, ids)

    def _add(self, db: Connection, made: dict[int, Flagged]) -> None:
        if not made:
            return
        rows = store.Rows([], [], [], [])
        new, months, lens_months = list[tuple[int, int, int]](), Counter[store.MonthKey](), Counter[tuple[int, int]]()
        for entry_id, key in sorted(zip(self._ids(db, [one for one, _flags in made.values()]), made, strict=True)):
            one, flags = made[key]
            account, kind = self._account(db, one), KIND_NUM[one.kind]
            audience, marks, thread = AUDIENCE_NUM[one.audience], marks_of(one), self.keys.thread(one)
            month = month_of(entry_id)
            lenses = self._flag(db, entry_id, flags, rows.flags) if flags else 0
            rows.entries.append(
                (entry_id, key, content_of(one), account, kind, audience, STATE_NUM[one.state], marks, lenses, thread,
                 self.number, 0)
            )  # fmt: skip
            rows.words.append(
                (
                    entry_id,
                    one.text,
                    one.title,
                    one.where,
                    one.place,
                    bounded(one.at),
                    one.link,
                    one.native_id,
                    one.thread,
                    one.lat,
                    one.lon,
                )
            )
            for n, medium in enumerate(one.media):
                rows.media.append((entry_id, n, medium.path, medium.mime, medium.words, medium.lat, medium.lon))
            new.append((key, entry_id, thread))
            self.fresh[key] = entry_id
            months[month, account, kind, audience, marks & COUNTED] += 1
            while lenses:
                lens = (lenses & -lenses).bit_length() - 1
                lens_months[lens, month] += 1
                lenses &= lenses - 1
        store.add(db, rows)
        store.note_new(db, new)
        store.count_months(db, months.items())
        store.count_lenses(db, lens_months.items())

    def _flag(self, db: Connection, entry_id: int, flags: Iterable[Flag], rows: list[store.FlagRow]) -> int:
        bits = 0
        for n, flag in enumerate(flags):
            lens = self._lens(db, flag.lens)
            bits |= 1 << lens
            rows.append(
                (
                    entry_id,
                    n,
                    self._rule(db, lens, flag.rule),
                    bounded(flag.start) or 0,
                    bounded(flag.end) or 0,
                    flag.words,
                )
            )
        return bits

    # -- numbers ------------------------------------------------------------------------------------

    def _ids(self, db: Connection, entries: Sequence[Entry]) -> list[int]:
        """A free id for each, in the second it was made."""
        times = [bounded(one.at) for one in entries]
        firsts = [UNDATED if at is None else first_place(at) for at in times]
        dated = {first for first in firsts if first != UNDATED}
        taken: set[int] = set()
        if dated and store.is_anything_between(db, min(dated), max(dated) + PLACES - 1):
            taken = store.taken_in(db, dated, PLACES)
        return [self._undated_id() if first == UNDATED else self._free(db, first, taken) for first in firsts]

    def _undated_id(self) -> int:
        self._undated -= 1
        return self._undated

    def _free(self, db: Connection, first: int, taken: set[int]) -> int:
        """The first free id from `first` on; `taken` knows its second, and whatever was looked at since."""
        one, known = self._behind.get(first, first), first + PLACES - 1
        while True:
            if one > known:
                known = one + _AHEAD - 1
                taken |= store.taken_between(db, one, known)
            if one not in taken:
                break
            one += 1
        taken.add(one)
        if one >= first + PLACES:
            if len(self._behind) > _MANY:
                self._behind.clear()
            self._behind[first] = one + 1
        return one

    def _account(self, db: Connection, one: Entry | Person | Held) -> int:
        key = (one.network, one.account)
        found = self._accounts.get(key)
        if found is None:
            found = self._accounts[key] = store.add_account(db, *key)
        return found

    def _lens(self, db: Connection, lens: str) -> int:
        found = self._lenses.get(lens)
        if found is None:
            if len(self._lenses) >= _MOST_LENSES:
                raise ValueError("an entry has room for 62 lenses")
            found = self._lenses[lens] = store.add_lens(db, lens)
        return found

    def _rule(self, db: Connection, lens: int, rule: str) -> int:
        found = self._rules.get((lens, rule))
        if found is None:
            found = self._rules[lens, rule] = store.add_rule(db, lens, rule)
        return found

    # -- the rest -----------------------------------------------------------------------------------

    def connections(self, db: Connection, people: Sequence[Person]) -> int:
        """People on the other side; those the person wants kept nowhere are left out. Gives how many there were."""
        person = [self.keys.person(one.network, one.native_id, one.handle, one.link, one.name) for one in people]
        out = store.left_out(db, person)
        rows = [
            (self.keys.connection(one), self._account(db, one), RELATION_NUM[one.relation], one.native_id, one.name,
             one.handle, one.link, bounded(one.since), one.words, self.number)
            for key, one in zip(person, people, strict=True) if key not in out
        ]  # fmt: skip
        store.add_connections(db, rows)
        return len(rows)

    def held(self, db: Connection, things: Sequence[Held]) -> int:
        rows = [
            (
                self.keys.held(one),
                self._account(db, one),
                HELD_NUM[one.kind],
                one.words,
                bounded(one.at),
                bounded(one.count) or 0,
                self.number,
            )
            for one in things
        ]
        store.add_held(db, rows)
        return sum(bounded(one.count) or 0 for one in things)


def take_out(db: Connection, ids: Sequence[int]) -> None:
    """Take entries out of every table but that of keys, and out of every count."""
    months, lens_months = Counter[store.MonthKey](), Counter[tuple[int, int]]()
    for entry_id, account, kind, audience, marks, lenses in store.counted(db, ids):
        month = month_of(entry_id)
        months[month, account, kind, audience, marks & COUNTED] -= 1
        for lens in range(lenses.bit_length()):
            if lenses >> lens & 1:
                lens_months[lens, month] -= 1
    store.drop_threads(db, store.thread_of(db, ids))
    store.take_out(db, ids)
    store.count_months(db, months.items())
    store.count_lenses(db, lens_months.items())
