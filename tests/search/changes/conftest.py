"""A past of runs, written the way runs and looks by hand write it, with days and answers a test chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from footprint import dates, ids
from footprint.search import changes, store
from footprint.search.changes import Comparison, Kind
from footprint.search.records import Hit, Look, Outcome
from footprint.vault import Connection, Vault

START = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    """How one question ended, with the pages it returned by their letters, best first."""

    outcome: Outcome = Outcome.RESULTS
    pages: str = ""
    more: bool = False
    says: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def well(pages: str = "", *, more: bool = False, **says: tuple[str, str]) -> Answer:
    return Answer(Outcome.RESULTS if pages else Outcome.EMPTY, pages, more, says)


def failed(outcome: Outcome = Outcome.BLOCKED, pages: str = "") -> Answer:
    return Answer(outcome, pages)


Run = Mapping[str, Answer]  # by the letter of the question


class Past:
    """Each run is two days after the one before."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.runs: list[str] = []
        self.pages: dict[str, str] = {}  # ids of findings by letter
        self.at = START

    def run(self, asked: Run, *, by_hand: bool = False, days: float = 2, provider: str = "mojeek") -> str:
        self.write([asked], by_hand=by_hand, days=days, provider=provider)
        return self.runs[-1]

    def write(self, runs: Sequence[Run], *, by_hand: bool = False, days: float = 2, provider: str = "mojeek") -> None:
        with self.vault.writing() as write:
            for asked in runs:
                now = dates.to_text(self.at)
                self.at += timedelta(days=days)
                run_id = store.add_run(write.db, now, by_hand=by_hand)
                for position, (words, answer) in enumerate(asked.items()):
                    self._look(write.db, run_id, position, words, answer, now, provider)
                store.end_run(write.db, run_id, Outcome.RESULTS, False, now)
                self.runs.append(run_id)

    def _look(
        self, db: Connection, run_id: str, position: int, words: str, answer: Answer, now: str, provider: str
    ) -> None:
        first = not store.searched_before(db, provider, words, run_id)
        look = Look(ids.new_id(), run_id, provider, words, answer.outcome, "", len(answer.pages), first)
        store.add_look(db, look, position, now)
        found = {}
        for rank, page in enumerate(answer.pages, 1):
            title, snippet = answer.says.get(page, (f"Page {page}", ""))
            hit = Hit(f"https://{page}.example/", title, snippet)
            found_id = store.save_hit(db, hit, f"{page}.example", f"{page}.example", run_id, not first, now)
            store.add_sighting(db, found_id, look, rank, now)
            self.pages[page] = found_id
            found[found_id] = hit
        changes.keep(db, look, found, now, more=answer.more)

    def forget(self) -> None:
        """Back to before the first run."""
        with self.vault.writing() as write:
            for table in ("search_run", "search_look", "search_finding", "search_sighting", "search_wording"):
                write.db.execute(f"DELETE FROM {table}")
        self.runs, self.pages, self.at = [], {}, START

    def compared(self, since: int | None = None, until: int | None = None) -> Comparison:
        """By the numbers of runs."""
        found = changes.compare(
            self.vault,
            "" if since is None else self.runs[since],
            "" if until is None else self.runs[until],
        )
        assert found is not None
        return found

    def kinds(self, since: int | None = None, until: int | None = None) -> dict[str, Kind]:
        return self.kinds_of(self.compared(since, until))

    def kinds_of(self, compared: Comparison) -> dict[str, Kind]:
        letters = {one: letter for letter, one in self.pages.items()}
        return {letters[one.finding_id]: one.kind for one in compared.changes}


@pytest.fixture
def past(vault: Vault) -> Past:
    return Past(vault)
