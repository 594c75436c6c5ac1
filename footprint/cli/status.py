"""What is due, items by state, and the last search."""

from __future__ import annotations

import click

from footprint import home, web
from footprint.checklists import Progress
from footprint.cli.context import Context, pass_context
from footprint.cli.shapes import SUGGESTION, shape
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.search import Run

_NETWORK = "network name state total dealt_with not_looked_at less_safe_by_choice minutes_left check_again"


@click.command("status")
@pass_context
def status_command(context: Context) -> None:
    """Say what comes next, what is due, how far each network is, and how the last search ended."""
    bench = context.bench
    months = bench.settings.now.months_between_checks
    seen = home.overview(bench.vault, bench.checklists, context.today, months)
    sent = web.sent_today(bench.vault, context.today)
    context.output.data({**_as_data(seen), "sent_today": sent})
    if not context.output.as_json:
        _say(context, seen, sent)


def _say(context: Context, seen: home.Overview, sent: int) -> None:
    out = context.output
    if seen.next is not None:
        time = ngettext("about {m} minute", "about {m} minutes", seen.next.minutes).format(m=seen.next.minutes)
        out.say(_("Next: {title} ({time}). {reason}").format(title=seen.next.title, time=time, reason=seen.next.reason))
    things = ngettext("{n} thing you want to change.", "{n} things you want to change.", seen.open_things)
    out.say(things.format(n=seen.open_things))
    out.table([_("Due"), _("What"), _("Why")], [(one.due, one.title, one.reason) for one in seen.due])
    out.table(
        [_("Network"), _("State"), _("Done"), _("Not looked at")],
        [(one.name, one.state, f"{one.dealt_with}/{one.total}", one.not_looked_at) for one in seen.networks],
    )
    out.table([_("Items"), _("Number")], [one for one in seen.items_by_state.items() if one[1]])
    out.say(_last_run(seen.last_run))
    out.say(ngettext("{n} thing sent today.", "{n} things sent today.", sent).format(n=sent))


def _last_run(run: Run | None) -> str:
    if run is None:
        return _("No search yet.")
    day = day_in_words(local_day(run.started_at))
    return _("Last search, {day}: {how}").format(day=day, how=run.outcome.sentence)


def _as_data(seen: home.Overview) -> dict[str, object]:
    run = seen.last_run
    return {
        "next": None if seen.next is None else shape(seen.next, SUGGESTION),
        "due": [shape(one, SUGGESTION) for one in seen.due],
        "open_things": seen.open_things,
        "open_items": seen.open_items,
        "open_settings": seen.open_settings,
        "items_by_state": seen.items_by_state,
        "networks": [_network(one) for one in seen.networks],
        "results_sorted": seen.results_sorted,
        "results_total": seen.results_total,
        "last_run": None if run is None else shape(run, "id started_at outcome", searched=run.outcome.searched),
        "nothing_due_until": seen.nothing_due_until,
    }


def _network(one: Progress) -> dict[str, object]:
    return shape(one, _NETWORK)
