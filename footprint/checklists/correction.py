"""What somebody sees in place of our steps, as a text they can copy and send in. Nothing is sent from here."""

from __future__ import annotations

from datetime import date

from footprint.checklists.format import Check, NetworkFile
from footprint.dates import day_in_words
from footprint.i18n import _


def correction(network: NetworkFile, check: Check, seen: str, day: date) -> str:
    """The whole text. It names the check and its source, and of the person holds only what they wrote (`seen`)."""
    lines = (
        (_("Correction for a checklist"), ""),
        (_("Checklist"), f"{network.name} ({network.id})"),
        (_("Check"), f"{check.marked} ({check.id})"),
        (_("Where the steps say it is"), check.menu or check.link or _("Not said")),
        (_("Our source"), f"{check.source} ({check.verified.isoformat()}, {check.confidence})"),
        (_("What I see instead"), seen.strip() or _("The steps do not fit my screen.")),
        (_("Seen on"), day_in_words(day)),
    )
    return "\n".join(f"{name}: {words}" if words else name for name, words in lines) + "\n"
