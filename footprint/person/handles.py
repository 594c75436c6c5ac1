"""Reads a username or a profile address as people type or paste it, by the rules of its network."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.person.contact import read_phone
from footprint.person.errors import BadHandle, WrongNetwork
from footprint.wordlists import words as word_set

_LONGEST = 2048
_SERVER = "{server}"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FRONT_DOOR = re.compile(
    r"^(?:www|m|mobile|web|touch|mbasic|uk|gb|en|ie|de|fr|es|it|pl|[a-z]{2}-[a-z]{2}|old|new|open|in)\.(?=[^.]+\.)"
)
# Further names of one and the same site.
_SAME = {
    "twitter.com": "x.com",
    "fb.com": "facebook.com",
    "fb.me": "facebook.com",
    "instagr.am": "instagram.com",
    "threads.net": "threads.com",
    "youtu.be": "youtube.com",
    "api.whatsapp.com": "wa.me",
    "whatsapp.com": "wa.me",
    "telegram.me": "t.me",
}
# First pieces of a path that are somebody's profile without their handle in it, and those that are no profile.
_WITHOUT_HANDLE = word_set("profile.php people public channel pub")
_NOT_PEOPLE = word_set(
    "groups events marketplace watch photo photo.php photos story.php permalink.php share sharer hashtag search login"
    " settings home explore p reel reels stories i help privacy policies feed jobs company school posts messages"
)


class Presence(NamedTuple):
    """Where the person is on a network. One of the two may be empty: some profile addresses carry no handle."""

    handle: str
    address: str


def read_presence(text: str, network_name: str, pattern: str, rule: str, domains: Iterable[str] = ()) -> Presence:
    """The handle and profile address in what was typed; empty for nothing typed.

    `pattern` is the network's profile address with `{handle}` in it, and with `{server}` where people choose a server:
    then a handle is `name@server`. `rule` is a regular expression for a whole handle, `domains` are further
    sites of the same network. Raises `BadHandle`, or `WrongNetwork` for a page somewhere else.
    """
    words = _tidy(text)
    if not words:
        return Presence("", "")
    if len(words) > _LONGEST:
        raise BadHandle(_("This is too long. Copy the address of your profile again."))
    if _is_address(words, pattern):
        return _from_address(words, network_name, pattern, rule, domains)
    handle = _fitting(words, rule)
    if handle is None and " " in words:
        raise BadHandle(_("A username has no spaces. It is the last part of the address of your profile."))
    if handle is None:
        raise BadHandle(_("“{text}” cannot be a username on {network}.").format(text=words[:60], network=network_name))
    return Presence(handle, profile_address(pattern, handle))


def read_handle(text: str, network_name: str, pattern: str, rule: str) -> str:
    """Only the handle; `BadHandle` when there is none in `text`."""
    handle = read_presence(text, network_name, pattern, rule).handle
    if not handle:
        raise BadHandle(
            _("There is no username in this. Enter your username on {network}.").format(network=network_name)
        )
    return handle


def profile_address(pattern: str, handle: str) -> str:
    """The address of the profile with this handle; empty where the network has no such addresses."""
    if "{handle}" not in pattern:
        return ""
    if _SERVER not in pattern:
        return pattern.replace("{handle}", handle)
    name, _at, server = handle.partition("@")
    return pattern.replace("{handle}", name).replace(_SERVER, server) if name and server else ""


def tidy_address(text: str) -> str:
    """A full address: `https://` put in front where it was left out. `BadHandle` for what is none."""
    words = _tidy(text)
    if not words:
        return ""
    full = words if _SCHEME.match(words) else f"https://{words}"
    if _host(full) == "" or not full.lower().startswith(("http://", "https://")) or len(full) > _LONGEST:
        raise BadHandle(
            _("“{text}” is not the address of a page. Copy it from the top of your profile.").format(text=words[:60])
        )
    return full


def tidy_handle(text: str) -> str:
    """A username without blanks around it and without its @."""
    return _tidy(text).lstrip("@").strip()


def _tidy(text: str) -> str:
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", text).split()).strip(' <>"“”‘’,;')


def _is_address(words: str, pattern: str) -> bool:
    """Whether this is an address; `ada.example` is not one, since many networks allow full stops in a username."""
    if _SCHEME.match(words):
        return True
    front, slash, _rest = words.lower().partition("/")
    if " " in words or "." not in front or words.startswith("@") or (_SERVER in pattern and "@" in front):
        return False
    return bool(slash) or front.startswith("www.") or front in _SAME or _site(front) == _site(_host(pattern))


def _from_address(words: str, network_name: str, pattern: str, rule: str, domains: Iterable[str]) -> Presence:
    full = tidy_address(words)
    given, server_chosen = pattern, _SERVER in pattern
    pattern = pattern.replace(_SERVER, _host(full))
    site, own = _site(_host(full)), _site(_host(pattern))
    known = {own, *(_site(one) for one in domains)} - {""}
    if known and site not in known and not any(site.endswith("." + one) for one in known):
        raise WrongNetwork(
            _("This address is on {site}, not on {network}. Add it under its own network.").format(
                site=site, network=network_name
            )
        )
    first = urlsplit(full).path.strip("/").split("/")[0].lower()
    if first in _NOT_PEOPLE:
        raise BadHandle(
            _("This is a page on {network}, but not a profile. Open your own profile and copy its address.").format(
                network=network_name
            )
        )
    server = _host(full) if server_chosen else ""
    bare = first in _WITHOUT_HANDLE and first != _path(pattern).strip("/").split("/")[0]
    handle = None if bare or site != own else _handle_in(full, pattern, rule, server)
    if handle is not None:
        return Presence(handle, profile_address(given, handle))
    if not first and not urlsplit(full).query:
        raise BadHandle(
            _("This is the front page of {network}. Open your own profile and copy its address.").format(
                network=network_name
            )
        )
    return Presence("", full)


def _handle_in(address: str, pattern: str, rule: str, server: str = "") -> str | None:
    """The piece of the path that stands where the pattern has its handle, if it fits the rule."""
    if "{handle}" not in pattern:
        return None
    before, _hole, _after = _path(pattern).partition("{handle}")
    path = unquote(_path(address), errors="replace")
    if not path.lower().startswith(before.lower()):
        return None
    name = path[len(before) :].split("/")[0]
    if server and "@" not in name:
        name = f"{name}@{server}"
    return _fitting(name, rule)


def _path(address: str) -> str:
    """The address without scheme, host, query and fragment; a pattern may have its hole in any of them."""
    rest = _SCHEME.sub("", address, count=1)
    rest = re.split(r"[?#]", rest, maxsplit=1)[0]
    return "/" + rest.partition("/")[2]


def _fitting(text: str, rule: str) -> str | None:
    """`text` in the first of its forms that fits the network's rule."""
    bare = text.strip().lstrip("@").strip()
    forms = [bare, bare.lower()]
    if re.fullmatch(r"\+?[\d\s().-]{7,}", bare):
        number = _number(bare)
        forms += [number, number.removeprefix("+")] if number else []
    return next((form for form in forms if form and re.fullmatch(rule, form)), None)


def _number(text: str) -> str:
    """A phone number as its digits with the country; empty when it is none."""
    try:
        return re.sub(r"[^\d+]", "", read_phone(text))
    except FootprintError:
        return ""


def _host(address: str) -> str:
    try:
        parts = urlsplit(address if _SCHEME.match(address) else f"https://{address}")
        host, _port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.username is not None or not re.fullmatch(r"[^\W_]([\w.-]*[^\W_])?", host) or "." not in host:
        return ""
    return "" if ".." in host else host


def _site(host: str) -> str:
    host = host.lower()
    while (shorter := _FRONT_DOOR.sub("", host)) != host:
        host = shorter
    return _SAME.get(host, host)
