"""Profile pictures: the same one on several accounts, and profiles that show it and are somebody else's."""

from __future__ import annotations

from pathlib import Path

import click

from footprint import person, search
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, one_of, pass_context
from footprint.cli.files import read_file
from footprint.cli.output import short
from footprint.cli.progress import stoppable
from footprint.cli.shapes import SENDING, shape
from footprint.i18n import _, ngettext
from footprint.search import likeness
from footprint.search.likeness import Answer, Group, Meeting, Plan, Portrait, Standing

_ANSWERS = {"mine": Answer.MINE, "not-mine": Answer.NOT_MINE, "none": Answer.UNSAID}


@click.group("picture")
def picture_group() -> None:
    """Your profile pictures: where the same one stands, and who else shows it."""


@picture_group.command("add")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--account", "accounts", multiple=True, metavar="ACCOUNT", help="It stands on this account; repeatable.")
@click.option("--finding", metavar="FINDING", help="It is the picture of this result, and not one of yours.")
@pass_context
def add(context: Context, file: Path, accounts: tuple[str, ...], finding: str | None) -> None:
    """Keep the look of a picture in FILE. Its name, and what the camera wrote in it, are not kept."""
    if finding is not None and accounts:
        raise click.UsageError(_("Give either --account or --finding."))
    known = person.accounts(context.vault)
    ids = [one_of(known, one).id for one in accounts]
    content = read_file(file)
    with stoppable(context.output) as task:
        if finding is not None:
            found = one_of(search.findings(context.vault), finding)
            kept = likeness.add_found(context.vault, found.id, content, task).value
        else:
            kept = likeness.add_mine(context.vault, content, ids, task).value
    context.output.data(_picture(kept))
    context.output.say(_("Kept: picture {id}. {what}.").format(id=short(kept.id), what=kept.nature.label))


@picture_group.command("list")
@pass_context
def list_pictures(context: Context) -> None:
    """List the pictures that are kept, and where each stands."""
    known = likeness.pictures(context.vault)
    standing = likeness.look(context.vault, context.bench.checklists)
    places = {one.account.id: one.words for one in standing.places}
    titles = {one.id: one.title or one.address for one in search.findings(context.vault)} if known else {}
    context.output.data([_picture(one) for one in known])
    context.output.table(
        [_("Id"), _("What"), _("Whose"), _("Where")],
        [
            (
                short(one.id),
                one.nature.label,
                one.answer.label if one.finding_id else _("Yours"),
                ", ".join(places[each] for each in one.accounts if each in places) or titles.get(one.finding_id, ""),
            )
            for one in known
        ],
    )
    if not known:
        context.output.say(_("No picture yet."))


@picture_group.command("compare")
@pass_context
def compare(context: Context) -> None:
    """Say where the same picture stands, and which profiles show yours. Exit code 1 when something was found."""
    standing = likeness.look(context.vault, context.bench.checklists)
    context.output.data(_standing(standing))
    _say(context, standing)
    leave(FOUND_PROBLEMS if standing.groups or standing.to_ask or standing.impostors else 0)


@picture_group.command("remove")
@click.argument("pictures", nargs=-1, required=True, metavar="PICTURE...")
@pass_context
def remove(context: Context, pictures: tuple[str, ...]) -> None:
    """Take pictures out, by the start of their ids."""
    known = likeness.pictures(context.vault)
    ids = [one_of(known, one).id for one in pictures]
    count = likeness.remove(context.vault, dict.fromkeys(ids)).value
    context.output.data({"removed": count})
    context.output.say(ngettext("{n} picture taken out.", "{n} pictures taken out.", count).format(n=count))


@picture_group.command("answer")
@click.argument("finding")
@click.argument("said", type=click.Choice(list(_ANSWERS)))
@pass_context
def answer(context: Context, finding: str, said: str) -> None:
    """Say whether the profile behind FINDING is yours. `mine` makes an account of it, `not-mine` says what to do."""
    vault, library = context.vault, context.bench.checklists
    meetings = {one.found.finding.id: one for one in likeness.look(vault, library).meetings if one.portrait is not None}
    meeting = meetings[one_of([one.found.finding for one in meetings.values()], finding).id]
    account = route = None
    if _ANSWERS[said] is Answer.MINE:
        account = likeness.mine(vault, meeting).value
    elif _ANSWERS[said] is Answer.NOT_MINE:
        likeness.not_mine(vault, meeting)
        route = likeness.route(library, meeting.found, person.profile(vault))
    else:
        likeness.unsaid(vault, meeting)
    context.output.data(
        {
            "finding_id": meeting.found.finding.id,
            "answer": _ANSWERS[said],
            "account_id": account.id if account is not None else "",
            "route": None if route is None else shape(route, "network_name link source verified certain words")
            | {"steps": [shape(one, "title lines note") for one in route.steps]},
        }
    )  # fmt: skip
    context.output.say(_("Kept: {what}").format(what=_ANSWERS[said].label))
    for step in () if route is None else route.steps:
        context.output.say(f"\n{step.title}")
        for line in (*step.lines, *([step.note] if step.note else [])):
            context.output.say(f"  {line.replace('**', '')}")
    if route is not None and route.link:
        context.output.say(f"\n{route.link}")


