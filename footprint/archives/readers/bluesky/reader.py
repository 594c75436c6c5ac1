"""Bluesky: records of the repository that are alive, by their collection."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.dates import epoch, iso
from footprint.archives.parsing.records import UNREADABLE
from footprint.archives.parsing.shapes import Tree, at, name, text, tree, trees
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.texts import clean, line, link
from footprint.archives.readers.bluesky import car
from footprint.archives.records import (
    Audience,
    Connection,
    Entry,
    Held,
    HeldKind,
    Kind,
    Media,
    Record,
    Relation,
    Trouble,
    Why,
)
from footprint.i18n import N_

_HEADER = re.compile(rb"\A[\x20-\xff][\x00-\x01]?[\xa2]eroots", re.DOTALL)
_URI = re.compile(r"at://(did:[a-z]+:[\w.:%-]{1,200})/([\w.]{1,100})/([\w.~:-]{1,100})\Z")
_DIGITS = {letter: number for number, letter in enumerate("234567abcdefghijklmnopqrstuvwxyz")}
_UNSEEN = frozenset({"app.bsky.feed.threadgate", "app.bsky.feed.postgate"})
_BUFFER = 1024 * 1024


class Bluesky:
    """Posts, likes, reposts, follows, blocks and the profile."""

    name = "bluesky"
    not_exported = (
        N_("Pictures are not in the copy, only what you wrote about them."),
        N_("Replies that others wrote to you are not in the copy."),
        N_("Messages are not in the copy."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        return Claim("repo", sure=0.95) if _HEADER.match(head) else None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        live, keys, missing = car.Index(), bytearray(), 0
        with contextlib.closing(Kept(member.open())) as kept:
            try:
                nodes = _nodes(cast(BinaryIO, io.BufferedReader(kept, _BUFFER)))
            except car.NotCar:
                kept.settle()
                yield Trouble(Why.BROKEN_FILE)
                return
            top, did = _top(nodes.commit)
            context.account = did or context.account
            for key, cid in nodes.keys(top) if top else ():
                if not key:
                    missing += 1
                    continue
                live.add(cid, len(keys))
                keys += len(key).to_bytes(2, "big") + key
            del nodes
        if not top:
            yield Trouble(Why.BROKEN_FILE, where="commit")
            return
        yield from _records(member, live, keys, missing, context)

    def pages(self) -> Mapping[str, str]:
        mine = "https://bsky.app/profile/{account}"
        return {
            Kind.POST: mine,
            Kind.REPLY: mine,
            Kind.REPOST: mine,
            Kind.REACTION: mine,
            Kind.PROFILE: mine,
        }


def _nodes(stream: BinaryIO) -> car.Nodes:
    """The tree of a file; one that breaks off keeps what came before. Raises `NotCar` when it is none at all."""
    nodes = car.Nodes(car.header(stream))
    with contextlib.suppress(car.NotCar):
        for cid, data in car.blocks(stream):
            nodes.take(cid, data)
    return nodes


def _top(commit: object) -> tuple[bytes, str]:
    """The root of the tree, and whose it is."""
    found = tree(commit)
    return car.cid_of(found.get("data")), name(found, "did")


def _records(member: Member, live: car.Index, keys: bytearray, missing: int, context: Context) -> Iterator[Record]:
    seen = broken = unseen = 0
    cut = False
    with contextlib.closing(Kept(member.open())) as kept:
        stream = cast(BinaryIO, io.BufferedReader(kept, _BUFFER))
        found = car.blocks(stream)
        done = car.Index()
        try:
            car.header(stream)
            for cid, data in found:
                places = live.find(cid)
                if not places or done.find(cid):
                    continue
                done.add(cid, 0)
                for place in places:
                    seen += 1
                    key = bytes(keys[place + 2 : place + 2 + int.from_bytes(keys[place : place + 2], "big")])
                    try:
                        made = list(_made(key.decode("utf-8", "replace"), car.loads(data), context))
                    except UNREADABLE:
                        broken += 1
                    else:
                        unseen += not made
                        yield from made
        except car.NotCar:
            cut = True
        if broken:
            yield Trouble(Why.BROKEN_ENTRY, broken)
        if unseen:
            yield Trouble(Why.NOT_NEEDED, unseen)
        missing += len(live) - seen
        if missing or cut:
            yield Trouble(Why.BROKEN_FILE, max(1, missing))
        kept.settle()


def _made(key: str, value: object, context: Context) -> Iterator[Record]:
    collection, _, rkey = key.partition("/")
    if type(value) is not dict:
        raise ValueError("no record")
    when = iso(value.get("createdAt")) or _time_of(rkey)
    account = context.account
    if collection == "app.bsky.feed.post":
        yield _post(value, rkey, when, account)
    elif collection in ("app.bsky.feed.like", "app.bsky.feed.repost"):
        kind = Kind.REACTION if collection.endswith("like") else Kind.REPOST
        address = _address(text(value, "subject", "uri"))
        yield Entry("bluesky", kind, account, key, when, audience=Audience.PUBLIC, link=address)
    elif collection in ("app.bsky.graph.follow", "app.bsky.graph.block"):
        relation = Relation.FOLLOWING if collection.endswith("follow") else Relation.BLOCKED
        did = name(value, "subject")
        if not did.startswith("did:"):
            raise ValueError("nobody")
        yield Connection("bluesky", relation, account, did, link=link(f"https://bsky.app/profile/{did}"), since=when)
    elif collection == "app.bsky.actor.profile":
        for field in ("displayName", "description"):
            if text(value, field).strip():
                page = link(f"https://bsky.app/profile/{account}")
                yield Entry(
                    "bluesky", Kind.PROFILE, account, f"profile {field}", when, text(value, field), field,
                    audience=Audience.PUBLIC, link=page,
                )  # fmt: skip
    elif collection not in _UNSEEN:
        yield Held("bluesky", HeldKind.DETAIL, account, line(collection), when)


def _post(value: Tree, rkey: str, when: int | None, account: str) -> Entry:
    parent, root = text(value, "reply", "parent", "uri"), text(value, "reply", "root", "uri")
    embed = tree(value.get("embed"))
    inner = tree(embed.get("media")) or embed
    pictures = [
        Media("", name(one, "image", "mimeType") or "image/jpeg", text(one, "alt"))
        for one in trees(inner.get("images"))
    ]
    if inner.get("$type") == "app.bsky.embed.video":
        pictures.append(Media("", "video/mp4", text(inner, "alt")))
    shared = " · ".join(
        part for part in (name(inner, "external", "title"), link(at(inner, "external", "uri")),
                          _address(text(embed, "record", "uri") or text(embed, "record", "record", "uri"))) if part
    )  # fmt: skip
    own = f"at://{account}/app.bsky.feed.post/{rkey}"
    answered = _URI.match(parent)
    return Entry(
        "bluesky", Kind.REPLY if parent else Kind.POST, account, rkey, when, clean(value.get("text")), shared,
        answered.group(1) if answered else "", Audience.PUBLIC, link=_address(own), thread=line(root) or own,
        media=tuple(pictures),
    )  # fmt: skip


def _address(uri: str) -> str:
    """The page of a post by its address in the protocol."""
    found = _URI.match(uri)
    if not found or found.group(2) != "app.bsky.feed.post":
        return ""
    return f"https://bsky.app/profile/{found.group(1)}/post/{found.group(3)}"


def _time_of(rkey: str) -> int | None:
    """A record's key counts microseconds in base 32, with ten bits of a clock's number behind them."""
    if len(rkey) != 13 or any(letter not in _DIGITS for letter in rkey):
        return None
    number = 0
    for letter in rkey:
        number = number * 32 + _DIGITS[letter]
    return epoch(number >> 10)
