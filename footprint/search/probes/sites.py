"""Which sites can be asked: networks whose files say how, a list of further ones, and a file of the person's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from footprint import paths
from footprint.checklists import Kind, Library, Probe, Problem, Strict, probe_faults
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search.probes.made_up import CannotMakeUp, made_up
from footprint.search.probes.records import Site
from footprint.search.probes.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = 1
MOST = 2_000


class BadSites(FootprintError):
    """A file of sites with a fault; nothing of it is used."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(one) for one in problems[:20]))
        self.problems = problems


class SiteEntry(Strict, frozen=True, kw_only=True):
    """One `[[sites]]` of a file: what a network file says in `[profile]` and `[probe]`, and no more."""

    id: str
    name: str
    profile: str
    handle: str
    probe: Probe


class SitesFile(Strict, frozen=True, kw_only=True):
    format: int
    sites: tuple[SiteEntry, ...]


def known_sites(library: Library) -> tuple[Site, ...]:
    """Every site that ships, by name: networks with a checklist first come, then the others; each id once."""
    found = {site.id: site for path in sorted(_folder().glob("*.toml")) for site in read_sites(path)}
    for network in library.of(Kind.NETWORK):
        if network.probe is not None and not refused(_host(network.probe.address or network.profile.address)):
            site = Site(
                network.id, network.name, network.profile.address, network.profile.handle, network.probe, network.id
            )
            found[site.id] = site
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), one.id)))


def read_sites(path: Path) -> tuple[Site, ...]:
    """The sites of one file; `BadSites` with every fault, by file and place, when there is any."""
    from footprint.checklists.decode import decode, read

    raw, text, problems = read(path)
    if raw is None:
        raise BadSites(problems)
    file, problems = decode(raw, SitesFile, file=path.name, text=text, lists={"sites": SiteEntry})
    if file is None:
        raise BadSites(problems)
    problems = tuple(_faults(file, path.name, text))
    if problems:
        raise BadSites(problems)
    return tuple(Site(one.id, one.name, one.profile, one.handle, one.probe) for one in file.sites)


def _folder() -> Path:
    return paths.shipped("resources") / "probes"


def _faults(file: SitesFile, name: str, text: str) -> Iterator[Problem]:
    from footprint.checklists.decode import line_of

    if file.format != FORMAT:
        yield Problem(name, "format", _("this app reads format {known}").format(known=FORMAT))
    if len(file.sites) > MOST:
        yield Problem(name, "sites", _("holds more than {n} sites").format(n=MOST))
    ids = [one.id for one in file.sites]
    for index, site in enumerate(file.sites):
        line = line_of(text, "sites", index)
        if ids.index(site.id) != index:
            yield Problem(name, f"sites[{index}].id", _("“{id}” is there twice").format(id=site.id), line)
        for place, what in _site_faults(site):
            yield Problem(name, f"sites[{index}].{place}", what, line)


def _site_faults(site: SiteEntry) -> Iterable[tuple[str, str]]:
    from footprint.checklists.load import compiles

    if not site.id or not site.id.replace("-", "").replace("_", "").isalnum() or site.id != site.id.casefold():
        yield "id", _("is small letters and digits, joined by - or _")
    if not site.name.strip() or not site.name.isprintable():
        yield "name", _("is empty")
    for place, address in (("profile", site.profile), ("probe.address", site.probe.address)):
        host = _host(address)
        if host and refused(host):
            yield place, _("the app never asks sites of this kind")
    if not site.handle or not compiles(site.handle):
        yield "handle", _("is not a regular expression that can be used")
        return
    faults = tuple(probe_faults(site.probe, site.profile, site.handle))
    yield from ((f"probe.{place}", what) for place, what in faults)
    if site.profile.count("{handle}") != 1 or not site.profile.startswith("https://"):
        yield "profile", _("must be an https address that holds {{handle}} once").format()
    if not site.probe.source.strip():
        yield "probe.source", _("is empty; say where this comes from")
    if not faults:
        yield from _form_faults(site)


def _form_faults(site: SiteEntry) -> Iterable[tuple[str, str]]:
    try:
        made_up(site.handle, site.probe.form)
    except CannotMakeUp:
        yield "handle", _("fits no username that could be made up; give a form")


def _host(address: str) -> str:
    try:
        return urlsplit(address.replace("{handle}", "x")).hostname or ""
    except ValueError:
        return ""
