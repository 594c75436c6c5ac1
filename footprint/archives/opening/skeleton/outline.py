"""One file's outline, whatever it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, cast

from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.containers.base import Container
from footprint.archives.opening.naming import ending
from footprint.archives.opening.skeleton.json_shape import json_shape
from footprint.archives.opening.skeleton.masking import length_of, shown_path
from footprint.archives.opening.skeleton.text_shapes import lines_shape, page_shape, table_shape

_START = 2 << 20  # bytes of a file that are looked at
_MOST_LINES = 600


def outline(part: Container, row: int) -> str:
    """Text to be copied. Nothing in it is a value of the file, and no key that may be one."""
    path = part.path(row)
    head = f"{shown_path(path)}, {length_of(part.length(row) // 1024)} kB, in a {part.form}"
    try:
        with part.open(row) as stream:
            lines = list(islice(_shape(path, stream.read(_START) or b""), _MOST_LINES))
    except BrokenMember as problem:
        lines = [problem.why.value]
    return "\n".join([head, *lines])


def _shape(path: str, data: bytes) -> Iterator[str]:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    end = ending(path)
    if end in ("json", "js", "jsonl") or (start[:1] in (b"{", b"[") and end != "txt"):
        return json_shape(cast(BinaryIO, io.BytesIO(data)))
    if b"\0" in data[:4096]:
        return iter(["not a text; it begins with " + data[:4].hex(" ")])
    text = data.decode("utf-8-sig", "replace")
    if end in ("html", "htm", "xml") or start[:1] == b"<":
        return page_shape(text)
    return table_shape(text) if end in ("csv", "tsv") else lines_shape(text)
