"""The journal as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

from footprint import dates
from footprint.i18n import _
from footprint.vault.vault import Vault
from footprint.web import ledger
from footprint.web.records import Entry

# Marks that turn the direction of text round, with which one address can be made to look like another.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A spreadsheet runs a cell that starts with one of these, the full-width forms included, after any blanks.
_TRIGGERS = "=+-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20"


def safe_cell(cell: object) -> str:
    """Text from anywhere as a cell that stays text; numbers and days of our own making pass by their type."""
    if isinstance(cell, int | float | date):
        return str(cell)
    words = _TURNING.sub("", str(cell))
    start = words.lstrip(" \u00a0\u3000\ufeff")
    return "'" + words if words[:1] in tuple(_TRIGGERS) or start[:1] in tuple(_TRIGGERS) else words


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Every field quoted, lines ended as RFC 4180 says."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def journal_rows(vault: Vault, *, since: date | None = None, until: date | None = None) -> list[tuple[object, ...]]:
    """A heading, then a row an entry, newest first."""
    head = (
        _("When"), _("Kind"), _("What for"), _("Where to"), _("What was sent"), _("Your details in it"),
        _("Headers"), _("How it ended"), _("Status"), _("Bytes back"),
    )  # fmt: skip
    return [head, *(_row(one) for one in ledger.entries(vault, since=since, until=until))]


def journal_csv(vault: Vault, *, since: date | None = None, until: date | None = None) -> str:
    return csv_text(journal_rows(vault, since=since, until=until))


def _row(one: Entry) -> tuple[object, ...]:
    sent = f"{one.method} {one.url}" if one.url else one.note
    empty = ""
    return (
        dates.to_text(one.at), one.kind, one.purpose or empty, one.host, sent, "; ".join(one.details),
        "; ".join(one.headers), one.outcome, empty if one.status is None else one.status,
        empty if one.bytes is None else one.bytes,
    )  # fmt: skip
