"""`footprint summary` and `footprint take`: what the person chooses to share, and their own list for the talk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.files import put_file
from footprint.cli.output import short
from footprint.dates import local_day
from footprint.errors import FootprintError
from footprint.i18n import _

if TYPE_CHECKING:
    from footprint.supervision.summary import Choice, Summary
    from footprint.supervision.take import TakeLine

_LEVELS = ("did-it", "short")
_PARTS = ("date", "areas", "checks", "last", "next", "networks")


@click.group("summary", invoke_without_command=True)
@click.option("--choose", "chosen", multiple=True, type=click.Choice([*_LEVELS, *_PARTS]),
              help="How much, or a line of it. Give it again for each further line.")  # fmt: skip
@click.option("--network", "networks", multiple=True, help="A network to name, such as facebook.")
@click.option("--again", type=click.Choice(["3", "6", "12"]), default="6", show_default=True,
              help="In how many months you plan to check again.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="A file: .docx, .html or .txt.")
@click.pass_context
def summary_group(
    click_context: click.Context, chosen: tuple[str, ...], networks: tuple[str, ...], again: str, out: Path | None
) -> None:
    """Show exactly what a summary for supervision says; with --out, save it. A PDF is made in the app.

    Without --choose it says that you did the check, and no more. It never holds results, names or your own words.
    """
    if click_context.invoked_subcommand is not None:
        return
    from footprint.supervision import summary

    context: Context = click_context.find_object(Context)  # type: ignore[assignment]  # the root command made it
    choice = _choice(chosen, networks, int(again))
    made = summary.make(summary.offer(context.vault, context.bench.checklists), choice, context.today)
    if out is not None:
        _save(context, made, out)
    context.output.data(_shape(made, file=out))
    context.output.text(summary.summary_text(made))


@summary_group.command("given")
@pass_context
def given(context: Context) -> None:
    """List every copy you made of a summary, with what it says."""
    from footprint.supervision import copies, summary

    found = copies.copies(context.vault)
    context.output.data([_shape(one.summary, id=one.id, made_at=one.made_at, form=one.form) for one in found])
    for one in found:
        context.output.say(f"{short(one.id)}  {local_day(one.made_at)}  {one.form.label}")
        context.output.text("".join(f"    {line.name}: {line.words}\n" for line in summary.lines(one.summary)))
    if not found:
        context.output.say(_("You have made no copies."))


@summary_group.command("forget")
@click.argument("copy")
@pass_context
def forget(context: Context, copy: str) -> None:
    """Take COPY off the list of what you gave. The file itself stays where it is."""
    from footprint.supervision import copies

    gone = copies.forget(context.vault, one_of(copies.copies(context.vault), copy).id).value
    context.output.data({"forgotten": gone.id})
    context.output.say(_("Taken off the list."))


def _choice(chosen: tuple[str, ...], networks: tuple[str, ...], again: int) -> Choice:
    from footprint.supervision.summary import Again, Choice, Level, Network, Part

    known = {one.value: one for one in Network}
    if unknown := [one for one in networks if one not in known]:
        said = _("{name} cannot be named in a summary. There are: {known}.")
        raise FootprintError(said.format(name=unknown[0], known=", ".join(known)))
    level = next((Level(one) for one in chosen if one in _LEVELS), Level.CHOOSE if chosen else Level.DID_IT)
    if level is not Level.CHOOSE and len(set(chosen)) > 1:
        raise click.UsageError(_("Choose “did-it”, or “short”, or single lines."))
    parts = frozenset(Part(one) for one in chosen if one in _PARTS)
    return Choice(level, parts, frozenset(known[one] for one in networks), Again(again))


def _save(context: Context, made: Summary, out: Path) -> None:
    from footprint.supervision import copies, summary

    forms = {".docx": copies.Form.WORD, ".html": copies.Form.HTML, ".txt": copies.Form.TEXT}
    form = forms.get(out.suffix.lower())
    if out.suffix.lower() == ".pdf":
        raise click.UsageError(_("Only the windows make a PDF. Save it as .html and print it."))
    if form is None:
        raise click.UsageError(_("The name of the file must end in {endings}.").format(endings=", ".join(forms)))
    if form is copies.Form.WORD:
        content = summary.summary_word(made)
    else:
        text = summary.summary_html(made) if form is copies.Form.HTML else summary.summary_text(made)
        content = text.encode()
    put_file(out, content)
    copies.made(context.vault, made, form, out.name)


def _shape(one: Summary, **more: Any) -> dict[str, Any]:
    from footprint.supervision import summary

    return {
        **more,
        "made_on": one.made_on,
        "areas": [area.name.lower() for area in summary.Area if area in one.areas],
        "checks_at_least": one.finished.tens * 10 if one.finished else None,
        "last": _month(one.last),
        "next": _month(one.next),
        "networks": [each for each in summary.Network if each in one.networks],
        "text": summary.summary_text(one),
    }


def _month(one: Any) -> str | None:
    return f"{one.year}-{one.month:02}" if one else None


@click.group("take")
def take_group() -> None:
    """Your own list to take to supervision. It is in your own words, and never part of a summary."""


@take_group.command("list")
@pass_context
def list_command(context: Context) -> None:
    """Show the list in your order."""
    from footprint.supervision import take

    found = take.lines(context.vault)
    context.output.data([_line(one) for one in found])
    context.output.table(
        [_("Id"), _("To talk about"), _("Talked about on")],
        [(short(one.id), one.words, one.talked_on or "") for one in found],
    )
    if not found:
        context.output.say(_("Your list is empty."))


@take_group.command("add")
@click.argument("words")
@pass_context
def add(context: Context, words: str) -> None:
    """Put WORDS at the end of the list."""
    from footprint.supervision import take

    _answer(context, take.add(context.vault, words).value)


@take_group.command("change")
@click.argument("line")
@click.argument("words")
@pass_context
def change(context: Context, line: str, words: str) -> None:
    """Give LINE other WORDS."""
    from footprint.supervision import take

    _answer(context, take.change(context.vault, _find(context, line), words).value)


@take_group.command("move")
@click.argument("line")
@click.argument("by", type=int)
@pass_context
def move(context: Context, line: str, by: int) -> None:
    """Move LINE by so many places: 1 is down, -- -1 is up."""
    from footprint.supervision import take

    _answer(context, take.move(context.vault, _find(context, line), by).value)


@take_group.command("talked")
@click.argument("line")
@click.option("--not-yet", is_flag=True, help="Take the tick away again.")
@pass_context
def talked(context: Context, line: str, not_yet: bool) -> None:
    """Tick LINE as talked about today."""
    from footprint.supervision import take

    _answer(context, take.talked(context.vault, _find(context, line), not not_yet).value)


@take_group.command("clear")
@click.option("--line", default="", help="Only this line.")
@click.option("--talked", "only_talked", is_flag=True, help="Only what was talked about.")
@pass_context
def clear(context: Context, line: str, only_talked: bool) -> None:
    """Empty the list after the talk, or take out a part of it."""
    from footprint.supervision import take

    if line:
        take.remove(context.vault, _find(context, line))
        gone = 1
    else:
        gone = take.clear(context.vault, only_talked=only_talked).value
    context.output.data({"removed": gone})
    context.output.say(_("Taken off the list: {n}").format(n=gone))


@take_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def export(context: Context, file: Path) -> None:
    """Write the list to FILE: .docx, .html or .txt. It holds your own words: whoever has the file can read them."""
    from footprint import web
    from footprint.supervision import own_pages, take

    paper = take.take_paper(take.lines(context.vault), context.today)
    put_file(file, own_pages.content(paper, file.suffix.lower()))
    web.note_made(context.vault, _("Your list for supervision"), (file.name,))
    context.output.data({"file": file})
    context.output.say(_("Saved {name}. It holds your own words.").format(name=file.name))


def _find(context: Context, start: str) -> str:
    from footprint.supervision import take

    return one_of(take.lines(context.vault), start).id


def _line(one: TakeLine) -> dict[str, Any]:
    return {"id": one.id, "words": one.words, "talked_on": one.talked_on}


def _answer(context: Context, one: TakeLine) -> None:
    context.output.data(_line(one))
    context.output.say(_("Noted ({id}).").format(id=short(one.id)))
