"""What is otherwise in a newer pack, in words for the person who decides about it."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.packs.records import Pack


@dataclass(frozen=True)
class Difference:
    """One change. `group` is the heading it stands under ("Who to tell"), `words` the sentence; `place` names the file
    and the key, for whoever makes packs."""

    group: str
    words: str
    place: str


def differences(old: Pack | None, new: Pack) -> tuple[Difference, ...]:
    """Every change from `old` to `new`, in the order of the pack; from None, all that a first pack brings."""
    return ()
