"""Which network each member is from, by what its readers say of path and first bytes; unknown stays unknown."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from footprint.archives.contract import HEAD, Claim, Reader
from footprint.archives.opening.containers.base import Beat, Container, no_beat
from footprint.archives.opening.containers.guards import Left
from footprint.archives.opening.naming import ending, is_media, is_packed, without_wrappers
from footprint.archives.records import Why

SURE = 0.6  # one claim like this is enough for a network
TOGETHER = 1.2  # or as much from several
_SAME_ROLE = 5  # members with one role that count towards a network: 100,000 sidecars are not 100,000 reasons
_TOLD = 50
_SAMPLE = 100  # first bytes looked at for each folder and ending when only a quick look is wanted
_NONE = 0
CLAIMS = (1 << 20) - 2  # different claims; readers make some hundreds


class Spoken(NamedTuple):
    """What a reader says of a member, `cut` wrapping folders taken off its path."""

    reader: int
    claim: Claim
    cut: int = 0


@dataclass
class Recognised:
    """`told[part][row]` is the number of a `Spoken` in `spoken`; 0 stands for nobody."""

    spoken: list[Spoken] = field(default_factory=lambda: [Spoken(-1, Claim(""))])
    told: list[array[int]] = field(default_factory=list)
    scores: dict[int, float] = field(
        default_factory=lambda: defaultdict(float)
    )  # reader -> how much speaks for it in the whole set
    networks: set[int] = field(default_factory=set)  # readers whose network the set has
    unknown: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)  # for each part, what nobody reads

    def share(self, reader: int) -> float:
        every = sum(self.scores[each] for each in self.networks)
        return self.scores[reader] / every if every else 0.0


def recognise(
    parts: Sequence[Container],
    readers: Sequence[Reader],
    *,
    quick: bool = False,
    beat: Beat = no_beat,
    began: Callable[[int], None] = no_beat,
) -> Recognised:
    """Look at every member of every part once. `quick` looks at some only where many are alike.

    `began` is told the number of each part before it is looked at.
    """
    asking = _Asking(readers, quick)
    found = asking.found
    for number, part in enumerate(parts):
        began(number)
        asking.part(part, beat)
    for reader, best in asking.best.items():
        if best >= SURE or found.scores[reader] >= TOGETHER:
            found.networks.add(reader)
    asking.settle(parts)
    return found


class _Asking:
    def __init__(self, readers: Sequence[Reader], quick: bool) -> None:
        self.found = Recognised()
        self.best: dict[int, float] = defaultdict(float)
        self._readers = readers
        self._quick = quick
        self._numbers: dict[Spoken, int] = {}
        self._several: dict[tuple[int, int], list[int]] = {}  # part and row -> claims of more than one reader
        self._local: list[dict[int, float]] = []
        self._roles: Counter[tuple[int, str]] = Counter()
        self._alike: dict[tuple[str, str], list[int]] = {}  # folder and ending -> how many were seen, and what was said

    def part(self, part: Container, beat: Beat) -> None:
        told: array[int] = array("I")
        left = Left()
        number = len(self.found.told)
        self.found.told.append(told)
        self.found.left.append(left)
        self._local.append(defaultdict(float))
        media = 0
        for row, path, head in part.scan(HEAD, self._wanted, beat):
            if row > len(told):
                told.extend([_NONE] * (row - len(told)))  # rows the container left out
            if not head and is_media(path):
                media += 1
                told.append(_NONE)
            else:
                told.append(self._ask(number, row, path, head, part.length(row)))
        if media:
            left.add(Why.MEDIA, count=media)

    def _wanted(self, path: str) -> bool:
        if is_media(path):
            return False
        if not self._quick:
            return True
        alike = self._alike.get(_group(path))
        return alike is None or alike[0] < _SAMPLE

    def _ask(self, part: int, row: int, path: str, head: bytes, length: int) -> int:
        if not length:
            self._nobody(part, path, b"", 0)
            return _NONE
        alike = self._alike.setdefault(_group(path), [0, _NONE]) if self._quick else [0, _NONE]
        if not head and length and alike[0] >= _SAMPLE:
            return alike[1]
        numbers = self._claims(path, head)
        for number in numbers:
            self._score(part, number)
        if len(numbers) > 1:
            self._several[part, row] = numbers
        alike[0] += 1
        alike[1] = numbers[0] if numbers else _NONE
        if not numbers:
            self._nobody(part, path, head, length)
        return alike[1]

    def _claims(self, path: str, head: bytes) -> list[int]:
        """What the readers say of a member, the surest first; wrapping folders are taken off until one knows it."""
        for cut, shorter in enumerate(without_wrappers(path)):
            said = [
                Spoken(reader, claim, cut)
                for reader, each in enumerate(self._readers)
                if (claim := asked(each, shorter, head)) is not None
            ]
            if said:
                said.sort(key=lambda spoken: -spoken.claim.sure)
                return [self._number(spoken) for spoken in said]
        return []

    def _number(self, spoken: Spoken) -> int:
        if spoken not in self._numbers and len(self._numbers) < CLAIMS:
            self._numbers[spoken] = len(self.found.spoken)
            self.found.spoken.append(spoken)
        return self._numbers.get(spoken, _NONE)

    def _score(self, part: int, number: int) -> None:
        reader, claim, _cut = self.found.spoken[number]
        self.best[reader] = max(self.best[reader], claim.sure)
        self._roles[reader, claim.role] += 1
        if self._roles[reader, claim.role] <= _SAME_ROLE:
            self.found.scores[reader] += claim.sure
            self._local[part][reader] += claim.sure

    def _nobody(self, part: int, path: str, head: bytes, length: int) -> None:
        why = Why.UNKNOWN_FILE
        if not length:
            why = Why.EMPTY
        elif is_packed(path):
            why = Why.NESTED
        elif len(self.found.unknown) < _TOLD:
            self.found.unknown.append(path)
        self.found.left[part].add(why, path)

    def settle(self, parts: Sequence[Container]) -> None:
        """Members that several claim go to the surest whose network is there; then to the one the part speaks for."""
        found = self.found
        for (part, row), numbers in self._several.items():
            there = [number for number in numbers if found.spoken[number].reader in found.networks]
            if there:
                found.told[part][row] = max(there, key=lambda number: self._weight(part, number))
        for part, told in enumerate(found.told):
            for row, number in enumerate(told):
                if number and found.spoken[number].reader not in found.networks:
                    told[row] = _NONE
                    self._nobody(part, parts[part].path(row), b"", parts[part].length(row))

    def _weight(self, part: int, number: int) -> tuple[float, float, float]:
        reader, claim, _cut = self.found.spoken[number]
        return claim.sure, self._local[part][reader], self.found.scores[reader]


def asked(reader: Reader, path: str, head: bytes) -> Claim | None:
    """A reader that stumbles over the first bytes of a file does not know it."""
    try:
        return reader.claim(path, head)
    except (ValueError, LookupError, TypeError, RecursionError, ArithmeticError):
        return None


def _group(path: str) -> tuple[str, str]:
    return path.rpartition("/")[0], ending(path)
