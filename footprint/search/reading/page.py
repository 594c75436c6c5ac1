"""What a reader in its own process hands over of a page: its words in blocks, its pictures, and what it says of itself.

All plain data with fixed limits, so that it can come from a process that reads foreign files.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_BLOCKS = 6_000
MOST_LETTERS = 400_000
LONGEST = 2_000
"""Letters of one block; a longer paragraph is cut into several."""
MOST_FACTS = 200


@dataclass(frozen=True)
class Block:
    """One line of a page as it is seen: a paragraph, a heading, an item of a list, a row of a table.

    `tag` is its own kind; `level` is that of a heading (1 to 6), else 0. `inside` numbers the boxes around it, from the
    outermost; `card` is how many of them there are up to the innermost box that holds one thing (an item, a row, a
    card), 0 for none. `where` is `header`, `nav`, `aside`, `footer` or "". Cells of a row stand apart by ` | `.
    `links` are e-mail addresses and phone numbers that are behind its words.
    """

    text: str
    tag: str = "p"
    level: int = 0
    inside: tuple[int, ...] = ()
    card: int = 0
    where: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A picture on the page that is large enough to show somebody: where it is, its words, and the block after it."""

    address: str
    words: str
    before: int
    inside: tuple[int, ...] = ()
    card: int = 0
    where: str = ""


@dataclass(frozen=True)
class Fact:
    """One thing the page says of itself for machines: `of` is the name of the person or thing it is about."""

    kind: str  # the type: Person, Article, Organization …
    of: str
    key: str
    value: str


@dataclass(frozen=True)
class PageTold:
    """All of a page that the app looks at. `signs` are values of `page_signs.Sign`; `words` counts those to be read."""

    title: str = ""
    heading: str = ""
    site: str = ""
    kind: str = ""  # og:type
    canonical: str = ""
    refresh: str = ""
    robots: str = ""
    picture: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Shown, ...] = ()
    facts: tuple[Fact, ...] = ()
    signs: tuple[str, ...] = ()
    words: int = 0
    text_hash: str = ""
