"""The few checks that matter most, for somebody who has a few minutes."""

from __future__ import annotations

import click

from footprint import checklists
from footprint.checklists.quick import MINUTES, MOST
from footprint.cli.context import Context, pass_context
from footprint.cli.shapes import QUICK, came_from, shape
from footprint.i18n import _, ngettext


@click.command("quick")
@click.option("--minutes", type=click.IntRange(1, 240), default=MINUTES, show_default=True, help="The time you have.")
@click.option("--most", type=click.IntRange(1, 50), default=MOST, show_default=True, help="How many at most.")
@pass_context
def quick_command(context: Context, minutes: int, most: int) -> None:
    """Say which checks matter most for you and fit the time you have."""
    found = checklists.for_person(context.vault, context.bench.checklists, minutes=minutes, most=most)
    checks = [
        shape(
            one,
            QUICK,
            check=one.check.id,
            title=one.check.title,
            minutes=one.check.minutes,
            **{"from": came_from(one.check.origin)},
        )
        for one in found.checks
    ]
    context.output.data({"minutes": found.minutes, "left": found.left, "checks": checks})
    context.output.table(
        [_("Network"), _("Check"), _("Question"), _("Why")],
        [(one.network_name, one.check.id, one.check.marked, one.why) for one in found.checks],
    )
    total = ngettext("About {n} minute.", "About {n} minutes.", found.minutes).format(n=found.minutes)
    context.output.say(total if found.checks else _("Nothing to check just now."))
