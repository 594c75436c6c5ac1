"""Opening the app, or saying how things stand where there is no display."""

from __future__ import annotations

import click

from footprint.cli.context import Context, leave, pass_context
from footprint.cli.status import status_command
from footprint.i18n import _


@click.command("open")
@click.option("--minimised", is_flag=True, help="Out of the way until it is wanted, as at login.")
@pass_context
def open_command(context: Context, minimised: bool = False) -> None:
    """Open the app; where there is no display, print the status."""
    if context.windows is not None and context.windows.can_open():
        more = {"packs": context.packs} if context.packs is not None else {}
        leave(context.windows.open(context.folder, offline=context.offline, minimised=minimised, **more))
    why = _("There is no display here.") if context.windows is not None else _("The windows are not installed here.")
    context.output.aside(f"{why} {_('This is the status instead:')}")
    click.get_current_context().invoke(status_command)
