"""JSON of any size, element by element.

Lists are read in pieces of many elements at once: a piece that starts at an element and is valid JSON when put in
brackets cannot end anywhere but after an element (the brackets balance and no string is open), so a guess at the cut
is proved by decoding it. Where a guess fails, the end of each element is found by its brackets.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

import msgspec

from footprint.archives.parsing.json_window import Broken, Window
from footprint.archives.records import Trouble, Why

Path = tuple[str, ...]
Item = tuple[Path, Any]

WHOLE = 16 << 20  # bytes of a file that is decoded at once
DEPTH = 200  # objects in objects; real exports have 12 at most
_PATIENCE = 4  # guesses at one cut
_BAD = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_BYTE = re.compile(r"byte (\d+)")


def json_items(stream: BinaryIO) -> Iterator[Item]:
    """Each element of the outermost lists, and each value that stands in no list, with the keys that lead to it.

    `{"a": {"b": [1, 2]}, "c": 3}` gives `(("a", "b"), 1)`, `(("a", "b"), 2)` and `(("c",), 3)`. A list at the top has
    the path `()`; a key may come twice and both are read. Before the JSON there may be `window.YTD.x.part0 =` or a
    byte order mark, after it another value. An element that cannot be read is a `Trouble` in its place and the next
    follows; after a `Trouble` of `Why.BROKEN_FILE` nothing does. Strings have no NUL and no lone surrogates.
    """
    window = Window(stream)
    path: list[str] = []
    try:
        window.skip_prefix()
        while True:
            yield from _value(window, path)
            if window.skip_suffix():
                return
    except Broken as problem:
        yield tuple(path), Trouble(problem.why, where=_place(path))


def json_whole(stream: BinaryIO, most: int = WHOLE) -> Any:
    """The one value of a small file, or a `Trouble`."""
    window = Window(stream)
    try:
        window.skip_prefix()
        raw = window.value(most, DEPTH)
    except Broken as problem:
        return Trouble(problem.why)
    return Trouble(raw) if isinstance(raw, Why) else decoded(raw)


def decoded(raw: bytes) -> Any:
    """One value, or a `Trouble` where it is not JSON."""
    try:
        return _cleaned(msgspec.json.decode(raw)) if _has_nul(raw) else msgspec.json.decode(raw)
    except _BAD:
        return _decoded_gently(raw)


def _value(window: Window, path: list[str]) -> Iterator[Item]:
    """The value that comes next, of any size. `path` is where reading is, also for whoever catches its breaking."""
    depth = 0
    while True:
        mark = window.peek()
        if mark == b"{" and depth < DEPTH:
            window.at += 1
            depth += 1
            path.append("")
        elif mark == b"[":
            window.at += 1
            yield from _elements(window, tuple(path))
        else:
            yield tuple(path), _single(window, path)
        while depth and not _next_key(window, path):
            depth -= 1
        if not depth:
            return


def _next_key(window: Window, path: list[str]) -> bool:
    """Whether the open object has another key, now the last of `path`; if not, the object is left."""
    while (mark := window.peek()) == b",":
        window.at += 1
    if mark == b"}":
        window.at += 1
        path.pop()
        return False
    if mark != b'"':
        raise Broken
    key = decoded(_must(window.value()))
    if not isinstance(key, str) or window.peek() != b":":
        raise Broken
    window.at += 1
    path[-1] = key
    return True


def _must(raw: bytes | Why) -> bytes:
    if isinstance(raw, Why):
        raise Broken(raw)
    return raw


def _single(window: Window, path: list[str]) -> Any:
    raw = window.value(deep=DEPTH)
    return Trouble(raw, where=_place(path)) if isinstance(raw, Why) else decoded(raw)


def _elements(window: Window, path: Path) -> Iterator[Item]:
    """The elements of the list just opened, and past its end."""
    between = b""
    misses = wait = 0
    while (mark := window.peek()) != b"]":
        if mark == b",":
            window.at += 1
            continue
        if mark in (b"", b"}", b":"):
            raise Broken
        if between and not wait:
            many = _many(window, between)
            if many:
                misses = 0
                for element in many:
                    yield path, element
                continue
            misses = min(misses + 1, 8)
            wait = 1 << misses
        wait = max(0, wait - 1)
        yield path, _single(window, list(path))
        between = window.between()
    window.at += 1


def _many(window: Window, between: bytes) -> list[Any]:
    """As many whole elements as a good guess gives; none when the guesses are bad."""
    window.fill()
    end = len(window.data)
    for _guess in range(_PATIENCE):
        cut = window.data.rfind(between, window.at, end)
        if cut < 0:
            return []
        piece = window.data[window.at : cut + 1]
        try:
            found: list[Any] = msgspec.json.decode(b"[" + piece + b"]", type=list[Any])
        except _BAD as problem:
            # What is wrong stands before that byte: often the list ends there, and the cut was in the next one.
            told = _BYTE.search(str(problem))
            end = min(cut + len(between) - 1, window.at + int(told[1]) if told else end)
            continue
        window.at = cut + 1
        return [_cleaned(each) for each in found] if _has_nul(piece) else found
    return []


def _place(path: list[str]) -> str:
    return " / ".join(path)[:200]


def _has_nul(raw: bytes) -> bool:
    return b"\\u0000" in raw


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


def _finite(word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise ValueError(word)
    return number


def _decoded_gently(raw: bytes) -> Any:
    """For what the strict decoder refuses: line breaks in strings, halves of characters, bytes in no encoding."""
    try:
        text = raw.decode("utf-8", "replace")
        value = json.loads(text, strict=False, parse_constant=_refused, parse_float=_finite)
        return _cleaned(value)
    except (ValueError, RecursionError):
        return Trouble(Why.BROKEN_ENTRY)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(each) for key, each in value.items()}
    return value


def clean(text: str) -> str:
    """Without NUL and lone surrogates, which no database takes."""
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
