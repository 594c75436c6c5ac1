"""What came of a paste or of a saved page, in words: what was found, what was left out, what to know about it."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Added, Outcome

_MOST_PROBLEMS = 8


@dataclass(frozen=True)
class Line:
    """One line with the colour it is said in."""

    words: str
    tone: str


def added_in_words(added: Added) -> str:
    """The one sentence for a toast and for the last line."""
    count = len(added.findings)
    if count:
        return ngettext("{n} address added to sort", "{n} addresses added to sort", count).format(n=number(count))
    if added.outcome is Outcome.EMPTY:
        return _("Kept: the page itself says that nothing was found")
    if added.outcome is Outcome.BLOCKED:
        return _("Kept: the site did not show its results")
    return _("No address was added")


def lines_of(added: Added) -> tuple[Line, ...]:
    """All there is to say, what needs attention first."""
    lines = [
        Line(_("{what}: {why}").format(what=one.text, why=one.why) if one.text else one.why, "warn")
        for one in added.problems[:_MOST_PROBLEMS]
    ]
    more = len(added.problems) - _MOST_PROBLEMS
    if more > 0:
        words = ngettext("{n} more line could not be read.", "{n} more lines could not be read.", more)
        lines.append(Line(words.format(n=number(more)), "warn"))
    if added.apart:
        lines.append(Line(_other_search(added), "warn"))
    if added.note:
        lines.append(Line(added.note, "warn"))
    tone = "ok" if added.findings or added.outcome is Outcome.EMPTY else "text2"
    lines.append(Line(added_in_words(added), tone))
    if added.left_out.sentence:
        lines.append(Line(added.left_out.sentence, "text2"))
    return tuple(lines)


def _other_search(added: Added) -> str:
    site = _(added.engine.label) if added.engine is not None else ""
    if site and added.words:
        what = _("This page is from {site} and was for {words}.").format(site=site, words=added.words)
    elif site:
        what = _("This page is from {site}.").format(site=site)
    else:
        what = _("This page was for {words}.").format(words=added.words)
    return f"{what} {_('It was kept as another search.')}"
