"""One form for all the ways of writing an address, so that a page found twice is one finding."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.redirectors import unwrap
from footprint.web.guard import is_public
from footprint.wordlists import words as word_set

_LONGEST = 4096

_PORTS = {"http": 80, "https": 443}
# Front doors of the same site: on known networks all of them, elsewhere only those that nobody uses for something else.
_ANYWHERE = ("www.", "www2.", "m.", "mobile.", "amp.")
_ON_NETWORKS = ("uk.", "en-gb.", "en.", "touch.", "web.", "mbasic.", "old.", "new.", "gb.", "de.", "fr.", "ie.")
_SAME_SITE = {
    "twitter.com": "x.com",
    "fb.com": "facebook.com",
    "fb.me": "facebook.com",
    "instagr.am": "instagram.com",
    "youtube-nocookie.com": "youtube.com",
    "google.co.uk": "google.com",
    "pinterest.co.uk": "pinterest.com",
}
_NETWORKS = word_set(
    "facebook.com x.com linkedin.com instagram.com youtube.com reddit.com tiktok.com pinterest.com tumblr.com"
    " flickr.com threads.com threads.net medium.com vimeo.com quora.com snapchat.com"
)
# Where the address alone says which page it is, these say it and everything else is decoration.
_IDENTITY = {
    "youtube.com": frozenset({"v", "list"}),
    "facebook.com": frozenset({"id", "story_fbid", "fbid", "v", "set", "multi_permalinks"}),
    "x.com": frozenset(),
    "instagram.com": frozenset(),
    "linkedin.com": frozenset(),
    "tiktok.com": frozenset(),
    "reddit.com": frozenset(),
    "pinterest.com": frozenset(),
}
_TRACKING = word_set(
    "fbclid gclid gclsrc dclid msclkid yclid igsh igshid mc_cid mc_eid mkt_tok trk trkinfo lipi"
    " originalsubdomain ref ref_src ref_url refsrc referrer source src spm si feature share_id s_cid cmpid"
    " sessionid phpsessid jsessionid _ga _gl _hsenc _hsmi hl locale mibextid rdid __tn__ __xts__ __cft__ wtsid"
    " srsltid ved usg oq gs_lcp amp ocid cvid at_medium at_campaign xtor"
)
# On a profile these only choose a tab of the same page.
_TABS = {
    "x.com": ("with_replies", "media", "likes", "followers", "following", "highlights"),
    "facebook.com": ("about", "photos", "friends", "videos", "posts", "reels"),
    "instagram.com": ("tagged", "reels"),
    "youtube.com": ("videos", "about", "playlists", "community", "featured", "shorts", "streams"),
    "tiktok.com": ("live",),
}
_SAFE = "/:@!$&'()*+,;=~"


class BadAddress(FootprintError):
    """The person gave something that is not the address of a page."""


def read_address(text: str) -> str:
    """The full address in what the person typed or pasted, or `BadAddress` with what to do."""
    words = text.strip(" \t\r\n\u00a0<>\"'“”‘’.,;")
    if not words:
        raise BadAddress(_("Enter the address of the page. It often starts with https://."))
    if len(words) > _LONGEST:
        raise BadAddress(_("This address is too long to keep. Copy it again from the top of the page."))
    if "://" not in words and not re.match(r"[a-z]+:(?!\d)", words, re.IGNORECASE):
        words = "https://" + words
    parts = _split(words)
    if parts is None or parts.scheme not in _PORTS:
        raise BadAddress(
            _("“{text}” is not the address of a page. Use one that starts with https://.").format(
                text=text.strip()[:80]
            )
        )
    host = parts.hostname or ""
    if "." not in host or not _host(host) or re.search(r"[\s\\\x00-\x1f\x7f]", words) or parts.username is not None:
        raise BadAddress(
            _("“{text}” is not a full address. Copy it again from the top of the page.").format(text=text.strip()[:80])
        )
    if _inside(host):
        words = _("“{text}” is inside a network at home or at work, so strangers cannot open it.")
        raise BadAddress(words.format(text=host))
    return unwrap(words)


def _inside(host: str) -> bool:
    """Whether this is the number of a machine that the public web does not reach."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return not is_public(host)