@picture_group.command("fetch")
@click.option("--send", is_flag=True, help="Send it. Without this, only what would be asked is shown.")
@click.option("--only", type=int, multiple=True, metavar="N", help="Fetch only line N; may be repeated.")
@pass_context
def fetch(context: Context, send: bool, only: tuple[int, ...]) -> None:
    """Fetch the pictures of profiles with your name whose pages were read. Exit code 1 when one did not come."""
    meetings = likeness.look(context.vault, context.bench.checklists).meetings
    plan = likeness.plan(one.found for one in meetings if one.portrait is None)
    unknown = set(only) - {line.number for line in plan.lines}
    if unknown:
        raise click.UsageError(_("The plan has no line {n}.").format(n=min(unknown)))
    plan = plan.only(only) if only else plan
    if not send:
        context.output.data({"sent": False, "plan": _plan(plan), "pictures": [], "failures": []})
        _say_plan(context, plan)
        context.output.say(_("Nothing was sent. To send this, add --send."))
        return
    with stoppable(context.output) as task:
        done = likeness.run(context.vault, context.bench.web, plan, task).value
    failures = [{"finding_id": one.found.finding.id, "why": one.why} for one in done.failures]
    came = [_picture(one) for one in done.pictures]
    context.output.data({"sent": True, "plan": _plan(plan), "pictures": came, "failures": failures})
    words = ngettext("{n} picture came.", "{n} pictures came.", len(came)).format(n=len(came))
    context.output.say(words)
    context.output.table([_("Did not come"), _("Why")], [(one.found.finding.address, one.why) for one in done.failures])
    leave(FOUND_PROBLEMS if done.failures or done.stopped else 0)


# -- what is shown -----------------------------------------------------------------------------------


def _picture(one: Portrait) -> dict[str, object]:
    return shape(one, "id finding_id added_at nature answer accounts", mine=one.mine)


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "groups": [_group(one) for one in standing.groups],
        "profiles": [_meeting(one) for one in standing.meetings],
    }


def _group(one: Group) -> dict[str, object]:
    return {
        "likeness": one.likeness,
        "pictures": [each.id for each in one.pictures],
        "accounts": [place.account.id for place in one.places],
        "checks": [f"{place.account.network}:{place.check}" for place in one.places if place.check],
        "crosses": one.crosses,
        "sentence": one.sentence,
        "why": one.why,
        "guidance": likeness.GUIDANCE,
    }


def _meeting(one: Meeting) -> dict[str, object]:
    return {
        "finding_id": one.found.finding.id,
        "address": one.found.finding.address,
        "network": one.found.network,
        "named": one.found.named,
        "likeness": one.likeness if one.portrait is not None else None,
        "answer": one.answer,
        "asks": one.asks,
        "sentence": one.sentence,
    }


def _plan(plan: Plan) -> dict[str, object]:
    lines = [
        {
            "number": line.number,
            "on": line.on,
            "finding_id": line.found.finding.id,
            "sendings": [shape(one, SENDING) for one in line.sendings],
        }
        for line in plan.lines
    ]
    return {"lines": lines, "by_hand": [one.finding.id for one in plan.by_hand]}


def _say(context: Context, standing: Standing) -> None:
    out = context.output
    for group in standing.groups:
        out.say(group.sentence)
        out.say(group.why)
        out.say(_("Use another picture on each account you want to keep apart."))
    shown = [one for one in standing.meetings if one.portrait is not None]
    out.table(
        [_("Result"), _("Profile"), _("What is seen"), _("Said")],
        [
            (
                short(one.found.finding.id),
                one.found.finding.address,
                one.sentence,
                one.answer.label if one.answer else "",
            )
            for one in shown
        ],
    )
    asks = len(standing.to_ask)
    if asks:
        words = ngettext("{n} profile shows your picture.", "{n} profiles show your picture.", asks).format(n=asks)
        out.say(words + " " + _("Say if it is yours: footprint search picture answer FINDING mine|not-mine"))
    if not standing.groups and not asks and not standing.impostors:
        out.say(
            _("None of these pictures is on 2 of your accounts, as far as you said.")
            if standing.mine
            else _("No picture yet.")
        )


def _say_plan(context: Context, plan: Plan) -> None:
    out = context.output
    out.table(
        [_("Line"), _("On"), _("To"), _("The exact request"), _("Profile")],
        [
            (line.number, _("yes") if line.on else _("no"), one.host, one.url, line.found.title)
            for line in plan.lines
            for one in line.sendings
        ],
    )
    for one in plan.by_hand:
        out.say(_("By hand: {address}").format(address=one.finding.address))
    if not plan.lines:
        out.say(_("There is no picture to fetch."))
