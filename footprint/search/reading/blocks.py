"""Takes a page apart into the lines a person sees, each with the boxes it stands in. One walk, in linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from footprint.search.reading.markup import INLINE, Walk, tidy
from footprint.search.reading.page import LONGEST, MOST_BLOCKS, MOST_LETTERS, Block, Shown

_VOID = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "wbr", "source", "area", "col", "embed", "track", "base"}
)
_REGIONS = {"header": "header", "nav": "nav", "footer": "footer", "aside": "aside"}
_ROLES = {"banner": "header", "navigation": "nav", "contentinfo": "footer", "complementary": "aside", "search": "nav"}
_CARDS = frozenset({"li", "tr", "figure", "article", "address", "td", "th"})
# A row that holds one of these only lays out the page; it is no line of a table.
_LAYOUT = frozenset({"table", "h1", "h2", "h3", "h4", "ul", "ol", "article", "form", "section"})
_CARD_WORDS = re.compile(
    r"(?:^|[\s_-])(?:card|person|people|member|profile|staff|team-?member|trustee|contact|entry|result|row|item|vcard"
    r"|h-card|bio|listing|comment|post|officer|councillor|committee-?member|runner|signature|donation)(?:$|[\s_-])",
    re.IGNORECASE,
)
_REGION_WORDS = re.compile(
    r"(?:^|[\s_-])(?P<footer>(?:site-?|page-?|main-?)?footer|colophon|copyright)(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?P<nav>nav|navbar|menu|breadcrumbs?|cookie[\w-]*)(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?P<aside>sidebar|side-bar|widget|related)(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?P<header>site-?header|masthead|topbar|top-bar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CELLS, _TABLES, _LISTS = frozenset({"td", "th"}), frozenset({"table"}), frozenset({"ul", "ol", "menu"})
# Which open boxes end when one opens, and which boxes they are not looked for beyond.
_CLOSES = {
    "td": (_CELLS, _TABLES | {"tr"}),
    "th": (_CELLS, _TABLES | {"tr"}),
    "tr": (frozenset({"tr"}), _TABLES),
    "li": (frozenset({"li"}), _LISTS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    **dict.fromkeys(
        ("p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "dl", "article"),
        (frozenset({"p"}), frozenset({"li", "td", "th", "div", "section", "article", "body", "main"})),
    ),
}
_NO_PERSON = re.compile(
    r"logo|icon|sprite|pixel|spacer|banner|badge|button|avatar-default|default-avatar|placeholder|map"
)
_DEEPEST = 200
_SMALL = 40  # pixels a side: smaller is an icon
_MOST_PICTURES = 400


@dataclass
class _Box:
    tag: str
    number: int
    card: bool
    where: str


@dataclass
class _Line:
    tag: str
    level: int = 0
    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class Blocks(Walk):
    """`run()` it, then take `blocks` and `pictures`; `found()` gives the marks of the page."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.blocks: list[Block] = []
        self.pictures: list[Shown] = []
        self.scripts: list[str] = []
        self.metas: list[tuple[str, str]] = []
        self._boxes: list[_Box] = []
        self._line = _Line("p")
        self._count, self._letters = 0, 0
        self._row = 0  # how deep in rows of tables

    # -- what the walk tells -------------------------------------------------------------------------

    def say(self, raw: str) -> None:
        super().say(raw)
        if raw:
            self._line.parts.append(raw)

    def opened(self, name: str, told: dict[str, str]) -> None:
        if name == "meta":
            key = (told.get("property") or told.get("name") or told.get("itemprop") or "").lower()
            if key and len(self.metas) < 300:
                self.metas.append((key, told.get("content", "")[:2_000]))
        elif name == "img":
            self._picture(told)
        elif name == "a":
            self._link(told.get("href", ""))
        elif name == "time" and told.get("itemprop"):
            self.metas.append((told["itemprop"].lower()[:40], told.get("datetime", "")[:100]))
        if name == "br":
            self._break(name)
        elif name not in INLINE and name not in _VOID:
            self._enter(name, told)

    def close(self, name: str) -> None:
        super().close(name)
        if name in INLINE or name in _VOID:
            return
        for back, box in enumerate(reversed(self._boxes[-60:]), 1):
            if box.tag == name:
                self._leave(back)
                return
        self._break(name)

    def scripted(self, told: dict[str, str], content: str) -> None:
        if "ld+json" in told.get("type", "").lower() and len(self.scripts) < 20:
            self.scripts.append(content[:200_000])

    def end(self) -> None:
        """After the walk."""
        self._flush()

    # -- boxes and lines -----------------------------------------------------------------------------

    def _enter(self, name: str, told: dict[str, str]) -> None:
        self._end_open(name)
        if name in ("td", "th") and self._row:
            said = any(part.strip() for part in self._line.parts)
            self._line.tag = "th" if name == "th" and (not said or self._line.tag == "th") else "tr"
            self._line.parts.append(" | " if said else "")
            self._push(name, told)
            return
        if self._row and name in _LAYOUT:
            self._row = 0
        if not self._row:
            self._flush()
        self._push(name, told)
        if name == "tr":
            self._flush()
            self._row += 1
        if not self._row:
            self._line = _Line(name, int(name[1]) if name in ("h1", "h2", "h3", "h4", "h5", "h6") else 0)
        elif self._row and name != "tr":
            self._line.parts.append(" ")
        else:
            self._line = _Line("tr")

    def _push(self, name: str, told: dict[str, str]) -> None:
        if len(self._boxes) >= _DEEPEST:
            return
        words = f"{told.get('class', '')} {told.get('id', '')}"[:200]
        marked = _REGION_WORDS.search(words) if name in ("div", "section", "ul", "p") else None
        where = (
            _REGIONS.get(name) or _ROLES.get(told.get("role", "").lower()) or (marked.lastgroup if marked else "") or ""
        )
        if where == "header" and any(box.tag in ("article", "main") for box in self._boxes):
            where = ""  # of an article, not of the site
        if where == "footer" and any(box.tag in ("article", "blockquote") or box.card for box in self._boxes):
            where = ""
        above = self._boxes[-1].where if self._boxes else ""
        card = name in _CARDS or (name in ("div", "section", "dl") and bool(_CARD_WORDS.search(words)))
        self._count += 1
        self._boxes.append(_Box(name, self._count, card or "itemscope" in told, where or above))

    def _end_open(self, name: str) -> None:
        """What HTML closes by itself when `name` opens: an item before the next item, a cell before the next cell."""
        ends, within = _CLOSES.get(name, (frozenset(), frozenset()))
        if not ends:
            return
        for back, box in enumerate(reversed(self._boxes[-60:]), 1):
            if box.tag in ends:
                self._leave(back)
                return
            if box.tag in within:
                return

    def _leave(self, many: int) -> None:
        for _n in range(many):
            box = self._boxes[-1]
            if box.tag == "tr":
                self._row = max(0, self._row - 1)
            if not self._row:
                self._flush()
            self._boxes.pop()

    def _break(self, name: str) -> None:
        """A new line within the same boxes."""
        if self._row:
            self._line.parts.append(", " if name == "br" else " ")
            return
        tag, level = self._line.tag, self._line.level
        self._flush()
        self._line = _Line(tag, level)

    def _flush(self) -> None:
        line, self._line = self._line, _Line(self._boxes[-1].tag if self._boxes else "p")
        text = tidy("".join(line.parts)).strip(" |")
        if not text or len(self.blocks) >= MOST_BLOCKS or self._letters >= MOST_LETTERS:
            return
        inside, card, where = self._place()
        links = tuple(dict.fromkeys(line.links))
        if line.tag == "dd" and self.blocks and self.blocks[-1].tag == "dt":
            label = self.blocks.pop()
            text, links = f"{label.text.rstrip(' :')}: {text}", (*label.links, *links)
        for start in range(0, len(text), LONGEST):
            piece = text[start : start + LONGEST]
            self._letters += len(piece)
            self.blocks.append(Block(piece, line.tag, line.level, inside, card, where, links))

    def _place(self) -> tuple[tuple[int, ...], int, str]:
        inside = tuple(box.number for box in self._boxes[-40:])
        shown = self._boxes[-40:]
        card = max((n for n, box in enumerate(shown, 1) if box.card), default=0)
        return inside, card, self._boxes[-1].where if self._boxes else ""

    # -- links and pictures --------------------------------------------------------------------------

    def _link(self, href: str) -> None:
        kind, _sign, rest = href.strip().partition(":")
        if kind.lower() in ("mailto", "tel") and 3 < len(rest) < 200:
            self._line.links.append(unquote(rest.partition("?")[0]).strip())

    def _picture(self, told: dict[str, str]) -> None:
        where = told.get("src") or told.get("data-src") or ""
        if len(self.pictures) >= _MOST_PICTURES or not where or where.startswith("data:image/gif"):
            return
        name = where.rpartition("/")[2].lower()[:200]
        if _small(told) or _NO_PERSON.search(f"{name} {told.get('class', '').lower()[:100]}"):
            return
        inside, card, region = self._place()
        words = tidy(told.get("alt", "") or told.get("title", ""))[:300]
        address = "" if where.startswith("data:") else where[:2_000]
        self.pictures.append(Shown(address, words, len(self.blocks), inside, card, region))


def _small(told: dict[str, str]) -> bool:
    sides = [int(side) for key in ("width", "height") if (side := told.get(key, "").removesuffix("px")).isdigit()]
    return any(side < _SMALL for side in sides)
