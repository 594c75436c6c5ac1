"""What a stranger could learn, from the newest looks; and what has changed from one look to the next.

Nothing here is ever read as "cannot be seen" that nobody looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footprint.checklists.format import Sign
from footprint.checklists.stranger.records import Card, Comparison, Learned, Look, Seen


def newest(looks: Iterable[Look]) -> tuple[Look, ...]:
    """The look that counts for each account: its newest finished one, else the one that was begun. Newest first."""
    found: dict[tuple[str, str], Look] = {}
    for one in sorted(looks, key=lambda one: (one.finished, one.at), reverse=True):
        found.setdefault((one.network, one.account_id), one)
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))


def before(looks: Iterable[Look], look: Look) -> Look | None:
    """The finished look at the same account before this one."""
    earlier = (
        one
        for one in looks
        if one.finished
        and one.id != look.id
        and (one.network, one.account_id) == (look.network, look.account_id)
        and one.at <= look.at
    )
    return max(earlier, key=lambda one: one.at, default=None)


def card(looks: Iterable[Look]) -> Card:
    """What a stranger could learn, one network after the other and thing by thing."""
    mine = newest(looks)
    return Card(mine, tuple(_learned(sign, mine) for sign in Sign if any(sign in one.marks for one in mine)))


def _learned(sign: Sign, looks: Sequence[Look]) -> Learned:
    """Of several accounts on a network the one where it can be seen counts, then the one nobody looked at."""
    networks: dict[str, set[Seen]] = {}
    for one in looks:
        if sign in one.marks:
            networks.setdefault(one.network, set()).add(one.seen_of(sign))
    order = (Seen.SEEN, Seen.NOT_LOOKED, Seen.NOT_SEEN)
    counts = {network: next(one for one in order if one in found) for network, found in networks.items()}

    def on(seen: Seen) -> tuple[str, ...]:
        return tuple(network for network, one in counts.items() if one is seen)

    return Learned(sign, on(Seen.SEEN), on(Seen.NOT_SEEN), on(Seen.NOT_LOOKED))


def compare(before: Look, after: Look) -> Comparison:
    """What has changed since the look before."""

    def those(was: Seen, now: Seen) -> tuple[Sign, ...]:
        return tuple(
            sign
            for sign in Sign
            if (sign in before.marks or sign in after.marks)
            and before.seen_of(sign) is was
            and after.seen_of(sign) is now
        )

    blind = [those(was, Seen.NOT_LOOKED) for was in Seen]
    return Comparison(
        new=those(Seen.NOT_SEEN, Seen.SEEN),
        gone=those(Seen.SEEN, Seen.NOT_SEEN),
        seen=those(Seen.SEEN, Seen.SEEN),
        not_seen=those(Seen.NOT_SEEN, Seen.NOT_SEEN),
        first_seen=those(Seen.NOT_LOOKED, Seen.SEEN),
        first_not_seen=those(Seen.NOT_LOOKED, Seen.NOT_SEEN),
        not_looked=tuple(sign for sign in Sign if any(sign in some for some in blind)),
    )


def card_before(looks: Iterable[Look]) -> Card:
    """The same card as it stood before: of each account the finished look before the one that counts now."""
    every = tuple(looks)
    return card(last for one in newest(every) if one.finished and (last := before(every, one)) is not None)
