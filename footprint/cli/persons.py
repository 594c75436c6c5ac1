"""Who is looked for: details and the choices that pick wording and routes."""

from __future__ import annotations

import click

from footprint import person
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.output import short
from footprint.cli.shapes import DETAIL, PROFILE, shape
from footprint.i18n import _
from footprint.person import DetailKind, Nation, Regulator, Role, Service
from footprint.person.profile import Choices


def dashed(value: str) -> str:
    """A stored word as it is typed in a command: `former name` becomes `former-name`."""
    return value.replace(" ", "-")


KINDS = {dashed(one.value): one for one in DetailKind}
NATIONS = {dashed(one.value): one for one in Nation if one.value}


@click.group("person")
def person_group() -> None:
    """Your names, towns, work and usernames."""


@person_group.command("show")
@pass_context
def show(context: Context) -> None:
    """List every detail and whether it may be used in searches."""
    details, profile = person.details(context.vault), person.profile(context.vault)
    out = context.output
    out.data({"details": [shape(one, DETAIL) for one in details], "profile": shape(profile, PROFILE)})
    out.table(
        [_("Id"), _("What"), _("Text"), _("Used in searches")],
        [(short(one.id), one.kind.label, one.text, _("yes") if one.searchable else _("no")) for one in details],
    )
    out.say(", ".join((profile.nation.label, profile.role.label, profile.service.label, profile.regulator.label)))


@person_group.command("add")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("text")
@click.option("--searchable/--not-searchable", default=None, help="Whether it may be used in searches.")
@click.option("--network", default="", help="Where a username is used.")
@pass_context
def add(context: Context, kind: str, text: str, searchable: bool | None, network: str) -> None:
    """Add a detail, such as: person add name "Ada Example"."""
    made = person.add_detail(context.vault, KINDS[kind], text, searchable=searchable, network=network).value
    context.output.data(shape(made, DETAIL))
    context.output.say(_("Added: {what}").format(what=made.text))
    if not made.searchable and made.kind.why:
        context.output.say(made.kind.why)


@person_group.command("set")
@click.option("--nation", type=click.Choice(list(NATIONS)), help="Where you work.")
@click.option("--role", type=click.Choice([one.value for one in Role]), help="What you are there.")
@click.option("--service", type=click.Choice([one.value for one in Service]), help="Whom the service is for.")
@click.option("--regulator", type=click.Choice([one.value for one in Regulator]), help="Where you are registered.")
@pass_context
def set_profile(
    context: Context, nation: str | None, role: str | None, service: str | None, regulator: str | None
) -> None:
    """Say where and what you work as; it picks wording and routes."""
    chosen: Choices = {}
    if nation:
        chosen["nation"] = NATIONS[nation]
    if role:
        chosen["role"] = Role(role)
    if service:
        chosen["service"] = Service(service)
    if regulator:
        chosen["regulator"] = Regulator(regulator)
    made = person.set_profile(context.vault, **chosen).value
    context.output.data(shape(made, PROFILE))
    context.output.say(_("Saved"))


@person_group.command("change")
@click.argument("detail")
@click.argument("text")
@pass_context
def change(context: Context, detail: str, text: str) -> None:
    """Write a detail anew; DETAIL is its id or the start of it."""
    made = person.change_detail(context.vault, _find(context, detail), text=text).value
    context.output.data(shape(made, DETAIL))
    context.output.say(_("Saved"))


@person_group.command("use")
@click.argument("detail")
@click.option("--on/--off", default=True, help="Whether it may be used in searches.")
@pass_context
def use(context: Context, detail: str, on: bool) -> None:
    """Allow or forbid a detail in searches; DETAIL is its id or the start of it."""
    made = person.set_searchable(context.vault, _find(context, detail), on).value
    context.output.data(shape(made, DETAIL))
    context.output.say(_("Saved"))


@person_group.command("remove")
@click.argument("detail")
@pass_context
def remove(context: Context, detail: str) -> None:
    """Remove a detail; DETAIL is its id or the start of it."""
    gone = person.remove_detail(context.vault, _find(context, detail)).value
    context.output.data(shape(gone, DETAIL))
    context.output.say(_("Removed: {what}").format(what=gone.text))


def _find(context: Context, start: str) -> str:
    return one_of(person.details(context.vault), start).id
