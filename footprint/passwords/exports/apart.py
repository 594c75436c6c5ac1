"""The reading process: it gets a list and a head, and answers with fingerprints, grades and counts. No password leaves.

A fingerprint is an HMAC of the password with a key made for this one list and never kept: two logins can be compared,
and nothing else can be learned from it.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass

from footprint.passwords.details import plain, words_of
from footprint.passwords.exports.matching import Wanted, accounts_of
from footprint.passwords.exports.raw import Raw
from footprint.passwords.exports.recognise import recognise
from footprint.passwords.hashing import sha1_of
from footprint.passwords.records import Export, Grade, Judgement, Login, Sort
from footprint.passwords.strength import LONGEST, NoPassword, judge

_LENGTH = 4
_MOST_JUDGED = 2_000  # logins of the person's own accounts; beyond that no time is spent on more


@dataclass(frozen=True)
class Head:
    """What the reading process has to know of the person: which accounts, and which words a guesser would try."""

    key: bytes
    wanted: tuple[Wanted, ...]
    own: dict[str, Sort]

    def packed(self) -> bytes:
        """As it stands before the list on the pipe."""
        body = json.dumps(
            {
                "key": self.key.hex(),
                "wanted": [[list(one.sites), one.name, one.handle] for one in self.wanted],
                "own": self.own,
            }
        ).encode()
        return len(body).to_bytes(_LENGTH, "big") + body


def read_export(data: bytes) -> Export:
    """Read a `Head` and the list after it. Raises `BadExport`; all else that happens here is the file's fault."""
    head, body = _unpacked(data)
    found = recognise(body)
    logins: list[Login] = []
    others: dict[bytes, int] = {}
    total = skipped = 0
    for raw in found.raws:
        if raw is None or not raw.password:
            skipped += 1
            continue
        total += 1
        mark = hmac.digest(head.key, raw.password.encode("utf-8", "surrogatepass"), "sha256")
        accounts = accounts_of(raw, head.wanted)
        if accounts and len(logins) < _MOST_JUDGED:
            logins.append(_login(raw, accounts, mark, head))
        else:
            others[mark] = others.get(mark, 0) + 1
    return Export(found.manager, tuple(logins), others, total, skipped, found.says_two_step, found.says_dates)


def _login(raw: Raw, accounts: tuple[int, ...], mark: bytes, head: Head) -> Login:
    own = dict(head.own)
    for at in accounts:
        own |= words_of(head.wanted[at].name, Sort.NETWORK)
    username = plain(raw.username.partition("@")[0])
    if len(username) >= 3:
        own.setdefault(username, Sort.USERNAME)
    try:
        found = judge(raw.password[:LONGEST], own)
    except NoPassword:
        found = Judgement(Grade.COMMON)  # nothing but blanks
    return Login(
        accounts=accounts,
        fingerprint=mark,
        grade=found.grade,
        sorts=found.sorts,
        sha1=sha1_of(raw.password),
        changed=raw.changed.isoformat() if raw.changed else "",
        two_step=raw.two_step,
    )


def _unpacked(data: bytes) -> tuple[Head, bytes]:
    length = int.from_bytes(data[:_LENGTH], "big")
    told = json.loads(data[_LENGTH : _LENGTH + length])
    wanted = tuple(Wanted(tuple(sites), name, handle) for sites, name, handle in told["wanted"])
    own = {word: Sort(sort) for word, sort in told["own"].items()}
    return Head(bytes.fromhex(told["key"]), wanted, own), data[_LENGTH + length :]
