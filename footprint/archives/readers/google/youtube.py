"""YouTube's tables: columns are named in the language of the account, so what a cell holds says what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.shapes import text, trees
from footprint.archives.parsing.table_files import each_row, member_rows
from footprint.archives.parsing.tables import Row, cell
from footprint.archives.parsing.texts import clean, line, link, stem
from footprint.archives.records import Audience, Connection, Entry, Kind, Media, Record, Relation, State

_COMMENT_ID = re.compile(r"Ug[\w.-]{18,60}\Z")
_CHANNEL_ID = re.compile(r"UC[\w-]{22}\Z")
_VIDEO_ID = re.compile(r"[\w-]{11}\Z")
_POST_ID = re.compile(r"Ugk[\w-]{20,60}\Z")
_PIECES = re.compile(rb'(?:takeoutSegments|\{\s*""?text""?\s*:|\{""?(?:mention|videoLink|link|emoji)""?\s*:)')
_UC = re.compile(rb"UC[A-Za-z0-9_-]{22}")
_COMMENT_WORDS = re.compile(r"comment|reactie|kommentar|commentaire|comentario|commento")
_CHAT_WORDS = re.compile(r"live[ _-]?chat|livechat|chat[ _]en[ _]direct|chat[ _]en[ _]vivo|chat[ _]dal[ _]vivo")
_VIDEO_COLUMN = ("video id", "video-id", "id de la vidéo", "id del vídeo", "id del video", "id video")
_AUDIENCES = {
    "public": Audience.PUBLIC, "openbaar": Audience.PUBLIC, "öffentlich": Audience.PUBLIC, "publique": Audience.PUBLIC,
    "público": Audience.PUBLIC, "pubblico": Audience.PUBLIC, "unlisted": Audience.UNLISTED,
    "verborgen": Audience.UNLISTED, "nicht gelistet": Audience.UNLISTED, "non répertoriée": Audience.UNLISTED,
    "oculto": Audience.UNLISTED, "non in elenco": Audience.UNLISTED, "private": Audience.ME, "privé": Audience.ME,
    "privat": Audience.ME, "privée": Audience.ME, "privado": Audience.ME, "privato": Audience.ME,
}  # fmt: skip


def role_of(path: str, tables: Sequence[Sequence[str]], head: bytes) -> str:
    """The role of a table, by its columns and the look of its first row; "" when it is none of YouTube's."""
    columns = tables[0] if tables else ()
    joined = " ".join(columns)
    if _PIECES.search(head):
        return "youtube chats" if _CHAT_WORDS.search(f"{joined} {path.casefold()}") else "youtube comments"
    if {"comment id", "video id"} <= set(columns) or (_COMMENT_WORDS.search(joined) and "video-id" in columns):
        return "youtube comments"
    if len(columns) == 3 and _UC.search(head) and b"youtube.com/channel/" in head:
        return "youtube subscriptions"
    if {"channel id", "channel url", "channel title"} <= set(columns):
        return "youtube subscriptions"
    if "video id" in columns and any("privacy" in one or "video title" in one for one in columns):
        return "youtube videos"
    if any(_is_playlist(one) for one in tables):
        return "youtube playlist"
    return ""


def is_sure(tables: Sequence[Sequence[str]], head: bytes) -> bool:
    """Whether a channel or a video is named: pieces of text in JSON alone could stand in any table."""
    return _UC.search(head) is not None or any(one in columns for columns in tables for one in _VIDEO_COLUMN)


def _is_playlist(columns: Sequence[str]) -> bool:
    return len(columns) == 2 and columns[0] in _VIDEO_COLUMN


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    if role == "youtube playlist":
        playlist = stem(member.path).removesuffix("_videos").replace("_", " ")
        yield from each_row(member_rows(member, _is_playlist), lambda row: _saved(row, playlist, context))
        return
    make = {"youtube subscriptions": _channel, "youtube videos": _video}.get(role, _comment)
    yield from each_row(member_rows(member), lambda row: make(row, context))


