"""What this computer has and lacks, and the health of the vault."""

from __future__ import annotations

import click

from footprint.cli import computer, health
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.shapes import shape
from footprint.i18n import _, ngettext


@click.command("doctor")
@pass_context
def doctor_command(context: Context) -> None:
    """Look at this computer and at the vault. With --passphrase-file the vault is opened and read whole.

    Exit code 1 when something is wrong. Nothing is changed and nothing is sent.
    """
    found = [*computer.look(context.windows), *health.look(context)]
    problems = [one for one in found if one.state is computer.State.PROBLEM]
    context.output.data({"lines": [shape(one, "name state words fix") for one in found], "problems": len(problems)})
    context.output.table(
        [_("What"), _("State"), _("Details")],
        [(one.name, one.state, f"{one.words} {one.fix}".strip()) for one in found],
    )
    n = len(problems)
    context.output.say(ngettext("{n} problem.", "{n} problems.", n).format(n=n) if n else _("Nothing is wrong."))
    leave(FOUND_PROBLEMS if problems else 0)