def canonical(address: str) -> str:
    """The one form of `address`. Never raises: what is no web address comes back trimmed."""
    text = address.strip()
    if len(text) > _LONGEST:
        return text[:_LONGEST].strip()
    parts = _split(unwrap(text))
    if parts is None or parts.scheme not in _PORTS:
        return text
    host = _host(parts.hostname or "")
    if not host or parts.username is not None:
        return text
    site = _site(host)
    path, query = parts.path, parts.query
    if site == "youtu.be":
        site, path, query = "youtube.com", "/watch", urlencode({"v": path.strip("/").split("/")[0]})
    return f"https://{site}{_port(parts)}{_path(site, path)}{_query(site, query)}"


def host_of(address: str) -> str:
    """The site of a canonical address, without a front door such as `www.`; empty when there is none."""
    parts = _split(canonical(address))
    return (parts.hostname or "") if parts is not None and parts.scheme in _PORTS else ""


def _split(text: str) -> SplitResult | None:
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zs") or letter == "\\" for letter in text):
        return None
    try:
        parts = urlsplit(text)
        _unused = parts.port
    except ValueError:
        return None
    return parts if parts.hostname else None


def _host(host: str) -> str:
    """Lower-case ASCII, without a final dot; empty when no such name can exist."""
    host = host.lower().rstrip(".")
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True).decode("ascii").rstrip(".")
        except (idna.IDNAError, UnicodeError, ValueError, IndexError):
            return ""
    return host if re.fullmatch(r"[a-z0-9_]([a-z0-9_.:-]*[a-z0-9_])?", host) and ".." not in host else ""


def _site(host: str) -> str:
    """`host` without its front doors, under the name its network has now."""
    while True:
        door = next((door for door in _ANYWHERE if host.startswith(door) and "." in host[len(door) :]), None)
        if door is None:
            door = next(
                (door for door in _ON_NETWORKS if host.startswith(door) and _is_network(host[len(door) :])), None
            )
        if door is None:
            return _SAME_SITE.get(host, host)
        host = host[len(door) :]


def _is_network(host: str) -> bool:
    host = host.removeprefix("m.").removeprefix("www.")
    return _SAME_SITE.get(host, host) in _NETWORKS


def _port(parts: SplitResult) -> str:
    port = parts.port
    return "" if port is None or port in (0, _PORTS[parts.scheme], 443) else f":{port}"


def _path(site: str, path: str) -> str:
    pieces = [
        quote(unquote(piece, errors="surrogateescape").encode("utf-8", "surrogateescape"), safe=_SAFE[1:])
        for piece in path.split("/")
    ]
    pieces = [piece for piece in pieces if piece and piece != "."]
    if pieces and pieces[-1].lower() in ("amp", "index.html", "index.htm", "index.php") and site not in _NETWORKS:
        pieces = pieces[:-1]
    if site in _IDENTITY and pieces and site != "youtube.com":
        pieces[0] = pieces[0].lower()
    if site == "youtube.com" and len(pieces) == 2 and pieces[0] in ("shorts", "live", "embed", "v"):
        return f"/watch?v={pieces[1]}"
    tabs = _TABS.get(site, ())
    if len(pieces) == 2 and pieces[1].lower() in tabs:
        pieces = pieces[:1]
    if site == "linkedin.com" and len(pieces) > 2 and pieces[0] == "in":
        pieces = pieces[:2]
    return "/" + "/".join(pieces) if pieces else ""


def _query(site: str, query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape", max_num_fields=None)
    identity = _IDENTITY.get(site)
    if identity is not None:
        pairs = [(name, value) for name, value in pairs if name in identity and value]
        if any(name == "v" for name, _value in pairs) and site == "youtube.com":
            pairs = [pair for pair in pairs if pair[0] == "v"]
    kept = sorted({(n, v) for n, v in pairs if not n.lower().startswith("utm_") and n.lower() not in _TRACKING})
    return "?" + urlencode(kept, errors="surrogateescape") if kept else ""
