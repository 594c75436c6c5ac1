"""What the tests of the pages share: the pages, the words in them a person reads, and the words of the app."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path for folder in (ROOT, ROOT / "docs", ROOT / "checklists") for path in folder.glob("*.md"))
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def links(path: Path) -> list[str]:
    """Where the links of a page lead."""
    return [where for _words, where in _LINK.findall(_CODE.sub("", text_of(path)))]


def pictures(path: Path) -> list[tuple[str, str]]:
    """The pictures of a page: what is said of each to somebody who cannot see it, and its file."""
    return _PICTURE.findall(_CODE.sub("", text_of(path)))


def anchors(path: Path) -> set[str]:
    """What a link may jump to: the headings, as they are named on the web, and places that name themselves."""
    text = _CODE.sub("", text_of(path))
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    named = set(re.findall(r'<a id="([\w-]+)"></a>', text))
    return named | {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def words_read(text: str) -> str:
    """The text without its mark-up; each cell of a table and each line of a list is a line of its own."""
    text = _PICTURE.sub(r"\1", _CODE.sub("", text))
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"^\s*\|[-| ]+\|\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^\s*(?:[-#]+|\d+\.)\s", "", text, flags=re.MULTILINE)
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"\*+", "", text).replace("`", "").replace("|", "\n"))


def bold(text: str) -> list[str]:
    return _BOLD.findall(_CODE.sub("", text))


@cache
def words_of_the_app() -> frozenset[str]:
    """Every text in the source of the app, and the titles of the guidance; `{…}` stands for anything."""
    found = set()
    for room in ("ui", "footprint"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(text_of(path))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
                    found.add(node.value.strip())
    return frozenset(found)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Texts with something filled in, and how many of their letters are always the same."""
    made = []
    for one in words_of_the_app():
        parts = re.split(r"\{[^{}]*\}", one)
        if len(parts) > 1:
            made.append((re.compile(".+".join(map(re.escape, parts))), sum(map(len, parts))))
    return tuple(made)


def is_on_screen(words: str) -> bool:
    """Whether the app says exactly this somewhere; at least half of it where something is filled in."""
    bare = words.rstrip(".:")
    if {words, bare, f"{bare}.", f"{bare}…"} & words_of_the_app():
        return True
    return any(same * 2 >= len(bare) and pattern.fullmatch(bare) for pattern, same in _patterns())
