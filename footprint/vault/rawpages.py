"""The pages of the encrypted file as they lie on disk, in clear: to look whether something is really gone.

Written apart from the database library, which would never show what stands in a page that is no longer in use. Page
layout: `vault-design` 2.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from footprint.vault.disk import disk_problems

_PAGE, _EXTRA, _CLEAR = 4096, 32, 24
_TOGETHER = 512  # pages searched at a time


def pages(path: Path, page_key: bytes) -> Iterator[bytes]:
    """Every page of a closed or settled file, free ones as well, without the 32 bytes that prove it."""
    with disk_problems(), path.open("rb") as file:
        number = 0
        while page := file.read(_PAGE):
            number += 1
            yield _clear(page, number, page_key)


def found_in(
    path: Path, page_key: bytes, wanted: Iterable[bytes], look: Callable[[], object] = lambda: None
) -> frozenset[bytes]:
    """Which of `wanted` stand somewhere in the file, in any page. One that runs from a page to the next is not seen.

    `look` is called now and then; what it raises ends the search.
    """
    left, found, some = set(wanted), set[bytes](), list[bytes]()
    for page in pages(path, page_key):
        some.append(page)
        if len(some) == _TOGETHER:
            look()
            found |= _search(b"\0".join(some), left)
            left -= found
            some.clear()
    return frozenset(found | _search(b"\0".join(some), left))


def _search(text: bytes, wanted: set[bytes]) -> set[bytes]:
    return {one for one in wanted if one in text}


def _clear(page: bytes, number: int, key: bytes) -> bytes:
    content, random = page[:-_EXTRA], page[-_EXTRA:-16]
    counter = struct.unpack("<I", random[12:])[0] ^ number
    page_key = _stream(key, counter, random[:12], bytes(64))[32:]  # the first half is the key of the proof
    return _stream(page_key, counter + 1, random[:12], content[_CLEAR if number == 1 else 0 :])


def _stream(key: bytes, counter: int, nonce: bytes, data: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20

    start = struct.pack("<I", counter & 0xFFFFFFFF) + nonce
    return Cipher(ChaCha20(key, start), mode=None).encryptor().update(data)
