"""Leaving an answer, and showing on the items what all answers come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from footprint.i18n import _
from footprint.log.answers import store
from footprint.log.answers.register import Answer, counting, heads, stands, write_over
from footprint.log.origins import Origin
from footprint.log.relations import Relation
from footprint.vault import Connection, Vault, Writing

_TOGETHER = 400
Said = tuple[str, Origin, Relation | None]


def say(write: Writing, item_id: str, origin: Origin, relation: Relation | None) -> None:
    """The person answers, in sight of every answer that is here: this one replaces them."""
    say_many(write, [(item_id, origin, relation)])


def say_many(write: Writing, said: Sequence[Said]) -> None:
    """The same for many items at once."""
    there = _answers(write.db, [item_id for item_id, _origin, _relation in said])
    for item_id, origin, relation in said:
        over = (one.id for one in counting(there[item_id]))
        store.add(write.db, item_id, origin, relation, over, write.now)
    settle(write.db, [item_id for item_id, _origin, _relation in said])


def say_together(write: Writing, keep: str, others: Sequence[str], said: tuple[Origin, Relation | None]) -> None:
    """One answer about `keep` for all that were put into it: it has seen theirs, and replaces its own."""
    there = _answers(write.db, [keep, *others])
    over = (one.id for told in there.values() for one in counting(told))
    say_over(write, keep, *said, over)


def say_over(write: Writing, item_id: str, origin: Origin, relation: Relation | None, over: Iterable[str]) -> None:
    """An answer that replaces only those in `over`: what came in besides them still counts."""
    store.add(write.db, item_id, origin, relation, over, write.now)
    settle(write.db, [item_id])


def settle(db: Connection, ids: Sequence[str]) -> set[str]:
    """Show on each of these items what its answers come to; gives those where that is another answer than before."""
    changed = set[str]()
    for some in _chunks(ids):
        told = store.answers(db, some)
        for item_id, origin, relation, count in list(store.shown(db, some)):
            result = stands(told[item_id])
            if result is None:
                continue
            now = write_over(one.id for one in counting(told[item_id]))
            if (result[0].value, result[1] or "", now) != (origin, relation, count):
                store.show(db, item_id, *result, now)
            if (result[0].value, result[1] or "") != (origin, relation):
                changed.add(item_id)
    return changed


def settle_merged(db: Connection, ids: Sequence[str]) -> set[str]:
    """`settle` after a merge: an item that came without any answer has what it says as its first one."""
    for some in _chunks(ids):
        store.add_first(db, some)
    carried = _carry_over(db)
    return settle(db, list(dict.fromkeys([*ids, *carried])))


def _carry_over(db: Connection) -> list[str]:
    """A careful answer that came in about what was put into another item here is one about that item too.

    It was given where nobody had heard that they were put together. Gives the items it was carried to; the same answer
    is carried once.
    """
    carried = list[str]()
    pairs = store.put_together(db)
    there = _answers(db, list(dict.fromkeys(one for pair in pairs for one in pair)))
    for part, keep in pairs:  # what was put together first comes first, so that it goes on along a chain
        seen = frozenset[str]().union(*(one.over for one in there[keep]))
        for one in heads(there[part]):
            if one.origin.worries and not one.taken_back and one.id not in seen:
                store.carry(db, keep, one)
                carried.append(keep)
        if keep in carried:
            there |= store.answers(db, [keep])
    return carried


def read_all(vault: Vault) -> None:
    """`ValueError` for an answer that is none."""
    with vault.reading() as db:
        _answers(db, store.answered_items(db))


def standing_answers(db: Connection, item_id: str) -> frozenset[str]:
    """Ids of the answers that nobody has replaced."""
    return frozenset(one.id for one in heads(store.answers(db, [item_id])[item_id]))


def came_together(vault: Vault, item_id: str) -> str:
    """What is said on the page of an item where answers of several computers differ; "" where they do not."""
    with vault.reading() as db:
        return differing_in_words(differing(db, item_id))


def differing(db: Connection, item_id: str) -> tuple[Origin, ...]:
    """The answers that count and are not the same, the most careful first; none where there is one."""
    told = heads(store.answers(db, [item_id])[item_id])
    found = tuple(dict.fromkeys(one.origin for one in told))
    return found if len(found) > 1 else ()


def differing_in_words(found: Sequence[Origin]) -> str:
    """The sentence for `differing`."""
    if not found:
        return ""
    if len(found) == 2:
        words = _(
            "Two answers about who put it there came together. The more careful one stands: “{answer}”. "
            "Change it if that is wrong."
        )
    else:
        words = _(
            "{n} answers about who put it there came together. The most careful one stands: “{answer}”. "
            "Change it if that is wrong."
        )
    return words.format(n=len(found), answer=found[0].label)


def _answers(db: Connection, ids: Sequence[str]) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for some in _chunks(ids):
        found |= store.answers(db, some)
    return found


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _TOGETHER):
        yield ids[start : start + _TOGETHER]
