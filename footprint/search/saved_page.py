"""Reads a results page the person saved in their browser: outward links with titles and the text beside them."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from footprint import worker
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.addresses import canonical, host_of
from footprint.search.providers.base import page_address, plain
from footprint.search.records import Hit
from footprint.search.redirectors import unwrap
from footprint.tasks import Task

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

LARGEST = 5_000_000
_MOST_LINKS, _MOST_HITS, _CLIMB, _SNIPPET = 5_000, 200, 7, 500
_ENGINES = {"google": "Google", "bing": "Bing", "duckduckgo": "DuckDuckGo"}
_OWN = re.compile(
    r"(?:^|\.)(?:google\.[a-z.]{2,6}|gstatic\.com|googleusercontent\.com|googleadservices\.com|bing\.com|bing\.net|msn\.com"
    r"|microsoft\.com|live\.com|microsofttranslator\.com|duckduckgo\.com|duck\.com|duck\.ai)$"
)
_HEADINGS = ("h1", "h2", "h3", "h4")
_STOP_AT = frozenset({"body", "html", "main", "ol", "ul", "table", "tbody", "form", "[document]"})


class BadPage(FootprintError):
    """The file holds no results that can be read."""


@dataclass(frozen=True)
class SavedPage:
    """What a saved page held. `engine` is empty when no known one can be told."""

    engine: str
    hits: tuple[Hit, ...]


def read_saved_page(data: bytes) -> SavedPage:
    """The results in a page saved as HTML or as one file (MHTML). Touches neither disk nor network."""
    if len(data) > LARGEST:
        raise BadPage(_("This file is too big for a page of results. Save only the page with the results."))
    text = _text(data)
    if "<" not in text:
        raise BadPage(_("This is not a saved page. In your browser choose Save page as, then drop that file here."))
    page = _soup(text)
    hits = tuple(_hits(page))
    if not hits:
        raise BadPage(_no_hits(text))
    return SavedPage(_engine(page, text), hits)


def read_apart(data: bytes, task: Task | None = None) -> SavedPage:
    """The same in a process of its own, as a page from outside may be made to break its reader."""
    if len(data) > LARGEST:
        return read_saved_page(data)
    try:
        return worker.apart(read_saved_page, data, refusal=BadPage, task=task)
    except worker.CannotRead as problem:
        raise BadPage(str(problem)) from None


def _no_hits(text: str) -> str:
    low = text[:200_000].casefold()
    if any(sign in low for sign in ("unusual traffic", "captcha", "anomaly-modal", "are you a robot")):
        return _("This page only asks if you are a person. It shows no results, so nothing was searched.")
    return _("There are no results we can read in this page. Copy the addresses and paste them in its place.")


def _text(data: bytes) -> str:
    if re.search(rb"^content-type:\s*multipart/related", data[:4000], re.IGNORECASE | re.MULTILINE):
        return _mhtml(data)
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _mhtml(data: bytes) -> str:
    """The first page of a file that holds page and pictures together."""
    import email

    for part in islice(email.message_from_bytes(data).walk(), 500):
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""
    return ""


def _soup(text: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    with warnings.catch_warnings():  # bs4 warns about text that looks like a file name or like XML
        warnings.simplefilter("ignore")
        page = BeautifulSoup(text.replace("\x00", ""), "lxml")
    for hidden in page.find_all(["script", "style", "noscript", "template"]):
        hidden.extract()
    return page


def _hits(page: BeautifulSoup) -> Iterator[Hit]:
    """Links with a heading are results; on a page without headings every outward link is one."""
    links = [(link, where) for link in islice(page.find_all("a", href=True), _MOST_LINKS) if (where := _outward(link))]
    with_heading = [(link, where) for link, where in links if _heading(link) is not None]
    chosen = with_heading or links
    alone = Counter(id(above) for link, _where in chosen for above in islice(link.parents, 40))
    seen: set[str] = set()
    for link, where in chosen:
        title = plain(_title(link), 300)
        form = canonical(where)
        if len(title) < 2 or form in seen:
            continue
        seen.add(form)
        yield Hit(where, title, _snippet(link, title, alone))
        if len(seen) >= _MOST_HITS:
            return


def _outward(link: Tag) -> str:
    """Where a link really leads; empty for what is no web page or belongs to the engine itself."""
    href = str(link["href"]).strip()
    if href.startswith("//"):
        href = "https:" + href
    elif href.startswith("/url?"):
        href = "https://www.google.com" + href
    elif href.startswith("/l/?"):
        href = "https://duckduckgo.com" + href
    where = page_address(unwrap(href))
    host = host_of(where) if where else ""
    return where if host and "." in host and not _OWN.search(host) else ""


def _heading(link: Tag) -> Tag | None:
    """The heading inside a link or around it."""
    return link.find(_HEADINGS) or next((one for one in islice(link.parents, 3) if one.name in _HEADINGS), None)


def _title(link: Tag) -> str:
    heading = _heading(link)
    inside = heading if heading is not None and any(above is link for above in heading.parents) else link
    return " ".join(islice(inside.stripped_strings, 40))


def _snippet(link: Tag, title: str, alone: Counter[int]) -> str:
    """The text in the largest box around this result that holds no other."""
    box: Tag = link
    for above in islice(link.parents, _CLIMB):
        if above.name in _STOP_AT or alone[id(above)] > 1:
            break
        box = above
    inside = {id(part) for part in link.find_all(string=True)}
    pieces: list[str] = []
    length = 0
    for part in box.find_all(string=True, limit=200):
        words = " ".join(part.split())
        if not words or id(part) in inside or words == title:
            continue
        pieces.append(words)
        length += len(words)
        if length > _SNIPPET:
            break
    return plain(" ".join(pieces), _SNIPPET)


def _engine(page: BeautifulSoup, text: str) -> str:
    """Which engine the page is from, by its title, else by where it was saved."""
    title = page.title.get_text().casefold() if page.title is not None else ""
    saved = re.search(r"saved from url=\(\d+\)(\S{0,200})", text[:5000])
    clues = (title.rsplit(" - ", 1)[-1], title.rsplit(" at ", 1)[-1], host_of(saved[1]) if saved else "")
    return next((name for name in _ENGINES for clue in clues if clue.startswith((name, f"{name} search"))), "")
