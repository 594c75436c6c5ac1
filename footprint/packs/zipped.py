"""A pack as a zip of small text files: opened with our own sums, and written so that it comes out the same every time.

Nothing is written to disk on the way in. Names inside are labels, held against the few there can be. What is asked for
of a zip from outside is `vault-design` 10: no two entries in one place, nothing that grows, nothing hidden, one level.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from footprint.i18n import _
from footprint.packs.records import NotAPack, no_pack
from footprint.packs.uses import ENDING

LARGEST_FILE = 2_000_000  # bytes of the zip itself
LARGEST_CONTENT = 1_000_000  # bytes of all texts in it
MOST_FILES = 200
_MOST_RATIO = 50
_SMALL = 100_000  # what is this small may be packed as tightly as it likes

PACK, SIGNATURE = "pack.toml", "signature.toml"
FOLDERS = ("checks", "networks", "events")
SINGLE = ("guidance.toml", "contacts.toml", "checks.toml", "cadences.toml", "letters.toml", "links.toml", "lenses.toml")
_NAME = re.compile(rf"(?:{'|'.join(FOLDERS)})/[a-z0-9]+(?:[-_][a-z0-9]+)*\.toml")
_LOCAL = b"PK\x03\x04"
_LOCAL_SIZE = 30
_ENCRYPTED = 0x1
_UNIX = 3
_DAY_OF_ALL = (2026, 1, 1, 0, 0, 0)  # the time in every entry, so that the same pack is the same file
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,  # UnicodeDecodeError among them
    OverflowError,
    OSError,
    KeyError,
    IndexError,
)


def is_name(name: str) -> bool:
    """Whether a pack can hold a file of this name."""
    return name in (PACK, SIGNATURE, *SINGLE) or (len(name) < 100 and _NAME.fullmatch(name) is not None)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file the person chose; one that is too large is not read to its end."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", "") or str(problem)
        raise no_pack(_("could not be read: {why}").format(why=why), path.name) from None
    return data


def unzip(data: bytes) -> dict[str, str]:
    """The texts in a pack, by name. Raises `NotAPack` for everything that is not exactly such a zip."""
    if len(data) > LARGEST_FILE:
        raise no_pack(_("is larger than a pack can be ({most} kB)").format(most=LARGEST_FILE // 1000))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            for problem in _faults(data, entries, archive):
                raise problem
            return _texts(archive, entries)
    except _BROKEN:
        raise no_pack(_("is not a zip file, or is a broken one")) from None


def _faults(data: bytes, entries: list[zipfile.ZipInfo], archive: zipfile.ZipFile) -> Iterator[NotAPack]:
    """What is wrong with the list of entries, before any is opened."""
    if not entries:
        yield no_pack(_("is an empty zip file"))
    if len(entries) > MOST_FILES:
        yield no_pack(_("holds {n} files; {most} is the most").format(n=len(entries), most=MOST_FILES))
    if archive.comment:
        yield no_pack(_("has something behind the last file"))
    total = sum(one.file_size for one in entries)
    if total > LARGEST_CONTENT:
        yield no_pack(_("unpacks to {n} bytes; {most} is the most").format(n=total, most=LARGEST_CONTENT))
    if total > max(_SMALL, _MOST_RATIO * len(data)):
        yield no_pack(_("grows too much when it is unpacked"))
    for one in entries:
        yield from _entry_faults(one)
    yield from _name_faults(entries)
    yield from _place_faults(data, entries, archive.start_dir)


def _entry_faults(one: zipfile.ZipInfo) -> Iterator[NotAPack]:
    name = _shown(one.orig_filename)
    if one.flag_bits & _ENCRYPTED:
        yield no_pack(_("is locked with a password; a pack is open to read"), name)
    if stat.S_ISLNK(one.external_attr >> 16):
        yield no_pack(_("is a link to another file; a pack holds files alone"), name)
    if one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield no_pack(_("is packed in a way that is not used here"), name)
    if not is_name(one.orig_filename):
        yield no_pack(_why_not(one.orig_filename), name)
    if one.file_size > max(_SMALL, _MOST_RATIO * one.compress_size):
        yield no_pack(_("grows too much when it is unpacked"), name)


def _why_not(name: str) -> str:
    if "\0" in name:
        return _("has a name with a sign that no name has")
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
        return _("leads outside the pack")
    if "\\" in name:
        return _("must be written with / between folder and file")
    if name.lower().endswith((".zip", ENDING)):
        return _("is a pack in a pack; there is one level only")
    if name.endswith("/"):
        return _("is an empty folder; a pack holds files alone")
    if not name.lower().endswith(".toml"):
        return _("is no TOML file; a pack holds nothing else, and nothing that could run")
    return _("is no file a pack can hold; its README has the list")


def _name_faults(entries: list[zipfile.ZipInfo]) -> Iterator[NotAPack]:
    seen: set[str] = set()
    for one in entries:
        name = one.orig_filename.casefold()
        if name in seen:
            yield no_pack(_("is in the pack twice"), _shown(one.orig_filename))
        seen.add(name)


def _place_faults(data: bytes, entries: list[zipfile.ZipInfo], end: int) -> Iterator[NotAPack]:
    """Entries lie one behind the other: none shares its bytes with another, and each says its own name again."""
    at = 0
    for one in sorted(entries, key=lambda entry: entry.header_offset):
        name = _shown(one.orig_filename)
        head = data[one.header_offset : one.header_offset + _LOCAL_SIZE]
        if one.header_offset != at or len(head) < _LOCAL_SIZE or not head.startswith(_LOCAL):
            yield no_pack(_("lies over another file, or has something hidden before it"), name)
            return
        name_size, extra = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
        start = at + _LOCAL_SIZE
        if data[start : start + name_size] != one.orig_filename.encode("utf-8", "surrogateescape"):
            yield no_pack(_("has two names"), name)
        at = start + name_size + extra + one.compress_size
        if one.flag_bits & 0x8:
            yield no_pack(_("does not say its size first; make the pack with “footprint pack build”"), name)
    if at != end:
        yield no_pack(_("has something hidden between its files"))


def _texts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, str]:
    found: dict[str, str] = {}
    left = LARGEST_CONTENT
    for one in sorted(entries, key=lambda entry: entry.orig_filename):
        with archive.open(one) as file:
            raw = file.read(left + 1)
        left -= len(raw)
        if left < 0:
            raise no_pack(_("unpacks to more than {most} bytes").format(most=LARGEST_CONTENT))
        if len(raw) != one.file_size:
            raise no_pack(_("is of another size than the zip says"), one.orig_filename)
        found[one.orig_filename] = text_of(one.orig_filename, raw)
    return found


def text_of(name: str, raw: bytes) -> str:
    """The text of one file, which has to be plain UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise no_pack(_("is not plain UTF-8 text"), name) from None
    if "\0" in text:
        raise no_pack(_("holds a sign that no text has (NUL)"), name)
    return text.replace("\r\n", "\n")


def _shown(name: str) -> str:
    """A name from outside, so that it can stand in a sentence."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:80] or _("A file without a name")


def zipped(texts: Mapping[str, str]) -> bytes:
    """The zip of these texts: the same bytes for the same texts, on every computer and every day.

    Nothing is compressed, because how tightly a text is packed differs from one library to the next.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(texts):
            entry = zipfile.ZipInfo(name, _DAY_OF_ALL)
            entry.create_system = _UNIX
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, texts[name].encode("utf-8"))
    return made.getvalue()
