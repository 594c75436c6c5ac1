"""The checks and networks of an employer's pack, decoded as strictly as our own and held to less than ours may do.

What a list of ours may do and a pack may not: ask a site whether it knows a username (`probe`), try a long rule on what
people type, call the organisation's own word “official”, and crowd out the main checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.checklists.check_rules import check_faults
from footprint.checklists.decode import Problem, decode, line_of, parse
from footprint.checklists.format import Check, Confidence, Group, NetworkFile, Sourced, Strict
from footprint.checklists.load import FORMAT, choice_faults, id_faults, load_text
from footprint.checklists.standing import CADENCE
from footprint.checklists.texts import pages
from footprint.i18n import _
from footprint.packs.format import OWN

MOST_CHECKS = 30  # in one file
MOST_MAIN = 3  # of them among the main checks
MOST_STEPS = 12

# One piece of a rule for handles: signs to choose from, or one sign, and how many of them at most.
_PIECE = re.compile(r"(?:\[[A-Za-z0-9_.@-]{1,40}\]|[A-Za-z0-9_@-]|\\\.)(?:\{\d{1,2}(?:,\d{1,2})?\}|\?)?")
_MOST_PIECES = 12

Fault = tuple[str, str]


class AddedChecks(Strict, frozen=True, kw_only=True):
    """`checks/NETWORK.toml` of a pack: the organisation's own checks on a network that ships.

    `groups` are further ones for these checks; a check may also stand in a group of the network itself.
    """

    format: int
    network: str
    checks: tuple[Check, ...]
    groups: tuple[Group, ...] = ()


def decode_checks(file: str, text: str) -> tuple[AddedChecks | None, tuple[Problem, ...]]:
    """One file of `checks/`, or what is wrong with it."""
    raw, text, problems = parse(file, text)
    if raw is None:
        return None, problems
    found, problems = decode(raw, AddedChecks, file=file, text=text, lists={"checks": Check, "groups": Group})
    if found is None:
        return None, problems
    problems = tuple(_placed(file, text, _added_faults(found, file)))
    return (None if problems else found), problems


def decode_network(file: str, text: str) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
    """One file of `networks/`, or what is wrong with it."""
    found, problems = load_text(file, text, own=OWN)
    if found is None:
        return None, problems
    problems = tuple(_placed(file, text, _network_faults(found)))
    return (None if problems else found), problems


def _placed(file: str, text: str, found: Iterator[Fault]) -> Iterator[Problem]:
    for place, what in found:
        at = re.match(r"checks\[(\d+)\]", place)
        yield Problem(file, place, what, line_of(text, "checks", int(at[1])) if at else None)


def _added_faults(found: AddedChecks, file: str) -> Iterator[Fault]:
    if found.format != FORMAT:
        yield "format", _("this app reads format {known}").format(known=FORMAT)
    stem = file.rpartition("/")[2].removesuffix(".toml")
    if found.network != stem:
        yield "network", _("must be “{stem}”, as the file is called").format(stem=stem)
    yield from (("groups", what) for what in id_faults([one.id for one in found.groups], OWN))
    yield from (("checks", what) for what in id_faults([one.id for one in found.checks], OWN))
    used = {one.group for one in found.checks}
    for at, group in enumerate(found.groups):
        if group.id not in used:
            yield f"groups[{at}]", _("no check is in “{id}”").format(id=group.id)
    for at, check in enumerate(found.checks):
        yield from ((f"checks[{at}].{where}", what) for where, what in choice_faults(check))
        if check.confidence is Confidence.OFFICIAL:
            why = _("cannot be official: only the network itself is. Say independent")
            yield f"checks[{at}].confidence", why
    yield from _check_rules(found.checks)


def _network_faults(found: NetworkFile) -> Iterator[Fault]:
    if found.probe is not None:
        yield "probe", _("a pack never makes the app ask a site; leave this out")
    if found.profile.handle and not _is_simple(found.profile.handle):
        why = _("is too much; list signs in [ ] and say how many with {{2,30}}, up to {most} pieces")
        yield "profile.handle", why.format(most=_MOST_PIECES)
    if "{server}" in found.profile.address:
        yield "profile.address", _("only {{handle}} can be filled in").format()
    for place, page in pages(found):
        yield from _no_rows(place, page)
        if len(page.steps) > MOST_STEPS:
            yield f"{place}.steps", _("are more than {most}").format(most=MOST_STEPS)
    if not any(not one.retired for one in found.checks):
        yield "checks", _("there is no check that is asked")
    yield from _check_rules(found.checks)


def _check_rules(checks: tuple[Check, ...]) -> Iterator[Fault]:
    if not 0 < len(checks) <= MOST_CHECKS:
        yield "checks", _("must be 1 to {most}").format(most=MOST_CHECKS)
    if sum(one.essential for one in checks) > MOST_MAIN:
        yield "checks", _("{most} at most can be essential").format(most=MOST_MAIN)
    for at, one in enumerate(checks):
        place = f"checks[{at}]"
        yield from check_faults(place, one)
        yield from _no_rows(place, one)
        if one.again > CADENCE[one.risk]:
            why = _("must be {most} or fewer, as for every check of this risk")
            yield f"{place}.again", why.format(most=CADENCE[one.risk])
        if any(len(steps) > MOST_STEPS for steps in (one.web, one.phone, one.steps)):
            yield place, _("has more than {most} steps").format(most=MOST_STEPS)
        for key in ("was", "split_into"):
            if not all(old.startswith(OWN) for old in getattr(one, key)):
                yield f"{place}.{key}", _("names a check that is not the pack’s own")


def _no_rows(place: str, sourced: Sourced) -> Iterator[Fault]:
    if sourced.facts:
        yield f"{place}.facts", _("belongs to the app’s own files; leave this out")


def _is_simple(rule: str) -> bool:
    """A rule for handles that is quick to try on anything: a few pieces, no choices, nothing without an end."""
    at = pieces = 0
    while at < len(rule):
        found = _PIECE.match(rule, at)
        if found is None:
            return False
        at, pieces = found.end(), pieces + 1
    return pieces <= _MOST_PIECES and len(re.findall(r"\{", rule)) <= 3
