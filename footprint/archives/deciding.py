"""What becomes of an entry: delete, keep, limit, later, ask. What is to be done becomes a thing in the list."""

from __future__ import annotations

from collections.abc import Sequence

from footprint import dates, log
from footprint.archives.index.decisions import store
from footprint.archives.index.filters import Decided
from footprint.archives.index.finding import Row, rows
from footprint.archives.records import Kind
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import Action, New, Origin
from footprint.vault import Done, Undo, Vault

_TOGETHER = 100  # in one transaction
_FIRST_WORDS = 80
_ACTIONS = {Decided.DELETE: Action.REMOVE, Decided.LIMIT: Action.HIDE, Decided.ASK: Action.ASK}
_KINDS = {
    Kind.PHOTO: log.Kind.PHOTO, Kind.VIDEO: log.Kind.VIDEO, Kind.COMMENT: log.Kind.COMMENT,
    Kind.REPLY: log.Kind.COMMENT, Kind.REVIEW: log.Kind.REVIEW, Kind.TAG_OF_ME: log.Kind.TAG,
    Kind.PROFILE: log.Kind.PROFILE, Kind.POST: log.Kind.POST, Kind.STORY: log.Kind.POST, Kind.NOTE: log.Kind.POST,
    Kind.ANSWER: log.Kind.POST, Kind.REPOST: log.Kind.POST, Kind.SHARE: log.Kind.POST,
}  # fmt: skip


def decide(vault: Vault, entry_ids: Sequence[int], decision: Decided) -> Done[tuple[str, ...]]:
    """Decide about entries, in whatever way they were decided about before; gives the ids of things in the list.

    Delete, limit and ask put a thing into the list, once for an entry. Where a thing is there and nothing is left to
    do, it is marked as kept. `Decided.NOTHING` takes a decision back. Raises `NotFound` when none of them is there.
    """
    found = rows(vault, list(dict.fromkeys(entry_ids)))
    if not found:
        raise NotFound(_("This is no longer among your posts here."))
    undo, made, freed = Undo(()), list[str](), list[str]()
    for at in range(0, len(found), _TOGETHER):
        undo = undo.then(_decide(vault, found[at : at + _TOGETHER], decision, made, freed))
    undo = undo.then(_closed(vault, freed))
    return Done(tuple(made), undo.then(_opened(vault, made)) if decision in _ACTIONS else undo)


def _decide(vault: Vault, some: Sequence[Row], decision: Decided, made: list[str], freed: list[str]) -> Undo:
    with vault.writing() as write:
        before = store.decisions(write.db, [one.id for one in some])
        keys = store.keys_of(write.db, [one.id for one in some])
        for one in some:
            record, _old, item_id = before.get(one.id, ("", "", ""))
            if decision in _ACTIONS and not item_id:
                item_id = log.put(write, new_item(one, decision)).id
            if decision in _ACTIONS:
                made.append(item_id)
            elif item_id:
                freed.append(item_id)
            if decision is Decided.NOTHING:
                store.drop_decisions(write.db, [record] if record else [], write.now)
            elif record:
                store.change_decision(write.db, record, decision.value, item_id, write.now)
            else:
                store.add_decision(write.db, (new_id(), keys[one.id], one.id, decision.value, item_id), write.now)
    return write.undo


def _closed(vault: Vault, freed: Sequence[str]) -> Undo:
    """Nothing is left to do about these."""
    open_now = [one.id for one in log.several(vault, freed) if one.state in (log.State.FOUND, log.State.DECIDED)]
    return log.move(vault, open_now, log.State.KEPT).undo if open_now else Undo(())


def _opened(vault: Vault, made: Sequence[str]) -> Undo:
    """Things that were marked as kept before are to be done after all."""
    kept = [one.id for one in log.several(vault, made) if one.state is log.State.KEPT]
    return log.move(vault, kept, log.State.DECIDED).undo if kept else Undo(())


def new_item(one: Row, decision: Decided) -> New:
    """The thing in the list: where to find the entry, and by what to know it there."""
    entry = one.entry
    day = dates.day_in_words(dates.local_day(one.at)) if one.at is not None else _("without a date")
    words = _first_words(entry.text or entry.title)
    page = "" if entry.link else page_for(entry.network, entry.kind, entry.account)
    notes = [_("{kind}, {day}").format(kind=entry.kind.label, day=day)]
    if words:
        notes.append(f"“{words}”")
    if page:
        notes.append(_("It has no address of its own. Look for the day and the first words on this page."))
    return New(
        words or _("{kind} of {day}").format(kind=entry.kind.label, day=day),
        entry.link or page,
        place=entry.where[:300],
        network=entry.network,
        kind=_KINDS.get(entry.kind, log.Kind.OTHER),
        origin=Origin.KNOWN if entry.kind is Kind.TAG_OF_ME or decision is Decided.ASK else Origin.ME,
        action=Action.UNTAG if entry.kind is Kind.TAG_OF_ME and decision is Decided.DELETE else _ACTIONS[decision],
        notes="\n".join(notes),
    )


def page_for(network: str, kind: Kind, account: str) -> str:
    """The page on the network that lists such entries, "" where there is none."""
    from footprint.archives.readers import READERS

    found = READERS[network].pages().get(kind.value, "") if network in READERS else ""
    if "{account}" not in found:
        return found
    return found.replace("{account}", account) if account else ""


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _FIRST_WORDS:
        return line
    return line[:_FIRST_WORDS].rsplit(" ", 1)[0] + "…"
