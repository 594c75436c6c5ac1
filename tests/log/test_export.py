"""The list as CSV: everything in it, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from datetime import date

from footprint import log
from footprint.vault import Vault

TODAY = date(2026, 11, 16)


def test_the_list_leaves_as_text_that_stays_text(vault: Vault) -> None:
    log.add(
        vault,
        log.New(
            '=HYPERLINK("https://bad.example")', address="club.example", place="+44", network="linkedin",
            contact="@jo", notes='Line 1\nsays "hi"', due=date(2026, 12, 1), origin=log.Origin.KNOWN,
        ),
    )  # fmt: skip
    log.add(vault, log.New("Other", network="facebook"))
    rows = list(csv.reader(io.StringIO(log.export_csv(vault, log.Query(network="linkedin"), today=TODAY), newline="")))
    assert len(rows) == 2
    told = dict(zip(rows[0], rows[1], strict=True))
    assert told["What"] == '\'=HYPERLINK("https://bad.example")'
    assert told["Where"] == "'+44"
    assert told["Who to contact"] == "'@jo"
    assert told["Network"] == "LinkedIn"
    assert told["Due"] == "2026-12-01"
    assert told["Notes"] == 'Line 1\nsays "hi"'
    assert told["How far it is"] == "Not started"
    assert len(log.export_csv(vault).splitlines()) == 4
