"""How sure we are of a step and how old that is, in a sentence; and help where the screen looks different."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from footprint.checklists.format import Check, Confidence, NetworkFile, Sourced
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.packs.origins import How


class Age(StrEnum):
    """How long ago the source was seen: under 180 days, under 365, or longer."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"


@dataclass(frozen=True)
class Freshness:
    """The sentence shown beside a step, its age and how sure we are."""

    sentence: str
    age: Age
    confidence: Confidence


def age(verified: date, today: date) -> Age:
    days = (today - verified).days
    if days < 180:
        return Age.FRESH
    return Age.AGEING if days < 365 else Age.OLD


def freshness(name: str, sourced: Sourced, today: date) -> Freshness:
    """For one step, page or statement of the network called `name`."""
    old = age(sourced.verified, today)
    if isinstance(sourced, Check) and sourced.origin is not None and sourced.origin.how is How.ADDED:
        where = _("From {organisation}, {day}.").format(
            organisation=sourced.origin.organisation, day=day_in_words(sourced.verified)
        )
        return Freshness(where, old, sourced.confidence)
    if sourced.confidence is Confidence.UNVERIFIED:
        return Freshness(_("Not confirmed yet. The steps may not fit your screen."), old, sourced.confidence)
    if sourced.confidence is Confidence.OFFICIAL:
        sentence = _("From {name}’s own help, {day}.")
    else:
        sentence = _("From an independent guide of {day}, not {name} itself.")
    sentence = sentence.format(name=name, day=day_in_words(sourced.verified))
    if old is Age.OLD:
        sentence = f"{sentence} {_('That was a while ago, so the steps may have changed.')}"
    return Freshness(sentence, old, sourced.confidence)


def network_line(network: NetworkFile) -> str:
    """One line for the foot of a network's card: where its steps come from, and the oldest day."""
    live = [check for check in network.checks if not check.retired]
    counts = Counter(check.confidence for check in live)
    seen = [check.verified for check in live if check.confidence is not Confidence.UNVERIFIED]
    parts = (
        (Confidence.OFFICIAL, _("{n} from {name}’s own pages")),
        (Confidence.INDEPENDENT, _("{n} from independent guides")),
        (Confidence.UNVERIFIED, _("{n} not yet checked")),
    )
    said = [text.format(n=counts[kind], name=network.name) for kind, text in parts if counts[kind]]
    line = _("Steps: {counts}.").format(counts=", ".join(said))
    if not seen:
        return line
    return f"{line} {_('The oldest was seen on {day}.').format(day=day_in_words(min(seen)))}"


_STEP_SIGN = re.compile(r"\s*(?:>|›|→)\s*")


def help_when_different(check: Check) -> tuple[str, ...]:
    """What to try when the page does not look like the steps: the file's own advice, or some from the menu words."""
    found = [check.looks_different] if check.looks_different else list(_from_menu(check))
    if check.web and check.phone:
        found.append(_("Try it in the other place: the steps for the website and for the phone app are both here."))
    if check.help:
        found.append(_("The help page says where the setting is now."))
    found.append(_("If you cannot find it, choose “I could not find it”. Nothing is lost."))
    return tuple(found)


def _from_menu(check: Check) -> tuple[str, ...]:
    words = [part for part in _STEP_SIGN.split(check.menu) if part]
    if not words:
        return (_("Look for a setting called “{name}”.").format(name=check.short or check.title),)
    said = [_("Look for a setting called “{name}”.").format(name=words[-1])]
    if len(words) > 1:
        said.append(_("It was under “{name}”. Look near there first.").format(name=words[-2]))
    said.append(_("Many settings pages have a search box. Type “{name}” there.").format(name=words[-1]))
    return tuple(said)
