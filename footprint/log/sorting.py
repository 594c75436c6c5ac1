"""“It is me, and it should go”: a result judged and put on the list, as one thing to undo."""

from __future__ import annotations

from footprint import search
from footprint.log import items
from footprint.log.records import Item
from footprint.search import Finding, Verdict
from footprint.vault import Done, Undo, Vault


def put_on_list(vault: Vault, finding: Finding) -> Done[Item]:
    """The item comes first: a crash between the two leaves the result to sort again, never a lost item."""
    there = items.of_finding(vault, finding.id)
    made = None if there else items.from_finding(vault, finding)
    judged = search.verdict(vault, finding.id, Verdict.REMOVE)
    if made is None:
        return Done(there[0], judged.undo)
    return Done(made.value, Undo((*made.undo.rows, *judged.undo.rows)))
