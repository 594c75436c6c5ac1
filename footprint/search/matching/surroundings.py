"""What a page says right where the name stands: in a list, the row and not its neighbours; on a profile, all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footprint.search.matching.names import NameTable
from footprint.search.matching.people import PersonName
from footprint.search.matching.phrases import Words, in_words, one_after_another

_BEFORE, _AFTER = 60, 90  # letters
# A new sentence, row or entry; “Name: …. Address: …” is one form, so a label does not end it.
_END = re.compile(r"[;•·|\n“”]|\.(?=\s+[A-Z0-9](?!\w*:))|\)\s*[,.]|\.{3}|(?<![:,])\s\d{1,4}\s+(?=[A-Z])|\d:\d\d|£\d")
_BY = re.compile(r"(?:\s[-–—]|\bby)(?:\s+[\w.'’-]+){1,3}\s*$")
_HEADING = re.compile(r"^\W*(?:\[pdf\])?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """`near`: the words about whoever bears the name; `rest`: all else. `subject`: the page is about the name."""

    near: Words
    rest: Words
    subject: bool


def around(title: str, snippet: str, name: PersonName, table: NameTable) -> Around:
    """The surroundings of `name` in a result."""
    heading, text = in_words(title), in_words(snippet)
    whole = one_after_another(heading, text)
    if _leads(title, heading, name):
        return Around(whole, in_words(""), subject=True)
    near = [window for at in _places(text, name) for window in _window(text, at, name, table)]
    near += [window for at in _places(heading, name) for window in _window(heading, at, name, table)]
    return Around(in_words("\n".join(near)), whole, subject=False)


def _leads(title: str, heading: Words, name: PersonName) -> bool:
    """Whether the title begins with the name, or ends with it as a book's does with its author."""
    start = _HEADING.match(title)
    skipped = start.end() if start else 0
    first = _places(heading, name)[:1]
    if not first:
        return False
    before = title[skipped : heading.spans[first[0]][0]]
    return len(before.split()) <= len(name.given) + 1 or bool(_BY.search(before))


def _places(words: Words, name: PersonName) -> list[int]:
    """Where a word of the family name stands."""
    family = name.family[-1]
    return [
        at for at, word in enumerate(words.folded) if _one(word) == family or (len(family) > 5 and _close(word, family))
    ]


def _one(word: str) -> str:
    return "mc" + word[3:] if word.startswith("mac") and len(word) > 6 else word


def _close(word: str, family: str) -> bool:
    return word.endswith(family) or (word[:3] == family[:3] and sorted(word) == sorted(family))


def _window(words: Words, at: int, name: PersonName, table: NameTable) -> Iterator[str]:
    text = words.text
    start, end = words.spans[at]
    before = text[max(0, start - _BEFORE) : start]
    cuts = [one.end() for one in _END.finditer(before)]
    after = text[end : end + _AFTER]
    if after.startswith((",", " ,")) and not name.given:
        after = ""
    cut = _END.search(after)
    after = after[: cut.start() + (1 if cut.group().startswith(")") else 0)] if cut else after
    yield before[cuts[-1] if cuts else 0 :] + text[start:end] + _until_next_person(after, name, table)


def _until_next_person(after: str, name: PersonName, table: NameTable) -> str:
    words = in_words(after)
    for at, word in enumerate(words.folded[:-1]):
        named = words.is_capital(at) and words.is_capital(at + 1) and table.knows(word) and word not in name.given
        touching = after[words.spans[at][1] : words.spans[at + 1][0]] == " "
        if named and touching and (at > 0 or "," in after[: words.spans[at][0]]):
            return after[: words.spans[at][0]]
    return after
