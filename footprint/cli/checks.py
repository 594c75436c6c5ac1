"""The checklists: reading them, answering them, and what whoever writes them wants to know."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import click

from footprint import checklists, paths
from footprint.checklists import Check, CheckState, Decision, How, NetworkFile, ServedRow, plain
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.shapes import ANSWER, CHECKLIST, FACT, LINK, PAGE, PROBLEM, shape
from footprint.dates import day_in_words, local_day
from footprint.errors import NotFound
from footprint.i18n import _, ngettext

DECISIONS = {one.value.replace("_", "-"): one for one in Decision}
DAY = click.DateTime(["%Y-%m-%d"])
_CHECK = (
    "id group page title why risk essential minutes where look link menu web phone steps default guidance help source"
    " verified confidence looks_different"
)
_FEW = 3
_CHOICE = "id label detail safer"


@click.group("checklists")
def checklists_group() -> None:
    """The checklists and your answers to them."""


@checklists_group.command("list")
@pass_context
def list_checklists(context: Context) -> None:
    """List the networks there is a checklist for. Needs no vault."""
    library = _library(context)
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
    library = context.bench.checklists if standing else _library(context)
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
            check=asked.title, label=kept.label_seen, done=progress.dealt_with, total=progress.total
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


@checklists_group.command("lint")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@pass_context
def lint(context: Context, folder: Path | None) -> None:
    """Look for mistakes in the checklist files of FOLDER (without it: those that ship here). Needs no vault."""
    from footprint.checklists.lint import lint as look

    report = look(folder or paths.shipped("checklists"))
    sound = report.sound
    context.output.data(
        {"files": report.files, "problems": [shape(one, PROBLEM) for one in report.problems], "sound": sound}
    )
    for problem in report.problems:
        context.output.say(str(problem))
    if sound:
        context.output.say(
            ngettext("{n} file, no mistakes.", "{n} files, no mistakes.", len(report.files)).format(n=len(report.files))
        )
    leave(0 if sound else FOUND_PROBLEMS)


@checklists_group.command("facts")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--write", is_flag=True, help="Write COVERAGE.md beside the checklists.")
@pass_context
def facts(context: Context, folder: Path | None, write: bool) -> None:
    """Say where every row of the facts ended, and which were lost. Needs no vault."""
    from footprint.checklists.facts import COVERAGE, as_page
    from footprint.checklists.facts import facts as look

    folder = folder or paths.shipped("checklists")
    report = look(folder)
    if report is None:
        raise NotFound(_("{folder} has no facts/rows.toml.").format(folder=folder))
    context.output.data([shape(row, FACT) for row in report.rows])
    for problem in report.problems:
        context.output.aside(str(problem))
    ended = sum(bool(row.ended) for row in report.rows)
    context.output.say(
        _("{n} rows: {ended} in a checklist, {out} left out, {lost} lost.").format(
            n=len(report.rows), ended=ended, out=len(report.rows) - ended - len(report.lost), lost=len(report.lost)
        )
    )
    if write and not report.problems:
        (folder / COVERAGE).write_text(as_page(report), encoding="utf-8")
        context.output.say(_("{name} is written.").format(name=COVERAGE))
    leave(FOUND_PROBLEMS if report.problems else 0)


@checklists_group.command("coverage")
@pass_context
def coverage(context: Context) -> None:
    """Say of every statement of the guidance what serves it, and how. Needs no vault.

    Fails when one is served by nothing, or by words alone where the guidance wants more.
    """
    from footprint.checklists.coverage import screens, unknown

    guidance, problems = checklists.load_guidance()
    library = _library(context)
    rows = checklists.coverage(library, guidance)
    problems = (*problems, *screens()[1], *unknown(library, guidance))
    out = context.output
    out.data([_served(one) for one in rows])
    out.table(
        [_("Statement"), _("Wants"), _("Served"), _("Checks"), _("In short"), _("By")],
        [
            (one.statement.id, one.statement.kind, one.how, len(one.checks), one.statement.short, _by(one))
            for one in rows
        ],
    )
    counts = Counter(one.how for one in rows)
    out.say(", ".join(f"{how}: {counts[how]}" for how in How if counts[how]))
    short = [one for one in rows if not one.enough]
    for one in short:
        out.say(_("{id} is not served enough: {short}").format(id=one.statement.id, short=one.statement.short))
    for problem in problems:
        out.aside(str(problem))
    leave(FOUND_PROBLEMS if problems or short else 0)


def _served(row: ServedRow) -> dict[str, object]:
    one = row.statement
    return {
        "id": one.id,
        "kind": one.kind,
        "short": one.short,
        "served": row.how,
        "enough": row.enough,
        "checks": [f"{network}:{check}" for network, check in row.checks],
        "by": [service.by for service in row.services if not service.check],
    }


def _by(row: ServedRow) -> str:
    """The first few that serve it, those that are no checks before the many that are."""
    named = list(dict.fromkeys(one.by for one in sorted(row.services, key=lambda one: bool(one.check))))
    more = "" if len(named) <= _FEW else " …"
    return ", ".join(named[:_FEW]) + more


@checklists_group.command("links")
@pass_context
def links(context: Context) -> None:
    """List every address the checklists would have somebody open. Needs no vault."""
    rows = checklists.links(_library(context).files())
    context.output.data([shape(one, LINK) for one in rows])
    context.output.table([_("File"), _("Place"), _("Link")], [(one.file, one.place, one.link) for one in rows])


def _library(context: Context) -> checklists.Library:
    library = checklists.load(paths.shipped("checklists"))
    for problem in library.problems:
        context.output.aside(str(problem))
    return library


def _network(file: NetworkFile, states: list[CheckState], standing: bool) -> dict[str, object]:
    return {
        "id": file.id,
        "name": file.name,
        "kind": file.kind,
        "summary": file.summary,
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
    shown = shape(check, _CHECK, choices=[shape(one, _CHOICE) for one in check.choices])
    if standing:
        answer = state.answer
        shown |= shape(state, "standing due again_on", answer=None if answer is None else shape(answer, ANSWER))
    return shown


def _say_check(context: Context, state: CheckState, standing: bool) -> None:
    out, check = context.output, state.check
    out.say("")
    out.say(f"{check.id}: {plain(check.title)}")
    out.say(f"  {plain(check.why)}")
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
