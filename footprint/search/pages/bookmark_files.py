"""Reads files of bookmarks: what browsers export (Netscape HTML), what Firefox and Chrome keep, Safari's own list.

Nothing of such a file is kept by reading it: thousands of lines are nobody's business but the person's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape

from footprint.i18n import _
from footprint.search.pages.decoding import decoded
from footprint.search.pages.lz4 import MARK, unpacked
from footprint.search.pages.records import BadPage
from footprint.search.providers.base import page_address, plain

LARGEST = 60_000_000  # exports carry a small picture for every line
MOST = 20_000
_DEEPEST = 40
_TITLE, _FOLDER = 300, 80
_LINK = re.compile(r"a\s[^>]*?href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_ADDED = re.compile(r"add_date\s*=\s*[\"']?(\d{1,17})", re.IGNORECASE)
_PICTURE = re.compile(r"\bicon(?:_uri)?\s*=\s*\"[^\"]*\"", re.IGNORECASE)
_SAYS_SO = re.compile(r"NETSCAPE-Bookmark-file|<dl\b", re.IGNORECASE)


@dataclass(frozen=True)
class Bookmark:
    """One line: where it leads, what it is called, the folders it lies in from the outside in, the day it was kept
    (`2024-06-03`, or nothing where the file does not say)."""

    address: str
    title: str
    folder: tuple[str, ...]
    added: str

    @property
    def place(self) -> str:
        """“Bookmarks bar › Clubs”."""
        return " › ".join(self.folder)


@dataclass(frozen=True)
class BookmarkFile:
    """`left_out` counts lines that lead to no web page, `more` those beyond what is read."""

    lines: tuple[Bookmark, ...]
    left_out: int = 0
    more: int = 0

    @property
    def folders(self) -> tuple[str, ...]:
        """Every folder that holds a line, in the order of the file."""
        return tuple(dict.fromkeys(one.place for one in self.lines))


def read_bookmarks(data: bytes) -> BookmarkFile:
    """The lines of a file of bookmarks; `BadPage` when it is none."""
    if len(data) > LARGEST:
        raise BadPage(_("This file is too big for a file of bookmarks."))
    if data.startswith(MARK):
        data = unpacked(data)
    if data.startswith(b"bplist00") or (data[:200].lstrip().startswith(b"<?xml") and b"<plist" in data[:600]):
        return _gathered(_safari(data))
    text = decoded(data).replace("\x00", "")
    if text[:200].lstrip().startswith("{"):
        return _gathered(_json(text))
    if not _SAYS_SO.search(text[:4_000]):
        raise BadPage(
            _("This is not a file of bookmarks. In your browser choose Export bookmarks, then take that file.")
        )
    return _gathered(_netscape(text))


@dataclass(frozen=True)
class _Raw:
    address: object
    title: object
    folder: tuple[str, ...]
    added: str


def _gathered(raw: Iterator[_Raw]) -> BookmarkFile:
    lines: dict[tuple[str, tuple[str, ...]], Bookmark] = {}
    left_out = more = 0
    for one in raw:
        address = page_address(one.address)
        if not address:
            left_out += 1
        elif len(lines) >= MOST:
            more += 1
        else:
            title = plain(one.title, _TITLE) if isinstance(one.title, str) else ""
            lines.setdefault((address, one.folder), Bookmark(address, title, one.folder, one.added))
    if not lines:
        raise BadPage(_("There is no bookmark in this file that leads to a web page."))
    return BookmarkFile(tuple(lines.values()), left_out, more)


# -- Netscape HTML: Chrome, Edge, Firefox, Safari, Opera, Brave, Vivaldi ------------------------------------


def _netscape(text: str) -> Iterator[_Raw]:
    """A list in a list, one line or folder to a `<DT>`. Taken apart at each `<`, so that no file makes it slow."""
    folders: list[str] = []
    pending = ""
    deeper = 0  # lists below those that are kept apart
    for piece in text.split("<")[1:]:
        head = piece[:3].lower()
        if head.startswith(("h3", "h1")):
            pending = "" if head.startswith("h1") else _name(piece.partition(">")[2])
        elif re.match(r"dl\b", piece[:4], re.IGNORECASE):
            if len(folders) < _DEEPEST:
                folders.append(pending)
            else:
                deeper += 1
            pending = ""
        elif re.match(r"/dl\b", piece[:5], re.IGNORECASE):
            if deeper:
                deeper -= 1
            elif folders:
                folders.pop()
        elif head[:1] == "a" and head[1:2].isspace():
            found = _line(piece, tuple(one for one in folders if one))
            if found is not None:
                yield found


def _line(piece: str, folder: tuple[str, ...]) -> _Raw | None:
    short = piece if len(piece) < 4_000 else _PICTURE.sub("", piece[:200_000])
    found = _LINK.match(short[:9_000])
    if found is None:
        return None
    rest = short[found.end() :]
    added = _ADDED.search(short[:2_000])
    day = _day(int(added[1])) if added else ""
    return _Raw(unescape(found[1] or found[2] or found[3] or "").strip(), unescape(rest.partition(">")[2]), folder, day)


def _name(text: str) -> str:
    return plain(unescape(text[:2_000]), _FOLDER)


def _day(seconds: int) -> str:
    """The day of a time in seconds, or in millionths of one as some write it; empty for what cannot be one."""
    if seconds > 10**14:
        seconds //= 1_000_000
    elif seconds > 10**11:
        seconds //= 1_000
    if not 0 < seconds < 4_102_444_800:
        return ""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


# -- JSON: the backup of Firefox, the file Chrome and its relatives keep -----------------------------------


def _json(text: str) -> Iterator[_Raw]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise BadPage(_("This file of bookmarks is damaged. Save it from your browser again.")) from None
    roots = found.get("roots")
    tops = list(roots.values()) if isinstance(roots, dict) else [found]
    waiting: list[tuple[object, tuple[str, ...]]] = [(top, ()) for top in reversed(tops)]
    while waiting:
        node, folder = waiting.pop()
        if not isinstance(node, dict):
            continue
        title = node.get("title") if isinstance(node.get("title"), str) else node.get("name")
        address = node.get("uri") if "uri" in node else node.get("url")
        if address is not None:
            yield _Raw(address, title, folder, _day_of(node))
        children = node.get("children")
        if isinstance(children, list):
            named = _name(title) if isinstance(title, str) else ""
            inside = (*folder, named) if named and len(folder) < _DEEPEST else folder
            waiting += [(child, inside) for child in reversed(children)]


def _day_of(node: dict[str, object]) -> str:
    """Firefox counts millionths of a second since 1970, Chrome since 1601 and as text."""
    kept = node.get("dateAdded")
    if isinstance(kept, int):
        return _day(kept)
    kept = node.get("date_added")
    if isinstance(kept, str) and kept.isdigit() and len(kept) < 18:
        try:
            return (datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(kept))).date().isoformat()
        except OverflowError:
            return ""
    return ""


# -- Safari's own list --------------------------------------------------------------------------------


def _safari(data: bytes) -> Iterator[_Raw]:
    import plistlib

    try:
        found = plistlib.loads(data)
    except Exception as problem:  # the reader of lists has many ways to stumble over a broken one
        raise BadPage(_("This file of bookmarks is damaged. Save it from your browser again.")) from problem
    waiting: list[tuple[object, tuple[str, ...]]] = [(found, ())]
    seen = 0
    while waiting and seen < 5 * MOST:
        seen += 1
        node, folder = waiting.pop()
        if not isinstance(node, dict):
            continue
        about = node.get("URIDictionary")
        if "URLString" in node:
            yield _Raw(node["URLString"], about.get("title") if isinstance(about, dict) else "", folder, "")
        children = node.get("Children")
        if isinstance(children, list):
            named = _name(node["Title"]) if isinstance(node.get("Title"), str) else ""
            named = {"BookmarksBar": _("Favourites"), "BookmarksMenu": _("Bookmarks menu")}.get(named, named)
            inside = (*folder, named) if named and len(folder) < _DEEPEST else folder
            waiting += [(child, inside) for child in reversed(children)]
