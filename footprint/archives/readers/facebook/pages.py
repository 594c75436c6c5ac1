"""Facebook's export as pages, with the same names as the JSON; and the oldest, from before 2018."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.html_text import events
from footprint.archives.parsing.meta_pages import Block, blocks
from footprint.archives.parsing.prose import When, prose
from footprint.archives.parsing.streams import Kept
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

_ENTRIES = (
    ("comment", Kind.COMMENT), ("reaction", Kind.REACTION), ("poll", Kind.REACTION), ("tagged", Kind.TAG_OF_ME),
    ("group_membership", Kind.GROUP), ("your_groups", Kind.GROUP), ("saved", Kind.SAVE), ("stories", Kind.STORY),
    ("note", Kind.NOTE), ("event_responses", Kind.EVENT), ("pages_you", Kind.PAGE),
    ("uncategorized_photos", Kind.PHOTO),
    ("your_photos", Kind.PHOTO), ("your_videos", Kind.VIDEO), ("posts", Kind.POST),
)  # fmt: skip
_PEOPLE = (
    ("received_friend", Relation.ASKED_ME), ("sent_friend", Relation.ASKED_BY_ME), ("rejected", Relation.REMOVED),
    ("removed_friend", Relation.REMOVED), ("your_friends", Relation.FRIEND), ("friends", Relation.FRIEND),
    ("followers", Relation.FOLLOWER), ("who_you_ve_followed", Relation.FOLLOWING), ("following", Relation.FOLLOWING),
    ("blocked", Relation.BLOCKED),
)  # fmt: skip
_HELD = (
    ("search_history", HeldKind.SEARCH), ("address_book", HeldKind.ADDRESS_BOOK), ("interests", HeldKind.INTEREST),
    ("advertisers", HeldKind.ADVERTISER), ("account_activity", HeldKind.LOGIN), ("logged_in", HeldKind.LOGIN),
    ("logins", HeldKind.LOGIN), ("devices", HeldKind.DEVICE), ("connected_apps", HeldKind.APP),
    ("viewed", HeldKind.VIEW), ("visited", HeldKind.VIEW), ("location", HeldKind.PLACE),
)  # fmt: skip
_NO_WORDS = frozenset({HeldKind.ADDRESS_BOOK, HeldKind.VIEW, HeldKind.PLACE})
_OWN_WORDS = frozenset({Kind.POST, Kind.COMMENT, Kind.STORY, Kind.NOTE, Kind.PHOTO, Kind.VIDEO})
_CHAT = re.compile(r"(?:\A|/)(?:inbox|archived_threads|filtered_threads|message_requests|e2ee_cutover)/")


def role_of(path: str, file: str) -> str:
    """What a page of this name holds: "chat", or the value of a kind, a relation or a thing held."""
    if _CHAT.search(path) or re.fullmatch(r"message", file):
        return "chat"
    for table in (_PEOPLE, _HELD, _ENTRIES):
        found = next((kind for part, kind in table if part in file), None)
        if found is not None:
            return found.value
    return ""


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    """One page of the newer exports; unreadable blocks are counted."""
    if role == "chat" and not context.messages:
        many = sum(1 for one in blocks(member) if one.texts)
        if many:
            yield Trouble(Why.OTHERS_WORDS, many)
        return
    broken = 0
    for one in blocks(member):
        found = chat_entry("facebook", one, member, context) if role == "chat" else _record(one, role, member, context)
        if found is None:
            broken += bool(one.texts or one.labels)
        else:
            yield found
    if broken:
        yield Trouble(Why.BROKEN_ENTRY, broken)


def chat_entry(network: str, one: Block, member: Member, context: Context) -> Record | None:
    """A message: the heading is who sent it."""
    when = one.taken()
    sender, said = one.heading, clean("\n".join(one.texts))
    if not sender or not (said or one.files):
        return None
    mine = sender in (context.me, context.facts.get("name"))
    thread = member.path.rsplit("/", 2)[-2] if member.path.count("/") else ""
    return Entry(
        network, Kind.MESSAGE, context.account, at=when.at if when else None, text=said if mine else "",
        title="" if mine else f"{sender}: {said}", audience=Audience.ONE, thread=thread, where=thread,
        media=one.media(member, context), local=bool(when and when.local),
    )  # fmt: skip


def _record(one: Block, role: str, member: Member, context: Context) -> Record | None:
    when = one.taken()
    at = when.at if when else None
    if role in set(Relation):
        called = one.heading or line(next(iter(one.texts), ""))
        return Connection("facebook", Relation(role), context.account, name=called, since=at) if called else None
    if role in set(HeldKind):
        kind = HeldKind(role)
        said = "" if kind in _NO_WORDS else line(next(iter((*one.texts, *one.labels.values(), one.heading)), ""))[:300]
        return Held("facebook", kind, context.account, said, at)
    kind_of = Kind(role)
    said = one.words or "\n".join(part for part in one.labels.values() if part)
    if not (said or one.heading or one.files or at):
        return None
    own = kind_of in _OWN_WORDS
    title = one.heading if own else " · ".join(part for part in (one.heading, line(said)) if part)
    empty = own and not said and not one.files
    return Entry(
        "facebook", kind_of, context.account, at=at, text=said if own else "", title=title,
        state=State.NO_TEXT if empty else State.LIVE, link=one.address if "facebook.com/" in one.address else "",
        media=one.media(member, context), local=bool(when and when.local),
    )  # fmt: skip


OLD = {"messages": "old messages", "timeline": "old timeline", "friends": "old friends"}


def read_old(member: Member, role: str, context: Context) -> Iterator[Record]:
    """`html/messages.htm`, `timeline.htm` and `friends.htm`, from before 2018."""
    make: Callable[[list[_Piece], Context], Iterator[Record]] = {
        "old messages": _old_messages,
        "old timeline": _old_timeline,
        "old friends": _old_friends,
    }[role]
    with contextlib.closing(Kept(member.open())) as stream:
        told = 0
        for pieces in _runs(_pieces(cast(BinaryIO, stream))):
            if role == "old messages" and not context.messages:
                told += any(kind == "user" for kind, _words in pieces)
            else:
                yield from make(pieces, context)
        if told:
            yield Trouble(Why.OTHERS_WORDS, told)
        stream.settle()


_Piece = tuple[str, str]  # what it is (user, meta, comment, li, heading, "") and its words


def _pieces(stream: BinaryIO) -> Iterator[_Piece]:
    """Texts with the nearest class or element that says what they are."""
    around: list[str] = []
    for event in events(stream):
        if event.kind == "=":
            if event.words.strip():
                yield next((one for one in reversed(around) if one), ""), " ".join(event.words.split())
        elif event.name in ("div", "span", "p", "li", "h1", "h2", "h3"):
            if event.kind == "-":
                if around:
                    around.pop()
                continue
            known = next((one for one in ("user", "meta", "comment", "message") if one in event.words.split()), "")
            around.append(known if known != "message" else "")
            if event.name in ("li", "h2"):
                around[-1] = event.name


def _runs(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces from one date, item or heading to the next."""
    run: list[_Piece] = []
    for kind, words in pieces:
        begins = (
            kind == "user" or (kind == "meta" and not any(one == "user" for one, _words in run)) or kind in ("li", "h2")
        )
        if begins and run:
            yield run
            run = []
        if run or begins:
            run.append((kind, words))
    if run:
        yield run


