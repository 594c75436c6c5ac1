"""Every text of a pack with its place, and what no text may hold: mark-up, hidden signs, and addresses of elsewhere.

It walks the types, so that a field added tomorrow is looked at without anybody thinking of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from footprint.i18n import _
from footprint.wordlists import words as word_set

LONGEST = 1_200  # letters of any one text

ADDRESS_FIELDS = frozenset({"link", "help", "start", "address", "known"})
"""Fields that hold one address and nothing else, in the formats of every room."""
_PATTERN_FIELDS = frozenset({"handle", "example"})
_HOST_FIELDS = frozenset({"hosts", "domains"})
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_HTML = re.compile(r"</?[a-z!?][^>]*>?|&(?:\w+|#\w+);", re.IGNORECASE)
_MARKUP = re.compile(r"\*|`|\]\(|__|^\s*#+\s|~~", re.MULTILINE)
_FILLED = re.compile(r"[{}]|%\(|\$\{")
_OTHER_SCHEME = re.compile(
    r"\b(?!https\b)[a-z][a-z0-9+.-]{1,20}:(?:/|\\)"
    r"|\b(?:javascript|vbscript|data|mailto|tel|file|blob|ms-[\w-]+|search-ms)\s?:(?=\S)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\\\\\w|(?:^|\s)\.\.?[/\\]|(?:^|\s)~/|\b[A-Za-z]:\\")
_EMAIL = re.compile(r"[\w.+%'-]+@([\w.-]*\w)")
_HOST = re.compile(r"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,})(?![\w-]|\.\w)")
_WORD = re.compile(r"\w+")
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH"})
_HEAPED = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2}")
_MANY_LINES = word_set("text words why note summary reason first detail looks_different default_note")
"""Fields that may hold paragraphs; all others are one line."""
_PARTS = re.compile(r"[a-z0-9.-]+\Z")


class Text(NamedTuple):
    """One text and where it stands ("add[2].text"); `field` is the name of the innermost key."""

    place: str
    words: str
    field: str


def every(value: object, place: str = "", field: str = "") -> Iterator[Text]:
    """All texts inside a value, however deep. Words of a closed list (enums) are none."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield Text(place, value, field)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from every(getattr(value, name), f"{place}.{name}".lstrip("."), name)
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from every(one, f"{place}[{at}]", field)
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield Text(place, str(name), "")
            yield from every(one, f"{place}.{name}", str(name))


def faults(text: Text, hosts: frozenset[str]) -> Iterator[str]:
    """What is wrong with one text. `hosts` are those the pack's own list names."""
    words = text.words
    if len(words) > LONGEST:
        yield _("is longer than {most} letters").format(most=LONGEST)
        return
    if words and not words.strip():
        yield _("is empty")
    if "\n" in words and text.field not in _MANY_LINES:
        yield _("must be one line")
    if not words.isprintable():
        yield from _hidden_faults(words)
    if not words.isascii():
        yield from _letter_faults(words)
    if text.field in _PATTERN_FIELDS or text.field in _HOST_FIELDS:
        return
    if text.field in ADDRESS_FIELDS:
        yield from address_faults(words, hosts, handle=text.place == "profile.address")
        return
    yield from _mark_faults(words)
    yield from _elsewhere(words, hosts)


def address_faults(address: str, hosts: frozenset[str], *, handle: bool = False) -> Iterator[str]:
    """What is wrong with an address that can be opened; nothing for none. `handle`: it holds `{handle}`."""
    if not address:
        return
    shown, address = address[:80], address.replace("{handle}", "handle") if handle else address
    try:
        parts = urlsplit(address)
        host, plain = parts.hostname or "", parts.username is None and parts.password is None and parts.port is None
    except ValueError:
        host, plain = "", False
    odd = re.search(r"[\s\\<>\"'`{}|^]", address) or not _is_plain(host)
    if not plain or odd or not address.startswith("https://") or "." not in host:
        yield _("“{link}” is not a plain https address").format(link=shown)
    elif host not in hosts:
        yield not_listed(host)


def _is_plain(host: str) -> bool:
    """Small letters, digits, dots and dashes alone, and no number in place of a name."""
    return bool(_PARTS.match(host)) and not host.rsplit(".", 1)[-1].isdigit()


def _hidden_faults(words: str) -> Iterator[str]:
    """Controls, signs that turn the direction, signs without width, halves of signs and those that mean nothing."""
    kinds = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    hidden = next((sign for sign in words if sign != "\n" and unicodedata.category(sign) in kinds), "")
    if hidden:
        code = f"U+{ord(hidden):04X}"
        yield _("holds a hidden sign ({code}) that can turn words round or hide them").format(code=code)


def _letter_faults(words: str) -> Iterator[str]:
    """Letters that look like others inside one word, and marks heaped on one letter."""
    for word in _WORD.findall(words):
        alphabets = {unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha()}
        if len(alphabets & _ALPHABETS) > 1:
            yield _("“{word}” mixes letters of two alphabets").format(word=word[:40])
    if _HEAPED.search(unicodedata.normalize("NFC", words)):
        yield _("heaps marks on a letter")


def _mark_faults(words: str) -> Iterator[str]:
    plain = _BOLD.sub(r"\1", words)
    html = _HTML.search(plain)
    if html:
        yield _("“{mark}”: HTML is never understood; only **bold** is").format(mark=html[0][:30])
    elif mark := _MARKUP.search(plain):
        yield _("“{mark}”: only **bold** is understood as mark-up").format(mark=mark[0].strip())
    if filled := _FILLED.search(plain):
        yield _("“{mark}”: nothing is filled in here; write the words out").format(mark=filled[0])


def _elsewhere(words: str, hosts: frozenset[str]) -> Iterator[str]:
    if other := _OTHER_SCHEME.search(words):
        yield _("“{mark}”: only https addresses can stand in a text").format(mark=other[0])
        return
    if outside := _OUTSIDE.search(words):
        yield _("“{mark}”: a path of a computer cannot stand in a text").format(mark=outside[0].strip())
    named = {found[1].casefold() for found in _EMAIL.finditer(words)}
    named |= {found[1].casefold() for found in _HOST.finditer(_EMAIL.sub(" ", words))}
    for host in sorted(named - hosts):
        yield not_listed(host)


def not_listed(host: str) -> str:
    return _("“{host}” is not in the list of hosts in pack.toml").format(host=host)
