"""The log: what should go, and how far each thing has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import click

from footprint import log, person, search
from footprint.cli.checks import DAY
from footprint.cli.considering import case_options, paused
from footprint.cli.context import Context, one_of, pass_context, whole_id
from footprint.cli.output import short
from footprint.cli.persons import dashed
from footprint.cli.shapes import DELETED, EVENT, EVIDENCE, ITEM, REQUEST, ROW, shape
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.log import (
    Action,
    Group,
    Item,
    Kind,
    Origin,
    Query,
    Relation,
    Severity,
    Sort,
    State,
    Status,
    answers,
    sets,
    views,
)
from footprint.log.ladder import Considered

KINDS = [one.value for one in Kind]
ORIGINS = [one.value for one in Origin]
RELATIONS = [one.value for one in Relation]
ACTIONS = [one.value for one in Action]
SEVERITIES = [one.value for one in Severity]
STATES = {dashed(one.value): one for one in State}
STATUSES = {dashed(one.value): one for one in Status}
GROUPS = {dashed(one.value): one for one in Group}
_LIMIT = 1_000


@click.group("log")
def log_group() -> None:
    """What should go, and how far each thing has come."""


def filters(command: Any) -> Any:
    """The options that choose items, the same for listing and for exporting."""
    for option in reversed(
        (
            click.option("--text", default="", help="Words in the title, place, address, contact or notes."),
            click.option("--status", type=click.Choice(list(STATUSES)), help="Only those that read this."),
            click.option("--group", type=click.Choice(list(GROUPS)), help="Only those of this group."),
            click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="May be repeated."),
            click.option("--origin", "origins", type=click.Choice(ORIGINS), multiple=True, help="May be repeated."),
            click.option("--network", default="", help="Only those on this network."),
            click.option("--due-before", type=DAY, help="Only those due before this day."),
            click.option("--due-within", type=click.IntRange(0), help="Only open ones due in so many days or before."),
            click.option("--set", "set_id", default="", help="Only those of this group made by hand (see: log sets)."),
            click.option("--view", default="", help="A saved filter by its name; other options come on top of it."),
            click.option("--sort", type=click.Choice([one.value for one in Sort]), help="due unless it is given."),
        )
    ):
        command = option(command)
    return command


def query_of(context: Context, chosen: dict[str, Any]) -> Query:
    """What the options of `filters` say."""
    before: datetime | None = chosen["due_before"]
    said = {
        "text": chosen["text"],
        "group": GROUPS[chosen["group"]] if chosen["group"] else None,
        "status": STATUSES[chosen["status"]] if chosen["status"] else None,
        "kinds": tuple(map(Kind, chosen["kinds"])),
        "origins": tuple(map(Origin, chosen["origins"])),
        "network": chosen["network"],
        "due_before": before.date() if before else None,
        "due_within": chosen["due_within"],
        "set_id": one_of(sets.all_sets(context.vault), chosen["set_id"]).id if chosen["set_id"] else "",
        "sort": Sort(chosen["sort"]) if chosen["sort"] else None,
    }
    saved = views.view(context.vault, chosen["view"]).query if chosen["view"] else Query()
    return replace(saved, **{name: value for name, value in said.items() if value not in ("", None, ())})


@log_group.command("list")
@filters
@click.option("--limit", type=click.IntRange(1), default=_LIMIT, show_default=True, help="At most so many.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out so many at the start.")
@pass_context
def list_items(context: Context, /, limit: int, offset: int, **chosen: Any) -> None:
    """List items. The text search looks for the start of every word."""
    query, today = query_of(context, chosen), context.today
    rows = log.page(context.vault, query, offset, limit, today)
    total = log.count(context.vault, query, today)
    context.output.data({"total": total, "items": [shape(one, ROW) for one in rows]})
    context.output.table(
        [_("Id"), _("Status"), _("Due"), _("What"), _("Where"), _("Who put it there")],
        [
            (short(one.id), one.status.label, one.due, one.title, one.host or one.place or one.network,
             one.origin.label)
            for one in rows
        ],
    )  # fmt: skip
    context.output.say(ngettext("{n} item.", "{n} items.", total).format(n=total))


@log_group.command("show")
@click.argument("item")
@pass_context
def show(context: Context, item: str) -> None:
    """Show one item whole: fields, what to do about it, history, copies and messages. ITEM is the start of its id."""
    vault = context.vault
    one = find(context, item)
    library = context.bench.checklists
    network = library.network(one.network) if one.network in library else None
    steps = log.steps_for(one, network, who=person.profile(vault))
    events, copies, asked = log.history(vault, one.id), log.evidence(vault, one.id), log.requests(vault, one.id)
    context.output.data(
        {
            **shape(one, ITEM, status=one.status(context.today)),
            "steps": shape(steps, "oneself note link menu source verified may_ask then worries"),
            "routes": [shape(each, "help title words phone link") for each in steps.routes],
            "next_states": log.allowed(one.state, one.origin),
            "history": [shape(each, EVENT) for each in events],
            "evidence": [shape(each, EVIDENCE) for each in copies],
            "requests": [shape(each, REQUEST) for each in asked],
        }
    )
    if not context.output.as_json:
        _say_item(context, one, steps)
        for event in events:
            note = f" {event.note}" if event.note else ""
            context.output.say(f"{day_in_words(local_day(event.at))}: {event.words}{note}")


@log_group.command("add")
@click.argument("title", required=False, default="")
@click.option("--finding", default="", help="Make it of this result (the start of its id).")
@click.option("--address", default="", help="The address of the page.")
@click.option("--place", default="", help="Where it is, in words.")
@click.option("--network", default="", help="Which network it is on.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is.")
@click.option("--origin", type=click.Choice(ORIGINS), help="Who put it there.")
@click.option("--relation", type=click.Choice(RELATIONS), help="Who they are to you, or what sort of place it is.")
@click.option("--action", type=click.Choice(ACTIONS), help="What to do about it.")
@click.option("--severity", type=click.Choice(SEVERITIES), help="How much it matters to you.")
@click.option("--contact", default="", help="Who to contact.")
@click.option("--notes", default="", help="Your own notes.")
@click.option("--due", type=DAY, help="When it is due (YEAR-MONTH-DAY).")
@pass_context
def add(context: Context, /, title: str, finding: str, **told: Any) -> None:
    """Put something in the log by hand, or from a result."""
    values = _values(told)
    if finding:
        found = one_of(search.findings(context.vault), finding)
        named: dict[str, Any] = {"title": title, **values} if title else values
        made = log.from_finding(context.vault, found, **named).value
    else:
        made = log.add(context.vault, log.New(title=title, **values)).value
    _saved(context, made)


@log_group.command("change")
@click.argument("item")
@click.option("--title", default="")
@click.option("--address", default="")
@click.option("--place", default="")
@click.option("--network", default="")
@click.option("--kind", type=click.Choice(KINDS))
@click.option("--origin", type=click.Choice(ORIGINS))
@click.option("--relation", type=click.Choice(RELATIONS))
@click.option("--action", type=click.Choice(ACTIONS))
@click.option("--severity", type=click.Choice(SEVERITIES))
@click.option("--contact", default="")
@click.option("--notes", default="")
@click.option("--due", type=DAY)
@pass_context
def change(context: Context, /, item: str, **told: Any) -> None:
    """Change what is said of an item; what is not given stays."""
    _saved(context, log.change(context.vault, find(context, item).id, **_values(told)).value)


@log_group.command("move")
@click.argument("items", nargs=-1, required=True)
@click.argument("state", type=click.Choice(list(STATES)))
@click.option("--note", default="", help="What you want to remember about it.")
@click.option("--due", type=DAY, help="When to look again (YEAR-MONTH-DAY).")
@case_options
@pass_context
def move(
    context: Context,
    items: tuple[str, ...],
    state: str,
    note: str,
    due: datetime | None,
    case: str | None,
    could_be: bool,
) -> None:
    """Move one or several items on to STATE. All of them move, or none does."""
    chosen, day = [find(context, one).id for one in items], due.date() if due else None

    def do(considered: Considered | None) -> tuple[str, ...]:
        return log.move(context.vault, chosen, STATES[state], note=note, day=day, considered=considered).value

    moved = paused(context, case, could_be, do)
    today = context.today
    now = [log.get(context.vault, one) for one in moved]
    context.output.data([shape(one, ITEM, status=one.status(today)) for one in now])
    context.output.table(
        [_("Id"), _("Status"), _("Due"), _("What")],
        [(short(one.id), one.status(today).label, one.due, one.title) for one in now],
    )


@log_group.command("delete")
@click.argument("items", nargs=-1, required=True)
@case_options
@pass_context
def delete(context: Context, items: tuple[str, ...], case: str | None, could_be: bool) -> None:
    """Delete items. For 30 days they can be brought back with: log restore."""
    chosen = [find(context, one).id for one in items]
    gone = paused(
        context, case, could_be, lambda considered: log.delete(context.vault, chosen, considered=considered).value
    )
    context.output.data({"deleted": gone})
    context.output.say(ngettext("{n} item deleted.", "{n} items deleted.", gone).format(n=gone))


@log_group.command("deleted")
@pass_context
def deleted(context: Context) -> None:
    """List what can still be brought back."""
    found = log.recently_deleted(context.vault)
    context.output.data([shape(one, DELETED) for one in found])
    context.output.table(
        [_("Id"), _("What"), _("Deleted"), _("Until")],
        [(short(one.id), one.title, local_day(one.deleted_at), one.until) for one in found],
    )
    if not found:
        context.output.say(_("Nothing was deleted in the last 30 days."))


@log_group.command("restore")
@click.argument("items", nargs=-1, required=True)
@pass_context
def restore(context: Context, items: tuple[str, ...]) -> None:
    """Bring deleted items back as they were."""
    there = log.recently_deleted(context.vault)
    back = log.restore(context.vault, [one_of(there, one).id for one in items]).value
    context.output.data({"restored": back})
    context.output.say(ngettext("{n} item brought back.", "{n} items brought back.", back).format(n=back))


def find(context: Context, start: str) -> Item:
    """The item whose id begins with `start`."""
    return log.get(context.vault, whole_id(log.ids(context.vault, Query(), context.today), start))


def _values(told: dict[str, Any]) -> dict[str, Any]:
    """What was really said, as the log takes it."""
    kinds: dict[str, Any] = {
        "kind": Kind,
        "origin": Origin,
        "relation": Relation,
        "action": Action,
        "severity": Severity,
    }
    said = {name: value for name, value in told.items() if value}
    return {
        name: kinds[name](value) if name in kinds else value.date() if isinstance(value, datetime) else value
        for name, value in said.items()
    }


def _saved(context: Context, one: Item) -> None:
    context.output.data(shape(one, ITEM, status=one.status(context.today)))
    context.output.say(_("Saved: {title} ({id})").format(title=one.title, id=short(one.id)))


def _say_item(context: Context, one: Item, steps: log.Steps) -> None:
    out, today = context.output, context.today
    out.say(one.title)
    for name, value in (
        (_("Id"), one.id),
        (_("Status"), one.status(today).label),
        (_("Due"), _day(one.due)),
        (_("Address"), one.address),
        (_("Where"), one.place),
        (_("Network"), one.network),
        (_("Kind"), one.kind.label),
        (_("Who put it there"), one.origin.label),
        (_("Who it is"), one.relation.label if one.relation else ""),
        (_("What to do"), one.action.label),
        (_("How much it matters"), one.severity.label),
        (_("Who to contact"), one.contact),
        (_("Notes"), one.notes),
    ):
        if value:
            out.say(f"  {name}: {value}")
    if together := answers.came_together(context.vault, one.id):
        out.say(f"  {together}")
    out.say(_("What you can do:"))
    for number, step in enumerate(steps.oneself, 1):
        out.say(f"  {number}. {step.replace('**', '')}")
    for words in (steps.note, steps.link, steps.then):
        if words:
            out.say(f"  {words}")
    for route in steps.routes:
        out.say(f"  {route.title}: {route.words}")


def _day(day: date | None) -> str:
    return "" if day is None else day_in_words(day)
