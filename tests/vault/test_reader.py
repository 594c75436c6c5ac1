"""A reader of our own, with nothing but `cryptography` and the standard library: the way out should the store die.

Page layout of the cipher: content, 16 random bytes, 16 tag bytes. The one-time keys are the ChaCha20 stream under the
page key with the first 12 random bytes as nonce and the last 4, xor the page number, as counter: 32 bytes for Poly1305
over content and random bytes, then 32 for the content, at counter + 1. Page 1 keeps its first 24 bytes clear (but
under the tag), the first 16 of them a salt in place of the usual words.
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from cryptography.hazmat.primitives.poly1305 import Poly1305

from footprint import vault as v
from footprint.vault import slotfile, slots
from footprint.vault.backing import DATABASE

PAGE, EXTRA, CLEAR = 4096, 32, 24


def stream(key: bytes, counter: int, nonce: bytes, data: bytes) -> bytes:
    start = struct.pack("<I", counter & 0xFFFFFFFF) + nonce
    return Cipher(ChaCha20(key, start), mode=None).encryptor().update(data)


def read_page(page: bytes, number: int, page_key: bytes) -> bytes:
    body, random, tag = page[:-EXTRA], page[-EXTRA:-16], page[-16:]
    nonce, counter = random[:12], struct.unpack("<I", random[12:])[0] ^ number
    keys = stream(page_key, counter, nonce, bytes(64))
    clear = CLEAR if number == 1 else 0
    Poly1305.verify_tag(keys[:32], body + random, tag)
    head = b"SQLite format 3\0" + body[16:24] if number == 1 else b""
    return head + stream(keys[32:], counter + 1, nonce, body[clear:]) + bytes(EXTRA)


def read_vault(path: Path, page_key: bytes) -> bytes:
    data = path.read_bytes()
    pages = (data[at : at + PAGE] for at in range(0, len(data), PAGE))
    plain = bytearray(b"".join(read_page(page, number, page_key) for number, page in enumerate(pages, 1)))
    plain[18:20] = b"\1\1"  # no write-ahead log beside it
    return bytes(plain)


def page_key(kept: Any) -> bytes:
    return slots.enter(slotfile.candidates(kept.folder)[0], kept.code).key.page_key()


def rows_of(plain: bytes) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(plain)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return db.execute("SELECT name, value FROM vault_fact ORDER BY name").fetchall()


def test_it_reads_every_row(kept: Any) -> None:
    opened = v.unlock(kept.folder, kept.code).vault
    for number in range(100):
        v.set_fact(opened, f"test.{number}", f"value {number} " * 30)
    with opened.reading() as db:
        expected = list(db.execute("SELECT name, value FROM vault_fact ORDER BY name"))
    opened.close()
    assert rows_of(read_vault(kept.folder / DATABASE, page_key(kept))) == expected


def test_a_flipped_byte_or_another_key_makes_it_fail(kept: Any) -> None:
    path, key = kept.folder / DATABASE, page_key(kept)
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    with pytest.raises(InvalidSignature):
        read_vault(path, key)
    data[5000] ^= 1
    path.write_bytes(data)
    with pytest.raises(InvalidSignature):
        read_vault(path, bytes(32))
