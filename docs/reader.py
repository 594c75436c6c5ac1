#!/usr/bin/env python3
"""Read a Footprint vault, or a backup of one, without Footprint.

    python reader.py FOLDER_OR_BACKUP --out plain.db

asks for the passphrase or the recovery code and writes everything into a plain SQLite database, which any program for
such files can show. It needs Python 3.11 or newer and the package `cryptography` (44 or newer), nothing else, and it
changes nothing in the vault. It is written apart from Footprint on purpose, from the description of the files in
`reading-without-footprint.md`: nobody's notes depend on one program.

Ends with 0 when all was read, 1 when the secret or the files are wrong, 2 for a wrong use.
"""

from __future__ import annotations

import argparse
import base64
import getpass
import hashlib
import hmac
import json
import os
import sqlite3
import struct
import sys
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.poly1305 import Poly1305

BACKUP = b"Footprint backup 1\n"
PAGE, EXTRA, CLEAR = 4096, 32, 24
WAL_HEAD, FRAME_HEAD = 32, 24
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class CannotRead(Exception):
    """What is wrong, in words."""


# -- the ways in -----------------------------------------------------------------------------------


def read_slots(data: bytes) -> dict[str, Any]:
    """The slot file: one line of JSON, then the first 16 hex digits of its SHA-256."""
    body, _newline, rest = data.partition(b"\n")
    if rest.strip() != hashlib.sha256(body).hexdigest()[:16].encode():
        raise CannotRead("The file with the ways in (vault.keys) is damaged. Try vault.keys.bak, or a backup.")
    found: dict[str, Any] = json.loads(body)
    return found


def data_key(found: dict[str, Any], secret: str) -> bytes:
    """The key all others come from: unwrapped from the first slot that `secret` fits, then checked against the seal."""
    code = code_letters(secret)
    for slot in found["slots"]:
        if slot["way"] == "passphrase":
            key = stretched(secret, slot)
        elif slot["way"] == "code" and code:
            key = derive(code.encode(), b"vault recovery slot 1", base64.b64decode(slot["salt"]))
        else:
            continue  # another kind of slot, such as one that needs the computer's own keyring
        bound = {"format": 1, "vault": found["vault"], "slot": {**slot, "nonce": "", "box": ""}}
        try:
            opened = AESGCM(key).decrypt(
                base64.b64decode(slot["nonce"]), base64.b64decode(slot["box"]), one_line(bound)
            )
        except InvalidTag:
            continue
        sealed = one_line({**found, "seal": ""}, sort=False)
        seal = hmac.digest(derive(opened, b"vault header mac 1"), sealed, "sha256")
        if not hmac.compare_digest(seal, base64.b64decode(found["seal"])):
            raise CannotRead("Somebody changed the file with the ways in (vault.keys). Use a backup.")
        return opened
    raise CannotRead("That does not open it. Try the other secret: the passphrase or the recovery code.")


def stretched(phrase: str, slot: dict[str, Any]) -> bytes:
    """The key of a passphrase: Argon2id with the numbers of its slot."""
    text = unicodedata.normalize("NFKC", phrase.rstrip("\r\n")).encode("utf-8", "surrogatepass")
    salt, passes, lanes, memory = base64.b64decode(slot["salt"]), slot["passes"], slot["lanes"], slot["memory"]
    if not (passes <= 64 and lanes <= 16 and memory <= 1024 * 1024):
        raise CannotRead("The numbers in the file with the ways in (vault.keys) cannot be right.")
    return Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory).derive(text)


