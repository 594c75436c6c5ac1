"""What the person types into the search box, as a question to the word index that can never be misread."""

from __future__ import annotations

_MOST_WORDS = 20


def match(text: str) -> str:
    """The FTS5 query for all of these words, each as the beginning of a word; "" where there is no word in it.

    Every word is a quoted string, so quotes, stars, brackets, AND, OR, NOT and NEAR are only what they look like.
    """
    clean = text.replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8")
    words = [word.replace('"', '""') for word in clean.split() if any(letter.isalnum() for letter in word)]
    return " ".join(f'"{word}"*' for word in words[:_MOST_WORDS])
