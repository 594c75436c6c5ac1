"""Results: listing and judging them, looking in one's own browser, and adding addresses by hand."""

from __future__ import annotations

import sys

import click

from footprint import log, search
from footprint.cli.added import finding_data, say_added
from footprint.cli.changing import changes_command
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.handoffs import add_page, bookmarks, by_picture, following, paste
from footprint.cli.output import short
from footprint.cli.persons import dashed
from footprint.cli.readings import read_command
from footprint.cli.searches import search_group
from footprint.cli.shapes import shape
from footprint.i18n import _
from footprint.search import ENGINES, PICTURE_ENGINES, Finding, Saw, Verdict

_NONE = "none"
VERDICTS = {dashed(one.value): one for one in Verdict}
SAW = {dashed(one.value): one for one in Saw}
search_group.add_command(changes_command)
search_group.add_command(read_command)
for _command in (following, paste, add_page, bookmarks, by_picture):
    search_group.add_command(_command)


@search_group.command("findings")
@click.option("--left", is_flag=True, help="Only those still to sort.")
@click.option("--new", is_flag=True, help="Only those that are new since last time.")
@click.option("--said", type=click.Choice(list(VERDICTS)), multiple=True, help="Only those you said this about.")
@click.option("--reasons", is_flag=True, help="Every reason on a line of its own, for (+) and against (-).")
@pass_context
def findings(context: Context, left: bool, new: bool, said: tuple[str, ...], reasons: bool) -> None:
    """List the results in the order to sort them, with every reason."""
    verdicts = [VERDICTS[one] for one in said]
    found = search.findings(context.vault, left=True if left else None, verdicts=verdicts, new_only=new)
    context.output.data([finding_data(one) for one in found])
    if reasons:
        _say_reasons(context, found)
        return
    context.output.table(
        [_("Id"), _("How likely"), _("Said"), _("New"), _("What"), _("Address"), _("Why")],
        [
            (short(one.id), one.band.label, one.verdict or "", _("new") if one.is_new else "", one.title or one.host,
             one.address, "; ".join(reason.text for reason in one.reasons))
            for one in found
        ],
    )  # fmt: skip
    counts = search.counts(context.vault)
    context.output.say(_("{done} of {total} sorted.").format(done=counts.sorted, total=counts.total))


def _say_reasons(context: Context, found: tuple[Finding, ...]) -> None:
    for one in found:
        context.output.say(f"{short(one.id)}  {one.band.label}: {one.title or one.address}")
        for reason in one.reasons:
            mark = "-" if reason.points < 0 else "+" if reason.points else " "
            context.output.say(f"  {mark} {reason.text}")


@search_group.command("learned")
@click.option("--forget", metavar="WHAT", help="Never count this lesson again: its text as it is listed.")
@click.option("--forget-all", is_flag=True, help="Forget all of it and start anew. What you said about results stays.")
@pass_context
def learned(context: Context, forget: str | None, forget_all: bool) -> None:
    """List what “me” and “not me” taught the app. It stays in the vault."""
    if forget is not None:
        wanted = [one for one in search.learned(context.vault) if forget.casefold() in (one.text.casefold(), one.key)]
        if not wanted:
            raise click.UsageError(_("There is no such lesson: {what}").format(what=forget))
        for one in wanted:
            search.forget_lesson(context.vault, one)
    if forget_all:
        search.forget_all_lessons(context.vault)
    known = search.learned(context.vault)
    context.output.data([shape(one, "kind text pages") | {"speaks_for": one.kind.speaks_for} for one in known])
    context.output.table(
        [_("Speaks"), _("What"), _("Lesson")],
        [(_("for") if one.kind.speaks_for else _("against"), one.text, one.sentence) for one in known],
    )
    if not known:
        context.output.say(_("Nothing learned yet. It learns from what you say about results."))


@search_group.command("verdict")
@click.argument("finding")
@click.argument("said", type=click.Choice([*VERDICTS, _NONE]))
@click.option("--glad", is_flag=True, help="You are glad that people find it (with: fine).")
@pass_context
def verdict(context: Context, finding: str, said: str, glad: bool) -> None:
    """Say what a result is; FINDING is its id or the start of it. “remove” also puts it in the log."""
    one = one_of(search.findings(context.vault), finding)
    item: str | None = None
    if said == "remove":
        if glad:
            raise search.GladOnlyIfFine(_("Only a result that is you and fine can be one you are glad about."))
        item = log.put_on_list(context.vault, one).value.id
    else:
        search.verdict(context.vault, one.id, None if said == _NONE else VERDICTS[said], glad)
    judged = search.finding(context.vault, one.id)
    context.output.data(finding_data(judged) | {"item_id": item})
    context.output.say(_("Saved"))
    if item is not None:
        context.output.say(_("It is in the log now: {id}").format(id=short(item)))


@search_group.command("hand-off")
@click.option("--engine", type=click.Choice([one.name for one in ENGINES]), help="Only this one.")
@pass_context
def hand_off(context: Context, engine: str | None) -> None:
    """List searches to open in your own browser. Nothing is sent by listing them."""
    found = search.hand_offs(context.vault, engine=engine or "")
    context.output.data(
        [shape(one, "words url details why advice", engine=one.engine.name, label=one.engine.label) for one in found]
    )
    context.output.table(
        [_("Where"), _("The exact words"), _("Address to open")],
        [(one.engine.label, one.words, one.url) for one in found],
    )
    for advice in dict.fromkeys(f"{one.engine.label}: {one.advice}" for one in found):
        context.output.say(advice)


@search_group.command("looked")
@click.argument("engine", type=click.Choice([one.name for one in (*ENGINES, *PICTURE_ENGINES)]))
@click.argument("words")
@click.option("--saw", type=click.Choice(list(SAW)), multiple=True, help="What of yours you saw; may be repeated.")
@click.option("--nothing", is_flag=True, help="There was nothing about you.")
@click.option("--turned-away", is_flag=True, help="The site did not let you search.")
@pass_context
def looked(context: Context, engine: str, words: str, saw: tuple[str, ...], nothing: bool, turned_away: bool) -> None:
    """Keep what came of a look in your own browser."""
    seen = [SAW[one] for one in saw]
    run = search.record_look(context.vault, engine, words, seen, nothing=nothing, turned_away=turned_away).value
    look = run.looks[0]
    context.output.data(
        shape(run, "id started_at outcome", look_id=look.id, searched=run.outcome.searched, saw=look.saw)
    )
    context.output.say(_("Saved. The id of this look is {id}.").format(id=short(look.id)))


@search_group.command("add")
@click.argument("addresses", nargs=-1, required=True)
@pass_context
def add(context: Context, addresses: tuple[str, ...]) -> None:
    """Add addresses you found yourself; - reads any text with addresses in it from standard input."""
    text = sys.stdin.read(2_000_000) if addresses == ("-",) else "\n".join(addresses)
    say_added(context, search.add_pasted(context.vault, text).value)
