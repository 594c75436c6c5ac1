"""Who the poster is to the person, or what sort of place it is: this chooses the letter and how long to wait."""

from __future__ import annotations

import re

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log.origins import Origin
from footprint.log.records import Item, Kind
from footprint.log.states import REPLY_DAYS

FAMILY_DAYS = 28
"""Days before a relative who was asked face to face is asked again: they will see each other anyway."""


class Relation(Labelled):
    """The answer to “Who are they to you?”, or “What sort of place is it?” for an organisation."""

    FRIEND = "friend", N_("A friend")
    RELATIVE = "relative", N_("A relative")
    ACQUAINTANCE = "acquaintance", N_("Someone I know a little")
    COLLEAGUE = "colleague", N_("A colleague")
    CLUB = "club", N_("A club or a team")
    SCHOOL = "school", N_("A school or a nursery")
    PHOTOGRAPHER = "photographer", N_("A photographer")
    BLOG = "blog", N_("A blog")
    FORUM = "forum", N_("A forum or a group")
    NEWSPAPER = "newspaper", N_("A newspaper or a news site")
    EMPLOYER = "employer", N_("An employer, now or before")
    FIRM = "firm", N_("Another organisation")


PEOPLE = (Relation.FRIEND, Relation.RELATIVE, Relation.ACQUAINTANCE, Relation.COLLEAGUE)
PLACES = (
    Relation.CLUB, Relation.SCHOOL, Relation.PHOTOGRAPHER, Relation.BLOG, Relation.FORUM, Relation.NEWSPAPER,
    Relation.EMPLOYER, Relation.FIRM,
)  # fmt: skip


def relations_for(origin: Origin) -> tuple[Relation, ...]:
    """What can be answered for this origin; nothing where nobody is asked, or where nothing is known of them."""
    return {Origin.KNOWN: PEOPLE, Origin.ORGANISATION: PLACES}.get(origin, ())


def days_to_wait(relation: Relation | None) -> int:
    """Days until somebody who was asked in person is asked again."""
    return FAMILY_DAYS if relation is Relation.RELATIVE else REPLY_DAYS


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
