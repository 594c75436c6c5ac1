"""Takes what the person pasted apart: many addresses in one piece of text, each good or with a named problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from footprint.i18n import _, ngettext
from footprint.search.addresses import BadAddress, canonical, read_address
from footprint.search.providers.base import plain
from footprint.search.records import Hit

_LONGEST, _MOST = 1_000_000, 1_000
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_SEARCHES = {
    "google.com": ("/search",),
    "bing.com": ("/search",),
    "duckduckgo.com": ("", "/html", "/lite"),
    "search.brave.com": ("/search",),
    "startpage.com": ("/sp/search", "/do/search"),
    "mojeek.com": ("/search",),
    "facebook.com": ("/search",),
    "linkedin.com": ("/search",),
    "instagram.com": ("/explore",),
    "x.com": ("/search",),
}


@dataclass(frozen=True)
class Problem:
    """A piece of the paste that could not be used, and what to do about it."""

    text: str
    why: str


def read_paste(text: str) -> tuple[tuple[Hit, ...], tuple[Problem, ...]]:
    """The addresses in `text`, each once, and every line that holds none."""
    hits: dict[str, Hit] = {}
    problems: list[Problem] = []
    if len(text) > _LONGEST:
        problems.append(Problem("", _("This is too much text at once. Only the first part was read.")))
    lines = (line for line in text[:_LONGEST].splitlines() if line.strip())
    for found in (found for line in lines for found in _line(line)):
        if len(hits) >= _MOST:
            why = ngettext("Only the first {n} address was read.", "Only the first {n} addresses were read.", _MOST)
            problems.append(Problem("", why.format(n=_MOST)))
            break
        if not isinstance(found, Problem):
            hits.setdefault(canonical(found.address), found)
        elif len(problems) < _MOST:
            problems.append(found)
    return tuple(hits.values()), tuple(problems)


def _line(line: str) -> Iterator[Hit | Problem]:
    written = _ADDRESS.findall(line) or ([line.strip()] if len(line.split()) == 1 else [])
    if not written:
        yield Problem(plain(line, 80), _("There is no address in this line."))
    title = plain(_ADDRESS.sub(" ", line), 300).strip(" -–—:|•·\t") if len(written) == 1 else ""
    title = "" if title == plain(line, 300) else title
    yield from (_one(one, title) for one in written)


def _one(written: str, title: str) -> Hit | Problem:
    bare = written.rstrip(".,;:!?'’")
    if bare.endswith(")") and "(" not in bare:
        written = bare.rstrip(")")
    try:
        address = read_address(written)
    except BadAddress as problem:
        return Problem(plain(written, 80), str(problem))
    if _is_search(address):
        why = _("This is the search itself. Copy the address of a page it found.")
        return Problem(plain(written, 80), why)
    return Hit(address, title)


def _is_search(address: str) -> bool:
    """Whether an address is a page of results rather than a page about somebody."""
    parts = urlsplit(canonical(address))
    paths = _SEARCHES.get(parts.hostname or "")
    if paths is None:
        return False
    path = parts.path.rstrip("/")
    return any(path == start or (start and path.startswith(start + "/")) for start in paths) and bool(
        urlsplit(address).query
    )
