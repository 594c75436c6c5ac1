"""A look into a bundle before it is merged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from footprint import dates
from footprint.log.exchange import store
from footprint.log.exchange.records import Contents
from footprint.log.exchange.writing import MADE_AT, WHOLE
from footprint.vault import ParcelDamaged, Patience, Vault, fact, open_parcel


def read_bundle(path: Path, passphrase: str, *, patience: Patience | None = None) -> Contents:
    """What is in the bundle. Seconds of work; nothing here changes.

    Raises `NotAParcel` and its kinds (`BackupGiven`, `ParcelDamaged`, `ParcelTooNew`), `WrongParcelPassphrase`.
    """
    with opened(path, passphrase, patience) as bundle:
        return contents(bundle)


@contextmanager
def opened(path: Path, passphrase: str, patience: Patience | None = None) -> Iterator[Vault]:
    """The bundle as a vault that goes when the block ends."""
    bundle = open_parcel(path, passphrase, patience=patience)
    try:
        yield bundle
    finally:
        bundle.close()


def contents(bundle: Vault) -> Contents:
    with bundle.reading() as db:
        items, deleted, requests, evidence, size, oldest = store.numbers(db)
    return Contents(
        items=items,
        deleted=deleted,
        requests=requests,
        evidence=evidence,
        evidence_bytes=size,
        whole=fact(bundle, WHOLE) == "yes",
        made_at=_instant(fact(bundle, MADE_AT)),
        oldest=_instant(oldest) if oldest else None,
    )


def _instant(text: str) -> datetime:
    try:
        return dates.from_text(text)
    except ValueError as problem:
        raise ParcelDamaged from problem
