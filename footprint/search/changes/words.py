"""Changes in words: what is said above all of them, and for one of them what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.search.changes.records import Change, Comparison, Evidence, Kind, Looked, Shown
from footprint.search.reading import Facet

_MOST = 4  # looks named one by one


def source_label(provider: str) -> str:
    """The name people know a source by."""
    from footprint.search.engines import EVERY
    from footprint.search.providers import PROVIDERS

    for one in PROVIDERS:
        if one.name == provider:
            return _(one.label)
    for engine in EVERY:
        if engine.provider == provider:
            return _(engine.label)
    return _("By hand") if provider == "by hand" else provider


def quoted(words: str) -> str:
    """Words between marks, unless they bring marks of their own."""
    return words if '"' in words else f"“{words}”"


def headline(of: Comparison) -> str:
    """How much changed, in one line. Where nothing could be compared it says so, and never that nothing changed."""
    counts = {kind: len(of.of(kind)) for kind in Kind}
    gone = counts[Kind.GONE] + counts[Kind.BEYOND]
    parts = [
        ngettext("{n} new result", "{n} new results", counts[Kind.NEW]).format(n=number(counts[Kind.NEW])),
        ngettext("{n} back again", "{n} back again", counts[Kind.BACK]).format(n=number(counts[Kind.BACK])),
        ngettext("{n} reads differently", "{n} read differently", counts[Kind.CHANGED]).format(
            n=number(counts[Kind.CHANGED])
        ),
        ngettext("{n} no longer shown", "{n} no longer shown", gone).format(n=number(gone)),
    ]
    told = [words for words, count in zip(parts, _four(counts, gone), strict=True) if count]
    if told:
        return ", ".join(told)
    if of.since.id == of.until.id:
        return _("These are the same moment, so nothing changed.")
    if not of.compared and not of.until.only_read:
        return _("Nothing could be compared")
    return _("Nothing changed in what could be looked at")


def _four(counts: dict[Kind, int], gone: int) -> tuple[int, int, int, int]:
    return counts[Kind.NEW], counts[Kind.BACK], counts[Kind.CHANGED], gone


def caution(of: Comparison) -> str:
    """What the comparison could not see: searches that failed, were asked for the first time or not asked at all."""
    parts = []
    if of.failed:
        words = ngettext("{n} search did not work.", "{n} searches did not work.", len(of.failed))
        parts.append(words.format(n=number(len(of.failed))))
    if of.not_asked:
        words = ngettext("{n} search was not asked again.", "{n} searches were not asked again.", of.not_asked)
        parts.append(words.format(n=number(of.not_asked)))
    if of.first:
        words = ngettext(
            "{n} search was asked for the first time.", "{n} searches were asked for the first time.", of.first
        )
        parts.append(words.format(n=number(of.first)))
    return " ".join(parts)


def reasons(one: Change) -> tuple[str, ...]:
    """Why it is called what it is, a sentence each, with the search and the day."""
    told = [_TELL[one.kind](each) for each in _first(one.evidence)]
    more = len(one.evidence) - len(told)
    if more > 0:
        words = ngettext("And {n} more search says so.", "And {n} more searches say so.", more)
        told.append(words.format(n=number(more)))
    told += [_reworded(each.look) for each in one.reworded[:_MOST]]
    if one.shown is not None:
        told += _shown(one.shown)
    if one.kind in (Kind.GONE, Kind.BEYOND):
        told.append(_("The page itself may still be there. Open it to see."))
    return tuple(dict.fromkeys(told))


def _first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """One for each source, as far as there is room."""
    by_source: dict[str, Evidence] = {}
    for one in evidence:
        look = one.now or one.before
        if look is not None:
            by_source.setdefault(look.provider, one)
    return list(by_source.values())[:_MOST]


def _day(instant: datetime) -> str:
    return day_in_words(local_day(instant))


def _who(look: Looked | None) -> dict[str, str]:
    assert look is not None
    return {"source": source_label(look.provider), "words": quoted(look.words), "day": _day(look.at)}


def _new(one: Evidence) -> str:
    said = _("{source} showed it on {day} for {words}.").format(**_who(one.now))
    if one.before is None:
        return said
    before = _day(one.before.at)
    if one.before.more:
        top = number(one.before.results)
        return said + " " + _("On {day} it was not in the first {n}.").format(day=before, n=top)
    return said + " " + _("On {day} it did not.").format(day=before)


def _gone(one: Evidence) -> str:
    assert one.before is not None and one.now is not None
    said = _("{source} showed it on {day} for {words}.").format(**_who(one.before))
    after = _day(one.now.at)
    if one.now.more:
        return (
            said
            + " "
            + _("On {day} it was not in the first {n} any more.").format(day=after, n=number(one.now.results))
        )
    return said + " " + _("On {day} it did not any more.").format(day=after)


def _first_seen(one: Evidence) -> str:
    assert one.now is not None
    look = one.now
    if not look.words:
        return _("You added it yourself on {day}.").format(day=_day(look.at))
    if look.by_hand:
        return _("You wrote it down on {day}, from {source}.").format(
            day=_day(look.at), source=source_label(look.provider)
        )
    if not look.outcome.searched:
        return _("{source} showed it on {day}, in a search that only partly worked.").format(**_who(look))
    return _("{source} was asked for {words} for the first time on {day}.").format(**_who(look))


def _could_not(one: Evidence) -> str:
    assert one.before is not None and one.now is not None
    before, now = _day(one.before.at), _day(one.now.at)
    if one.now.by_hand and one.now.outcome.searched:
        return _("You looked on {day}, and did not write it down. That does not mean it is gone.").format(day=now)
    return _("{source} showed it on {before}. On {day} that search did not work: {why}").format(
        source=source_label(one.before.provider), before=before, day=now, why=one.now.note or one.now.outcome.sentence
    )


def _not_asked(one: Evidence) -> str:
    assert one.before is not None
    look = one.before
    if not look.words:
        return _("You added it yourself on {day}.").format(day=_day(look.at))
    return _("{source} showed it on {day} for {words}. That was not asked again.").format(**_who(look))


def _reworded(look: Looked | None) -> str:
    assert look is not None
    return _("{source} shows other words for it since {day}.").format(
        source=source_label(look.provider), day=_day(look.at)
    )


def _shown(one: Shown) -> list[str]:
    days = {"before": _day(one.before), "day": _day(one.now)}
    told = []
    for facets, words in (
        (one.more, _("The page shows this on {day}, and did not on {before}: {what}.")),
        (one.less, _("The page showed this on {before}, and does not on {day}: {what}.")),
        (one.other, _("The page shows this in other words on {day}: {what}.")),
    ):
        if facets:
            told.append(words.format(what=_list(facets), **days))
    return told


def _list(facets: Iterable[Facet]) -> str:
    return ", ".join(one.label for one in facets).casefold()


_TELL = {
    Kind.NEW: _new,
    Kind.BACK: _new,
    Kind.CHANGED: _new,
    Kind.GONE: _gone,
    Kind.BEYOND: _gone,
    Kind.FIRST: _first_seen,
    Kind.COULD_NOT: _could_not,
    Kind.NOT_ASKED: _not_asked,
}
