"""A PDF of a summary that does not say when it was made: files that say the same are the same, byte for byte."""

from __future__ import annotations

import re
from pathlib import Path

from footprint.supervision.summary import Summary, summary_html, title
from ui.kit.printing import to_pdf

_DAY = re.compile(rb"D:\d{14}Z")
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?(?:[+-]\d\d:\d\d)?")
_ABOUT = re.compile(rb"<\?xpacket begin.*?<\?xpacket end", re.DOTALL)
_INFO = re.compile(rb"/Title \(.*?endobj", re.DOTALL)
_UUID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ID = re.compile(rb"/ID \[[^\]]*\]")


def summary_pdf(one: Summary, path: Path) -> None:
    """Write it. OSError when the place cannot be written to. May run off the main thread."""
    to_pdf(summary_html(one), path, title())
    path.write_bytes(timeless(path.read_bytes()))


def timeless(pdf: bytes) -> bytes:
    """The same PDF, letter for letter as long, without the day, the time and the number of the file in it."""
    pdf = _INFO.sub(lambda part: _DAY.sub(b"D:20000101000000Z", part[0]), pdf, count=1)
    pdf = _ABOUT.sub(lambda part: _UUID.sub(_zeros, _STAMP.sub(_noon, part[0])), pdf, count=1)
    return _ID.sub(lambda part: b"/ID" + _zeros(part, b"[0-9a-fA-F]", 3), pdf)


def _zeros(found: re.Match[bytes], digits: bytes = b"[0-9a-f]", start: int = 0) -> bytes:
    return re.sub(digits, b"0", found[0][start:])


def _noon(found: re.Match[bytes]) -> bytes:
    return b"2000-01-01T00:00:00" + found[0][19:]
