"""Reads a page of results that was copied as plain text (Ctrl+A, Ctrl+C): titles, where they lead, what stands below.

Engines write a result in one of three orders, which are told from the page itself: the title first (Google), the
address first (Bing, DuckDuckGo, Brave, Startpage, Mojeek), or numbered with the address last (DuckDuckGo’s small page).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from footprint.i18n import _, ngettext
from footprint.search.addresses import canonical
from footprint.search.pages import layouts, says
from footprint.search.pages.decoding import decoded
from footprint.search.pages.parts import Part, part_of
from footprint.search.pages.records import BadPage, LeftOut, SavedPage
from footprint.search.pages.trails import Trail, looks_like, read_trail
from footprint.search.providers.base import plain
from footprint.search.records import Hit, Outcome

LONGEST = 1_000_000
_MOST_LINES, _MOST_HITS = 20_000, 200
_SNIPPET, _TITLE = 500, 300
_TOOLS = frozenset(
    {
        "translate this page", "about this result", "cached", "similar", "more results", "feedback", "read more",
        "anonymous view", "visit in anonymous view", "more results from this site", "share", "save",
        "all results from this site", "only include results for this site", "hide site from these results",
        "redo search without this site", "about featured snippets", "·", "⋮", "•", "more",
    }
)  # fmt: skip
_AD_ENDS = frozenset({"web results", "search results", "hide sponsored results", "hide ads", "results", "top results"})
_PAGE_ENDS = frozenset({"page navigation", "pagination", "more results", "next page", "next", "footer links"})
_BELOW = ("next page", "try your search on", "some results have been removed", "in response to a legal request")
_NUMBERED = re.compile(r"^\d{1,3}\.\s+(?P<title>\S.*)$")
_DATED = re.compile(r"^(?:\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|\d{1,2} (?:hours?|days?) ago)\b")
_LONG = 70  # letters: longer lines are text, not titles


class _Order(Enum):
    TITLE_FIRST = 1
    ADDRESS_FIRST = 2
    ADDRESS_LAST = 3


@dataclass(frozen=True)
class _At:
    """A trail and the line it stands on; it may take two."""

    line: int
    end: int
    trail: Trail


def looks_copied(text: str) -> bool:
    """Whether a paste is a copied page rather than a list of addresses: by its trails, or by what a page says."""
    lines = [line for line in text[:LONGEST].splitlines()[:_MOST_LINES] if line.strip()]
    where = sum(map(looks_like, lines))
    if len(lines) < 4:
        return not where and "://" not in text and len(text) > 40 and _says_how_it_ended(text)
    if 2 * where >= len(lines):
        return False
    return where >= 2 or (where == 1 and any("›" in line for line in lines)) or _says_how_it_ended(text)


def _says_how_it_ended(text: str) -> bool:
    return says.outcome(text, "", known=True)[0] is not Outcome.UNREADABLE


def read_copied(data: bytes) -> SavedPage:
    """The results in the text of a page. `BadPage` where it shows none and does not say why."""
    text = decoded(data)[:LONGEST].replace("\x00", "")
    lines = [" ".join(line.split())[:2_000] for line in text.splitlines()[:_MOST_LINES]]
    layout = layouts.of_lines(lines)
    trails = _trails(lines)
    order = _order(lines, trails)
    skipped, left_out = _apart(lines, trails, order)
    used = [one for one in trails if one.line not in skipped]
    hits, shortened, lost = _hits(lines, used, skipped, order)
    name = layout.name if layout is not None else ""
    if hits:
        note = " ".join(part for part in (says.other_words(text), _cut_short(shortened, lost)) if part)
        return SavedPage(name, hits, _words(lines), Outcome.RESULTS, note, left_out, shortened)
    # Words about no results are believed only where not one line shows an address.
    outcome, why, words = says.outcome(text, "", known=not trails)
    if outcome is Outcome.UNREADABLE:
        raise BadPage(_("There are no results we can read in this text. Copy the whole page, or paste the addresses."))
    return SavedPage(name, (), words or _words(lines), outcome, why, left_out)


def _cut_short(shortened: int, lost: int) -> str:
    said = ""
    if shortened:
        said = ngettext(
            "{n} address was shown cut short and may lead to another page of that site.",
            "{n} addresses were shown cut short and may lead to another page of that site.",
            shortened,
        ).format(n=shortened)
    if lost:
        more = ngettext(
            "{n} result showed too little of its address.", "{n} results showed too little of their address.", lost
        ).format(n=lost)
        said = f"{said} {more}".strip()
    return said


def _words(lines: Sequence[str]) -> str:
    """What was searched for, where a copied page repeats it."""
    for line in lines[:400]:
        found = re.match(r"(?:search )?results for[: ]+(?P<words>.{2,300})$", line, re.IGNORECASE)
        if found:
            return layouts.tidy(found["words"])
    return ""


# -- where the results stand -----------------------------------------------------------------------


def _trails(lines: Sequence[str]) -> list[_At]:
    found: list[_At] = []
    at = 0
    while at < len(lines):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        trail = read_trail(line)
        end = at
        if trail is not None and after[:1] in ("›", "»"):  # in two lines, as Brave has them
            joined = read_trail(f"{line} {after}")
            trail, end = (joined, at + 1) if joined is not None else (trail, at)
        twice = bool(found) and trail is not None and found[-1].trail == trail and at - found[-1].end <= 2
        if trail is not None and not twice and not _is_frame(line, trail):
            found.append(_At(at, end, trail))
        at = end + 1
    return [one for one, after in zip_longest(found, found[1:]) if after is None or not _names_site(lines, one, after)]


def _is_frame(line: str, trail: Trail) -> bool:
    """Something of the engine itself, such as the name of another service of theirs."""
    return layouts.is_own(trail.host) or line.casefold() in layouts.OWN_LINES


def _names_site(lines: Sequence[str], one: _At, after: _At) -> bool:
    """Only the name of a site, which is its host, right above the address of a page there."""
    bare = lines[one.line].casefold().removeprefix("www.").rstrip("/")
    return after.line - one.end <= 2 and one.trail.host == after.trail.host and bare == one.trail.host


def _apart(lines: Sequence[str], trails: Sequence[_At], order: _Order) -> tuple[frozenset[int], LeftOut]:
    """The lines that belong to adverts, questions and other searches, and how many links of each kind went."""
    skipped: set[int] = set()
    counts = dict.fromkeys(Part, 0)
    at = 0
    while at < len(lines):
        part = part_of(lines[at])
        end = at + 1
        if part is Part.ADVERT:
            end = _advert_ends(lines, trails, at, order)
        elif part is Part.QUESTION:
            end = _questions_end(lines, at)
        elif part is Part.RELATED:
            end = _related_ends(lines, trails, at)
        if part is not None and part is not Part.PICTURE:
            within = range(at, end)
            skipped.update(within)
            counts[part] += sum(one.line in within for one in trails)
            if part is Part.RELATED:
                counts[part] += sum(1 for place in range(at + 1, end) if lines[place])
        at = max(end, at + 1)
    return frozenset(skipped), LeftOut(counts[Part.ADVERT], counts[Part.QUESTION], 0, counts[Part.RELATED])


def _advert_ends(lines: Sequence[str], trails: Sequence[_At], at: int, order: _Order) -> int:
    """“Sponsored results” runs to the words that end it; “Sponsored” or “Ad” is about the one result below it."""
    if "results" in lines[at].casefold() or lines[at].casefold() in ("ads", "adverts"):
        for place in range(at + 1, min(at + 120, len(lines))):
            if lines[place].casefold() in _AD_ENDS:
                return place + 1
    inside = [one for one in trails if at < one.line <= at + 12]
    if not inside:
        return at + 1
    first = inside[0]
    after = next((one for one in trails if one.line > first.end), None)
    if after is None:
        return len(lines) if first.end + 6 > len(lines) else first.end + 3
    return max(first.end + 1, _block_starts(lines, after, first.end, order))


def _block_starts(lines: Sequence[str], one: _At, lowest: int, order: _Order) -> int:
    """Where the result around a trail begins: with its title above it, or with the name of its site."""
    above = [at for at in range(one.line - 1, lowest, -1) if _usable(lines[at])][:2]
    if not above:
        return one.line
    named = _names(lines[above[0]], lines[above[-1]], one.trail.host)
    if order is _Order.ADDRESS_FIRST:
        return above[0] if named or (len(lines[above[0]]) <= 40 and not lines[above[0]].endswith(".")) else one.line
    return above[1] if named and len(above) > 1 else above[0]


def _questions_end(lines: Sequence[str], at: int) -> int:
    """After the last question, or after the word “Feedback” that stands below them."""
    last = at + 1
    for place in range(at + 1, min(at + 80, len(lines))):
        if lines[place].casefold() == "feedback":
            return place + 1
        if lines[place].endswith("?"):
            last = place + 1
        elif place - last > 16:
            break
    return last


def _related_ends(lines: Sequence[str], trails: Sequence[_At], at: int) -> int:
    """Short lines without an address, up to the next result or to the end of the page."""
    after = next((one.line for one in trails if one.line > at), None)
    most = min(at + 30, len(lines)) if after is None else min(at + 30, max(at + 1, after - 2))
    for place in range(at + 1, most):
        if _ends_results(lines[place]):
            return place
    return most


def _ends_results(line: str) -> bool:
    """What stands below the results: numbers of pages, “Next”, ways to search elsewhere."""
    low = line.casefold()
    return low in _PAGE_ENDS or low.startswith(_BELOW) or re.fullmatch(r"[\d\s]+(?:next)?", low) is not None


# -- the results themselves ------------------------------------------------------------------------


def _hits(
    lines: Sequence[str], trails: Sequence[_At], skipped: frozenset[int], order: _Order
) -> tuple[tuple[Hit, ...], int, int]:
    found: dict[str, Hit] = {}
    whole: dict[str, bool] = {}
    lost = 0
    titles = [_title_at(lines, trails, place, order, skipped) for place in range(len(trails))]
    for place, one in enumerate(trails):
        title_line, title = titles[place]
        if not title:
            continue
        form = canonical(one.trail.address)
        if form in found:
            lost += found[form].title != title and not one.trail.whole
            continue
        start, end = _below(trails, titles, place, order, len(lines))
        used = {title_line, *range(one.line, one.end + 1)}
        end = next((at for at in range(start, end) if _ends_results(lines[at])), end)
        beside = [lines[at] for at in range(start, end) if at not in used | skipped and _usable(lines[at])]
        found[form] = Hit(one.trail.address, title, plain(" ".join(beside), _SNIPPET))
        whole[form] = one.trail.whole
        if len(found) >= _MOST_HITS:
            break
    return tuple(found.values()), sum(not one for one in whole.values()), lost


def _order(lines: Sequence[str], trails: Sequence[_At]) -> _Order:
    """From the lines right below the addresses: titles are short, texts are long or begin with a day."""
    numbered = sum(_NUMBERED.match(line) is not None for line in lines)
    if trails and numbered >= max(2, len(trails) // 2):
        return _Order.ADDRESS_LAST
    texts = titles = 0
    for at, one in enumerate(trails):
        below = _next_line(lines, one.end + 1, frozenset())
        nearest = trails[at + 1].line if at + 1 < len(trails) else len(lines)
        if below is None or below >= nearest:
            continue
        line = lines[below]
        is_text = len(line) > _LONG or _DATED.match(line) or line.endswith((".", "…", "...")) or " — " in line
        texts += bool(is_text)
        titles += not is_text
    above = _next_line(lines[: trails[0].line][::-1], 0, frozenset()) if trails else None
    if texts == titles:
        return _Order.TITLE_FIRST if above is not None else _Order.ADDRESS_FIRST
    return _Order.TITLE_FIRST if texts > titles else _Order.ADDRESS_FIRST


def _next_line(lines: Sequence[str], start: int, skipped: frozenset[int]) -> int | None:
    for at in range(start, min(start + 8, len(lines))):
        if lines[at] and at not in skipped and lines[at].casefold() not in _TOOLS:
            return at
    return None


def _title_at(
    lines: Sequence[str], trails: Sequence[_At], place: int, order: _Order, skipped: frozenset[int]
) -> tuple[int, str]:
    """(line, title) of one result; an empty title where there is none."""
    one = trails[place]
    lowest = trails[place - 1].end if place else -1
    if order is _Order.ADDRESS_FIRST:
        most = trails[place + 1].line if place + 1 < len(trails) else len(lines)
        at = _next_line(lines, one.end + 1, skipped)
        return (at, plain(lines[at], _TITLE)) if at is not None and at < most else (-1, "")
    above = [at for at in range(one.line - 1, lowest, -1) if _usable(lines[at]) and at not in skipped]
    if order is _Order.ADDRESS_LAST:
        numbered = next(((at, found) for at in above if (found := _NUMBERED.match(lines[at]))), None)
        return (numbered[0], plain(numbered[1]["title"], _TITLE)) if numbered else (-1, "")
    if not above:
        return -1, ""
    at = above[1] if len(above) > 1 and _names(lines[above[0]], lines[above[1]], one.trail.host) else above[0]
    return at, plain(lines[at], _TITLE)


def _below(
    trails: Sequence[_At], titles: Sequence[tuple[int, str]], place: int, order: _Order, total: int
) -> tuple[int, int]:
    """The lines that may hold the text of a result."""
    one = trails[place]
    if order is _Order.ADDRESS_LAST:
        return titles[place][0] + 1, one.line
    following = trails[place + 1].line if place + 1 < len(trails) else min(total, one.end + 12)
    if order is _Order.TITLE_FIRST and place + 1 < len(trails) and titles[place + 1][0] > one.end:
        following = titles[place + 1][0]
    elif order is _Order.ADDRESS_FIRST and place + 1 < len(trails):
        following = max(one.end + 1, following - 1)  # the name of the next site stands above its address
    return one.end + 1, following


def _usable(line: str) -> bool:
    low = line.casefold()
    return bool(line) and not (low in _TOOLS or low in _AD_ENDS or low in layouts.OWN_LINES) and part_of(line) is None


def _names(line: str, above: str, host: str) -> bool:
    """Whether a line is the name of the site, of which the title above it may be the end: “Ada | Otherton Harriers”."""
    return _is_site_name(line, host) or (len(line) < len(above) and above.casefold().endswith(line.casefold()))


def _is_site_name(line: str, host: str) -> bool:
    """“Otherton Harriers” above othertonharriers.example: the letters of the one are found in the other."""
    if len(line) > 60:
        return False
    squeezed = re.sub(r"[^a-z0-9]", "", line.casefold())
    names = [re.sub(r"[^a-z0-9]", "", part) for part in host.split(".")[:-1]]
    if not squeezed:
        return False
    if squeezed == re.sub(r"[^a-z0-9]", "", host) or any(len(name) > 2 and squeezed in name for name in names):
        return True
    if any(len(name) > 2 and squeezed.startswith(name) and len(squeezed) - len(name) <= 3 for name in names):
        return True
    initials = "".join(word[0] for word in line.casefold().split())
    return len(initials) > 2 and initials in names
