"""Life events: what there is, begin one, see its steps, tick them off."""

from __future__ import annotations

from typing import Any

import click

from footprint.cli.context import Context, pass_context
from footprint.cli.shapes import LIFE_EVENT, LIFE_STEP, marked, shape
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.reminders import events
from footprint.reminders.events import Audit, Mark, Step

_SAID = {"done": Mark.DONE, "leave-out": Mark.LEFT_OUT, "open": None}


@click.group("event")
def event_group() -> None:
    """A hearing, a new job, a break-up: a short audit in the order of what cannot wait."""


@event_group.command("list")
@pass_context
def list_events(context: Context) -> None:
    """List the life events, and which of them you have begun."""
    running = {one.event.id: one for one in events.running(context.vault, context.bench.checklists)}
    context.output.data(
        [
            marked(one, LIFE_EVENT, running=one.id in running, steps=len(one.steps))
            for one in events.events(context.bench.pack)
        ]
    )
    context.output.table(
        [_("Name"), _("What it is"), _("Begun")],
        [(one.id, one.name, _so_far(running.get(one.id))) for one in events.events(context.bench.pack)],
    )


def _so_far(audit: Audit | None) -> str:
    if audit is None:
        return ""
    return _("{done} of {n} steps").format(done=audit.settled, n=len(audit.asked))


@event_group.command("show")
@click.argument("name")
@pass_context
def show_event(context: Context, name: str) -> None:
    """Show the steps of the life event NAME for you, the most urgent first. Nothing is begun."""
    _say(context, _running(context, name) or events.preview(context.vault, context.bench.checklists, name))


@event_group.command("start")
@click.argument("name")
@pass_context
def start_event(context: Context, name: str) -> None:
    """Begin the life event NAME, or carry on with it."""
    began = events.begin(context.vault, name, context.bench.pack).value
    _say(context, events.look(context.vault, context.bench.checklists, began.id))


@event_group.command("mark")
@click.argument("name")
@click.argument("step")
@click.argument("said", type=click.Choice(list(_SAID)))
@pass_context
def mark_step(context: Context, name: str, step: str, said: str) -> None:
    """Say that a STEP of the life event NAME is done, left out or open again."""
    began = _must_run(context, name)
    _say(context, events.mark(context.vault, context.bench.checklists, began, step, _SAID[said]).value)


@event_group.command("finish")
@click.argument("name")
@click.option("--forget", is_flag=True, help="As if it had never been begun; the answers to its checks stay.")
@pass_context
def finish_event(context: Context, name: str, forget: bool) -> None:
    """Put the life event NAME away. A pause it put on stays until you turn it off."""
    began = _must_run(context, name)
    if forget:
        events.forget(context.vault, began)
    else:
        events.finish(context.vault, began)
    context.output.data({"name": name, "forgotten": forget})
    context.output.say(_("Forgotten.") if forget else _("Finished."))


def _running(context: Context, name: str) -> Audit | None:
    found = events.running(context.vault, context.bench.checklists)
    return next((one for one in found if one.event.id == name), None)


def _must_run(context: Context, name: str) -> str:
    events.event(name, context.bench.pack)
    audit = _running(context, name)
    if audit is None or audit.started is None:
        raise NotFound(_("This was not begun. Begin it with: footprint event start {name}").format(name=name))
    return audit.started.id


def _say(context: Context, audit: Audit) -> None:
    out = context.output
    out.data(_document(audit))
    out.say(audit.event.name)
    out.say(audit.event.first)
    out.table(
        [_("Step"), _("What"), _("Why"), _("Minutes"), _("State")],
        [(one.file.id, one.file.title, one.file.why, one.minutes, one.standing.value) for one in audit.asked],
    )
    if audit.next is not None:
        out.say(_("Next: {step}").format(step=audit.next.file.title))
        for number, words in enumerate(audit.next.file.steps, 1):
            out.say(f"  {number}. {words}")


def _document(audit: Audit) -> dict[str, Any]:
    return {
        "name": audit.event.id,
        "title": audit.event.name,
        "running": audit.started is not None,
        "minutes": audit.minutes,
        "next": audit.next.file.id if audit.next else "",
        "steps": [_step(one) for one in audit.asked],
    }


def _step(one: Step) -> dict[str, Any]:
    return shape(
        one.file,
        LIFE_STEP,
        standing=one.standing.value,
        minutes=one.minutes,
        checks=[{"network": part.network, "checks": list(part.checks), "left": list(part.left)} for part in one.parts],
        pages=[{"network": page.network, "link": page.page.link} for page in one.pages],
    )
