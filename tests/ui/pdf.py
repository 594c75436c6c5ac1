"""Reads back what our PDFs say: their pages, and the text that can be copied out of each in a viewer."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\nendstream", re.DOTALL)
_FONT_OR_TEXT = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj|(T\*|Td|Tm)\b")
_ONE = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)> (?:<([0-9a-fA-F]+)>|\[(.*?)\])", re.DOTALL)


def pages(path: Path) -> list[str]:
    """The text of each page, in the order it was written."""
    objects = {int(number): body for number, body in _OBJECT.findall(path.read_bytes())}
    fonts = {
        number: _unicode(_stream(objects[int(found[1])]))
        for number, body in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    found = []
    for body in objects.values():
        if re.search(rb"/Type\s*/Page\b(?!s)", body):
            content = re.search(rb"/Contents (\d+) 0 R", body)
            assert content is not None
            found.append(_text(_stream(objects[int(content[1])]), fonts))
    return found


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    if b"/FlateDecode" not in body:
        return found[1].removesuffix(b"\r")
    return zlib.decompressobj().decompress(found[1])  # what is packed may itself end like a line


def _unicode(cmap: bytes) -> dict[int, str]:
    """Glyph number to text, from the table a viewer copies by."""
    made: dict[int, str] = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        made |= {int(glyph, 16): _words(text) for glyph, text in _ONE.findall(part)}
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, start, listed in _RANGE.findall(part):
            each = re.findall(rb"<([0-9a-fA-F]+)>", listed)
            for at, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
                made[glyph] = _words(each[at]) if each else chr(int(start, 16) + at)
    return made


def _words(coded: bytes) -> str:
    return bytes.fromhex(coded.decode("ascii")).decode("utf-16-be", "replace")


def _text(content: bytes, fonts: dict[int, dict[int, str]]) -> str:
    now: dict[int, str] = {}
    said = []
    for font, coded, _move in _FONT_OR_TEXT.findall(content):
        if font:
            now = fonts.get(int(font), {})
        elif coded:
            said += [now.get(int(coded[at : at + 4], 16), "?") for at in range(0, len(coded), 4)]
    return "".join(said)
