"""Invented repositories of Bluesky: one with blocks that are no longer alive, and one that lacks some."""

from __future__ import annotations

import hashlib
from typing import Any

import cbor2

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, Form, chance

VARIANTS = ("now", "slice")
DID = "did:plc:morwenna7example2345abcd"
_OTHER = "did:plc:zoeqexample2345abcdefgh"
_LETTERS = "234567abcdefghijklmnopqrstuvwxyz"


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive("bluesky", variant, Form.FILE, account=DID)
    luck = chance(seed, "bluesky", variant)
    records = dict(_records(made, life.posts(luck, 30)))
    blocks: dict[bytes, bytes] = {}
    keys = sorted((key, _block(blocks, value)) for key, value in records.items())
    top = _tree(blocks, [(key.encode(), cid) for key, cid in keys])
    commit = {
        "did": DID,
        "version": 3,
        "data": _link(top),
        "rev": _tid(1_760_000_000),
        "prev": None,
        "sig": b"\x01" * 64,
    }
    root = _block(blocks, commit)
    stale: dict[bytes, bytes] = {}
    for number, said in enumerate(life.posts(luck, 5)):
        _block(stale, {"$type": "app.bsky.feed.post", "text": f"Deleted {number}", "createdAt": _when(said)})
    if variant == "slice":
        gone = [cid for key, cid in keys if key.startswith("app.bsky.feed.like/")][:3]
        for cid in gone:
            del blocks[cid]
        made.expected[f"entry:{Kind.REACTION.value}"] -= 3
        made.expect(Why.BROKEN_FILE, 3)
    order = [*stale.items(), *blocks.items()]
    luck.shuffle(order)
    again = [one for one in order if one[0] == keys[0][1]]  # a block that comes twice
    head = cbor2.dumps({"version": 1, "roots": [_link(root)]}, canonical=True)
    made.add(
        "repo.car", _varint(len(head)) + head + b"".join(_varint(len(c) + len(d)) + c + d for c, d in order + again)
    )
    return made


def _records(made: DemoArchive, posts: list[life.Said]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    profile = {"$type": "app.bsky.actor.profile", "displayName": life.NAME, "description": "Care, choir, beans"}
    found.append(("app.bsky.actor.profile/self", profile))
    made.expect(Kind.PROFILE, 2)
    for number, said in enumerate(posts):
        post: dict[str, Any] = {
            "$type": "app.bsky.feed.post",
            "text": said.text,
            "createdAt": _when(said),
            "langs": ["en"],
        }
        rkey = _tid(said.seconds)
        if number % 5 == 2:
            parent = {"uri": f"at://{_OTHER}/app.bsky.feed.post/{_tid(said.seconds - 60)}", "cid": "x"}
            post["reply"] = {"root": parent, "parent": parent}
        elif number % 5 == 3:
            blob = {"$type": "blob", "ref": _link(_cid(b"picture")), "mimeType": "image/jpeg", "size": 5}
            post["embed"] = {"$type": "app.bsky.embed.images", "images": [{"alt": "Leeks", "image": blob}]}
        elif number % 5 == 4:
            outside = {"uri": "https://allotments.example", "title": "Beans", "description": ""}
            post["embed"] = {"$type": "app.bsky.embed.external", "external": outside}
        found.append((f"app.bsky.feed.post/{rkey}", post))
        made.expect(Kind.REPLY if number % 5 == 2 else Kind.POST)
    for number in range(8):
        subject = {"uri": f"at://{_OTHER}/app.bsky.feed.post/{_tid(1_700_000_000 + number)}", "cid": "x"}
        when = {"createdAt": f"2024-05-0{number + 1}T10:00:00.123456789Z", "subject": subject}
        found.append((f"app.bsky.feed.like/{_tid(1_710_000_000 + number)}", {"$type": "app.bsky.feed.like"} | when))
        made.expect(Kind.REACTION)
    subject = {"uri": f"at://{_OTHER}/app.bsky.feed.post/{_tid(1_700_000_100)}", "cid": "x"}
    found.append(
        (f"app.bsky.feed.repost/{_tid(1_710_000_100)}", {"subject": subject, "createdAt": "0001-01-01T00:00:00Z"})
    )
    made.expect(Kind.REPOST)
    for kind, relation, many in (("follow", Relation.FOLLOWING, 5), ("block", Relation.BLOCKED, 1)):
        for number in range(many):
            person = {
                "$type": f"app.bsky.graph.{kind}",
                "subject": f"{_OTHER}{number}",
                "createdAt": "2024-05-05T10:00:00Z",
            }
            found.append((f"app.bsky.graph.{kind}/{_tid(1_720_000_000 + number)}", person))
        made.expect(relation, many)
    found.append((f"app.bsky.graph.list/{_tid(1_730_000_000)}", {"name": "Choir", "createdAt": "2024-05-05T10:00:00Z"}))
    made.expect(HeldKind.DETAIL)
    found.append((f"app.bsky.feed.threadgate/{_tid(1_730_000_001)}", {"createdAt": "2024-05-05T10:00:00Z"}))
    made.expect(Why.NOT_NEEDED)
    return found


def _when(said: life.Said) -> str:
    return f"{said.at:%Y-%m-%dT%H:%M:%S}.000+00:00"


def _tid(seconds: int) -> str:
    number = (seconds * 1_000_000) << 10
    return "".join(_LETTERS[number >> shift & 31] for shift in range(60, -1, -5))


def _cid(data: bytes) -> bytes:
    return b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()


def _link(cid: bytes) -> cbor2.CBORTag:
    return cbor2.CBORTag(42, b"\x00" + cid)


def _block(blocks: dict[bytes, bytes], value: object) -> bytes:
    data = cbor2.dumps(value, canonical=True)
    cid = _cid(data)
    blocks[cid] = data
    return cid


def _varint(number: int) -> bytes:
    found = bytearray()
    while number >= 0x80:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])


def _layer(key: bytes) -> int:
    """How high in the tree a key stands: pairs of zero bits its hash begins with."""
    bits = f"{int.from_bytes(hashlib.sha256(key).digest(), 'big'):0256b}"
    return (len(bits) - len(bits.lstrip("0"))) // 2


def _tree(blocks: dict[bytes, bytes], keys: list[tuple[bytes, bytes]]) -> bytes:
    """The node over `keys`, and all below it."""
    top = max((_layer(key) for key, _cid in keys), default=0)
    left: list[tuple[bytes, bytes]] = []
    entries: list[dict[str, Any]] = []
    first: Any = None
    before = b""
    for key, cid in [*keys, (b"", b"")]:
        if key and _layer(key) < top:
            left.append((key, cid))
            continue
        below = _link(_tree(blocks, left)) if left else None
        if entries:
            entries[-1]["t"] = below
        else:
            first = below
        left = []
        if key:
            shared = next(
                (n for n, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), min(len(before), len(key))
            )
            entries.append({"p": shared, "k": key[shared:], "v": _link(cid), "t": None})
            before = key
    return _block(blocks, {"l": first, "e": entries})
