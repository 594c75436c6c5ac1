"""How the password of each account is looked after, and reasons to change it."""

from __future__ import annotations

from typing import Any

import click

from footprint import person
from footprint.cli.checks import DAY
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.output import short
from footprint.cli.passwords import password_group
from footprint.cli.shapes import shape
from footprint.i18n import _
from footprint.passwords import habits
from footprint.passwords.habits import Contact, Habit, Kept, OnlyHere, Passkey, Reason, TwoStep
from footprint.person import Account

_NAMES = "only_here kept two_step passkey contact sessions_on reviewed_on changed_on reasons"


def _words(kind: Any) -> dict[str, Any]:
    """The values of an enum as they are typed."""
    return {one.value.replace(" ", "-"): one for one in kind if one.value}


_ANSWERS = {
    "only_here": _words(OnlyHere), "kept": _words(Kept), "two_step": _words(TwoStep), "passkey": _words(Passkey),
    "contact": _words(Contact),
}  # fmt: skip
_REASONS = _words(Reason)


@password_group.command("habits")
@pass_context
def list_habits(context: Context) -> None:
    """Say how the password of each account is looked after, and what is worth doing."""
    found = habits.habits(context.vault)
    context.output.data([_data(account, one) for account, one in found])
    context.output.table(
        [_("Id"), _("Network"), _("Only here"), _("Beside the password"), _("What to do")],
        [
            (
                *(short(account.id), account.network, one.only_here.label, one.two_step.label),
                "; ".join(point.do.label for point in habits.points(one)),
            )
            for account, one in found
        ],
    )
    if not found:
        context.output.say(_("No accounts yet. Add one with: footprint account add NETWORK"))


@password_group.command("habit")
@click.argument("account")
@click.option("--only-here", type=click.Choice(list(_ANSWERS["only_here"])), help="Is it used for this account alone?")
@click.option("--kept", type=click.Choice(list(_ANSWERS["kept"])), help="Where it is kept.")
@click.option("--two-step", type=click.Choice(list(_ANSWERS["two_step"])), help="What is asked for beside it.")
@click.option("--passkey", type=click.Choice(list(_ANSWERS["passkey"])), help="Is there a passkey?")
@click.option("--contact", type=click.Choice(list(_ANSWERS["contact"])), help="Are email and phone there your own?")
@click.option("--sessions", type=DAY, help="The day you looked through the signed-in devices.")
@click.option("--reason", multiple=True, type=click.Choice(list(_REASONS)), help="A reason to change it; repeatable.")
@click.option("--changed", is_flag=True, help="You have changed it, to one used only here.")
@pass_context
def say_habit(context: Context, /, account: str, reason: tuple[str, ...], changed: bool, **said: Any) -> None:
    """Say how the password of ACCOUNT is looked after. Its age is never a reason to change it."""
    one = one_of(person.accounts(context.vault), account)
    answers: dict[str, Any] = {name: _ANSWERS[name][said[name]] for name in _ANSWERS if said[name]}
    if said["sessions"]:
        answers["sessions_on"] = said["sessions"].date()
    known = habits.habit(context.vault, one.id)
    if reason:
        answers["reasons"] = (*known.reasons, *(_REASONS[word] for word in reason))
    if answers:
        known = habits.say(context.vault, one.id, **answers).value
    if changed:
        known = habits.changed(context.vault, one.id).value
    context.output.data(_data(one, known))
    for point in habits.points(known):
        context.output.say(f"{point.do.label}. {point.why}")
    if habits.all_well(known):
        context.output.say(_("All is well here."))


def _data(account: Account, one: Habit) -> dict[str, Any]:
    points = [{"do": point.do, "words": point.do.label, "why": point.why} for point in habits.points(one)]
    return {"account_id": account.id, "network": account.network, **shape(one, _NAMES), "points": points}
