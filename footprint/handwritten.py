"""Data that people write by hand in TOML: from text to strict records, with every fault named by file and place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from footprint.i18n import _

T = TypeVar("T")

LARGEST = 2_000_000  # bytes of one file
MOST_PROBLEMS = 200  # told of one file; nobody reads more
_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<place>.*)`)?$", re.DOTALL)


@dataclass(frozen=True)
class Problem:
    """One fault in a file people write by hand: where it stands and what is wrong."""

    file: str
    place: str
    text: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        near = _(" (near line {line})").format(line=self.line) if self.line else ""
        return f"{where}: {self.text}{near}"


def read(path: Path) -> tuple[dict[str, Any] | None, str, tuple[Problem, ...]]:
    """The file as plain tables and as text; a file that is not TOML gives a problem instead."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        return None, "", (Problem(path.name, "", _("could not be read: {why}").format(why=problem.strerror)),)
    if len(raw) > LARGEST:
        return None, "", (Problem(path.name, "", _("is larger than a checklist can be")),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, "", (Problem(path.name, "", _("is not plain UTF-8 text")),)
    return parse(path.name, text)


def parse(name: str, text: str) -> tuple[dict[str, Any] | None, str, tuple[Problem, ...]]:
    """The same for a text that is no file of its own."""
    import tomllib  # here, because Home shows what there is to check without reading a file

    try:
        return tomllib.loads(text), text, ()
    except (ValueError, RecursionError) as problem:
        return None, "", (Problem(name, "", _("is not TOML: {why}").format(why=str(problem) or "nesting")),)


def decode(
    raw: dict[str, Any], kind: type[T], *, file: str, text: str = "", lists: Mapping[str, type[Any]]
) -> tuple[T | None, tuple[Problem, ...]]:
    """`raw` as a `kind`. The items of `lists` are looked at one by one, so that a fault in one hides no other."""
    found: list[Problem] = []
    frame = dict(raw)
    for name, item_kind in lists.items():
        items = raw.get(name)
        if not isinstance(items, list):
            continue
        lines: list[int] = []
        for index, item in enumerate(items):
            try:
                msgspec.convert(item, item_kind, strict=True)
            except msgspec.ValidationError as fault:
                lines = lines or _lines_of(text, name)
                line = lines[index] if index < len(lines) else None
                found.append(_problem(fault, file, f"{name}[{index}]", line))
                if len(found) >= MOST_PROBLEMS:
                    break
        frame[name] = []
    try:
        msgspec.convert(frame, kind, strict=True)
    except msgspec.ValidationError as fault:
        found.append(_problem(fault, file, "", None))
    if found:
        return None, tuple(found)
    return msgspec.convert(raw, kind, strict=True), ()


def line_of(text: str, name: str, index: int) -> int | None:
    """The line on which the item with this number of `[[name]]` begins, where it is written that way."""
    lines = _lines_of(text, name)
    return lines[index] if index < len(lines) else None


def _lines_of(text: str, name: str) -> list[int]:
    """The lines on which the items of `[[name]]` begin, in one go over the text."""
    lines, line, at = [], 1, 0
    for head in re.finditer(rf"^[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]", text, re.MULTILINE):
        line, at = line + text.count("\n", at, head.start()), head.start()
        lines.append(line)
    return lines


_SAYINGS: tuple[tuple[str, str], ...] = (
    (r"Object contains unknown field `(.*)`", 'unknown field "{0}"'),
    (r"Object missing required field `(.*)`", 'the field "{0}" is missing'),
    (r"Invalid enum value (.*)", "{0} is not one of the words allowed here"),
    (r"Expected `(.*)`, got `(.*)`", "expected {0}, found {1}"),
    (r"Expected `str` of length >= 1", "is empty"),
    (r"Expected `str` of length >= (\d+)", "must be {0} letters or more"),
    (r"Expected `str` of length <= (\d+)", "must be {0} letters or fewer"),
    (r"Expected `str` matching regex .*", "is not written in the way this key needs"),
    (r"Expected `int` >= (-?\d+)", "must be {0} or more"),
    (r"Expected `int` <= (-?\d+)", "must be {0} or fewer"),
    (r"Expected `array` of length >= (\d+)", "must have {0} or more in it"),
    (r"Expected `array` of length <= (\d+)", "must have {0} or fewer in it"),
)
_PLAIN = {
    "str": "text in quotes",
    "array": "a list",
    "object": "a table",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "date": "a date such as 2026-05-02",
    "datetime": "a date with a time",
    "null": "nothing",
}


def _problem(fault: msgspec.ValidationError, file: str, inside: str, line: int | None) -> Problem:
    parts = _AT.match(str(fault))
    what, place = (parts["what"], parts["place"] or "") if parts else (str(fault), "")
    place = place.split("` in `")[-1].removeprefix("$")
    if not inside:
        place = place.removeprefix(".")
    for pattern, saying in _SAYINGS:
        said = re.fullmatch(pattern, what, re.DOTALL)
        if said:
            what = saying.format(*(_PLAIN.get(word, word) for word in said.groups()))
            break
    return Problem(file, inside + place, what, line)
