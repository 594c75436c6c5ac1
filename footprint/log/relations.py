"""Who the poster is to the person, or what sort of place it is: the letter, the rungs and the wait follow from it."""

from __future__ import annotations

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log.origins import Origin
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

    @property
    def of_work(self) -> bool:
        """The line manager hears of it first, whatever else was said."""
        return self in (Relation.COLLEAGUE, Relation.EMPLOYER)


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
