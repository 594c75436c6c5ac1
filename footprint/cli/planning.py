"""Plans: suggest the check to a team, read one that was given, and take on all, part or none of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from footprint import checklists
from footprint.checklists import FolderLibrary
from footprint.cli.checks import DAY
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.files import put_file
from footprint.cli.output import short
from footprint.cli.shapes import PLAN, PLAN_PART, shape
from footprint.dates import local_day, utc_now
from footprint.i18n import _
from footprint.reminders import Unit, read_every
from footprint.supervision import plans
from footprint.supervision.plans import PROMISE, BadPlan, Choice, Offer, Opened, Part, Plan, PlanPage, Standing
from footprint.supervision.prompts import prompts

_USUAL = 6


@click.group("plan")
def plan_group() -> None:
    """What somebody suggests to a team, and what you take on of it. Nothing is ever sent back."""


@plan_group.command("make")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--network", "networks", multiple=True, help="A network by its name in “checklists list”, or any other.")
@click.option("--usual", is_flag=True, help="The 6 networks most people use.")
@click.option("--search/--no-search", default=True, help="The search for one's own name as well.", show_default=True)
@click.option("--by", type=DAY, help="The day, such as 2026-12-12.")
@click.option("--every", default="", help="How often after that, such as “6 months”.")
@click.option("--from", "sender", default="", help="Who it is from: a name or a team, in your own words.")
@click.option("--note", default="", help="A kind note.")
@click.option(
    "--question", "questions", multiple=True, help="A question for the talk, by its name in “plan questions”."
)
@click.option("--page", type=click.Path(path_type=Path, dir_okay=False), help="Save the page: .pdf, .html or .txt.")
@click.option("--invitation", type=click.Path(path_type=Path, dir_okay=False), help="Save words for an e-mail.")
@pass_context
def make_plan(
    context: Context, file: Path, networks: tuple[str, ...], usual: bool, search: bool, by: datetime | None, every: str,
    sender: str, note: str, questions: tuple[str, ...], page: Path | None, invitation: Path | None,
) -> None:  # fmt: skip
    """Make a plan and save it as FILE. It needs no notes of your own, and keeps nothing but what you save."""
    library, today = _library(context), local_day(utc_now())
    chosen = (*networks, *(_most_used(library) if usual else ()))
    plan = plans.checked(
        Plan(
            chosen, today, search, by.date() if by else None, _months(every), sender, note, _known_questions(questions)
        )
    )
    for worry in plans.worries(note):
        context.output.aside(plans.to_writer(worry))
    put_file(file, plans.file_of(plan), for_others=True)
    paper = plans.plan_page(plan, library)
    if page is not None:
        _save_page(context, paper, page)
    if invitation is not None:
        put_file(invitation, plans.invitation(plan, library).encode(), for_others=True)
    saved = [str(one) for one in (file, page, invitation) if one is not None]
    context.output.data(shape(plan, PLAN, promise=_(PROMISE), saved=saved))
    context.output.text(plans.text(paper))


def _save_page(context: Context, page: PlanPage, path: Path) -> None:
    ending = path.suffix.lower()
    if ending in (".html", ".htm"):
        put_file(path, plans.html(page).encode(), for_others=True)
    elif ending == ".pdf":
        if context.windows is None:
            raise click.UsageError(_("Only the windows make a PDF. Save the page as .html and print it."))
        context.windows.save_plan_page(page, path)
    else:
        put_file(path, plans.text(page).encode(), for_others=True)


@plan_group.command("questions")
@pass_context
def list_questions(context: Context) -> None:
    """List the questions for a talk, for both sides, with the guidance each of them serves."""
    found = prompts()
    context.output.data([shape(one, "id side text guidance") for one in found])
    context.output.table(
        [_("Name"), _("Who asks"), _("Question"), _("Guidance")],
        [(one.id, one.side.label, one.text, " ".join(one.guidance)) for one in found],
    )


@plan_group.command("read")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--mine", is_flag=True, help="Say what of it fits what you do already.")
@click.option("--take-all", is_flag=True, help="Take on all of it.")
@click.option("--take", "networks", multiple=True, help="Take on this network of it.")
@click.option("--take-search", is_flag=True, help="Take on the search for your name.")
@click.option("--take-day", is_flag=True, help="Take on its day: a reminder on it.")
@click.option("--take-rhythm", is_flag=True, help="Take on how often.")
@pass_context
def read_plan(
    context: Context, file: Path, mine: bool, take_all: bool, networks: tuple[str, ...], take_search: bool,
    take_day: bool, take_rhythm: bool,
) -> None:  # fmt: skip
    """Say what the plan FILE asks and who it says it is from. Nothing is sent back, and nothing changes by itself."""
    wanted = Choice(networks, take_search, take_day, take_rhythm)
    if not (mine or take_all or wanted != Choice()):
        opened = plans.open_file(file, _library(context), local_day(utc_now()))
        _say_plan(context, opened, None)
        return
    opened = plans.open_file(file, context.bench.checklists, context.today)
    offer = plans.offer(context.vault, context.bench.checklists, opened, context.today)
    if take_all:
        wanted = offer.everything
    if unknown := [one for one in wanted.networks if one not in opened.plan.networks]:
        raise BadPlan(_("This is not in the plan: {names}.").format(names=", ".join(unknown)))
    taken = ""
    if wanted != Choice():
        taken = plans.take(context.vault, context.bench.checklists, opened, wanted, context.today).value.id
        offer = plans.offer(context.vault, context.bench.checklists, opened, context.today)
    _say_plan(context, opened, offer, taken)


@plan_group.command("list")
@pass_context
def list_plans(context: Context) -> None:
    """Say how far you are with each plan you took on. Only you can see this."""
    found = plans.standings(context.vault, context.bench.checklists, context.today)
    context.output.data([_standing(one) for one in found])
    context.output.table(
        [_("Plan"), _("From"), _("By"), _("How far")],
        [(short(one.taken.id), one.taken.sender, one.taken.by or "", one.words) for one in found],
    )
    if not found:
        context.output.say(_("You took on no plan."))


@plan_group.command("away")
@click.argument("plan")
@pass_context
def put_away(context: Context, plan: str) -> None:
    """Put a PLAN away, with its reminder. Your accounts, answers and rhythms stay."""
    one = one_of(plans.taken(context.vault), plan)
    plans.drop(context.vault, one.id)
    context.output.data({"id": one.id})
    context.output.say(_("The plan is put away. What you took on stays."))


# -- helpers ---------------------------------------------------------------------------------------------


def _library(context: Context) -> FolderLibrary:
    """The checklists without the notes, so that nobody needs a vault to suggest something."""
    return checklists.load_with_steps(context.folder)


def _most_used(library: FolderLibrary) -> tuple[str, ...]:
    heads = sorted(library.heads(checklists.Kind.NETWORK), key=lambda one: checklists.how_usual(one.id))
    return tuple(one.id for one in heads[:_USUAL])


def _months(every: str) -> int:
    if not every:
        return 0
    found = read_every(every)
    if found.unit is not Unit.MONTH:
        raise BadPlan(_("Checks come round in months. Choose 1 month or more."))
    return found.count


def _known_questions(names: tuple[str, ...]) -> tuple[str, ...]:
    known = {one.id for one in prompts()}
    if unknown := [one for one in names if one not in known]:
        raise BadPlan(_("There is no such question: {names}.").format(names=", ".join(unknown)))
    return names


def _say_plan(context: Context, opened: Opened, offer: Offer | None, taken: str = "") -> None:
    plan, out = opened.plan, context.output
    worries = [words for words in map(plans.to_reader, opened.worries) if words]
    library = context.bench.checklists if offer is not None else _library(context)
    out.data(
        shape(
            plan, PLAN, promise=_(PROMISE), look_out=worries, taken=taken,
            parts=[shape(one, PLAN_PART) for one in offer.parts] if offer is not None else [],
        )
    )  # fmt: skip
    for words in worries:
        out.aside(words)
    out.text(plans.text(plans.plan_page(plan, library)))
    if offer is not None:
        out.say("")
        out.table(
            [_("Network"), _("In your list"), _("Checks done")],
            [(one.name, _("yes") if one.mine else _("no"), _done(one)) for one in offer.parts],
        )
    if taken:
        out.say(_("Taken on. Nothing was sent to anybody."))


def _done(one: Part) -> str:
    return _("{done} of {total}").format(done=one.done, total=one.total)


def _standing(one: Standing) -> dict[str, Any]:
    taken = one.taken
    return {
        **shape(taken, "id sender note made by again search prompts taken_at"),
        "done": one.done,
        "total": one.total,
        "searched": one.searched,
        "parts": [shape(part, PLAN_PART) for part in one.parts],
    }
