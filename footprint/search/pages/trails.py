"""How engines show where a result leads: `https://club.example › members › ada`, whole or cut short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from footprint.search.addresses import BadAddress, host_of, read_address

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.)+[a-z]{2,24}"
_ARROW = r"[›»>→⟩]"
_TRAIL = re.compile(
    rf"(?P<start>(?:https?://)?(?P<host>{_HOST})(?::\d+)?(?P<path>/[^\s›»]*)?)(?P<rest>(?:\s*{_ARROW}\s*[^›»>→⟩\n]{{1,120}})*)"
    rf"\s*(?:\.{{3}}|…|{_ARROW})?",
    re.IGNORECASE,
)
_MENU = re.compile(r"\s*(?:[·•|⋮]|\b\d{1,4}[kK]?\+ (?:followers|likes|reactions)\b).*$")
_CUT = ("…", "...")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|docx?|xlsx?|exe|zip|txt)$", re.IGNORECASE)


@dataclass(frozen=True)
class Trail:
    """An address as it was shown. `whole` is False where parts may be missing."""

    address: str
    host: str
    whole: bool


def read_trail(line: str) -> Trail | None:
    """The trail that a line is, and nothing else; None for any other line."""
    text = _MENU.sub("", line.strip())
    found = _matched(text)
    if found is None:
        return None
    rest = [one.strip() for one in re.split(_ARROW, found["rest"]) if one.strip()]
    host = host_of("https://" + found["host"])
    if not host:
        return None
    start = found["start"].rstrip("/")
    cut = text.rstrip().endswith(_CUT)
    start = start.rstrip(".…") if cut else start
    pieces = [one for one in rest if not one.startswith(_CUT) and not one.endswith(_CUT) and " " not in one]
    whole = not rest and not cut
    if "://" not in start:
        start = "https://" + start
    try:
        address = read_address("/".join((start, *(quote(one, safe="%-._~@:!$&'()*+,;=?/") for one in pieces))))
        known = urlsplit(address).hostname
    except (BadAddress, ValueError):
        return None
    return Trail(address, host, whole) if known else None


def looks_like(line: str) -> bool:
    """Whether a line is built like a trail: quick, for a first glance at a long text."""
    return _matched(_MENU.sub("", line.strip())) is not None


def _matched(text: str) -> re.Match[str] | None:
    if not text or len(text) > 2000 or "." not in text:
        return None
    found = _TRAIL.fullmatch(text)
    return None if found is None or ("/" not in text and " " not in text and _FILE.search(text)) else found


def shows(text: str, host: str) -> bool:
    """Whether a piece of text is where a link to `host` leads."""
    found = read_trail(text)
    return found is not None and (found.host == host or host.endswith("." + found.host))
