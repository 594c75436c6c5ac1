"""Addresses that only point at another one: search engines and networks count where people go through them."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from footprint.search.hosts import is_on

_DEEPEST = 5
# (host, path prefix, name of the parameter that holds the real address); a host matches with all its front doors.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    ("google.*", "/url", "q"),
    ("google.*", "/url", "url"),
    ("google.*", "/imgres", "imgrefurl"),
    ("facebook.com", "/l.php", "u"),
    ("facebook.com", "/flx/warn/", "u"),
    ("instagram.com", "/", "u"),
    ("duckduckgo.com", "/l/", "uddg"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("linkedin.com", "/safety/go", "url"),
    ("linkedin.com", "/authwall", "sessionRedirect"),
    ("youtube.com", "/redirect", "q"),
    ("reddit.com", "/", "url"),
    ("vk.com", "/away.php", "to"),
    ("slack-redir.net", "/link", "url"),
    ("safelinks.protection.outlook.com", "/", "url"),
    ("steamcommunity.com", "/linkfilter/", "url"),
)
# Here the whole site is a redirector, not just one path of it.
_DOORS = {"instagram.com": ("l.instagram.com",), "reddit.com": ("out.reddit.com",)}
_GOOGLE = re.compile(r"(?:[a-z0-9-]+\.)?google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})")


def unwrap(address: str) -> str:
    """The address `address` really leads to, as far as it says so itself. Never raises, asks nobody."""
    for _turn in range(_DEEPEST):
        inner = _inner(address)
        if inner is None or inner == address:
            return address
        address = inner
    return address


def _inner(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        fields = parse_qs(parts.query, errors="replace", max_num_fields=200)
    except ValueError:
        return None
    if not host:
        return None
    if is_on(host, "bing.com") and parts.path.startswith("/ck/"):
        return _bing(fields)
    if is_on(host, "search.yahoo.com"):
        return _yahoo(parts.path)
    return _amp(host, parts) or _parameter(host, parts.path, fields)


def _parameter(host: str, path: str, fields: dict[str, list[str]]) -> str | None:
    for site, prefix, name in _KNOWN:
        if not _leads(host, site) or not (path or "/").startswith(prefix):
            continue
        found = fields.get(name, [""])[0].strip()
        if found.startswith(("http://", "https://")):
            return found
    return None


def _leads(host: str, site: str) -> bool:
    if site == "google.*":
        return _GOOGLE.fullmatch(host) is not None
    return host in _DOORS[site] if site in _DOORS else is_on(host, site)


def _bing(fields: dict[str, list[str]]) -> str | None:
    """Bing writes the address as `a1` and base64 without its padding."""
    packed = fields.get("u", [""])[0]
    if not packed.startswith("a1"):
        return None
    try:
        found = base64.urlsafe_b64decode(packed[2:] + "=" * (-len(packed[2:]) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return found if found.startswith(("http://", "https://")) else None


def _yahoo(path: str) -> str | None:
    found = re.search(r"/RU=([^/]+)/", path)
    inner = unquote(found[1]) if found else ""
    return inner if inner.startswith(("http://", "https://")) else None


def _amp(host: str, parts: SplitResult) -> str | None:
    """Google's AMP viewer; a copy in a web archive is a page of its own and stays."""
    if _GOOGLE.fullmatch(host) and parts.path.startswith("/amp/"):
        rest = parts.path.removeprefix("/amp/").removeprefix("s/")
        return f"https://{rest}" if "." in rest.split("/")[0] else None
    return None
