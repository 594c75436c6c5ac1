"""What is read for the letter card, away from the main thread: its gaps and kinds, then each draft as it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint import log
from footprint.log import Item, Letter, LetterFile, Remark, Setting
from footprint.log.ladder import Rung
from footprint.log.letters.packed import HouseRules, gives_away, house_rules
from footprint.packs.records import Pack
from footprint.vault import Vault
from ui.log.drafts import Writing


@dataclass(frozen=True)
class Begun:
    """What is read once for a kind of letter: its gaps, the other kinds that fit, and an employer's rules for it."""

    item: Item | None
    letter: Letter
    kind: str
    kinds: tuple[LetterFile, ...]
    rules: HouseRules | None = None
    pack: Pack | None = None


@dataclass(frozen=True)
class Looked:
    """A draft as it stands and what to look at again in it; `own` are the words it was looked at with."""

    item: Item | None
    letter: Letter
    own: str | None
    remarks: tuple[Remark, ...]
    given_away: tuple[str, ...] = ()


def begun(
    vault: Vault, item: Item | None, writing: Writing, step: Rung | None = None, pack: Pack | None = None
) -> Begun:
    """On the lane's thread. A kind chosen before that fits no longer gives way to the likeliest."""
    kinds = log.notes() if item is None else log.kinds_of(vault, item, step=step)
    kind = writing.kind if writing.kind in {one.id for one in kinds} else ""
    letter = log.draft(vault, item, writing.tone, kind=kind, length=writing.length, step=step)
    return Begun(item, letter, kind, kinds, house_rules(pack, letter.template), pack)


def looked_at(
    vault: Vault,
    item: Item | None,
    writing: Writing,
    step: Rung | None,
    setting: Setting,
    pack: Pack | None = None,
) -> Looked:
    """On the lane's thread."""
    own = writing.own_words
    letter = log.draft(
        vault,
        item,
        writing.tone,
        writing.values,
        kind=writing.kind,
        length=writing.length,
        step=step,
    )
    remarks = log.remarks(letter if own is None else letter.edited(own), setting)
    return Looked(item, letter, own, remarks, gives_away(vault, pack, letter.text if own is None else own))


def as_it_is(writing: Writing) -> Writing:
    """What is read on another thread does not change under it."""
    return replace(writing, values=dict(writing.values))
