"""The nouns of a pack in use: which version was taken when, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from footprint.i18n import N_
from footprint.labels import Labelled

ENDING = ".footprint-pack"
FOLDER = "packs"
"""Beside the vault: the packs that were taken into use, each under its hash."""


class Source(Labelled):
    """Who put the file there: the person, or the organisation in this computer's configuration folder."""

    PERSON = "person", N_("You chose the file.")
    ORGANISATION = "organisation", N_("Your organisation put the file on this computer.")


@dataclass(frozen=True)
class Use:
    """One version that was taken into use. `sha256` is of the whole file, so that no other can stand in its place."""

    id: str
    pack: str
    organisation: str
    version: int
    made: date
    fingerprint: str
    sha256: str
    source: Source
    taken_at: datetime
    ended_at: datetime | None = None
