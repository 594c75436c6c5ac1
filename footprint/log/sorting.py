"""“It is me, and it should go”: a result judged and put on the list, as one thing to undo."""

from __future__ import annotations

from footprint import dates, search
from footprint.i18n import _
from footprint.log import items
from footprint.log.copies import keeping as copies
from footprint.log.errors import BadEvidence
from footprint.log.records import Item
from footprint.search import Finding, Verdict, reading
from footprint.vault import Done, Undo, Vault


def put_on_list(vault: Vault, finding: Finding) -> Done[Item]:
    """Make the item, with the pictures taken of it when it was seen, and judge the result.

    The item comes first: a crash in between leaves the result to sort again, never a lost item.
    """
    there = items.of_finding(vault, finding.id)
    if there:
        return Done(there[0], search.verdict(vault, finding.id, Verdict.REMOVE).undo)
    made = items.from_finding(vault, finding, notes=_shown(vault, finding))
    pictures = _keep_pictures(vault, made.value, finding)
    judged = search.verdict(vault, finding.id, Verdict.REMOVE)
    return Done(made.value, made.undo.then(pictures).then(judged.undo))


def _shown(vault: Vault, finding: Finding) -> str:
    """What reading its page found, as a note: it says what to ask for."""
    read = reading.latest(vault, [finding.id]).get(finding.id)
    if read is None or not read.exposed:
        return ""
    day = dates.day_in_words(dates.local_day(read.read_at))
    lines = [f"{one.facet.label}: “{one.words}”" for one in read.exposed]
    return "\n".join([_("What the page showed on {day}:").format(day=day), *lines])


def _keep_pictures(vault: Vault, item: Item, finding: Finding) -> Undo:
    """Evidence of the look becomes evidence of the item; a picture that cannot be read stays with the look."""
    undo = Undo(())
    for one in search.pictures_of(vault, finding.id):
        try:
            kept = copies.add_picture(vault, item.id, search.picture_bytes(vault, one.id), address=finding.address)
        except BadEvidence:
            continue
        undo = undo.then(kept.undo)
    return undo
