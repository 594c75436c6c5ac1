"""Reads the checklist files of a folder; a file with a fault is named and left out, the others load."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterable
from pathlib import Path

from footprint.checklists.decode import Problem, decode, line_of, read
from footprint.checklists.format import NEEDED_PAGES, NO_PROFILE, Check, Group, Kind, NetworkFile, Statement
from footprint.checklists.records import NOT_FOUND, SOMETHING_ELSE
from footprint.errors import NotFound
from footprint.i18n import _

FORMAT = 1
RESERVED = (SOMETHING_ELSE, NOT_FOUND)
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


class Library:
    """The networks that can be used, in the order people read them, and what was wrong with the rest."""

    def __init__(self, networks: Iterable[NetworkFile], problems: Iterable[Problem] = ()) -> None:
        self._networks = {one.id: one for one in sorted(networks, key=lambda one: (one.kind, one.name.casefold()))}
        self._problems = tuple(problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._problems

    def files(self) -> tuple[NetworkFile, ...]:
        """Everything: networks, places and situations."""
        return tuple(self._networks.values())

    def networks(self) -> tuple[NetworkFile, ...]:
        """What people have accounts on."""
        return self.of(Kind.NETWORK)

    def of(self, kind: Kind) -> tuple[NetworkFile, ...]:
        return tuple(one for one in self.files() if one.kind is kind)

    def __contains__(self, network_id: object) -> bool:
        return network_id in self._networks

    def network(self, network_id: str) -> NetworkFile:
        if network_id not in self:
            raise NotFound(
                _("There is no checklist called “{name}”. There are: {known}.").format(
                    name=network_id, known=", ".join(one.id for one in self.files()) or _("none")
                )
            )
        return self._networks[network_id]


class _Folder(Library):
    """The library of a folder. A file is read when its network is first asked for: a start needs few of many."""

    def __init__(self, folder: Path) -> None:
        super().__init__(())
        self._paths = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, tuple[NetworkFile | None, tuple[Problem, ...]]] = {}
        self._lock = threading.Lock()

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for name in self._paths for problem in self._file(name)[1])

    def files(self) -> tuple[NetworkFile, ...]:
        found = (self._file(name)[0] for name in self._paths)
        return Library(one for one in found if one is not None).files()

    def __contains__(self, network_id: object) -> bool:
        return isinstance(network_id, str) and network_id in self._paths and self._file(network_id)[0] is not None

    def network(self, network_id: str) -> NetworkFile:
        found = self._file(network_id)[0] if network_id in self._paths else None
        return found or super().network(network_id)

    def _file(self, name: str) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
        """A network stands in the file of its own name, or not at all (`_unsound`)."""
        with self._lock:
            if name not in self._read:
                self._read[name] = load_file(self._paths[name])
            return self._read[name]


def load(folder: Path) -> Library:
    """Every `*.toml` of `folder`. Never raises for what a file says."""
    return _Folder(folder)


def load_file(path: Path) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
    """One file: its network, or the faults that keep it from being used."""
    raw, text, problems = read(path)
    if raw is None:
        return None, problems
    lists = {"checks": Check, "groups": Group, "always_public": Statement}
    network, problems = decode(raw, NetworkFile, file=path.name, text=text, lists=lists)
    if network is None:
        return None, problems
    problems = tuple(_unsound(network, path, text))
    return (None if problems else network), problems


def _unsound(network: NetworkFile, path: Path, text: str) -> Iterable[Problem]:
    """What the rest of the app relies on without asking again."""

    def problem(place: str, what: str, index: int | None = None) -> Problem:
        return Problem(path.name, place, what, None if index is None else line_of(text, "checks", index))

    if network.format != FORMAT:
        yield problem("format", _("this app reads format {known}").format(known=FORMAT))
    if network.id != path.stem:
        yield problem("id", _("must be “{stem}”, as the file is called").format(stem=path.stem))
    yield from (problem(place, what) for place, what in _parts(network))
    yield from (problem("groups", what) for what in _id_faults([one.id for one in network.groups]))
    yield from (problem("checks", what) for what in _id_faults([one.id for one in network.checks]))
    if not compiles(network.profile.handle):
        yield problem("profile.handle", _("is not a regular expression that can be used"))
    groups = {one.id for one in network.groups}
    for index, check in enumerate(network.checks):
        place = f"checks[{index}]"
        choices = [one.id for one in check.choices]
        yield from (problem(f"{place}.choices", what, index) for what in _id_faults(choices))
        yield from (
            problem(f"{place}.choices", _("“{id}” is kept for the app’s own use").format(id=one), index)
            for one in choices
            if one in RESERVED
        )
        if check.group not in groups:
            yield problem(f"{place}.group", _("there is no group “{id}”").format(id=check.group), index)
        if check.default and check.default not in choices:
            yield problem(f"{place}.default", _("there is no choice “{id}”").format(id=check.default), index)


def _parts(network: NetworkFile) -> Iterable[tuple[str, str]]:
    """Each kind of file has parts of its own: a network its profile and pages, a place what it says of people."""
    missing = _("the field “{name}” is missing")
    if network.kind is Kind.NETWORK:
        if network.profile == NO_PROFILE:
            yield "", missing.format(name="profile")
        if not network.start.strip():
            yield "", missing.format(name="start")
        for name in NEEDED_PAGES:
            if getattr(network.pages, name) is None:
                yield "pages", missing.format(name=name)
    if network.kind is Kind.PLACE and network.place is None:
        yield "", missing.format(name="place")
    if network.kind is not Kind.PLACE and network.place is not None:
        yield "place", _("only a file of the kind “place” has this")
    if network.kind is not Kind.NETWORK and network.profile != NO_PROFILE:
        yield "profile", _("only a file of the kind “network” has this")


def _id_faults(ids: list[str]) -> Iterable[str]:
    for one in dict.fromkeys(ids):
        if ids.count(one) > 1:
            yield _("the id “{id}” stands there {n} times").format(id=one, n=ids.count(one))
        if not _ID.fullmatch(one):
            yield _("the id “{id}” must be small letters and digits, joined by - or _").format(id=one)


def compiles(pattern: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError, Warning):
            return False
    return True
