"""An answer made into what is kept of it. Pure, never raises, in bounded time whatever came."""

from __future__ import annotations

from urllib.parse import urljoin

from footprint.log.recheck.likeness import shape_of, short_hash
from footprint.log.recheck.named import Named
from footprint.log.recheck.records import Page
from footprint.search.reading.markup import Markup, take_apart
from footprint.search.reading.page_signs import has_markup, is_page, signs_of
from footprint.search.reading.sign import Sign
from footprint.web.text import decode

_LONGEST_URL = 2_000


def read_page(body: bytes, content_type: str, url: str, who: Named, salt: str) -> Page:
    """What is kept of the answer `body` that came from `url`. `salt` makes its hashes this item's own."""
    if not is_page(body, content_type):
        return Page(digest=short_hash(body.hex(), salt), length=len(body), signs=frozenset({Sign.FILE}))
    source = decode(body, content_type)
    markup = take_apart(source) if has_markup(content_type, source) else Markup(text=source)
    words = who.others_in(markup.text)
    refresh = _joined(url, markup.refresh)
    named = any(who.in_text(text) for text in (markup.title, markup.text, markup.extra) if text)
    return Page(
        title=short_hash(" ".join(who.others_in(markup.title)), salt) if markup.title else "",
        canonical=_joined(url, markup.canonical or markup.about),
        robots=markup.robots,
        length=len(markup.text),
        words=len(words),
        named=named,
        digest=short_hash(" ".join(words), salt),
        shape=shape_of(words, salt),
        signs=signs_of(markup, source, len(words), refresh),
        refresh=refresh,
    )


def _joined(url: str, link: str) -> str:
    """The whole address of a link on the page; "" where it is none."""
    if not link or len(link) > _LONGEST_URL:
        return ""
    try:
        there = urljoin(url, link)
    except ValueError:
        return ""
    return there if there.startswith(("https://", "http://")) and there.isprintable() else ""