def code_letters(text: str) -> str:
    """The 26 letters of a recovery code (each of its four groups ends with one more, a check); "" for anything else."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKC", text).upper() if letter.isalnum())
    plain = plain.replace("O", "0").replace("I", "1").replace("L", "1")
    if len(plain) != 30 or any(letter not in LETTERS for letter in plain):
        return ""
    return plain[0:6] + plain[7:14] + plain[15:21] + plain[22:29]


def derive(secret: bytes, info: bytes, salt: bytes | None = None) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(secret)


def one_line(value: Any, *, sort: bool = True) -> bytes:
    """JSON without blanks, its keys sorted or in the order they were read."""
    return json.dumps(value, sort_keys=sort, separators=(",", ":"), ensure_ascii=False).encode()


# -- the pages -------------------------------------------------------------------------------------


def open_page(page: bytes, number: int, key: bytes) -> bytes:
    """One page in clear; `InvalidSignature` when a single bit of it is not as it was written.

    A page is content, 16 random bytes and a tag of 16 bytes. The first 12 random bytes are the nonce, the last 4, xor
    the page's number, the counter of a ChaCha20 stream under the key of all pages. Its first 32 bytes are the key of
    the tag (Poly1305 over content and random bytes), the next 32 the key of the content, at the counter plus 1. Page 1
    keeps its first 24 bytes clear, the first 16 of them random instead of the usual words.
    """
    if len(page) != PAGE:
        raise InvalidSignature
    content, random, tag = page[:-EXTRA], page[-EXTRA:-16], page[-16:]
    nonce, counter = random[:12], struct.unpack("<I", random[12:])[0] ^ number
    keys = chacha(key, counter, nonce, bytes(64))
    Poly1305.verify_tag(keys[:32], content + random, tag)
    clear = CLEAR if number == 1 else 0
    head = b"SQLite format 3\0" + content[16:24] if number == 1 else b""
    return head + chacha(keys[32:], counter + 1, nonce, content[clear:]) + bytes(EXTRA)


def chacha(key: bytes, counter: int, nonce: bytes, data: bytes) -> bytes:
    start = struct.pack("<I", counter & 0xFFFFFFFF) + nonce
    return Cipher(ChaCha20(key, start), mode=None).encryptor().update(data)


def read_log(log: bytes, key: bytes) -> tuple[dict[int, bytes], int]:
    """Pages of whole transactions in the write-ahead log that are not in the database yet, and its size in pages.

    Like every reader of such a log it stops at the first frame that does not belong to the log or is damaged.
    """
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    size = 0
    order, salts = ("<" if log[:4] == b"\x37\x7f\x06\x82" else ">"), log[16:24]
    sums = struct.unpack(">II", log[24:WAL_HEAD]) if len(log) >= WAL_HEAD else (0, 0)
    for at in range(WAL_HEAD, len(log) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        number, committed = struct.unpack(">II", log[at : at + 8])
        page = log[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]
        sums = checksum(log[at : at + 8] + page, sums, order)
        if log[at + 8 : at + 16] != salts or struct.unpack(">II", log[at + 16 : at + 24]) != sums:
            break
        try:
            waiting[number] = open_page(page, number, key)
        except InvalidSignature:
            break
        if committed:
            pages.update(waiting)
            waiting.clear()
            size = committed
    return pages, size


def checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """The running checksum of the log, over numbers of 4 bytes."""
    first, second = sums
    numbers = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(numbers[::2], numbers[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second


def read_database(data: bytes, log: bytes, key: bytes) -> bytes:
    """The whole database in clear. Raises `CannotRead` at the first page that is not as it was written."""
    newer, size = read_log(log, key)
    count = size or len(data) // PAGE
    if not count or (not size and len(data) % PAGE):
        raise CannotRead("The database (vault.db) is empty or cut off. Use a backup.")
    plain = bytearray()
    for number in range(1, count + 1):
        try:
            plain += newer.get(number) or open_page(data[(number - 1) * PAGE : number * PAGE], number, key)
        except InvalidSignature:
            raise CannotRead(f"Page {number} of {count} is damaged. Use a backup.") from None
    plain[18:20] = b"\1\1"  # no log beside the plain file
    return bytes(plain)


# -- the whole -------------------------------------------------------------------------------------


def parts(source: Path) -> tuple[list[bytes], bytes, bytes]:
    """The slot files (best first), the database and its log, from a vault's folder or a backup file."""
    if source.is_dir():
        found = [source / name for name in ("vault.keys", "vault.keys.bak") if (source / name).is_file()]
        database, log = source / "vault.db", source / "vault.db-wal"
        if not found or not database.is_file():
            raise CannotRead("There is no vault in this folder: it needs vault.db and vault.keys.")
        return [one.read_bytes() for one in found], database.read_bytes(), log.read_bytes() if log.is_file() else b""
    data = source.read_bytes()
    if not data.startswith(BACKUP):
        raise CannotRead("This file is no backup of Footprint.")
    start = len(BACKUP) + 4
    end = start + int.from_bytes(data[start - 4 : start], "big")
    return [data[start:end]], data[end:], b""


def read(source: Path, secret: str) -> bytes:
    """A vault or a backup as a plain SQLite database."""
    slot_files, database, log = parts(source)
    problem = CannotRead("The file with the ways in (vault.keys) is damaged.")
    for data in slot_files:
        try:
            key = data_key(read_slots(data), secret)
        except (CannotRead, ValueError, KeyError, TypeError) as found:
            problem = found if isinstance(found, CannotRead) else problem
            continue
        return read_database(database, log, derive(key, b"vault page key 1"))
    raise problem


def contents(path: Path) -> list[tuple[str, int]]:
    """Every table and how many rows it has; raises `CannotRead` when the parts do not fit together."""
    with closing(sqlite3.connect(path)) as db:
        if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise CannotRead("The parts of the database do not fit together.")
        names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        return [(name, db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Read a Footprint vault or backup without Footprint.")
    parser.add_argument("source", type=Path, help="the folder with vault.db and vault.keys, or a .footprint backup")
    parser.add_argument("--out", type=Path, required=True, help="the plain database to write; it must not be there yet")
    asked = parser.parse_args(arguments)
    try:
        secret = getpass.getpass("Passphrase or recovery code: ") if sys.stdin.isatty() else sys.stdin.readline()
        plain = read(asked.source, secret.rstrip("\r\n"))
        with os.fdopen(
            os.open(asked.out, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600), "wb"
        ) as out:
            out.write(plain)
        for name, count in contents(asked.out):
            sys.stdout.write(f"{count:>8}  {name}\n")
    except (CannotRead, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    sys.stdout.write(f"Everything is in {asked.out}. Nothing in that file is encrypted: keep it safe.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
