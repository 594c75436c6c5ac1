"""Sites that are never planned, asked or opened by a probe: those for adults only, and those that live off crime.

Nobody has to find out here that an account of theirs is known there, and nobody else ought to through this app.
"""

from __future__ import annotations

import re
from functools import cache

from footprint import paths
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.hosts import is_on

_ENDINGS = (".xxx", ".adult", ".porn", ".sex", ".sexy", ".cam", ".onion", ".webcam", ".escort", ".i2p")
# Parts of names that no honest site carries; `sex` alone would refuse Essex.
_PARTS = re.compile(
    r"porn|xxx|xvid|hentai|nsfw|camgirl|camboy|escort|fetish|bdsm|milf|brazzers|rule34|hookup|swinger|incest|gore(?=\.)"
    r"|doxbin|doxx|leak(s|ed|ers?)?(?=[.-])|crack(ed|ing)?(?=\.)|nulled|warez|stresser|booter|carding|darknet"
    r"|(^|[.-])sex(cam|chat|shop|dating|tube|worker|y)?s?[.-]"
)


class NeverAsked(FootprintError):
    """This site is on the list of those the app does not go to."""

    def __init__(self, host: str) -> None:
        super().__init__(_("The app does not ask {host}. It never goes to sites of this kind.").format(host=host))


def refused(host: str) -> bool:
    """Whether the app never goes to this site."""
    host = host.casefold().rstrip(".")
    if host.endswith(_ENDINGS) or _PARTS.search(host):
        return True
    return any(is_on(host, one) for one in _named())


@cache
def _named() -> tuple[str, ...]:
    text = (paths.shipped("resources") / "probes" / "never.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
