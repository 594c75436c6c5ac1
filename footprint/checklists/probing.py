"""Whether the `[probe]` table of a file is a rule that can be relied on (`docs/probes.md` says the rules in words)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from footprint.checklists.format import Probe, Signs
from footprint.i18n import _

# What a site answers when it turns people away: it says nothing about a username.
_WALLS = frozenset({401, 402, 403, 405, 407, 418, 425, 429, 451})


def probe_faults(probe: Probe, address: str, handle_rule: str) -> Iterator[tuple[str, str]]:
    """What makes this rule one that cannot be relied on, as (place, words). `address` is that of a profile."""
    yield from _address_faults(probe.address or address)
    for name, signs in (("found", probe.found), ("absent", probe.absent)):
        yield from ((f"{name}{place}", what) for place, what in _sign_faults(signs))
    if probe.found == probe.absent:
        yield "found", _("is the same as absent, so the two could not be told apart")
    if probe.form.count("{word}") != 1:
        yield "form", _("must hold {{word}} once").format()
    if probe.known and handle_rule and not re.fullmatch(handle_rule, probe.known):
        yield "known", _("does not fit the rule for usernames")


def _address_faults(address: str) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        fine = parts.scheme == "https" and "." in host and parts.username is None and parts.port is None
    except ValueError:
        fine, host = False, ""
    if not fine or re.search(r"\s", address):
        yield "address", _("“{link}” is not an https address with a host").format(link=address[:80])
    if address.count("{handle}") != 1 or "{" in address.replace("{handle}", ""):
        yield "address", _("must hold {{handle}} once").format()
    elif "{" in host and not re.fullmatch(r"\{handle\}(\.[a-z0-9-]+){2,}", host):
        yield "address", _("a username in the name of a site can only be its first part")


def _sign_faults(signs: Signs) -> Iterator[tuple[str, str]]:
    if not signs.telling:
        yield "", _("says nothing an answer must have; give a status, a text, a field or an address")
    if any(not 200 <= one <= 499 for one in signs.status):
        yield ".status", _("is a code from 200 to 499; others are failures")
    if not _WALLS.isdisjoint(signs.status):
        yield ".status", _("is a code of a site that turns people away, so it says nothing about a username")
    if signs.equals and not signs.field:
        yield ".equals", _("needs a field")
    texts = (*signs.says, *signs.lacks)
    if any(not text.strip() for text in texts):
        yield ".says", _("has an empty text")
    if signs.at and not signs.at.startswith("https://"):
        yield ".at", _("is the start of an https address")
