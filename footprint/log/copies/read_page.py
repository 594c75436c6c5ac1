"""A saved page as plain structured text: headings, lines, lists and tables; no scripts, styles, pictures or links."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from footprint.i18n import _

MOST_WORDS = 2_000_000
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAKS = frozenset(
    (
        "p", "div", "br", "li", "tr", "dt", "dd", "ul", "ol", "dl", "table", "article", "section", "header", "footer",
        "main", "nav", "aside", "form", "figure", "figcaption", "blockquote", "pre", "hr", "address", "fieldset",
        "details", "summary", "option",
    )
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "canvas", "audio", "video")
)
_VOID = frozenset(("embed", "br", "hr", "img", "input"))
_GAPS = re.compile(r"\n{3,}")


class _Structure(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.pictures = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._silent = 0  # whatever the head left open
        elif tag in _SILENT and tag not in _VOID:
            self._silent += 1
        elif self._silent:
            return
        elif tag in _HEADINGS:
            self.parts.append("\n\n")
        elif tag == "img":
            self._picture(dict(attrs).get("alt") or "")
        elif tag in _CELLS:
            self.parts.append("   ")
        elif tag in _BREAKS:
            self.parts.append("\n• " if tag == "li" else "\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADINGS:
            self.parts.append("\n\n" if not self._silent else "")
        elif tag in _BREAKS:
            self.parts.append("\n" if not self._silent else "")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _picture(self, words: str) -> None:
        """Where a picture stood, in words; the picture itself is never fetched."""
        self.pictures += 1
        short = " ".join(words.split())[:200]
        self.parts.append(" " + (_("[Picture: {words}]").format(words=short) if short else _("[Picture]")) + " ")


def structured(markup: str) -> str:
    """The page's words. Whatever is in it, only plain text comes out."""
    reader = _Structure()
    reader.feed(markup)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.parts).split("\n")]
    text = _GAPS.sub("\n\n", "\n".join(_no_bare_dots(lines)))
    return text.strip()[:MOST_WORDS].encode("utf-8", "replace").decode("utf-8")


def _no_bare_dots(lines: list[str]) -> list[str]:
    """A list whose items hold blocks would leave its dots alone on their lines, and gaps between its items."""
    out: list[str] = []
    for line in lines:
        if out and out[-1] == "•" and line != "•":
            out[-1] = f"• {line}" if line else "•"
            continue
        if line.startswith("•") and len(out) > 1 and not out[-1] and out[-2].startswith("•"):
            out.pop()
        if line or (out and out[-1]):
            out.append(line)
    return [line for line in out if line != "•"]
