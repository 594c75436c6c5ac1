"""How deep a TOML text from outside goes, looked at before it is parsed: a key of 100,000 parts, or as many brackets,
would take all the memory there is, in a file of 200 kB."""

from __future__ import annotations

import re

DEEPEST = 12  # brackets inside each other
MOST_PARTS = 8  # of a key with dots

_SIGNS = re.compile(r"\"\"\"|'''|[\"'#\[\]{}.=,\n]")
_ENDS = {
    '"""': re.compile(r"(?:[^\"\\]|\\.|\"(?!\"\"))*\"\"\"", re.DOTALL),
    "'''": re.compile(r"(?:[^']|'(?!''))*'''"),
    '"': re.compile(r"(?:[^\"\\\n]|\\.)*\""),
    "'": re.compile(r"[^'\n]*'"),
    "#": re.compile(r"[^\n]*"),
}


def is_too_deep(text: str) -> bool:
    """Whether to leave a text unparsed. What is broken otherwise is for the parser to say."""
    at = depth = dots = 0
    while found := _SIGNS.search(text, at):
        sign, at = found[0], found.end()
        if sign in _ENDS:
            end = _ENDS[sign].match(text, at)
            if end is None:
                return False  # a string without an end: the parser stops there too
            at = end.end()
        elif sign == ".":
            dots += 1
            if dots >= MOST_PARTS:
                return True
        else:
            dots = 0
            depth += (sign in "[{") - (sign in "]}")
            if depth > DEEPEST:
                return True
    return False
