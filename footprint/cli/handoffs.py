"""Looking in one's own browser from the command line: what to open next, pages brought back, bookmarks, a picture."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footprint import search
from footprint.cli.added import say_added
from footprint.cli.context import Context, leave, pass_context
from footprint.cli.files import put_file, read_file
from footprint.cli.persons import dashed
from footprint.cli.shapes import shape
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.search import ENGINES, PICTURE_ENGINES, HandOff, rounds
from footprint.search.bookmarks import Suggestion, add_bookmarks, read_bookmark_file, suggest
from footprint.search.pages.folders import pages_in
from footprint.search.picture_notes import picture_notes, without_notes
from footprint.search.rounds import Round, Step

_LONGEST = 2_000_000
_ENGINE = click.Choice([one.name for one in ENGINES])


@click.command("next")
@click.option("--engine", type=_ENGINE, default="google", show_default=True, help="The site to go on with.")
@click.option("--opened", is_flag=True, help="You open it now: remember that.")
@click.option("--again", is_flag=True, help="Begin anew. What you saw before stays kept.")
@click.option("--all", "every", is_flag=True, help="List every search of the round with how far it has come.")
@pass_context
def following(context: Context, engine: str, opened: bool, again: bool, every: bool) -> None:
    """Say which search to open next in your own browser, and how far you have come. Nothing is sent."""
    if again:
        rounds.start_again(context.vault)
    found = rounds.current(context.vault)
    step = found.next(engine)
    if opened and step is not None:
        rounds.mark_opened(context.vault, step.hand_off)
    context.output.data(
        {
            "next": None if step is None else _step(step),
            "progress": [_progress(found, one.name) for one in ENGINES],
            "steps": [_step(one) for one in found.of("" if every else engine)] if every else [],
        }
    )
    _say_next(context, found, engine, step, every)


@click.command("paste")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--html", "with_links", is_flag=True, help="It is the page with its links, not its text.")
@click.option("--engine", type=_ENGINE, help="The site it was copied from, with --words.")
@click.option("--words", default="", help="The words that were searched for there.")
@pass_context
def paste(context: Context, file: Path, with_links: bool, engine: str | None, words: str) -> None:
    """Bring back a page of results you copied (Ctrl+A, Ctrl+C): from FILE, or from standard input.

    The page says itself how the search ended. Addresses, one to a line, are taken too.
    """
    asked = _asked(engine, words)
    text = sys.stdin.read(_LONGEST) if str(file) == "-" else read_file(file)[:_LONGEST].decode("utf-8", "replace")
    if with_links:
        say_added(context, search.add_saved_page(context.vault, text.encode("utf-8", "replace"), asked=asked).value)
    else:
        say_added(context, search.add_pasted(context.vault, text, asked=asked).value)


@click.command("add-page")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--engine", type=_ENGINE, help="The site it is from, with --words; most pages say it themselves.")
@click.option("--words", default="", help="The words that were searched for there.")
@pass_context
def add_page(context: Context, file: Path, engine: str | None, words: str) -> None:
    """Add the results in a page you saved from your browser: HTML, one file with everything, or a folder of pages."""
    asked = _asked(engine, words)
    pages = _pages_of(file)
    if len(pages) == 1:
        say_added(context, search.add_saved_page(context.vault, read_file(pages[0]), asked=asked).value)
        return
    every = []
    for page in pages:
        try:
            every.append(search.add_saved_page(context.vault, read_file(page), asked=asked).value)
        except search.BadPage as problem:
            context.output.aside(f"{page.name}: {problem}")
    if not every:
        raise FootprintError(_("None of the pages in {file} could be read.").format(file=file.name))
    say_added(context, *every)


@click.command("bookmarks")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--folder", multiple=True, metavar="NAME", help="Only lines in this folder; may be repeated.")
@click.option("--find", default="", metavar="WORD", help="Only lines with this word.")
@click.option("--all", "every", is_flag=True, help="Every line, not only those that look as if they are about you.")
@click.option("--only", type=int, multiple=True, metavar="N", help="Only line N of the file; may be repeated.")
@click.option("--add", is_flag=True, help="Keep the lines that are listed. Without this, nothing is kept.")
@pass_context
def bookmarks(
    context: Context,
    file: Path,
    folder: tuple[str, ...],
    find: str,
    every: bool,
    only: tuple[int, ...],
    add: bool,
) -> None:
    """Look through a file of bookmarks for pages about you, and keep those you choose."""
    found = read_bookmark_file(read_file(file))
    lines = list(enumerate(suggest(context.vault, found), 1))
    chosen = [(n, one) for n, one in lines if _is_wanted(n, one, folder, find, every, only)]
    if add:
        if not chosen:
            raise click.UsageError(_("No line was chosen, so nothing was kept."))
        say_added(context, add_bookmarks(context.vault, [one.bookmark for _n, one in chosen]).value)
        return
    out = context.output
    out.data(
        {
            "lines": [
                shape(one.bookmark, "address title folder added", number=n, about_me=one.about_me, why=one.why)
                for n, one in chosen
            ],
            "read": len(lines),
            "left_out": found.left_out,
        }
    )
    out.table(
        [_("Line"), _("Title"), _("Address"), _("Folder"), _("Why")],
        [(n, one.bookmark.title, one.bookmark.address, one.bookmark.place, one.why) for n, one in chosen],
    )
    read = ngettext("{n} line read, {m} listed.", "{n} lines read, {m} listed.", len(lines))
    out.say(read.format(n=len(lines), m=len(chosen)))
    out.say(_("Nothing was kept. To keep the lines that are listed, add --add."))


@click.command("by-picture")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--copy", type=click.Path(path_type=Path), help="Write a copy without hidden details to this file.")
@pass_context
def by_picture(context: Context, file: Path, copy: Path | None) -> None:
    """Say how to look for a picture of yours in your own browser, and what leaves when you do. Nothing is sent."""
    content = read_file(file)
    notes = picture_notes(content)
    if copy is not None:
        put_file(copy, without_notes(content))
    name = file.name if copy is None else copy.name
    offers = [(one, search.picture_hand_off(one, name)) for one in PICTURE_ENGINES]
    out = context.output
    out.data(
        {
            "picture": {"name": name, "tells": [] if copy is not None else list(notes.tells)},
            "sites": [
                {
                    "engine": engine.name, "label": _(engine.label), "url": offer.url, "keeps": engine.keeps,
                    "finds": _(engine.finds), "steps": [_(one).replace("**", "") for one in engine.steps],
                }
                for engine, offer in offers
            ],
        }
    )  # fmt: skip
    if notes.tells and copy is None:
        out.say(_("This file also tells: {what}.").format(what=", ".join(notes.tells)))
        out.say(_("To look with a copy that does not, add --copy FILE."))
    for engine, offer in offers:
        out.say("")
        out.say(f"{_(engine.label)}: {offer.url}")
        out.say(_("The picture itself goes to {host}. {keeps}").format(host=engine.host, keeps=engine.keeps))
        for at, words in enumerate(engine.steps, 1):
            out.say(f"  {at}. {_(words).replace('**', '')}")
    out.say("")
    out.say(_("Then say what you saw: footprint search looked SITE {name} --saw photo").format(name=name))


# -- parts ---------------------------------------------------------------------------------------------


def _asked(engine: str | None, words: str) -> HandOff | None:
    """The search a page is from, where the person says it."""
    if engine is None and not words:
        return None
    if engine is None or not words.strip():
        raise click.UsageError(_("Give --engine and --words together."))
    found = next(one for one in ENGINES if one.name == engine)
    return HandOff(found, words.strip(), found.url(words.strip()), (), "", _(found.advice))


def _pages_of(file: Path) -> tuple[Path, ...]:
    found = pages_in(file)
    if not found:
        raise FootprintError(_("There is no saved page in the folder {file}.").format(file=file.name))
    return found


def _is_wanted(
    n: int, one: Suggestion, folders: tuple[str, ...], find: str, every: bool, only: tuple[int, ...]
) -> bool:
    line = one.bookmark
    if only:
        return n in only
    if folders and not any(name.casefold() in (part.casefold() for part in line.folder) for name in folders):
        return False
    if find and find.casefold() not in f"{line.title} {line.address}".casefold():
        return False
    return every or bool(folders) or bool(find) or one.about_me


def _step(one: Step) -> dict[str, object]:
    offer = one.hand_off
    more = {"engine": offer.engine.name, "state": dashed(one.state.value), "at": one.at, "outcome": one.outcome}
    return shape(offer, "words url why advice") | more


def _progress(found: Round, engine: str) -> dict[str, object]:
    at = found.progress(engine)
    return {"engine": engine, "done": at.done, "total": at.total, "turned_away": at.turned_away}


def _say_next(context: Context, found: Round, engine: str, step: Step | None, every: bool) -> None:
    out = context.output
    if every:
        out.table(
            [_("Where"), _("The exact words"), _("State"), _("When")],
            [(_(one.hand_off.engine.label), one.hand_off.words, one.state, one.at or "") for one in found.steps],
        )
    else:
        every_site = [found.progress(one.name) for one in ENGINES]
        out.table(
            [_("Where"), _("Looked at"), _("Of"), _("Turned away")],
            [(_(one.engine.label), one.done, one.total, one.turned_away) for one in every_site],
        )
    if step is None:
        out.say(_("Every search of this site was looked at. Choose another with --engine."))
        leave(0)
    else:
        out.say(_("Next: {words}").format(words=step.hand_off.words))
        out.say(step.hand_off.url)
        out.say(step.hand_off.advice)
