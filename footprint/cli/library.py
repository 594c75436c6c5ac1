"""What whoever looks after the checklists wants to know: mistakes, where the facts went, what serves the guidance."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from footprint import checklists, paths
from footprint.checklists import How, ServedRow
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.shapes import FACT, PROBLEM, shape
from footprint.errors import NotFound
from footprint.i18n import _, ngettext

_FEW = 3


@click.command("lint")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@pass_context
def lint_command(context: Context, folder: Path | None) -> None:
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


@click.command("facts")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--write", is_flag=True, help="Write COVERAGE.md beside the checklists.")
@pass_context
def facts_command(context: Context, folder: Path | None, write: bool) -> None:
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


@click.command("coverage")
@pass_context
def coverage_command(context: Context) -> None:
    """Say of every statement of the guidance what serves it, and how. Needs no vault.

    Fails when one is served by nothing, or by words alone where the guidance wants more.
    """
    from footprint.checklists.coverage import screens, unknown

    guidance, problems = checklists.load_guidance()
    library = shipped_library(context)
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


def shipped_library(context: Context) -> checklists.Library:
    """The library that ships, with what is wrong with it said aside."""
    library = checklists.load(paths.shipped("checklists"))
    for problem in library.problems:
        context.output.aside(str(problem))
    return library
