"""The form of a table, of a page, and of lines of text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from footprint.archives.opening.skeleton.masking import is_field, kind_of_text, length_of, shown_key

_ROWS = 60
_LINES = 400
_SHAPES = 40
_TAGS = 250
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d")
_CLASS = re.compile(r"[A-Za-z_-][\w-]{0,24}", re.ASCII)


def table_shape(text: str) -> Iterator[str]:
    """Columns with their names, where those are names of fields, and the sorts of their values."""
    for delimiter in (",", ";", "\t"):
        try:
            rows = [
                row for row, _n in zip(csv.reader(io.StringIO(text), delimiter=delimiter), range(_ROWS), strict=False)
            ]
        except csv.Error:
            continue
        if rows and max(map(len, rows)) > 1:
            yield from _columns(rows, delimiter)
            return
    yield from lines_shape(text)


def _columns(rows: list[list[str]], delimiter: str) -> Iterator[str]:
    start = next((n for n, row in enumerate(rows) if sum(map(is_field, row)) * 2 >= len(row) > 1), None)
    yield f"table, columns set apart by {'tab' if delimiter == chr(9) else delimiter}"
    if start:
        yield f"{start} rows before its header"
    names = rows[start] if start is not None else []
    body = rows[(start + 1) if start is not None else 0 :]
    for column in range(max(map(len, rows))):
        name = shown_key(names[column]) if column < len(names) else "‹no name›"
        cells = [row[column] for row in body if column < len(row)]
        sorts = sorted({f"{kind_of_text(cell)} ({length_of(len(cell))} long)" for cell in cells})
        yield f"  {name}: {' or '.join(sorts[:5]) or 'nothing'}"


def lines_shape(text: str) -> Iterator[str]:
    """The forms of lines, with letters and digits put in place of all that is said: "[99/99/9999] a a: a"."""
    seen: Counter[str] = Counter()
    for line in text.splitlines()[:_LINES]:
        seen[_form(line)] += 1
    yield "lines of text"
    for form, count in seen.most_common(_SHAPES):
        yield f"  {count} × {form}"


def _form(line: str) -> str:
    form = _DIGITS.sub("9", _LETTERS.sub("a", line[:200]))
    form = re.sub(r"a(?: a){3,}", "a a ...", form)
    form = re.sub(r"9{5,}", "99999+", form)
    return "".join(sign if sign.isascii() and sign.isprintable() else f"<{ord(sign):04X}>" for sign in form)[:80]


class _Page(HTMLParser):
    """Tags with their classes, as deep as they stand; of texts only how long they are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._depth = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        classes = next((value or "" for name, value in attrs if name == "class"), "").split()
        known = ".".join(each for each in classes[:4] if _CLASS.fullmatch(each))
        others = " ".join(name for name, _value in attrs if name != "class" and is_field(name))
        self._say(f"<{tag[:20]}{'.' + known if known else ''}{' ' + others if others else ''}>")
        if tag not in ("br", "img", "hr", "meta", "link", "input"):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        if tag not in ("br", "img", "hr", "meta", "link", "input"):
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._silent:
            self._say(f"{kind_of_text(data.strip())} ({length_of(len(data))} long)")

    def _say(self, words: str) -> None:
        if len(self.lines) < _TAGS:
            self.lines.append("  " * min(self._depth, 30) + words)


def page_shape(text: str) -> Iterator[str]:
    """The tags of a page with their classes."""
    page = _Page()
    page.feed(text)
    yield "page"
    yield from page.lines
