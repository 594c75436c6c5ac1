"""Printing: tables and sentences for people, or one JSON document with stable field names for programs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from footprint import dates

_SHOWN_ID = 8  # letters of an id that tables show; any start that fits one record alone will do


def plain(value: object) -> Any:
    """A value as JSON can say it: instants in UTC, days as `2026-11-16`, enums by value, records field by field."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return dates.to_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [plain(one) for one in value]
    return value


def safe(cell: object) -> str:
    """Text for a terminal on one line: nothing that moves the cursor, changes colours or turns the reading order."""
    words = str(plain(cell)) if cell is not None else ""
    return "".join(letter if letter.isprintable() else " " for letter in words)


def short(record_id: str) -> str:
    """The start of an id, as tables show it."""
    return record_id[:_SHOWN_ID]


class ReaderGone(Exception):
    """Whoever read the answer has closed their end (`footprint log list | head`)."""


class Output:
    """Where a command's answer goes. With `as_json` only `data` is printed, once."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def data(self, value: object) -> None:
        """The answer for programs; nothing where a person reads."""
        if self.as_json:
            write(sys.stdout, _document(value) + "\n")

    def say(self, words: str) -> None:
        """A sentence for a person."""
        if not self.as_json:
            write(sys.stdout, safe(words) + "\n")

    def text(self, words: str) -> None:
        """Several lines for a person, such as a letter."""
        if not self.as_json:
            write(sys.stdout, "".join(safe(line) + "\n" for line in words.splitlines()))

    def aside(self, words: str) -> None:
        """Progress and warnings, never part of the answer."""
        write(sys.stderr, safe(words) + "\n")

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """A table for a person; nothing where there are no rows. On a screen it folds, in a pipe it never does."""
        cells = [[safe(cell) for cell in row] for row in rows]
        if self.as_json or not cells:
            return
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in cells:
            table.add_row(*map(Text, row))
        screen = sys.stdout is not None and sys.stdout.isatty()
        drawn = io.StringIO()
        Console(file=drawn, force_terminal=screen, width=None if screen else 10_000).print(table)
        write(sys.stdout, "".join(line.rstrip() + "\n" for line in drawn.getvalue().splitlines()))


def write(stream: TextIO | None, words: str) -> None:
    """Write to a stream that may be missing (a windowed start has none)."""
    if stream is None:
        return
    try:
        stream.write(words)
    except BrokenPipeError:
        if stream is not sys.stderr:  # nobody hears the progress any more, but the work goes on
            raise ReaderGone from None


def _document(value: object) -> str:
    """JSON in which every letter that could steer a terminal is written as an escape."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2)
    return "".join(letter if letter == "\n" or letter.isprintable() else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    return json.dumps(letter)[1:-1]
