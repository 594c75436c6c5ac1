"""Accounts on networks."""

from __future__ import annotations

import click

from footprint import person
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.output import short
from footprint.cli.persons import dashed
from footprint.cli.shapes import ACCOUNT, shape
from footprint.i18n import _
from footprint.person import Account, AccountState, Purpose

STATES = {dashed(one.value): one for one in AccountState}
_ANY_USERNAME = r"\S{1,100}"  # where no checklist says how usernames look
PURPOSES = [one.value for one in Purpose]


@click.group("account")
def account_group() -> None:
    """Your accounts on networks."""


@account_group.command("list")
@pass_context
def list_accounts(context: Context) -> None:
    """List your accounts."""
    found = person.accounts(context.vault)
    context.output.data([shape(one, ACCOUNT) for one in found])
    context.output.table(
        [_("Id"), _("Network"), _("Username"), _("Used for"), _("State")],
        [(short(one.id), one.network, one.handle, one.purpose.label, one.state.label) for one in found],
    )
    if not found:
        context.output.say(_("No accounts yet. Add one with: footprint account add NETWORK"))


@account_group.command("add")
@click.argument("network")
@click.option("--handle", default="", help="Your username or the address of your profile there.")
@click.option("--label", default="", help="Your own word for it, where you have several there.")
@click.option("--purpose", type=click.Choice(PURPOSES), default=Purpose.PERSONAL.value, show_default=True)
@click.option("--state", type=click.Choice(list(STATES)), default="in-use", show_default=True)
@pass_context
def add(context: Context, network: str, handle: str, label: str, purpose: str, state: str) -> None:
    """Add an account; NETWORK is the name of a checklist or any other word."""
    presence = _read(context, network, handle)
    made = person.add_account(
        context.vault,
        network,
        handle=presence.handle,
        address=presence.address,
        label=label,
        purpose=Purpose(purpose),
        state=STATES[state],
    ).value
    context.output.data(shape(made, ACCOUNT))
    context.output.say(_("Added: {what}").format(what=network))
    if network not in context.bench.checklists:
        context.output.say(_("There is no checklist for this network yet."))


@account_group.command("change")
@click.argument("account")
@click.option("--handle", default=None, help="Your username or the address of your profile there.")
@click.option("--purpose", type=click.Choice(PURPOSES))
@click.option("--state", type=click.Choice(list(STATES)))
@pass_context
def change(context: Context, account: str, handle: str | None, purpose: str | None, state: str | None) -> None:
    """Change an account; ACCOUNT is its id or the start of it."""
    one = _find(context, account)
    presence = person.Presence(one.handle, one.address) if handle is None else _read(context, one.network, handle)
    made = person.change_account(
        context.vault,
        one.id,
        handle=presence.handle,
        address=presence.address,
        purpose=Purpose(purpose) if purpose else one.purpose,
        state=STATES[state] if state else one.state,
    ).value
    context.output.data(shape(made, ACCOUNT))
    context.output.say(_("Saved"))


@account_group.command("remove")
@click.argument("account")
@pass_context
def remove(context: Context, account: str) -> None:
    """Take an account out of the list; ACCOUNT is its id or the start of it."""
    one = _find(context, account)
    person.remove_account(context.vault, one.id)
    context.output.data(shape(one, ACCOUNT))
    context.output.say(_("Removed: {what}").format(what=one.network))


def _find(context: Context, start: str) -> Account:
    return one_of(person.accounts(context.vault), start)


def _read(context: Context, network: str, typed: str) -> person.Presence:
    """The handle and address in what was typed, by the rule of the network's file."""
    if network not in context.bench.checklists:
        return person.read_presence(typed, network, "", _ANY_USERNAME)
    file = context.bench.checklists.network(network)
    return person.read_presence(typed, file.name, file.profile.address, file.profile.handle, file.domains)
