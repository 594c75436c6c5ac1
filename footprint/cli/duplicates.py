"""The same thing listed twice: shown, and put into one."""

from __future__ import annotations

from typing import Any

import click

from footprint import log
from footprint.cli.context import Context, pass_context
from footprint.cli.items import log_group
from footprint.cli.output import short
from footprint.cli.shapes import TOGETHER_ITEM, shape
from footprint.i18n import _, ngettext
from footprint.log import duplicates
from footprint.log.duplicates import Together


@log_group.command("duplicates")
@click.option("--merge", is_flag=True, help="Put those with the same address into one each; nothing is lost.")
@pass_context
def duplicates_command(context: Context, merge: bool) -> None:
    """List what is there twice, and one picture in several places.

    With --merge, items with the same address become one, with the history, messages and copies of all. Several places
    of one picture stay apart, because each of them has to be asked.
    """
    vault, out = context.vault, context.output
    found = duplicates.duplicates(vault)
    told = [_told(context, one, keep=duplicates.best(vault, one.ids) if one.same else "") for one in found]
    merged = 0
    if merge:
        for one, group in zip(found, told, strict=True):
            if one.same:
                merged += len(one.ids) - 1
                duplicates.merge(vault, group["keep"], one.ids)
    out.data({"groups": told, "merged": merged})
    out.table(
        [_("Group"), _("Why"), _("Id"), _("What"), _("Address")],
        [
            (number, one.why.label, short(item["id"]), item["title"], item["address"])
            for number, (one, group) in enumerate(zip(found, told, strict=True), 1)
            for item in group["items"]
        ],
    )
    if merged:
        out.say(ngettext("{n} item was put into another.", "{n} items were put into others.", merged).format(n=merged))
    elif not found:
        out.say(_("Nothing is there twice."))
    elif not merge and any(one.same for one in found):
        out.say(_("To put those with the same address into one, add --merge."))


def _told(context: Context, one: Together, keep: str) -> dict[str, Any]:
    items = [log.get(context.vault, item) for item in one.ids]
    shown = [shape(item, TOGETHER_ITEM, status=item.status(context.today)) for item in items]
    return {"why": one.why, "same": one.same, "keep": keep, "items": shown}
