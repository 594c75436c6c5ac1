"""Whether the words of an item are about the person's work: then the line manager hears of it first."""

from __future__ import annotations

import re

from footprint import person
from footprint.log import third_party
from footprint.log.records import Item
from footprint.log.third_party import Looks
from footprint.person import DetailKind
from footprint.vault import Vault

_OF_SOMEBODY = (Looks.HEALTH, Looks.CASE, Looks.SUPPORTED)
_SHORTEST = 4


def names_work(vault: Vault, item: Item) -> bool:
    """The person's workplace is named in it, or somebody who uses the service seems to be. Never sure, never complete.

    Where the person says otherwise, that stands (`Known.of_work`).
    """
    words = "\n".join((item.title, item.place, item.contact, item.notes))
    if any(one.kind in _OF_SOMEBODY for one in third_party.findings(words, third_party.own_of(vault))):
        return True
    return any(_named(one.text, words) for one in person.details(vault, DetailKind.EMPLOYER))


def _named(employer: str, words: str) -> bool:
    name = employer.strip()
    return len(name) >= _SHORTEST and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE))
