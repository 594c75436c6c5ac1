"""What a pack must be beyond readable: the rules that no field alone can hold, each fault with its file and place."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.handwritten import Problem
from footprint.i18n import _
from footprint.packs.format import FORMAT, MOST_MONTHS
from footprint.packs.records import Pack, Ships


def faults(pack: Pack, files: frozenset[str], ships: Ships | None) -> Iterator[Problem]:
    """Everything that keeps a pack from being used."""
    yield from _formats(pack)
    for at, one in enumerate(pack.cadences.cadence):
        if one.months > MOST_MONTHS[one.again]:
            why = _("must be {most} or fewer; a pack can make it more often, never less").format(
                most=MOST_MONTHS[one.again]
            )
            yield Problem("cadences.toml", f"cadence[{at}].months", why)


def _formats(pack: Pack) -> Iterator[Problem]:
    if pack.manifest.format != FORMAT:
        yield Problem("pack.toml", "format", _("this app reads format {known}").format(known=FORMAT))
