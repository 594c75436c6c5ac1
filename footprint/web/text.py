"""Foreign bytes into text and JSON that nothing further in can trip over."""

from __future__ import annotations

import codecs
import json
import re
from typing import NoReturn
from urllib.parse import quote, quote_plus

MASK = "•••"
# Few blanks only: a header of 60,000 of them would keep a pattern that takes any number busy for half a minute.
_IS = r"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{1,40})"""
_CHARSET = re.compile(_IS, re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}?" + _IS.encode(), re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Python also knows codecs that are no charsets, that are slow on purpose-made input, or that raise whatever one asks.
_KNOWN = re.compile(
    r"utf-8|utf-16(-le|-be)?|iso8859-\d+|cp125\d|koi8-[ru]|shift_jis|euc_(jp|kr)|gb(k|2312|18030)|big5|mac-roman"
)
_BAD_ESCAPE = re.compile(r"\\u(d[89ab][0-9a-f]{2}|0000)", re.IGNORECASE)
_BAD_LETTER = re.compile("[\x00\ud800-\udfff]")


def decode(body: bytes, content_type: str) -> str:
    """Text in the charset of the byte mark, the header, the page or else UTF-8; unreadable bytes become U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _clean(body.decode(name, "replace"))
    claimed = _CHARSET.search(content_type)
    if claimed:
        return _clean(body.decode(_codec(claimed[1]), "replace"))
    inside = _META.search(body[:4096])
    return _clean(body.decode(_codec(inside[1].decode("ascii")) if inside else "utf-8", "replace"))


def _codec(claimed: str) -> str:
    try:
        name = codecs.lookup(claimed).name
    except LookupError:
        return "utf-8"
    if name in ("ascii", "iso8859-1"):
        return "cp1252"  # as browsers do
    return name if _KNOWN.fullmatch(name) else "utf-8"


def _clean(words: str) -> str:
    return _BAD_LETTER.sub("\ufffd", words)


def parse_json(body: bytes) -> object:
    """Raises ValueError or RecursionError."""
    words = body.decode(json.detect_encoding(body), "replace")
    found: object = json.loads(words, parse_constant=_no_constant)
    return _cleaned(found) if _BAD_ESCAPE.search(words) or _BAD_LETTER.search(words) else found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {_clean(name): _cleaned(one) for name, one in value.items()}
    return value


def spellings(key: str) -> set[str]:
    """The ways a word can stand in an address."""
    return {key, quote(key, safe=""), quote(key), quote_plus(key)}


def plain_headers(pairs: dict[str, str]) -> bool:
    """Whether every header is one line of printable ASCII."""
    return all(re.fullmatch(r"[A-Za-z0-9-]+", name) and re.fullmatch(r"[ -~]*", value) for name, value in pairs.items())
