"""A window that moves over the bytes of a JSON file, and finds where a value ends."""

from __future__ import annotations

import re
from typing import BinaryIO

from footprint.archives.records import Why

CHUNK = 256 << 10
SCALAR = 256 << 10  # bytes of one number or word
ELEMENT = 16 << 20  # bytes of one element; a longer one is passed over

_BLANK = re.compile(rb"[\s]*+")
_PREFIX = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:[A-Za-z_$][\w.$]*+(?:\[[^\]\n]{0,99}\])?\s*+=(?!=)\s*+)?")
_SUFFIX = re.compile(rb"[\s;\0]*+")
_FLAT = re.compile(rb'[^"\[\]{}]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[^"\[\]{}]*+)*+', re.DOTALL)  # up to the next bracket
_IN_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_SCALAR = re.compile(rb'[^,:\[\]{}"\s]*+')
_BETWEEN = re.compile(rb'\s*+,\s*+(?:\{\s*+"[^"\\]{0,40}+|.)', re.DOTALL)
_QUOTE, _OPEN = b'"'[0], b"[{"


class Broken(Exception):
    """The file is no JSON from here on."""

    def __init__(self, why: Why = Why.BROKEN_FILE) -> None:
        super().__init__(why.value)
        self.why = why


class Window:
    """`data[at:]` is what was read and not yet taken."""

    __slots__ = ("_over", "_stream", "at", "data")

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._over = False
        self.data = b""
        self.at = 0

    def more(self) -> bool:
        """Read on and forget what was taken. False at the end."""
        if self._over:
            return False
        piece = self._stream.read(max(CHUNK, min(len(self.data) - self.at, ELEMENT)))
        if not piece:
            self._over = True
            return False
        self.data = self.data[self.at :] + piece
        self.at = 0
        return True

    def fill(self) -> None:
        """Have at least half a chunk, if there is one."""
        while len(self.data) - self.at < CHUNK // 2 and self.more():
            pass

    def peek(self) -> bytes:
        """The next byte that is not blank, or nothing at the end."""
        return self._peek(_BLANK)

    def _peek(self, blank: re.Pattern[bytes]) -> bytes:
        while True:
            blanks = blank.match(self.data, self.at)
            self.at = blanks.end() if blanks else self.at
            if self.at < len(self.data):
                return self.data[self.at : self.at + 1]
            if not self.more():
                return b""

    def skip_prefix(self) -> None:
        self.fill()
        prefix = _PREFIX.match(self.data, self.at)
        if prefix:
            self.at = prefix.end()

    def skip_suffix(self) -> bool:
        """Whether nothing follows; another list or object may. Raises `Broken` for anything else."""
        mark = self._peek(_SUFFIX)
        if mark and mark not in (b"[", b"{"):
            raise Broken
        return not mark

    def between(self) -> bytes:
        """How this element ends and the next begins, as far as it is read: the mark to look for further on."""
        found = _BETWEEN.match(self.data, self.at)
        return self.data[self.at - 1 : found.end()] if found and self.at else b""

    def value(self, most: int = ELEMENT, deep: int = 0) -> bytes | Why:
        """The bytes of the value that comes next, or why it was passed over. Raises `Broken` where it has no end."""
        mark = self.peek()
        if mark in (b"{", b"["):
            return self._container(most, deep)
        if mark == b'"':
            return self._string(most)
        return self._scalar()

    def _scalar(self) -> bytes:
        while True:
            found = _SCALAR.match(self.data, self.at)
            end = found.end() if found else self.at
            if end < len(self.data):
                break
            if end - self.at > SCALAR:
                raise Broken
            if not self.more():
                break
        if end == self.at:
            raise Broken
        return self._taken(end)

    def _string(self, most: int) -> bytes | Why:
        self.at += 1
        start = self.at - 1
        while len(self.data) - start <= most:
            found = _IN_STRING.match(self.data, start + 1)
            end = found.end() if found else start + 1
            if end < len(self.data) and self.data[end] == _QUOTE:
                self.at = start
                return self._taken(end + 1)
            self.at = start
            if not self.more():
                raise Broken
            start = 0
        self.at = self._past_string(start + 1)
        return Why.TOO_LARGE

    def _past_string(self, at: int) -> int:
        """The place after the string that is open at `at`, however long it is; nothing of it is kept."""
        while True:
            found = _IN_STRING.match(self.data, at)
            at = found.end() if found else at
            if at < len(self.data) and self.data[at] == _QUOTE:
                return at + 1
            self.at = at
            if not self.more():
                raise Broken
            at = 0

    def _container(self, most: int, deep: int) -> bytes | Why:
        at, depth, kept = self.at + 1, 1, True
        why: Why | None = None
        while depth:
            found = _FLAT.match(self.data, at)
            at = found.end() if found else at
            open_ended = at == len(self.data) or self.data[at] == _QUOTE
            if kept and (len(self.data) if open_ended else at) - self.at > most:
                why, kept = Why.TOO_LARGE, False
            if open_ended:
                at = self._on(at, kept)
                continue
            if self.data[at] in _OPEN:
                depth += 1
                if deep and depth > deep:
                    why, kept = Why.TOO_DEEP, False
            else:
                depth -= 1
            at += 1
        if why:
            self.at = at
            return why
        return self._taken(at)

    def _on(self, at: int, kept: bool) -> int:
        """More bytes for a value that is not complete; where its reading goes on. What is not kept is let go."""
        if kept:
            at -= self.at
            if not self.more():
                raise Broken
            return at
        if at < len(self.data):
            return self._past_string(at + 1)
        self.at = at
        if not self.more():
            raise Broken
        return 0

    def _taken(self, end: int) -> bytes:
        piece = self.data[self.at : end]
        self.at = end
        return piece
