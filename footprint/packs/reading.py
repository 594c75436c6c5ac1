"""Reads a pack: the zip, then its signature, then every file strictly, then what the rest of the app relies on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

from footprint.handwritten import Problem, decode, line_of, parse
from footprint.i18n import _
from footprint.nesting import is_too_deep
from footprint.packs import format as shape
from footprint.packs.format import (
    CadencesFile,
    ChecksFile,
    ContactsFile,
    GuidanceFile,
    LensesFile,
    LettersFile,
    LinksFile,
    Manifest,
    Strict,
)
from footprint.packs.records import (
    NO_CADENCES,
    NO_CHECKS,
    NO_CONTACTS,
    NO_GUIDANCE,
    NO_LENSES,
    NO_LINKS,
    Decoded,
    NotSigned,
    Pack,
    PackError,
    Part,
    Parts,
    Ships,
    no_pack,
)
from footprint.packs.rules import faults
from footprint.packs.seal import signer
from footprint.packs.zipped import FOLDERS, LARGEST_CONTENT, MOST_FILES, PACK, is_name, read_bytes, text_of, unzip

T = TypeVar("T", bound=Strict)

MOST_PROBLEMS = 200  # told of one pack; nobody reads more

_GUIDANCE_LISTS: Mapping[str, type[Strict]] = {
    "section": shape.Section,
    "add": shape.AddedStatement,
    "reword": shape.RewordedStatement,
    "hide": shape.HiddenStatement,
}
# Stands in only until the faults of the real one are told.
_NO_MANIFEST = Manifest(
    format=0,
    id="",
    organisation="",
    version=0,
    made=date.min,
    contact="",
    language="",
    hosts=(),
    changes=(),
    summary="",
)


def read_pack(source: bytes | Path, *, parts: Parts, ships: Ships | None = None, signed: bool = True) -> Pack:
    """The pack in a file or in its bytes. Raises `PackError`, and nothing else, for whatever is wrong with it.

    `parts` are the decoders of the rooms above. With `ships` everything it names must be there in this copy of the app:
    asked for before it is used, and not at each start, so that an update of the app never takes a pack away.
    `signed=False`: one without a signature can be looked at; a wrong signature is refused all the same.
    """
    data = read_bytes(source) if isinstance(source, Path) else source
    texts = unzip(data)
    try:
        key = signer(texts)
    except NotSigned:
        if signed:
            raise
        key = None
    return _made(texts, parts, ships, key, hashlib.sha256(data).hexdigest())


def read_texts(texts: Mapping[str, str], *, parts: Parts, ships: Ships | None = None) -> Pack:
    """The pack these texts make: what a folder holds before it is built. Never signed."""
    return _made(texts, parts, ships, None, "")


def folder_texts(folder: Path) -> dict[str, str]:
    """The texts of the folder a pack is built from. Hidden files and a README are left where they are."""
    found: dict[str, str] = {}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise no_pack(_("is a link to another file; a pack holds files alone"), name)
        if not is_name(name):
            raise no_pack(_("is no file a pack can hold; its README has the list"), name)
        found[name] = text_of(name, read_bytes(path))
    if len(found) > MOST_FILES:
        raise no_pack(_("holds {n} files; {most} is the most").format(n=len(found), most=MOST_FILES), folder.name)
    return found


def _files(folder: Path) -> Iterator[Path]:
    """What is in the folder and in the folders a pack has; no other is gone into, whatever folder was named."""
    try:
        top = sorted(folder.iterdir())
        for path in top:
            if path.name.startswith((".", "README")):
                continue
            if path.name in FOLDERS and path.is_dir() and not path.is_symlink():
                yield from (one for one in sorted(path.iterdir()) if not one.name.startswith((".", "README")))
            else:
                yield path
    except OSError as problem:
        raise no_pack(_("could not be read: {why}").format(why=problem.strerror), folder.name) from None


def _made(texts: Mapping[str, str], parts: Parts, ships: Ships | None, key: bytes | None, sha256: str) -> Pack:
    if PACK not in texts:
        raise no_pack(_("has no pack.toml, which says who made it"))
    size = sum(len(text.encode("utf-8")) for text in texts.values())
    if size > LARGEST_CONTENT:
        raise no_pack(_("unpacks to {n} bytes; {most} is the most").format(n=size, most=LARGEST_CONTENT))
    for name, text in texts.items():
        if is_too_deep(text):
            raise no_pack(_("nests deeper than any pack needs"), name)
    read = _Reader(texts)
    manifest = read.one(PACK, Manifest, {})
    found = Pack(
        manifest or _NO_MANIFEST,
        guidance=read.one("guidance.toml", GuidanceFile, _GUIDANCE_LISTS) or NO_GUIDANCE,
        contacts=read.one("contacts.toml", ContactsFile, {"contact": shape.Contact, "when": shape.When}) or NO_CONTACTS,
        checks=read.one("checks.toml", ChecksFile, {"reword": shape.RewordedCheck, "hide": shape.HiddenCheck})
        or NO_CHECKS,
        cadences=read.one("cadences.toml", CadencesFile, {"cadence": shape.Cadence}) or NO_CADENCES,
        links=read.one("links.toml", LinksFile, {"link": shape.Link}) or NO_LINKS,
        lenses=read.one("lenses.toml", LensesFile, {"words": shape.LensWords}) or NO_LENSES,
        letters=read.one("letters.toml", LettersFile, {"ask_first": shape.AskFirst}),
        added_checks=read.folder("checks", parts.checks),
        networks=read.folder("networks", parts.network),
        events=read.folder("events", parts.event),
        key=key,
        sha256=sha256,
        size=size,
    )
    if read.problems or manifest is None:
        raise PackError(_with_lines(read.problems[:MOST_PROBLEMS], texts))
    if problems := tuple(islice(faults(found, frozenset(texts), ships), MOST_PROBLEMS)):
        raise PackError(_with_lines(problems, texts))
    return found


_ITEM = re.compile(r"(\w+)\[(\d+)\]")


def _with_lines(problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Each with the line its item begins on, where the place names one: easier to find than a number from 0."""
    for one in problems:
        item = _ITEM.match(one.place)
        if one.line is None and item and one.file in texts:
            yield replace(one, line=line_of(texts[one.file], item[1], int(item[2])))
        else:
            yield one


class _Reader:
    """The files of one pack, each decoded strictly; what is wrong with any of them is kept for the end."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.problems: list[Problem] = []

    def one(self, name: str, kind: type[T], lists: Mapping[str, type[Strict]]) -> T | None:
        """The file of this name, None where there is none or it has a fault."""
        if name not in self._texts:
            return None
        raw, text, problems = parse(name, self._texts[name])
        if raw is None:
            self.problems += problems
            return None
        file, problems = decode(raw, kind, file=name, text=text, lists=lists)
        self.problems += problems
        return file

    def folder(self, folder: str, decoder: Callable[[str, str], Decoded]) -> tuple[Part, ...]:
        """Every file of one folder, by the decoder of its room."""
        found: list[Part] = []
        for name in sorted(self._texts):
            if name.startswith(f"{folder}/"):
                value, problems = decoder(name, self._texts[name])
                self.problems += problems
                found.append(Part(name, self._texts[name], value))
        return tuple(found)
