"""What a flag says to a person: the lens, the words, the reason, what is lawful, and the guidance."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.archives.lenses.around import RULE as AROUND
from footprint.archives.lenses.around import reason_of
from footprint.archives.lenses.compiling import OWN
from footprint.archives.lenses.load import Lens, load_lenses
from footprint.archives.records import Flag
from footprint.i18n import _


@dataclass(frozen=True)
class Explained:
    """`reason` is the half sentence of the rule, or of the lens where the rule is not known any more."""

    flag: Flag
    lens: Lens
    reason: str


def explained(flag: Flag) -> Explained | None:
    """None for a flag of a lens that is not there any more."""
    lens = next((one for one in load_lenses() if one.id == flag.lens), None)
    if lens is None:
        return None
    if flag.rule == AROUND:
        return Explained(flag, lens, reason_of(lens.looks))
    if flag.rule == OWN:
        return Explained(flag, lens, _("A word of your organisation"))
    rule = next((one for one in lens.rules if one.id == flag.rule), None)
    return Explained(flag, lens, rule.reason if rule is not None else lens.title)
