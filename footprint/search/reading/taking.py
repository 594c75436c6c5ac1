"""Reads one foreign page. Only ever called through `footprint.worker`, in a process of its own."""

from __future__ import annotations

import email
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from urllib.parse import urljoin

import msgspec

from footprint.search.matching.names import fold
from footprint.search.reading import notes
from footprint.search.reading.blocks import Blocks
from footprint.search.reading.markup import MOST, tidy
from footprint.search.reading.page import LONGEST, Block, Fact, PageTold, Shown
from footprint.search.reading.page_signs import has_markup, is_page, signs_of
from footprint.search.reading.sign import Sign
from footprint.web.text import decode

_LONGEST_URL, _LONGEST_NAME = 2_000, 300
_WRAPPED = 52  # letters: a line of plain text that goes on in the next
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publish_date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "twitter:creator")
_ROBOTS = ("robots", "googlebot", "bingbot")
_NOBODY = re.compile(r"logo|icon|default|placeholder|banner|share|card\.|social|sprite", re.IGNORECASE)


class Parcel(msgspec.Struct):
    """What goes to the other process: the page, what it calls itself and where it came from."""

    body: bytes
    content_type: str
    url: str
    robots: str = ""


@dataclass(frozen=True)
class _Meta:
    pairs: dict[str, list[str]]

    def all(self, *keys: str) -> list[str]:
        return [words for key in keys for words in self.pairs.get(key, ()) if words]

    def first(self, *keys: str) -> str:
        return next(iter(self.all(*keys)), "")


def packed(body: bytes, content_type: str, url: str, robots: str = "") -> bytes:
    return msgspec.msgpack.encode(Parcel(body, content_type, url, robots))


def page(parcel: bytes) -> PageTold:
    """Everything that is looked at of the page in `parcel` (`packed`). It gives something for every page."""
    told = msgspec.msgpack.decode(parcel, type=Parcel)
    body, content_type = _unwrapped(told.body, told.content_type)
    if not is_page(body, content_type):
        return PageTold(signs=(Sign.FILE.value,))
    source = _clean(decode(body, content_type))
    if not has_markup(content_type, source):
        return _plain_text(source)
    return _marked_up(source, told)


def _unwrapped(body: bytes, content_type: str) -> tuple[bytes, str]:
    """The page in a file that holds page and pictures together (MHTML)."""
    if re.search(rb"^content-type:\s*multipart/related", body[:4_000], re.IGNORECASE | re.MULTILINE) is None:
        return body, content_type
    try:
        for part in islice(email.message_from_bytes(body).walk(), 500):
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                if isinstance(content, bytes):
                    return content, f"text/html; charset={part.get_content_charset() or 'utf-8'}"
    except (ValueError, LookupError, RecursionError):
        pass  # a damaged file holds no page
    return b"", "application/octet-stream"


def _clean(source: str) -> str:
    """Without what neither a database nor a screen takes."""
    source = source[:MOST].replace("\x00", "")
    return source.encode("utf-8", "replace").decode("utf-8")


def _plain_text(source: str) -> PageTold:
    lines = [" ".join(line.split()) for line in source.splitlines()]
    blocks: list[Block] = []
    paragraph = 0
    for at, line in enumerate(lines[:6_000]):
        if line and blocks and blocks[-1].inside == (paragraph,) and _goes_on(lines[at - 1], line):
            blocks[-1] = Block(f"{blocks[-1].text} {line}"[:LONGEST], "text", inside=(paragraph,))
        elif line:
            blocks.append(Block(line[:LONGEST], "line", inside=(paragraph,)))
        else:
            paragraph += 1
    title = next((one.text for one in blocks), "")[:_LONGEST_NAME]
    return PageTold(title, title, blocks=tuple(blocks), words=_count(blocks), text_hash=_hash(blocks))


def _goes_on(before: str, line: str) -> bool:
    """Whether a line of plain text is the rest of the one before: that was full, and this begins nothing new."""
    if line[:1].islower():
        return len(before) >= _WRAPPED // 2
    return len(before) >= _WRAPPED and before[-1:] not in ".!?:" and _NEW.match(line) is None


