"""What the person types to look through archives, as a question to the word index that can never be misread."""

from __future__ import annotations

import re

_MOST_WORDS = 20
_SHORTEST = 3  # of a beginning, in letters: the index has shorter ones nowhere ready
_PIECES = re.compile(r'"([^"]*)"|(\S+)')


def match(text: str) -> str:
    """The FTS5 query for all of these words; "" where there is no word in it.

    A word of 3 letters or more is found by its beginning; a shorter one, and words between quotes, only as they stand.
    Stars, brackets, AND, OR, NOT and NEAR are only what they look like.
    """
    clean = text.replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8")
    found = list[str]()
    for phrase, word in _PIECES.findall(clean):
        piece = (phrase or word).replace('"', " ").strip()
        letters = sum(letter.isalnum() for letter in piece)
        if letters:
            found.append(f'"{piece}"' if phrase or letters < _SHORTEST else f'"{piece}"*')
    return " ".join(found[:_MOST_WORDS])
