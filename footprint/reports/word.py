"""A Word file with real headings, in which nothing is said about who wrote it or when."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

_WIDEST_MM = 150
_TALLEST_MM = 190


class WordFile:
    """Filled in from the top. Text from outside goes in as text alone; letters that XML cannot hold are left out."""

    def __init__(self, title: str) -> None:
        from docx import Document  # heavy, and only for those who want Word

        self._made: Any = Document()
        self._made.core_properties.author = ""
        self._made.core_properties.comments = ""
        self._made.core_properties.title = sound(title)
        self._made.core_properties.language = "en-GB"
        self.heading(title, 1)

    def heading(self, text: str, level: int) -> None:
        self._made.add_heading(sound(text), level=level)

    def lines(self, lines: Iterable[str]) -> None:
        """A paragraph each."""
        for line in lines:
            self._made.add_paragraph(sound(line))

    def bullets(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._made.add_paragraph(sound(line), style="List Bullet")

    def facts(self, rows: Iterable[tuple[str, str]]) -> None:
        """A paragraph each: its name in bold, then the words. A screen reader reads them in their order."""
        for name, words in rows:
            paragraph = self._made.add_paragraph()
            paragraph.paragraph_format.space_after = 0
            paragraph.add_run(sound(f"{name}: ")).bold = True
            paragraph.add_run(sound(words))

    def picture(self, content: bytes, words: str, size: tuple[int, int]) -> None:
        """A picture with `words` under it and as its description; `size` is its pixels, of which it keeps the shape."""
        from docx.shared import Mm

        wide, high = size
        narrow = _WIDEST_MM * high <= _TALLEST_MM * wide
        fits = {"width": Mm(_WIDEST_MM)} if narrow else {"height": Mm(_TALLEST_MM)}
        shape = self._made.add_picture(io.BytesIO(content), **fits)
        shape._inline.docPr.set("descr", sound(words))
        self._made.add_paragraph(sound(words))

    def new_page(self) -> None:
        self._made.add_page_break()

    def content(self) -> bytes:
        kept = io.BytesIO()
        self._made.save(kept)
        return kept.getvalue()


def sound(text: str) -> str:
    """Text that XML can hold."""
    return "".join(letter for letter in text if letter == "\t" or (letter >= " " and letter not in "\ufffe\uffff"))