def segments(said: str) -> str:
    """The words of a comment: pieces in JSON, alone in a list, or joined by commas without brackets."""
    said = said.strip()
    if not said.startswith(("{", "[")):
        return clean(said)
    try:
        found = json.loads(said if said.startswith("[") else f"[{said}]", strict=False)
    except (ValueError, RecursionError):
        return clean("".join(json.loads(f'"{one}"', strict=False) for one in _texts(said)))
    pieces = [
        piece
        for one in trees(found)
        for piece in (trees(one["takeoutSegments"]) if "takeoutSegments" in one else (one,))
    ]
    return clean("".join(text(piece, "text") for piece in pieces))


_TEXT = re.compile(r'"text"\s*:\s*"((?:[^"\\]|\\["\\/bfnrtu])*)"')


def _texts(said: str) -> list[str]:
    """The texts in pieces that are cut off in the middle."""
    return [one for one in _TEXT.findall(said) if not re.search(r"\\u(?![0-9a-fA-F]{4})", one)]


def _comment(row: Row, context: Context) -> Iterator[Record]:
    cells = [one.strip() for one in row.values() if one.strip()]
    named = cell(row, "comment id", "reactie-id", "kommentar-id")
    ids = [one for one in cells if _COMMENT_ID.match(one)]
    native = named or max(ids, key=len, default="")
    posts = [one for one in (cell(row, "post id"),) if _POST_ID.match(one)]
    said = next((one for one in cells if one.startswith(("{", '[{"'))), "") or cell(
        row, "comment text", "reactietekst", "live chat text"
    )
    when = next((found for found in map(iso, cells) if found), None)
    channel = next((one for one in cells if _CHANNEL_ID.match(one)), "")
    video = cell(row, *_VIDEO_COLUMN)
    if not _VIDEO_ID.match(video):
        video = next((one for one in cells if _VIDEO_ID.match(one) and not one.isdigit()), "")
    words = segments(said)
    if not words and not native:
        raise ValueError("no comment")
    page = f"https://www.youtube.com/watch?v={video}" if video else ""
    address = f"{page}&lc={native}" if page and _COMMENT_ID.match(native) else ""
    answers = "." in native or any(one != native and one not in posts and native.startswith(one) for one in ids)
    yield Entry(
        "youtube", Kind.REPLY if answers else Kind.COMMENT, channel or context.account, line(native), when, words,
        audience=Audience.PUBLIC, state=State.LIVE if words else State.NO_TEXT, link=link(address),
        thread=line(native.split(".", 1)[0] or video), where=page,
    )  # fmt: skip


def _channel(row: Row, context: Context) -> Iterator[Record]:
    cells = [one.strip() for one in row.values() if one.strip()]
    native = next((one for one in cells if _CHANNEL_ID.match(one)), "")
    if not native:
        raise ValueError("no channel")
    called = next((line(one) for one in reversed(cells) if one != native and not link(one)), "")
    address = f"https://www.youtube.com/channel/{native}"
    yield Connection("youtube", Relation.FOLLOWING, context.account, native, called, link=address)


def _video(row: Row, context: Context) -> Iterator[Record]:
    """One's own upload."""
    native = cell(row, "video id")
    if not _VIDEO_ID.match(native):
        raise ValueError("no video")
    title = next((row[one] for one in row if "video title" in one and row[one].strip()), "")
    about = next((row[one] for one in row if one.startswith("video description") and "language" not in one), "")
    when = iso(cell(row, "video publish timestamp")) or iso(cell(row, "video create timestamp"))
    audience = _AUDIENCES.get(cell(row, "privacy").casefold(), Audience.UNKNOWN)
    yield Entry(
        "youtube", Kind.VIDEO, context.account, native, when, "\n".join(part for part in (title, about) if part),
        audience=audience, link=f"https://www.youtube.com/watch?v={native}", media=(Media("", "video/mp4"),),
    )  # fmt: skip


def _saved(row: Row, playlist: str, context: Context) -> Iterator[Record]:
    cells = [one.strip() for one in row.values()]
    native = cells[0] if cells else ""
    if not _VIDEO_ID.match(native):
        raise ValueError("no video")
    when = next((found for found in map(iso, cells[1:]) if found), None)
    address = f"https://www.youtube.com/watch?v={native}"
    yield Entry("youtube", Kind.SAVE, context.account, f"{playlist} {native}", when, where=playlist, link=address)
