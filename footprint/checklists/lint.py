"""Everything a checklist file must be beyond readable; `checklists/README.md` says the rules in words."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from footprint.checklists import texts, words
from footprint.checklists.check_rules import check_faults
from footprint.checklists.decode import Problem, line_of
from footprint.checklists.facts import lint_facts
from footprint.checklists.format import (
    NO_PROFILE,
    Check,
    Confidence,
    Kind,
    NetworkFile,
    Page,
    Profile,
    Shelf,
    Sourced,
)
from footprint.checklists.guidance import Guidance, load_guidance
from footprint.checklists.load import ANY, load_file
from footprint.i18n import _

if TYPE_CHECKING:
    from tldextract.tldextract import ExtractResult

MOST_ESSENTIAL = 12
_DOMAIN = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}")


@dataclass(frozen=True)
class Report:
    """What was looked at and what is wrong with it."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        return bool(self.files) and not self.problems


def lint(folder: Path, *, guidance: Path | None = None, today: date | None = None) -> Report:
    """Look at every checklist file of `folder` and, first, at the guidance they name."""
    known, problems = load_guidance(guidance)
    found = [*problems, *_guidance_words(known)]
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        found.append(Problem(str(folder), "", _("there is no checklist file here")))
    ids = frozenset(known.ids())
    for path in paths:
        found += lint_file(path, ids, today or date.today())
    found += lint_facts(folder)
    return Report(tuple(path.name for path in paths), tuple(found))


def _guidance_words(known: Guidance) -> Iterator[Problem]:
    for one in known.statements():
        for name in ("short", "text", "now"):
            text = texts.Text(f"{one.id}.{name}", getattr(one, name))
            yield from (Problem("guidance", text.place, what) for what in words.faults(text))


def lint_file(path: Path, guidance_ids: frozenset[str], today: date) -> tuple[Problem, ...]:
    """All faults of one file: those that keep it from loading, else those of its content."""
    network, problems = load_file(path)
    if network is None:
        return problems
    text = path.read_text(encoding="utf-8-sig")
    return tuple(_with_lines(path.name, text, _content(network, guidance_ids, today)))


Fault = tuple[str, str]
_CHECK_PLACE = re.compile(r"checks\[(\d+)\]")


def _with_lines(file: str, text: str, faults: Iterable[Fault]) -> Iterator[Problem]:
    for place, what in faults:
        at = _CHECK_PLACE.match(place)
        problem = Problem(file, place, what)
        yield replace(problem, line=line_of(text, "checks", int(at[1]))) if at else problem


def _content(network: NetworkFile, guidance_ids: frozenset[str], today: date) -> Iterator[Fault]:
    yield from _network_rules(network)
    yield from _history_rules(network)
    sourced = partial(_source_rules, domains=own_domains(network), today=today)
    if network.profile != NO_PROFILE:
        yield from sourced("profile", network.profile)
        yield from _profile_rules(network.profile)
    if network.probe is not None:
        yield from sourced("probe", network.probe)
    for place, page in texts.pages(network):
        yield from _page_rules(place, page, sourced)
    for index, statement in enumerate(network.always_public):
        yield from sourced(f"always_public[{index}]", statement)
    for index, check in enumerate(network.checks):
        place = f"checks[{index}]"
        yield from sourced(place, check)
        yield from check_faults(place, check)
        yield from _guidance_rules(place, check, guidance_ids)
    for link in texts.links(network):
        yield from _link_rules(link)
    yield from _word_rules(network)


def _network_rules(network: NetworkFile) -> Iterator[Fault]:
    live = [check for check in network.checks if not check.retired]
    essential = sum(check.essential for check in live)
    if essential > MOST_ESSENTIAL:
        yield "checks", _("{n} are essential; {most} is the most").format(n=essential, most=MOST_ESSENTIAL)
    if not essential:
        yield "checks", _("none is essential; the walk-through would be empty")
    if network.kind is Kind.NETWORK and not network.always_public:
        yield "always_public", _("say at least one thing that can never be hidden")
    if network.kind is not Kind.SITUATION and network.shelf is Shelf.OTHER and network.id != ANY:
        yield "shelf", _("say on which shelf of the library this stands")
    for name, value in (("name", network.name), ("summary", network.summary)):
        if not value.strip():
            yield name, _("is empty")
    used = {check.group for check in live}
    for index, group in enumerate(network.groups):
        if group.id not in used:
            yield f"groups[{index}]", _("no check is in “{id}”").format(id=group.id)


def _profile_rules(profile: Profile) -> Iterator[Fault]:
    """A profile without an address or without handles is a fact about a network too; its hint has to say so."""
    if not profile.hint.strip():
        yield "profile.hint", _("is empty")
    if not profile.handle and not profile.address:
        return
    if profile.address and profile.address.count("{handle}") != 1:
        yield "profile.address", _("must hold {{handle}} once").format()
    if not profile.example:
        yield "profile.example", _("give an invented handle, so that the rule for handles can be tried")
    elif not re.fullmatch(profile.handle, profile.example):
        yield "profile.handle", _("does not fit the example “{example}”").format(example=profile.example)
    if re.fullmatch(profile.handle, "") or re.fullmatch(profile.handle, "a b/<c>"):
        yield "profile.handle", _("fits anything; say which letters a handle may have")


