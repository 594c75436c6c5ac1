"""Taking apart what was put into one: days later as well, with everything that was done since left as it is."""

from __future__ import annotations

import json
from collections.abc import Sequence

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import store as log_store
from footprint.log.answers.keeping import say, say_over, standing_answers
from footprint.log.answers.register import read_over
from footprint.log.duplicates import store
from footprint.log.origins import Origin
from footprint.log.records import EventKind, Item
from footprint.log.relations import Relation
from footprint.log.safety import settle
from footprint.log.store import EventRow
from footprint.vault import Done, Vault, Writing
from footprint.vault.connection import RowChange


def note_merge(write: Writing, keep: str, others: Sequence[str], rows: Sequence[RowChange]) -> None:
    """Keep what a merge changed, in its transaction."""
    told = [[one.table, one.key, one.before, one.after] for one in rows]
    store.add_merge(write.db, new_id(), keep, others, json.dumps(told, ensure_ascii=False), write.now)


def parts_of(vault: Vault, keep: str) -> tuple[str, ...]:
    """The titles of what `split` would take out of this item: those put into it last."""
    with vault.reading() as db:
        found = store.last_merge(db, keep)
        return () if found is None else tuple(store.titles(db, store.merged_items(db, found[0])))


def split(vault: Vault, keep: str) -> Done[tuple[str, ...]]:
    """Take out of `keep` what was put into it last; gives the ids of what is in the list again.

    Each of them is as it was, and its history, messages and copies go with it. Fields of `keep` are as they were
    before, unless they were changed since: then what the person wrote later stays. So does all that was done since.
    """
    with vault.writing() as write:
        into = log_store.item(write.db, keep)
        found = store.last_merge(write.db, keep)
        if into is None or found is None:
            raise NotFound(_("Nothing was put into this one, so there is nothing to take out."))
        merge_id, changes = found
        ids = store.merged_items(write.db, merge_id)
        rows = [RowChange(*one) for one in json.loads(changes)]
        for row in reversed(rows):
            store.take_back(write.db, row, write.now)
        _answer_as_before(write, into, rows)
        store.end_merge(write.db, merge_id, write.now)
        settle(write, [keep, *ids])
        now = log_store.standings(write.db, [keep])[0]
        event = EventRow(keep, EventKind.PARTED, into.state, now.state, str(len(ids)))
        log_store.add_events(write.db, [event], write.now)
    return write.done(tuple(ids))


def _answer_as_before(write: Writing, keep: Item, rows: Sequence[RowChange]) -> None:
    """Who put it there is again what was said before the merge, unless it was said anew since.

    Only what the merge itself answered is replaced: an answer that came in from elsewhere meanwhile still counts.
    """
    was = next((one for one in rows if one.table == "log_item" and one.key["id"] == keep.id), None)
    if was is None or was.before is None or was.after is None or not {"origin", "relation"} & set(was.before):
        return
    of_merge = {"origin": keep.origin.value, "relation": keep.relation or "", **was.after}
    told = {**of_merge, **was.before}
    origin, relation = Origin(str(told["origin"])), Relation(str(told["relation"])) if told["relation"] else None
    made = next((one for one in rows if one.table == "log_origin" and one.after is not None), None)
    if made is not None and made.after is not None:
        if made.key["id"] in standing_answers(write.db, keep.id):
            say_over(write, keep.id, origin, relation, {made.key["id"], *read_over(str(made.after["over"]))})
    elif (keep.origin.value, keep.relation or "") == (of_merge["origin"], of_merge["relation"]):
        say(write, keep.id, origin, relation)
