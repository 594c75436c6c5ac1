"""Looking again whether what is in the log is still there."""

from __future__ import annotations

import click

from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.items import find, log_group
from footprint.cli.output import short
from footprint.cli.persons import dashed
from footprint.cli.progress import stoppable
from footprint.cli.shapes import RECHECK, RECHECK_LINE, RECHECK_STANDING, shape
from footprint.i18n import _, ngettext
from footprint.log import recheck
from footprint.log.recheck import Line, Look, Plan, Run, Word

WORDS = {dashed(one.value): one for one in Word}


@log_group.command("recheck")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--send", is_flag=True, help="Look. Without this, only what would be asked is shown.")
@click.option("--due", is_flag=True, help="Only those whose next look has come.")
@click.option("--carry-on", is_flag=True, help="Carry on with a look that was stopped.")
@click.option("--say", type=click.Choice(list(WORDS)), help="Note what you saw yourself; nothing is sent.")
@click.option("--note", default="", help="A word about it, with --say.")
@pass_context
def recheck_command(
    context: Context, items: tuple[str, ...], send: bool, due: bool, carry_on: bool, say: str | None, note: str
) -> None:
    """Look whether ITEMs are still there: all with an address when none is named.

    One question goes to each site, without cookies. Gone is only said after two looks at least 24 hours apart.
    Exit code 1 when a look was stopped.
    """
    ids = [find(context, one).id for one in items]
    if say is not None:
        _say(context, ids, WORDS[say], note)
        return
    plan = _plan(context, ids, due=due, carry_on=carry_on)
    run = None
    if send and plan.chosen:
        with stoppable(context.output) as task:
            run = recheck.run(context.vault, context.bench.web, plan, task).value
    _show(context, plan, run)
    leave(FOUND_PROBLEMS if run is not None and run.stopped else 0)


def _say(context: Context, ids: list[str], word: Word, note: str) -> None:
    if not ids:
        raise click.UsageError(_("Name what you looked at."))
    looks = [recheck.say(context.vault, one, word, note).value for one in ids]
    context.output.data(_data(context, Plan(()), Run(tuple(looks), False, 0), sent=False))
    for one in looks:
        context.output.say(f"{short(one.item_id)} {recheck.look_in_words(one)}")


def _plan(context: Context, ids: list[str], *, due: bool, carry_on: bool) -> Plan:
    if carry_on:
        return recheck.unfinished(context.vault) or Plan(())
    if due:
        now = [one.item_id for one in recheck.due(context.vault, context.today)]
        ids = [one for one in now if not ids or one in ids]
        return recheck.plan(context.vault, ids)
    plan = recheck.plan(context.vault, ids or None)
    return plan.only(line.number for line in plan.lines if not line.problem) if ids else plan


def _show(context: Context, plan: Plan, run: Run | None) -> None:
    out, vault = context.output, context.vault
    out.data(_data(context, plan, run, sent=run is not None))
    titles = {one.item_id: one for one in plan.lines}
    if run is None:
        out.table(
            [_("Id"), _("What"), _("Address"), _("Looked at by the app")],
            [(short(one.item_id), one.title, one.address, _asked(one)) for one in plan.lines],
        )
        out.say(_("Nothing was sent. To send this, add --send.") if plan.chosen else _("There is nothing to look at."))
        return
    out.table(
        [_("Id"), _("What"), _("Now"), _("Why")],
        [
            (short(one.item_id), titles[one.item_id].title, one.verdict.label, recheck.why(one.verdict, one.reason))
            for one in run.looks
        ],
    )
    for one in plan.by_hand:
        out.say(f"{short(one.item_id)} {one.title}: {one.problem}")
    if run.left:
        out.say(
            ngettext("{n} is left. Carry on with --carry-on.", "{n} are left. Carry on with --carry-on.", run.left)
            .format(n=run.left)
        )  # fmt: skip
    for standing in recheck.standings(vault, [look.item_id for look in run.looks]):
        words = recheck.next_in_words(standing, context.today)
        if words:
            out.aside(f"{short(standing.item_id)} {words}")


def _asked(line: Line) -> str:
    if line.problem:
        return line.problem
    return _("yes") if line.on else f"{_('no')}: {line.warning}"


def _data(context: Context, plan: Plan, run: Run | None, *, sent: bool) -> dict[str, object]:
    looks = () if run is None else run.looks
    ids = [one.item_id for one in looks] or [one.item_id for one in plan.lines]
    return {
        "sent": sent,
        "plan": [shape(one, RECHECK_LINE) for one in plan.lines],
        "looks": [_look(one) for one in looks],
        "stopped": run is not None and run.stopped,
        "left": 0 if run is None else run.left,
        "standings": [shape(one, RECHECK_STANDING) for one in recheck.standings(context.vault, ids)],
    }


def _look(one: Look) -> dict[str, object]:
    """What is kept of it, and the sentence: never the words of the page."""
    why = recheck.why(one.verdict, one.reason, by_hand=one.by_hand)
    return shape(one, RECHECK, why=why, status=one.seen.status, url=one.seen.url, named=one.seen.page.named)
