"""The ladder of an item: what comes next, doing it or choosing another, and what a reply says."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from footprint import log, person
from footprint.checklists import NetworkFile
from footprint.cli.checks import DAY
from footprint.cli.considering import paused, yes_option
from footprint.cli.context import Context, pass_context
from footprint.cli.items import find, log_group
from footprint.cli.persons import dashed
from footprint.cli.shapes import shape
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.log import Item, ladder, third_party
from footprint.log.ladder import Case, LifeEvent, Outcome, Reading, Rung, Standing
from footprint.person import Profile

RUNGS = {dashed(one.value): one for one in Rung}
CAME = {dashed(one.value): one for one in Outcome if one not in (Outcome.CHOSEN, Outcome.WAITING)}
EVENTS = {dashed(one.value): one for one in LifeEvent}
_LONGEST = 1_000_000
_YES_NO = click.Choice(["yes", "no"])


@log_group.command("ladder")
@click.argument("item")
@click.option("--choose", type=click.Choice(list(RUNGS)), help="You want this one next.")
@click.option("--did", type=click.Choice(list(RUNGS)), help="You have done this one; a wait begins where there is one.")
@click.option("--day", type=DAY, help="The day you did it, if it was not today.")
@click.option("--came", type=click.Choice(list(CAME)), help="What came of the one that waits for an answer.")
@click.option("--work", type=_YES_NO, help="Whether people from work are in it.")
@click.option("--case", type=click.Choice([one.value for one in Case]), help="Whether a case could be about it.")
@yes_option
@click.option("--begins", type=click.Choice(list(EVENTS)), help="A complaint or a court hearing is going on.")
@click.option("--over", type=click.Choice(list(EVENTS)), help="It is over.")
@pass_context
def show_ladder(
    context: Context,
    /,
    item: str,
    choose: str | None,
    did: str | None,
    day: datetime | None,
    came: str | None,
    work: str | None,
    case: str | None,
    could_be: bool,
    begins: str | None,
    over: str | None,
) -> None:
    """Show the ladder of ITEM: the rungs in order, each with why, and the one that comes next."""
    vault, one = context.vault, find(context, item)
    file, who = _about(context, one)
    if begins or over:
        ladder.set_life_event(vault, EVENTS[begins or over or ""], bool(begins))
    if work:
        ladder.say_work(vault, one.id, work == "yes")
    if case:
        ladder.say_case(vault, one.id, Case(case))
    if came:
        rung = ladder.look(vault, one, file, who).answerable
        if rung is None:
            raise FootprintError(_("Nobody was asked about this, so no answer is waited for."))
        ladder.finish(vault, one.id, rung, CAME[came])
    if did:
        on = day.date() if day else None
        paused(
            context,
            None,
            could_be,
            lambda known: ladder.take(vault, one.id, RUNGS[did], file, who, day=on, considered=known),
        )
    if choose:
        ladder.choose(vault, one.id, RUNGS[choose], file, who)
    _say(context, one.id, ladder.look(vault, log.get(vault, one.id), file, who))


@log_group.command("reply")
@click.argument("item")
@click.option("--agree", is_flag=True, help="It is read right: note it, and what it means for the item.")
@click.option("--keep", is_flag=True, help="Keep the words of the reply too (with --agree).")
@pass_context
def reply(context: Context, item: str, agree: bool, keep: bool) -> None:
    """Read the reply on standard input: what it most likely says, and what to do. Nothing changes without --agree."""
    one = find(context, item)
    text = sys.stdin.read(_LONGEST)
    reading = ladder.read_reply(text, one.origin)
    if agree:
        ladder.answered(context.vault, one.id, reading, text=text, keep=keep)
    file, who = _about(context, one)
    after = ladder.look(context.vault, log.get(context.vault, one.id), file, who)
    context.output.data(
        {
            "item_id": one.id,
            **shape(reading, "kind ground words next"),
            "noted": agree,
            "kept": agree and keep,
            "next_rung": after.proposal.rung,
        }
    )
    _say_reading(context, reading, noted=agree)
    if agree and keep:
        found = third_party.findings(text, third_party.own_of(context.vault))
        if found:
            context.output.aside(third_party.sentence(found))


def _about(context: Context, one: Item) -> tuple[NetworkFile | None, Profile]:
    library = context.bench.checklists
    return library.network(one.network) if one.network in library else None, person.profile(context.vault)


def _say(context: Context, item_id: str, found: Standing) -> None:
    out, proposal = context.output, found.proposal
    out.data(
        {
            "item_id": item_id,
            "next": shape(proposal, "rung why again waiting chosen instead"),
            "pause": found.pause.why if found.pause else "",
            "work": found.known.of_work,
            "case": found.known.case,
            "life_events": [{"kind": kind, "since": since} for kind, since in found.life.items()],
            "contact_bounced": found.bounced,
            "rungs": [
                {
                    **shape(step, "rung applies why"),
                    **shape(
                        step.entry, "title when takes wait unit silence refusal source verified confidence guidance"
                    ),
                    "links": [shape(link, "label link") for link in step.entry.links],
                }
                for step in found.steps
            ],
            "taken": [shape(one, "rung day due outcome ended") for one in found.taken],
        }
    )
    out.table(
        [_("Step"), _("For this"), _("Why")],
        [(one.entry.title, _("yes") if one.applies else _("no"), one.why) for one in found.steps],
    )
    if found.pause:
        out.say(
            _("Before anything goes: {why} Could a case be about this? Answer with --case.").format(why=found.pause.why)
        )
    if proposal.rung is None:
        out.say(proposal.why)
        return
    step = found.step(proposal.rung)
    out.say(_("Next: {rung}. {why}").format(rung=step.entry.title, why=proposal.why))
    for words in () if proposal.waiting else step.entry.takes:
        out.say(f"- {words.replace('**', '')}")


def _say_reading(context: Context, reading: Reading, *, noted: bool) -> None:
    out = context.output
    out.say(f"{reading.kind.label}. {reading.next}")
    if reading.words:
        out.say(_("It looks like that because of: {words}.").format(words=", ".join(reading.words)))
    out.aside(_("Noted.") if noted else _("Nothing was changed. Use --agree if it is read right."))
