"""Reads a page of results by how it is built: a heading that links out, where it leads, and the text beside it."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from footprint.i18n import _
from footprint.search.addresses import canonical, host_of
from footprint.search.pages import layouts, says
from footprint.search.pages.blocks import Blocks
from footprint.search.pages.decoding import page_text
from footprint.search.pages.layouts import Layout
from footprint.search.pages.links import Link, links_of, own_links
from footprint.search.pages.parts import Part, Parts
from footprint.search.pages.records import BadPage, LeftOut, SavedPage
from footprint.search.providers.base import plain
from footprint.search.records import Hit, Outcome

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

MOST_HITS = 200
_FEW = 3  # links with a heading that make a page of results of one that no engine is known for


def read_page(data: bytes) -> SavedPage:
    """The results in a page saved as HTML, as one file (MHTML, web archive) or copied with its links.

    Touches neither disk nor network. `BadPage` where nothing can be said: that is never the same as nothing found.
    """
    text, address = page_text(data)
    page = _soup(text)
    layout = _layout(page, address)
    words = _words(page, address, layout)
    links = links_of(page, address)
    parts = Parts(page, links)
    hits, left_out = _hits(links, parts, layout)
    pieces = list(islice(page.stripped_strings, 5_000))
    shown = "\n".join(pieces) + "\n" + " ".join(pieces)  # a sentence may run over several pieces
    name = _name(layout, page, address)
    if hits and not _only_a_wall(hits, layout, shown, text):
        return SavedPage(name, hits, words, Outcome.RESULTS, says.other_words(shown), left_out)
    outcome, note, said = says.outcome(shown, text, layout is not None)
    if outcome is Outcome.UNREADABLE:
        raise BadPage(_("There are no results we can read in this page. Copy the addresses and paste them here."))
    if outcome is Outcome.BLOCKED:  # the title of a wall is none of the words searched for
        words = _asked(page, address, layout)
    return SavedPage(name, (), words or said, outcome, note, left_out)


def _soup(text: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    with warnings.catch_warnings():  # bs4 warns about text that looks like a file name or like XML
        warnings.simplefilter("ignore")
        page = BeautifulSoup(text, "lxml")
    for hidden in page.find_all(["script", "style", "noscript", "template", "svg"]):
        hidden.extract()
    return page


# -- which engine, which words ---------------------------------------------------------------------


def _title(page: BeautifulSoup) -> str:
    return plain(page.title.get_text(), 500) if page.title is not None else ""


def _layout(page: BeautifulSoup, address: str) -> Layout | None:
    """By where the page was saved, by its title, or by where most of its own links lead."""
    title = _title(page)
    found = layouts.of_address(address) or layouts.of_title(title) or layouts.of_address(title)
    if found is not None:
        return found
    for tag in page.find_all(["link", "base", "meta", "form"], limit=300):
        said = str(tag.get("href") or tag.get("action") or tag.get("content") or "")
        if (
            tag.name == "form"
            or tag.name == "base"
            or tag.get("rel") == ["canonical"]
            or tag.get("property") == "og:url"
        ):
            found = layouts.of_address("https:" + said if said.startswith("//") else said)
            if found is not None:
                return found
    asked = Counter(
        one.name
        for href in own_links(page)
        if (one := layouts.of_address(href)) is not None and layouts.words_in_address(one, href)
    )
    (name, count), *_others = asked.most_common(1) or [("", 0)]
    return layouts.BY_NAME[name] if count >= 2 else None


def _words(page: BeautifulSoup, address: str, layout: Layout | None) -> str:
    """What was searched for: in the address, in the box at the top, in the title, or in the links to further pages."""
    if layout is None:
        return ""
    found = _asked(page, address, layout) or layouts.words_in_title(layout, _title(page))
    if found:
        return found
    asked = Counter(
        words for href in own_links(page) if layouts.of_address(href) is layout
        and (words := layouts.words_in_address(layout, href))
    )  # fmt: skip
    best = asked.most_common(2)
    return best[0][0] if best and best[0][1] >= 2 and (len(best) == 1 or best[0][1] > best[1][1]) else ""


def _asked(page: BeautifulSoup, address: str, layout: Layout | None) -> str:
    """The words in the address or in the box at the top; some walls have their address for a title."""
    if layout is None:
        return ""
    found = layouts.words_in_address(layout, address) or layouts.words_in_address(layout, _title(page))
    return found or _in_box(page, layout)


def _in_box(page: BeautifulSoup, layout: Layout) -> str:
    for name in layout.asks:
        for tag in page.find_all(["input", "textarea"], attrs={"name": name}, limit=6):
            words = layouts.tidy(str(tag.get("value") or "") or tag.get_text())
            if words:
                return words
    return ""


def _name(layout: Layout | None, page: BeautifulSoup, address: str) -> str:
    """The engine’s name here; its pages of pictures have one of their own."""
    if layout is None:
        return ""
    pictures = "udm=2" in address or "tbm=isch" in address or "/images/search" in address
    pictures = pictures or (layout.name == "bing" and _title(page).endswith(("Search Images", "Bing images")))
    return f"{layout.name}-images" if pictures and layout.name in ("google", "bing") else layout.name


# -- the results -----------------------------------------------------------------------------------


def _hits(links: Sequence[Link], parts: Parts, layout: Layout | None) -> tuple[tuple[Hit, ...], LeftOut]:
    kinds = {id(one): _part(one, parts) for one in links}
    labels = _labels(links)
    results = [one for one in links if kinds[id(one)] is Part.RESULT and id(one) not in labels]
    blocks = Blocks(results)
    strong = [one for one in results if one.heading or blocks.shows_where(one)]
    if layout is None and len({canonical(one.address) for one in strong}) < _FEW:
        strong = []
    middle = [one for one in results if not one.around]
    chosen = strong or middle or results
    adverts = {id(one) for one in chosen if blocks.is_advert(one)}
    sorts = Counter(kinds.values())
    pictures = [one for one in links if kinds[id(one)] is Part.PICTURE]
    taken = [one for one in chosen if id(one) not in adverts]
    if not strong and len(pictures) > len(taken):
        taken, pictures = [*pictures, *taken], []  # a page of pictures
    left_out = LeftOut(
        adverts=_adverts(links, kinds) + len({one.address for one in chosen if id(one) in adverts}),
        questions=_pages(links, kinds, Part.QUESTION),
        pictures=len({one.address for one in pictures}),
        related=sorts[Part.RELATED],
    )
    return tuple(islice(_each_once(taken, blocks), MOST_HITS)), left_out


def _labels(links: Sequence[Link]) -> frozenset[int]:
    """Links to the front page of a site that only name it, beside a link to a page there."""
    fronts = {id(one) for one in links if _is_front(one.address)}
    inner = {one.host for one in links if id(one) not in fronts}
    return frozenset(
        id(one)
        for one in links
        if id(one) in fronts
        and one.host in inner
        and host_of("https://" + "".join(islice(one.tag.stripped_strings, 3))) == one.host
    )


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def _part(one: Link, parts: Parts) -> Part:
    if one.advert:
        return Part.ADVERT
    return Part.PICTURE if one.picture else parts.of(one.tag)


def _adverts(links: Iterable[Link], kinds: dict[int, Part]) -> int:
    """How many adverts: each has one heading, and perhaps more links."""
    found = [one for one in links if kinds[id(one)] is Part.ADVERT]
    return len({one.address for one in found if one.heading} or {one.address for one in found})


def _pages(links: Iterable[Link], kinds: dict[int, Part], part: Part) -> int:
    return len({one.address for one in links if kinds[id(one)] is part})


def _each_once(taken: Sequence[Link], blocks: Blocks) -> Iterable[Hit]:
    """A page once, with the best of its titles, where it first stands."""
    by_page: dict[str, list[Link]] = {}
    for one in taken:
        by_page.setdefault(canonical(one.address), []).append(one)
    within = Blocks([one for group in by_page.values() for one in group])
    for group in by_page.values():
        best = max(group, key=lambda one: (one.heading, bool(within.title(one)), not within.shows_where(one)))
        title = within.title(best) or next((words for one in group if (words := within.title(one))), "")
        if len(title) > 1:
            yield Hit(best.address, title, within.snippet(best, title))


def _only_a_wall(hits: Sequence[Hit], layout: Layout | None, shown: str, marked: str) -> bool:
    """A few links on a short page that asks whether a person looks are no results."""
    return len(hits) <= _FEW and len(shown) < 5_000 and says.is_robot(shown, "" if layout is None else marked)