def _history_rules(network: NetworkFile) -> Iterator[Fault]:
    """Answers are found again through these, so each old id leads to one place only."""
    ids = {check.id for check in network.checks}
    claimed: set[str] = set()
    for index, check in enumerate(network.checks):
        for old in check.was:
            if old in ids or old in claimed:
                yield f"checks[{index}].was", _("“{id}” is another check’s id").format(id=old)
            claimed.add(old)
        for new in check.split_into:
            if new not in ids or new == check.id:
                yield f"checks[{index}].split_into", _("there is no other check “{id}”").format(id=new)
        if check.split_into and not check.retired:
            yield f"checks[{index}].split_into", _("a check that was split must say retired = true")


def _source_rules(place: str, sourced: Sourced, domains: frozenset[str], today: date) -> Iterator[Fault]:
    if not sourced.source.strip():
        yield f"{place}.source", _("is empty; say where this comes from")
    if sourced.verified > today:
        yield f"{place}.verified", _("is in the future")
    if sourced.confidence is Confidence.OFFICIAL and not _official(sourced, domains):
        yield (
            f"{place}.confidence",
            _("is official, but the source is not on the network’s own domain; name its page, or say independent"),
        )


def _official(sourced: Sourced, domains: frozenset[str]) -> bool:
    """The source itself decides; one that names no address leans on the link or help page beside it."""
    named = [host for host in map(_host, sourced.source.split()) if _DOMAIN.fullmatch(host)]
    beside = [_host(getattr(sourced, name, "")) for name in ("link", "help")]
    return any(_within(host, domains) for host in named or beside)


def _within(host: str, domains: frozenset[str]) -> bool:
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def own_domains(network: NetworkFile) -> frozenset[str]:
    """The registrable domains of the network's own pages, and those the file says belong to it."""
    hosts = {_host(network.start), _host(network.profile.address)}
    return frozenset({_registrable(host) for host in hosts if host and "{" not in host} | set(network.domains))


@cache
def _suffixes() -> Callable[[str], ExtractResult]:
    """The list of public suffixes that came with the library: read once, never fetched."""
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=())


def _registrable(host: str) -> str:
    split = _suffixes()(host)
    return split.top_domain_under_public_suffix or host.removeprefix("www.")


def _host(address: str) -> str:
    address = address.strip("(),;.")
    try:
        parts = urlsplit(address if "://" in address else f"//{address}")
        return (parts.hostname or "").casefold()
    except ValueError:
        return ""


def _page_rules(place: str, page: Page, sourced: partial[Iterator[Fault]]) -> Iterator[Fault]:
    if not (page.link or page.menu or page.steps or page.note):
        yield place, _("is empty; if there is no such page, say so in its note")
    yield from sourced(place, page)


def _guidance_rules(place: str, check: Check, guidance_ids: frozenset[str]) -> Iterator[Fault]:
    for one in check.guidance:
        if one not in guidance_ids:
            yield f"{place}.guidance", _("there is no statement “{id}”").format(id=one)


def _link_rules(link: texts.Link) -> Iterator[Fault]:
    try:
        parts = urlsplit(link.address.replace("{server}", "server.example"))
        fine = parts.scheme == "https" and "." in (parts.hostname or "") and parts.username is None
        fine = fine and parts.port is None
    except ValueError:
        fine = False
    if not fine or re.search(r"\s", link.address):
        yield link.place, _("“{link}” is not an https address with a host").format(link=link.address[:80])
    if link.address.replace("{handle}", "").replace("{server}", "").count("{"):
        yield link.place, _("only {{handle}} and {{server}} can be filled in").format()


def _word_rules(network: NetworkFile) -> Iterator[Fault]:
    for text in texts.of_frame(network):
        yield from ((text.place, what) for what in words.faults(text))
    for index, check in enumerate(network.checks):
        place = f"checks[{index}]"
        mine = list(texts.of_check(check, place))
        for text in mine:
            yield from ((text.place, what) for what in words.faults(text))
        yield from ((place, what) for what in words.together(mine))


def _main(arguments: list[str]) -> int:
    """`python -m footprint.checklists.lint [FOLDER]`, for those who only write checklists."""
    from footprint.paths import shipped

    report = lint(Path(arguments[0]) if arguments else shipped("checklists"))
    for problem in report.problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(_("{n} files looked at.").format(n=len(report.files)) + "\n")
    return 0 if report.sound else 1


if __name__ == "__main__":
    raise SystemExit(_main(sys.argv[1:]))
