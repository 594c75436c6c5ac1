"""Searching for one's own name: sources, the plan, the run, and sorting what came back."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable

import click

from footprint import person, search
from footprint.cli.context import FOUND_PROBLEMS, Context, ask, leave, pass_context
from footprint.cli.output import short
from footprint.cli.pictures import picture_group
from footprint.cli.progress import stoppable
from footprint.cli.shapes import LINE, LOOK, SENDING, shape
from footprint.i18n import _, ngettext
from footprint.person import DetailKind
from footprint.search import BUDGETS, Options, Plan, Provider, Run
from footprint.web import Sending

_LONGEST_KEY = 1_000


@click.group("search")
def search_group() -> None:
    """Look for your own name in public, and sort what is found."""


search_group.add_command(picture_group)


@search_group.command("sources")
@pass_context
def sources(context: Context) -> None:
    """List the public sources, and what each still needs from you."""
    known = [(one, search.given(context.vault, one) is not None) for one in context.bench.providers]
    context.output.data([_source(one, ready) for one, ready in known])
    context.output.table(
        [_("Name"), _("Source"), _("Where"), _("Searches"), _("Ready"), _("Needs")],
        [
            (one.name, _(one.label), one.host, one.kind, _("yes") if ready else _("no"), _needs(one))
            for one, ready in known
        ],
    )


@search_group.command("give")
@click.argument("source")
@click.option("--forget", is_flag=True, help="Forget the key or address that is kept.")
@click.option("--check", is_flag=True, help="Try a key before it is kept: sends 1 question about nobody.")
@pass_context
def give(context: Context, source: str, forget: bool, check: bool) -> None:
    """Keep the key or address SOURCE needs, read from standard input: it never stands in the history of a shell."""
    provider = context.bench.providers.get(source)
    label = _(provider.label)
    if provider.needs is None:
        raise click.UsageError(_("{label} needs nothing.").format(label=label))
    if forget:
        search.forget(context.vault, provider)
        context.output.say(_("Forgotten: {what}").format(what=_(provider.needs.label)))
        kept = ""
    else:
        kept = _keep(context, provider, check)
        context.output.say(_("Kept for {label}: {what}").format(label=label, what=kept))
    context.output.data({"name": provider.name, "given": kept, "ready": not forget})


def _wishes(command: Callable[..., None]) -> Callable[..., None]:
    """The choices that a plan can be made with; the command gets them as one `Options`."""

    @functools.wraps(command)
    def with_options(
        *args: object,
        from_work: bool,
        no_towns: bool,
        team: str,
        budget: int,
        more: bool,
        contact: tuple[str, ...],
        **rest: object,
    ) -> None:
        options = Options(not no_towns, from_work, team, budget, more, contact)
        command(*args, options=options, **rest)

    for option in (
        click.option(
            "--from-work", is_flag=True, help="Look as somebody from work would: with employer and job title."
        ),
        click.option("--no-towns", is_flag=True, help="Leave the towns out."),
        click.option("--team", default="", help="Also look for this team or service, for this search only."),
        click.option(
            "--budget", type=click.IntRange(1, 200), default=BUDGETS[1], show_default=True, help="Most queries."
        ),
        click.option("--more", is_flag=True, help="Ask the smaller sources too, such as Wikipedia and ORCID."),
        click.option(
            "--contact",
            multiple=True,
            metavar="TEXT",
            help="Use this e-mail or number of yours, this once; may be repeated.",
        ),
    ):
        with_options = option(with_options)
    return with_options


@search_group.command("plan")
@_wishes
@pass_context
def show_plan(context: Context, options: Options) -> None:
    """Show what a search would send, to whom and in which words. Nothing is sent."""
    plan = _plan(context, options, ())
    context.output.data(_plan_data(plan))
    _say_plan(context, plan)


@search_group.command("run")
@click.option("--send", is_flag=True, help="Send it. Without this, only the plan is shown.")
@click.option("--only", type=int, multiple=True, metavar="N", help="Send only line N of the plan; may be repeated.")
@click.option("--resume", is_flag=True, help="Ask what the last search had left when it was stopped.")
@_wishes
@pass_context
def run(context: Context, send: bool, only: tuple[int, ...], resume: bool, options: Options) -> None:
    """Search for your name. Exit code 1 when nothing could be searched, or when it was stopped."""
    plan = _plan(context, options, only)
    before = search.unfinished(context.vault) if resume else None
    if resume and before is None:
        raise click.UsageError(_("No search was stopped before its end."))
    if before is not None:
        plan = search.rest(plan, before)
    if not send:
        context.output.data({"sent": False, "plan": _plan_data(plan), "run": None})
        _say_plan(context, plan)
        context.output.say(_("Nothing was sent. To send this, add --send."))
        return
    with stoppable(context.output) as task:
        goes_on = before.id if before is not None else ""
        done = search.run(context.vault, context.bench.web, plan, context.bench.providers, task, goes_on=goes_on).value
    counts = search.counts(context.vault)
    context.output.data({"sent": True, "plan": _plan_data(plan), "run": _run_data(done), "left_to_sort": counts.left})
    _say_run(context, done, counts.left)
    leave(0 if _looked(done) and not done.stopped else FOUND_PROBLEMS)


@search_group.command("runs")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@pass_context
def runs(context: Context, limit: int) -> None:
    """List earlier searches, newest first, with how every line ended."""
    found = search.runs(context.vault, limit)
    context.output.data([_run_data(one) for one in found])
    context.output.table(
        [_("Id"), _("Begun"), _("By hand"), _("Lines"), _("How it ended")],
        [
            (short(one.id), one.started_at, _("yes") if one.by_hand else _("no"), len(one.looks), one.outcome.sentence)
            for one in found
        ],
    )
    if not found:
        context.output.say(_("No search yet."))


@search_group.command("copies")
@click.argument("address")
@click.option("--send", is_flag=True, help="Send it. Without this, only what would go is shown.")
@pass_context
def copies(context: Context, address: str, send: bool) -> None:
    """Ask the Wayback Machine which copies of ADDRESS it keeps. Exit code 1 when it could not be asked."""
    plan = search.plan_copies(context.vault, context.bench.providers, search.read_address(address))
    if not send:
        context.output.data({"sent": False, "plan": _plan_data(plan), "run": None})
        _say_plan(context, plan)
        context.output.say(_("Nothing was sent. To send this, add --send."))
        return
    with stoppable(context.output) as task:
        done = search.run(context.vault, context.bench.web, plan, context.bench.providers, task).value
    left = search.counts(context.vault).left
    context.output.data({"sent": True, "plan": _plan_data(plan), "run": _run_data(done), "left_to_sort": left})
    _say_run(context, done, left)
    leave(0 if _looked(done) and not done.stopped else FOUND_PROBLEMS)


def _plan(context: Context, options: Options, only: tuple[int, ...]) -> Plan:
    mine = {one.text for kind in (DetailKind.EMAIL, DetailKind.PHONE) for one in person.details(context.vault, kind)}
    for contact in options.contacts:
        if contact not in mine:
            raise click.UsageError(_("“{contact}” is not one of yours. Add it first.").format(contact=contact))
    plan = search.plan(context.vault, context.bench.providers, options)
    unknown = set(only) - {line.number for line in plan.lines}
    if unknown:
        raise click.UsageError(_("The plan has no line {n}.").format(n=min(unknown)))
    return plan.only(only) if only else plan


def _keep(context: Context, provider: Provider, check: bool) -> str:
    """What was given, kept: of a key no more than its end. A key that is refused when it is tried is not kept."""
    text = _typed(provider)
    if not check or provider.needs is None or not provider.needs.secret:
        return search.give(context.vault, provider, text).value
    with stoppable(context.output) as task:
        tried = search.try_and_give(context.vault, context.bench.web, provider, text, task).value
    context.output.say(" ".join(part for part in (tried.state.label, tried.note) if part))
    return tried.shown


def _typed(provider: Provider) -> str:
    """One line from standard input; a key that is typed is not shown."""
    assert provider.needs is not None
    if sys.stdin is not None and not sys.stdin.isatty():
        return sys.stdin.readline(_LONGEST_KEY).strip()
    return ask(_(provider.needs.label), _("There is nobody to ask."), hidden=provider.needs.secret)


# -- what is shown ---------------------------------------------------------------------------------


def _needs(provider: Provider) -> str:
    return "" if provider.needs is None else _(provider.needs.label)


def _source(provider: Provider, ready: bool) -> dict[str, object]:
    needs = None if provider.needs is None else {"label": _(provider.needs.label), "secret": provider.needs.secret}
    return {
        "name": provider.name,
        "label": _(provider.label),
        "host": provider.host,
        "kind": provider.kind,
        "ready": ready,
        "needs": needs,
        "keeps": _(provider.keeps),
    }


def _plan_data(plan: Plan) -> dict[str, object]:
    return {
        "lines": [shape(one, LINE, sendings=[shape(each, SENDING) for each in one.sendings]) for one in plan.lines],
        "requests": plan.requests,
        "minutes": plan.minutes,
    }


def _run_data(run: Run) -> dict[str, object]:
    looks = [shape(one, LOOK, searched=one.outcome.searched) for one in run.looks]
    return shape(
        run,
        "id started_at ended_at outcome stopped by_hand",
        searched=run.outcome.searched,
        sentence=run.outcome.sentence,
        looks=looks,
    )


def _looked(run: Run) -> bool:
    """Whether anything at all was really searched."""
    return any(look.outcome.searched or look.outcome is search.Outcome.PARTIAL for look in run.looks)


def _say_plan(context: Context, plan: Plan) -> None:
    out = context.output
    out.table(
        [_("Line"), _("On"), _("To"), _("The exact words"), _("Why")],
        [(one.number, _("yes") if one.on else _("no"), _hosts(one.sendings), one.words, one.why) for one in plan.lines],
    )
    queries, minutes = len(plan.chosen), plan.minutes
    about = ngettext("About {n} query, {time}.", "About {n} queries, {time}.", queries)
    time = ngettext("{m} minute", "{m} minutes", minutes).format(m=minutes)
    out.say(about.format(n=queries, time=time))
    hosts = len({one.host for one in plan.sendings})
    requests = ngettext("{n} request", "{n} requests", plan.requests).format(n=plan.requests)
    out.say(ngettext("{r} to {n} place.", "{r} to {n} places.", hosts).format(r=requests, n=hosts))
    for keeps in dict.fromkeys(f"{one.host}: {one.keeps}" for one in plan.sendings if one.keeps):
        out.say(keeps)
    if not plan.lines:
        out.say(_("There is nothing to ask. Add your name first: footprint person add name NAME"))


def _hosts(sendings: tuple[Sending, ...]) -> str:
    return ", ".join(dict.fromkeys(one.host for one in sendings))


def _say_run(context: Context, run: Run, left: int) -> None:
    out = context.output
    out.table(
        [_("Asked"), _("Words"), _("How it ended"), _("Results"), _("Note")],
        [(one.provider, one.words, one.outcome, one.results, one.note) for one in run.looks],
    )
    out.say(run.outcome.sentence)
    if run.stopped:
        out.say(_("Stopped. What was done so far is kept."))
    out.say(ngettext("{n} result left to sort.", "{n} results left to sort.", left).format(n=left))
