"""Instagram's exports up to early 2021: lists of lists in the root, with times as ISO texts."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import epoch, iso
from footprint.archives.parsing.json_tree import Path, walk, whole
from footprint.archives.parsing.records import counted, each, relative_media
from footprint.archives.parsing.shapes import first, items, name, text, tree, trees
from footprint.archives.parsing.texts import line
from footprint.archives.records import (
    Audience,
    Connection,
    Entry,
    Held,
    HeldKind,
    Kind,
    Record,
    Relation,
    Trouble,
    Why,
)

_MEDIA = {"photos": Kind.PHOTO, "videos": Kind.VIDEO, "stories": Kind.STORY, "profile": Kind.PHOTO, "direct": None}
_PEOPLE = {
    "followers": Relation.FOLLOWER,
    "following": Relation.FOLLOWING,
    "close_friends": Relation.FRIEND,
    "follow_requests_sent": Relation.ASKED_BY_ME,
    "permanent_follow_requests": Relation.ASKED_BY_ME,
    "blocked_users": Relation.BLOCKED,
    "restricted_users": Relation.BLOCKED,
    "following_hashtags": None,
    "dismissed_suggested_users": None,
}
_PRESSED = {
    "media_comments": Kind.COMMENT, "live_comments": Kind.COMMENT, "media_likes": Kind.REACTION,
    "comment_likes": Kind.REACTION, "saved_media": Kind.SAVE, "saved_collections": Kind.SAVE,
    "polls": Kind.REACTION, "emoji_sliders": Kind.REACTION, "questions": Kind.REACTION, "quizzes": Kind.REACTION,
    "countdowns": Kind.REACTION,
}  # fmt: skip
_HELD = {
    "main_search_history": HeldKind.SEARCH, "chaining_seen": HeldKind.VIEW, "ads_seen": HeldKind.VIEW,
    "ads_clicked": HeldKind.VIEW, "posts_seen": HeldKind.VIEW, "videos_watched": HeldKind.VIEW,
    "login_history": HeldKind.LOGIN, "registration_info": HeldKind.DETAIL, "contact_info": HeldKind.ADDRESS_BOOK,
}  # fmt: skip


def role_of(key: str, head: bytes) -> str:
    """The role of a file with `key` at its root, or of a bare list; "" when it is of another era."""
    if key in _MEDIA and b'"taken_at"' in head and b'"path"' in head:
        return "early media"
    if key in _PEOPLE and b'": {' in head.replace(b'":{', b'": {') and b'"timestamp"' not in head:
        return "early people"
    if (key in _PRESSED or key in _HELD) and b'"data"' not in head and b'"string_map_data"' not in head:
        return "early lists"
    if not key and b'"conversation"' in head and b'"participants"' in head:
        return "early chats"
    if not key and b'"last_login"' in head and b'"device_id"' in head:
        return "early devices"
    if b'"date_joined"' in head and b'"username"' in head and b'"biography"' in head:
        return "early profile"
    return ""


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    if role == "early profile":
        yield from _profile(member, context)
        return
    if role == "early chats":
        yield from _chats(member, context)
        return
    make = {"early media": _media, "early people": _person, "early lists": _listed, "early devices": _device}[role]

    def made(path: Path, value: object) -> Iterator[Record]:
        return make(path, value, member, context)

    yield from each(walk(member, frozenset({"search_click", "device_id"}), mended=True), made)


def _media(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    kind = _MEDIA.get(path[-1] if path else "")
    one = tree(value)
    if not one:
        raise ValueError("no picture")
    if kind is None:
        return
    found = relative_media(context, member.path, text(one, "path"))
    yield Entry(
        "instagram", kind, context.account, at=iso(one.get("taken_at")), text=text(one, "caption"),
        place=name(one, "location"), media=(found,),
    )  # fmt: skip


def _person(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    """The last key on the way is the name of somebody, the value since when."""
    relation = _PEOPLE.get(path[0]) if len(path) == 2 else None
    handle = line(path[-1]) if path else ""
    if relation is not None and handle:
        address = f"https://www.instagram.com/{handle}/"
        yield Connection("instagram", relation, context.account, handle=handle, link=address, since=iso(value))


def _listed(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    key = path[-1] if path else ""
    if key in _HELD:
        said = ""
        if _HELD[key] is HeldKind.SEARCH:
            said = name(value, "search_click") or name(value, "search")
        when = iso(first(value, ("time", "timestamp")))
        if type(value) is dict:
            yield Held("instagram", _HELD[key], context.account, said, when)
        return
    kind = _PRESSED.get(key)
    if kind is None:
        return
    if type(value) is not list or len(value) < 2:
        raise ValueError("too short")
    own = kind is Kind.COMMENT
    yield Entry(
        "instagram", kind, context.account, at=iso(value[0]), text=text(value[1]) if own else "",
        where=line(value[2] if own and len(value) > 2 else value[1] if not own else ""),
    )  # fmt: skip


def _device(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    one = tree(value)
    if not one:
        raise ValueError("no device")
    yield Held("instagram", HeldKind.DEVICE, context.account, name(one, "user_agent"), iso(one.get("last_login")))


def _profile(member: Member, context: Context) -> Iterator[Record]:
    found = whole(member, mended=True)
    if type(found) is Trouble:
        yield found
        return
    context.account = name(found, "username") or context.account
    context.facts["name"] = context.account
    for key in ("name", "biography", "website", "email", "phone_number", "gender"):
        said = text(found, key)
        if said.strip():
            yield Entry("instagram", Kind.PROFILE, context.account, f"profile {key}", text=said, title=key.capitalize())


def _chats(member: Member, context: Context) -> Iterator[Record]:
    walked = walk(member, mended=True)
    if not context.messages:
        yield from counted(walked, lambda _path, one: len(items(tree(one).get("conversation"))), Why.OTHERS_WORDS)
        return
    me = context.me or context.account

    def made(_path: Path, value: object) -> Iterator[Record]:
        others = [line(one) for one in items(tree(value).get("participants")) if line(one) != me]
        thread = ", ".join(others)[:300]
        for one in trees(tree(value).get("conversation")):
            sender, said = name(one, "sender"), text(one, "text")
            mine = bool(me) and sender == me
            when = iso(one.get("created_at")) or epoch(one.get("created_at"))
            yield Entry(
                "instagram", Kind.MESSAGE, context.account, at=when,
                text=said if mine else "", title="" if mine else f"{sender}: {said}", where=thread, thread=thread,
                audience=Audience.SOME if len(others) > 1 else Audience.ONE,
            )  # fmt: skip

    yield from each(walked, made)
