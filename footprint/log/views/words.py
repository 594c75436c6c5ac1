"""What a filter shows, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from footprint import dates
from footprint.i18n import _, ngettext
from footprint.log.records import Query, Sort


def query_words(
    query: Query, *, networks: Mapping[str, str] | None = None, sets: Mapping[str, str] | None = None
) -> str:
    """`Waiting for others. A photo, A video.`; `networks` and `sets` name what the filter knows by id."""
    parts = [_("With the words: {words}").format(words=query.text)] if query.text else []
    parts += [one.label for one in (query.group, query.status) if one is not None]
    parts += [", ".join(kind.label for kind in query.kinds)] if query.kinds else []
    parts += [", ".join(origin.label for origin in query.origins)] if query.origins else []
    parts += [(networks or {}).get(query.network, query.network)] if query.network else []
    if query.due_within is not None:
        parts.append(within_words(query.due_within))
    if query.due_before is not None:
        day = query.due_before - timedelta(days=1)
        parts.append(_("Due by {day}").format(day=dates.day_in_words(day)))
    if query.set_id:
        parts.append(_("In the group: {name}").format(name=(sets or {}).get(query.set_id, _("a group"))))
    if query.sort is not Sort.DUE or not parts:
        parts.append(query.sort.label)
    return ". ".join(parts) + "."


def within_words(days: int) -> str:
    """`Due in the next 7 days`."""
    if days == 0:
        return _("Due today or before")
    return ngettext("Due in the next {n} day", "Due in the next {n} days", days).format(n=days)
