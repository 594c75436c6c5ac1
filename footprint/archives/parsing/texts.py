"""Strings out of an archive: safe to pass on, mended where Meta broke them, found again whatever a file is called."""

from __future__ import annotations

import re
from html import unescape

LONGEST = 200_000  # characters kept of one text; the longest a network takes is below it

_UNSAFE = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(value: object) -> str:
    """The text in `value`, or its digits; "" for what is neither. NUL and lone surrogates do not pass."""
    if type(value) is not str:
        if type(value) is int and -(2**63) <= value < 2**64:
            return str(value)
        if type(value) is float:
            return repr(value)
        return ""
    if len(value) > LONGEST:
        value = value[:LONGEST]
    if value.isascii():
        return value.replace("\x00", "") if "\x00" in value else value
    return _UNSAFE.sub(_spare, value) if _UNSAFE.search(value) else value


def _spare(found: re.Match[str]) -> str:
    return "" if found.group() == "\x00" else "\N{REPLACEMENT CHARACTER}"


def line(value: object) -> str:
    """The same on one line without controls: a name or a title."""
    text = clean(value)
    return text if text.isalnum() else _SPACES.sub(" ", _CONTROLS.sub("", text)).strip()


def without_marks(text: str) -> str:
    """Without marks of direction, which exports put around names and times."""
    return text if text.isascii() else _MARKS.sub("", text)


def mend(text: str) -> str:
    """Undo Meta's writing of each UTF-8 byte as a character of its own; unchanged where that is not what happened."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def mend_all(value: object, depth: int = 0) -> object:
    """`mend` for every string in a decoded tree, keys included. What is nested absurdly deep is left out."""
    if type(value) is str:
        return value if value.isascii() else mend(value)
    if type(value) is dict:
        if depth > 60:
            return None
        return {mend(key): mend_all(one, depth + 1) for key, one in value.items()}
    if type(value) is list:
        return None if depth > 60 else [mend_all(one, depth + 1) for one in value]
    return value


def unescaped(value: object) -> str:
    """Clean text in which `&amp;` and its like are the characters they stand for."""
    text = clean(value)
    return clean(unescape(text)) if "&" in text else text


_HTTP = re.compile(r"https?://[^\s\x00-\x1f<>\"]{1,2000}\Z", re.IGNORECASE)


def link(value: object) -> str:
    """`value` when it is an http or https address in one piece, else ""."""
    if type(value) is not str:
        return ""
    text = value.strip()
    return clean(text) if _HTTP.match(text) else ""


_NUMBERED = re.compile(r"(?:[_-]?(?:part)?\d{1,4}|\s?\(\d{1,4}\))\Z")
_NO_WORD = re.compile(r"[\W_]+")


def file_name(path: str) -> str:
    """A file's name without folders, ending and case, any run of signs as one `_`: `you've-1.json` is `you_ve_1`."""
    return _NO_WORD.sub("_", path.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()).strip("_")


def stem(path: str) -> str:
    """`file_name` without the number of a part: `posts_2.json`, `posts-part1.json` and `posts (3).json` are `posts`."""
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return _NO_WORD.sub("_", _NUMBERED.sub("", name).casefold()).strip("_")


def part_number(path: str) -> int:
    """The number at the end of a file's name, or 0."""
    found = re.search(r"(\d{1,4})\)?\Z", path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    return int(found.group(1)) if found else 0


def ending(path: str) -> str:
    """`json`, `csv`, ...; "" without one."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[1].casefold() if "." in name else ""


_MIMES = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
    "heic": "image/heic", "avif": "image/avif", "bmp": "image/bmp", "mp4": "video/mp4", "mov": "video/quicktime",
    "m4v": "video/mp4", "webm": "video/webm", "3gp": "video/3gpp", "avi": "video/x-msvideo", "opus": "audio/ogg",
    "m4a": "audio/mp4", "mp3": "audio/mpeg", "aac": "audio/aac", "ogg": "audio/ogg", "pdf": "application/pdf",
}  # fmt: skip


def mime(path: str) -> str:
    """What a picture or film is by its name; "" when the name does not say."""
    return _MIMES.get(ending(path.split("?", 1)[0]), "")
