"""How old a step is and how sure we are of it, in two or three words: the one place where these words stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from footprint.checklists import Age, Confidence, Freshness, Kind, NetworkFile, freshness
from footprint.checklists.format import Sourced
from footprint.dates import day_in_words
from footprint.i18n import N_, _

_AGES = {
    Age.FRESH: (N_("Checked lately"), "ok"),
    Age.AGEING: (N_("A while ago"), "neutral"),
    Age.OLD: (N_("Over a year ago"), "warn"),
}
_SURE = {
    Confidence.OFFICIAL: (N_("From the network itself"), "ok"),
    Confidence.INDEPENDENT: (N_("Independent guide"), "info"),
    Confidence.UNVERIFIED: (N_("Not confirmed yet"), "warn"),
}
# A place or a situation has no network behind it.
_OFFICIAL = {Kind.PLACE: N_("From its own pages"), Kind.SITUATION: N_("From an official page")}


@dataclass(frozen=True)
class Badge:
    """Words in the soft fill of a tone, and the whole sentence for those who ask."""

    words: str
    tone: str
    sentence: str = ""


def age_badge(age: Age, sentence: str = "") -> Badge:
    words, tone = _AGES[age]
    return Badge(_(words), tone, sentence)


def sure_badge(confidence: Confidence, kind: Kind, sentence: str = "") -> Badge:
    words, tone = _SURE[confidence]
    if confidence is Confidence.OFFICIAL:
        words = _OFFICIAL.get(kind, words)
    return Badge(_(words), tone, sentence)


def badges(kind: Kind, found: Freshness, *, own: bool = False) -> tuple[Badge, ...]:
    """For one step: how old, and from where. The day of what nobody has confirmed says nothing, so it is left out.

    `own`: an employer's pack added it.
    """
    sure = sure_badge(found.confidence, kind, found.sentence)
    if own:
        sure = Badge(_("Your organisation’s own steps"), "info", found.sentence)
    if found.confidence is Confidence.UNVERIFIED:
        return (sure,)
    return age_badge(found.age, found.sentence), sure


def counted(network: NetworkFile, today: date) -> tuple[Badge, ...]:
    """The badges of all its checks, each with how many there are: first where they come from, then how old."""
    found = [freshness(network.name, check, today) for check in network.checks if not check.retired]
    sure = Counter(one.confidence for one in found)
    old = Counter(one.age for one in found if one.confidence is not Confidence.UNVERIFIED)
    every = [(sure_badge(one, network.kind), sure[one]) for one in Confidence if sure[one]]
    every += [(age_badge(one), old[one]) for one in Age if old[one]]
    return tuple(Badge(_("{n}: {words}").format(n=n, words=low(one.words)), one.tone) for one, n in every)


def file_words(network: NetworkFile, today: date) -> str:
    """A few words for a whole list, as they stand inside a sentence: how old most of its confirmed steps are."""
    found = [freshness(network.name, check, today) for check in network.checks if not check.retired]
    ages = Counter(one.age for one in found if one.confidence is not Confidence.UNVERIFIED)
    if not ages:
        return low(_(_SURE[Confidence.UNVERIFIED][0]))
    most = max(ages, key=lambda one: (ages[one], list(Age).index(one)))
    said = low(age_badge(most).words)
    return said if len(ages) == 1 else _("most {words}").format(words=said)


def source_of(network: NetworkFile, sourced: Sourced, today: date) -> Freshness:
    """`freshness` for a part of a file. What has no network behind it is not said to come from its own help."""
    found = freshness(network.name, sourced, today)
    if network.origin is not None:
        said = _("From {organisation}, {day}.").format(
            organisation=network.origin.organisation, day=day_in_words(sourced.verified)
        )
        return replace(found, sentence=said)
    if network.kind is Kind.NETWORK or found.confidence is Confidence.UNVERIFIED:
        return found
    said = _("{where}, {day}.") if found.confidence is Confidence.OFFICIAL else _("{where} of {day}.")
    where = {
        Confidence.OFFICIAL: sure_badge(found.confidence, network.kind).words,
        Confidence.INDEPENDENT: _("From an independent guide"),
    }[found.confidence]
    sentence = said.format(where=where, day=day_in_words(sourced.verified))
    if found.age is Age.OLD:
        sentence = f"{sentence} {_('That was a while ago, so the steps may have changed.')}"
    return replace(found, sentence=sentence)


def low(words: str) -> str:
    """Words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]
