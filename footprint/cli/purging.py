"""Deleting closed things for good, once or from now on."""

from __future__ import annotations

import click

from footprint import retention
from footprint.cli.context import Context, ask, pass_context
from footprint.cli.progress import stoppable
from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext
from footprint.settings import SettingsFile

_MOST_MONTHS = 1200


@click.command("purge")
@click.option("--after", "months", type=click.IntRange(0, _MOST_MONTHS), help="Months since they were closed.")
@click.option("--from-now-on", "always", is_flag=True, help="Do it by itself as well; with --after 0 no longer.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@pass_context
def purge_command(context: Context, months: int | None, always: bool, yes: bool) -> None:
    """Delete for good what was closed long enough ago, from the app's own copies as well."""
    out, settings = context.output, context.bench.settings
    months = settings.now.delete_closed_after_months if months is None else months
    plan = retention.plan(context.vault, months)
    _show(context, plan)
    if plan.items and not yes:
        nobody = _("There is nobody to ask. Use --yes to delete them.")
        if ask(_("Type “{word}” to delete them for good").format(word=_("delete")), nobody, hidden=False) != _(
            "delete"
        ):
            out.say(_("Nothing was deleted."))
            out.data({"deleted": False, "going": plan.items, "purged": None})
            return
    if always:
        _set(settings, months)
    with stoppable(out) as task:
        done = retention.purge(context.vault, plan, task)
    _tell(context, done)
    out.data({"deleted": True, "going": plan.items, "purged": done})


def _set(settings: SettingsFile, months: int) -> None:
    settings.change(delete_closed_after_months=months)


def _show(context: Context, plan: retention.Plan) -> None:
    out = context.output
    out.say(
        ngettext("{n} closed thing goes.", "{n} closed things go.", len(plan.items)).format(n=number(len(plan.items)))
    )
    if plan.items:
        out.table([_("Closed on"), _("What")], [(day_in_words(one.closed_on), one.title) for one in plan.items])


def _tell(context: Context, done: retention.Purged) -> None:
    out = context.output
    out.say(
        ngettext("{n} thing deleted for good.", "{n} things deleted for good.", done.items).format(n=number(done.items))
    )
    if done.items:
        gone = _("Every page of your notes was read again: nothing of it is left.")
        out.say(gone if done.checked else _("Something of it may still be in the file. Run this again."))
    for one in done.left:
        out.say(_("This copy may still hold it: {path}").format(path=one.path))
