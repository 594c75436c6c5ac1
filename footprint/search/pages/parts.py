"""The parts of a page of results, told apart by the words above them: adverts, questions, pictures, other searches."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from footprint.search.pages.links import Link

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag


class Part(StrEnum):
    RESULT = "result"
    ADVERT = "advert"
    QUESTION = "question"
    PICTURE = "picture"
    RELATED = "related"


_SAYS = {
    Part.ADVERT: (
        "ad", "ads", "advert", "adverts", "advertisement", "advertisements", "sponsored", "sponsored result",
        "sponsored results", "sponsored link", "sponsored links", "promoted", "paid result", "paid results", "anzeige",
        "ads by google", "ads by microsoft", "hysbyseb", "noddwyd",
    ),
    Part.QUESTION: ("people also ask", "related questions", "others also ask", "questions people ask"),
    Part.PICTURE: ("images", "pictures", "more images", "image results", "more pictures"),
    Part.RELATED: (
        "related searches", "people also search for", "people also searched for", "searches related to",
        "related search terms", "explore more", "more to explore", "you may also like", "refine this search",
        "also try", "discover more",
    ),
}  # fmt: skip
WORDS = {words: part for part, listed in _SAYS.items() for words in listed}
# They end a part that the words above it opened, where there is no box around it.
ENDS = frozenset({"web results", "search results", "all results", "results", "top results", "main results"})
_MOST_LABELS = 400
_HIGHEST = 12  # boxes looked through, from the words of a part up to what it holds


def part_of(words: str) -> Part | None:
    """What a line or a short piece of text opens; None for everything else."""
    low = words.casefold().strip(" :·•.›>")
    if len(low) > 60:
        return None
    return WORDS.get(low) or next((part for start, part in _STARTS if low.startswith(start)), None)


_STARTS = (
    ("images for ", Part.PICTURE), ("images of ", Part.PICTURE), ("pictures of ", Part.PICTURE),
    ("searches related to ", Part.RELATED), ("related searches for ", Part.RELATED),
    ("people also search for ", Part.RELATED), ("related to ", Part.RELATED),
    ("ads related to ", Part.ADVERT), ("sponsored results for ", Part.ADVERT),
)  # fmt: skip


class Parts:
    """Which part of the page each box belongs to."""

    def __init__(self, page: BeautifulSoup, links: Iterable[Link]) -> None:
        self._boxes: dict[int, Part] = {}
        self._held: dict[int, int] = {}
        total = 0
        for one in links:
            total += 1
            for above in islice(one.tag.parents, 60):
                self._held[id(above)] = self._held.get(id(above), 0) + 1
        self._most = max(1, total * 6 // 10)
        labelled = 0
        for text in page.find_all(string=True):
            part = part_of(str(text)) if 1 < len(text) < 80 else None
            if part is None or text.parent is None:
                continue
            self._open(text.parent, part)
            labelled += 1
            if labelled >= _MOST_LABELS:
                break
        for tag in page.find_all(True, attrs={"aria-label": True}, limit=2_000):
            part = part_of(str(tag["aria-label"]))
            if part is not None and self._held.get(id(tag), 0):
                self._boxes.setdefault(id(tag), part)

    def of(self, tag: Tag) -> Part:
        found = (self._boxes.get(id(above)) for above in islice((tag, *islice(tag.parents, 60)), 61))
        return next((one for one in found if one is not None), Part.RESULT)

    def _open(self, label: Tag, part: Part) -> None:
        """Mark what the words of a label stand above: their own box, or what follows them in the box around it."""
        if label.name == "a" or label.find_parent("a") is not None:
            return  # a tab such as “Images”
        branch: Tag = label
        for above in islice(label.parents, _HIGHEST):
            if self._held.get(id(above)):
                self._mark(above, branch, part, " ".join(label.stripped_strings))
                return
            branch = above

    def _mark(self, box: Tag, branch: Tag, part: Part, label: str) -> None:
        first = next((one for one in box.stripped_strings), "")
        if box.name not in ("body", "html", "main") and part_of(first) is part and self._held[id(box)] <= self._most:
            self._boxes.setdefault(id(box), part)
            return
        if " ".join(islice(branch.stripped_strings, 6)) != label:
            return  # a box of its own that holds no link
        for beside in islice(branch.find_next_siblings(), 60):
            head = next((one for one in beside.stripped_strings), "")
            if head.casefold() in ENDS or part_of(head) not in (None, part) or self._is_heading(beside):
                return
            self._boxes.setdefault(id(beside), part)
            if part is not Part.ADVERT and self._held.get(id(beside), 0) > 1:
                return  # the list that the words announce

    def _is_heading(self, tag: Tag) -> bool:
        """A heading without a link: what follows is another part."""
        return tag.name in ("h1", "h2", "h3", "h4") and not self._held.get(id(tag))
