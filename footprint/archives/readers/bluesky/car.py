"""A CAR file (version 1): blocks one after the other, and the search tree that says which of them are alive.

Read twice from its start, so that no block is held: first the nodes of the tree and the commit, then the records. An
index costs 16 bytes for a block, a key of the tree about 50.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

import cbor2

LARGEST = 2 * 1024 * 1024  # of one block; Bluesky refuses records above 1 MB
_NODE = (b"\xa2ae", b"\xa1ae")  # a map that begins with the key "e": what every node of the tree is
_DEEPEST = 128
_BUCKETS = 4096


class NotCar(ValueError):
    """The bytes are no CAR file, or no longer one."""


def header(stream: BinaryIO) -> bytes:
    """The id of the root. Raises `NotCar`."""
    size = _varint(stream)
    found = loads(_exactly(stream, size)) if size is not None and size < 4096 else None
    roots = found.get("roots") if isinstance(found, dict) and found.get("version") == 1 else None
    root = cid_of(roots[0]) if isinstance(roots, list) and roots else b""
    if not root:
        raise NotCar
    return root


def blocks(stream: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """(id, data) of each block up to the end. Raises `NotCar` where it breaks off."""
    while (size := _varint(stream)) is not None:
        if size > LARGEST:
            raise NotCar
        whole = _exactly(stream, size)
        length = _cid_length(whole)
        yield whole[:length], whole[length:]


def _varint(stream: BinaryIO) -> int | None:
    value = 0
    for shift in range(0, 63, 7):
        byte = stream.read(1)
        if not byte:
            if shift:
                raise NotCar
            return None
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise NotCar


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise NotCar
    return data


def _cid_length(whole: bytes) -> int:
    """Bytes of the id that a block begins with: version 1 with a 32-byte hash, or the bare hash of version 0."""
    if whole[:2] == b"\x12\x20":
        return 34
    if len(whole) >= 36 and whole[0] == 1 and whole[2] == 0x12 and whole[3] == 32:
        return 36
    raise NotCar


def loads(data: bytes) -> object:
    """One decoded block, ids as `CBORTag`. Raises `NotCar` when it is none."""
    try:
        found: object = cbor2.loads(data)
    except (cbor2.CBORError, ValueError, RecursionError, OverflowError, TypeError, EOFError) as problem:
        raise NotCar from problem
    return found


def cid_of(value: object) -> bytes:
    """The bytes of an id in a block, or nothing."""
    if isinstance(value, cbor2.CBORTag) and value.tag == 42 and isinstance(value.value, bytes):
        return value.value[1:]
    return b""


class Index:
    """Short hashes to numbers, in buckets of plain bytes: a dict of a million ids would take ten times as much."""

    def __init__(self) -> None:
        self._buckets = [bytearray() for _ in range(_BUCKETS)]
        self._many = 0

    def add(self, cid: bytes, number: int) -> None:
        short = cid[-8:]
        self._buckets[int.from_bytes(short[:2], "big") % _BUCKETS] += short + number.to_bytes(8, "big")
        self._many += 1

    def find(self, cid: bytes) -> list[int]:
        """All numbers noted for this id."""
        short = cid[-8:]
        bucket = self._buckets[int.from_bytes(short[:2], "big") % _BUCKETS]
        found, at = [], bucket.find(short)
        while at >= 0:
            if at % 16 == 0:
                found.append(int.from_bytes(bucket[at + 8 : at + 16], "big"))
            at = bucket.find(short, at + 1)
        return found

    def __len__(self) -> int:
        return self._many


class Nodes:
    """The nodes of the tree, one behind the other in one piece of memory, and the commit."""

    def __init__(self, root: bytes) -> None:
        self._root = root
        self._data = io.BytesIO()
        self._index = Index()
        self.commit: object = None

    def take(self, cid: bytes, data: bytes) -> None:
        if cid == self._root:
            self.commit = loads(data)
        elif data.startswith(_NODE):
            self._index.add(cid, self._data.tell())
            self._data.write(len(data).to_bytes(4, "big") + data)

    def _node(self, cid: bytes) -> object:
        found = self._index.find(cid)
        if not found:
            return None
        self._data.seek(found[0])
        return loads(self._data.read(int.from_bytes(self._data.read(4), "big")))

    def keys(self, top: bytes) -> Iterator[tuple[bytes, bytes]]:
        """(key, id of the record) in the order of the tree below `top`; an empty key is a node that is missing."""
        steps: list[tuple[bytes, bytes, int]] = [(b"", top, 0)]  # (key, id, depth); a key: the record, else a node
        left = len(self._index) + 1
        while steps:
            key, cid, depth = steps.pop()
            if key:
                yield key, cid
                continue
            left -= 1
            node = self._node(cid) if depth < _DEEPEST and left >= 0 else None
            if not isinstance(node, dict):
                yield b"", cid
                continue
            steps.extend(reversed(_below(node, depth + 1)))


def _below(node: dict[object, object], depth: int) -> list[tuple[bytes, bytes, int]]:
    """What a node holds, in order: the tree to its left, then each key and the tree behind it."""
    found = [(b"", cid_of(node.get("l")), depth)] if cid_of(node.get("l")) else []
    key = b""
    entries = node.get("e")
    for one in entries if isinstance(entries, list) else ():
        if not isinstance(one, dict):
            continue
        shared, rest = one.get("p"), one.get("k")
        if not isinstance(shared, int) or not isinstance(rest, bytes) or not 0 <= shared <= len(key):
            break
        key = key[:shared] + rest
        if key and len(key) < 1024 and cid_of(one.get("v")):
            found.append((key, cid_of(one.get("v")), depth))
        if cid_of(one.get("t")):
            found.append((b"", cid_of(one.get("t")), depth))
    return found
