"""A tar, packed or not, read in place: one look through for its members, then each at its place in the stream.

`tarfile` reads the header blocks; the walk from one to the next is ours, so that long names, long lists of members
and sizes that are made up stay within limits.
"""

from __future__ import annotations

import io
import tarfile
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers import guards, unpacked
from footprint.archives.opening.containers.base import Beat, Seen, no_beat
from footprint.archives.opening.containers.guards import Left
from footprint.archives.opening.containers.kept_file import KeptFile
from footprint.archives.opening.containers.streams import MemberStream
from footprint.archives.records import Why

_BLOCK = tarfile.BLOCKSIZE
_LONGEST = 1 << 20  # bytes of a header that gives a long name
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_LINKS = (tarfile.SYMTYPE, tarfile.LNKTYPE)
_NAMES = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)


class Tarred:
    """Raises `BrokenMember` when the file is none."""

    form = "tar"

    def __init__(self, path: Path, file: KeptFile, inside: unpacked.Plain | unpacked.Packed) -> None:
        self.name = guards.shown(path.name)
        self.left = Left()
        self._file = file
        self._inside = inside
        self._names = bytearray()
        self._ends: array[int] = array("Q")
        self._places: array[int] = array("Q")
        self._lengths: array[int] = array("Q")

    @property
    def size(self) -> int:
        return self._file.size

    @property
    def rows(self) -> int:
        return len(self._ends)

    def scan(self, head: int, wanted: Callable[[str], bool], beat: Beat = no_beat) -> Iterator[Seen]:
        try:
            for path, place, length in self._walk(beat):
                self._names += path.encode("utf-8", "replace")
                self._ends.append(len(self._names))
                self._places.append(place)
                self._lengths.append(length)
                row = len(self._ends) - 1
                first = self._exactly(place, min(head, length)) if wanted(path) else b""
                yield row, path, first
        except BrokenMember as problem:
            self.left.add(problem.why, self.name)

    def _walk(self, beat: Beat) -> Iterator[tuple[str, int, int]]:
        """Path, place and length of each file. Links and what else is no file are counted in `left`."""
        place = taken = 0
        told: dict[str, str] = {}
        while len(block := self._exactly(place, _BLOCK)) == _BLOCK and block.strip(b"\0"):
            info = _header(block)
            place += _BLOCK
            if info.type in _NAMES:
                told = {**told, **self._long(info, place)} if info.type != tarfile.XGLTYPE else told
            else:
                length = _whole(told.get("size", ""), info.size)
                place = self._past_sparse(info, block, place)
                found = self._kept(info, told, length)
                if found:
                    if self.rows >= guards.MEMBERS:
                        self.left.add(Why.TOO_MANY)
                        return
                    yield found, place, length
                told = {}
                info.size = length if info.type not in (*_LINKS, tarfile.DIRTYPE) else 0
            place += -(-info.size // _BLOCK) * _BLOCK
            beat(self._inside.taken - taken)
            taken = self._inside.taken
        if len(block) < _BLOCK and self.rows and block:
            raise BrokenMember

    def _kept(self, info: tarfile.TarInfo, told: dict[str, str], length: int) -> str:
        """The label of a file that is to be listed, or nothing."""
        name = told.get("path", info.name)
        if info.type == tarfile.DIRTYPE:
            return ""
        path = guards.label(name)
        why = None
        if info.type in _LINKS:
            why = Why.LINK
        elif info.type not in _FILES or any(key.startswith("GNU.sparse") for key in told):
            why = Why.SPECIAL
        elif path is None or length < 0:
            why = Why.UNSAFE_NAME
        elif guards.is_litter(path):
            why = Why.NOT_NEEDED
        if why is not None or path is None:
            self.left.add(why or Why.UNSAFE_NAME, name)
            return ""
        return path

    def _long(self, info: tarfile.TarInfo, place: int) -> dict[str, str]:
        """What a header that goes before another says of it."""
        if not 0 <= info.size <= _LONGEST:
            raise BrokenMember
        data = self._exactly(place, info.size)
        if info.type == tarfile.GNUTYPE_LONGNAME:
            return {"path": data.rstrip(b"\0").decode("utf-8", "replace")}
        return _pax(data) if info.type != tarfile.GNUTYPE_LONGLINK else {}

    def _past_sparse(self, info: tarfile.TarInfo, block: bytes, place: int) -> int:
        more = info.type == tarfile.GNUTYPE_SPARSE and block[482]
        while more:
            further = self._exactly(place, _BLOCK)
            if len(further) < _BLOCK:
                raise BrokenMember
            place += _BLOCK
            more = further[504]
        return place

    def _exactly(self, place: int, size: int) -> bytes:
        self._inside.go(place)
        data = b""
        while len(data) < size and (piece := self._inside.read(size - len(data))):
            data += piece
        return data

    def path(self, row: int) -> str:
        start = self._ends[row - 1] if row else 0
        return self._names[start : self._ends[row]].decode()

    def length(self, row: int) -> int:
        return self._lengths[row]

    def cost(self, row: int) -> int:
        return self._lengths[row]

    def sum(self, row: int) -> int:
        return 0

    def open(self, row: int) -> io.RawIOBase:
        return MemberStream(self._pieces(row))

    def _pieces(self, row: int) -> Iterator[bytes]:
        place, end = self._places[row], self._places[row] + self._lengths[row]
        while place < end:
            self._inside.go(place)  # another member may have been read in between
            piece = self._inside.read(end - place)
            if not piece:
                raise BrokenMember
            place += len(piece)
            yield piece
        self._file.unchanged()

    def close(self) -> None:
        self._file.close()


def _header(block: bytes) -> tarfile.TarInfo:
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, OverflowError):
        raise BrokenMember from None


def _whole(word: str, otherwise: int) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 20 else otherwise


def _pax(data: bytes) -> dict[str, str]:
    """Lines of "length key=value"; those that do not add up end the reading."""
    found: dict[str, str] = {}
    at = 0
    while at < len(data):
        blank = data.find(b" ", at, at + 12)
        size = data[at:blank] if blank > 0 else b""
        if not size.isdigit() or not 4 < int(size) <= len(data) - at:
            break
        key, _equals, value = data[blank + 1 : at + int(size) - 1].partition(b"=")
        found[key.decode("utf-8", "replace")] = value.decode("utf-8", "replace")
        at += int(size)
    return found
