"""Whether everything a pack names is there: in the pack itself, or in what ships with this copy of the app."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footprint.handwritten import Problem
from footprint.i18n import _
from footprint.packs.records import Pack, Part, Ships


def faults(pack: Pack, ships: Ships) -> Iterator[Problem]:
    """Every name that stands for nothing, and every shipped check that may not be hidden."""
    yield from _guidance(pack, ships)
    yield from _checks(pack, ships)
    yield from _rest(pack, ships)
    for part in (*pack.added_checks, *pack.networks):
        yield from _served(part, "checks", pack, ships)
    for part in pack.events:
        yield from _served(part, "steps", pack, ships)
        yield from _event_names(part, pack, ships)


def _guidance(pack: Pack, ships: Ships) -> Iterator[Problem]:
    file = "guidance.toml"
    for at, added in enumerate(pack.guidance.add):
        if not added.section.startswith("org:") and added.section not in ships.sections:
            yield Problem(file, f"add[{at}].section", _("there is no section “{id}”").format(id=added.section))
    named = [(f"reword[{at}].id", one.id) for at, one in enumerate(pack.guidance.reword)]
    named += [(f"hide[{at}].id", one.id) for at, one in enumerate(pack.guidance.hide)]
    for place, name in named:
        if name not in ships.statements:
            yield Problem(file, place, _("there is no statement “{id}”").format(id=name))


def _checks(pack: Pack, ships: Ships) -> Iterator[Problem]:
    file = "checks.toml"
    named = [(f"reword[{at}]", one.network, one.check) for at, one in enumerate(pack.checks.reword)]
    named += [(f"hide[{at}]", one.network, one.check) for at, one in enumerate(pack.checks.hide)]
    for place, network, check in named:
        if network not in ships.checks:
            yield Problem(file, f"{place}.network", _("there is no checklist “{id}”").format(id=network))
        elif check not in ships.checks[network]:
            yield Problem(file, f"{place}.check", _("there is no check “{id}” there").format(id=check))
    for at, gone in enumerate(pack.checks.hide):
        if gone.check in ships.kept.get(gone.network, ()):
            why = _("is a main check or one of high risk, and is never hidden; say it in your own words in its place")
            yield Problem(file, f"hide[{at}].check", why)
    for part in pack.added_checks:
        network = str(getattr(part.value, "network", ""))
        if network not in ships.checks:
            yield Problem(part.file, "network", _("there is no checklist “{id}”").format(id=network))
            continue
        groups = {one.id for one in part.value.groups} | ships.groups.get(network, frozenset())
        for at, check in enumerate(part.value.checks):
            if check.group not in groups:
                yield Problem(part.file, f"checks[{at}].group", _("there is no group “{id}”").format(id=check.group))


def _rest(pack: Pack, ships: Ships) -> Iterator[Problem]:
    own = {str(part.value.id) for part in pack.networks}
    for at, one in enumerate(pack.cadences.cadence):
        if one.network and one.network not in ships.checks and one.network not in own:
            what = _("there is no checklist “{id}”").format(id=one.network)
            yield Problem("cadences.toml", f"cadence[{at}].network", what)
    for at, first in enumerate(pack.letters.ask_first if pack.letters else ()):
        if first.letter not in ships.letters:
            what = _("there is no letter “{id}”").format(id=first.letter)
            yield Problem("letters.toml", f"ask_first[{at}].letter", what)


def _served(part: Part, items: str, pack: Pack, ships: Ships) -> Iterator[Problem]:
    """Each check and each step names the statements it serves: the app's or the pack's own."""
    known = ships.statements | {one.id for one in pack.guidance.add}
    for at, one in enumerate(getattr(part.value, items)):
        for name in one.guidance:
            if name not in known:
                what = _("there is no statement “{id}”").format(id=name)
                yield Problem(part.file, f"{items}[{at}].guidance", what)


def _event_names(part: Part, pack: Pack, ships: Ships) -> Iterator[Problem]:
    """What an event leads to: checks, groups, lists and pages of the app, or of this pack."""
    own = {one.value.id: frozenset(check.id for check in one.value.checks) for one in pack.networks}
    own_checks = {check.id for one in (*pack.added_checks, *pack.networks) for check in one.value.checks}

    def has(network: str, check: str) -> bool:
        there = own.get(network) or ships.checks.get(network)
        return there is not None and (not check or check in there or check in own_checks)

    def is_somewhere(name: str, lists: Mapping[str, frozenset[str]]) -> bool:
        return any(name in found for found in lists.values())

    for at, step in enumerate(part.value.steps):
        for name in step.lists:
            network, _slash, check = name.partition("/")
            if not has(network, check):
                yield Problem(part.file, f"steps[{at}].lists", _("there is no “{id}”").format(id=name))
        for name in step.checks:
            if name not in own_checks and not is_somewhere(name, ships.checks):
                yield Problem(part.file, f"steps[{at}].checks", _("there is no “{id}”").format(id=name))
        for name in step.groups:
            if not is_somewhere(name, ships.groups):
                yield Problem(part.file, f"steps[{at}].groups", _("there is no “{id}”").format(id=name))
        if step.place and step.place not in ships.places:
            yield Problem(part.file, f"steps[{at}].place", _("there is no page “{id}”").format(id=step.place))
        if step.page and step.page not in ships.pages:
            yield Problem(part.file, f"steps[{at}].page", _("there is no page “{id}”").format(id=step.page))
