"""The state of an audit as one page of HTML to read in a browser, with nothing in it that could load or run."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from footprint import checklists, log, person, search, web
from footprint.checklists import Library
from footprint.dates import day_in_words, local_day
from footprint.reports.pages import environment
from footprint.vault import Vault


def audit_html(vault: Vault, library: Library, today: date) -> str:
    """Who, accounts and their progress, every answer, every result and what was said of it, items with history, ledger.

    It holds what the vault holds, so whoever has the file can read all of it.
    """
    pages = environment()
    pages.filters["day"] = _day
    return pages.get_template("audit.html.j2").render(_parts(vault, library, today))


def _parts(vault: Vault, library: Library, today: date) -> dict[str, Any]:
    answers = checklists.latest_of_all(vault)
    accounts = person.accounts(vault)
    networks = [one.network for one in accounts if one.network in library]
    rows = log.page(vault, log.Query(sort=log.Sort.NEWEST), 0, log.count(vault, log.Query(), today), today)
    return {
        "today": today,
        "details": person.details(vault),
        "progress": checklists.overall(library, answers, networks, today).networks,
        "networks": [
            (library.network(one), checklists.states(library.network(one), answers.get(one, {}), today))
            for one in dict.fromkeys(networks)
        ],
        "runs": search.runs(vault),
        "findings": search.findings(vault),
        "items": [(row, log.history(vault, row.id)) for row in rows],
        "ledger": web.entries(vault),
    }


def _day(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return day_in_words(local_day(when) if isinstance(when, datetime) else when)
