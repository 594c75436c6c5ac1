"""What can be said of a PDF without opening it: pages, lock, and whether it can act. Only in the worker's process."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from footprint.i18n import _
from footprint.log.errors import BadEvidence

MOST_PAGES = 100_000
_MOST_STREAMS = 2_000
_LARGEST_STREAM = 4_000_000
_LARGEST_ALL = 64_000_000
_LONGEST_HEAD = 100_000
_PAGE = re.compile(rb"/Type\s{0,20}/Page(?![A-Za-z])")
_OBJECT = re.compile(rb"(\d{1,10})\s{1,20}\d{1,5}\s{1,20}obj\b")
_PACKED = re.compile(rb"/Type\s{0,20}/ObjStm\b")
_COUNT, _FIRST = re.compile(rb"/N\s{0,20}(\d{1,7})"), re.compile(rb"/First\s{0,20}(\d{1,9})")
_ACTS = re.compile(rb"/(?:JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|RichMedia|XFA)(?![A-Za-z])")


@dataclass(frozen=True)
class PdfTold:
    """`pages` is 0 when it cannot be told. `acts`: there is something in it that can run or be unpacked by itself."""

    pages: int
    locked: bool
    acts: bool


def pdf(content: bytes) -> PdfTold:
    """Counted without drawing anything; a page that a later version replaced counts once."""
    if b"%PDF-" not in content[:1024]:
        raise BadEvidence(_("This is not a PDF the app can keep. Save it again, then add it."))
    pages: set[int] = set()
    acts = bool(_ACTS.search(content))
    left = [_LARGEST_ALL]
    for number, head, packed in _objects(content):
        if _PAGE.search(head):
            pages.add(number)
        if packed and _PACKED.search(head):
            inner = _unpacked(packed, left)
            acts = acts or bool(_ACTS.search(inner))
            pages.update(_pages_in(head, inner))
        if len(pages) > MOST_PAGES:
            break
    return PdfTold(min(len(pages), MOST_PAGES), b"/Encrypt" in content, acts)


def _objects(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(number, what stands before a stream, the stream as it is packed or b""). Each byte is looked at once."""
    streams, found = 0, _OBJECT.search(content)
    while found is not None:
        after = _OBJECT.search(content, found.end())
        head, middle, rest = content[found.end() : after.start() if after else len(content)].partition(b"stream")
        streams += bool(middle)
        yield int(found.group(1)), head[:_LONGEST_HEAD], rest.lstrip(b"\r\n") if streams <= _MOST_STREAMS else b""
        found = after


def _unpacked(packed: bytes, left: list[int]) -> bytes:
    """As much of a stream as the limits allow: a small file may hold a huge one."""
    most = min(_LARGEST_STREAM, left[0])
    if most <= 0:
        return b""
    try:
        inner = zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return b""
    left[0] -= len(inner)
    return inner


def _pages_in(head: bytes, inner: bytes) -> Iterator[int]:
    """The numbers of the objects in an object stream that are pages (ISO 32000, 7.5.7)."""
    count, first = _COUNT.search(head), _FIRST.search(head)
    if count is None or first is None:
        return
    many, start = int(count.group(1)), int(first.group(1))
    places = [int(one) for one in re.findall(rb"\d{1,10}", inner[:start])[: 2 * many]]
    pairs = list(zip(places[::2], places[1::2], strict=False))
    for at, (number, offset) in enumerate(pairs):
        end = pairs[at + 1][1] if at + 1 < len(pairs) else len(inner) - start
        if _PAGE.search(inner[start + offset : start + max(offset, end)]):
            yield number
