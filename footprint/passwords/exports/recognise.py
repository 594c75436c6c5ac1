"""Which manager wrote this file, by what is in it; its name plays no part. Runs in the reading process."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from footprint.i18n import _
from footprint.passwords.exports.csv_shapes import read_csv
from footprint.passwords.exports.json_shapes import locked, read_json
from footprint.passwords.exports.raw import LARGEST, BadExport, Found
from footprint.passwords.exports.xml_shape import read_xml

_MOST_ENTRIES = 20_000
_RATIO = 200  # text of many equal lines packs well; a bomb packs a thousand times and more
_FREE = 1_000_000  # below this nothing is a bomb
_STEP = 1 << 16
_INSIDE = re.compile(r"(^|/)(export\.data|data\.json|[^/]*\.(csv|json))$", re.IGNORECASE)
_TRIED = 20
_KDBX = b"\x03\xd9\xa2\x9a"
# What the standard library raises for archives that are none, or damaged inside.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError,
    KeyError,
)  # fmt: skip
_PGP = b"-----BEGIN PGP MESSAGE-----"


def recognise(data: bytes) -> Found:
    """The list in `data`. Raises `BadExport` with what it is, and what to do instead."""
    if data.startswith(b"PK\x03\x04"):
        return _from_zip(data)
    found = _plain(data)
    if found is None:
        raise _unknown()
    return found


def _plain(data: bytes) -> Found | None:
    start = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t \x00")
    if data.startswith(_KDBX):
        raise BadExport(_("This is KeePassXC’s own locked file. In KeePassXC, export it as a CSV file first."))
    if start.startswith(_PGP):
        raise locked()
    if start.startswith(b"<"):
        return read_xml(data)
    text = _text(data)
    if start.startswith((b"{", b"[")):
        return read_json(text)
    return read_csv(text)


def _text(data: bytes) -> str:
    """By its byte mark, as UTF-8, or else as Windows writes; NUL has no place in a list."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\0", "")


def _from_zip(data: bytes) -> Found:
    """The first file of the archive that is a list; entries are labels and never become paths."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise _bomb()
            if any(entry.filename.lower().endswith(".pgp") for entry in entries):
                raise locked()
            wanted = [entry for entry in entries if _INSIDE.search(entry.filename) and not entry.is_dir()]
            for entry in sorted(wanted, key=_rank)[:_TRIED]:
                found = _plain(_inflated(archive, entry))
                if found is not None:
                    return found
    except _BROKEN:
        raise BadExport(_("This file is cut off or damaged. Export it again.")) from None
    raise _unknown()


def _rank(entry: zipfile.ZipInfo) -> tuple[int, str]:
    name = entry.filename.lower().rpartition("/")[2]
    known = ("export.data", "data.json", "credentials.csv")
    return (known.index(name) if name in known else len(known), name)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of one entry, counted as they come: what an archive says of its sizes need not be true."""
    if entry.flag_bits & 1:
        raise locked()
    most = min(LARGEST, max(_FREE, entry.compress_size * _RATIO))
    if entry.file_size > most:
        raise _bomb()
    read = bytearray()
    with archive.open(entry) as opened:
        while piece := opened.read(_STEP):
            read += piece
            if len(read) > most:
                raise _bomb()
    return bytes(read)


def _bomb() -> BadExport:
    return BadExport(_("This archive unpacks into far more than a list of logins. Check which file it is."))


def _unknown() -> BadExport:
    return BadExport(
        _(
            "This is not a list of logins we know. Export again as .csv or .json from your manager or browser, "
            "and choose that file."
        )
    )
