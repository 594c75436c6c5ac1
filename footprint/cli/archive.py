"""Copies of accounts: bring them in, look through them, decide, and forget them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from footprint.cli import archive_lenses, archive_people
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.progress import stoppable
from footprint.cli.shapes import shape
from footprint.dates import day_in_words, local_day, medium_day, number
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext

if TYPE_CHECKING:
    from footprint.archives.index.filters import Find
    from footprint.archives.index.finding import Row

_FLAG = "lens rule words start end"
_BAR = 40  # letters of the longest bar


class BadFind(FootprintError):
    """A filter that nothing can be looked for with; says which words there are."""


_FILTERS = (
    click.option("--network", "networks", multiple=True, help="Only from this network; give it again for more."),
    click.option("--kind", "kinds", multiple=True, help="post, comment, photo, reaction …"),
    click.option("--audience", "audiences", multiple=True, help="public, friends, me …"),
    click.option("--year", type=click.IntRange(1970, 2200), help="Only of this year."),
    click.option("--photo/--no-photo", default=None, help="With a photo, or without one."),
    click.option("--place/--no-place", default=None, help="With a place, or without one."),
    click.option("--lens", default="", help="Only what this lens flagged."),
    click.option("--decided", default="", help="delete, keep, limit, later, ask, or nothing."),
    click.option("--gone", is_flag=True, default=None, help="Only what a newer copy does not have any more."),
)


def _with_filters(command: Any) -> Any:
    for option in reversed(_FILTERS):
        command = option(command)
    return click.argument("words", nargs=-1)(command)


@click.group("archive")
def archive_group() -> None:
    """Copies of your accounts: years of posts, read on this computer."""


for _command in (*archive_lenses.COMMANDS, *archive_people.COMMANDS):
    archive_group.add_command(_command)


@archive_group.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--messages", is_flag=True, help="Read messages as well. They hold other people’s words.")
@click.option("--me", default="", help="Your own name in chats, where the copy does not mark it.")
@pass_context
def import_command(context: Context, paths: tuple[Path, ...], messages: bool, me: str) -> None:
    """Bring in a copy: all its parts together. The files are only read.

    Stopped with Ctrl+C it goes on from there the next time. Exit code 1 when something in it could not be read.
    """
    from footprint.archives.bringing import bring_in
    from footprint.archives.opening.batches import Options
    from footprint.archives.report import report_of

    with stoppable(context.output) as task:
        done = bring_in(context.vault, paths, Options(messages=messages, me=me), task, pack=context.bench.pack)
    told, out = report_of(done.course), context.output
    out.data({
        "number": done.number, "again": done.again, "found": told.found, "new": told.new, "changed": told.changed,
        "same": told.same, "gone": done.course.gone, "confirmed": done.course.confirmed, "whole": told.whole,
        "skipped": [_reason(one) for one in told.skipped], "unreadable": [_reason(one) for one in told.unreadable],
    })  # fmt: skip
    if done.again:
        out.say(_("This copy was brought in before. Nothing is new."))
    for sentence in told.sentences:
        out.say(sentence)
    if done.course.gone and not done.again:
        words = ngettext(
            "{n} thing of an earlier copy is not in this one.", "{n} things of earlier copies are not in this one.",
            done.course.gone,
        )  # fmt: skip
        out.say(words.format(n=number(done.course.gone)))
    leave(FOUND_PROBLEMS if told.unreadable else 0)


@archive_group.command("list")
@pass_context
def list_command(context: Context) -> None:
    """List the copies that were brought in, newest first."""
    from footprint.archives.index.imported import imports

    found = imports(context.vault)
    context.output.data([
        {
            "number": one.number, "started_at": one.started_at, "ended_at": one.ended_at, "networks": one.networks,
            "entries": one.course.new + one.course.changed + one.course.same, "paths": one.paths,
        }
        for one in found
    ])  # fmt: skip
    context.output.table(
        (_("Number"), _("Day"), _("Networks"), _("Things"), _("Files")),
        (
            (one.number, medium_day(local_day(one.started_at)), ", ".join(one.networks),
             _("stopped") if one.ended_at is None else number(one.course.new + one.course.changed + one.course.same),
             ", ".join(path.name for path in one.paths))
            for one in found
        ),
    )  # fmt: skip
    if not found:
        context.output.say(_("No copy was brought in yet."))


@archive_group.command("summary")
@pass_context
def summary(context: Context) -> None:
    """Say how much there is: by account and kind, by lens, by decision, and what else a network keeps."""
    from footprint.archives.index.contents import contents

    found, out = contents(context.vault), context.output
    out.data({
        "entries": found.entries,
        "accounts": [
            {"number": one.number, "network": one.network, "account": one.name, "entries": one.entries,
             "kinds": [{"kind": kind, "count": count} for kind, count in one.kinds.items()]}
            for one in found.accounts
        ],
        "lenses": [{"lens": lens, "count": count} for lens, count in found.lenses.items()],
        "decided": [{"decision": decision, "count": count} for decision, count in found.decided.items()],
        "held": [{"network": one.network, "kind": one.kind, "count": one.count} for one in found.held],
    })  # fmt: skip
    out.table(
        (_("Account"), _("Network"), _("Name"), _("Kind"), _("Things")),
        (
            (one.number, one.network, one.name, kind.label, number(count))
            for one in found.accounts
            for kind, count in one.kinds.items()
        ),
    )
    out.table((_("Also held"), _("What"), _("Count")), ((h.network, h.kind.label, number(h.count)) for h in found.held))
    if not found.accounts:
        out.say(_("No copy was brought in yet."))


@archive_group.command("find")
@_with_filters
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1_000))
@click.option("--offset", default=0, type=click.IntRange(0))
@pass_context
def find_command(context: Context, /, words: tuple[str, ...], limit: int, offset: int, **filters: Any) -> None:
    """Look through everything, newest first. Words are found by their beginning; “two words” only as they stand."""
    from footprint.archives.index import finding

    find, out = _find(words, filters), context.output
    count = finding.count(context.vault, find)
    rows = finding.page(context.vault, find, offset, limit)
    out.data({"count": count.number, "exact": count.exact, "entries": [_row(one) for one in rows]})
    out.table(
        (_("Id"), _("Day"), _("Network"), _("Kind"), _("Words"), _("Flags"), _("Decided")),
        (
            (one.id, _day(one), one.entry.network, one.entry.kind.label, _first(one),
             ", ".join(dict.fromkeys(flag.lens for flag in one.flags)), "" if not one.decided_at else one.decided.value)
            for one in rows
        ),
    )  # fmt: skip
    words_of = ngettext("{n} thing found.", "{n} things found.", count.number)
    out.say(
        words_of.format(n=number(count.number))
        if count.exact
        else _("More than {n} found.").format(n=number(count.number))
    )


@archive_group.command("timeline")
@_with_filters
@pass_context
def timeline(context: Context, /, words: tuple[str, ...], **filters: Any) -> None:
    """Show how many things there are in each month. The same words and filters as `find`."""
    from footprint.archives.index import finding

    found = finding.by_month(context.vault, _find(words, filters))
    context.output.data([{"month": _month(month), "count": count} for month, count in found])
    most = max((count for _each, count in found), default=1)
    context.output.table(
        (_("Month"), _("Things"), ""),
        ((_month(month) or _("no date"), number(count), "▇" * -(-count * _BAR // most)) for month, count in found),
    )


@archive_group.command("show")
@click.argument("entry_id", type=int)
@pass_context
def show(context: Context, entry_id: int) -> None:
    """Show one thing with all that is known of it, its flags and the rest of its thread."""
    from footprint.archives.index import finding

    one, out = finding.entry(context.vault, entry_id), context.output
    thread = finding.thread(context.vault, entry_id) if one.in_thread else ()
    media = [shape(each, "path mime words lat lon") for each in one.entry.media]
    out.data({
        **_row(one), "lat": one.entry.lat, "lon": one.entry.lon, "media": media,
        "flags": [shape(flag, _FLAG) for flag in one.flags], "thread": [each.id for each in thread],
    })  # fmt: skip
    out.say(f"{one.entry.kind.label}, {one.entry.network}, {_day(one, long=True)}, {one.entry.audience.label}")
    out.text(one.entry.text or one.entry.title)
    for words in (one.entry.where, one.entry.place, one.entry.link, *(each.path for each in one.entry.media)):
        if words:
            out.say(words)
    for flag in one.flags:
        out.say(f"{flag.lens}: “{flag.words}”")
    if len(thread) > 1:
        out.say(_("In the same thread: {ids}").format(ids=", ".join(str(each.id) for each in thread)))


@archive_group.command("decide")
@click.argument("decision")
@click.argument("entry_ids", nargs=-1, required=True, type=int)
@pass_context
def decide_command(context: Context, decision: str, entry_ids: tuple[int, ...]) -> None:
    """Say what becomes of things: delete, keep, limit, later, ask, or nothing to take it back.

    Delete, limit and ask put them into the list of what should go.
    """
    from footprint.archives.deciding import decide
    from footprint.archives.index.filters import Decided

    done = decide(context.vault, entry_ids, _one(Decided, decision))
    context.output.data({"decided": len(set(entry_ids)), "items": done.value})
    made = len(done.value)
    context.output.say(
        ngettext("{n} thing is in your list.", "{n} things are in your list.", made).format(n=number(made))
        if made
        else _("Noted.")
    )


@archive_group.command("plan")
@click.option("--done", "done_ids", multiple=True, type=int, help="You did this one: tick it off.")
@click.option("--no-case", is_flag=True, help="No complaint or court case could be about these.")
@pass_context
def plan_command(context: Context, done_ids: tuple[int, ...], no_case: bool) -> None:
    """Show what to delete or limit today: a small batch, because networks lock accounts that delete in bulk."""
    from footprint.archives.pacing import plan, tick
    from footprint.log.ladder import Case, Considered

    if done_ids:
        tick(context.vault, list(done_ids), considered=Considered(Case.NO) if no_case else None)
    found, out = plan(context.vault, context.today), context.output
    out.data({
        "today": [_row(one) for one in found.today], "done": found.done, "left": found.left, "days": found.days,
        "held": found.held, "kept": found.kept,
    })  # fmt: skip
    if found.held:
        out.say(found.held)
    out.table(
        (_("Id"), _("Day"), _("Network"), _("Words"), _("Where")),
        ((one.id, _day(one), one.entry.network, _first(one), one.entry.link) for one in found.today),
    )
    words = ngettext("{n} thing is left, {days} at the most.", "{n} things are left, {days} at the most.", found.left)
    days = ngettext("{n} day", "{n} days", found.days).format(n=number(found.days))
    out.say(words.format(n=number(found.left), days=days))


@archive_group.command("forget")
@click.argument("account", type=int)
@click.option("--yes", is_flag=True, help="Do it. Without this, only what would go is said.")
@pass_context
def forget(context: Context, account: int, yes: bool) -> None:
    """Delete everything that copies of one account brought, for good. ACCOUNT is its number in `summary`.

    The files of the copy stay, and so do things in your list.
    """
    from footprint.archives.index.contents import contents
    from footprint.archives.index.forgetting import forget_account

    found = next((one for one in contents(context.vault).accounts if one.number == account), None)
    count = found.entries if found is not None else 0
    if yes:
        with stoppable(context.output) as task:
            count = forget_account(context.vault, account, task)
    context.output.data({"account": account, "entries": count, "forgotten": yes})
    if yes:
        words = ngettext("{n} thing is gone for good.", "{n} things are gone for good.", count)
    else:
        words = ngettext("{n} thing would go. To do it: --yes.", "{n} things would go. To do it: --yes.", count)
    context.output.say(words.format(n=number(count)))


# -- how -------------------------------------------------------------------------------------------


def _find(words: tuple[str, ...], filters: dict[str, Any]) -> Find:
    from footprint.archives.index.filters import Decided, Find
    from footprint.archives.records import Audience, Kind

    find = Find(
        text=" ".join(words),
        networks=filters["networks"],
        kinds=tuple(_one(Kind, one) for one in filters["kinds"]),
        audiences=tuple(_one(Audience, one) for one in filters["audiences"]),
        photo=filters["photo"],
        place=filters["place"],
        lens=filters["lens"],
        decided=_one(Decided, filters["decided"]) if filters["decided"] else None,
        gone=filters["gone"] or None,
    )
    return find if filters["year"] is None else find.in_year(filters["year"])


def _one(kind: Any, word: str) -> Any:
    try:
        return kind(word.lower())
    except ValueError:
        raise BadFind(_("“{word}” is none of these: {words}.").format(word=word, words=", ".join(kind))) from None


def _row(one: Row) -> dict[str, Any]:
    entry = one.entry
    return {
        "id": one.id, "network": entry.network, "account": entry.account, "kind": entry.kind,
        "audience": entry.audience, "state": entry.state, "text": entry.text, "title": entry.title,
        "where": entry.where, "at": one.at, "link": entry.link, "place": entry.place, "media_count": len(entry.media),
        "lenses": list(dict.fromkeys(flag.lens for flag in one.flags)), "decided": one.decided,
        "item_id": one.item_id, "gone": bool(one.gone), "in_thread": one.in_thread,
    }  # fmt: skip


def _reason(one: Any) -> dict[str, Any]:
    return {"why": one.why, "count": one.count, "where": one.where, "words": one.label}


def _day(one: Row, *, long: bool = False) -> str:
    if one.at is None:
        return _("no date")
    day = local_day(one.at)
    return day_in_words(day) if long else medium_day(day)


def _first(one: Row) -> str:
    words = " ".join((one.entry.text or one.entry.title).split())
    return words if len(words) <= 70 else words[:69] + "…"


def _month(month: int) -> str:
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC).strftime("%Y-%m") if month else ""
