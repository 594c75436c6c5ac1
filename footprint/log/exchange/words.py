"""A bundle and a merge in sentences, for the window and the command line."""

from __future__ import annotations

from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.log.exchange.records import Contents, Merged


def contents_in_words(one: Contents) -> tuple[str, ...]:
    """What a bundle holds, a sentence each."""
    parts = [
        _("Made on {day}.").format(day=day_in_words(local_day(one.made_at))),
        ngettext("{n} thing is in it.", "{n} things are in it.", one.items).format(n=one.items),
    ]
    if one.evidence:
        words = ngettext("{n} copy of what was seen.", "{n} copies of what was seen.", one.evidence)
        parts.append(words.format(n=one.evidence))
    if not one.whole:
        parts.append(_("It is a part of a list."))
    return tuple(parts)


def merged_in_words(one: Merged) -> tuple[str, ...]:
    """What a merge did, a sentence each; that nothing was new is one too."""
    said = [
        (one.added, ngettext("{n} thing was added.", "{n} things were added.", one.added)),
        (one.changed, ngettext("{n} thing was changed.", "{n} things were changed.", one.changed)),
        (one.deleted, ngettext("{n} thing was deleted.", "{n} things were deleted.", one.deleted)),
        (
            one.evidence,
            ngettext("{n} copy of what was seen came in.", "{n} copies of what was seen came in.", one.evidence),
        ),
        (
            one.stay_deleted,
            ngettext(
                "{n} thing stays deleted, because you deleted it here later.",
                "{n} things stay deleted, because you deleted them here later.",
                one.stay_deleted,
            ),
        ),
    ]
    parts = [words.format(n=n) for n, words in said if n]
    if not one.rows and not one.evidence:
        parts.insert(0, _("Nothing in it was new. Your list is as it was."))
    return tuple(parts)
