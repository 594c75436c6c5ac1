"""Saved filters, and groups made by hand."""

from __future__ import annotations

from typing import Any

import click

from footprint import checklists
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.items import filters, find, log_group, query_of
from footprint.cli.output import short
from footprint.cli.shapes import shape
from footprint.i18n import _, ngettext
from footprint.log import sets, views
from footprint.log.sets import ItemSet
from footprint.log.views import View

_VIEW = "id name made hidden opens"
_SET = "id name items open due"


@log_group.group("views")
def views_group() -> None:
    """Filters of the list under a name: see also log list --view."""


@views_group.command("list")
@pass_context
def list_views(context: Context) -> None:
    """List them, hidden ones too."""
    found = views.views(context.vault, hidden=True)
    context.output.data([_view(context, one) for one in found])
    context.output.table(
        [_("Name"), _("What it shows"), ""],
        [(one.name, _words(context, one), _marks(one)) for one in found],
    )


@views_group.command("save")
@click.argument("name")
@filters
@pass_context
def save_view(context: Context, /, name: str, **chosen: Any) -> None:
    """Save the filter these options make under NAME. One of yours with that name is replaced."""
    _tell(context, views.save(context.vault, name, query_of(context, chosen)).value)


@views_group.command("rename")
@click.argument("name")
@click.argument("new")
@pass_context
def rename_view(context: Context, name: str, new: str) -> None:
    """Give one of yours another name."""
    _tell(context, views.rename(context.vault, views.view(context.vault, name).id, new).value)


@views_group.command("hide")
@click.argument("name")
@click.option("--show", is_flag=True, help="Offer it again.")
@pass_context
def hide_view(context: Context, name: str, show: bool) -> None:
    """Leave it out of the choice in the app."""
    _tell(context, views.hide(context.vault, views.view(context.vault, name).id, not show).value)


@views_group.command("open-with")
@click.argument("name", default="")
@pass_context
def open_with(context: Context, name: str) -> None:
    """The list in the app opens with NAME; without a name, with everything."""
    wanted = views.view(context.vault, name).id if name else ""
    found = views.open_with(context.vault, wanted).value
    context.output.data({"opens": _view(context, found) if found is not None else None})
    if found is None:
        context.output.say(_("The list opens with everything."))
    else:
        context.output.say(_("The list opens with “{name}”.").format(name=found.name))


@views_group.command("delete")
@click.argument("name")
@pass_context
def delete_view(context: Context, name: str) -> None:
    """Delete one of yours. What it shows stays in the list."""
    gone = views.delete(context.vault, views.view(context.vault, name).id).value
    context.output.data(_view(context, gone))
    context.output.say(_("Deleted: {name}").format(name=gone.name))


@log_group.group("sets")
def sets_group() -> None:
    """Groups made by hand, such as one photo in five places: see also log list --set."""


@sets_group.command("list")
@pass_context
def list_sets(context: Context) -> None:
    """List the groups."""
    found = sets.all_sets(context.vault)
    context.output.data([shape(one, _SET) for one in found])
    context.output.table(
        [_("Id"), _("Name"), _("Items"), _("Open"), _("Due")],
        [(short(one.id), one.name, one.items, one.open, one.due) for one in found],
    )
    if not found:
        context.output.say(_("There is no group yet."))


@sets_group.command("make")
@click.argument("items", nargs=-1, required=True)
@click.option("--name", default="", help="Its name; without one, that of the first item.")
@pass_context
def make_set(context: Context, items: tuple[str, ...], name: str) -> None:
    """Make a group of these items."""
    _tell_set(context, sets.make(context.vault, [find(context, one).id for one in items], name).value)


@sets_group.command("add")
@click.argument("group")
@click.argument("items", nargs=-1, required=True)
@pass_context
def add_to_set(context: Context, group: str, items: tuple[str, ...]) -> None:
    """Put more items into GROUP (the start of its id)."""
    there = one_of(sets.all_sets(context.vault), group)
    _tell_set(context, sets.add(context.vault, there.id, [find(context, one).id for one in items]).value)


@sets_group.command("rename")
@click.argument("group")
@click.argument("name")
@pass_context
def rename_set(context: Context, group: str, name: str) -> None:
    """Give a group another name."""
    _tell_set(context, sets.rename(context.vault, one_of(sets.all_sets(context.vault), group).id, name).value)


@sets_group.command("take-out")
@click.argument("items", nargs=-1, required=True)
@pass_context
def take_out(context: Context, items: tuple[str, ...]) -> None:
    """Take these items out of the group they are in."""
    out = sets.take_out(context.vault, [find(context, one).id for one in items]).value
    context.output.data({"taken_out": out})
    context.output.say(ngettext("{n} item is in no group now.", "{n} items are in no group now.", out).format(n=out))


@sets_group.command("take-apart")
@click.argument("group")
@pass_context
def take_apart(context: Context, group: str) -> None:
    """There is no such group any more; its items stay in the list."""
    gone = sets.take_apart(context.vault, one_of(sets.all_sets(context.vault), group).id).value
    context.output.data(shape(gone, _SET))
    context.output.say(_("Taken apart: {name}").format(name=gone.name))


def _view(context: Context, one: View) -> dict[str, Any]:
    return shape(one, _VIEW, words=_words(context, one), filter=_filter(one))


def _filter(one: View) -> dict[str, Any]:
    names = "text group status kinds origins network due_before due_within set_id sort"
    return shape(one.query, names)


def _words(context: Context, one: View) -> str:
    networks = {head.id: head.name for head in context.bench.checklists.heads(checklists.Kind.NETWORK)}
    names = {each.id: each.name for each in sets.all_sets(context.vault)}
    return views.query_words(one.query, networks=networks, sets=names)


def _marks(one: View) -> str:
    said = [_("opens the list")] if one.opens else []
    said += [_("hidden")] if one.hidden else []
    return ", ".join(said)


def _tell(context: Context, one: View) -> None:
    context.output.data(_view(context, one))
    context.output.say(f"{one.name}: {_words(context, one)}")


def _tell_set(context: Context, one: ItemSet) -> None:
    context.output.data(shape(one, _SET))
    words = ngettext("{name} ({id}): {n} item.", "{name} ({id}): {n} items.", one.items)
    context.output.say(words.format(name=one.name, id=short(one.id), n=one.items))
