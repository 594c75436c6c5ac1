"""Instagram's export as pages, with the same names as the JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.labels import COMMENT, OWNER, USERNAME
from footprint.archives.parsing.meta_pages import Block, blocks
from footprint.archives.parsing.texts import clean, line
from footprint.archives.records import (
    Audience,
    Connection,
    Entry,
    Held,
    HeldKind,
    Kind,
    Record,
    Relation,
    State,
    Trouble,
    Why,
)

_TABLE: tuple[tuple[str, Kind | Relation | HeldKind], ...] = (
    ("following_hashtags", HeldKind.INTEREST), ("close_friends", Relation.FRIEND), ("unfollowed", Relation.REMOVED),
    ("requests_you_ve_received", Relation.ASKED_ME), ("received", Relation.ASKED_ME),
    ("follow_requests", Relation.ASKED_BY_ME), ("blocked", Relation.BLOCKED), ("restricted", Relation.BLOCKED),
    ("followers", Relation.FOLLOWER), ("following", Relation.FOLLOWING), ("liked", Kind.REACTION),
    ("likes", Kind.REACTION), ("polls", Kind.REACTION), ("quizzes", Kind.REACTION), ("questions", Kind.REACTION),
    ("emoji_sliders", Kind.REACTION), ("saved", Kind.SAVE), ("comments", Kind.COMMENT), ("archived_posts", Kind.POST),
    ("viewed", HeldKind.VIEW), ("watched", HeldKind.VIEW), ("seen", HeldKind.VIEW), ("searches", HeldKind.SEARCH),
    ("synced_contacts", HeldKind.ADDRESS_BOOK), ("login", HeldKind.LOGIN), ("logout", HeldKind.LOGIN),
    ("devices", HeldKind.DEVICE), ("topics", HeldKind.INTEREST), ("advertisers", HeldKind.ADVERTISER),
    ("stories", Kind.STORY), ("reels", Kind.VIDEO), ("igtv", Kind.VIDEO), ("profile_photos", Kind.PHOTO),
    ("posts", Kind.POST), ("personal_information", Kind.PROFILE),
)  # fmt: skip
_NO_WORDS = frozenset({HeldKind.ADDRESS_BOOK, HeldKind.VIEW})
_CHAT = re.compile(r"(?:\A|/)(?:inbox|message_requests|broadcast)/")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


def role_of(path: str, file: str) -> str:
    """What a page of this name holds: "chat", "threads", or the value of a kind, a relation or a thing held."""
    if _CHAT.search(path) or file == "message":
        return "chat"
    if file.startswith("threads_and_replies"):
        return "threads"
    return next((kind.value for part, kind in _TABLE if part in file), "")


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    """One page; unreadable blocks are counted."""
    if role == "chat" and not context.messages:
        many = sum(1 for one in blocks(member) if one.texts)
        if many:
            yield Trouble(Why.OTHERS_WORDS, many)
        return
    broken = 0
    for one in blocks(member):
        found = list(_records(one, role, member, context))
        broken += not found and bool(one.texts or one.labels)
        yield from found
    if broken:
        yield Trouble(Why.BROKEN_ENTRY, broken)


def _records(one: Block, role: str, member: Member, context: Context) -> Iterator[Record]:
    if role == "chat":
        yield from _message(one, member, context)
        return
    when = one.taken()
    at = when.at if when else None
    if role in set(Relation):
        handle = line(next((words for _address, words in one.links if words), "")) or one.heading
        if handle:
            address = one.address or f"https://www.instagram.com/{handle}/"
            yield Connection("instagram", Relation(role), context.account, handle=handle, link=address, since=at)
    elif role in set(HeldKind):
        yield Held("instagram", HeldKind(role), context.account, _told(one, HeldKind(role)), at)
    elif role == Kind.PROFILE:
        yield from _profile(one, context)
    else:
        yield from _entry(one, role, at, bool(when and when.local), member, context)


def _told(one: Block, kind: HeldKind) -> str:
    if kind in _NO_WORDS:
        return ""
    said = [*(value for value in one.labels.values() if value), *one.texts, one.heading]
    if kind is HeldKind.LOGIN:
        return next((part for part in said if _IP.fullmatch(part)), "")
    return line(next((part for part in said if part), ""))[:300]


def _named(one: Block, labels: frozenset[str]) -> str:
    return next((value for label, value in one.labels.items() if label.casefold() in labels), "")


def _profile(one: Block, context: Context) -> Iterator[Record]:
    handle = line(_named(one, USERNAME))
    if handle:
        context.account = handle
    for label, value in one.labels.items():
        if value and "1919-01-01" not in value:
            yield Entry(
                "instagram", Kind.PROFILE, context.account, f"profile {label}"[:200], text=clean(value), title=label
            )


def _entry(one: Block, role: str, at: int | None, local: bool, member: Member, context: Context) -> Iterator[Record]:
    network = "threads" if role == "threads" else "instagram"
    kind = Kind.POST if role == "threads" else Kind(role)
    said, where = one.words or one.heading, ""
    if kind is Kind.COMMENT:
        where = line(_named(one, OWNER)) or one.heading
        others = [value for label, value in one.labels.items() if label.casefold() not in OWNER and value]
        said = _named(one, COMMENT) or max(others, key=len, default="") or one.words
    elif kind in (Kind.REACTION, Kind.SAVE):
        where, said = one.heading or line(next(iter(one.labels.values()), "")), ""
    if not (said or where or one.files or at or one.address):
        return
    address = one.address if "instagram.com/" in one.address and kind in (Kind.REACTION, Kind.SAVE) else ""
    empty = kind is Kind.COMMENT and not said
    yield Entry(
        network, kind, context.account, at=at, text=clean(said), where=where, link=address, local=local,
        state=State.NO_TEXT if empty else State.LIVE, media=one.media(member, context),
    )  # fmt: skip


def _message(one: Block, member: Member, context: Context) -> Iterator[Record]:
    when = one.taken()
    sender, said = one.heading, clean("\n".join(one.texts))
    if not sender or not (said or one.files):
        return
    mine = sender in (context.me, context.facts.get("name"))
    thread = member.path.rsplit("/", 2)[-2] if member.path.count("/") else ""
    yield Entry(
        "instagram", Kind.MESSAGE, context.account, at=when.at if when else None, text=said if mine else "",
        title="" if mine else f"{sender}: {said}", audience=Audience.ONE, thread=thread, where=thread,
        media=one.media(member, context), local=bool(when and when.local),
    )  # fmt: skip
