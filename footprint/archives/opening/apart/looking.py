"""What is in a set, told before anything is imported: kinds, members, and about how many records."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO, cast

from footprint.archives.contract import Context, Reader
from footprint.archives.opening.batches import Estimate, Inside, Network, Part
from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers.base import Beat
from footprint.archives.opening.opened import Opened
from footprint.archives.opening.planning import Plan, Step, plan
from footprint.archives.opening.recognise import Recognised
from footprint.archives.records import Trouble, Why

_SAMPLE = 96 << 10  # bytes of a member that are read to see how long its records are
_SAMPLES = 2  # members of one role that are read from
_RECORDS = 3000


def inside(opened: Opened, readers: Sequence[Reader], found: Recognised, beat: Beat) -> Inside:
    steps = plan(opened.parts, readers, found, copies=False, beat=beat)
    parts = [
        Part(part.name, part.form, part.size, part.rows, tuple(steps.troubles(number)))
        for number, part in enumerate(opened.parts)
    ]
    parts += [Part(name, "", 0, 0, (trouble,)) for name, trouble in opened.refused]
    left: Counter[Why] = Counter()
    for each in steps.left:
        left.update(each.counts)
    return Inside(
        tuple(parts),
        _networks(readers, found, steps),
        _estimates(opened, readers, steps, beat),
        tuple(sorted(left.items())),
        tuple(found.unknown),
        tuple(steps.ambiguous),
        sum(part.rows for part in opened.parts),
        sum(part.size for part in opened.parts),
        steps.total,
    )


def _networks(readers: Sequence[Reader], found: Recognised, steps: Plan) -> tuple[Network, ...]:
    members: Counter[int] = Counter(steps[place].reader for place in range(len(steps)))
    named = sorted(found.networks, key=lambda reader: -found.share(reader))
    return tuple(
        Network(readers[each].name, round(found.share(each), 3), members[each], tuple(readers[each].not_exported))
        for each in named
    )


@dataclass
class _Group:
    """Members of one network and role."""

    members: int = 0
    size: int = 0
    bytes_read: int = 0
    records: int = 0
    samples: list[Step] = field(default_factory=list)


def _estimates(opened: Opened, readers: Sequence[Reader], steps: Plan, beat: Beat) -> tuple[Estimate, ...]:
    groups: dict[tuple[int, str], _Group] = defaultdict(_Group)
    for place in range(len(steps)):
        step = steps[place]
        group = groups[step.reader, step.claim.role]
        group.members += 1
        group.size += opened.parts[step.part].length(step.row)
        if len(group.samples) < _SAMPLES:
            group.samples.append(step)
    told = []
    for (reader, role), group in groups.items():
        for step in group.samples:
            _sample(opened, readers[reader], step, group)
            beat(_SAMPLE)
        about = round(group.records * max(1.0, group.size / group.bytes_read)) if group.bytes_read else None
        told.append(Estimate(readers[reader].name, role, group.members, group.size, about or None))
    return tuple(sorted(told, key=lambda each: (each.network, -(each.about or 0), each.role)))


def _sample(opened: Opened, reader: Reader, step: Step, group: _Group) -> None:
    """Count the records in the first bytes of a member. What breaks at their end is no trouble."""
    part = opened.parts[step.part]
    member = _Start(part.path(step.row), part.length(step.row), _first(opened, step))
    try:
        for record in islice(reader.read(member, step.claim.role, Context()), _RECORDS):
            group.records += not isinstance(record, Trouble)
    except Exception:  # noqa: BLE001  # a guess about a file that breaks its reader is no guess; reading it tells why
        return
    group.bytes_read += min(member.given, _SAMPLE)


def _first(opened: Opened, step: Step) -> bytes:
    data = b""
    try:
        with opened.parts[step.part].open(step.row) as stream:
            while len(data) < _SAMPLE and (piece := stream.read(_SAMPLE - len(data))):
                data += piece
    except BrokenMember:
        return data
    return data


class _Start:
    """The first bytes of a member, as if they were all of it."""

    def __init__(self, path: str, size: int, data: bytes) -> None:
        self.path = path
        self.size = size
        self._data = data
        self.given = max(1, len(data))

    def open(self) -> BinaryIO:
        return cast(BinaryIO, io.BytesIO(self._data))
