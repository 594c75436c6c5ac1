"""Making an invented export: its files, how it is packed, and what is in it, counted while it is made."""

from __future__ import annotations

import csv
import io
import json
import random
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from footprint.archives.records import Connection, Entry, Held, HeldKind, Kind, Record, Relation, Why

STAMP = (2026, 11, 2, 9, 30, 0)  # of every file inside, so that the same seed gives the same bytes


class Form(StrEnum):
    """How an export is packed."""

    ZIP = "zip"
    TAR = "tar.gz"
    FOLDER = "folder"
    FILE = "file"


@dataclass
class DemoArchive:
    """An export of an invented person. `expected` counts by kind: `entry:post`, `connection:friend`, `held:login`,
    `trouble:others_words`; `messages` come in place of that last trouble when messages are read as well.
    """

    network: str
    variant: str
    form: Form = Form.ZIP
    me: str = ""
    account: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    expected: Counter[str] = field(default_factory=Counter)
    messages: int = 0

    def add(self, path: str, content: bytes | str) -> None:
        self.files[path] = content.encode() if isinstance(content, str) else content

    def add_json(self, path: str, value: object, *, bytewise: bool = False, before: str = "") -> None:
        """`bytewise` writes as Meta does: each byte of UTF-8 as a character of its own."""
        text = json.dumps(_bytewise(value) if bytewise else value, indent=2, ensure_ascii=bytewise)
        self.add(path, before + text)

    def add_table(self, path: str, columns: str, rows: Iterable[Sequence[object]], before: str = "") -> None:
        """A table with a mark at its start, as LinkedIn and Reddit write it; `columns` by commas."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(columns.split(","))
        writer.writerows(rows)
        self.add(path, "\ufeff" + before + text.getvalue())

    def expect(self, kind: Kind | Relation | HeldKind | Why, count: int = 1) -> None:
        room = {Kind: "entry", Relation: "connection", HeldKind: "held", Why: "trouble"}[type(kind)]
        self.expected[f"{room}:{kind.value}"] += count

    def write(self, folder: Path, form: Form | None = None) -> Path:
        """Put it into `folder` and say where: a file, or a folder of files."""
        form = form or self.form
        name = f"{self.network}-{self.variant}"
        if form is Form.FILE:
            path = folder / next(iter(self.files)).rsplit("/", 1)[-1]
            path.write_bytes(next(iter(self.files.values())))
            return path
        if form is Form.FOLDER:
            for inside, content in self.files.items():
                (folder / name / inside).parent.mkdir(parents=True, exist_ok=True)
                (folder / name / inside).write_bytes(content)
            return folder / name
        path = folder / f"{name}.{form}"
        path.write_bytes(zipped(self.files) if form is Form.ZIP else tarred(self.files))
        return path

    def write_parts(self, folder: Path, many: int) -> list[Path]:
        """The same as `many` zip files, as networks split what is large: the largest files have one each."""
        large = sorted(self.files, key=lambda path: len(self.files[path]), reverse=True)[: many - 1]
        parts = [[path for path in self.files if path not in large], *([path] for path in large)]
        paths = []
        for number, names in enumerate(parts):
            inside = {path: self.files[path] for path in names}
            path = folder / f"{self.network}-{self.variant}-{number + 1}.zip"
            path.write_bytes(zipped(inside))
            paths.append(path)
        return paths


def zipped(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, STAMP), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for path, content in files.items():
            about = tarfile.TarInfo(path)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return whole.getvalue()


def _bytewise(value: object) -> object:
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, dict):
        return {_bytewise(key): _bytewise(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_bytewise(one) for one in value]
    return value


def count(records: Iterable[Record]) -> Counter[str]:
    """The same counts out of what a reader gave."""
    found: Counter[str] = Counter()
    for one in records:
        if isinstance(one, Entry):
            found[f"entry:{one.kind.value}"] += 1
        elif isinstance(one, Connection):
            found[f"connection:{one.relation.value}"] += 1
        elif isinstance(one, Held):
            found[f"held:{one.kind.value}"] += one.count
        else:
            found[f"trouble:{one.why.value}"] += one.count
    return found


def chance(seed: int, *of: str) -> random.Random:
    """A source of chance for one archive: the same seed and name, the same archive."""
    return random.Random(f"{seed} {' '.join(of)}")
