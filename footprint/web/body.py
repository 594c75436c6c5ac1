"""Reading a body of unknown size: counted after unpacking, in small steps, never more than the cap in memory."""

from __future__ import annotations

import http.client
import zlib
from typing import Any

from footprint.web.errors import TooBig, Unreadable, WebProblem
from footprint.web.pinned import what_happened

STEP = 65_536


def read_body(raw: Any, encoding: str, cap: int, host: str) -> tuple[bytes, int]:
    """The unpacked body of urllib3's `raw`, and how many bytes came over the line for it."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise Unreadable(host)  # the app asks for nothing else
    unpack = _Gzip(cap, host) if "gzip" in encoding else None
    body, received = bytearray(), 0
    while piece := _next(raw, host):
        received += len(piece)
        if received > cap + STEP:
            raise TooBig(host)
        if unpack is not None:
            unpack.feed(piece, body)
        else:
            body += piece
        if len(body) > cap:
            raise TooBig(host)
    if unpack is not None and not unpack.complete:
        raise Unreadable(host)
    return bytes(body), received


def _next(raw: Any, host: str) -> bytes:
    from urllib3.exceptions import HTTPError

    try:
        return bytes(raw.read1(STEP, decode_content=False) or b"")
    except (HTTPError, http.client.HTTPException, OSError, ValueError) as problem:
        found: WebProblem = what_happened(problem, host)
        raise found from None


class _Gzip:
    """Unpacks in steps of bounded size, member after member."""

    def __init__(self, cap: int, host: str) -> None:
        self._cap = cap
        self._host = host
        self._inflate = zlib.decompressobj(31)
        self._started = False

    @property
    def complete(self) -> bool:
        return self._inflate.eof or not self._started

    def feed(self, piece: bytes, body: bytearray) -> None:
        self._started = True
        try:
            while piece and len(body) <= self._cap:
                if self._inflate.eof:
                    if not piece.startswith(b"\x1f\x8b"):
                        return  # what follows the packed body means nothing
                    self._inflate = zlib.decompressobj(31)
                body += self._inflate.decompress(piece, STEP)
                piece = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
        except zlib.error:
            raise Unreadable(self._host) from None
