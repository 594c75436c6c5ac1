"""The links of a page: where each really leads, and whether it has a heading or says where it leads."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

from footprint.search.addresses import host_of
from footprint.search.pages.layouts import is_own
from footprint.search.providers.base import page_address
from footprint.search.redirectors import unwrap

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

MOST = 6_000
HEADINGS = ("h1", "h2", "h3", "h4")
# Addresses through which the engines count and charge for adverts.
_ADVERT = re.compile(
    r"//(?:www\.)?google\.[a-z.]+/(?:aclk|pagead/)|googleadservices\.|doubleclick\.net|//(?:www\.)?bing\.com/(?:aclk|aclick)"
    r"|duckduckgo\.com/y\.js|/y\.js\?ad_|//(?:www\.)?startpage\.com/(?:sp/)?(?:adclick|ads?/)|search\.brave\.com/a/redirect"
    r"|//(?:an|yabs)\.yandex\.",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"/imgres\?|/images/search\?(?:[^#]*&)?(?:view=detail|mediaurl=)", re.IGNORECASE)
_ELSEWHERE = frozenset({"nav", "footer", "header", "form", "aside"})
_MIDDLE = frozenset({"article", "li", "main"})
_ELSEWHERE_ROLES = frozenset({"navigation", "contentinfo", "banner", "search", "menu", "menubar", "dialog"})


@dataclass(frozen=True)
class Link:
    """A link that leads out of the engine's own pages. `around`: in what frames the page, not in its middle."""

    tag: Tag
    address: str
    host: str
    heading: bool
    advert: bool
    picture: bool
    around: bool
    named: str = ""  # what the engine calls a picture, kept beside it


def links_of(page: BeautifulSoup, base: str = "") -> tuple[Link, ...]:
    """Every link that leads somewhere else, in the order of the page."""
    found: list[Link] = []
    for tag in islice(page.find_all("a", href=True), MOST * 3):
        href = str(tag["href"]).strip()[:8000]
        advert, picture = _ADVERT.search(href) is not None, _PICTURE.search(href) is not None
        address, named = _picture_page(tag, href) if picture else (_outward(href, base), "")
        if not address and advert:
            address = page_address(urljoin("https://ad.invalid/", href))
        host = host_of(address) if address else ""
        if host and "." in host and (advert or not is_own(host)):
            found.append(Link(tag, address, host, heading_of(tag) is not None, advert, picture, _around(tag), named))
        if len(found) >= MOST:
            break
    return tuple(found)


def own_links(page: BeautifulSoup) -> list[str]:
    """The addresses of the page's links to where engines are, such as its tabs and its further pages."""
    found: list[str] = []
    for tag in islice(page.find_all("a", href=True), MOST):
        href = str(tag["href"]).strip()
        if href.startswith("//"):
            href = "https:" + href
        if href.startswith(("https://", "http://")) and len(href) < 8000:
            found.append(href)
    return found


def heading_of(tag: Tag) -> Tag | None:
    """The heading inside a link or around it, told by its name or by its role."""
    inside = tag.find(HEADINGS) or tag.find(True, attrs={"role": "heading"})
    if inside is not None:
        return inside
    return next(
        (one for one in islice(tag.parents, 3) if one.name in HEADINGS or one.get("role") == "heading"),
        None,
    )


def _outward(href: str, base: str) -> str:
    if href.startswith("//"):
        href = "https:" + href
    elif href.startswith("/url?"):
        href = "https://www.google.com" + href
    elif href.startswith("/l/?"):
        href = "https://duckduckgo.com" + href
    elif href.startswith("/ck/"):
        href = "https://www.bing.com" + href
    elif base and href.startswith("/") and not is_own(host_of(base)):
        return ""  # a link inside the page’s own site
    return page_address(unwrap(href))


def _picture_page(tag: Tag, href: str) -> tuple[str, str]:
    """The page a picture stands on, and its name: in the address of the link, or beside it as the engine keeps it."""
    try:
        fields = parse_qs(urlsplit(href).query, errors="replace", max_num_fields=100)
    except ValueError:
        fields = {}
    for name in ("imgrefurl", "purl", "pageurl"):
        if fields.get(name):
            return page_address(fields[name][0]), ""
    for value in list(tag.attrs.values())[:40]:
        if isinstance(value, str) and value.startswith("{") and len(value) < 20_000:
            try:
                kept = json.loads(value)
            except (ValueError, RecursionError):
                continue
            found, named = (kept.get("purl"), kept.get("t")) if isinstance(kept, dict) else (None, None)
            if isinstance(found, str):
                return page_address(found), named if isinstance(named, str) else ""
    return "", ""


def _around(tag: Tag) -> bool:
    above = list(islice(tag.parents, 40))
    if above and any(one.name in _MIDDLE for one in above) and not any(one.name in ("nav", "footer") for one in above):
        return False
    return any(one.name in _ELSEWHERE or one.get("role") in _ELSEWHERE_ROLES for one in above)
