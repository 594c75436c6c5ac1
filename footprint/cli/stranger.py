"""Looking at oneself as a stranger: what to open, what to look for, and what the last look found."""

from __future__ import annotations

from typing import Any

import click

from footprint import person
from footprint.checklists import NetworkFile, stranger
from footprint.checklists.stranger import Comparison, Look, Seen
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.shapes import ADDRESS, MARK, STRANGER_LOOK, shape
from footprint.dates import day_in_words, local_day
from footprint.i18n import N_, _
from footprint.person import Account

_SEEN = {
    Seen.SEEN: N_("can be seen"),
    Seen.NOT_SEEN: N_("cannot be seen"),
    Seen.NOT_LOOKED: N_("not looked at"),
}
_NEVER = N_("never looked")


@click.command("stranger")
@click.argument("network")
@click.option("--account", "account_id", default="", help="The id of the account, where you have several there.")
@pass_context
def stranger_command(context: Context, network: str, account_id: str) -> None:
    """Show what to open on NETWORK logged out, what to look for, and what a stranger could learn.

    Open the addresses in a private window. Ticking what you see is done in the app.
    """
    file = context.bench.checklists.network(network)
    account = _account(context, file.id, account_id)
    mine = [one for one in stranger.looks(context.vault, file.id) if one.account_id == (account.id if account else "")]
    last = next((one for one in mine if one.finished), None)
    begun = mine[0] if mine and not mine[0].finished else None
    before = stranger.before(mine, last) if last else None
    told = stranger.compare(before, last) if last and before else None
    context.output.data(_document(file, account, last, begun, before, told))
    if not context.output.as_json:
        _say_what_to_open(context, file, account)
        _say_what_was_seen(context, file, last, before)
        _say_in_words(context, last, begun, before, told)


def _account(context: Context, network: str, account_id: str) -> Account | None:
    mine = [one for one in person.accounts(context.vault, include_closed=False) if one.network == network]
    return one_of(mine, account_id) if account_id else next(iter(mine), None)


def _say_what_to_open(context: Context, file: NetworkFile, account: Account | None) -> None:
    found = stranger.openings(file, account)
    missing = _("add your username to open this: footprint account add {network} --handle NAME").format(network=file.id)
    context.output.table(
        [_("Open in a private window"), _("Address")], [(one.label, one.link or missing) for one in found]
    )
    if not found:
        context.output.say(_("{name} has no address to open.").format(name=file.name))


def _say_what_was_seen(context: Context, file: NetworkFile, last: Look | None, before: Look | None) -> None:
    context.output.say("")
    signs = stranger.signs(file) if last is None else tuple(last.marks)
    context.output.table(
        [_("Look for"), _("Last look"), _("The look before"), _("Your note")],
        [
            (
                stranger.label(sign),
                _(_SEEN[last.seen_of(sign)]) if last else _(_NEVER),
                _(_SEEN[before.seen_of(sign)]) if before else _(_NEVER),
                last.marks[sign].note if last else "",
            )
            for sign in signs
        ],
    )


def _say_in_words(
    context: Context, last: Look | None, begun: Look | None, before: Look | None, told: Comparison | None
) -> None:
    out = context.output
    out.say("")
    if last is not None:
        out.say(_("Looked on {day}: {count}.").format(day=_day(last), count=stranger.counted(last)))
        out.say(stranger.learned_in_words(last))
        if last.not_looked:
            out.say(stranger.not_looked_in_words(last))
    else:
        out.say(_("You have not finished a look here yet."))
    if before is not None and told is not None:
        out.say(_("Since {day}:").format(day=_day(before)))
        for words in stranger.compared_in_words(told):
            out.say(f"  {words}")
    if begun is not None:
        out.say(
            _("A look begun on {day} is not finished: {count}.").format(day=_day(begun), count=stranger.counted(begun))
        )


def _day(look: Look) -> str:
    return day_in_words(local_day(look.at))


def _document(
    file: NetworkFile,
    account: Account | None,
    last: Look | None,
    begun: Look | None,
    before: Look | None,
    told: Comparison | None,
) -> dict[str, Any]:
    return {
        "network": file.id,
        "name": file.name,
        "account": account.id if account else None,
        "open": [shape(one, ADDRESS) for one in stranger.openings(file, account)],
        "look_for": [
            {"sign": sign, "label": stranger.label(sign), "hint": stranger.hint(sign)} for sign in stranger.signs(file)
        ],
        "last": _look(last),
        "begun": _look(begun),
        "before": _look(before),
        "changes": None if told is None else {name: list(getattr(told, name)) for name in told.__dataclass_fields__},
    }


def _look(look: Look | None) -> dict[str, Any] | None:
    if look is None:
        return None
    marks = [{"sign": sign, **shape(mark, MARK)} for sign, mark in look.marks.items()]
    return shape(look, STRANGER_LOOK, marks=marks, seen=len(look.seen), looked=look.looked, total=len(look.marks))
