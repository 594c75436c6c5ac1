"""The words of a summary. Every sentence stands here; `Summary` only picks among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.dates import day_in_words, number
from footprint.i18n import N_, _, locale_name
from footprint.supervision.summary.records import Area, Month, Network, Summary, Tens

_AREAS = {
    Area.PRIVACY: N_("privacy settings"),
    Area.SIGNING_IN: N_("passwords and signing in"),
    Area.REACH: N_("who can reach me"),
    Area.POSTS: N_("posts and tags"),
    Area.FINDING: N_("what a search can find"),
    Area.STRANGER: N_("what a stranger can see"),
    Area.HABITS: N_("work and private life"),
}
_NETWORKS = {
    Network.FACEBOOK: "Facebook",
    Network.MESSENGER: "Messenger",
    Network.INSTAGRAM: "Instagram",
    Network.THREADS: "Threads",
    Network.WHATSAPP: "WhatsApp",
    Network.LINKEDIN: "LinkedIn",
    Network.X: "X",
    Network.BLUESKY: "Bluesky",
    Network.YOUTUBE: "YouTube",
    Network.TIKTOK: "TikTok",
    Network.SNAPCHAT: "Snapchat",
    Network.PINTEREST: "Pinterest",
    Network.NEXTDOOR: "Nextdoor",
    Network.GOOGLE: "Google Account",
    Network.APPLE: "Apple Account and iCloud",
    Network.MICROSOFT: "Microsoft account",
    Network.OTHER: N_("another network"),
}


@dataclass(frozen=True)
class Line:
    """What a line is called, and what it says."""

    name: str
    words: str


def title() -> str:
    return _("My online safety check")


def opening() -> str:
    """The sentence every summary has, and the only one of the shortest."""
    return _("I have looked at my settings and at what people can find about me online.")


def foot() -> str:
    return _("Made on my own computer. This page holds only what I chose to share.")


def lines(one: Summary) -> tuple[Line, ...]:
    """The lines that were chosen, always in the same order."""
    found = (
        (_("Date"), day_in_words(one.made_on) if one.made_on else ""),
        (_("Areas I checked"), _listed(_(_AREAS[area]) for area in Area if area in one.areas)),
        (_("Checks I went through"), tens_words(one.finished) if one.finished else ""),
        (_("When I last checked"), month_words(one.last) if one.last else ""),
        (_("When I plan to check again"), month_words(one.next) if one.next else ""),
        (_("Networks I checked"), _listed(_(_NETWORKS[each]) for each in Network if each in one.networks)),
    )
    return tuple(Line(name, words) for name, words in found if words)


def network_words(network: Network) -> str:
    """What it is called where it stands alone."""
    return _listed([_(_NETWORKS[network])])


def _listed(words: Iterable[str]) -> str:
    """One after the other, the first with a capital letter."""
    said = ", ".join(words)
    return said[:1].upper() + said[1:]


def tens_words(count: Tens) -> str:
    if not count.tens:
        return _("Fewer than 10")
    return _("{n} or more").format(n=number(count.tens * 10))


def month_words(month: Month) -> str:
    """`November 2026`."""
    from babel.dates import format_date

    return format_date(date(month.year, month.month, 1), "LLLL y", locale=locale_name())
