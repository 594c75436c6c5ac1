"""What the page of pictures reads at once, and how it puts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint import log, person
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.person import Profile
from footprint.search import likeness
from footprint.search.likeness import Likeness, Meeting, Nature, Portrait, Standing
from footprint.tasks import Task
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Shown:
    """All that stands on the page. `items`: what is on the list already, by the result it is about."""

    standing: Standing
    copies: dict[str, bytes]
    who: Profile
    items: dict[str, str]
    offline: bool

    def copy_of(self, portrait: Portrait | None) -> bytes:
        return b"" if portrait is None else self.copies.get(portrait.id, b"")


def read_shown(_task: Task, bench: Workbench) -> Shown:
    vault = bench.vault
    standing = likeness.look(vault, bench.checklists)
    asked = [one.found.finding.id for one in standing.impostors]
    listed = {one: found[0].id for one in asked if (found := log.of_finding(vault, one))}
    return Shown(
        standing,
        likeness.small_copies(vault),
        person.profile(vault),
        listed,
        bench.settings.now.never_use_internet,
    )


def tile_words(at: int, one: Portrait, standing: Standing) -> tuple[str, str]:
    """“Picture 2” and where it stands."""
    title = _("Picture {n}").format(n=number(at))
    if one.nature is Nature.STAND_IN:
        return title, _("No real picture. It is not compared.")
    places = [place.words for place in standing.places if place.account.id in one.accounts]
    return title, ", ".join(places) if places else _("Choose where you use it")


def pill_of(one: Meeting) -> tuple[str, str]:
    """The few words at the end of a row of a found profile, and their tone."""
    if one.pretends:
        return _("Not yours"), "danger"
    if one.asks:
        return _("Is it yours?"), "warn"
    if one.portrait is None:
        return _("No picture yet"), "neutral"
    if one.likeness is not Likeness.OTHER:
        return _("Yours"), "ok"
    return "", "neutral"


def profile_title(one: Meeting) -> str:
    """Where it is, and what it calls itself; from outside."""
    return f"{one.found.network_name}: {one.found.title}"


def line_of(standing: Standing) -> str:
    """The words under the heading."""
    if not standing.mine:
        return _("See if one picture leads from a private account of yours to one for work.")
    asks = len(standing.to_ask)
    if asks:
        words = ngettext("{n} profile shows your picture.", "{n} profiles show your picture.", asks)
        return words.format(n=number(asks)) + " " + _("Say if it is yours.")
    if standing.impostors:
        count = len(standing.impostors)
        words = ngettext("{n} profile pretends to be you.", "{n} profiles pretend to be you.", count)
        return words.format(n=number(count)) + " " + _("Here is what to do about it.")
    if standing.groups:
        count = len(standing.groups)
        return ngettext(
            "{n} picture is on more than 1 of your accounts.",
            "{n} pictures are on more than 1 of your accounts.",
            count,
        ).format(n=number(count))
    return _("None of these pictures is on 2 of your accounts, as far as you said.")


def added_words(problems: Sequence[str], kept: int) -> str:
    """After pictures were added: how many, and what was wrong with the others."""
    done = ngettext("{n} picture is kept", "{n} pictures are kept", kept).format(n=number(kept))
    if not problems:
        return done
    left = ngettext("{n} was left out", "{n} were left out", len(problems)).format(n=number(len(problems)))
    return f"{done}. {left}."
