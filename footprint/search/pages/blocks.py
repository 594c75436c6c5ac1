"""The box around each result: the largest that holds no other page, with its title and the text beside it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from footprint.search.addresses import canonical
from footprint.search.pages.links import Link, heading_of
from footprint.search.pages.parts import Part, part_of
from footprint.search.pages.trails import read_trail, shows
from footprint.search.providers.base import plain

if TYPE_CHECKING:
    from bs4 import Tag

_CLIMB, _SNIPPET, _TITLE = 9, 500, 300
_STOP_AT = frozenset({"body", "html", "main", "ol", "ul", "dl", "table", "tbody", "form", "[document]"})
_ROWS = frozenset({"tr", "dt"})
_NOISE = frozenset(
    {
        "cached", "similar", "translate this page", "about this result", "more results", "anonymous view", "feedback",
        "visit in anonymous view", "only include results for this site", "redo search without this site", "·", "•", "⋮",
        "all results from this site", "hide site from these results", "share feedback about this site",
        "block this site", "see more results", "read more", "open in new tab", "more",
    }
)  # fmt: skip


class Blocks:
    """Boxes of links, worked out once for all of them."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._only: dict[int, str] = {}  # the one page a box leads to; empty where there are several
        self._box: dict[int, Tag] = {}
        listed = list(links)
        for one in listed:
            form = canonical(one.address)
            for above in islice(one.tag.parents, 40):
                if self._only.setdefault(id(above), form) != form:
                    self._only[id(above)] = ""

    def box(self, one: Link) -> Tag:
        """The largest box around the link that leads to no other page."""
        found = self._box.get(id(one.tag))
        if found is None:
            found = one.tag
            for above in islice(one.tag.parents, _CLIMB):
                if above.name in _STOP_AT or not self._only.get(id(above)):
                    break
                found = above
            self._box[id(one.tag)] = found
        return found

    def shows_where(self, one: Link) -> bool:
        """Whether a short piece of text in the box, as engines have it, is where the link leads."""
        return any(shows(words, one.host) for words in self._pieces(one, 12, joined=True))

    def is_advert(self, one: Link) -> bool:
        return any(part_of(words) is Part.ADVERT for words in self._pieces(one, 12))

    def title(self, one: Link) -> str:
        """The heading, else the text of the link that is not where it leads."""
        if one.named:
            return plain(one.named, _TITLE)
        heading = heading_of(one.tag)
        if heading is not None:
            inside = heading if any(above is one.tag for above in heading.parents) else one.tag
            said = plain(" ".join(islice(inside.stripped_strings, 40)), _TITLE)
            if said:
                return said
        for tag in one.tag.find_all(title=True, limit=8):
            said = plain(str(tag["title"]), _TITLE)
            if said and said == plain(tag.get_text(" "), _TITLE):
                return said
        pieces = [" ".join(piece.split()) for piece in islice(one.tag.stripped_strings, 40)]
        named = [piece for piece in pieces if not _is_where(piece) and part_of(piece) is None]
        if any(map(_is_where, pieces)):
            return plain(max(named, key=len, default="") or " ".join(pieces), _TITLE)
        whole = plain(" ".join(named), _TITLE)
        if whole:
            return whole
        picture = one.tag.find("img", alt=True)
        said = str(one.tag.get("title") or one.tag.get("aria-label") or (picture["alt"] if picture else ""))
        return plain(said, _TITLE) or plain(" ".join(pieces), _TITLE)

    def snippet(self, one: Link, title: str) -> str:
        """What stands beside the link in its box; of a table, in the rows below it."""
        box = self.box(one)
        inside = {id(part) for part in one.tag.find_all(string=True)}
        words = self._texts(box, inside, title)
        row = next((above for above in islice((box, *box.parents), 6) if above.name in _ROWS), None)
        if row is not None:
            for beside in islice(row.find_next_siblings(), 3):
                if self._only.get(id(beside)) is not None or beside.find("a", href=True, string=True) is not None:
                    break
                words += self._texts(beside, inside, title)
        return plain(" ".join(words), _SNIPPET)

    def _texts(self, box: Tag, inside: set[int], title: str) -> list[str]:
        pieces: list[str] = []
        length = 0
        for part in box.find_all(string=True, limit=240):
            words = " ".join(part.split())
            low = words.casefold().strip(" »›")
            if not words or id(part) in inside or words == title or low in _NOISE:
                continue
            if _is_where(words):
                if len(pieces) == 1 and len(pieces[0]) < 60 and not pieces[0].endswith("."):
                    pieces.clear()  # the name of the site, in front of where it leads
                continue
            link = part.find_parent("a")
            if link is not None and any(map(_is_where, islice(link.stripped_strings, 8))):
                continue  # the name of the site, in front of where it leads
            if words[0] in "›»" or (words.rstrip(".").isdigit() and len(words) < 4):
                continue
            pieces.append(words)
            length += len(words)
            if length > _SNIPPET:
                break
        return pieces

    def _pieces(self, one: Link, most: int, *, joined: bool = False) -> list[str]:
        """Short pieces of text in the box, and with `joined` each with the one after it: some trails come in two."""
        pieces = [" ".join(part.split()) for part in islice(self.box(one).stripped_strings, most)]
        pieces = [words for words in pieces if len(words) < 120]
        pairs = [f"{first} {second}" for first, second in pairwise(pieces) if second[:1] in ("›", "»")]
        return pieces + pairs if joined else pieces


def _is_where(words: str) -> bool:
    return len(words) < 200 and (words[:1] in "›»" or read_trail(words) is not None)
