"""What is read for the letter card, away from the main thread: its gaps and kinds, then each draft as it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint import log
from footprint.log import Item, Letter, LetterFile, Relation, Remark, Rung, Setting, ladder
from footprint.vault import Vault
from ui.log.drafts import Writing

_OF_THE_LADDER = {
    ladder.Rung.ERASURE: Rung.ERASURE,
    ladder.Rung.COMPLAINT: Rung.COMPLAINT,
    ladder.Rung.SEARCH: Rung.SEARCH,
}


def rung_of(proposal: ladder.Proposal) -> Rung | None:
    """Which letters a proposed step of the ladder asks for; None: the polite ones, or a reminder of those before."""
    return None if proposal.again or proposal.rung is None else _OF_THE_LADDER.get(proposal.rung)


@dataclass(frozen=True)
class Begun:
    """What is read once for a kind of letter: its gaps, and the other kinds that fit."""

    item: Item | None
    letter: Letter
    kind: str
    kinds: tuple[LetterFile, ...]


@dataclass(frozen=True)
class Looked:
    """A draft as it stands and what to look at again in it; `own` are the words it was looked at with."""

    item: Item | None
    letter: Letter
    own: str | None
    remarks: tuple[Remark, ...]


def begun(vault: Vault, item: Item | None, writing: Writing, rung: Rung | None = None) -> Begun:
    """On the lane's thread. A kind chosen before that fits no longer gives way to the likeliest."""
    relation = relation_of(writing)
    kinds = log.notes() if item is None else log.kinds_of(vault, item, relation, rung=rung)
    kind = writing.kind if writing.kind in {one.id for one in kinds} else ""
    letter = log.draft(vault, item, writing.tone, kind=kind, length=writing.length, relation=relation, rung=rung)
    return Begun(item, letter, kind, kinds)


def looked_at(vault: Vault, item: Item | None, writing: Writing, rung: Rung | None, setting: Setting) -> Looked:
    """On the lane's thread."""
    own, relation = writing.own_words, relation_of(writing)
    letter = log.draft(
        vault,
        item,
        writing.tone,
        writing.values,
        kind=writing.kind,
        length=writing.length,
        relation=relation,
        rung=rung,
    )
    return Looked(item, letter, own, log.remarks(letter if own is None else letter.edited(own), setting))


def as_it_is(writing: Writing) -> Writing:
    """What is read on another thread does not change under it."""
    return replace(writing, values=dict(writing.values))


def relation_of(writing: Writing) -> Relation | None:
    """Who they are, where the person has said so."""
    return next((one for one in Relation if one.value == writing.relation), None)