def _when(pieces: list[_Piece]) -> When | None:
    return next((found for kind, words in pieces if kind == "meta" and (found := prose(words))), None)


def _old_messages(pieces: list[_Piece], context: Context) -> Iterator[Record]:
    sender = next((words for kind, words in pieces if kind == "user"), "")
    said = "\n".join(words for kind, words in pieces if kind not in ("user", "meta"))
    when = _when(pieces)
    if sender:
        mine = sender in (context.me, context.facts.get("name"))
        yield Entry(
            "facebook", Kind.MESSAGE, context.account, at=when.at if when else None, text=said if mine else "",
            title="" if mine else f"{sender}: {said}", audience=Audience.ONE, local=bool(when and when.local),
        )  # fmt: skip


def _old_timeline(pieces: list[_Piece], context: Context) -> Iterator[Record]:
    when = _when(pieces)
    said = "\n".join(words for kind, words in pieces if kind == "comment")
    title = line(" ".join(words for kind, words in pieces if kind == ""))[:300]
    if when:
        state = State.LIVE if said else State.NO_TEXT
        yield Entry("facebook", Kind.POST, context.account, "", when.at, said, title, state=state, local=when.local)


def _old_friends(pieces: list[_Piece], context: Context) -> Iterator[Record]:
    """Headings say how the people in the list below stand to the person; the first is friends."""
    for kind, words in pieces:
        if kind == "h2":
            context.facts["old friends"] = str(int(context.facts.get("old friends", "0")) + 1)
        elif kind == "li" and "old friends" in context.facts:  # before the first heading stands what leads to pages
            called, _, rest = words.partition(" (")
            when = prose(rest.rstrip(")"))
            first = context.facts["old friends"] == "1"
            relation = Relation.FRIEND if first else Relation.REMOVED
            yield Connection("facebook", relation, context.account, name=line(called), since=when.at if when else None)
