"""What stands in each list of TikTok. Keys are in small letters here; `Date` and `date` are the same."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from html import unescape

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.shapes import Tree, first
from footprint.archives.parsing.streams import PIECE, Kept
from footprint.archives.parsing.texts import clean, line, link
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
    State,
)

_NONE = frozenset({"", "n/a", "none", "null", "not available"})
_VIDEO = re.compile(r"tiktokv?\.com/(?:share/video|@[\w.]{1,60}/video)/(\d{5,25})")
_AUDIENCES = {
    "public": Audience.PUBLIC, "everyone": Audience.PUBLIC, "friends": Audience.FRIENDS, "followers": Audience.FRIENDS,
    "private": Audience.ME, "only me": Audience.ME, "only you": Audience.ME, "0": Audience.PUBLIC, "1": Audience.ME,
    "2": Audience.FRIENDS,
}  # fmt: skip
_WORDS = ("date", "time", "createtime", "commenttime", "watchtime", "timestamp")
Maker = Callable[[Tree, Context, tuple[str, ...]], Iterator[Record]]


def told(one: Tree, *keys: str) -> str:
    """The first text under `keys` that says something."""
    for key in keys:
        said = clean(one.get(key))
        if said.strip().casefold() not in _NONE:
            return unescape(said) if "&" in said else said
    return ""


def when(one: Tree) -> int | None:
    return iso(clean(first(one, _WORDS)).replace(" UTC", "Z") if first(one, _WORDS) else None)


def _address(one: Tree, context: Context, *keys: str) -> str:
    """The page of a video: from the number in whichever link there is; a signed one for download is no page."""
    for key in keys:
        found = _VIDEO.search(clean(one.get(key))[:2000])
        if found:
            return f"https://www.tiktok.com/@{context.account or 'i'}/video/{found.group(1)}"
    return ""


def _video(one: Tree, context: Context, path: tuple[str, ...]) -> Iterator[Record]:
    if when(one) is None and not told(one, "link", "videolink", "title"):
        raise ValueError("no video")
    gone = any("deleted" in key for key in path)
    address = _address(one, context, "link", "videolink")
    said = "\n".join(part for part in (told(one, "title", "description"), told(one, "alternatetext")) if part)
    yield Entry(
        "tiktok", Kind.VIDEO, context.account, address.rsplit("/", 1)[-1], when(one), said,
        audience=_AUDIENCES.get(told(one, "whocanview").casefold(), Audience.UNKNOWN),
        state=State.DELETED if gone else State.LIVE, link="" if gone else address, place=line(told(one, "location")),
        media=(Media("", "video/mp4"),),
    )  # fmt: skip


def _comment(one: Tree, context: Context, path: tuple[str, ...]) -> Iterator[Record]:
    said = told(one, "comment", "commentcontent", "content", "questioncontent")
    if not said and when(one) is None:
        raise ValueError("no comment")
    address = link(told(one, "originalposturl", "url"))
    state = State.LIVE if said else State.NO_TEXT
    yield Entry("tiktok", Kind.COMMENT, context.account, at=when(one), text=said, state=state, link=address)


def _pressed(kind: Kind) -> Maker:
    def make(one: Tree, context: Context, path: tuple[str, ...]) -> Iterator[Record]:
        address = link(told(one, "link", "videolink", "video link", "sharedcontent"))
        if not address and when(one) is None:
            raise ValueError("nothing pressed")
        title = line(told(one, "sharedcontent", "method", "hashtagname", "soundname")) if kind is Kind.SHARE else ""
        yield Entry("tiktok", kind, context.account, at=when(one), title=title, link=address)

    return make


def _person(relation: Relation) -> Maker:
    def make(one: Tree, context: Context, path: tuple[str, ...]) -> Iterator[Record]:
        handle = line(told(one, "username", "user name"))
        if not handle:
            raise ValueError("nobody")
        address = f"https://www.tiktok.com/@{handle}" if re.fullmatch(r"[\w.]{1,60}", handle) else ""
        yield Connection("tiktok", relation, context.account, handle=handle, link=address, since=when(one))

    return make


def _held(kind: HeldKind, *words: str) -> Maker:
    def make(one: Tree, context: Context, path: tuple[str, ...]) -> Iterator[Record]:
        yield Held("tiktok", kind, context.account, line(told(one, *words)) if words else "", when(one))

    return make


def message(one: Tree, context: Context, path: tuple[str, ...]) -> Iterator[Record]:
    sender, said = line(told(one, "from")), told(one, "content")
    mine = bool(sender) and sender in (context.me, context.account)
    thread = line(path[-1] if path else "").removeprefix("chat history with ").rstrip(":")
    yield Entry(
        "tiktok", Kind.MESSAGE, context.account, at=when(one), text=said if mine else "",
        title="" if mine else f"{sender}: {said}", where=thread, thread=thread,
        audience=Audience.SOME if any("group" in key for key in path) else Audience.ONE,
    )  # fmt: skip


LISTS: dict[str, Maker] = {
    "commentslist": _comment,
    "comments": _comment,
    "questions": _comment,
    "itemfavoritelist": _pressed(Kind.REACTION),
    "favoritevideolist": _pressed(Kind.SAVE),
    "sharehistorylist": _pressed(Kind.SHARE),
    "repostlist": _pressed(Kind.REPOST),
    "fanslist": _person(Relation.FOLLOWER),
    "following": _person(Relation.FOLLOWING),
    "blocklist": _person(Relation.BLOCKED),
    "searchlist": _held(HeldKind.SEARCH, "searchterm"),
    "loginhistorylist": _held(HeldKind.LOGIN, "ip", "devicemodel"),
    "status list": _held(HeldKind.DEVICE, "device model", "devicemodel", "resolution"),
    "favoriteeffectslist": _held(HeldKind.INTEREST),
    "favoritehashtaglist": _held(HeldKind.INTEREST, "hashtagname", "link"),
    "favoritesoundlist": _held(HeldKind.INTEREST),
    "offtiktokactivitydatalist": _held(HeldKind.ADVERTISER, "source"),
    "adsbasedondatareceivedfrompartnersparams": _held(HeldKind.ADVERTISER, "datapartnerlist", "advertiserlist"),
    "datapartnerlist": _held(HeldKind.ADVERTISER, "name"),
    "advertiserlist": _held(HeldKind.ADVERTISER, "name"),
    "orderhistories": _held(HeldKind.DETAIL),
}
_PROFILE = (
    "username", "biodescription", "emailaddress", "telephonenumber", "birthdate", "displayname", "bio", "region",
    "accountregion",
)  # fmt: skip


def is_message(path: Path, value: object) -> bool:
    """Whether a value is a message of a chat, whatever the sections are called."""
    if type(value) is not dict or not path:
        return False
    keys = {key.casefold() for key in value}
    return {"from", "content"} <= keys and any("chat" in key.casefold() or "message" in key.casefold() for key in path)


_USER_NAME = re.compile(rb'"userName"\s*:\s*"((?:[^"\\]|\\.){1,60})"')
_OVERLAP = 200  # bytes in which the name of the account may lie across two pieces


def user_name(member: Member) -> str:
    """The name of the account, wherever in the file it stands; "" when it is not there."""
    with contextlib.closing(Kept(member.open())) as stream:
        before = b""
        while piece := stream.read(PIECE):
            found = _USER_NAME.search(before + piece)
            if found:
                name = line(found.group(1).decode("utf-8", "replace"))
                return name if name.casefold() not in _NONE and "\\" not in name else ""
            before = piece[-_OVERLAP:]
    return ""


class Reading:
    """What is known while one file is read: videos that were watched are counted, not told one by one."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.seen = 0

    def records(self, path: tuple[str, ...], one: Tree, value: object) -> Iterator[Record]:
        """The records in one value at `path`; what is of no list we know gives none."""
        leaf = path[-1] if path else ""
        if leaf == "videolist":
            if any("history" in key for key in path):
                self.seen += 1
            else:
                yield from _video(_object(one, value), self.context, path)
        elif leaf == "postlist":
            yield from _video(_object(one, value), self.context, path)
        elif leaf in LISTS:
            yield from LISTS[leaf](_object(one, value), self.context, path)
        elif is_message(path, value):
            yield from message(one, self.context, path)
        elif leaf in _PROFILE and len(path) > 1 and "profile" in "".join(path[:-1]):
            yield from self._profile(leaf, line(value) if leaf == "username" else clean(value))
        elif leaf in ("interests", "ad interests", "adinterestcategories"):
            for part in clean(value).split("|"):
                if part.strip():
                    yield Held("tiktok", HeldKind.INTEREST, self.context.account, line(part))

    def _profile(self, field: str, said: str) -> Iterator[Record]:
        if field == "username":
            self.context.account = said
        elif said.strip().casefold() not in _NONE:
            yield Entry("tiktok", Kind.PROFILE, self.context.account, f"profile {field}", text=said, title=field)

    def at_end(self) -> Iterator[Record]:
        if self.seen:
            yield Held("tiktok", HeldKind.VIEW, self.context.account, count=self.seen)


def _object(one: Tree, value: object) -> Tree:
    if type(value) is not dict:
        raise ValueError("no record")
    return one
