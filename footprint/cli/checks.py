"""The checklists: reading them and answering them."""

from __future__ import annotations

from datetime import datetime

import click

from footprint import checklists
from footprint.checklists import Check, CheckState, Decision, NetworkFile, plain
from footprint.cli.context import Context, pass_context
from footprint.cli.library import coverage_command, facts_command, lint_command, shipped_library
from footprint.cli.links import links_command
from footprint.cli.quick import quick_command
from footprint.cli.shapes import ANSWER, CHECKLIST, PAGE, came_from, marked, shape
from footprint.cli.steps import key_command, publish_command, steps_command, update_command
from footprint.cli.stranger import stranger_command
from footprint.dates import day_in_words, local_day
from footprint.i18n import _

DECISIONS = {one.value.replace("_", "-"): one for one in Decision}
DAY = click.DateTime(["%Y-%m-%d"])
_CHECK = (
    "id group page title why risk essential minutes where look link menu web phone steps default guidance help source"
    " verified confidence looks_different"
)
_CHOICE = "id label detail safer"


@click.group("checklists")
def checklists_group() -> None:
    """The checklists and your answers to them."""


for _command in (
    quick_command, lint_command, facts_command, coverage_command, links_command,
    steps_command, update_command, key_command, publish_command, stranger_command,
):  # fmt: skip
    checklists_group.add_command(_command)


@checklists_group.command("list")
@pass_context
def list_checklists(context: Context) -> None:
    """List the networks there is a checklist for. Needs no vault."""
    library = shipped_library(context)
    rows = checklists.listing(library)
    context.output.data([shape(one, CHECKLIST) for one in rows])
    context.output.table(
        [_("Id"), _("Name"), _("Checks"), _("Essential"), _("Minutes"), _("Oldest source seen")],
        [(one.id, one.name, one.checks, one.essential, one.minutes, one.oldest) for one in rows],
    )


@checklists_group.command("show")
@click.argument("network")
@click.option("--standing", is_flag=True, help="Say how each check stands; opens the vault.")
@click.option("--all", "everything", is_flag=True, help="Not only the essential checks.")
@pass_context
def show(context: Context, network: str, standing: bool, everything: bool) -> None:
    """Show the checks of NETWORK with their choices, and how to get there."""
    library = context.bench.checklists if standing else shipped_library(context)
    file = library.network(network)
    answers = checklists.latest(context.vault, file.id) if standing else {}
    today = context.today if standing else local_day(datetime.now().astimezone())
    states = [one for one in checklists.states(file, answers, today) if everything or one.check.essential]
    out = context.output
    out.data(_network(file, states, standing))
    if out.as_json:
        return
    out.say(f"{file.name}: {file.summary}")
    for state in states:
        _say_check(context, state, standing)


@checklists_group.command("answer")
@click.argument("network")
@click.argument("check")
@click.argument("choice", default="")
@click.option("--decision", type=click.Choice(list(DECISIONS)), help="What you do where it is not the safer one.")
@click.option("--changed-to", default="", help="The choice it is set to now, if it is not the safer one.")
@click.option("--reason", default="", help="Why it stays as it is.")
@click.option("--until", type=DAY, help="The day to come back to it (YEAR-MONTH-DAY).")
@pass_context
def answer(
    context: Context, network: str, check: str, choice: str, decision: str | None, changed_to: str, reason: str,
    until: datetime | None,
) -> None:  # fmt: skip
    """Keep an answer: CHECK of NETWORK was found set to CHOICE."""
    file = context.bench.checklists.network(network)
    asked = checklists.check_of(file, check)
    decided = DECISIONS[decision] if decision else Decision.CHANGED if changed_to else None
    kept = checklists.answer(
        context.vault,
        file,
        asked,
        choice,
        decision=decided,
        changed_to=changed_to,
        reason=reason,
        until=until.date() if until else None,
    ).value
    progress = checklists.progress(file, checklists.latest(context.vault, file.id), context.today)
    context.output.data(shape(kept, ANSWER, dealt_with=progress.dealt_with, total=progress.total))
    context.output.say(
        _("{check}: {label}. {done} of {total} done.").format(
            check=asked.marked, label=kept.label_seen, done=progress.dealt_with, total=progress.total
        )
    )


@checklists_group.command("history")
@click.argument("network")
@click.argument("check")
@pass_context
def history(context: Context, network: str, check: str) -> None:
    """Show every answer to a CHECK of NETWORK, newest first."""
    file = context.bench.checklists.network(network)
    found = checklists.history(context.vault, file, checklists.check_of(file, check))
    context.output.data([shape(one, ANSWER) for one in found])
    context.output.table(
        [_("On"), _("Set to"), _("Decided"), _("Reason"), _("Until")],
        [(local_day(one.at), one.set_to, one.decision or "", one.reason, one.until) for one in found],
    )
    if not found:
        context.output.say(_("No answer yet."))


def _network(file: NetworkFile, states: list[CheckState], standing: bool) -> dict[str, object]:
    return {
        "id": file.id,
        "name": file.name,
        "kind": file.kind,
        "summary": file.summary,
        "from": came_from(file.origin),
        "start": file.start,
        "always_public": [one.text for one in file.always_public],
        "pages": {
            name: shape(page, PAGE)
            for name in file.pages.__struct_fields__
            if (page := getattr(file.pages, name)) is not None
        },
        "checks": [_check(one, standing) for one in states],
    }


def _check(state: CheckState, standing: bool) -> dict[str, object]:
    check = state.check
    shown = marked(check, _CHECK, choices=[shape(one, _CHOICE) for one in check.choices])
    if standing:
        answer = state.answer
        shown |= shape(state, "standing due again_on", answer=None if answer is None else shape(answer, ANSWER))
    return shown


def _say_check(context: Context, state: CheckState, standing: bool) -> None:
    out, check = context.output, state.check
    out.say("")
    out.say(f"{check.id}: {plain(check.marked)}")
    out.say(f"  {plain(check.why)}")
    if check.origin is not None and check.origin.reason:
        out.say(f"  {check.origin.why}")
    for number, step in enumerate(_steps(check), 1):
        out.say(f"  {number}. {plain(step)}")
    if check.link:
        out.say(f"  {check.link}")
    for choice in check.choices:
        mark = _(" (safer)") if choice.safer else ""
        out.say(f"  - {choice.id}: {plain(choice.label)}{mark}")
    if standing:
        again = "" if state.again_on is None else _(", again on {day}").format(day=day_in_words(state.again_on))
        out.say(_("  Stands: {how}{again}").format(how=state.standing.value, again=again))


def _steps(check: Check) -> tuple[str, ...]:
    return check.steps or check.web or check.phone
