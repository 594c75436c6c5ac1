"""Reads the checklist files of a folder; a file with a fault is named and left out, the others load."""

from __future__ import annotations

import contextlib
import itertools
import re
import threading
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from footprint.checklists.decode import Problem, decode, line_of, parse, read
from footprint.checklists.format import NEEDED_PAGES, NO_PROFILE, Check, Group, Kind, NetworkFile, Shelf, Statement
from footprint.checklists.probing import probe_faults
from footprint.checklists.records import NOT_FOUND, SOMETHING_ELSE
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.packs.origins import FromPack

if TYPE_CHECKING:
    from footprint.checklists.packed import PackPart
    from footprint.packs.records import Pack

FORMAT = 1
ANY = "any-other"  # the list that fits a network we have never heard of
_OWN = "org:"  # what every id of a pack begins with (`packs.format.OWN`)
RESERVED = (SOMETHING_ELSE, NOT_FOUND)
_LONGEST_PATTERN = 400
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")


@dataclass(frozen=True)
class Head:
    """What a list shows of a file, read without reading its checks."""

    id: str
    name: str
    kind: Kind
    shelf: Shelf
    suggest: bool
    summary: str
    origin: FromPack | None = None


class Library:
    """The networks that can be used, in the order people read them, and what was wrong with the rest."""

    def __init__(self, networks: Iterable[NetworkFile], problems: Iterable[Problem] = ()) -> None:
        self._networks = {one.id: one for one in sorted(networks, key=lambda one: (one.kind, one.name.casefold()))}
        self._problems = tuple(problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._problems

    @property
    def pack(self) -> PackPart | None:
        """What the employer's pack in use says about checklists."""
        return None

    @property
    def employer(self) -> Pack | None:
        """The whole pack, for a room that is handed a library."""
        return None if self.pack is None else self.pack.employer

    def files(self) -> tuple[NetworkFile, ...]:
        """Everything: networks, places and situations."""
        return tuple(self._networks.values())

    def networks(self) -> tuple[NetworkFile, ...]:
        """What people have accounts on."""
        return self.of(Kind.NETWORK)

    def of(self, kind: Kind) -> tuple[NetworkFile, ...]:
        return tuple(one for one in self.files() if one.kind is kind)

    def heads(self, kind: Kind | None = None) -> tuple[Head, ...]:
        """Every file in a line, in the order people read them: cheap, where `files` reads all of everything."""
        return _in_order((_head_of(one) for one in self.files()), kind)

    def name(self, network_id: str) -> str:
        """What people call it; the id itself for one there is no checklist for."""
        return next((one.name for one in self.heads() if one.id == network_id), None) or _unlisted(network_id)

    def network_or_any(self, network_id: str) -> NetworkFile:
        """The checklist of a network, or the one that fits any, under the name of this one."""
        if network_id in self or ANY not in self:
            return self.network(network_id)
        return msgspec.structs.replace(self.network(ANY), id=network_id, name=_unlisted(network_id))

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


class FolderLibrary(Library):
    """The library of a folder. A file is read when its network is first asked for: a start needs few of many.

    `pack` gives what an employer's pack says about checklists; it too is asked only when a file is first wanted.
    """

    def __init__(
        self, folder: Path, newer: Mapping[str, str], pack: Callable[[], PackPart | None] = lambda: None
    ) -> None:
        super().__init__(())
        self._folder = folder
        self._pack = pack
        self._lock = threading.Lock()
        self._sources: dict[str, Path | str] = {}
        self._read: dict[str, tuple[NetworkFile | None, tuple[Problem, ...]]] = {}
        self.renewals = 0  # so that what was worked out from the files can be kept until they are others
        self.renew(newer)

    def renew(self, newer: Mapping[str, str]) -> None:
        """From now on these texts stand in place of the folder's files; everything is read anew when asked for."""
        found: dict[str, Path | str] = {path.stem: path for path in self._folder.glob("*.toml")}
        found |= {name.removesuffix(".toml"): text for name, text in newer.items()}
        with self._lock:
            self._sources = dict(sorted(found.items()))
            self._read.clear()
            self.renewals += 1
            self._heads: dict[str, Head | None] = {}
            self._layer: PackPart | None = None
            self._own: dict[str, NetworkFile] | None = None  # the networks of the pack; None before it was asked

    @property
    def pack(self) -> PackPart | None:
        """What the pack in use says about checklists."""
        with self._lock:
            self._ask_pack()
            return self._layer

    def original(self, network_id: str, check_id: str) -> Check | None:
        """A check as it ships, where the pack in use says it otherwise or hides it; None for any other."""
        shown = next((one for one in self.network(network_id).checks if one.id == check_id), None)
        if shown is None or shown.origin is None or network_id not in self._sources:
            return None
        with self._lock:
            network = self._loaded(self._sources[network_id], network_id)[0]
        return next((one for one in network.checks if one.id == check_id), None) if network else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        found = tuple(problem for name in self._sources for problem in self._file(name)[1])
        layer = self.pack
        return (*found, *(layer.problems if layer is not None else ()))

    def heads(self, kind: Kind | None = None) -> tuple[Head, ...]:
        with self._lock:
            for name, source in self._sources.items():
                if name not in self._heads:
                    self._heads[name] = _head(name, source)
            found = (*self._heads.values(), *map(_head_of, self._ask_pack().values()))
        return _in_order((one for one in found if one is not None), kind)

    def files(self) -> tuple[NetworkFile, ...]:
        found = (self._file(name)[0] for name in (*self._sources, *self._own_ids()))
        return Library(one for one in found if one is not None).files()

    def __contains__(self, network_id: object) -> bool:
        return isinstance(network_id, str) and self._file(network_id)[0] is not None

    def network(self, network_id: str) -> NetworkFile:
        return self._file(network_id)[0] or super().network(network_id)

    def _own_ids(self) -> tuple[str, ...]:
        with self._lock:
            return tuple(self._ask_pack())

    def _ask_pack(self) -> dict[str, NetworkFile]:
        """The networks of the pack in use; whoever calls holds the lock."""
        if self._own is None:
            self._layer = self._pack()
            self._own = {one.id: one for one in self._layer.own()} if self._layer is not None else {}
        return self._own

    def _file(self, name: str) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
        """A network stands in the file of its own name, or not at all (`_unsound`)."""
        with self._lock:
            if name not in self._read:
                own, source = self._ask_pack(), self._sources.get(name)
                if name in own:
                    return own[name], ()
                if source is None:  # there is none, or it went with a renewal while somebody was reading all of them
                    return None, ()
                network, problems = self._loaded(source, name)
                if network is not None and self._layer is not None:
                    network = self._layer.over(network)
                self._read[name] = network, problems
            return self._read[name]

    @staticmethod
    def _loaded(source: Path | str, name: str) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
        return load_file(source) if isinstance(source, Path) else load_text(f"{name}.toml", source)


def _unlisted(network_id: str) -> str:
    """What to call a network without a checklist: one of a pack that is not in use says so."""
    own = network_id.removeprefix(_OWN)
    if own == network_id:
        return network_id
    name = own.replace("-", " ").replace("_", " ").capitalize()
    return _("{name} (its pack is not in use)").format(name=name)


def _head_of(one: NetworkFile) -> Head:
    return Head(one.id, one.name, one.kind, one.shelf, one.suggest, one.summary, one.origin)


def _in_order(heads: Iterable[Head], kind: Kind | None) -> tuple[Head, ...]:
    wanted = (one for one in heads if kind is None or one.kind is kind)
    return tuple(sorted(wanted, key=lambda one: (one.kind, one.name.casefold())))


class _HeadOfFile(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a file before its first table."""

    id: str
    name: str
    kind: Kind
    summary: str
    shelf: Shelf = Shelf.OTHER
    suggest: bool = True


def _head(name: str, source: Path | str) -> Head | None:
    """The head of one file; none for a file that has no readable one (`problems` says why when it is asked)."""
    import tomllib

    try:
        found = msgspec.convert(tomllib.loads(_before_tables(source)), _HeadOfFile, strict=True)
    except (OSError, ValueError, msgspec.ValidationError):
        return None
    if found.id != name:
        return None
    return Head(found.id, found.name, found.kind, found.shelf, found.suggest, found.summary)


def _before_tables(source: Path | str) -> str:
    lines = source.splitlines(keepends=True) if isinstance(source, str) else source.open(encoding="utf-8-sig")
    with contextlib.nullcontext(lines) if isinstance(lines, list) else lines as all_lines:
        return "".join(itertools.takewhile(lambda line: not line.startswith("["), all_lines))


def load(
    folder: Path,
    newer: Mapping[str, str] | None = None,
    pack: Callable[[], PackPart | None] = lambda: None,
) -> FolderLibrary:
    """Every `*.toml` of `folder`, and in place of some the texts of `newer`, with a pack over them.

    Never raises for what a file says.
    """
    return FolderLibrary(folder, newer or {}, pack)


def load_file(path: Path) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
    """One file: its network, or the faults that keep it from being used."""
    return _made(path.name, *read(path))


def load_text(name: str, text: str, *, own: str = "") -> tuple[NetworkFile | None, tuple[Problem, ...]]:
    """The same for the text of a file called `name`. `own`: what the ids in it begin with (a pack's are its own)."""
    return _made(name, *parse(name, text), own)


def _made(
    name: str, raw: dict[str, Any] | None, text: str, problems: tuple[Problem, ...], own: str = ""
) -> tuple[NetworkFile | None, tuple[Problem, ...]]:
    if raw is None:
        return None, problems
    lists = {"checks": Check, "groups": Group, "always_public": Statement}
    network, problems = decode(raw, NetworkFile, file=name, text=text, lists=lists)
    if network is None:
        return None, problems
    problems = tuple(_unsound(network, name, text, own))
    return (None if problems else network), problems


def _unsound(network: NetworkFile, name: str, text: str, own: str) -> Iterable[Problem]:
    """What the rest of the app relies on without asking again."""

    def problem(place: str, what: str) -> Problem:
        return Problem(name, place, what)

    if network.format != FORMAT:
        yield problem("format", _("this app reads format {known}").format(known=FORMAT))
    stem = own + Path(name).stem
    if network.id != stem:
        yield problem("id", _("must be “{stem}”, as the file is called").format(stem=stem))
    if network.origin is not None:
        yield problem("", unknown_origin())
    yield from (problem(place, what) for place, what in _parts(network))
    yield from (problem("groups", what) for what in id_faults([one.id for one in network.groups]))
    yield from (problem("checks", what) for what in id_faults([one.id for one in network.checks], own))
    if not compiles(network.profile.handle):
        yield problem("profile.handle", _("is not a regular expression that can be used"))
    groups = {one.id for one in network.groups}
    for index, check in enumerate(network.checks):
        found = list(choice_faults(check))
        if check.group not in groups:
            found.append(("group", _("there is no group “{id}”").format(id=check.group)))
        for at, what in found:
            yield Problem(name, f"checks[{index}].{at}", what, line_of(text, "checks", index))


def unknown_origin() -> str:
    """Where something comes from is said by the app alone, never by the file itself."""
    return _("unknown field “{name}”").format(name="origin")


def choice_faults(check: Check) -> Iterable[tuple[str, str]]:
    """What is wrong with the ids of a check's choices, and what no check says of itself."""
    if check.origin is not None:
        yield "origin", unknown_origin()
    choices = [one.id for one in check.choices]
    yield from (("choices", what) for what in id_faults(choices))
    yield from (
        ("choices", _("“{id}” is kept for the app’s own use").format(id=one)) for one in choices if one in RESERVED
    )
    if check.default and check.default not in choices:
        yield "default", _("there is no choice “{id}”").format(id=check.default)


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
    if network.probe is not None:
        if network.kind is not Kind.NETWORK:
            yield "probe", _("only a file of the kind “network” has this")
        else:
            for place, what in probe_faults(network.probe, network.profile.address, network.profile.handle):
                yield f"probe.{place}", what


def id_faults(ids: list[str], own: str = "") -> Iterable[str]:
    """Ids that are there twice, look otherwise than ids do, or do not begin with `own`."""
    for one, n in Counter(ids).items():
        if n > 1:
            yield _("the id “{id}” stands there {n} times").format(id=one, n=n)
        if not one.startswith(own):
            yield _("the id “{id}” must begin with “{own}”").format(id=one, own=own)
        elif not _ID.fullmatch(one.removeprefix(own)):
            yield _("the id “{id}” must be small letters and digits, joined by - or _").format(id=one)


def compiles(pattern: str) -> bool:
    """Whether it is a regular expression, and none so long that making it takes seconds."""
    if len(pattern) > _LONGEST_PATTERN:
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError, Warning):
            return False
    return True
