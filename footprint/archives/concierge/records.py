"""A copy on its way: asked for, ready, brought in, and what became of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.i18n import N_
from footprint.labels import Labelled


class Stage(Labelled):
    """How far a copy has come."""

    ASKED = "asked", N_("Asked for")
    READY = "ready", N_("Ready to fetch")
    BROUGHT_IN = "brought_in", N_("Brought in")
    FINISHED = "finished", N_("Finished")


class Ending(Labelled):
    """What became of the file that was downloaded."""

    SHREDDED = "shredded", N_("File deleted")
    KEPT = "kept", N_("File kept")
    GIVEN_UP = "given_up", N_("Given up")


@dataclass(frozen=True)
class Copy:
    """One copy of one account. Days are the person's own.

    `look_on` is the day to look whether it is ready, `fetch_by` the last day on which it can be fetched (None: the
    network does not say).
    """

    id: str
    network: str
    stage: Stage
    asked_on: date
    look_on: date | None = None
    ready_on: date | None = None
    fetch_by: date | None = None
    brought_in_on: date | None = None
    ending: Ending | None = None
