"""The small language of phrases in which lenses are written, turned into patterns and the words that lead to them.

my (boss|manager)       one of several; an alternative may be of several words
{kin}                   a list of this name; {!kin} the same, never what leads here
pint/s                  pint or pints
drink*                  drink with a usual ending, such as drinking
.. and ..6              up to 3 words between, or up to 6
big? row                a word that may be missing
i'm                     with or without the apostrophe
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

BETWEEN = r"[^\w.!?\n]{1,4}"
_WORD = r"\w[\w']*"
_PART = re.compile(r"\([^()]*\)\??|\S+")
_GAP = re.compile(r"\.\.(\d?)\Z")
_LIST = re.compile(r"\{(!?)(\w+)\}")
_ENDINGS = (
    "", "s", "es", "ed", "d", "ing", "e", "er", "ers", "est", "y", "ies", "ion", "ions", "ive", "ate", "ated", "ating",
    "ation", "al", "ly", "'s", "ic", "or", "ment", "ations", "h", "ize", "ise", "ised", "ising", "ded", "ding",
)  # fmt: skip
_ENDED = "(?:" + "|".join(sorted(_ENDINGS, key=len, reverse=True)) + ")"
_EVERYWHERE = frozenset(
    {
        "the", "a", "an", "and", "to", "of", "in", "on", "i", "my", "for", "is", "it", "that", "you", "with",
        "was", "me", "at", "this", "be", "so", "but", "are", "not",
    }
)  # fmt: skip
_COMMON = frozenset(
    {
        "a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on", "at", "by", "for", "with", "from",
        "up", "out", "off", "as", "is", "was", "are", "were", "be", "been", "am", "it", "its", "this", "that",
        "i", "im", "i'm", "i've", "ive", "i'll", "ill", "i'd", "id", "me", "my", "mine", "we", "we're", "our",
        "us", "you", "your", "he", "she", "her", "his", "him", "they", "them", "their", "who", "what", "when",
        "where", "why", "how", "so", "no", "not", "do", "does", "did", "done", "have", "has", "had", "having",
        "get", "got", "go", "going", "went", "come", "came", "can", "will", "would", "just", "like", "one", "all",
        "some", "any", "more", "new", "old", "good", "day", "back", "now", "then", "there", "here", "about",
        "into", "over", "only", "very", "too", "than", "after", "before", "still", "never", "always", "much",
        "many", "really", "last", "next", "first", "today", "tomorrow", "time", "year", "years",
    }
)  # fmt: skip


class BadPhrase(ValueError):
    """A phrase that cannot be used: the words say why."""


@dataclass(frozen=True)
class Phrase:
    """`pattern` matches it in a text of small letters; at least one of `anchors` is a word of every such text.

    `firsts` are the words it may begin with (none: any), `reach` how many words may stand before the anchor, `single`
    the word where the phrase is one plain word and nothing else.
    """

    pattern: str
    anchors: frozenset[str]
    firsts: frozenset[str] = frozenset()
    reach: int = 0
    single: str = ""


def spelled(word: str) -> tuple[str, ...]:
    """`pint/s` is pint, pints."""
    stem, *endings = word.split("/")
    return (stem, *(stem + ending for ending in endings))


def may_lead(text: str) -> bool:
    """Whether some word of this plain text is rare enough to look for."""
    return bool(set(text.split()) - _EVERYWHERE)


def alternatives(text: str) -> tuple[str, ...]:
    """A phrase that is nothing but a choice, as its choices: each may then hold gaps and choices of its own."""
    inner = _bracketed(text)
    if not inner:
        return (text,)
    return tuple(one for choice in _split(inner) for one in alternatives(choice))


def compiled(text: str, lists: Mapping[str, tuple[str, ...]], *, leads: bool = True) -> Phrase | None:
    """The phrase; None when a list it names is empty for this person. Raises `BadPhrase`.

    One that `leads` to a rule needs a plain word that is always in it.
    """
    _split(text)
    flat = _flat(_LIST.sub(lambda found: _filled(found, lists), text))
    parts = [_part(one) for one in _PART.findall(flat)]
    if any(part is None for part in parts):
        return None
    known = [part for part in parts if part is not None]
    best = min((place for place, part in enumerate(known) if part.anchors), key=lambda at: known[at].cost, default=-1)
    if best < 0:
        if leads or all(part.gap for part in known):
            raise BadPhrase(text)
        return Phrase(_whole(known), frozenset())
    anchors = known[best].anchors
    if leads and anchors & _EVERYWHERE:
        raise BadPhrase(text)
    single = next(iter(anchors)) if len(known) == 1 and len(anchors) == 1 and not known[0].loose else ""
    reach = sum(part.longest for part in known[:best]) + known[best].longest - 1
    return Phrase(_whole(known), anchors, _firsts(known), reach, single)


def _firsts(parts: Iterable[_Part]) -> frozenset[str]:
    """The words a text of these parts may begin with; none where that is open."""
    found: set[str] = set()
    for part in parts:
        if part.gap or not part.firsts:
            return frozenset()
        found |= part.firsts
        if not part.optional:
            return frozenset(found)
    return frozenset()


def _whole(parts: Iterable[_Part]) -> str:
    return rf"(?<![\w'])(?:{''.join(_joined(parts))})(?!\w)"


@dataclass(frozen=True)
class _Part:
    pattern: str
    anchors: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    longest: int = 1
    cost: float = 0.0
    gap: bool = False
    optional: bool = False
    loose: bool = False


def _filled(found: re.Match[str], lists: Mapping[str, tuple[str, ...]]) -> str:
    name = found[2]
    if name not in lists:
        raise BadPhrase("{" + name + "}")
    return "(" + found[1] + "|".join(lists[name]) + ")"


def _split(text: str) -> list[str]:
    """The alternatives of a text, at its bars outside of brackets. Raises `BadPhrase` for brackets that do not meet."""
    found, depth, start = [], 0, 0
    for place, one in enumerate(text):
        depth += (one == "(") - (one == ")")
        if depth < 0:
            raise BadPhrase(text)
        if one == "|" and depth == 0:
            found.append(text[start:place])
            start = place + 1
    if depth:
        raise BadPhrase(text)
    return [*found, text[start:]]


def _bracketed(text: str) -> str:
    """What stands in the brackets, where the whole text is one pair of them; else nothing."""
    if not (text.startswith("(") and text.endswith(")")):
        return ""
    try:
        _split(text[1:-1])
    except BadPhrase:
        return ""
    return text[1:-1]


def _flat(text: str) -> str:
    """Brackets inside brackets multiplied out: `(a (b|c)|d)` is `(a b|a c|d)`."""
    made, depth, start = [], 0, 0
    for place, one in enumerate(text):
        if one == "(":
            start = place if depth == 0 else start
            depth += 1
        elif one == ")":
            depth -= 1
            if depth == 0:
                choices = [form for choice in _split(text[start + 1 : place]) for form in _multiplied(choice)]
                made.append("(" + "|".join(choices) + ")")
        elif depth == 0:
            made.append(one)
    return "".join(made)


def _multiplied(choice: str) -> list[str]:
    open_at = choice.find("(")
    if open_at < 0:
        return [choice]
    close_at = _closing(choice, open_at)
    rest = choice[close_at + 1 :]
    inner = [form for one in _split(choice[open_at + 1 : close_at]) for form in _multiplied(one)]
    if rest.startswith("?"):
        inner, rest = [*inner, ""], rest[1:]
    return [" ".join(f"{choice[:open_at]}{form}{after}".split()) for form in inner for after in _multiplied(rest)]


def _closing(text: str, open_at: int) -> int:
    depth = 0
    for place in range(open_at, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
    raise BadPhrase(text)


@lru_cache(maxsize=8192)
def _part(text: str) -> _Part | None:
    if gap := _GAP.match(text):
        words = int(gap[1] or 3)
        return _Part(rf"(?:{BETWEEN}{_WORD}){{0,{words}}}", longest=words, gap=True)
    optional = text.endswith("?")
    inner = text.removesuffix("?")
    if inner.startswith("("):
        inner = inner[1:-1]
    hidden = inner.startswith("!")
    choices = [word for one in inner.removeprefix("!").split("|") if one for word in _spelled(one)]
    if not choices:
        return None
    pattern = "(?:" + "|".join(_as_pattern(one) for one in sorted(set(choices), key=len, reverse=True)) + ")"
    longest = max(len(one.split()) for one in choices)
    begin = [one.split()[0] for one in choices]
    firsts = frozenset() if "*" in begin else frozenset(form for one in begin for form in _written(one))
    if optional or hidden:
        return _Part(pattern, firsts=firsts, longest=longest, optional=optional, loose=True)
    loose = any("*" in one or " " in one or "'" in one for one in choices)
    leads = [_lead(one) for one in choices]
    if any(not lead for lead in leads):
        return _Part(pattern, firsts=firsts, longest=longest, loose=True)
    anchors = frozenset(form for lead in leads for form in _written(lead))
    cost = sum(50.0 if one in _COMMON else 1.0 for one in anchors) / len(anchors) + len(anchors) / 100
    return _Part(pattern, anchors, firsts, longest, cost, loose=loose)


def _spelled(choice: str) -> Iterable[str]:
    """Each form of a choice of one word or several."""
    forms = [""]
    for word in choice.split():
        forms = [f"{before} {form}".strip() for before in forms for form in spelled(word)]
    return forms


def _lead(choice: str) -> str:
    """The rarest plain word of a choice."""
    words = [one for one in choice.split() if one != "*"]
    return min(words, key=lambda one: ("*" in one, one in _COMMON, -len(one)), default="")


def _written(lead: str) -> Iterator[str]:
    """The ways this word may stand in a text."""
    if lead.endswith("*"):
        yield from (lead[:-1] + ending for ending in _ENDINGS)
        return
    yield from (lead, lead.replace("'", ""))


def _as_pattern(choice: str) -> str:
    words = []
    for word in choice.split():
        plain = re.escape(word.rstrip("*")).replace("'", "'?")
        words.append(plain + (_ENDED if word.endswith("*") else ""))
    return BETWEEN.join(words)


def _joined(parts: Iterable[_Part]) -> Iterator[str]:
    first = True
    for part in parts:
        if part.gap:
            yield part.pattern
        elif part.optional:
            yield f"(?:{part.pattern}{BETWEEN})?" if first else f"(?:{BETWEEN}{part.pattern})?"
            continue
        else:
            yield part.pattern if first else BETWEEN + part.pattern
        first = False
