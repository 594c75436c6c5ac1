"""Who it is, as far as is known: what the person said, else what the words of an item say about a place."""

from __future__ import annotations

import re

from footprint.log.origins import Origin
from footprint.log.records import Item, Kind
from footprint.log.relations import Relation

_WORDS = (
    (Relation.SCHOOL, ("school", "nursery", "preschool", "playgroup", "academy", "college", "pta", "sch.uk")),
    (Relation.PHOTOGRAPHER, ("photographer", "photography", "photos by", "studio")),
    (Relation.BLOG, ("blog", "blogspot", "wordpress", "substack", "tumblr")),
    (Relation.FORUM, ("forum", "forums", "mumsnet", "reddit", "community group")),
    (Relation.NEWSPAPER, ("news", "newspaper", "gazette", "herald", "chronicle", "echo", "telegraph", "argus")),
    (Relation.CLUB, ("club", "team", "league", "fc", "choir", "parkrun", "runners", "society")),
    (Relation.EMPLOYER, ("employer", "staff page", "our team")),
)
_NETWORKS = {"reddit": Relation.FORUM, "mumsnet": Relation.FORUM, "medium": Relation.BLOG, "tumblr": Relation.BLOG}


def likely_relation(item: Item) -> Relation | None:
    """What an organisation is by the words of the item, so that the likeliest letter stands first; None: no idea.

    Who a person is cannot be read off anything, so for them it is never guessed.
    """
    if item.origin is not Origin.ORGANISATION:
        return None
    if item.network in _NETWORKS:
        return _NETWORKS[item.network]
    seen = re.sub(r"[^\w.]+|\.(?!uk)", " ", " ".join((item.place, item.host, item.contact, item.title)).casefold())
    for relation, words in _WORDS:
        if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", seen) for word in words):
            return relation
    return Relation.NEWSPAPER if item.kind is Kind.ARTICLE else None


def known_relation(item: Item) -> Relation | None:
    """What the person said stands before anything that was guessed."""
    return item.relation or likely_relation(item)