_NEW = re.compile(r"(?:[A-Z][\w.’' ]{0,30}:|\d+[.)\s]|[-•*])")


def _marked_up(source: str, told: Parcel) -> PageTold:
    walk = Blocks(source)
    walk.run()
    walk.end()
    found = walk.found()
    meta, facts = _Meta(_pairs(walk.metas)), notes.facts(walk.scripts)
    words = _count(walk.blocks)
    refresh = _joined(told.url, found.refresh)
    robots = [told.robots.lower(), *(one for key in _ROBOTS for one in meta.pairs.get(key, ()))]
    return PageTold(
        title=found.title[:_LONGEST_NAME],
        heading=next((one.text for one in walk.blocks if one.level == 1), "")[:_LONGEST_NAME],
        site=meta.first("og:site_name", "application-name")[:_LONGEST_NAME],
        kind=meta.first("og:type")[:60],
        canonical=_joined(told.url, found.canonical or found.about),
        refresh=refresh,
        robots=" ".join(", ".join(dict.fromkeys(one.lower() for one in robots if one)).split())[:200],
        picture=_picture(told.url, meta, facts),
        author=_author(meta, facts),
        published=_day(meta.all(*_PUBLISHED), facts, "datePublished", "dateCreated"),
        modified=_day(meta.all(*_MODIFIED), facts, "dateModified"),
        blocks=tuple(walk.blocks),
        pictures=tuple(_shown(told.url, one) for one in walk.pictures),
        facts=facts,
        signs=tuple(one.value for one in signs_of(found, source, words, refresh)),
        words=words,
        text_hash=_hash(walk.blocks),
    )


def _pairs(metas: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for key, words in metas:
        pairs.setdefault(key, []).append(tidy(words))
    return pairs


def _picture(url: str, meta: _Meta, facts: tuple[Fact, ...]) -> str:
    """The page's own picture; one that shows a site's sign shows nobody."""
    offered = [one.value for one in facts if one.key == "image" and one.kind == "Person"]
    offered += [meta.first("og:image:secure_url", "og:image", "og:image:url"), meta.first("twitter:image")]
    offered += [one.value for one in facts if one.key == "image" and one.kind != "Organization"]
    for one in offered:
        address = _joined(url, one)
        if address and not _NOBODY.search(address.rpartition("/")[2]):
            return address
    return ""


def _author(meta: _Meta, facts: tuple[Fact, ...]) -> str:
    said = meta.first(*_AUTHOR) or next((one.value for one in facts if one.key in ("author", "creator")), "")
    return "" if said.startswith(("http:", "https:")) else said[:200]


def _day(said: Iterable[str], facts: tuple[Fact, ...], *keys: str) -> str:
    """An ISO date, or "" where there is none that exists."""
    for words in (*said, *(one.value for one in facts if one.key in keys)):
        found = _DAY.search(words[:60])
        if found is not None:
            try:
                return date(*map(int, found.groups())).isoformat()
            except ValueError:
                continue
    return ""


def _shown(url: str, one: Shown) -> Shown:
    return replace(one, address=_joined(url, one.address))


def _joined(url: str, link: str) -> str:
    """The whole address of a link on the page; "" where it is none."""
    if not link or len(link) > _LONGEST_URL:
        return ""
    try:
        there = urljoin(url, link.strip())
    except ValueError:
        return ""
    return there if there.startswith(("https://", "http://")) and there.isprintable() else ""


def _count(blocks: Iterable[Block]) -> int:
    return sum(len(_WORD.findall(one.text)) for one in blocks)


def _hash(blocks: Iterable[Block]) -> str:
    """The same for pages that say the same, whatever stands around it and however it is set."""
    words = _WORD.findall(fold(" ".join(one.text for one in blocks if one.where not in ("nav", "header", "footer"))))
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:32] if words else ""
