"""What a pack changes and what no pack ever can, in words: the same for the window, for paper and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from footprint.i18n import N_, _, ngettext
from footprint.packs.records import Pack

_NEVER = (
    N_("See anything of yours: your answers, your notes, your accounts."),
    N_("Send anything, or make the app ask anyone."),
    N_("Turn off privacy, or make a setting less safe."),
    N_("Hide a main check, or one of high risk."),
    N_("Make you look less often than the app says."),
    N_("Look for politics, belief, health, sexuality or union matters."),
    N_("Run a program of its own."),
    N_("Delete an answer of yours. Without the pack it is only hidden."),
)


def never() -> tuple[str, ...]:
    """What no pack can do, whoever signed it."""
    return tuple(_(one) for one in _NEVER)


@dataclass(frozen=True)
class Brings:
    """One kind of thing a pack holds, with how much of it."""

    words: str
    count: int


def brings(pack: Pack) -> tuple[Brings, ...]:
    """What a pack adds and changes, by kind; what there is none of is left out."""
    said = pack.guidance
    own = sum(len(one.value.checks) for one in (*pack.added_checks, *pack.networks))
    lenses = sum(len(one.words) for one in pack.lenses.words)
    found: tuple[tuple[int, Callable[[int], str]], ...] = (
        (len(said.add), lambda n: ngettext("{n} statement of guidance added", "{n} statements of guidance added", n)),
        (len(said.reword), lambda n: ngettext("{n} statement in its own words", "{n} statements in its own words", n)),
        (len(said.hide), lambda n: ngettext("{n} statement hidden", "{n} statements hidden", n)),
        (len(pack.contacts.contact), lambda n: ngettext("{n} contact to tell", "{n} contacts to tell", n)),
        (len(pack.contacts.when), lambda n: ngettext("What to do in {n} case", "What to do in {n} cases", n)),
        (len(pack.networks), lambda n: ngettext("{n} network of its own", "{n} networks of its own", n)),
        (own, lambda n: ngettext("{n} check of its own", "{n} checks of its own", n)),
        (len(pack.checks.reword), lambda n: ngettext("{n} check in its own words", "{n} checks in its own words", n)),
        (len(pack.checks.hide), lambda n: ngettext("{n} check hidden", "{n} checks hidden", n)),
        (
            len(pack.cadences.cadence),
            lambda n: ngettext("{n} rule for looking sooner", "{n} rules for looking sooner", n),
        ),
        (int(pack.letters is not None), lambda _n: _("How letters are signed")),
        (len(pack.links.link), lambda n: ngettext("{n} link", "{n} links", n)),
        (
            len(pack.events),
            lambda n: ngettext("{n} guide to a life change", "{n} guides to life changes", n),
        ),
        (lenses, lambda n: ngettext("{n} word to look for in old posts", "{n} words to look for in old posts", n)),
    )
    return tuple(Brings(words(n).format(n=n), n) for n, words in found if n)
