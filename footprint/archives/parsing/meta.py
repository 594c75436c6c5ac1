"""What the exports of Facebook, Instagram and Threads share: pictures with their places, and chats.

Strings are mended already (`walk(..., mended=True)`).
"""

from __future__ import annotations

from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import epoch
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.records import counted, each, relative_media
from footprint.archives.parsing.shapes import Tree, at, degrees, first, items, name, text, tree, trees
from footprint.archives.parsing.texts import line
from footprint.archives.records import Audience, Entry, Kind, Media, Record, Why

RECORD = frozenset({"timestamp", "label_values", "fbid", "attachments", "string_list_data", "string_map_data"})


def picture(one: Tree, member_path: str, context: Context, words: str = "") -> Media:
    """A media object: `uri`, and the place its camera noted."""
    lat: float | None = None
    lon: float | None = None
    for key in ("photo_metadata", "video_metadata"):
        about = at(one, "media_metadata", key)
        for found in (*trees(at(about, "exif_data")), tree(about)):
            if lat is None and "latitude" in found:
                lat, lon = degrees(found.get("latitude"), found.get("longitude"))
    return relative_media(context, member_path, text(one, "uri"), words=words, lat=lat, lon=lon)


def taken(one: Tree) -> int | None:
    """When a media object was put on the network."""
    return epoch(first(one, ("creation_timestamp", "timestamp", "taken_timestamp", "upload_timestamp")))


def read_chat(network: str, member: Member, context: Context) -> Iterator[Record]:
    """One file of one chat, in either shape: messages are counted, or read when the person asked for them."""
    walked = walk(member, mended=True)
    if not context.messages:
        yield from counted(walked, lambda path, _value: int(path == ("messages",)), Why.OTHERS_WORDS)
        return
    thread = member.path.rsplit("/", 2)[-2] if member.path.count("/") else member.path.rsplit(".", 1)[0]
    people: list[str] = []
    me = context.me or context.facts.get("name", "")

    def made(path: Path, value: object) -> Iterator[Record]:
        if path == ("participants",):
            people.append(line(value) or name(value, "name"))
        elif path == ("messages",):
            if type(value) is not dict:
                raise ValueError("no message")
            yield _message(network, value, member, context, thread, [one for one in people if one != me], me)

    yield from each(walked, made)


def _message(
    network: str, one: Tree, member: Member, context: Context, thread: str, others: list[str], me: str
) -> Entry:
    sender = name(one, "sender_name") or name(one, "senderName")
    said = text(one, "content") or text(one, "text")
    shared = text(one, "share", "share_text") or text(one, "share", "link")
    said = "\n".join(part for part in (said, shared) if part)
    mine = sender == me and bool(me)
    pictures = [
        relative_media(context, member.path, text(file, "uri"))
        for kind in ("photos", "videos", "gifs", "audio_files", "files", "media")
        for file in items(one.get(kind))
        if text(file, "uri")
    ]
    return Entry(
        network, Kind.MESSAGE, context.account, at=epoch(first(one, ("timestamp_ms", "timestamp"))),
        text=said if mine else "", title="" if mine else f"{sender}: {said}", where=", ".join(others)[:300],
        audience=Audience.SOME if len(others) > 1 else Audience.ONE, thread=thread, media=tuple(pictures),
    )  # fmt: skip
