"""TikTok's other choice: folders of texts, blocks of "Key: value" with empty lines between, in any language."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.shapes import Tree
from footprint.archives.parsing.streams import Kept, text_lines
from footprint.archives.parsing.texts import clean
from footprint.archives.readers.tiktok import lists
from footprint.archives.records import Record, Trouble, Why

_PAIR = re.compile(r"\s*([^:\n]{1,60}?)\s*:\s?(.*)", re.DOTALL)
_DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_SHARE = b"tiktokv.com/share/video/"
# Keys of a block in EN, NL, DE, FR, ES and IT to those that `lists` knows.
_KEYS = {
    "date": "date", "datum": "date", "fecha": "date", "data": "date", "comment": "comment", "reactie": "comment",
    "kommentar": "comment", "commentaire": "comment", "comentario": "comment", "commento": "comment", "link": "link",
    "lien": "link", "enlace": "link", "video link": "link", "username": "username", "gebruikersnaam": "username",
    "benutzername": "username", "nom d'utilisateur": "username", "nom d’utilisateur": "username",
    "nombre de usuario": "username", "nome utente": "username", "search term": "searchterm", "zoekterm": "searchterm",
    "suchbegriff": "searchterm", "terme de recherche": "searchterm", "término de búsqueda": "searchterm",
    "termine di ricerca": "searchterm", "ip": "ip", "device model": "devicemodel", "apparaatmodel": "devicemodel",
    "gerätemodell": "devicemodel", "title": "title", "titel": "title", "titre": "title", "título": "title",
    "titolo": "title", "who can view": "whocanview", "location": "location", "from": "from", "content": "content",
    "likes": "likes", "like(s)": "likes", "network type": "networktype", "bio description": "biodescription",
    "email address": "emailaddress", "telephone number": "telephonenumber", "url": "url",
}  # fmt: skip
_FILES = (
    ("comment", "comments"), ("kommentar", "comments"), ("reactie", "comments"), ("comentario", "comments"),
    ("follower", "followers"), ("volger", "followers"), ("abonné", "followers"), ("seguidores", "followers"),
    ("following", "following"), ("volgend", "following"), ("folge", "following"), ("siguiendo", "following"),
    ("block", "blocked"), ("like", "likes"), ("gefällt", "likes"), ("vind", "likes"), ("favorite video", "saved"),
    ("search", "searches"), ("login", "logins"), ("browsing", "views"), ("watch", "views"), ("verlauf", "views"),
    ("chat", "chat"), ("message", "chat"), ("nachricht", "chat"), ("profile", "profile"), ("profil", "profile"),
    ("profiel", "profile"),
    ("share", "shares"), ("post", "videos"), ("video", "videos"),
)  # fmt: skip
_MAKERS = {
    "comments": "commentslist", "followers": "fanslist", "following": "following", "blocked": "blocklist",
    "likes": "itemfavoritelist", "saved": "favoritevideolist", "searches": "searchlist", "logins": "loginhistorylist",
    "shares": "sharehistorylist",
}  # fmt: skip


def role_of(path: str, head: bytes) -> str:
    """What blocks a text holds: by their keys, then by its name; "" when it is none of TikTok's."""
    text = head.decode("utf-8", "replace")
    keys = [_known(line) for line in text.splitlines()[:12]]
    found = {key for key in keys if key}
    name = path.rsplit("/", 1)[-1]
    by_name = next((role for part, role in _FILES if part in name), "")
    if {"date", "comment"} <= found:
        return "comments"
    if {"date", "searchterm"} <= found:
        return "searches"
    if {"date", "ip"} <= found:
        return "logins"
    if {"date", "username"} <= found and _DATE.search(text) and by_name in ("followers", "following", "blocked"):
        return by_name
    if {"date", "link"} <= found and (_SHARE in head or "tiktok" in path) and by_name:
        return by_name if by_name in ("likes", "saved", "views", "shares", "videos") else ""
    if re.search(r">>> Chat History with |\[?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\]? [\w.]{1,60}:", text):
        return "chat"
    return "profile" if by_name == "profile" and len(found & {"username", "biodescription", "emailaddress"}) > 1 else ""


def _known(text: str) -> str:
    pair = _PAIR.match(text)
    return _KEYS.get(pair.group(1).casefold(), "") if pair else ""


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    with contextlib.closing(Kept(member.open())) as stream:
        lines = text_lines(stream)
        yield from _chat(lines, context) if role == "chat" else _blocks(lines, role, context)
        stream.settle()


def _blocks(lines: Iterator[str], role: str, context: Context) -> Iterator[Record]:
    reading = lists.Reading(context)
    broken = 0
    for block in blocks(lines):
        try:
            if role == "views":
                reading.seen += 1
            elif role == "videos":
                yield from reading.records(("posts", "videolist"), block, block)
            elif role == "profile":
                for key, value in block.items():
                    yield from reading.records(("profile", key), {}, value)
            else:
                yield from lists.LISTS[_MAKERS[role]](block, context, ())
        except ValueError:
            broken += 1
    yield from reading.at_end()
    if broken:
        yield Trouble(Why.BROKEN_ENTRY, broken)


def blocks(lines: Iterator[str]) -> Iterator[Tree]:
    """Blocks between empty lines. A line without a known key goes on with the value before it."""
    block: Tree = {}
    last = ""
    for text in lines:
        text = clean(text.rstrip("\r\n"))
        pair = _PAIR.match(text)
        key = _KEYS.get(pair.group(1).casefold(), "") if pair else ""
        if not text.strip():
            if block:
                yield block
            block, last = {}, ""
        elif pair and key and (key not in block or not last):
            block[key] = pair.group(2).strip()
            last = key
        elif pair and not key and not last.startswith(("comment", "title")):
            block.setdefault(pair.group(1).casefold(), pair.group(2).strip())
        elif last:
            block[last] = f"{block[last]}\n{text}"
    if block:
        yield block


_SAID = re.compile(r"\[?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?: UTC)?\]?\s+([^:\n]{1,60}):\s?(.*)")


def _chat(lines: Iterator[str], context: Context) -> Iterator[Record]:
    other, messages = "", 0
    for text in lines:
        text = clean(text.rstrip("\r\n"))
        if text.startswith(">>> Chat History with "):
            other = text.removeprefix(">>> Chat History with ").rstrip(" :<>")
        found = _SAID.match(text)
        if not found:
            continue
        messages += 1
        if context.messages:
            said: Tree = {"date": found.group(1), "from": found.group(2), "content": found.group(3)}
            yield from lists.message(said, context, ("chat", other))
    if messages and not context.messages:
        yield Trouble(Why.OTHERS_WORDS, messages)
