"""From a folder somebody wrote to one signed file: the same folder and key give the same bytes on every computer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from footprint.handwritten import Problem
from footprint.i18n import _
from footprint.packs.reading import folder_texts, read_pack, read_texts
from footprint.packs.records import Pack, PackError, Parts, Ships
from footprint.packs.seal import sign
from footprint.packs.zipped import PACK, SIGNATURE, zipped

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def read_any(path: Path, *, parts: Parts, ships: Ships | None = None) -> Pack:
    """The pack in a folder or in a file, signed or not: what `lint`, `show` and `differences` look at."""
    if path.is_dir():
        return read_texts(folder_texts(path), parts=parts, ships=ships)
    return read_pack(path, parts=parts, ships=ships, signed=False)


def build(
    folder: Path, key: Ed25519PrivateKey, *, parts: Parts, ships: Ships | None, after: Pack | None = None
) -> bytes:
    """The signed file of a folder. Raises `PackError` for every fault, and, with `after`, where it does not follow on
    the version before: another id, no higher version, or checks that are gone without a word."""
    texts = folder_texts(folder)
    if SIGNATURE in texts:
        raise PackError((Problem(SIGNATURE, "", _("is made by the app; take it out of the folder")),))
    pack = read_texts(texts, parts=parts, ships=ships)
    if after is not None and (problems := tuple(_follows(after, pack))):
        raise PackError(problems)
    data = pack_of(texts, key)
    read_pack(data, parts=parts, ships=ships)  # what is handed out has been read back
    return data


def pack_of(texts: Mapping[str, str], key: Ed25519PrivateKey) -> bytes:
    """These texts signed and zipped, as they stand."""
    return zipped(sign(texts, key))


def _follows(before: Pack, pack: Pack) -> Iterator[Problem]:
    if pack.id != before.id:
        yield Problem(PACK, "id", _("must stay “{id}”, as in the version before").format(id=before.id))
    if pack.version <= before.version:
        yield Problem(PACK, "version", _("must be higher than {n}, the version before").format(n=before.version))
    kept = _checks(pack)
    for file, ids in _checks(before).items():
        for gone in sorted(ids - kept.get(file, frozenset())):
            what = _("the check “{id}” is gone; keep it with retired = true, so that no answer is lost").format(id=gone)
            yield Problem(file, "checks", what)


def _checks(pack: Pack) -> dict[str, frozenset[str]]:
    """The ids of its own checks by file, with those they had before."""
    return {
        part.file: frozenset(name for check in part.value.checks for name in (check.id, *check.was))
        for part in (*pack.added_checks, *pack.networks)
    }
