"""Words in a note that look like case data: a gentle warning before it is kept or copied. The person decides."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.i18n import _
from footprint.log import third_party
from footprint.log.incidents.records import Incident
from footprint.log.third_party import NOBODY, Looks, Own

_FIELDS = ("what", "place", "concerns", "agreed", "wanted")


@dataclass(frozen=True)
class Caution:
    """Where it stands: the answer it is in, and the words themselves."""

    looks: Looks
    field: str
    words: str


def cautions(one: Incident, own: Own = NOBODY) -> tuple[Caution, ...]:
    """Everything in the note that looks like case data, answer by answer; never complete, and never sure.

    `own` is what the person says about themself (`third_party.own_of`), which warns of nothing.
    """
    return tuple(
        Caution(found.kind, field, found.words)
        for field in _FIELDS
        for found in third_party.findings(getattr(one, field), own)
    )


def warning(found: tuple[Caution, ...]) -> str:
    """One sentence that says what it looks like, and what to write in its place."""
    kinds = ", ".join(dict.fromkeys(one.looks.label for one in found))
    return _("This looks like {what}. Use a role in its place, such as “an adult I work with”.").format(what=kinds)
