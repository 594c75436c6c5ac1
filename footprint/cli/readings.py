"""Reading the pages behind results: what they show about the person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from footprint import search
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, one_of, pass_context
from footprint.cli.files import read_file
from footprint.cli.output import short
from footprint.cli.progress import stoppable
from footprint.cli.shapes import SENDING, shape
from footprint.i18n import _, ngettext
from footprint.search import Finding, reading
from footprint.search.reading import Plan, Reading
from footprint.tasks import Task

_READING = (
    "id finding_id read_at outcome note by_hand final_address canonical title picture author published modified robots"
    " professional text_hash"
)


@click.command("read")
@click.argument("findings", nargs=-1, metavar="[FINDING]...")
@click.option("--send", is_flag=True, help="Ask for the pages. Without this, only what would be asked is shown.")
@click.option(
    "--page", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Read a page you saved from your browser, for 1 result. Nothing is sent.",
)  # fmt: skip
@click.option("--shown", is_flag=True, help="Only list what was read before.")
@pass_context
def read_command(context: Context, findings: tuple[str, ...], send: bool, file: Path | None, shown: bool) -> None:
    """Read the pages of results and list what they show about you. FINDING is an id or the start of it; without any,
    the pages left to sort that were not read yet. Exit code 1 when no page could be read.
    """
    chosen = _chosen(context, findings)
    if shown:
        ids = [one.id for one in chosen] if findings else None
        _say(context, reading.readings(context.vault, ids), sent=False, plan=None)
    elif file is not None:
        if len(findings) != 1:
            raise click.UsageError(_("Name the 1 result whose page this is."))
        made = reading.add_page(context.vault, chosen[0].id, read_file(file), Task()).value
        _say(context, [made], sent=False, plan=None)
        leave(0 if made.good else FOUND_PROBLEMS)
    else:
        _read(context, reading.plan(context.vault, [one.id for one in chosen]), send=send)


def _chosen(context: Context, findings: Sequence[str]) -> list[Finding]:
    known = search.findings(context.vault)
    if findings:
        return [one_of(known, one) for one in findings]
    done = reading.latest(context.vault)
    return [one for one in known if search.is_left(one) and one.id not in done]


def _read(context: Context, plan: Plan, *, send: bool) -> None:
    if not send or not plan.chosen:
        context.output.data({"sent": False, "plan": _plan(plan), "readings": []})
        context.output.table(
            [_("Line"), _("Sent to"), _("What is asked")],
            [(line.number, line.host, asked) for line in plan.chosen for asked in line.requests],
        )
        for line in plan.by_hand:
            context.output.aside(f"{line.address}: {line.problem}")
        words = _("Nothing was sent. To read these pages, add --send.") if plan.chosen else _("No page left to read.")
        context.output.say(words)
        return
    with stoppable(context.output) as task:
        run = reading.read(context.vault, context.bench.web, plan, task).value
    _say(context, run.readings, sent=True, plan=plan)
    leave(0 if not run.stopped and any(one.good for one in run.readings) else FOUND_PROBLEMS)


def _plan(plan: Plan | None) -> list[dict[str, object]]:
    return [
        shape(one, "number on finding_id title address host problem requests")
        | {"sendings": [shape(each, SENDING) for each in one.sendings] if not one.problem else []}
        for one in (plan.lines if plan is not None else ())
    ]


def _say(context: Context, made: Sequence[Reading], *, sent: bool, plan: Plan | None) -> None:
    out = context.output
    readings = [
        shape(one, _READING, why=one.why, exposed=[shape(each, "facet words") for each in one.exposed]) for one in made
    ]
    out.data({"sent": sent, "plan": _plan(plan), "readings": readings})
    for one in made:
        out.say(f"{short(one.finding_id)}  {one.title or one.final_address}")
        if one.professional:
            out.say("  " + _("You are meant to be listed here"))
        for each in one.exposed:
            out.say(f"  {each.facet.label}: “{each.words}”")
        if not one.exposed:
            out.say("  " + (one.note or _("We read it and saw nothing we know to look for.")))
    good = sum(one.good for one in made)
    words = ngettext("{n} of {total} page read.", "{n} of {total} pages read.", len(made))
    out.say(words.format(n=good, total=len(made)))
