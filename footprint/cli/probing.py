"""Asking sites whether they know a username."""

from __future__ import annotations

from pathlib import Path

import click

from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.progress import stoppable
from footprint.cli.shapes import PROBE_RESULT, SENDING, shape
from footprint.i18n import _, ngettext
from footprint.search import probes
from footprint.search.probes import Answer, Plan, Run, Site

_ORDER = (Answer.FOUND, Answer.ABSENT, Answer.CANNOT_TELL)


@click.command("probe")
@click.argument("handles", nargs=-1, metavar="[HANDLE]...")
@click.option("--send", is_flag=True, help="Send it. Without this, only what would be sent is shown.")
@click.option(
    "--sites", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="More sites to ask."
)
@click.option("--only", multiple=True, metavar="SITE", help="Ask only this site, by its id; may be repeated.")
@click.option("--no-accounts", is_flag=True, help="Leave out the accounts you listed.")
@pass_context
def probe_command(
    context: Context, handles: tuple[str, ...], send: bool, file: Path | None, only: tuple[str, ...], no_accounts: bool
) -> None:
    """Ask sites whether they know HANDLE (else your own usernames). Exit code 1 when no site could tell."""
    plan = _plan(context, handles, file, only, own=not no_accounts)
    if not send:
        context.output.data({"sent": False, "plan": _plan_data(plan), "run": None})
        _say_plan(context, plan)
        context.output.say(_("Nothing was sent. To send this, add --send."))
        return
    with stoppable(context.output) as task:
        run = probes.run(context.vault, context.bench.web, plan, task).value
    context.output.data({"sent": True, "plan": _plan_data(plan), "run": _run_data(run)})
    _say_run(context, run)
    leave(0 if run.told and not run.stopped else FOUND_PROBLEMS)


def _plan(context: Context, handles: tuple[str, ...], file: Path | None, only: tuple[str, ...], *, own: bool) -> Plan:
    sites = {site.id: site for site in probes.known_sites(context.bench.checklists)}
    sites |= {site.id: site for site in (probes.read_sites(file) if file is not None else ())}
    return probes.plan(context.vault, _chosen(sites, only), handles, own=own)


def _chosen(sites: dict[str, Site], only: tuple[str, ...]) -> tuple[Site, ...]:
    unknown = [one for one in only if one not in sites]
    if unknown:
        raise click.UsageError(_("There is no site called “{name}”.").format(name=unknown[0]))
    return tuple(site for site in sites.values() if not only or site.id in only)


def _plan_data(plan: Plan) -> dict[str, object]:
    return {
        "lines": [
            {
                "number": line.number,
                "on": line.on,
                "site": line.site.id,
                "site_name": line.site.name,
                "handles": [one.handle for one in line.asks],
                "made_up": list(line.made_up),
                "sendings": [shape(one, SENDING) for one in line.sendings],
            }
            for line in plan.lines
        ],
        "unfit": [{"site_name": site, "handle": handle} for site, handle in plan.unfit],
        "requests": plan.requests,
        "minutes": plan.minutes,
    }


def _run_data(run: Run) -> dict[str, object]:
    results = [shape(one, PROBE_RESULT, words=one.reason.label) for one in run.results]
    calibration = shape(run.calibration, "declared found sentence")
    return shape(run, "id started_at ended_at stopped sentence", results=results, calibration=calibration)


def _say_plan(context: Context, plan: Plan) -> None:
    out = context.output
    out.table(
        [_("Line"), _("Site"), _("Sent to"), _("What"), _("Why")],
        [(line.number, line.site.name, one.host, one.url, one.why) for line in plan.lines for one in line.sendings],
    )
    sites = len(plan.lines)
    requests = ngettext("About {n} request", "About {n} requests", plan.requests).format(n=plan.requests)
    out.say(ngettext("{r} to {n} site.", "{r} to {n} sites.", sites).format(r=requests, n=sites))
    out.say(_("Each site may keep the username and your internet address."))
    for site, handle in plan.unfit:
        out.say(_("Not asked at {site}: “{handle}” cannot be a username there.").format(site=site, handle=handle))


def _say_run(context: Context, run: Run) -> None:
    out = context.output
    out.table(
        [_("Site"), _("Username"), _("Answer"), _("Why"), _("Profile")],
        [
            (one.site_name, one.handle, one.answer.label, one.reason.label, one.address)
            for answer in _ORDER
            for one in run.of(answer)
        ],
    )
    out.say(run.sentence)
    if run.calibration.sentence:
        out.say(run.calibration.sentence)
    if run.of(Answer.FOUND):
        out.say(_("A profile with this username need not be yours. They wait to be sorted: search findings."))
