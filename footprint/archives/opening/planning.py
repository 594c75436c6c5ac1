"""In which order the members of a set are read, which are copies of others, and what is said about the set itself."""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import NamedTuple

from footprint.archives.contract import Claim, Reader
from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers.base import Beat, Container, no_beat
from footprint.archives.opening.containers.guards import Left
from footprint.archives.opening.naming import Paths
from footprint.archives.opening.recognise import Recognised
from footprint.archives.records import Trouble, Why

_FEW = 200_000  # paths that are kept as they are; of more only their sums are
_TOLD = 20
_MANY = 50_000  # members among which paths are compared
_STEP = 1 << 20
_LEADS = 1  # the order of a file that says whose export it is
# A place in the plan is one number: order, part, row and what was claimed, so that sorting it sorts all of them.
_PART, _ROW, _CLAIM = 12, 24, 20
_PARTS, _ROWS, _CLAIMS = (1 << _PART) - 1, (1 << _ROW) - 1, (1 << _CLAIM) - 1


class Step(NamedTuple):
    """One member to read."""

    part: int
    row: int
    reader: int
    claim: Claim
    cut: int


@dataclass
class Plan:
    """`left` has what each part leaves out, `ambiguous` paths that stand in the set with different contents."""

    steps: array[int]
    recognised: Recognised
    left: list[Left]
    ambiguous: list[str] = field(default_factory=list)
    total: int = 0
    leaders: dict[tuple[int, int], int] = field(default_factory=dict)  # reader and part -> the part that leads it

    def __len__(self) -> int:
        return len(self.steps)

    def __getitem__(self, place: int) -> Step:
        packed = self.steps[place]
        reader, claim, cut = self.recognised.spoken[packed & _CLAIMS]
        return Step(packed >> _CLAIM + _ROW & _PARTS, packed >> _CLAIM & _ROWS, reader, claim, cut)

    def troubles(self, part: int) -> Iterator[Trouble]:
        return self.left[part].troubles()


def plan(
    parts: Sequence[Container],
    readers: Sequence[Reader],
    found: Recognised,
    *,
    networks: Collection[str] = (),
    copies: bool = True,
    beat: Beat = no_beat,
) -> Plan:
    """The members in the order of their claims; `networks` limits them, `copies` looks for files that come twice."""
    left = [_together(part.left, seen) for part, seen in zip(parts, found.left, strict=True)]
    steps: list[int] = []
    for number, told in enumerate(found.told):
        for row, spoken in enumerate(told):
            if not spoken:
                continue
            reader, claim, _cut = found.spoken[spoken]
            if networks and readers[reader].name not in networks:
                left[number].add(Why.NOT_CHOSEN)
            elif not claim.role:
                left[number].add(Why(claim.leave) if claim.leave else Why.NOT_NEEDED, parts[number].path(row))
            else:
                steps.append(_packed(claim.order, number, row, spoken))
    made = Plan(array("Q"), found, left)
    second = _copies(parts, steps, made, beat) if copies else set()
    made.steps.extend(sorted(step for step in steps if step not in second))
    made.leaders = _leaders(parts, made)
    made.ambiguous = list(dict.fromkeys(islice(_twice(parts, made), _TOLD)))
    costs = [part.cost for part in parts]
    made.total = sum(costs[packed >> _CLAIM + _ROW & _PARTS](packed >> _CLAIM & _ROWS) for packed in made.steps)
    return made


def _leaders(parts: Sequence[Container], made: Plan) -> dict[tuple[int, int], int]:
    """Where parts of several accounts of one network were chosen together, which of them belong to each other.

    A part that says whose it is leads itself; each other one follows the leader whose name is most like its own.
    """
    leading: dict[int, list[int]] = defaultdict(list)
    following: set[tuple[int, int]] = set()
    for part, spoken in sorted({(packed >> _CLAIM + _ROW & _PARTS, packed & _CLAIMS) for packed in made.steps}):
        reader, claim, _cut = made.recognised.spoken[spoken]
        following.add((reader, part))
        if claim.order <= _LEADS and part not in leading[reader]:
            leading[reader].append(part)
    return {
        (reader, part): part if part in leading[reader] else _likest(parts, part, leading[reader])
        for reader, part in following
        if len(leading[reader]) > 1
    }


