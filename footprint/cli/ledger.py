"""The Privacy journal: everything that ever left this computer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from footprint import web
from footprint.cli.checks import DAY
from footprint.cli.context import Context, pass_context
from footprint.cli.files import put_file
from footprint.cli.shapes import ENTRY, shape
from footprint.i18n import _, ngettext


@click.command("ledger")
@click.option("--since", type=DAY, help="From this day on (YEAR-MONTH-DAY).")
@click.option("--until", type=DAY, help="Up to this day.")
@click.option("--csv", "file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), help="Write a file.")
@pass_context
def ledger_command(context: Context, since: datetime | None, until: datetime | None, file: Path | None) -> None:
    """Show every request this app ever sent, word for word except for keys; newest first."""
    first, last = since.date() if since else None, until.date() if until else None
    if file is not None:
        put_file(file, web.journal_csv(context.vault, since=first, until=last).encode("utf-8-sig"))
        web.note_made(context.vault, _("A copy of this journal was saved"))
        if str(file) != "-":
            context.output.data({"file": file})
            context.output.say(_("Saved"))
        return
    found = web.entries(context.vault, since=first, until=last)
    context.output.data([shape(one, ENTRY) for one in found])
    context.output.table(
        [_("When"), _("Where to"), _("What was sent"), _("Your details in it"), _("How it ended")],
        [(one.at, one.host, f"{one.method} {one.url}" if one.url else one.note, ", ".join(one.details), one.outcome)
         for one in found],
    )  # fmt: skip
    sent = sum(one.kind is web.Kind.SENT and one.connected for one in found)
    context.output.say(ngettext("{n} thing sent.", "{n} things sent.", sent).format(n=sent))
