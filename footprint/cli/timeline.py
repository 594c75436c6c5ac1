"""What happened to everything in the log, and what is coming."""

from __future__ import annotations

from datetime import datetime

import click

from footprint.cli.checks import DAY
from footprint.cli.context import Context, pass_context
from footprint.cli.items import log_group
from footprint.cli.output import short
from footprint.cli.persons import dashed
from footprint.cli.shapes import shape
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.log import timeline
from footprint.log.timeline import Sort

_SORTS = {dashed(one.value): one for one in Sort}
_ENTRY = "item_id title at sort words note"
_COMING = "day item_id title what"


@log_group.command("timeline")
@click.option("--since", type=DAY, help="Only from this day on (YEAR-MONTH-DAY).")
@click.option("--kind", type=click.Choice(list(_SORTS)), help="Only what happened of this kind.")
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="At most so many entries.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out so many of the newest.")
@pass_context
def timeline_command(context: Context, since: datetime | None, kind: str | None, limit: int, offset: int) -> None:
    """Tell what happened, newest first, and which days are coming."""
    vault, out = context.vault, context.output
    line = timeline.outline(vault, _SORTS[kind] if kind else None, since.date() if since else None)
    entries = timeline.page(vault, line, offset, limit)
    ahead = timeline.coming(vault, context.today)
    out.data(
        {
            "total": line.total,
            "entries": [shape(one, _ENTRY) for one in entries],
            "coming": [shape(one, _COMING) for one in ahead],
        }
    )
    if ahead:
        out.say(_("What is coming:"))
    out.table(
        [_("Day"), _("Id"), _("What"), _("Why")],
        [(one.day, short(one.item_id), one.title, one.what.label) for one in ahead],
    )
    out.say(ngettext("{n} step so far.", "{n} steps so far.", line.total).format(n=line.total))
    out.table(
        [_("Day"), _("Id"), _("What"), _("What happened")],
        [(day_in_words(local_day(one.at)), short(one.item_id), one.title, _told(one)) for one in entries],
    )


def _told(one: timeline.Entry) -> str:
    return f"{one.words} {one.note}".strip()
