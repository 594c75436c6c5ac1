"""The same thing listed twice: shown, put into one, and taken apart again."""

from __future__ import annotations

from typing import Any

import click

from footprint import log
from footprint.cli.context import Context, pass_context
from footprint.cli.items import find, log_group
from footprint.cli.output import short
from footprint.cli.shapes import TOGETHER_ITEM, shape
from footprint.i18n import _, ngettext
from footprint.log import duplicates
from footprint.log.duplicates import Together


@log_group.command("duplicates")
@click.option("--merge", is_flag=True, help="Put those with the same address into one each; nothing is lost.")
@click.option("--split", default="", metavar="ITEM", help="Take out of ITEM again what was put into it last.")
@pass_context
def duplicates_command(context: Context, merge: bool, split: str) -> None:
    """List what is there twice, and one picture in several places.

    With --merge, items with the same address become one, with the history, messages and copies of all. Several places
    of one picture stay apart, because each of them has to be asked. --split takes such a one apart again: what was done
    since stays with ITEM.
    """
    vault, out = context.vault, context.output
    if split:
        if merge:
            raise click.UsageError(_("Give --merge or --split, not both."))
        _take_apart(context, split)
        return
    found = duplicates.duplicates(vault)
    told = [_told(context, one, keep=duplicates.best(vault, one.ids) if one.same else "") for one in found]
    merged = 0
    if merge:
        for one, group in zip(found, told, strict=True):
            if one.same:
                merged += len(one.ids) - 1
                duplicates.merge(vault, group["keep"], one.ids)
    out.data({"groups": told, "merged": merged, "split": []})
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


def _take_apart(context: Context, start: str) -> None:
    back = duplicates.split(context.vault, find(context, start).id).value
    items = [log.get(context.vault, one) for one in back]
    told = [shape(one, TOGETHER_ITEM, status=one.status(context.today)) for one in items]
    context.output.data({"groups": [], "merged": 0, "split": told})
    context.output.table([_("Id"), _("What"), _("Address")], [(short(one.id), one.title, one.address) for one in items])
    words = ngettext("{n} item is in the list again.", "{n} items are in the list again.", len(items))
    context.output.say(words.format(n=len(items)))
