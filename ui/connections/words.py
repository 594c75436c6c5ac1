"""How somebody is said: what they are to the person and where, since when, and whether they were ever heard of."""

from __future__ import annotations

from footprint.archives.connections import Choice, Counts, Somebody
from footprint.archives.records import Relation
from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext

_LINKS = {
    Relation.FRIEND: lambda: _("Friend or contact on {network}"),
    Relation.FOLLOWER: lambda: _("Follows you on {network}"),
    Relation.FOLLOWING: lambda: _("You follow them on {network}"),
    Relation.ASKED_ME: lambda: _("Asked to connect on {network}"),
    Relation.ASKED_BY_ME: lambda: _("You asked to connect on {network}"),
}


def link(one: Somebody, network: str) -> str:
    """`Friend or contact on Facebook, since 3 May 2011`."""
    first = one.relations[0] if one.relations else Relation.FRIEND
    words = _LINKS[first]().format(network=network)
    if one.since is None:
        return words
    return _("{link}, since {day}").format(link=words, day=day_in_words(one.since))


def heard(one: Somebody) -> str:
    """Whether anything of the person’s stands on their page."""
    if not one.times:
        return _("None of your posts is on their page.")
    words = ngettext("You wrote on their page {n} time.", "You wrote on their page {n} times.", one.times)
    words = words.format(n=number(one.times))
    if one.last is None:
        return words
    return f"{words} {_('The last time was {day}.').format(day=day_in_words(one.last))}"


def how_far(counts: Counts) -> str:
    """The line under the heading."""
    if not counts.total:
        return _("People that networks link you with, from the copies you bring in.")
    people = ngettext("{n} person.", "{n} people.", counts.total).format(n=number(counts.total))
    seen = _("You have looked at {n}.").format(n=number(counts.seen))
    return f"{people} {seen}"


def title(choice: Choice) -> str:
    return {
        Choice.TRUST: _("I know and trust them"),
        Choice.DISCUSS: _("I want to talk to them first"),
        Choice.UNFRIEND: _("Take them off"),
        Choice.LIMIT: _("Show them less"),
    }[choice]


def meta(choice: Choice) -> str:
    return {
        Choice.TRUST: _("They stay. Nothing to do."),
        Choice.DISCUSS: _("About what they post, in private."),
        Choice.UNFRIEND: _("Unfriend, unfollow, or turn the request down."),
        Choice.LIMIT: _("Move them to a list that sees only what everyone sees."),
    }[choice]


def said(choice: Choice | None) -> str:
    return title(choice) if choice is not None else _("Taken back")