def _likest(parts: Sequence[Container], part: int, leading: Sequence[int]) -> int:
    def alike(leader: int) -> int:
        pairs = zip(parts[leader].name, parts[part].name, strict=False)
        return sum(1 for _same in takewhile(lambda pair: pair[0] == pair[1], pairs))

    return max(leading, key=alike)


def paths_of(parts: Sequence[Container]) -> Set[str]:
    """Every path of the set, for a reader that asks whether a picture is there."""

    def every() -> Iterator[str]:
        return (part.path(row) for part in parts for row in range(part.rows))

    return frozenset(every()) if sum(part.rows for part in parts) <= _FEW else Paths(every)


def _packed(order: int, part: int, row: int, spoken: int) -> int:
    order = min(max(order, 0), 255)
    return ((order << _PART | part) << _ROW | row) << _CLAIM | spoken


def _together(first: Left, second: Left) -> Left:
    for why, count in second.counts.items():
        first.counts[why] += count
        first.named.setdefault(why, []).extend(second.named.get(why, []))
    return first


def _copies(parts: Sequence[Container], steps: list[int], made: Plan, beat: Beat) -> set[int]:
    """Steps whose file is the same as another's, byte for byte; the one with the shortest path is read."""
    first: dict[int, int] = {}
    alike: dict[int, list[int]] = {}
    for packed in steps:
        part, row = packed >> _CLAIM + _ROW & _PARTS, packed >> _CLAIM & _ROWS
        length = parts[part].length(row)
        key = hash((length, parts[part].path(row).rpartition("/")[2]))
        if length and first.setdefault(key, packed) != packed:
            alike.setdefault(key, [first[key]]).append(packed)
    return {packed for several in alike.values() for packed in _second(parts, several, made, beat)}


def _second(parts: Sequence[Container], several: list[int], made: Plan, beat: Beat) -> Iterator[int]:
    steps = [_unpacked(made, packed) for packed in several]
    sums = {parts[step.part].sum(step.row) for step in steps}
    if 0 not in sums and len(sums) == len(several):
        return
    as_they_stand = sorted(zip(several, steps, strict=True), key=lambda each: each[1][:2])  # no going back in a stream
    sums_of = {packed: _digest(parts[step.part], step.row, beat) for packed, step in as_they_stand}
    seen: set[bytes] = set()
    for packed, step in sorted(as_they_stand, key=lambda each: (_depth(parts, each[1]), each[0])):
        digest = sums_of[packed]
        if digest is not None and digest in seen:
            made.left[step.part].add(Why.COPY, parts[step.part].path(step.row))
            yield packed
        elif digest is not None:
            seen.add(digest)


def _unpacked(made: Plan, packed: int) -> Step:
    return Plan(array("Q", [packed]), made.recognised, [])[0]


def _depth(parts: Sequence[Container], step: Step) -> int:
    return parts[step.part].path(step.row).count("/")


def _twice(parts: Sequence[Container], made: Plan) -> Iterator[str]:
    """Paths that stand in the set more than once with different files; all of them are read."""
    if len(made) > _MANY:
        return
    seen: dict[str, tuple[int, int]] = {}
    for place in range(len(made)):
        step = made[place]
        part, path = parts[step.part], parts[step.part].path(step.row)
        file = part.length(step.row), part.sum(step.row)
        if seen.setdefault(path, file) != file:
            yield path


def _digest(part: Container, row: int, beat: Beat) -> bytes | None:
    whole = hashlib.sha256()
    try:
        with part.open(row) as stream:
            while piece := stream.read(_STEP):
                whole.update(piece)
                beat(len(piece))
    except BrokenMember:
        return None  # told when it is read
    return whole.digest()
