"""People in copies, what else networks keep, and copies on their way."""

from __future__ import annotations

from typing import Any

import click

from footprint.archives.concierge import Copy
from footprint.cli.context import Context, pass_context
from footprint.dates import local_day, medium_day, number
from footprint.errors import NotFound
from footprint.i18n import _

_WORK = "work"
_STEPS = ("ready", "not-yet", "shredded", "kept", "given-up")


@click.command("connections")
@click.option("--network", default="", help="Only of this network.")
@click.option("--left", is_flag=True, help="Only those of whom you have said nothing yet.")
@pass_context
def connections_command(context: Context, network: str, left: bool) -> None:
    """List the people your copies name: those never heard of and longest known first."""
    from footprint.archives import connections

    found = [
        one
        for one in connections.people(context.vault)
        if network in ("", one.network) and not (left and one.choice is not None)
    ]
    context.output.data([
        {
            "key": str(one.key), "network": one.network, "name": one.name, "handle": one.handle, "link": one.link,
            "relations": list(one.relations), "since": one.since, "times": one.times, "choice": one.choice,
            "done_on": one.done_on, "gone": one.gone,
        }
        for one in found
    ])  # fmt: skip
    context.output.table(
        (_("Key"), _("Who"), _("Network"), _("Since"), _("What you said")),
        (
            (one.key, one.shown, one.network, medium_day(one.since) if one.since else "",
             one.choice.label if one.choice else "")
            for one in found
        ),
    )  # fmt: skip
    if not found:
        context.output.say(_("There is nobody here. Bring in a copy of an account first."))


@click.command("connection")
@click.argument("key", type=int)
@click.argument("said", type=click.Choice(["trust", "discuss", "unfriend", "limit", "done", "open", _WORK]))
@click.option("--yes", is_flag=True, help="For “work”: it was acted on, and the name goes for good.")
@pass_context
def connection_command(context: Context, key: int, said: str, yes: bool) -> None:
    """Say what the person KEY is to you. “work”: you met them through work, and nothing of them is kept.

    “done”: it was done on the network; “open” takes back what was said.
    """
    from footprint import retention
    from footprint.archives import connections
    from footprint.archives.connections import Choice

    one = connections.somebody(context.vault, key)
    if said == _WORK:
        if yes:
            retention.forget_person(context.vault, key)
        context.output.data({"key": str(key), "said": said, "forgotten": yes})
        words = _("The name is gone from this app. The next copy does not bring it back.")
        context.output.say(words if yes else _("The name would go for good. When you have acted on it: --yes."))
        return
    if said == "done":
        connections.tick(context.vault, key, local_day(context.vault.now()))
    else:
        connections.choose(context.vault, [one.key], None if said == "open" else Choice(said))
    context.output.data({"key": str(key), "said": said, "forgotten": False})
    context.output.say(_("Kept."))


@click.command("held")
@pass_context
def held_command(context: Context) -> None:
    """Count what else networks keep about you, with the check that leads to the page that clears it."""
    from footprint.archives.held import held

    found = held(context.vault, context.bench.checklists)
    context.output.data([
        {"network": one.network, "kind": one.kind, "count": one.count, "check": one.check.id if one.check else ""}
        for one in found
    ])  # fmt: skip
    context.output.table(
        (_("Network"), _("What"), _("How many"), _("The check that helps")),
        ((one.network, one.kind.label, number(one.count), one.check.title if one.check else "") for one in found),
    )


@click.command("ask")
@click.argument("network", default="")
@pass_context
def ask_command(context: Context, network: str) -> None:
    """Note that you asked NETWORK for a copy, and hear of the next step; without NETWORK say how to ask each."""
    from footprint.archives import concierge

    out, today = context.output, local_day(context.vault.now())
    if network:
        _say(context, concierge.ask(context.vault, network, today).value)
        return
    library = context.bench.checklists
    out.data([
        {
            "network": one.network, "choose": list(one.choose), "ready_days": one.ready_days,
            "most_days": one.most_days, "kept_days": one.kept_days, "file": one.file,
        }
        for one in concierge.exports()
    ])  # fmt: skip
    for one in concierge.exports():
        page = library.network(one.network).pages.download
        steps = one.choose if page is None or one.own_way else (*page.steps, *one.choose)
        out.text("\n".join([one.network, *(f"  {n}. {step}" for n, step in enumerate(steps, 1))]).replace("**", ""))


@click.command("asked")
@pass_context
def asked_command(context: Context) -> None:
    """List the copies you asked for, with what is next and when."""
    from footprint.archives import concierge

    today = local_day(context.vault.now())
    found = concierge.copies(context.vault)
    context.output.data([_shape(context, one) for one in found])
    due = [concierge.next_of(one, today) for one in found]
    context.output.table(
        (_("Id"), _("Network"), _("How far"), _("Next"), _("Day")),
        (
            (one.id, one.network, one.stage.label, then.words if then else "", medium_day(then.day) if then else "")
            for one, then in zip(found, due, strict=True)
        ),
    )
    if not found:
        context.output.say(_("You have asked for no copy yet."))


@click.command("step")
@click.argument("copy_id")
@click.argument("step", type=click.Choice(_STEPS))
@pass_context
def step_command(context: Context, copy_id: str, step: str) -> None:
    """Take the next STEP with the copy COPY_ID: ready to fetch, not yet, or what became of the file."""
    from footprint.archives import concierge
    from footprint.archives.concierge import Ending

    vault, today = context.vault, local_day(context.vault.now())
    ids = [one.id for one in concierge.copies(vault) if one.id.startswith(copy_id)]
    if len(ids) != 1:
        raise NotFound(_("There is no such copy. `footprint archive asked` lists them."))
    if step == "ready":
        done = concierge.ready(vault, ids[0], today)
    elif step == "not-yet":
        done = concierge.not_yet(vault, ids[0], today)
    else:
        done = concierge.finish(vault, ids[0], Ending(step.replace("-", "_")))
    _say(context, done.value)


def _say(context: Context, copy: Copy) -> None:
    from footprint.archives import concierge

    due = concierge.next_of(copy, local_day(context.vault.now()))
    context.output.data(_shape(context, copy))
    words = f"{copy.stage.label}."
    context.output.say(f"{words} {due.words} ({medium_day(due.day)})" if due is not None else words)


def _shape(context: Context, copy: Copy) -> dict[str, Any]:
    from footprint.archives import concierge

    due = concierge.next_of(copy, local_day(context.vault.now()))
    return {
        "id": copy.id, "network": copy.network, "stage": copy.stage, "asked_on": copy.asked_on,
        "fetch_by": copy.fetch_by, "ending": copy.ending, "next_on": due.day if due else None,
        "late": due.late if due else False,
    }  # fmt: skip


COMMANDS = (connections_command, connection_command, held_command, ask_command, asked_command, step_command)
