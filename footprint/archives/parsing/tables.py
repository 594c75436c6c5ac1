"""Tables out of an archive, row by row: a mark at the start, columns of the same name, lines before the header, NUL."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from footprint.archives.parsing.streams import Kept, text_lines
from footprint.archives.parsing.texts import clean

Row = dict[str, str]
_WIDEST = 400  # columns of one row
_LONGEST_FIELD = 16_000_000
_BEFORE_HEADER = 30  # rows looked at for the header


def headed(names: Iterable[str]) -> tuple[str, ...]:
    """Names of columns in small letters; a name that comes again gets its number behind it: `lift`, `lift 2`."""
    seen: dict[str, int] = {}
    found = []
    for name in names:
        key = " ".join(clean(name).replace("\ufeff", "").split()).casefold()
        seen[key] = seen.get(key, 0) + 1
        found.append(key if seen[key] == 1 else f"{key} {seen[key]}")
    return tuple(found)


def head_columns(head: bytes, among: int = 8) -> list[tuple[str, ...]]:
    """The first lines of a member as headers might be read from them, for recognising."""
    text = head.decode("utf-8-sig", "replace").replace("\x00", "")
    found = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=False):
            found.append(headed(row))
            if len(found) >= among:
                break
    except csv.Error:
        pass
    return found


def rows(stream: Kept, is_header: Callable[[Sequence[str]], bool] | None = None) -> Iterator[Row]:
    """Each row as column to text, columns in small letters. The header is the first row that is not empty, or the
    first for which `is_header` holds; a table without it has no rows. Rows of blanks are left out."""
    csv.field_size_limit(min(_LONGEST_FIELD, sys.maxsize))
    reader = csv.reader(_without_nul(text_lines(stream)), strict=False)
    columns: tuple[str, ...] = ()
    looked = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a field past all measure: its line is lost, the next is not
            continue
        if not any(row):
            continue
        if columns:
            yield {name: clean(value) for name, value in zip(columns, row[:_WIDEST], strict=False)}
            continue
        looked += 1
        names = headed(row[:_WIDEST])
        if is_header is None or is_header(names):
            columns = names
        elif looked > _BEFORE_HEADER:
            return


def _without_nul(lines: Iterable[str]) -> Iterator[str]:
    for one in lines:
        yield one.replace("\x00", "") if "\x00" in one else one


def cell(row: Row, *names: str) -> str:
    """The first of the columns `names` that has something in it, without blanks around."""
    for name in names:
        found = row.get(name)
        if found:
            found = found.strip()
            if found:
                return found
    return ""
